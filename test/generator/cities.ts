/** Cities by chance: what their units handed in, of one kind each that a roll-up may stumble over. */

import type {
  Evaluation,
  Indicator,
  IndicatorDef,
  Joins,
  JudgedPoints,
  Mode,
  RollupOptions,
  Submitted,
  Unit,
  UrbanRural,
  Verdict,
} from '../../shared/model.ts';
import { huainan2020 } from '../../shared/policies/huainan-2020/policy.ts';
import { evaluation, finding, indicator } from '../shared/evaluations.ts';
import { type Dice, dice } from './dice.ts';

export interface City {
  readonly name: string;
  readonly submitted: readonly Submitted[];
  readonly options: RollupOptions;
}

/** One of each kind. */
export function citiesBy(seed: number): readonly City[] {
  return kinds.map(({ name, ...kind }, at) => ({ name, ...cityOf(dice(seed * 100 + at), kind) }));
}

interface Kind {
  readonly units?: readonly [least: number, most: number];
  readonly verdicts?: readonly Verdict[];
  readonly areas?: readonly UrbanRural[];
  readonly modes?: readonly Mode[];
  /** Further files of a unit: other data by the day of filling, by name, by nothing, or the same data. */
  readonly again?: readonly ('filled' | 'named' | 'untold' | 'same')[];
  /** Lines of a register: of all units and more, or of some. */
  readonly register?: 'larger' | 'smaller';
  readonly scores?: readonly number[];
  readonly isJudged?: true;
  readonly isEmpty?: true;
  readonly broken?: number;
  readonly mode?: Mode;
  readonly due?: string;
}

const kinds: readonly (Kind & { readonly name: string })[] = [
  { name: 'none reported', units: [0, 0] },
  { name: 'one reported', units: [1, 1] },
  { name: 'all met', verdicts: ['met'] },
  { name: 'everything missing', verdicts: ['missing'] },
  { name: 'all to be verified', verdicts: ['to_verify'] },
  { name: 'nothing holds', verdicts: ['not_applicable', 'reference'] },
  { name: 'units twice, told by the day of filling', again: ['filled'] },
  { name: 'units twice, told by the name', again: ['named'] },
  { name: 'units twice, told by nothing', again: ['untold'] },
  { name: 'all twice the same', again: ['same'] },
  { name: 'every way of coming again', again: ['filled', 'named', 'untold', 'same'], units: [8, 12] },
  { name: 'only rural', areas: ['rural'] },
  { name: 'only unknown', areas: ['unknown'] },
  { name: 'register larger than the files', register: 'larger' },
  { name: 'register smaller than the files', register: 'smaller' },
  { name: 'all of the other evaluation', modes: ['final'], mode: 'midterm' },
  { name: 'both evaluations', modes: ['midterm', 'final'] },
  { name: 'mid-term', modes: ['midterm'], verdicts: ['met', 'on_track', 'behind', 'to_verify', 'missing'] },
  { name: 'ties', scores: [80, 80.004, 79.995, 92.5], units: [8, 14] },
  { name: 'nobody in the denominators', isEmpty: true },
  { name: 'with points that people gave', isJudged: true, scores: [57.5, 58, 78.5, 88] },
  { name: 'with a day until which', register: 'larger', due: '2021-06-05', again: ['filled'] },
  { name: 'with broken files', broken: 3 },
  { name: 'many units', units: [60, 60], register: 'smaller', again: ['same', 'named'], areas: ['urban', 'rural'] },
];

const everyVerdict: readonly Verdict[] = ['met', 'unmet', 'to_verify', 'missing', 'not_applicable', 'reference'];

function cityOf(random: Dice, kind: Kind): Omit<City, 'name'> {
  const [least, most] = kind.units ?? [3, 9];
  const units = Array.from({ length: random.between(least, most) }, (_, at) => unitOf(random, at, kind));
  const workbooks = units.flatMap((unit, at) => filesOf(random, unit, at, kind));
  const broken = Array.from({ length: kind.broken ?? 0 }, (_, at) => ({ file: `坏${at}.xlsx`, problem: '打不开。' }));
  const registers = kind.register ? [registerOf(random, units, kind.register)] : [];
  const submitted = random.shuffled<Submitted>([...workbooks, ...broken, ...registers]);
  return { submitted, options: optionsOf(random, workbooks, kind) };
}

function unitOf(random: Dice, at: number, { areas = ['urban', 'rural', 'unknown'] }: Kind): Unit {
  const { id, name } = random.pick(huainan2020.register.units);
  const urbanRural = random.pick(areas);
  return { county: id, countyName: name, street: `${random.int(3)}街道`, community: `第${at}社区`, urbanRural };
}

type Workbook = Extract<Submitted, { readonly evaluation: Evaluation }>;

function filesOf(random: Dice, unit: Unit, at: number, kind: Kind): readonly Workbook[] {
  const mode = random.pick<Mode>(kind.modes ?? ['final']);
  const first = workbookOf(random, unit, `${at}.xlsx`, mode, kind);
  if (!kind.again || random.chance(30)) return [first];
  const way = random.pick(kind.again);
  if (way === 'same') return [first, { ...first, file: `${at}另存.xlsx` }];
  const file = way === 'named' ? `${at}_v${random.between(2, 12)}.xlsx` : `${at}补.xlsx`;
  const second = workbookOf(random, unit, file, mode, kind);
  if (way !== 'filled') return [first, second];
  return [filledOn(first, `2021-05-${random.between(10, 19)}`), filledOn(second, `2021-05-${random.between(20, 29)}`)];
}

function workbookOf(random: Dice, unit: Unit, file: string, mode: Mode, kind: Kind): Workbook {
  const defs = huainan2020.indicators.filter(({ measure, within }) => measure.kind !== 'none' && within === undefined);
  const severities = Array.from({ length: random.int(6) }, () => random.pick(['error', 'warning', 'note'] as const));
  const judged = evaluation({
    unit,
    mode,
    dataHash: `sha256:${file}`,
    indicators: defs.flatMap((def) => entriesOf(random, def, kind)),
    findings: severities.map((severity, at) => finding({ key: `${at}`, severity })),
    score: random.chance(10) ? null : scoreOf(random, kind),
  });
  return { file, evaluation: judged, joins: joinsOf(unit.community!, []), spoken: mode };
}

/** The main entry, and at times another calibre behind it. */
function entriesOf(random: Dice, def: IndicatorDef, { verdicts = everyVerdict, isEmpty }: Kind): readonly Indicator[] {
  const verdict = random.pick(verdicts);
  const isKnown = verdict !== 'missing' && verdict !== 'not_applicable';
  const of = !isKnown || def.target.unit !== '%' ? null : isEmpty ? 0 : random.between(1, 60);
  const numerator = isKnown ? random.int((of ?? 20) + 1) : null;
  const upper = numerator === null || verdict !== 'to_verify' ? numerator : numerator + random.int(4);
  const entry = indicator({ id: def.id, verdict, numerator, denominator: of, value: null, lower: numerator, upper });
  const isOpen = of !== null && verdict === 'to_verify' && random.chance(50);
  const main = isOpen ? { ...entry, lowerDenominator: of + random.int(3), upperDenominator: of } : entry;
  const other = { ...entry, basis: '街道合并', verdict: 'met' as const, numerator: 99, denominator: 99 };
  return random.chance(20) ? [main, other] : [main];
}

const forPeople = [
  { id: 'M05', name: '督导机构选定', max: 2, applies: true, reason: '' },
  { id: '满意度', name: '居民满意度', max: 2, applies: true, reason: '' },
];

function scoreOf(random: Dice, { scores }: Kind): Evaluation['score'] {
  const total = scores ? random.pick(scores) : random.int(9601) / 100;
  const upper = total + (random.chance(30) ? random.int(300) / 100 : 0);
  const of = { table: 'proposal-2020', version: '1.0', name: '', status: '', items: [], pilotSite: null, grade: null };
  return { ...of, total, upper, max: 96, full: 100, unscored: forPeople };
}

function joinsOf(community: string | null, register: Joins['register']): Joins {
  const said = community === null ? null : { text: community, at: { sheet: '基本情况', address: 'B2' } };
  return { things: [], facts: { filled: null, street: null, community: said, agency: null }, register };
}

function filledOn(workbook: Workbook, filled: string): Workbook {
  const { joins } = workbook;
  return joins ? { ...workbook, joins: { ...joins, facts: { ...joins.facts, filled } } } : workbook;
}

function registerOf(random: Dice, units: readonly Unit[], size: 'larger' | 'smaller'): Submitted {
  const stranger = { county: 'HN-07', countyName: '潘集区', street: '新河街道', urbanRural: 'urban' as const };
  const more = [1, 2, 3].map((at) => ({ ...stranger, community: `未报${at}社区` }));
  const listed = size === 'larger' ? [...units, ...more] : units.slice(0, Math.ceil(units.length / 2));
  const rows = random.shuffled(listed).map((unit, at) => ({
    ...unit,
    agency: null,
    submitted: null,
    received: random.chance(60) ? `2021-06-0${random.between(1, 9)}` : null,
    at: { sheet: '名册', address: `A${at + 2}` },
  }));
  const nobody = { county: null, countyName: null, street: null, community: null, urbanRural: 'unknown' as const };
  const judged = evaluation({ unit: nobody, dataHash: 'sha256:register' });
  return { file: '名册.xlsx', evaluation: judged, joins: joinsOf(null, rows), spoken: null };
}

function optionsOf(random: Dice, workbooks: readonly Workbook[], { mode, due, isJudged }: Kind): RollupOptions {
  const received = workbooks.flatMap(({ file }) =>
    due && random.chance(40) ? [[file, { received: `2021-06-0${random.between(1, 9)}` }] as const] : [],
  );
  return {
    ...(mode ? { mode } : {}),
    ...(due ? { due, files: Object.fromEntries(received) } : {}),
    ...(isJudged ? { judged: workbooks.flatMap((one) => pointsFor(random, one)) } : {}),
  };
}

/** Some of them more than the table has room for. */
function pointsFor(random: Dice, { evaluation: { unit, mode } }: Workbook): readonly JudgedPoints[] {
  const key = [unit.county, unit.street, unit.community].join('/');
  const given = forPeople.filter(() => random.chance(70));
  return given.map(({ id }) => ({ key, item: id, points: random.int(6) / 2, by: '评估组', on: '2021-06-10', mode }));
}
