/** 还差什么, deadlines, distances, what is in the way of 报送, and the slip: from the sample of a community and from a blank template. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate, policyOf } from '../../../shared/evaluate.ts';
import { readFile } from '../../../shared/files/read.ts';
import { dayOf, deadlineText, nextDeadline } from '../../../shared/fill/deadlines.ts';
import { distancesOf } from '../../../shared/fill/distances.ts';
import { handingIn } from '../../../shared/fill/handing-in.ts';
import { receiptOf } from '../../../shared/fill/receipts.ts';
import { inOrder, remainingOf, stepTo } from '../../../shared/fill/remaining.ts';
import { signersOf } from '../../../shared/fill/signers.ts';
import type { Explanation, Finding, WorkbookSnapshot } from '../../../shared/model.ts';
import { sheets } from '../../../shared/sheets.ts';
import { templateOf } from '../../../shared/template/template.ts';
import { filled, typedInto } from '../../template-fill.ts';

const policy = policyOf({ policy: 'huainan-2020' });
const template = templateOf(policy, 'urban');
const file = 'HN-02_凤台县_新渡镇_渡口社区_三社联动_202011.xlsx';
const { snapshot } = readFile(file, readFileSync(`test/fixtures/samples/${file}`));
const midterm = evaluate(snapshot, { mode: 'midterm' });
const final = evaluate(snapshot, { mode: 'final' });
const left = remainingOf({ evaluation: midterm, snapshot, made: [], template, names: sheets.tables });

describe('还差什么', () => {
  test('自己做的表也算有；空着的必填格和别的问题分开，按工作表和行排', () => {
    expect(left.tables.filled.map(({ id }) => id)).toEqual(['W01', 'W02', 'W03', 'W04', 'W05', 'W07', 'W06', 'W08']);
    expect(left.tables.lacking.map(({ id }) => id)).toEqual(['W12', 'W09', 'W10', 'W11', 'W15']);
    expect(left.blanks.map(({ sheet, findings }) => [sheet, findings.map(({ at }) => at.address)])).toEqual([
      ['组织名录', ['D5']],
    ]);
    expect(left.others.map(({ sheet }) => sheet)).toEqual(['组织名录', '工作者花名册', '活动台账']);
    expect(inOrder(left)).toHaveLength(midterm.findings.length);
  });

  test('表单里一格都没有填的，不算填了', () => {
    const [form] = snapshot.sheets.filter(({ name }) => name === '基本情况表' || name.includes('基本情况'));
    const empty = form!.values.map((row) => row.map((cell, column) => (column % 2 === 0 ? cell : null)));
    const bare = { ...snapshot, sheets: [{ ...form!, values: empty }] };
    const { tables } = remainingOf({
      evaluation: evaluate(bare, { mode: 'midterm' }),
      snapshot: bare,
      made: [],
      template,
      names: sheets.tables,
    });
    expect(tables.filled).toEqual([]);
    expect(tables.empty.map(({ id }) => id)).toEqual(['W01']);
  });

  test('写在示例行上、“示例”还留着的：没有计入，报送前要改或说明；自己做的表上的示例行不问', () => {
    const name = template.sheets.find(({ anchor }) => anchor.tables.includes('W02'))!.name;
    const row = template.sheets.find((one) => one.name === name)!.rows.findIndex(([cell]) => cell?.style === 'example');
    const evaluation = evaluate(
      filled(template, [{ place: { sheet: name, address: `B${row + 1}` }, value: '锦湖社区书画协会' }]),
    );
    const asked = (made: readonly string[]) =>
      handingIn(evaluation, [], made)
        .open.filter(({ at }) => at.sheet === name)
        .map(({ at }) => at.address);
    expect(asked([name])).toEqual([expect.stringContaining(`${row + 1}`)]);
    expect(asked([])).toEqual([]);
  });

  test('填报表里只填了一个和序号一样的数，也算填了', () => {
    const sheet = template.sheets.find(({ anchor }) => anchor.tables.includes('W11'))!;
    const blank = filled(template);
    const [funds] = typedInto(template, [
      { table: 'W11', shape: 'list', values: { source: '市级', planned: 3 }, codes: {} },
    ]).filter(({ value }) => value === 3);
    const made = template.sheets.map(({ name, anchor }) => ({ sheet: name, anchor }));
    const tablesOf = (snapshot: WorkbookSnapshot) =>
      remainingOf({
        evaluation: evaluate(snapshot, { mode: 'midterm' }),
        snapshot,
        made,
        template,
        names: sheets.tables,
      }).tables;
    expect(tablesOf(blank).filled).toEqual([]);
    expect(funds!.place.sheet).toBe(sheet.name);
    expect(tablesOf(filled(template, [funds!])).filled.map(({ id }) => id)).toEqual(['W11']);
  });

  test('从一处到下一处；改好的那处没有了，到顶上来的那处；到头就没有', () => {
    const found = (key: string) => ({ key }) as Finding;
    const findings = ['甲', '乙', '丙'].map(found);
    expect(stepTo(findings, null, 1)).toEqual({ finding: findings[0], index: 0 });
    expect(stepTo(findings, null, -1)).toBeNull();
    expect(stepTo(findings, { key: '甲', index: 0 }, 1)?.finding.key).toBe('乙');
    expect(stepTo(findings, { key: '改好的', index: 1 }, 1)?.finding.key).toBe('乙');
    expect(stepTo(findings, { key: '改好的', index: 1 }, -1)?.finding.key).toBe('甲');
    expect(stepTo(findings, { key: '丙', index: 2 }, 1)).toBeNull();
  });
});

describe('期限', () => {
  test.each([
    ['2020-02-01', '距中期评估还有 303 天（数据截至2020年11月30日）。'],
    ['2020-11-14', '距中期评估还有 16 天（数据截至2020年11月30日）。'],
    ['2020-11-30', '今天是中期评估的截止日（数据截至2020年11月30日）。'],
    ['2020-12-01', '距终期评估还有 181 天（数据截至2021年5月31日）。'],
    ['2021-05-30', '距终期评估还有 1 天（数据截至2021年5月31日）。'],
    ['2021-05-31', '今天是终期评估的截止日（数据截至2021年5月31日）。'],
    [
      '2021-06-01',
      '终期评估（数据截至2021年5月31日）的日期已过：补报、改报前先问收件单位还收不收，数仍填到那一天为止。',
    ],
    [
      '2026-11-30',
      '终期评估（数据截至2021年5月31日）的日期已过：补报、改报前先问收件单位还收不收，数仍填到那一天为止。',
    ],
  ])('%s', (day, said) => {
    expect(deadlineText(policy, day)).toBe(said);
  });

  test('试点期里按今天算；过后再看的，按填报日期算，填报日期也不在试点期的，不编一个年份', () => {
    expect(dayOf(policy, '2020-11-14', '2020-10-01')).toBe('2020-11-14');
    expect(dayOf(policy, '2026-11-30', '2020-11-20')).toBe('2020-11-20');
    expect(dayOf(policy, '2026-11-30', '2026-11-20')).toBe('2026-11-30');
    expect(nextDeadline(policy, '2026-11-30')).toBeNull();
  });
});

describe('离目标多远', () => {
  const now = evaluate(snapshot, { mode: 'midterm', asOf: '2020-11-20' });
  const distances = distancesOf(now, { midterm, final }, policy);
  const textOf = (id: string) => [...distances.midterm, ...distances.final].find((one) => one.id === id)!;

  test('够了、还差、还没有填，各说各的；没有填的不是 0', () => {
    expect(textOf('G01').text).toBe('城市社区社会组织数：6家，离10家还差 4 家');
    expect(distances.midterm.find(({ state }) => state === 'done')?.text).toBe(
      '中心专业社工岗位数：2个，要求2个，已到',
    );
    const blank = distances.final.filter(({ state }) => state === 'blank');
    expect(blank.length).toBeGreaterThan(0);
    for (const { text } of blank) expect(text).toMatch(/：还没有填$/);
  });

  test('比率差的是百分点，也说差几个人；到期时会变的另说一句', () => {
    const rate = distances.final.find(({ text }) => text.startsWith('社区志愿者注册率'))!;
    expect(rate.text).toBe('社区志愿者注册率：12.31%（905/7350），离16%还差 271 名注册志愿者（差3.69个百分点）');
    expect(rate.later).toBeNull();
    const activities = distances.final.find(({ text }) => text.startsWith('年度志愿服务活动数'))!;
    expect([activities.text, activities.later]).toEqual([
      '年度志愿服务活动数：4个，离10个还差 6 个',
      '年度志愿服务活动数：5个，离10个还差 5 个',
    ]);
  });

  test('从不说未达标', () => {
    expect(JSON.stringify(distances)).not.toMatch(/未达标|滞后|评分/);
  });
});

describe('报送', () => {
  const warning = midterm.findings.find(({ severity }) => severity === 'warning')!;
  const said = (review: string): Explanation => ({
    key: warning.key,
    text: '数据属实：花名册点过',
    review,
    about: warning.message,
    cleared: false,
  });

  test('必须改的拦着；写了核实说明的算说明，没有被接受的不算', () => {
    const without = handingIn(midterm, []);
    expect(without.blocking.every(({ severity }) => severity === 'error')).toBe(true);
    expect(without.explained).toEqual([]);
    const explained = handingIn(midterm, [said('')]);
    expect(explained.explained).toEqual([warning]);
    expect(explained.open).toHaveLength(without.open.length - 1);
    const refused = handingIn(midterm, [said('不接受：请附花名册')]);
    expect(refused.explained).toEqual([]);
    expect(refused.refused.map(({ finding }) => finding)).toEqual([warning]);
  });

  test('谁签字：填表人、审核人、负责人各填了没有；没有基本情况表的，看不出', () => {
    const labelOf = (table: string, field: string) =>
      sheets.tables.find(({ id }) => id === table)!.fields.find(({ key }) => key === field)!.label;
    const form = snapshot.sheets.find(({ name }) => name === '社区基本情况')!;
    const signed = (blank: readonly string[], sheets = [form]) => {
      const values = form.values.map((row) =>
        row.map((cell, at) => (blank.includes(String(row[at - 1])) ? null : cell)),
      );
      const book = { ...snapshot, sheets: sheets.map((one) => (one === form ? { ...form, values } : one)) };
      const signers = signersOf(evaluate(book, { mode: 'midterm' }), policy.rules, labelOf);
      return signers?.map(({ label, isFilledIn }) => `${label}${isFilledIn ? '' : ' 空'}`);
    };
    expect(signed([])).toEqual(['填表人', '审核人', '负责人']);
    expect(signed(['审核人'])).toEqual(['填表人', '审核人 空', '负责人']);
    expect(signed(['填表人', '单位负责人'])).toEqual(['填表人 空', '审核人', '负责人 空']);
    expect(
      signed(
        [],
        snapshot.sheets.filter((one) => one !== form),
      ),
    ).toBeUndefined();
  });

  test('报送单：单位、日期、几张表各几行、没有填的表、校验码、签字', () => {
    const { title, lines } = receiptOf(midterm, {
      policy,
      tables: left.tables,
      asked: 2,
      explained: 2,
      on: '2020-12-01',
    });
    expect(title).toBe('“三社联动”试点工作报送单');
    expect(lines.slice(0, 3)).toEqual([
      '填报单位：凤台县 新渡镇 渡口社区',
      '报送日期：2020年12月1日',
      '中期评估，数据截至2020年11月30日',
    ]);
    expect(lines.join('\n')).toMatch(/报送的表（8 张）：基本情况表、社区社会组织名录 \d+ 行/);
    expect(lines.join('\n')).toContain('没有填的表：方案与进度、平台与机制清单、人才培养（1+4）、经费、特色创新');
    expect(lines.join('\n')).toMatch(/校验码：[2-9A-Z]{8}（/);
    expect(lines.at(-2)).toContain('填表人：');
  });
});
