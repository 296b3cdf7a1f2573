import type { Evaluation, Finding, Indicator, Place, Score, Severity, Target } from '../../shared/model.ts';

const percent = (p: number): Target => ({
  op: '>=',
  p,
  q: 100,
  unit: '%',
  due: '2021-05-31',
  binding: 'binding',
});

const count = (p: number, unit: string): Target => ({
  op: '>=',
  p,
  q: 1,
  unit,
  due: '2021-05-31',
  binding: 'binding',
});

const exists = (unit: string): Target => ({ ...count(1, unit), op: '=' });

/** An indicator of the general kind, with what a case needs changed. */
export function indicator(change: Partial<Indicator> & Pick<Indicator, 'id' | 'name' | 'verdict'>): Indicator {
  const numerator = change.numerator ?? null;
  return {
    scope: 'community',
    entity: '幸福社区',
    denominator: null,
    value: numerator,
    lower: numerator,
    upper: numerator,
    target: null,
    gap: null,
    citation: { source: '淮府办〔2020〕8号', section: '二（二）2', quote: '每年开展志愿服务活动不少于10个' },
    evidence: [],
    at: null,
    reasons: [],
    ...change,
    numerator,
  };
}

export function finding(rule: string, severity: Severity, at: Place, message: string, fix: string): Finding {
  return {
    key: `${rule}|${at.sheet}|${at.address}`,
    rule,
    severity,
    table: 'W02',
    field: 'uscc',
    at,
    value: null,
    shown: null,
    message,
    fix,
    related: [],
  };
}

const workers = '社区工作者花名册';
const orgs = '社会组织名录';

export const evaluation: Evaluation = {
  schema: 'evaluation/1',
  engine: '1.0.0',
  policy: { id: 'huainan-2020', name: '淮南市“三社联动”首批试点（2020—2021）', version: '2020.1' },
  targetSet: { id: 'huainan-2020', version: '2020.1' },
  mode: 'final',
  asOf: '2021-05-31',
  snapshotHash: null,
  dataHash: `sha256:${'0'.repeat(64)}`,
  unit: { county: 'HN-03', countyName: '田家庵区', street: '新光街道', community: '幸福社区', urbanRural: 'urban' },
  tables: [
    {
      id: 'W02',
      sheet: orgs,
      address: 'A3:L16',
      headerRows: [3, 4],
      rows: 12,
      columns: [],
      kind: 'full',
      community: null,
    },
  ],
  indicators: [
    indicator({ id: 'G01', name: '城市社区社会组织数', verdict: 'met', numerator: 12, target: count(10, '家') }),
    indicator({
      id: 'G03',
      name: '社区工作者持证比例',
      verdict: 'unmet',
      numerator: 3,
      denominator: 15,
      value: 0.2,
      target: percent(40),
      gap: { amount: 3, unit: '人', percentagePoints: 20 },
      noun: '名持证社工',
      citation: {
        source: '淮府办〔2020〕8号',
        section: '一、总体目标',
        quote: '社区工作者中取得全国社会工作者职业水平证书人数占社区工作者总数比例达40%',
      },
      evidence: [
        { sheet: workers, address: 'H4:H18', role: 'numerator' },
        { sheet: workers, address: 'A4:M18', role: 'denominator' },
      ],
      at: { sheet: workers, address: 'H3' },
      reasons: ['“社会工作员”证不是全国证，第 9 行未计入。'],
    }),
    indicator({
      id: 'S09',
      name: '年度志愿服务活动数',
      verdict: 'to_verify',
      numerator: 9,
      upper: 11,
      target: count(10, '个'),
      gap: { amount: 1, amountMin: -1, unit: '个' },
      evidence: [{ sheet: '志愿服务活动台账', address: 'B14', role: 'undecided' }],
      at: { sheet: '志愿服务活动台账', address: 'B3' },
      reasons: ['第 14 行日期“2020.1”是 1 月还是 10 月看不出，请核实。'],
    }),
    indicator({
      id: 'S05',
      name: '社会工作专业服务项目数',
      verdict: 'behind',
      numerator: 1,
      target: count(3, '个'),
      gap: { amount: 2, unit: '个' },
      at: { sheet: '服务项目', address: 'C3' },
    }),
    indicator({
      id: 'G04',
      name: '社会工作专业岗位全覆盖率',
      verdict: 'met',
      numerator: 2,
      denominator: 2,
      value: 1,
      target: percent(100),
    }),
    indicator({ id: 'P02', name: '社区社会工作服务站', verdict: 'met', numerator: 1, target: exists('个') }),
    indicator({
      id: 'S06',
      name: '微公益创投活动次数',
      verdict: 'on_track',
      numerator: 0,
      target: count(1, '次'),
      gap: { amount: 1, unit: '次' },
    }),
    ...['社区专项基金', '枢纽型社区社会组织', '重点人群需求调研', '本社区落实方案', '社区学院'].map((name, index) =>
      indicator({
        id: `P1${index}`,
        name,
        verdict: 'missing',
        target: exists('个'),
        reasons: ['工作簿中没有“试点事项清单”。'],
      }),
    ),
    indicator({
      id: 'G02',
      name: '农村社区社会组织数',
      verdict: 'not_applicable',
      target: count(5, '家'),
      reasons: ['城市社区不适用。'],
    }),
    indicator({
      id: 'G03',
      name: '社区工作者持证比例',
      verdict: 'reference',
      scope: 'street',
      entity: '新光街道',
      basis: '街道合计',
      numerator: 18,
      denominator: 66,
      value: 18 / 66,
      target: percent(40),
    }),
  ],
  findings: [
    finding(
      'R024',
      'error',
      { sheet: orgs, address: 'D7' },
      '统一社会信用代码“52340403MJA0000294”校验位不对。',
      '请对照登记证书核对后改正。',
    ),
    finding('R041', 'error', { sheet: workers, address: 'B12' }, '此人与第 8 行是同一人，重复登记。', '请保留一行。'),
    ...Array.from({ length: 60 }, (_, row) =>
      finding(
        'R045',
        'warning',
        { sheet: workers, address: `I${row + 20}` },
        `第 ${row + 20} 行有证书但没有取证日期。`,
        '请补填取证日期。',
      ),
    ),
    finding('N041', 'note', { sheet: workers, address: 'K1:K30' }, '隐藏的列里有数据，已一并读取。', ''),
  ],
  notChecked: ['R002', 'Z10'].map((rule) => ({ rule, reason: '工作簿中没有“试点单位名册”，未与名册核对。' })),
  rules: [
    { id: 'R002', title: '街道（乡镇）与试点名册一致', relation: '淮府办〔2020〕8号三（一）' },
    { id: 'Z10', title: '项目承接机构与市民政局确认的一致', relation: '淮府办〔2020〕8号三（一）' },
  ],
  score: null,
  unread: [{ sheet: 'Sheet3', address: 'A1:D9', reason: '没有认出是哪张报表。' }],
};

/** As the engine answers it where scores are not switched off. */
export const score: Score = {
  table: 'proposal-2020',
  version: '1.0',
  name: '“三社联动”试点评分表',
  status: '建议方案，非文件规定',
  total: 11,
  upper: 13.4,
  max: 18,
  full: 23,
  grade: null,
  items: [
    { id: 'G01', name: '城市社区社会组织', points: 8, upper: 8, max: 8 },
    { id: 'S05', name: '专业服务项目', points: 2, upper: 2, max: 6 },
    { id: 'S09', name: '志愿服务活动', points: 1, upper: 3.4, max: 4 },
  ],
  unscored: [
    { id: 'P06', name: '社区专项基金', max: 5, applies: true, reason: '缺数据。' },
    { id: 'V04', name: '社区社会组织联合会', max: 2, applies: false, reason: '条件未成熟。' },
  ],
  pilotSite: {
    suggestions: [
      { scope: 'street', entity: '新光街道', suggestion: 'undecided', reasons: ['待核实或缺数据：社区学院。'] },
      { scope: 'community', entity: null, suggestion: 'award_after_rectification', reasons: [] },
    ],
    vetoes: [
      { id: 'VETO-1', name: '弄虚作假', state: 'to_verify' },
      { id: 'VETO-4', name: '未整改即申请验收', state: 'clear' },
    ],
  },
};
