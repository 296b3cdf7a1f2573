/** Words of the two sheets that depend on the policy: rules by their titles, advice, targets of which less is better. */
import { describe, expect, test } from 'vitest';
import { evaluate, groundsOf } from '../../shared/evaluate.ts';
import { gapWords } from '../../shared/model/gaps.ts';
import type { Evaluation, Indicator, PlanSheet, RuleReport } from '../../shared/model.ts';
import { policies, policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { snapshotOf } from './check/workbooks.ts';
import { evaluation, finding, indicator } from './evaluations.ts';

const sheets = (one: Evaluation) => writePlan(one, policyAbouts[0]!).sheets as readonly [PlanSheet, PlanSheet];
const said = ({ rows }: PlanSheet) => rows.map((row) => row[0]!.value).join('\n');
/** What 差距清单 says in its first line: 处理建议, or 依据. */
const first = ({ rows }: PlanSheet, part: '处理建议' | '依据') => partOf(rows[4]!, part);
const partOf = (row: PlanSheet['rows'][number], part: '处理建议' | '依据') =>
  String(row[5]!.value).split('依据：')[part === '处理建议' ? 0 : 1];

describe('规则写名称，不写编号', () => {
  const rules: readonly RuleReport[] = [
    { id: 'R042', title: '身份证号须有效', relation: 'GB 11643—1999' },
    { id: 'R002', title: '街道（乡镇）与试点名册一致', relation: '试点单位由附件确定' },
    { id: 'R003', title: '社区（村）与试点名册一致', relation: '试点单位由附件确定' },
    { id: 'N001', title: '“无”按 0 计', relation: '填“无”即没有' },
    { id: 'R012', title: '承接机构与市民政局确认的一致', relation: '三（一）' },
  ];
  test('依据写条款、标准或理由；评估结果里没有的不写代号', () => {
    const [gaps] = sheets(evaluation({ rules, findings: [finding({})] }));
    expect(first(gaps, '依据')).toBe('GB 11643—1999。');
    expect(first(sheets(evaluation({ findings: [finding({})] }))[0], '依据')).toBeUndefined();
  });

  test('没有报送的说表名，报送了没有数据的另说，都不写规则编号', () => {
    const checklist = { id: 'W09', name: '平台与机制清单' };
    const ventures = { id: 'W08', name: '微公益创投' };
    const rows = { headerRows: [1], rows: 0, columns: [], kind: 'full', community: null } as const;
    const unchecked = evaluation({
      rules,
      tables: [{ id: 'W08', sheet: '创投', address: 'A1:F9', ...rows }],
      notChecked: [
        { rule: 'R101', reason: '没有“平台与机制清单”的数据。', lacks: checklist },
        { rule: 'R102', reason: '没有“平台与机制清单”的数据。', lacks: checklist },
        { rule: 'R091', reason: '没有“微公益创投”的数据。', lacks: ventures },
        { rule: 'R002', reason: '需与试点名册对照。' },
        { rule: 'R003', reason: '需与试点名册对照。' },
        { rule: 'Z19', reason: '需上期工作簿对照。' },
      ],
    });
    const text = said(sheets(unchecked)[1]);
    expect(text).toContain('以下1张表没有报送，有关2条审核规则未检查：平台与机制清单。');
    expect(text).toContain('以下1张表没有可以检查的数据，有关1条审核规则未检查：微公益创投。');
    expect(text).toContain(
      '另有3条审核规则，本工作簿的数据不足以核对：需与试点名册对照（2条）；需上期工作簿对照（1条）。',
    );
    expect(text).not.toMatch(/R\d{3}|Z\d\d/);
  });
});

describe('处理建议', () => {
  const advised = (advice: string) => {
    const [policy] = policies;
    const indicators = policy!.indicators.map((def) => (def.id === 'G01' ? { ...def, advice } : def));
    return groundsOf([{ ...policy!, indicators }]);
  };
  const workbook = snapshotOf({
    基本情况表: [
      ['县区', '街道', '社区', '城乡类型', '常住人口'],
      ['田家庵区', '甲街道', '甲社区', '城市社区', 5000],
    ],
    社会组织名录: [
      ['序号', '组织名称', '管理方式', '备案号', '备案日期', '类别', '所属社区', '运行状态'],
      [1, '甲社区合唱队', '备案', '甲备1号', '2020-07-01', '文体', '甲社区', '正常'],
    ],
  });
  const advice = (mode: 'midterm' | 'final') => {
    const [gaps] = sheets(evaluate(workbook, { mode }, advised('请到街道办理备案')));
    return partOf(gaps.rows.find((row) => row.at(-1)!.value?.toString().includes(':G01:'))!, '处理建议');
  };

  test('文件另有建议的，照文件的写，未到期的写明期限', () => {
    expect(advice('final')).toBe('列入整改。请到街道办理备案。确有遗漏的据实补报。');
  });

  test('终期过后补做的不算数，不叫人补足；中期过了期限的还要补做', () => {
    const [gaps] = sheets(evaluation({ indicators: [short] }));
    expect(first(gaps, '处理建议')).toBe('列入整改。确有遗漏的据实补报。');
    // How much stands in the line once.
    expect(gaps.rows[4]![4]!.value).toBe('城市社区社会组织数未达标：现值7家，目标≥10家，差3家社区社会组织。');
    const overdue = { ...short, target: { ...short.target!, due: '2020-07-31' } };
    const [late] = sheets(evaluation({ mode: 'midterm', asOf: '2020-11-30', indicators: [overdue] }));
    expect(first(late, '处理建议')).toBe('期限已过，请尽快补足，更新有关表格后重新检查。');
  });

  test('没有到期的写明期限', () => {
    const due = { ...short, advice: '请到街道办理备案。', verdict: 'behind' as const };
    const [running] = sheets(evaluation({ mode: 'midterm', asOf: '2020-11-30', indicators: [due] }));
    expect(first(running, '处理建议')).toBe('请到街道办理备案。期限为2021年5月31日（含）。');
  });

  test('待核实的先核实，逾期的写原因', () => {
    const doubtful = { ...short, advice: '请到街道办理备案。', verdict: 'to_verify' as const };
    expect(first(sheets(evaluation({ indicators: [doubtful] }))[0], '处理建议')).toBe(
      '请核实存疑的数据，据实改填后重新检查。',
    );
    const late = { ...short, gap: { amount: 3, unit: '天' } };
    expect(first(sheets(evaluation({ indicators: [late] }))[0], '处理建议')).toBe('时限已过，请书面说明原因。');
    // 一阶段基础性工作: what is not done yet is still to be done.
    const open = { ...late, advice: '还没有完成的，请继续完成；已经完成的，请书面说明逾期原因。' };
    expect(first(sheets(evaluation({ indicators: [open] }))[0], '处理建议')).toBe(open.advice);
  });
});

test('缺数据的：要补报哪张表已经说了，不再说；示范点资格没有可填的', () => {
  const missing = indicator({ numerator: null, verdict: 'missing', reasons: ['没有找到“名录”；请补报该表。'] });
  const advised = (one: Indicator) => first(sheets(evaluation({ indicators: [one] }))[0], '处理建议');
  expect(advised(missing)).toBe('确实没有的填0，空白和“/”不作0计。');
  expect(advised({ ...missing, reasons: ['没有填'] })).toBe('请补填或补报有关表格；确实没有的填0，空白和“/”不作0计。');
  expect(advised({ ...missing, spoken: { kind: 'title' } })).toBe('补齐有关数据后重新检查。');
});

const short = indicator({ numerator: 7, verdict: 'unmet', gap: { amount: 3, unit: '家' } });

describe('越少越好的目标说超出、减少', () => {
  const vacant: Indicator = indicator({
    id: 'K04',
    name: '专职岗位空缺率',
    numerator: 3,
    denominator: 20,
    value: 0.15,
    target: { op: '<=', p: 5, q: 100, unit: '%', due: '2021-05-31', binding: 'binding' },
    gap: { amount: 2, unit: '个', percentagePoints: 10 },
    noun: '个空缺岗位',
    verdict: 'unmet',
  });

  test('未达标', () => {
    const [gaps, summary] = sheets(evaluation({ indicators: [vacant] }));
    expect(said(summary)).toContain('专职岗位空缺率为15.00%（3/20），超出5%目标10.00个百分点、2个。');
    expect(first(gaps, '处理建议')).toBe('列入整改。确有遗漏的据实补报。');
    expect(gaps.rows[4]![4]!.value).toContain('目标≤5%，超出2个空缺岗位、10.00个百分点。');
    expect(gapWords(vacant)).toBe('超出 2 个空缺岗位');
  });

  test('未到期', () => {
    const running = { ...vacant, verdict: 'behind' as const };
    const [gaps, summary] = sheets(evaluation({ mode: 'midterm', asOf: '2020-11-30', indicators: [running] }));
    expect(said(summary)).toContain('专职岗位空缺率为15.00%（3/20），进度滞后，超出5%目标10.00个百分点、2个。');
    expect(first(gaps, '处理建议')).toBe('请于2021年5月31日（含）前减到目标以内。');
    expect(gapWords(running)).toBe('比目标超出 2 个空缺岗位');
  });

  test('待核实', () => {
    const open = { ...vacant, numerator: 2, lower: 2, upper: 3, verdict: 'to_verify' as const };
    const [, summary] = sheets(evaluation({ indicators: [{ ...open, gap: { ...vacant.gap!, amountMin: 1 } }] }));
    expect(said(summary)).toContain('目标≤5%，超出1～2个、');
    expect(gapWords({ ...open, gap: { ...vacant.gap!, amountMin: 1 } })).toBe('超出 1～2 个空缺岗位');
    expect(gapWords({ ...open, verdict: 'unmet' })).toBe('至少超出 2 个空缺岗位');
    expect(gapWords({ ...open, gap: { ...vacant.gap!, amountMin: 0 } })).toBe(
      '最多超出 2 个空缺岗位，核实后也可能已达标',
    );
  });
});
