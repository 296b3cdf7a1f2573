// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { HostError } from '../../addin/host/host.ts';
import type { Choices, Score } from '../../shared/model.ts';
import { score } from './examples.ts';
import { basis, pretendHost } from './hosts.ts';
import { evaluate, openPane } from './screens.tsx';

/** Scores as the engine does: unless told not to. */
const scoring =
  (change: Partial<Score> = {}): Evaluate =>
  async (question, ...rest) => {
    const answer = await evaluate(question, ...rest);
    const scored = question.options.score === false ? null : { ...score, ...change };
    return { ...answer, evaluation: { ...answer.evaluation, score: scored } };
  };

/** A host that keeps the choice as a workbook does. */
function keeping(kept = true) {
  let choices = { ...basis.choices, score: kept };
  return pretendHost({
    look: vi.fn(async () => ({ titles: basis.snapshot, choices, written: [] })),
    read: vi.fn(async () => ({ ...basis, choices })),
    saveChoices: vi.fn(async (chosen: Partial<Choices>) => {
      choices = { ...choices, ...chosen };
    }),
  }).host;
}

test('points say what they are: a proposal, what was scored, and how much was not', async () => {
  const pane = await openPane({ host: keeping(), evaluate: scoring(), checkAtOnce: true });
  const line = pane.button('建议方案').textContent;
  expect(line).toContain('评分建议方案，非文件规定');
  expect(line).toContain('得 11.00 分，已计分项目满分 18 分');
  expect(line).toContain('待核实的数据核实后最多 13.40 分；另有 5 分未计分');
  expect(pane.text()).not.toContain('城市社区社会组织8.00 / 8');
});

test('opened, it lists every item, what was not scored and why, and the suggestion', async () => {
  const pane = await openPane({ host: keeping(), evaluate: scoring(), checkAtOnce: true });
  await pane.press('建议方案');
  const rows = [...pane.element.querySelectorAll('.scoring li')].map((row) => row.textContent);
  expect(rows).toEqual([
    '城市社区社会组织8.00 / 8',
    '专业服务项目2.00 / 6',
    '志愿服务活动待核实，最多 3.401.00 / 4',
    '社区专项基金缺数据。— / 5',
    '社区社会组织联合会条件未成熟。不适用 — / 2',
  ]);
  expect(pane.text()).toContain('新光街道：资料不全，暂不能建议待核实或缺数据：社区学院。');
  expect(pane.text()).toContain('社区：建议整改后授予');
  expect(pane.text()).toContain('否决项须由人核查：弄虚作假。');
  expect(pane.text()).toContain('只是程序的建议，由市民政局认定');
  expect(pane.text()).toContain('依据“三社联动”试点评分表（1.0 版），是建议方案，非文件规定');
  expect(pane.text()).toContain('等级待未计分、待核实的项目定后再出');
});

test('a grade stands beside the points', async () => {
  const pane = await openPane({ host: keeping(), evaluate: scoring({ grade: '良好' }), checkAtOnce: true });
  expect(pane.button('建议方案').textContent).toContain('满分 18 分，良好');
  await pane.press('建议方案');
  expect(pane.text()).not.toContain('等级待');
});

test('at mid-term it tells of progress', async () => {
  const pane = await openPane({ host: keeping(), evaluate: scoring({ pilotSite: null }) });
  await pane.press('中期评估');
  await pane.press('检查本工作簿');
  expect(pane.button('建议方案').textContent).toMatch(/^进度评分/);
  await pane.press('建议方案');
  expect(pane.text()).toContain('中期只看进度，不出等级');
  expect(pane.text()).not.toContain('示范点建议');
});

test('switched off, nothing of scores is left, and the workbook keeps the choice', async () => {
  const host = keeping();
  const pane = await openPane({ host, evaluate: scoring() });
  await pane.press('显示建议评分');
  expect(host.saveChoices).not.toHaveBeenCalled();
  await pane.press('检查本工作簿');
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ score: false });
  expect(pane.element.querySelector('.pane-body')!.textContent).not.toMatch(/评分|计分|得分|示范点建议/);

  await pane.press('重新检查');
  expect(host.saveChoices).toHaveBeenCalledTimes(1);
});

test('a workbook that says so is not scored; it can be switched on again', async () => {
  const host = keeping(false);
  const asked = vi.fn(scoring());
  const pane = await openPane({ host, evaluate: asked, checkAtOnce: true });
  expect(asked.mock.calls[0]![0].options).toMatchObject({ score: false });
  expect(pane.has('建议方案')).toBe(false);

  await pane.press('修改');
  expect(pane.control<HTMLInputElement>('显示建议评分').checked).toBe(false);
  await pane.press('显示建议评分');
  await pane.press('重新检查');
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ score: true });
  expect(pane.has('建议方案')).toBe(true);
});

test('a choice that cannot be kept is said to be so, and kept by the next check', async () => {
  const host = keeping();
  const pane = await openPane({ host, evaluate: scoring(), checkAtOnce: true });
  await pane.press('修改');
  await pane.press('显示建议评分');
  vi.mocked(host.saveChoices).mockRejectedValueOnce(new HostError('editing'));
  await pane.press('重新检查');
  expect(pane.text()).toContain('有单元格正在编辑');

  await pane.press('重试');
  expect(host.saveChoices).toHaveBeenCalledTimes(2);
  expect(pane.has('写入工作簿')).toBe(true);
  expect(pane.has('建议方案，非文件规定')).toBe(false);
});
