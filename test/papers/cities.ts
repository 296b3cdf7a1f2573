/** Cities by chance whose evaluations hang together: figures fit their verdicts, and words are the policy's. */

import { issuesOf, sentIssue } from '../../shared/model/issues.ts';
import type {
  Evaluation,
  Finding,
  Indicator,
  IndicatorDef,
  Mode,
  Policy,
  ReturnedIssue,
  RollupOptions,
  Submitted,
  Verdict,
} from '../../shared/model.ts';
import { huainan2020 } from '../../shared/policies/huainan-2020/policy.ts';
import { national2017 } from '../../shared/policies/national-2017/policy.ts';
import { provinces2025 } from '../../shared/policies/provinces-2025/policy.ts';
import { citiesBy } from '../generator/cities.ts';
import { type Dice, dice } from '../generator/dice.ts';

export interface PaperCity {
  readonly title: string;
  readonly policy: Policy;
  readonly submitted: readonly Submitted[];
  readonly options: RollupOptions;
}

type Workbook = Extract<Submitted, { readonly evaluation: Evaluation }>;

const seed = 4;

/** Of each kind that a roll-up may stumble over; two of other policies; and both evaluations of the same units. */
export const paperCities = (): readonly PaperCity[] => [
  ...citiesBy(seed).map(({ name, submitted, options }, at) => dressed(name, submitted, options, huainan2020, at)),
  ...[national2017, provinces2025].flatMap((policy, at) => {
    const [late, early] = [citiesBy(seed + 1)[8 + at]!, citiesBy(seed + 1)[17]!];
    return [
      dressed(policy.name, late.submitted, late.options, policy, 40 + at),
      dressed(`${policy.name}, mid-term`, early.submitted, early.options, policy, 42 + at),
    ];
  }),
  namesakes(),
  ...shared(),
  twice(),
  returned(),
];

function dressed(
  title: string,
  submitted: readonly Submitted[],
  options: RollupOptions,
  policy: Policy,
  at: number,
): PaperCity {
  const random = dice(1000 + at);
  // A city of sixty units takes long to be put on paper, and shows nothing more than one of twenty.
  const each = submitted
    .filter((one) => !/^[2-9]\d\D/.test(one.file))
    .map((one) => ('evaluation' in one ? dressedOne(one, policy, random) : one));
  // Files that hold the same stay the same.
  const byData = new Map(
    each.flatMap((one) => ('evaluation' in one ? [[one.evaluation.dataHash, one.evaluation]] : [])),
  );
  const same = each.map((one) =>
    'evaluation' in one ? { ...one, evaluation: byData.get(one.evaluation.dataHash)! } : one,
  );
  return { title, policy, submitted: same, options };
}

const isWorkbook = (one: Submitted): one is Workbook => 'evaluation' in one && one.spoken !== null;

/** Communities of one name in two counties, and in two streets of one. */
function namesakes(): PaperCity {
  const { submitted, options } = citiesBy(seed)[17]!;
  const places = [
    { county: 'HN-03', countyName: '田家庵区', street: '甲街道', community: '锦湖社区' },
    { county: 'HN-04', countyName: '大通区', street: '甲街道', community: '锦湖社区' },
    { county: 'HN-04', countyName: '大通区', street: '乙街道', community: '锦湖社区' },
  ];
  const workbooks = submitted.filter(isWorkbook);
  const units = places.map((place, at): Workbook => {
    const one = workbooks[at % workbooks.length]!;
    const unit = { ...one.evaluation.unit, ...place };
    return {
      ...one,
      file: `${at}.xlsx`,
      evaluation: { ...one.evaluation, unit, dataHash: `sha256:${at}${at}0123abcd` },
    };
  });
  return dressed('namesakes', units, options, huainan2020, 60);
}

/** The same organisation and the same person in all workbooks of a city, whose goals are reached and for which the title is suggested. */
function shared(): readonly PaperCity[] {
  return (['midterm', 'final'] as const).map((mode, at): PaperCity => {
    const drawn = citiesBy(seed)[mode === 'midterm' ? 17 : 13]!;
    const city = dressed(
      `one organisation in several workbooks, ${mode}`,
      drawn.submitted,
      { mode },
      huainan2020,
      80 + at,
    );
    const isGoal = (id: string) => huainan2020.goals.includes(id);
    const things = ['organisation', 'person'].map((identity) => ({
      identity,
      keys: ['同一个', null, null],
      called: identity === 'person' ? null : '52340402MJA104018M',
      at: { sheet: '组织名录', address: 'D5' },
    }));
    const submitted = city.submitted.filter(isWorkbook).map((one, place): Submitted => {
      const { evaluation, joins } = one;
      const indicators = evaluation.indicators.map((each) =>
        isGoal(each.id) && each.verdict !== 'missing' && each.evidence.length > 0
          ? { ...each, evidence: [{ sheet: '组织名录', address: 'B3:B9', role: 'numerator' as const }] }
          : each,
      );
      const pilotSite: NonNullable<Evaluation['score']>['pilotSite'] = {
        suggestions: [{ scope: 'community', entity: null, suggestion: 'award', reasons: [] }],
        vetoes: [],
      };
      return {
        ...one,
        spoken: mode,
        evaluation: {
          ...evaluation,
          mode,
          indicators,
          findings: [],
          score: evaluation.score && { ...evaluation.score, pilotSite },
        },
        // One of them shares nothing.
        joins: joins && { ...joins, things: place === 2 ? [] : things },
      };
    });
    return { ...city, submitted };
  });
}

const ways = {
  closed: '按期社区',
  late: '逾期社区',
  open: '在办社区',
  unproved: '无证社区',
  early: '早办社区',
  'a line deleted': '删行社区',
  'two ledgers': '两册社区',
  unknown: '不明社区',
  nothing: '未答社区',
  'no mid-term': '无中期社区',
  'two versions': '两版社区',
  'only a ledger': '只有台账社区',
  'only a list': '清单社区',
} as const;
type Way = keyof typeof ways;

/** What the mid-term evaluation found, and a ledger that came back in each way. */
function returned(): PaperCity {
  const [before, after] = citiesBy(seed)[17]!.submitted.filter(isWorkbook);
  const at = (way: Way, mode: Mode, name = ''): Workbook => {
    const found = mode === 'midterm' ? before! : after!;
    const unit = { ...before!.evaluation.unit, community: ways[way] };
    const evaluation = { ...found.evaluation, unit, mode, dataHash: `${way}${mode}${name}` };
    // No two files have one name: the reader could not tell which of them is named.
    return { ...found, file: `${mode}/${way}${name}${mode}.xlsx`, spoken: mode, evaluation };
  };
  const all = (Object.keys(ways) as Way[]).flatMap((way) => [
    ...(way === 'no mid-term' || way === 'only a list' ? [] : [at(way, 'midterm')]),
    ...(way === 'two versions' ? [at(way, 'midterm', '另')] : []),
    ...(way === 'only a ledger' ? [] : [at(way, 'final')]),
  ]);
  const city = dressed('a ledger returned in each way', all, { mode: 'final' }, huainan2020, 70);
  const workbooks = city.submitted.filter(isWorkbook).map((one) => (one.spoken === 'final' ? saidTwice(one) : one));
  const filled = (Object.keys(ways) as Way[]).flatMap((way): readonly Submitted[] => {
    const sent = workbooks.filter(({ file }) => file.startsWith(`midterm/${way}`));
    const one = workbooks.find(({ file }) => file === `final/${way}final.xlsx`) ?? sent[0]!;
    const { county, street, community } = one.evaluation.unit;
    const numbers = issuesOf((sent[0] ?? one).evaluation, [county, street, community].join('/'));
    const issues = numbers.flatMap(({ number }, at) => linesIn(way, number, at));
    const apart = (name: string, lines: readonly ReturnedIssue[]): Submitted => ({
      ...one,
      file: name,
      evaluation: {
        ...one.evaluation,
        mode: 'final',
        tables: [ledger],
        indicators: [],
        findings: [],
        dataHash: hexOf(name),
      },
      joins: one.joins && { ...one.joins, issues: lines },
      spoken: 'final',
    });
    if (way === 'unknown')
      return [...sent, { ...one, joins: null, evaluation: { ...one.evaluation, tables: [ledger] } }];
    if (way === 'only a ledger') return [...sent, apart('台账.xlsx', issues)];
    if (way === 'only a list') {
      const list = numbers.map((issue) => sentIssue(issue, huainan2020.rectifyBy));
      return [{ ...one, joins: one.joins && { ...one.joins, issues, sent: [list] } }];
    }
    if (way !== 'two ledgers') return [...sent, { ...one, joins: one.joins && { ...one.joins, issues } }];
    const half = issues.map((each, at) => (at % 2 === 0 ? each : { ...each, isClosed: false }));
    return [...sent, one, apart('台账1.xlsx', issues), apart('台账2.xlsx', half)];
  });
  return { ...city, submitted: filled };
}

/** One rule says two things of a column. */
function saidTwice(one: Workbook): Workbook {
  const { findings } = one.evaluation;
  const more = findings.flatMap((found): readonly Finding[] => {
    const [at, message] = [{ ...found.at, address: 'K61' }, '第61行填“不详”，等于没有填写。'];
    return found.severity === 'warning' ? [{ ...found, at, message, fix: '请查明以后改填。' }] : [];
  });
  return { ...one, evaluation: { ...one.evaluation, findings: [...findings, ...more] } };
}

const ledger: Evaluation['tables'][number] = {
  id: 'W14',
  sheet: '台账',
  address: 'A4:P8',
  headerRows: [4],
  rows: 3,
  columns: [],
  kind: 'full',
  community: null,
};

function linesIn(way: Way, number: string, at: number): readonly ReturnedIssue[] {
  const cell = { sheet: '台账', address: `B${at + 5}` };
  const is = { isAnswered: true, isClosed: true, closedOn: '2021-02-20', isProved: true };
  const line = { number, indicator: null, deadline: null, ...is, at: cell };
  switch (way) {
    case 'late':
      return [{ ...line, closedOn: '2021-03-20' }];
    case 'early':
      return [{ ...line, closedOn: '2020-10-20' }];
    case 'open':
      return [{ ...line, isClosed: false }];
    case 'unproved':
      return [{ ...line, isProved: false }];
    case 'a line deleted':
      return at === 1 ? [] : [line];
    case 'only a list':
      return [at % 3 === 0 ? line : { ...line, isClosed: false }];
    case 'nothing':
      return [];
    default:
      return [line];
  }
}

/** Of mid-term and at the end, with figures of before the pilot. */
function twice(): PaperCity {
  const { submitted, options } = citiesBy(seed)[13]!;
  const workbooks = submitted.filter((one): one is Workbook => 'evaluation' in one && one.spoken !== null);
  const both = (['midterm', 'final'] as const).flatMap((mode) =>
    workbooks.map(
      (one): Workbook => ({
        ...one,
        file: `${mode}/${one.file}`,
        spoken: mode,
        evaluation: { ...one.evaluation, mode, dataHash: `${one.evaluation.dataHash}${mode}` },
      }),
    ),
  );
  const registers = submitted.filter((one) => 'evaluation' in one && one.spoken === null);
  const baseline = workbooks.slice(1).flatMap(({ evaluation: { unit } }, at) => {
    const key = [unit.county, unit.street, unit.community].join('/');
    return [
      { key, id: 'G03', numerator: 2 + at, denominator: 20 },
      { key, id: 'S09', numerator: at, denominator: null },
    ];
  });
  const city = dressed('mid-term and final, from before the pilot', [...both, ...registers], options, huainan2020, 50);
  return { ...city, options: { ...city.options, mode: 'final', baseline } };
}

function dressedOne(one: Workbook, policy: Policy, random: Dice): Workbook {
  if (one.spoken === null) return one;
  const { evaluation } = one;
  const mode = evaluation.mode;
  const asOf = mode === 'midterm' ? policy.midtermAsOf : policy.finalAsOf;
  const rules = policy.rules.slice(0, 6).map(({ id, title, relation }) => ({ id, title, relation }));
  const drawn = new Map(
    evaluation.indicators.filter(({ basis }) => basis === undefined).map((entry) => [entry.id, entry]),
  );
  const defs = policy.indicators.filter(({ measure, within }) => measure.kind !== 'none' && within === undefined);
  return {
    ...one,
    evaluation: {
      ...evaluation,
      mode,
      asOf,
      dataHash: hexOf(evaluation.dataHash),
      policy: { id: policy.id, name: policy.name, version: policy.version },
      indicators: defs.flatMap((def) => {
        const verdict = fitting(drawn.get(def.id)?.verdict ?? random.pick(kinds), def, mode, asOf, random);
        const entry = entryOf(def, verdict, drawn.get(def.id)?.denominator === 0, random);
        return random.chance(10) ? [entry, { ...entry, basis: '街道合并', verdict: 'met' as const }] : [entry];
      }),
      findings: evaluation.findings.map((found, at) =>
        findingOf(found, rules[at % rules.length]?.id ?? 'R001', random),
      ),
      rules,
      notChecked: random.chance(50) ? [{ rule: 'Z01', reason: '本工作簿没有名册，没有检查。' }] : [],
      score: evaluation.score && policy.scoreTable ? { ...evaluation.score, pilotSite: siteOf(random) } : null,
    },
  };
}

/** A hash that looks like one: the same of the same. */
function hexOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const sign of text) sum = Math.imul(sum ^ sign.codePointAt(0)!, 0x01000193);
  return `sha256:${(sum >>> 0).toString(16).padStart(8, '0').repeat(4)}`;
}

const kinds: readonly Verdict[] = ['met', 'unmet', 'to_verify', 'missing'];

/** Nothing is unmet before it is due, and nothing under way after. */
function fitting(verdict: Verdict, { target, spoken }: IndicatorDef, mode: Mode, asOf: string, random: Dice): Verdict {
  const isOpen = mode === 'midterm' && target.due > asOf;
  if (target.binding === 'information')
    return verdict === 'missing' || verdict === 'not_applicable' ? verdict : 'reference';
  if (spoken?.kind === 'title') return verdict === 'met' || verdict === 'missing' ? verdict : 'to_verify';
  if (verdict === 'unmet' && isOpen) return random.pick(['on_track', 'behind']);
  if ((verdict === 'on_track' || verdict === 'behind') && !isOpen) return 'unmet';
  return verdict;
}

function entryOf(def: IndicatorDef, verdict: Verdict, isEmpty: boolean, random: Dice): Indicator {
  const { id, name, scope, citation, target, spoken, noun, advice } = def;
  const { due, op, p, q, unit, binding, gapUnit, guiding } = target;
  const isShare = /%$|‰$|万人$/.test(unit);
  const isParts = !isShare && spoken?.kind === 'share';
  const whole = isParts ? q : isShare ? random.between(1, unit === '%' ? 60 : 9000) : null;
  const isKnown = verdict !== 'missing' && verdict !== 'not_applicable';
  const aim = Math.floor((p * (whole ?? 1)) / (whole === null ? 1 : q)) + (op === '>' ? 1 : 0);
  const need = whole !== null && aim * q < p * whole ? aim + 1 : aim;
  const cap = whole ?? need + 8;
  const below = () => random.int(Math.max(need, 1));
  const above = () => random.between(Math.min(need, cap), cap);
  const least = !isKnown ? null : verdict === 'met' ? above() : below();
  const isOpen = verdict === 'to_verify' || (verdict === 'met' && random.chance(10));
  const most =
    least === null
      ? null
      : isOpen
        ? random.between(Math.max(least, verdict === 'met' ? least : Math.min(need, cap)), cap)
        : least;
  const isGap = least !== null && ['unmet', 'on_track', 'behind', 'to_verify'].includes(verdict) && least < need;
  const gap = isGap
    ? {
        amount: need - least,
        unit: gapUnit ?? unit,
        ...(isShare && whole !== null ? { percentagePoints: (p / q - least / whole) * 100 } : {}),
      }
    : null;
  const empty = isEmpty && whole !== null && isKnown;
  return {
    id,
    name,
    scope,
    entity: null,
    citation,
    ...(spoken ? { spoken } : {}),
    ...(noun === undefined ? {} : { noun }),
    ...(advice === undefined ? {} : { advice }),
    verdict: empty && verdict === 'met' ? 'missing' : verdict,
    numerator: empty ? null : least,
    denominator: empty || !isKnown ? null : whole,
    value: null,
    lower: empty ? null : least,
    upper: empty ? null : most,
    target: { op, p, q, unit, due, binding, ...(guiding ? { guiding } : {}) },
    gap: empty ? null : gap,
    evidence:
      least === null || empty ? [] : [{ sheet: '组织名录', address: `B${random.between(3, 9)}`, role: 'numerator' }],
    at: null,
    reasons:
      verdict === 'missing' || empty
        ? [random.pick(['工作簿中没有找到“平台与机制清单”，无法计算；请补报该表。', '这一栏没有填。'])]
        : verdict === 'to_verify'
          ? ['有几行看不清。']
          : [],
  };
}

function findingOf(found: Finding, rule: string, random: Dice): Finding {
  const row = random.between(3, 60);
  return {
    ...found,
    rule,
    field: random.pick(['name', 'idno']),
    at: { sheet: '花名册', address: `K${row}` },
    message: `第${row}行没有填写。`,
    fix: '请补填。',
  };
}

function siteOf(random: Dice): NonNullable<Evaluation['score']>['pilotSite'] {
  const suggestion = random.pick(['award', 'no_award', 'undecided'] as const);
  return { suggestions: [{ scope: 'community', entity: null, suggestion, reasons: [] }], vetoes: [] };
}
