// @vitest-environment jsdom
/** The network went away between the pane and what it fetches after it. */
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { indicatorWords } from '../../addin/indicators.ts';
import { Session } from '../../addin/Session.tsx';
import { tableNames } from '../../addin/tables.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { patient } from '../patience.ts';
import { evaluation } from './examples.ts';
import { pretendHost } from './hosts.ts';
import { mount } from './mounting.tsx';

vi.mock('../../addin/panes/Results.tsx', () => {
  throw new Error('not fetched');
});

test('a result that cannot be shown is said, and the pane stays', async () => {
  const answer = { evaluation, local: false as const, tables: tableNames, words: indicatorWords() };
  const { host } = pretendHost();
  const element = await mount(
    <Session
      host={host}
      evaluate={async () => answer}
      policies={policyAbouts}
      localOnly={false}
      checkAtOnce
      memory={null}
    />,
  );
  await act(() => vi.waitFor(() => expect(element.textContent).toContain('这一部分没有取到。请检查网络'), patient));
  expect(element.textContent).toContain('重新检查');
});
