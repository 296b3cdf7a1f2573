/** Figures of people of all units as one system: which numbers there are, what is known of them, and which are not to be found out. */
import { isRatio } from '../../model/figures.ts';
import { reaches } from '../../model/targets.ts';
import type { IndicatorDef, Measure } from '../../model.ts';
import { identityOf, isFew } from './people.ts';
import type { Guarded, Known, World } from './worlds.ts';

export interface UnitFigures {
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Of an indicator those units that are judged for certain. */
/** Of an indicator those units that are judged for certain. */
export type FiguresOf = (id: string) => readonly UnitFigures[];

// Numbers -------------------------------------------------------------------------------------------------------------

export interface Row {
  readonly def: IndicatorDef;
  readonly isShare: boolean;
  readonly units: readonly RowUnit[];
}

export interface RowUnit {
  readonly key: string;
  readonly isMet: boolean;
  /** Names of its numbers; those that are the same in two indicators have one name. */
  readonly part: string;
  readonly whole: string | null;
}

export function rowsOf(
  defs: readonly IndicatorDef[],
  figuresOf: FiguresOf,
  numbers: Map<string, number>,
): readonly Row[] {
  const kinds: { readonly name: string; readonly table: string; readonly values: ReadonlyMap<string, number> }[] = [];
  /** What is alike in every unit that has both is taken for one: registered volunteers as a part and as a whole. */
  function kindOf(name: string, table: string, values: ReadonlyMap<string, number>): string {
    const same = kinds.find((kind) => {
      const both = [...values].filter(([key]) => kind.values.has(key));
      return kind.table === table && both.length > 0 && both.every(([key, value]) => kind.values.get(key) === value);
    });
    kinds.push({ name: same?.name ?? name, table, values });
    for (const [key, value] of values) numbers.set(`${same?.name ?? name}\n${key}`, value);
    return same?.name ?? name;
  }
  return defs.flatMap((def) => {
    const figures = figuresOf(def.id);
    if (figures.length === 0) return [];
    const isShare = figures.every(({ denominator }) => denominator !== null);
    const [ofPart, ofWhole] = tablesOf(def.measure);
    const part = kindOf(`${def.id} part`, ofPart, new Map(figures.map(({ key, numerator }) => [key, numerator])));
    const whole = isShare
      ? kindOf(`${def.id} whole`, ofWhole, new Map(figures.map(({ key, denominator }) => [key, denominator!])))
      : null;
    const units = figures.map(({ key, numerator, denominator }) => ({
      key,
      isMet: reaches(numerator, denominator, def.target),
      part: `${part}\n${key}`,
      whole: whole === null ? null : `${whole}\n${key}`,
    }));
    return [{ def, isShare, units }];
  });
}

/** Where its two numbers stand. */
export function tablesOf(measure: Measure): readonly [part: string, whole: string] {
  switch (measure.kind) {
    case 'quotient':
      return [measure.numerator.table, measure.denominator[0]?.table ?? ''];
    case 'density':
      return [measure.count.table, measure.denominator[0]?.table ?? ''];
    default: {
      const table = 'table' in measure ? measure.table : '';
      return [table, table];
    }
  }
}

export const numbersOf = ({ part, whole }: RowUnit): readonly string[] => (whole === null ? [part] : [part, whole]);

/** So many units are tried before a number counts as fixed. */
const TRIED = 40;

export function othersIn(rows: readonly Row[]) {
  const alike = new Map<string, readonly (readonly string[])[]>();
  for (const { units } of rows) {
    const all = units.map(numbersOf);
    for (const of of all) alike.set(of.join(), all);
  }
  return (of: readonly string[]) =>
    (alike.get(of.join()) ?? []).filter((one) => one.every((each) => !of.includes(each))).slice(0, TRIED);
}

// What is known -------------------------------------------------------------------------------------------------------

/** Of itself, whatever is told: nobody is fewer than none, and a part no more than its whole. */
export function possible(unit: RowUnit, { target }: IndicatorDef): Known {
  const { part, whole } = unit;
  return {
    of: numbersOf(unit),
    isSo: (world) =>
      world(part) >= 0 && (whole === null || (world(whole) >= 1 && (!isRatio(target) || world(part) <= world(whole)))),
  };
}

export function verdictsOf({ units, def }: Row): readonly Known[] {
  return units.map((unit) => ({
    of: numbersOf(unit),
    isSo: (world) =>
      reaches(world(unit.part), unit.whole === null ? null : world(unit.whole), def.target) === unit.isMet,
  }));
}

/** What is counted by itself adds up to the whole of a share of the same things: two posts here and one there are three. */
export function boundsOf(row: Row, rows: readonly Row[], hidden: ReadonlySet<string>): readonly Known[] {
  const counts = countsBeside(row, rows);
  if (!row.isShare || counts.length === 0) return [];
  return row.units.map(({ key, whole, ...unit }) => {
    const told = counts.map(({ def, units }) => {
      const one = hidden.has(def.id) ? undefined : units.find((each) => each.key === key);
      return one ? rangeOf(def, one.isMet) : [0, Number.POSITIVE_INFINITY];
    });
    const [least, most] = [0, 1].map((end) => told.reduce((sum, range) => sum + range[end]!, 0)) as [number, number];
    return { of: numbersOf({ key, whole, ...unit }), isSo: (world) => isWithin(world(whole!), least, most) };
  });
}

const isWithin = (one: number, least: number, most: number) => least <= one && one <= most;

/** Counts of the same things; a number that the share is told by itself is not among them. */
function countsBeside({ def }: Row, rows: readonly Row[]): readonly Row[] {
  const identity = identityOf(def);
  return identity === null ? [] : rows.filter((one) => !one.isShare && identityOf(one.def) === identity);
}

/** As many as may be, by the verdict of a count. */
function rangeOf({ target }: IndicatorDef, isMet: boolean): readonly [least: number, most: number] {
  const numbers = Array.from({ length: LOOKED }, (_, at) => at).filter((at) => reaches(at, null, target) === isMet);
  const last = numbers.at(-1) ?? LOOKED;
  return [numbers[0] ?? 0, last >= LOOKED - 1 ? Number.POSITIVE_INFINITY : last];
}

/** No target of a count is beyond it. */
const LOOKED = 1000;

// What is guarded -----------------------------------------------------------------------------------------------------

/** Each number of one unit that is few, and what is left of a whole. */
export function guardsOf(row: Row, rows: readonly Row[], truth: World): readonly Guarded[] {
  const beside = row.isShare ? countsBeside(row, rows) : [];
  return row.units.flatMap((unit) => {
    const of = [numbersOf(unit)];
    const { part, whole } = unit;
    const guards = amountsOf([part], whole === null ? [] : [whole], row.def).filter((amount) => isFew(amount(truth)));
    // The whole of all posts tells of each kind of them.
    const kinds = beside.flatMap(({ units }) => units.filter(({ key }) => key === unit.key));
    const byKinds = kinds.some((kind) => isFew(truth(kind.part))) ? [(world: World) => world(whole!)] : [];
    return [...guards, ...byKinds].map((amount) => ({ of, amount }));
  });
}

/** The same of all units together. */
export function wholeGuards({ def, units }: Row, truth: World): readonly Guarded[] {
  const amounts = amountsOf(
    units.map(({ part }) => part),
    units.flatMap(({ whole }) => whole ?? []),
    def,
  );
  const of = units.map(numbersOf);
  return amounts.filter((amount) => isFew(amount(truth))).map((amount) => ({ of, amount }));
}

export function amountsOf(parts: readonly string[], wholes: readonly string[], { target }: IndicatorDef) {
  const sum = (of: readonly string[]) => (world: World) => of.reduce((all, one) => all + world(one), 0);
  const [part, whole] = [sum(parts), sum(wholes)];
  if (wholes.length === 0) return [part];
  return isRatio(target) ? [part, whole, (world: World) => whole(world) - part(world)] : [part, whole];
}
