// @vitest-environment jsdom
/** 结论：一行话，由审核单位确认，数据变了就不再有效。 */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { type Host, HostError } from '../../addin/host/host.ts';
import { today } from '../../addin/panes/today.ts';
import { tableNames } from '../../addin/tables.ts';
import { conclusionOf } from '../../shared/model/conclusions.ts';
import type { Confirmed, Evaluation } from '../../shared/model.ts';
import { evaluation, finding } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const clean: Evaluation = { ...evaluation, findings: [], unread: [], indicators: [] };
const wrong = finding('R024', 'error', { sheet: '名录', address: 'D7' }, '代码校验位不对。', '请改正。');
const confirmed: Confirmed = {
  ...conclusionOf(clean, []),
  policy: clean.policy.id,
  mode: 'final',
  asOf: '2021-05-31',
  on: '2021-06-03',
  dataHash: clean.dataHash,
  office: '甲区民政局',
};

beforeEach(() => localStorage.clear());

async function openJudged(judged: Evaluation, change: Partial<Host> = {}, held: readonly Confirmed[] = []) {
  const pretended = pretendHost({ read: async () => ({ ...basis, confirmed: held }), ...change });
  const evaluate: Evaluate = async ({ options }) => ({
    evaluation: { ...judged, mode: options.mode!, asOf: options.asOf! },
    local: false,
    tables: tableNames,
    words: {},
  });
  const pane = await openPane({ host: pretended.host, evaluate, checkAtOnce: true });
  const line = () => pane.element.querySelector('.conclusion')!.textContent!;
  return { ...pane, ...pretended, line };
}

test('有强制性问题，退回修改', async () => {
  const pane = await openJudged({ ...clean, findings: [wrong, { ...wrong, key: 'w', severity: 'warning' }] });
  expect(pane.line()).toContain('结论：有强制性问题 1 项，退回修改；核实 1 项，已说明 0 项');
});

test('可以接收的，说明白是数据，不是达标；没读到的写在同一行', async () => {
  const pane = await openJudged({ ...clean, unread: evaluation.unread });
  expect(pane.line()).toContain('结论：可以接收。另有 1 处未能读取，不在其内。');
  expect(pane.line()).toContain('指标达标没有，看“指标”');
});

test('确认：填单位，日期是今天，存进工作簿；下一本不用再填单位', async () => {
  const pane = await openJudged(clean);
  await pane.press('确认结论');
  expect(document.activeElement).toBe(pane.control('审核单位'));
  expect(pane.line()).toContain('确认：终期评估、截至2021年5月31日的数据，可以接收。');
  expect(pane.button('确认').disabled).toBe(true);
  expect(pane.control('日期').value).toBe(today());
  await pane.fill('审核单位', ' 甲区民政局 ');
  await pane.submit('审核单位');
  expect(vi.mocked(pane.host.saveConfirmed).mock.lastCall).toEqual([[{ ...confirmed, on: today() }]]);
  expect(pane.line()).toContain('甲区民政局已于');
  expect(document.activeElement).toBe(pane.button('重新确认'));

  const next = await openJudged(clean);
  await next.press('确认结论');
  expect(next.control('审核单位').value).toBe('甲区民政局');
});

test('检查以后在差距清单里退回了说明的，不照旧结论确认', async () => {
  const key = 'ab'.repeat(12);
  const doubtful = { ...wrong, key, severity: 'warning' } as const;
  const of = (review: string) => [{ key, text: '数据属实：有证书', review, about: '', cleared: false }];
  let review = '接受';
  const read = async () => ({ ...basis, explanations: { midterm: [], final: of(review) } });
  const pane = await openJudged({ ...clean, findings: [doubtful] }, { read });
  expect(pane.line()).toContain('可以接收');
  review = '不接受：证书过期';
  await pane.press('确认结论');
  await pane.fill('审核单位', '甲区民政局');
  await pane.submit('审核单位');
  expect(pane.host.saveConfirmed).not.toHaveBeenCalled();
  expect(pane.text()).toContain('结论没有确认：说明有改动');
  expect(pane.line()).toContain('核实 1 项，已说明 0 项');
});

test('日期还没有到的不能确认，早于数据截止日的请人核对', async () => {
  const pane = await openJudged(clean);
  await pane.press('确认结论');
  await pane.fill('审核单位', '甲区民政局');
  await pane.fill('日期', '9999-01-01');
  expect(pane.line()).toContain('这一天还没有到，请改。');
  expect(pane.button('确认').disabled).toBe(true);
  await pane.fill('日期', '1207-02-02');
  expect(pane.line()).toContain('早于数据截止日，请核对。');
  expect(pane.button('确认').disabled).toBe(false);
});

test('按 Esc 不确认了，回到按钮上', async () => {
  const pane = await openJudged(clean);
  await pane.press('确认结论');
  await pane.doing(() =>
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
  );
  expect(document.activeElement).toBe(pane.button('确认结论'));
  expect(pane.host.saveConfirmed).not.toHaveBeenCalled();
});

test('数据没有变，写着谁哪天确认；可以撤回', async () => {
  const other = { ...confirmed, mode: 'midterm' } as const;
  const pane = await openJudged(clean, {}, [confirmed, other]);
  expect(pane.line()).toContain('甲区民政局已于2021年6月3日确认。');
  await pane.press('撤回确认');
  expect(vi.mocked(pane.host.saveConfirmed).mock.lastCall).toEqual([[other]]);
  expect(pane.line()).not.toContain('甲区民政局');
});

test.each<[string, Evaluation, string]>([
  ['数据变了', { ...clean, dataHash: 'sha256:00' }, '数据已变'],
  ['多出一项核实', { ...clean, findings: [{ ...wrong, severity: 'warning' }] }, '问题或说明已变'],
])('%s，上次的确认只作上次的', async (_, judged, why) => {
  const pane = await openJudged(judged, {}, [confirmed]);
  expect(pane.line()).toContain(`上次：2021年6月3日甲区民政局 可以接收（${why}）`);
  expect(pane.line()).not.toContain('确认。');
  expect(pane.has('重新确认')).toBe(true);
});

test('检查以后工作簿有改动，说明白，不让确认', async () => {
  const pane = await openJudged(clean);
  await pane.press('确认结论');
  await pane.doing(() => pane.change('名录'));
  expect(pane.line()).toContain('这是改动前的结论，请重新检查');
  expect(pane.button('确认结论').disabled).toBe(true);
  expect(pane.element.querySelector('.conclusion form')).toBeNull();
});

test('工作簿没有存下，不显示已确认', async () => {
  const pane = await openJudged(clean, {
    saveConfirmed: async () => {
      throw new HostError('editing');
    },
  });
  await pane.press('确认结论');
  await pane.fill('审核单位', '甲区民政局');
  await pane.submit('审核单位');
  expect(pane.text()).toContain('结论还没有存进工作簿');
  expect(pane.line()).not.toContain('已于');
});

test('不让窗格记东西的程序里，照样能确认', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('denied');
  });
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('denied');
  });
  const pane = await openJudged(clean);
  await pane.press('确认结论');
  await pane.fill('审核单位', '甲区民政局');
  await pane.submit('审核单位');
  vi.restoreAllMocks();
  expect(pane.line()).toContain('甲区民政局已于');
});

test('日期是本地的，不是世界时', () => {
  expect(today(new Date(2021, 0, 3, 0, 30))).toBe('2021-01-03');
});
