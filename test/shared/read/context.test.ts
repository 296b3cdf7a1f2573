/** 每张清单是哪个社区的、是什么清单、是哪一年的：看它上方最近的话。遮蔽前后一样。 */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import type { Cell, Correction, Evaluation, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { findMonth, findYears } from '../../../shared/read/years.ts';
import { judgedMasked } from '../../judging.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

type Rows = readonly (readonly Cell[])[];

const facts = (community: string): Rows => [
  ['县（区）', '田家庵区'],
  ['街道（乡镇）', '云桥街道'],
  ['社区（村）名称', community],
  ['城乡分类代码', '111'],
  ['常住人口（人）', 10000],
];
const base = sheetOf('基本情况', facts('望淮社区'));

const SURNAMES = '赵钱孙李周吴郑王冯陈';
/** 十人，其中 `certified` 人持证。 */
const roster = (title: string, certified: number, people = 10): Rows => [
  [title],
  ['序号', '姓名', '人员类别', '社会工作者职业水平证书'],
  ...Array.from({ length: people }, (_, at) => [
    at + 1,
    `${SURNAMES[at]}一`,
    '专职社区工作者',
    at < certified ? '社会工作师' : '无',
  ]),
];
const organisations = (title: string, count = 10): Rows => [
  [title],
  ['序号', '组织名称', '管理方式', '备案号', '备案日期'],
  ...Array.from({ length: count }, (_, at) => [at + 1, `云桥${SURNAMES[at]}队`, '备案', `云备${at}`, '2018-01-05']),
];
const activities = (title: string, count = 10): Rows => [
  [title],
  ['序号', '日期', '活动名称', '参与志愿者人数'],
  ...Array.from({ length: count }, (_, at) => [at + 1, `2020-09-${10 + at}`, `便民服务${at}`, 20]),
];

/** Raw and masked, which must say the same. */
function judged(sheets: readonly SheetSnapshot[], corrections: readonly Correction[] = [], name?: string): Evaluation {
  const raw: WorkbookSnapshot = { ...workbookOf(...sheets), ...(name ? { name } : {}) };
  const evaluation = evaluate(raw, { mode: 'final', corrections });
  const masked = judgedMasked(raw, '5e'.repeat(32), { mode: 'final', corrections });
  const told = ({ tables, indicators, findings }: Evaluation) => ({
    tables: tables.map(({ id, kind, rows }) => `${id} ${kind} ${rows}`),
    indicators: indicators.map(({ id, verdict, lower, upper }) => `${id} ${verdict} ${lower}～${upper}`),
    // A sheet in which nothing is read does not travel.
    findings: findings.flatMap(({ rule, at }) => (rule === 'N042' ? [] : [`${rule} ${at.sheet}!${at.address}`])),
  });
  expect(told(masked)).toEqual(told(evaluation));
  return evaluation;
}

const verdict = (evaluation: Evaluation, id: string) =>
  evaluation.indicators.find((each) => each.id === id && each.basis === undefined)!.verdict;
const figures = (evaluation: Evaluation, id: string) => {
  const { verdict, lower, upper, denominator } = evaluation.indicators.find((each) => each.id === id)!;
  return `${verdict} ${lower === upper ? lower : `${lower}～${upper}`}${denominator === null ? '' : `/${denominator}`}`;
};
const kinds = ({ tables }: Evaluation) => tables.slice(1).map(({ kind }) => kind);
const said = ({ findings }: Evaluation, rule: string) => findings.filter((each) => each.rule === rule).length;

describe('花名册的标题', () => {
  test.each([
    ['望淮社区工作者花名册', 'full'],
    ['云桥街道望淮社区居委会工作人员花名册', 'full'],
    ['田家庵区云桥街道办事处社区工作者花名册（截至2021年5月31日）', 'full'],
    ['望淮社区工作者持证情况统计表', 'full'],
    ['望淮社区工作者花名册（不含离职人员）', 'full'],
    ['附件2 “三社联动”试点社区工作者名册', 'full'],
    ['淮南市同心桥社会工作服务中心承接望淮社区工作者花名册', 'full'],
    ['望淮社区持证社工花名册', 'held'],
    ['望淮社区取得社会工作者职业水平证书人员名单', 'held'],
    ['望淮社区离职人员名单', 'former'],
    ['望淮社区两委后备人员名册', 'candidates'],
    ['望淮社区社会工作服务站人员花名册', 'other_body'],
    ['阳光社会工作服务中心派驻望淮社区人员名单', 'other_body'],
    ['2018年望淮社区工作者花名册', 'other_time'],
    ['望淮社区教师花名册', 'subset'],
    ['望淮社区优秀社区工作者名单', 'subset'],
    ['望淮社区工作者及后备人员花名册', 'subset'],
    ['某某公司员工花名册', 'subset'],
  ])('“%s”是 %s', (title, kind) => {
    const evaluation = judged([base, sheetOf('Sheet2', roster(title, 9))]);
    expect(kinds(evaluation)).toEqual([kind]);
    // 没有写明是全部的，不能判达标。
    expect(verdict(evaluation, 'G03')).toBe(kind === 'full' ? 'met' : kind === 'subset' ? 'to_verify' : 'missing');
    expect(said(evaluation, 'N055')).toBe(kind === 'full' ? 0 : 1);
  });

  test('说明是全部的，就按全部判；说明只是一部分的，仍待核实', () => {
    const sheet = sheetOf('Sheet2', roster('望淮社区教师花名册', 9));
    const correction = { kind: 'table', sheet: 'Sheet2', address: 'A2:D12', table: 'W03' } as const;
    expect(verdict(judged([base, sheet], [{ ...correction, as: 'full' }]), 'G03')).toBe('met');
    expect(verdict(judged([base, sheet], [{ ...correction, as: 'subset' }]), 'G03')).toBe('to_verify');
  });
});

describe('名录的标题', () => {
  test.each([
    ['望淮社区社会组织登记备案情况一览表', 'full'],
    ['“邻里共建”行动社区社会组织名录', 'full'],
    ['望淮社区已注销社会组织名录', 'former'],
    ['望淮社区社会组织培育计划表', 'planned'],
    ['望淮社区拟登记备案社会组织清单', 'planned'],
    ['2019年度望淮社区社会组织名录', 'other_time'],
    ['望淮社区社会组织登记、注销情况表', 'subset'],
  ])('“%s”是 %s', (title, kind) => {
    const evaluation = judged([base, sheetOf('Sheet2', organisations(title))]);
    expect(kinds(evaluation)).toEqual([kind]);
    expect(verdict(evaluation, 'G01')).toBe(kind === 'full' ? 'met' : kind === 'subset' ? 'to_verify' : 'missing');
  });

  test('标题没写，工作表名写“已注销”的，不计', () => {
    expect(kinds(judged([base, sheetOf('已注销', organisations('望淮社区社会组织名录'))]))).toEqual(['former']);
  });
});

describe('是哪个社区的', () => {
  test.each([
    ['工作表名', sheetOf('临河社区', roster('社区工作者花名册', 9))],
    [
      '填报单位',
      sheetOf('Sheet3', [['社区工作者花名册'], ['填报单位：云桥街道临河社区（盖章）'], ...roster('', 9).slice(1)]),
    ],
  ])('%s写明是别的社区：不计，每张清单只说一次', (_where, other) => {
    const evaluation = judged([base, sheetOf('望淮社区', roster('社区工作者花名册', 1)), other]);
    expect(figures(evaluation, 'G03')).toBe('unmet 1/10');
    expect(said(evaluation, 'R030')).toBe(1);
  });

  test('标题写明的社区，另有工作表叫这个名字：不计', () => {
    const other = sheetOf('临河社区', roster('临河社区工作者花名册', 9));
    const evaluation = judged([base, sheetOf('名册', roster('望淮社区工作者花名册', 1)), other]);
    expect(figures(evaluation, 'G03')).toBe('unmet 1/10');
  });

  test('只有别的社区的：缺数据，不是 0', () => {
    expect(verdict(judged([base, sheetOf('临河社区', organisations('社会组织名录'))]), 'G01')).toBe('missing');
  });

  test('名称像本社区的（望准社区）：待核实，问一次', () => {
    const evaluation = judged([base, sheetOf('望准社区', organisations('社会组织名录'))]);
    expect(figures(evaluation, 'G01')).toBe('to_verify 0～10');
    expect(said(evaluation, 'R030')).toBe(1);
  });

  test('东湖、西湖是两个社区，不是写错了字', () => {
    const own = sheetOf('基本情况', facts('东湖社区'));
    const sheets = [own, sheetOf('东湖社区', roster('花名册', 1)), sheetOf('西湖社区', roster('花名册', 9))];
    expect(figures(judged(sheets), 'G03')).toBe('unmet 1/10');
  });

  test.each(['示范社区志愿服务活动台账', '各级文明社区志愿服务活动台账', '云桥街道志愿服务活动台账'])(
    '“%s”没有写别的社区',
    (title) => {
      expect(figures(judged([base, sheetOf('台账', activities(title))]), 'S09')).toBe('met 10');
    },
  );

  test('标题里的社区别处没有写过的，不当作别人的，但要核实', () => {
    expect(figures(judged([base, sheetOf('台账', activities('临河社区志愿服务活动台账'))]), 'S09')).toBe(
      'to_verify 0～10',
    );
  });

  test('两张基本情况表各写一个社区：问，不取第一张', () => {
    const two = [base, sheetOf('基本情况2', facts('临河社区')), sheetOf('名录', organisations('社会组织名录'))];
    for (const sheets of [two, [two[1]!, two[0]!, two[2]!]]) {
      const evaluation = judged(sheets);
      expect(evaluation.unit.community).toBeNull();
      expect(verdict(evaluation, 'G01')).toBe('missing');
      expect(evaluation.findings.filter(({ rule }) => rule === 'N048').map(({ severity }) => severity)).toEqual([
        'error',
      ]);
    }
  });

  test('地点写有别的社区的活动，只计入上限', () => {
    const [title, heading, ...lines] = activities('望淮社区志愿服务活动台账');
    const rows = [
      title!,
      [...heading!, '活动地点'],
      ...lines.map((line, at) => [...line, at < 4 ? '临河社区活动室' : '文化广场']),
    ];
    const evaluation = judged([base, sheetOf('台账', rows), sheetOf('临河社区', roster('花名册', 1))]);
    expect(figures(evaluation, 'S09')).toBe('to_verify 6～10');
  });
});

describe('分段的清单', () => {
  const sectioned = (first: string, second: string): Rows => {
    const [title, heading, ...lines] = organisations('望淮社区社会组织名录');
    const without = (line: readonly Cell[]) => [line[0]!, line[1]!, line[3]!, line[4]!];
    return [
      title!,
      without(heading!),
      [first],
      ...lines.slice(0, 6).map(without),
      [second],
      ...lines.slice(6).map(without),
    ];
  };

  test('写明备案的，其下各行就是备案；写“其他”的没有写明', () => {
    expect(figures(judged([base, sheetOf('名录', sectioned('一、街道备案的（6家）', '二、其他'))]), 'G01')).toBe(
      'to_verify 6～10',
    );
    expect(figures(judged([base, sheetOf('名录', sectioned('一、已备案', '二、社区备案'))]), 'G01')).toBe('met 10');
  });

  test.each(['二、已注销的', '二、拟备案的', '（二）计划培育'])('“%s”其下的不计', (line) => {
    expect(figures(judged([base, sheetOf('名录', sectioned('一、备案的', line))]), 'G01')).toBe('unmet 6');
  });

  test('写明是别的社区的，其下的不计', () => {
    const [title, heading, ...lines] = organisations('社会组织名录');
    const rows = [title!, heading!, ['望淮社区'], ...lines.slice(0, 4), ['临河社区'], ...lines.slice(4)];
    const evaluation = judged([base, sheetOf('名录', rows), sheetOf('临河社区', roster('花名册', 1))]);
    expect(figures(evaluation, 'G01')).toBe('unmet 4');
  });
});

describe('持证名单', () => {
  const plain = (title: string): Rows => roster(title, 0).map((row) => row.slice(0, 3));
  const held = (...names: readonly string[]): Rows => [
    ['望淮社区持证人员名单'],
    ['序号', '姓名', '人员类别', '证书等级'],
    ...names.map((name, at) => [at + 1, name, '专职社区工作者', '助理社会工作师']),
  ];

  test('都在名册上：其余的人没有证书', () => {
    const sheets = [
      base,
      sheetOf('名册', plain('望淮社区工作者花名册')),
      sheetOf('持证', held('赵一', '钱一', '孙一')),
    ];
    expect(figures(judged(sheets), 'G03')).toBe('unmet 3/10');
  });

  test('有名册上没有的人：上限放开，不能判', () => {
    const sheets = [
      base,
      sheetOf('名册', plain('望淮社区工作者花名册')),
      sheetOf('持证', held('赵一', '钱一', '褚二')),
    ];
    expect(verdict(judged(sheets), 'G03')).toBe('to_verify');
  });

  test('名册写“无”，名单上却有：两处必有一处不对，不能算', () => {
    const sheets = [base, sheetOf('名册', roster('望淮社区工作者花名册', 3)), sheetOf('持证', held('冯一', '陈一'))];
    expect(figures(judged(sheets), 'G03')).toBe('to_verify 3～5/10');
  });
});

describe('年份和月份', () => {
  test.each([
    ['2020年下半年', '2020-7～2020-12'],
    ['2020年7月—2021年6月', '2020-7～2021-6'],
    ['2020.7-2021.6', '2020-7～2021-6'],
    ['2020年6月1日至2021年5月31日', '2020-6～2021-5'],
    ['2020—2021年度', '2020-1～2021-12'],
    ['2020年度', '2020-1～2020-12'],
    ['2020年7月', '2020-7～2020-7'],
    ['淮府办〔2020〕8号', null],
    ['填报日期：2021年6月5日', null],
    ['截至2019年12月31日', null],
  ])('“%s”', (text, expected) => {
    const years = findYears(text);
    expect(years && `${years.year}-${years.fromMonth}～${years.toYear}-${years.toMonth}`).toBe(expected);
  });

  test.each([
    ['7月', 7],
    ['2020年10月志愿服务活动台账', 10],
    ['2020年6月至2021年5月', null],
    ['2020年6-12月', null],
  ])('“%s”是哪个月的', (text, month) => {
    expect(findMonth(text)).toBe(month);
  });

  test.each([
    ['2020—2021年度', '9月11日', 'to_verify'],
    ['2020年6月—2021年5月', '9月11日', 'met'],
    ['2019年', '9月11日', 'missing'],
    ['', '9月11日', 'to_verify'],
  ])('标题写“%s”，日期写“%s”：%s', (years, date, expected) => {
    const rows = activities(`${years}望淮社区志愿服务活动台账`).map((row, at) =>
      at === 2 ? [row[0]!, date, ...row.slice(2)] : row,
    );
    expect(verdict(judged([base, sheetOf('台账', rows)]), 'S09')).toBe(expected);
  });

  test('分段写月份，日期只写日', () => {
    const [title, heading, ...lines] = activities('2020年望淮社区志愿服务活动台账');
    const rows = [
      title!,
      heading!,
      ['7月'],
      ...lines.slice(0, 5).map((line, at) => [line[0]!, `${at + 1}日`, ...line.slice(2)]),
    ];
    const more = [['8月'], ...lines.slice(5).map((line, at) => [line[0]!, `${at + 1}日`, ...line.slice(2)])];
    expect(figures(judged([base, sheetOf('台账', [...rows, ...more])]), 'S09')).toBe('met 10');
  });
});

test('安全隐患整改台账是别的工作的台账，不计', () => {
  const rows = [
    ['安全隐患整改台账'],
    ['序号', '存在问题', '整改措施', '责任人', '整改时限', '完成情况'],
    [1, '灭火器过期', '更换', '张三', '2020-12-31', '已完成'],
    [2, '线路老化', '改造', '李四', '2020-12-31', '整改中'],
  ];
  for (const title of ['安全隐患整改台账', '消防问题整改台账', '巡察反馈问题整改台账']) {
    const evaluation = judged([base, sheetOf(title, [[title], ...rows.slice(1)])]);
    expect(['missing', 'to_verify']).toContain(verdict(evaluation, 'M09'));
  }
});
