/** A city as 汇总 has it, of invented units, and a gathering that holds it: nothing is read, judged or kept. */
import type { Checked } from '../../addin/papers/papers.ts';
import type { Detail, FileRow, Gathered, Gathering, RollupWords, Source } from '../../addin/rollup/gathering.ts';
import type { Mode, Rollup, RollupIndicator, RollupOptions, RollupUnit, Unit, Verdict } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies/abouts.ts';

export const words: RollupWords = {
  indicators: [
    { id: 'G01', name: '城市社区社会组织数', isGoal: true, target: '≥10家', due: '2021-05-31' },
    { id: 'G02', name: '农村社区社会组织数', isGoal: true, target: '≥5家', due: '2021-05-31' },
    { id: 'G03', name: '社区工作者持证比例', isGoal: true, target: '≥40%', due: '2021-05-31' },
    { id: 'G04', name: '社会工作专业岗位全覆盖率', isGoal: true, target: '≥100%', due: '2021-05-31' },
    { id: 'S08', name: '注册志愿者占常住人口比例', isGoal: false, target: '≥16%', due: '2021-05-31' },
    { id: 'P01', name: '街道社会工作服务中心', isGoal: false, target: '应成立', due: '2021-05-31' },
  ],
  counties: { 'HN-03': '田家庵区', 'HN-07': '凤台县' },
  judged: [
    { id: 'M05', name: '督导机构选定', max: 2 },
    { id: 'F03', name: '居民满意度', max: 2 },
  ],
  rectifyBy: '2021-02-28',
};

const clear: Readonly<Record<string, Verdict>> = { G03: 'met', G04: 'met', S08: 'met', P01: 'met' };

/** A unit whose file counts; `certified` of `workers` is its share of G03. */
export function unit(community: string, change: Partial<RollupUnit> = {}, of: Partial<Unit> = {}): RollupUnit {
  const county = of.county ?? 'HN-03';
  const street = of.street ?? '望淮街道';
  const urbanRural = of.urbanRural ?? 'urban';
  return {
    key: `${county}/${street}/${community}`,
    unit: { county, countyName: null, street, community, urbanRural },
    urbanRural,
    file: `${community}.xlsx`,
    dataHash: `sha256:${community}`,
    time: 'final',
    state: 'reported',
    because: null,
    received: null,
    late: null,
    returned: 0,
    verdicts: { [urbanRural === 'rural' ? 'G02' : 'G01']: 'met', ...clear },
    figures: {},
    score: null,
    grade: null,
    unjudged: [],
    findings: { error: 0, warning: 0, note: 0 },
    explained: 0,
    changed: [],
    ...change,
  };
}

const exact = (numerator: number, denominator: number | null) => ({
  numerator,
  denominator,
  lower: numerator,
  upper: numerator,
});

const town = { county: 'HN-07', street: '沿河镇', urbanRural: 'rural' } as const;

/** Nine of ten handed in; three of them with 4/8, 3/10 and 9/30 certified, which is 16/48 together. */
export const tenUnits: Rollup = {
  schema: 'rollup/1',
  engine: '0.6.0',
  policy: policyAbouts[0]!,
  mode: 'final',
  asOf: '2021-05-31',
  untracked: [],
  reporting: {
    expected: 10,
    reported: 9,
    rate: 0.9,
    late: 1,
    missing: [{ county: 'HN-07', street: '沿河镇', community: '青石村' }],
    unclear: [],
    unexpected: [],
  },
  units: [
    unit('锦湖社区', {
      received: { first: '2021-06-03', last: '2021-06-05' },
      late: true,
      returned: 1,
      verdicts: { G01: 'met', ...clear },
      figures: { G01: exact(12, null), G03: exact(4, 8) },
      score: 88,
      grade: null,
      unjudged: ['M05', 'F03'],
      findings: { error: 0, warning: 3, note: 1 },
      explained: 2,
      changed: ['G01'],
    }),
    unit('锦湖社区', {
      file: '第一次报/锦湖社区.xlsx',
      dataHash: 'sha256:旧',
      state: 'superseded',
      because: '锦湖社区.xlsx',
    }),
    unit('向阳社区', {
      verdicts: { G01: 'unmet', ...clear, G03: 'unmet' },
      figures: { G01: exact(7, null), G03: exact(3, 10) },
      score: 71.5,
      grade: '合格',
      findings: { error: 2, warning: 0, note: 0 },
    }),
    unit('望江社区', {
      verdicts: { G01: 'to_verify', ...clear, G03: 'unmet' },
      figures: { G01: { numerator: 9, denominator: null, lower: 9, upper: 11 }, G03: exact(9, 30) },
      score: 71.5,
      grade: '合格',
    }),
    unit('锦城社区', { verdicts: { G01: 'met', ...clear, G03: 'missing', S08: 'missing' }, score: 60, grade: '合格' }),
    unit('新河社区', {}, { street: '新河街道' }),
    unit('东堤社区', {}, { street: '新河街道' }),
    unit('丰台村', { score: 90.25, grade: '优秀', figures: { G02: exact(6, null) } }, town),
    unit('柳林村', { verdicts: { ...clear, G02: 'behind' }, figures: { G02: exact(3, null) } }, town),
    unit(
      '石桥村',
      { verdicts: { ...clear, G02: 'met', P01: 'not_applicable' }, figures: { G02: exact(5, null) } },
      town,
    ),
    unit('青石村', { file: null, dataHash: null, time: null, state: 'missing', verdicts: {} }, town),
  ],
  indicators: [
    of('G01', { applicable: 6, met: 4, unmet: 1, to_verify: 1 }),
    of('G02', { applicable: 3, met: 2, behind: 1 }),
    of('G03', {
      applicable: 9,
      met: 6,
      unmet: 2,
      missing: 1,
      pooled: {
        numerator: 16,
        denominator: 48,
        value: 16 / 48,
        gap: { amount: 4, unit: '人', percentagePoints: 6.666666666666667 },
        open: 1,
        bounds: { lower: 16, lowerDenominator: 48, upper: 18, upperDenominator: 48 },
      },
    }),
    of('G04', { applicable: 9, met: 9 }),
    of('S08', { applicable: 9, met: 8, missing: 1 }),
    of('P01', { applicable: 8, met: 8 }),
  ],
  ranking: [
    { rank: 1, key: 'HN-03/望淮街道/锦湖社区', urbanRural: 'urban', score: 88, grade: null, met: 5, due: 5 },
    { rank: 2, key: 'HN-03/望淮街道/向阳社区', urbanRural: 'urban', score: 71.5, grade: '合格', met: 3, due: 5 },
    { rank: 2, key: 'HN-03/望淮街道/望江社区', urbanRural: 'urban', score: 71.5, grade: '合格', met: 3, due: 5 },
    { rank: 4, key: 'HN-03/望淮街道/锦城社区', urbanRural: 'urban', score: 60, grade: '合格', met: 3, due: 5 },
    { rank: 1, key: 'HN-07/沿河镇/丰台村', urbanRural: 'rural', score: 90.25, grade: '优秀', met: 5, due: 5 },
  ],
  issues: [],
  comparison: [
    {
      key: 'HN-03/望淮街道/向阳社区',
      id: 'G03',
      baseline: { numerator: 2, denominator: 10 },
      midterm: { verdict: 'missing', numerator: null, denominator: null, lower: null, upper: null },
      final: { verdict: 'unmet', numerator: 3, denominator: 10, lower: 3, upper: 3 },
    },
    {
      key: 'HN-03/望淮街道/向阳社区',
      id: 'G02',
      baseline: null,
      midterm: { verdict: 'not_applicable', numerator: null, denominator: null, lower: null, upper: null },
      final: { verdict: 'not_applicable', numerator: null, denominator: null, lower: null, upper: null },
    },
  ],
  findings: [
    {
      rule: 'Z11',
      severity: 'error',
      message: '“望淮惠民服务社”在锦湖社区、向阳社区都计入了社会组织。',
      fix: '查明属哪个社区，另一册删去。',
      places: [
        { file: '锦湖社区.xlsx', sheet: '社会组织名录', address: 'B5' },
        { file: '向阳社区.xlsx', sheet: '社会组织名录', address: 'B9' },
      ],
    },
  ],
  notChecked: [{ rule: 'Z19', reason: '没有中期的工作簿，没有比中期和终期。' }],
  questions: [],
};

function of(id: string, counts: Partial<RollupIndicator>): RollupIndicator {
  const name = words.indicators.find((one) => one.id === id)!.name;
  return {
    id,
    name,
    applicable: 0,
    met: 0,
    unmet: 0,
    on_track: 0,
    behind: 0,
    to_verify: 0,
    missing: 0,
    pooled: null,
    ...counts,
  };
}

/** The same number of indicators over and over, and units: larger than anyone has. */
export function largeCity(units: number, indicators: number): { readonly rollup: Rollup; readonly words: RollupWords } {
  const names = Array.from({ length: indicators }, (_, at) => ({
    ...words.indicators[at % words.indicators.length]!,
    id: `X${at}`,
    isGoal: at < 4,
  }));
  const verdicts: readonly Verdict[] = ['met', 'unmet', 'to_verify', 'missing', 'not_applicable', 'on_track'];
  return {
    words: { ...words, indicators: names },
    rollup: {
      ...tenUnits,
      units: Array.from({ length: units }, (_, at) =>
        unit(
          `社区${at + 1}`,
          {
            verdicts: Object.fromEntries(names.map(({ id }, column) => [id, verdicts[(at + column) % 6]!])),
            figures: Object.fromEntries(names.map(({ id }) => [id, exact(at % 17, 20)])),
            score: (at * 7) % 100,
          },
          { county: at % 2 ? 'HN-03' : 'HN-07' },
        ),
      ),
      indicators: names.map(({ id, name }) => ({ ...of('G03', { applicable: units, met: units }), id, name })),
      ranking: Array.from({ length: units }, (_, at) => ({
        rank: at + 1,
        key: `${at % 2 ? 'HN-03' : 'HN-07'}/望淮街道/社区${at + 1}`,
        urbanRural: 'urban' as const,
        score: 90,
        grade: null,
        met: 1,
        due: 2,
      })),
    },
  };
}

/** The same city at mid-term, when nothing is failed yet. */
export const atMidterm: Rollup = {
  ...tenUnits,
  mode: 'midterm',
  asOf: '2020-11-30',
  units: tenUnits.units.map((one) => ({
    ...one,
    time: one.time && ('midterm' as Mode),
    grade: null,
    verdicts: Object.fromEntries(
      Object.entries(one.verdicts).map(([id, verdict]) => [id, verdict === 'unmet' ? 'on_track' : verdict]),
    ),
  })),
  indicators: tenUnits.indicators.map((one) => ({ ...one, unmet: 0, on_track: one.unmet })),
  ranking: tenUnits.ranking.map((one) => ({ ...one, grade: null })),
};

export const detail: Detail = {
  file: '向阳社区.xlsx',
  dataHash: 'sha256:向阳社区',
  name: '社区工作者持证比例',
  verdict: 'unmet',
  figure: '3／10＝30.00%',
  target: '≥40%',
  gap: '还差 1 名持证社工、10.00 个百分点',
  reasons: ['“社会工作员”证不是全国证，第 9 行未计入。'],
  clause: '淮府办〔2020〕8号 一、总体目标：“社区工作者中取得全国社会工作者职业水平证书人数占社区工作者总数比例达40%”',
  evidence: [{ role: 'numerator', sheet: '社区工作者花名册', address: 'H4:H18' }],
};

/** A gathering of what is handed to it. Everything that is asked of it is in `asked`, in order. */
/** What 核对报告 answers where nobody edited anything. */
export const unchanged: Checked = {
  figures: 0,
  changed: [],
  unsourced: [],
  added: [],
  gone: [],
  reworded: [],
  stale: null,
  unlisted: 0,
  notes: [],
};

export function pretendGathering(start: Partial<Gathered> = {}, answers: Partial<Gathering> = {}) {
  const listeners = new Set<() => void>();
  const asked: (readonly [name: string, ...args: readonly unknown[]])[] = [];
  let gathered: Gathered = {
    policy: policyAbouts[0]!,
    files: [],
    progress: null,
    rollup: null,
    said: {},
    words,
    problem: null,
    ...start,
  };
  const change = (part: Partial<Gathered>) => {
    gathered = { ...gathered, ...part };
    for (const listener of listeners) listener();
  };
  const note = (name: string, ...args: readonly unknown[]) => void asked.push([name, ...args]);
  const gathering: Gathering = {
    current: () => gathered,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (sources: readonly Source[]) => note('add', ...sources.map(({ path }) => path)),
    drop: (path) => note('drop', path),
    cancel: () => note('cancel'),
    resume: () => note('resume'),
    say: (said: RollupOptions) => {
      note('say', said);
      change({ said: { ...gathered.said, ...said } });
    },
    choose: (policy) => note('choose', policy),
    detail: async () => detail,
    check: async () => ({ files: [], differs: [] }),
    fileOf: async () => null,
    report: async (terms, template) => {
      note('report', terms, ...(template ? [template] : []));
      return { name: '中期评估报告.docx', bytes: new Uint8Array([1]) };
    },
    checkTemplate: async () => {},
    notices: async () => ({ name: '各单位通知.zip', bytes: new Uint8Array([1]) }),
    checkReport: async () => unchanged,
    book: async () => new Uint8Array([1]),
    scoreSheet: async () => new Uint8Array([1]),
    takeScores: async () => [],
    clear: async () => note('clear'),
    ...answers,
  };
  return { gathering, change, asked };
}

export const rowsOf = ({ units }: Rollup): readonly FileRow[] =>
  units.flatMap(({ file }) => (file === null ? [] : [{ path: file, step: 'judged' as const, problem: null }]));
