// @vitest-environment jsdom
/** 退回修改通知 beside the conclusion that says so. */
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Conclusion } from '../../addin/panes/Conclusion.tsx';
import { type GiveNotice, NoticeContext } from '../../addin/panes/papers.ts';
import { giveNotice } from '../../addin/papers/noticing.ts';
import type { Evaluation } from '../../shared/model.ts';
import { evaluation } from './examples.ts';
import { InProcessWorker, reset } from './gathering-workers.ts';
import { mount } from './mounting.tsx';

const returned: Evaluation = evaluation;
const accepted: Evaluation = { ...evaluation, findings: [] };

beforeEach(() => {
  localStorage.clear();
  reset();
  vi.stubGlobal('Worker', InProcessWorker);
});

async function open(of: Evaluation, { stale = false } = {}) {
  const give = vi.fn<GiveNotice>(async () => ['已存成“退回修改通知.docx”。']);
  const element = await mount(
    <NoticeContext value={give}>
      <Conclusion evaluation={of} explanations={[]} confirmed={[]} busy={false} stale={stale} onConfirm={() => {}} />
    </NoticeContext>,
  );
  const button = (words: string) => [...element.querySelectorAll('button')].find((one) => one.textContent === words);
  return { give, element, button, press: (words: string) => act(async () => button(words)!.click()) };
}

test('a workbook that is sent back has its notice, in Word and as a sheet; what is left empty leaves room', async () => {
  const { give, element, press } = await open(returned);
  await press('退回修改通知');
  await press('下载（Word）');
  await press('下载（Excel）');
  const terms = { office: null, day: null, resubmitBy: null };
  expect(give.mock.calls).toEqual([
    [returned, terms, 'docx'],
    [returned, terms, 'xlsx'],
  ]);
  expect(element.textContent).toContain('已存成“退回修改通知.docx”。');
});

test('one that may be accepted has none, nor one that was changed since', async () => {
  expect((await open(accepted)).button('退回修改通知')).toBeUndefined();
  expect((await open(returned, { stale: true })).button('退回修改通知')).toBeUndefined();
});

test('a workbook of nobody that is known gets none, and is told why', async () => {
  const nobody = {
    ...returned,
    unit: { ...returned.unit, county: null, countyName: null, street: null, community: null },
  };
  const terms = { office: null, day: null, resubmitBy: null };
  expect(await giveNotice(nobody, terms, 'docx', '')).toEqual([
    '没有认出填报单位，写不成通知。请先在“读表”里看封面的县区、街道、社区。',
  ]);
});
