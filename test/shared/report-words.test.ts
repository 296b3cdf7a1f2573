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
  const unchecked = (...ids: readonly string[]) => {
    const notChecked = ids.map((rule) => ({ rule, reason: '没有试点名册' }));
    return said(sheets(evaluation({ rules, notChecked }))[1]);
  };

  test('依据写条款、标准或理由；评估结果里没有的不写代号', () => {
    const [gaps] = sheets(evaluation({ rules, findings: [finding({})] }));
    expect(first(gaps, '依据')).toBe('GB 11643—1999。');
    expect(first(sheets(evaluation({ findings: [finding({})] }))[0], '依据')).toBeUndefined();
  });

  test('未检查的规则逐条列名', () => {
    expect(unchecked('R002', 'R003')).toContain(
      '未检查　审核规则“街道（乡镇）与试点名册一致”、“社区（村）与试点名册一致”：没有试点名册。',
    );
  });

  test('多了只列三条，写明共几条；名称里的引号用单引号', () => {
    expect(unchecked('N001', 'R002', 'R003', 'R012')).toContain(
      '未检查　审核规则“‘无’按 0 计”、“街道（乡镇）与试点名册一致”、“社区（村）与试点名册一致”等4条：没有试点名册。',
    );
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
    expect(advice('final')).toBe('请到街道办理备案。');
  });

  test('没有另写的，补足所差', () => {
    const [gaps] = sheets(evaluation({ indicators: [short] }));
    expect(first(gaps, '处理建议')).toBe('请补足3家社区社会组织，更新有关表格后重新检查。');
    const due = { ...short, advice: '请到街道办理备案。', verdict: 'behind' as const };
    const [running] = sheets(evaluation({ mode: 'midterm', asOf: '2020-11-30', indicators: [due] }));
    expect(first(running, '处理建议')).toBe('请到街道办理备案。期限为2021年5月31日。');
  });

  test('待核实的先核实，逾期的写原因', () => {
    const doubtful = { ...short, advice: '请到街道办理备案。', verdict: 'to_verify' as const };
    expect(first(sheets(evaluation({ indicators: [doubtful] }))[0], '处理建议')).toBe(
      '请核实存疑的数据，据实改填后重新检查。',
    );
    const late = { ...short, advice: '请到街道办理备案。', gap: { amount: 3, unit: '天' } };
    expect(first(sheets(evaluation({ indicators: [late] }))[0], '处理建议')).toBe('时限已过，请书面说明原因。');
  });
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
    expect(first(gaps, '处理建议')).toBe('请减少2个空缺岗位，更新有关表格后重新检查。');
    expect(gapWords(vacant)).toBe('超出 2 个空缺岗位');
  });

  test('未到期', () => {
    const running = { ...vacant, verdict: 'behind' as const };
    const [gaps, summary] = sheets(evaluation({ mode: 'midterm', asOf: '2020-11-30', indicators: [running] }));
    expect(said(summary)).toContain(
      '专职岗位空缺率进展为15.00%（3/20），进度滞后，超出5%目标10.00个百分点、2个，应于2021年5月31日前完成。',
    );
    expect(first(gaps, '处理建议')).toBe('请于2021年5月31日前减少2个空缺岗位。');
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
