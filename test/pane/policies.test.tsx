// @vitest-environment jsdom
/** By which policy a workbook is checked: guessed and said, asked about, chosen, kept; and what follows from it. */
import { expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { HostError } from '../../addin/host/host.ts';
import { tableNames } from '../../addin/tables.ts';
import { groundsOf } from '../../shared/evaluate.ts';
import { spokenPolicy } from '../../shared/model/modes.ts';
import type { Choices, WorkbookSnapshot, WritePlan } from '../../shared/model.ts';
import { policies, policyAbouts } from '../../shared/policies.ts';
import { about, linhe2022 } from '../fixtures/policies/linhe-2022/policy.ts';
import { workbook } from '../fixtures/policies/linhe-2022/workbook.ts';
import { judgedMasked } from '../judging.ts';
import { patient } from '../patience.ts';
import { basis, pretendHost, snapshot } from './hosts.ts';
import { openPane } from './screens.tsx';

const by = groundsOf([...policies, linhe2022]);

/** The engine as the service runs it, without the way there. */
const judge: Evaluate = async ({ snapshot, secret, options }) => ({
  evaluation: judgedMasked(snapshot, secret, options, by),
  local: false,
  tables: tableNames,
  words: {},
});

const plain: WorkbookSnapshot = { ...snapshot, name: '报表.xlsx' };
const entitled = (title: string): WorkbookSnapshot => ({
  ...plain,
  sheets: workbook.sheets.map((sheet) =>
    sheet.name === '社会组织名录' ? { ...sheet, values: [[title, null, null, null], ...sheet.values.slice(1)] } : sheet,
  ),
});

/** A workbook that keeps choices as Excel does, and what was written into it. */
function keeping(titles: WorkbookSnapshot, kept: Partial<Choices> = {}) {
  let choices: Choices = { policy: null, score: true, local: false, mode: null, asOf: null, ...kept };
  const written: WritePlan[] = [];
  const { host } = pretendHost({
    look: vi.fn(async () => ({ titles, choices, written: [] })),
    read: vi.fn(async () => ({ ...basis, snapshot: titles, choices })),
    saveChoices: vi.fn(async (chosen: Partial<Choices>) => {
      choices = { ...choices, ...chosen };
    }),
    apply: vi.fn(async (_basis, _secret, plan) => {
      written.push(plan(basis.explanations));
      return { sheets: ['差距清单', '评估摘要'], skipped: [] };
    }),
  });
  const texts = () =>
    written.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.flat().map(({ value }) => `${value ?? ''}`)));
  return { host, texts };
}

const open = (host: ReturnType<typeof keeping>['host'], checkAtOnce = false) => {
  const asked = vi.fn(judge);
  return openPane({ host, evaluate: asked, policies: [...policyAbouts, about], checkAtOnce }).then((pane) => {
    const select = () => pane.element.querySelector<HTMLSelectElement>('.policy select')!;
    return {
      ...pane,
      asked,
      chosen: () => select().selectedOptions[0]!.textContent,
      why: () => document.getElementById(select().getAttribute('aria-describedby')!)!.textContent,
      choose: (id: string) =>
        pane.doing(() => {
          Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select(), id);
          select().dispatchEvent(new Event('change', { bubbles: true }));
        }),
      date: () => pane.element.querySelector<HTMLInputElement>('input[type=date]')!.value,
    };
  });
};

test('guessed from a title, it is said which was taken and why; nothing is kept of it', async () => {
  const { host } = keeping(entitled('“邻里共建”社会组织名录'));
  const pane = await open(host);
  expect(pane.chosen()).toBe('临河市“邻里共建”行动（2022年）');
  expect(pane.why()).toBe('按标题里的“邻里共建”选定，可改。');
  expect(pane.date()).toBe('2022-12-31');
  await pane.press('中期评估');
  expect(pane.date()).toBe('2022-06-30');

  await pane.press('检查本工作簿');
  expect(pane.asked.mock.calls[0]![0].options).toMatchObject({
    policy: 'linhe-2022',
    mode: 'midterm',
    asOf: '2022-06-30',
  });
  expect(pane.text()).toContain('临河市“邻里共建”行动（2022年）（按标题里的“邻里共建”选定，可改）');
  expect(pane.text()).toContain('评估依据 临河市“邻里共建”行动（2022年）（2022.1 版）');
  expect(vi.mocked(host.saveChoices).mock.calls).toEqual([[{ mode: 'midterm', asOf: null }]]);
});

test.each([
  ['无字', plain, '从标题等文字看不出依据哪份文件'],
  ['两样都写', entitled('“三社联动”“邻里共建”名录'), '工作簿里既写有“三社联动”，又写有“邻里共建”'],
] as const)('%s：先用第一份，并请人确认', async (_what, titles, words) => {
  const { host } = keeping(titles);
  const pane = await open(host);
  expect(pane.chosen()).toBe(policyAbouts[0]!.name);
  expect(pane.why()).toContain(words);
  await pane.press('检查本工作簿');
  expect(pane.asked.mock.calls[0]![0].options.policy).toBe('huainan-2020');
});

test('checked without an answer, the question stands at the result; confirmed, it is kept by the next write', async () => {
  const { host } = keeping(entitled('社会组织名录'));
  const pane = await open(host, true);
  expect(pane.text()).toContain(`请确认评估依据：${policyAbouts[0]!.name}`);
  await pane.press('确认用这份');
  expect(pane.text()).not.toContain('请确认评估依据');
  expect(pane.text()).not.toContain('请重新检查');
  await pane.press('写入工作簿');
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ policy: 'huainan-2020' });
  await pane.press('重新检查');
  expect(host.saveChoices).toHaveBeenCalledTimes(1);
});

test('chosen by a person, it is kept in the workbook and judged by at once', async () => {
  const { host } = keeping(entitled('“三社联动”社会组织名录'));
  const pane = await open(host, true);
  expect(pane.text()).toContain('淮南市“三社联动”首批试点');
  await pane.press('修改');
  await pane.choose('linhe-2022');
  await vi.waitFor(() => expect(pane.text()).toContain('重新检查'), patient);
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ policy: 'linhe-2022' });
  expect(pane.asked.mock.lastCall![0].options.policy).toBe('linhe-2022');
  expect(pane.has('J0')).toBe(false);
  await pane.press('指标');
  expect(pane.text()).toContain('邻里组织数');

  const again = await open(host);
  expect(again.why()).toBe('已选定，存在本工作簿里。');
  expect(again.chosen()).toBe(about.name);
});

test('a workbook that keeps a policy is not guessed about; one that nobody knows any more is asked about', async () => {
  const kept = await open(keeping(entitled('“三社联动”'), { policy: 'provinces-2025' }).host);
  expect(kept.chosen()).toBe(policyAbouts[2]!.name);
  const unknown = await open(keeping(entitled('“三社联动”'), { policy: 'hedong-1999' }).host);
  expect(unknown.why()).toContain('工作簿里存的评估依据“hedong-1999”这里没有，暂用这份，请确认或改选。');
});

test('a workbook that cannot be looked at is asked by the check', async () => {
  const { host } = keeping(workbook);
  vi.mocked(host.look).mockRejectedValue(new HostError('editing'));
  const pane = await open(host);
  expect(pane.chosen()).toBe('（检查时选定）');
  await pane.press('检查本工作簿');
  expect(pane.asked.mock.calls[0]![0].options.policy).toBe('linhe-2022');
});

test('what a person chooses before the workbook was looked at is not lost', async () => {
  const { host } = keeping(workbook);
  let seen = () => {};
  vi.mocked(host.look).mockReturnValue(
    new Promise((resolve) => {
      seen = () =>
        resolve({
          titles: workbook,
          choices: { policy: null, score: true, local: false, mode: null, asOf: null },
          written: [],
        });
    }),
  );
  const pane = await open(host);
  await pane.choose('national-2017');
  await pane.doing(seen);
  expect(pane.chosen()).toBe(policyAbouts[1]!.name);
});

test('the invented city: gaps in its nouns, its points and grade, its words in both sheets', async () => {
  const { host, texts } = keeping(workbook);
  const pane = await open(host, true);
  await pane.press('指标');
  expect(pane.button('邻里组织数').textContent).toContain('还差 2 家邻里组织');
  expect(pane.button('社工持证比例').textContent).toContain('还差 1 名持证社工');
  await pane.press('结论');
  expect(pane.button('市里印发').textContent).toContain('得 39.00 分，已计分项目满分 100 分，待提升');
  await pane.press('写入工作簿');
  expect(texts()).toContain('“邻里共建”行动终期评估差距清单');
  expect(texts()).toContain('榆树社区“邻里共建”行动终期评估摘要');
});

test.each([
  // One community's list tells nothing of the average over a street.
  [
    'national-2017',
    '培育发展社区社会组织名录',
    '城市社区平均社会组织数',
    '待核实',
    '培育发展社区社会组织工作终期评估差距清单',
  ],
  [
    'provinces-2025',
    '“五社联动”社会组织名录',
    '专职社区工作者持证比例',
    '未达标',
    '城乡社区服务体系建设终期评估差距清单',
  ],
])('%s：选、查、写，处处不提别的城市', async (id, title, indicator, verdict, heading) => {
  const { host, texts } = keeping(entitled(title));
  const pane = await open(host);
  expect(pane.chosen()).toBe(policyAbouts.find((each) => each.id === id)!.name);
  await pane.choose('huainan-2020');
  await pane.choose(id);
  await pane.press('检查本工作簿');
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ policy: id });
  const seen = [pane.text()];
  await pane.press('指标');
  expect(pane.button(indicator).textContent).toContain(verdict);
  for (const tab of ['问题', '指标', '读表']) {
    await pane.press(tab);
    seen.push(pane.text());
  }
  await pane.press('写入工作簿');
  expect(texts()).toContain(heading);
  expect([...seen, ...texts()].filter((text) => /淮南|淮府|试点|三社/.test(text))).toEqual([]);

  await pane.press('修改');
  expect(pane.has('显示建议评分')).toBe(false);
});

test.each([
  ['标题', { ...plain, sheets: [{ name: '表', values: [['“三社联动”名录']] }] }],
  ['工作表名', { ...plain, sheets: [{ name: '三社联动', values: [] }] }],
  ['文件名', { name: '春申社区三社联动.xlsx', sheets: [] }],
])('a sign is looked for in %s', (where, titles) => {
  expect(spokenPolicy(titles, policyAbouts)).toEqual({
    policy: 'huainan-2020',
    why: { by: 'sign', sign: '三社联动', where },
  });
});
