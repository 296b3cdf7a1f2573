// @vitest-environment jsdom
/** 退回修改通知 beside the conclusion that says so. */
import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { type FillHost, HostError } from '../../addin/host/host.ts';
import { giveNotice } from '../../addin/noticing.ts';
import { Conclusion } from '../../addin/panes/Conclusion.tsx';
import { type GiveNotice, NoticeContext, type NoticeForm } from '../../addin/panes/papers.ts';
import type { Evaluation, PlanSheet } from '../../shared/model.ts';
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

const inExcel: readonly NoticeForm[] = ['docx', 'xlsx', 'sheet'];

async function open(of: Evaluation, { stale = false, forms = inExcel } = {}) {
  const give = vi.fn<GiveNotice>(async () => ['已存成“退回修改通知.docx”。']);
  const element = await mount(
    <NoticeContext value={{ give, forms }}>
      <Conclusion evaluation={of} explanations={[]} confirmed={[]} busy={false} stale={stale} onConfirm={() => {}} />
    </NoticeContext>,
  );
  const button = (words: string) => [...element.querySelectorAll('button')].find((one) => one.textContent === words);
  return { give, element, button, press: (words: string) => act(async () => button(words)!.click()) };
}

test('a workbook that is sent back has its notice, in Word, as a file and as a sheet; what is left empty leaves room', async () => {
  const { give, element, press } = await open(returned);
  await press('退回修改通知');
  await press('下载（Word）');
  await press('下载（Excel）');
  await press('放进本工作簿');
  const terms = { office: null, day: null, resubmitBy: null };
  expect(give.mock.calls).toEqual([
    [returned, terms, 'docx'],
    [returned, terms, 'xlsx'],
    [returned, terms, 'sheet'],
  ]);
  expect(element.textContent).toContain('已存成“退回修改通知.docx”。');
});

test('what is changed after it was saved is not said to be saved', async () => {
  const { element, press } = await open(returned);
  await press('退回修改通知');
  await press('下载（Word）');
  expect(element.textContent).toContain('已存成');
  const field = element.querySelector<HTMLInputElement>('input[type="date"]')!;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, '2020-12-28');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(element.textContent).not.toContain('已存成');
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
  expect(await giveNotice([nobody, terms, 'docx'], null, '')).toEqual([
    '没有认出填报单位，写不成通知。请先在“读表”里看封面的县区、街道、社区。',
  ]);
});

test('where no workbook is open beside it, nothing can be put into one', async () => {
  const { button, press } = await open(returned, { forms: ['docx', 'xlsx'] });
  await press('退回修改通知');
  expect(button('下载（Excel）')).toBeDefined();
  expect(button('放进本工作簿')).toBeUndefined();
});

test('as a sheet it is ours, of its evaluation; where Excel refuses it, that is said', async () => {
  const terms = { office: '望淮街道办事处', day: '2020-12-28', resubmitBy: null };
  const putSheet = vi.fn(async (_: PlanSheet) => '中期退回修改通知');
  const fill = { putSheet } as unknown as FillHost;
  const told = await giveNotice([returned, terms, 'sheet'], fill, '');
  expect(told.join('')).toContain('在工作簿末尾：“中期退回修改通知”');
  const [sheet] = putSheet.mock.calls[0]!;
  expect(sheet).toMatchObject({ role: 'notice', mode: returned.mode, name: '终期退回修改通知' });
  expect(sheet.rows.flat().map(({ value }) => value)).toContain('望淮街道办事处');
  expect(sheet.rows.every((row) => row.length === sheet.widths.length)).toBe(true);
  putSheet.mockRejectedValueOnce(new HostError('protected', '中期退回修改通知'));
  const refused = (await giveNotice([returned, terms, 'sheet'], fill, '')).join('');
  expect(refused).toContain('没有放进工作簿，表没有改动');
  expect(refused).toContain('受保护');
});
