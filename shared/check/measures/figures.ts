/** Single figures over each other, and sums: shares that are reported as numbers, funds, densities. */
import { cellAddress } from '../../model/addresses.ts';
import type { DataRecord, Figure, Measure } from '../../model.ts';
import { isPooled } from '../conditions/communities.ts';
import { inColumn, isOwn } from '../conditions/community-names.ts';
import { compile } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, type Truth, UNKNOWN } from '../conditions/truths.ts';
import { takeCount } from './counts.ts';
import { areasOf, type Cited, evidenceOf, headingOf } from './evidence.ts';
import { type Doubt, labelOf, NOTHING, nameOf, type Said, type Taken, type Undecided, whyAbsent } from './take.ts';

type QuotientMeasure = Extract<Measure, { kind: 'quotient' }>;
type DensityMeasure = Extract<Measure, { kind: 'density' }>;
type RateMeasure = Extract<Measure, { kind: 'rate' }>;
type SumMeasure = Extract<Measure, { kind: 'sum' }>;

export function takeQuotient(measure: QuotientMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.numerator.table, scope);
  if (missing) return { ...NOTHING, missing };
  if (isPooled(measure.numerator.table, scope)) return takePooled(measure, scope);
  const above = read(measure.numerator, scope);
  if (!above) return { ...NOTHING, missing: notGiven(measure.numerator, scope) };
  const below = measure.denominator.map((figure) => read(figure, scope)).filter((figure) => figure !== null);
  const evidence = () => [
    ...evidenceOf([above.cited], 'numerator'),
    ...evidenceOf(
      below.map(({ cited }) => cited),
      'denominator',
    ),
  ];
  const known = below.filter((figure) => figure.most !== null && figure.most > 0);
  const first = known[0];
  if (!first) return { ...NOTHING, missing: notGiven(measure.denominator[0]!, scope), evidence };
  const largest = Math.max(...known.map((figure) => figure.most!));
  // A denominator that is only bounded above is at least as large as what it contains.
  const smallest = Math.min(...known.map((figure) => figure.least ?? Math.max(above.least ?? 0, 1)));
  return {
    ...NOTHING,
    bounds: {
      lower: above.least ?? 0,
      lowerOf: largest,
      // A share never exceeds the whole.
      upper: above.most ?? smallest,
      upperOf: smallest,
      of: first.most!,
    },
    evidence,
    at: placeOfCited(above.cited),
    doubts: [...[above, ...known].flatMap(({ doubt }) => doubt ?? []), ...beyondWhole(above, known)],
    unsure: whichWhole(known.filter(({ least, most }) => least === most)),
  };
}

/** More than the whole: one of the two is wrong, and nothing can be said before it is known which (RULINGS A01). */
function beyondWhole(part: FigureTaken, wholes: readonly FigureTaken[]): readonly Doubt[] {
  const less = wholes.filter(({ most }) => most !== null && part.least !== null && part.least > most);
  return (less.length > 0 ? [part, ...less] : []).map(({ cited }) => ({
    ...cited,
    phrase: 'figure.beyond',
    opens: 'always',
  }));
}

/** Two figures of one thing that differ, each with its cell. */
function whichWhole([first, ...others]: readonly FigureTaken[]): readonly Said[] {
  const other = others.find(({ most }) => most !== first?.most);
  if (!first || !other) return [];
  const cell = ({ cited: { sheet, datum } }: FigureTaken) => `“${sheet}”${cellAddress(datum.row, datum.column)}`;
  const words = { first: cell(first), value: first.most!, second: cell(other), other: other.most! };
  return [{ phrase: 'figure.differ', words }];
}

/**
 * The lines of several communities: numerators over denominators, each added up. A line that lacks one of the two is left
 * out of both, as not reported is not 0 (SPEC §0-7).
 */
function takePooled({ numerator, denominator }: QuotientMeasure, scope: Scope): Taken {
  const [of] = denominator.filter(({ table }) => table === numerator.table);
  const lines = scope.records(numerator.table).flatMap((record) => {
    const above = figureIn(record, numerator, scope);
    const below = of ? figureIn(record, of, scope) : null;
    return above && below?.most ? [{ above, below, whole: below.most }] : [];
  });
  const [first] = lines;
  if (!first) return { ...NOTHING, missing: notGiven(of ?? numerator, scope) };
  const least = (figure: FigureTaken) => figure.least ?? 0;
  const [lower, upper, lowerOf, upperOf] = lines.reduce(
    ([a, b, c, d], { above, below, whole }) => [
      a + least(above),
      b + (above.most ?? whole),
      c + whole,
      d + (below.least ?? Math.max(least(above), 1)),
    ],
    [0, 0, 0, 0],
  );
  return {
    ...NOTHING,
    bounds: { lower, upper, lowerOf, upperOf },
    evidence: () => [
      ...evidenceOf(
        lines.map(({ above }) => above.cited),
        'numerator',
      ),
      ...evidenceOf(
        lines.map(({ below }) => below.cited),
        'denominator',
      ),
    ],
    at: placeOfCited(first.above.cited),
    doubts: lines.flatMap(({ above, below }) => [
      ...[above, below].flatMap(({ doubt }) => doubt ?? []),
      ...beyondWhole(above, [below]),
    ]),
  };
}

/** A count over a figure: organisations per ten thousand residents. */
export function takeDensity(measure: DensityMeasure, scope: Scope): Taken {
  const count = takeCount(measure.count, scope);
  if (!count.bounds) return count;
  const below = measure.denominator.map((figure) => read(figure, scope)).find((figure) => figure !== null);
  if (!below?.most) return { ...NOTHING, missing: notGiven(measure.denominator[0]!, scope) };
  return {
    ...count,
    bounds: { ...count.bounds, lowerOf: below.most, upperOf: below.least ?? below.most },
    evidence: () => [...count.evidence(), ...evidenceOf([below.cited], 'denominator')],
  };
}

export function takeSum(measure: SumMeasure, scope: Scope): Taken {
  const missing = whyAbsent(measure.table, scope);
  if (missing) return { ...NOTHING, missing };
  const where = compile(measure.where, scope, measure.table);
  let lower = 0;
  let open = 0;
  const cited: Cited[] = [];
  const undecided: Undecided[] = [];
  for (const record of scope.records(measure.table)) {
    const truth = where(record);
    const datum = record.data[measure.field];
    if (truth === OUT || !datum || datum.number === null) continue;
    if (truth === IN) {
      lower += datum.number;
      cited.push({ sheet: record.table.sheet, datum });
    } else {
      open += datum.number;
      undecided.push({ record, asks: [[measure.where, true]], adds: [datum.number, 0] });
    }
  }
  if (cited.length + undecided.length === 0) {
    return { ...NOTHING, missing: { phrase: 'missing.figure', words: figureWords(measure, scope) } };
  }
  const table = scope.tables(measure.table)[0]!;
  return {
    ...NOTHING,
    bounds: { lower: tenths(lower), upper: tenths(lower + open), lowerOf: null, upperOf: null },
    evidence: () => [...evidenceOf(cited, 'numerator'), ...areasOf(measure.table, scope)],
    at: headingOf(table, measure.field),
    undecided,
  };
}

/** One sum over another: 到位率, 支出率. */
export function takeRate(measure: RateMeasure, scope: Scope): Taken {
  const { table, where } = measure;
  const above = takeSum({ kind: 'sum', table, field: measure.numerator, where }, scope);
  const below = takeSum({ kind: 'sum', table, field: measure.denominator, where }, scope);
  if (!above.bounds || !below.bounds) return above.bounds ? below : above;
  const bounds = { ...above.bounds, lowerOf: below.bounds.upper, upperOf: below.bounds.lower };
  return { ...above, bounds };
}

/** Amounts have few decimals; binary sums of them have many. */
function tenths(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

interface FigureTaken {
  /** Null where it is not known. */
  readonly least: number | null;
  readonly most: number | null;
  readonly cited: Cited;
  readonly doubt: Doubt | null;
}

function read(figure: Figure, scope: Scope): FigureTaken | null {
  const record = ownLine(figure.table, scope);
  const taken = record && figureIn(record, figure, scope);
  const name = record?.data.community;
  if (
    !taken ||
    taken.doubt ||
    name?.state !== 'value' ||
    inColumn(isOwn, figure.table, 'community', scope)(name.text) === IN
  )
    return taken;
  return { ...taken, doubt: { phrase: 'figure.whose', sheet: record!.table.sheet, datum: name, opens: true } };
}

/** Null where nothing is given at all. */
function figureIn(record: DataRecord, figure: Figure, scope: Scope): FigureTaken | null {
  const datum = record.data[figure.field];
  const { sheet } = record.table;
  if (datum?.state === 'value' && datum.number !== null) {
    return { least: datum.number, most: datum.number, cited: { sheet, datum }, doubt: null };
  }
  const least = datum?.atLeastOne ? 1 : null;
  const most = figure.most ? record.data[figure.most] : undefined;
  if (most?.state === 'value' && most.number !== null) {
    const field = labelOf(figure.table, figure.field, scope);
    const doubt: Doubt = {
      phrase: datum ? 'figure.most' : 'figure.absent',
      sheet,
      datum: datum ?? most,
      field,
      opens: true,
    };
    return { least, most: most.number, cited: { sheet, datum: datum ?? most }, doubt };
  }
  if (datum?.state !== 'unreadable') return null;
  return { least, most: null, cited: { sheet, datum }, doubt: { phrase: 'figure.unread', sheet, datum, opens: true } };
}

/** The line of the pilot community; the only line where none names it, or that may be its line; else none. */
export function ownLine(table: string, scope: Scope): DataRecord | null {
  if (isPooled(table, scope)) return null;
  const records = scope.records(table);
  const named = (record: DataRecord) => record.data.community?.state === 'value';
  const whose = inColumn(isOwn, table, 'community', scope);
  const naming = (truth: Truth) =>
    records.filter((record) => named(record) && whose(record.data.community!.text) === truth);
  const [own] = naming(IN);
  if (own) return own;
  const perhaps = records.filter((record) => !named(record));
  if (perhaps.length === 0) perhaps.push(...naming(UNKNOWN));
  return perhaps.length === 1 ? perhaps[0]! : null;
}

/** The self-report: one line an item, or the community's own line. */
export function selfReport(id: string, scope: Scope): DataRecord | null {
  for (const table of scope.tables(id)) if (table.pivot) return table.pivot;
  return ownLine(id, scope);
}

function placeOfCited({ sheet, datum }: Cited) {
  return { sheet, address: cellAddress(datum.row, datum.column) };
}

/** Why there is no figure in a table with a line for each community. */
function notGiven(figure: Figure, scope: Scope): Said {
  const words = figureWords(figure, scope);
  if (scope.community === null || scope.records(figure.table).length === 0 || ownLine(figure.table, scope))
    return { phrase: 'missing.figure', words };
  return { phrase: 'missing.line', words: { ...words, community: scope.reading.unit.community! } };
}

function figureWords({ table, field }: Pick<Figure, 'table' | 'field'>, scope: Scope): Said['words'] {
  return { table: nameOf(table, scope), field: labelOf(table, field, scope) };
}
