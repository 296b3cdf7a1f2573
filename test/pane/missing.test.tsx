// @vitest-environment jsdom
/** The network went away between the pane and what it fetches after it. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { indicatorWords } from '../../addin/indicators.ts';
import { Session } from '../../addin/Session.tsx';
import { tableNames } from '../../addin/tables.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { evaluation } from './examples.ts';
import { pretendHost } from './hosts.ts';

vi.mock('../../addin/panes/Results.tsx', () => {
  throw new Error('not fetched');
});
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

test('a result that cannot be shown is said, and the pane stays', async () => {
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  const answer = { evaluation, local: false as const, tables: tableNames, words: indicatorWords() };
  await act(async () =>
    root.render(
      <FluentProvider theme={webLightTheme}>
        <Session
          host={pretendHost().host}
          evaluate={async () => answer}
          policies={policyAbouts}
          localOnly={false}
          checkAtOnce
        />
      </FluentProvider>,
    ),
  );
  await act(() => vi.waitFor(() => expect(element.textContent).toContain('这一部分没有取到。请连上网络')));
  expect(element.textContent).toContain('重新检查');
  await act(async () => root.unmount());
});
