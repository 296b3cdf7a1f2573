/**
 * How much of figures of people may be told. What could be told is taken up one by one, the most telling first, and only as far as
 * no number of few people can be found out from it and from all that was taken up before.
 */
import { isSet } from '../../model/figures.ts';
import { reaches, shortfall } from '../../model/targets.ts';
import type { IndicatorDef, Policy } from '../../model.ts';
import { FEW, isFew, isOfPeople } from './people.ts';
import {
  amountsOf,
  boundsOf,
  type FiguresOf,
  guardsOf,
  othersIn,
  possible,
  type Row,
  rowsOf,
  tablesOf,
  verdictsOf,
  wholeGuards,
} from './people-rows.ts';
import { type Guarded, isAnyFixed, type Known, type World } from './worlds.ts';

export interface Kept {
  /** `few`: not how many, but that they are fewer than five. */
  readonly numerator: 'told' | 'few' | 'kept';
  readonly denominator: 'told' | 'few' | 'kept';
  /** Rate, points and amount of the gap: with the one figure they give the other. */
  readonly rate: boolean;
  readonly amount: boolean;
  /** Whether all units together reach the target. */
  readonly verdict: boolean;
}

export const ALL: Kept = { numerator: 'told', denominator: 'told', rate: true, amount: true, verdict: true };
export const NONE: Kept = { numerator: 'kept', denominator: 'kept', rate: false, amount: false, verdict: false };

export interface Closure {
  /** By indicator. */
  readonly kept: ReadonlyMap<string, Kept>;
  readonly hidden: ReadonlySet<string>;
  /** Keys of the units whose figures are added up. */
  readonly pools: ReadonlyMap<string, readonly string[]>;
}

export function closed(policy: Policy, figuresOf: FiguresOf): Closure {
  const all = policy.indicators.filter((def) => isOfPeople(def, policy) && isSet(def.target));
  const numbers = new Map<string, number>();
  const rows = rowsOf(all, figuresOf, numbers);
  const closure = {
    kept: new Map<string, Kept>(),
    hidden: new Set<string>(),
    pools: new Map<string, readonly string[]>(),
  };
  for (const { def, units } of rows)
    closure.pools.set(
      def.id,
      units.map(({ key }) => key),
    );
  for (const beside of besideEachOther(rows)) close(beside, numbers, policy, closure);
  return closure;
}

/** Those of which one can tell of another: they count what stands in one table. */
function besideEachOther(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: { readonly tables: Set<string>; readonly rows: Row[] }[] = [];
  for (const row of rows) {
    const tables = new Set(tablesOf(row.def.measure));
    const near = groups.filter((group) => [...tables].some((table) => group.tables.has(table)));
    for (const one of near) groups.splice(groups.indexOf(one), 1);
    groups.push({
      tables: new Set([...near.flatMap((one) => [...one.tables]), ...tables]),
      rows: [...near.flatMap((one) => one.rows), row],
    });
  }
  return groups.map((group) => rows.filter((row) => group.rows.includes(row)));
}

/** Takes up one thing after the other: how units stand, then the figures of all together, goals first. */
function close(
  rows: readonly Row[],
  numbers: ReadonlyMap<string, number>,
  { goals }: Policy,
  { kept, hidden }: { readonly kept: Map<string, Kept>; readonly hidden: Set<string> },
): void {
  const truth: World = (of) => numbers.get(of)!;
  const othersOf = othersIn(rows);
  let known: readonly Known[] = rows.flatMap(({ units, def }) => units.map((unit) => possible(unit, def)));
  let guarded: readonly Guarded[] = [];
  const isSafe = (more: readonly Known[]) => !isAnyFixed(guarded, { numbers, known: [...known, ...more], othersOf });
  // What is counted by itself first: shares are held against it.
  for (const row of [...rows].sort((a, b) => Number(a.isShare) - Number(b.isShare))) {
    const more = [...verdictsOf(row), ...boundsOf(row, rows, hidden)];
    // What is not told of is guarded all the same.
    guarded = [...guarded, ...guardsOf(row, rows, truth)];
    if (isSafe(more)) known = [...known, ...more];
    else hidden.add(row.def.id);
  }
  const isGoal = ({ def }: Row) => goals.includes(def.id);
  for (const row of [...rows.filter(isGoal), ...rows.filter((one) => !isGoal(one))]) {
    if (!row.isShare || row.units.length === 0 || hidden.has(row.def.id)) continue;
    guarded = [...guarded, ...wholeGuards(row, truth)];
    const most = tellings(row, known, truth).find(({ more }) => isSafe(more));
    if (!most) continue;
    kept.set(row.def.id, most.is);
    known = [...known, ...most.more];
  }
}

interface Telling {
  readonly is: Kept;
  readonly more: readonly Known[];
}

/** Of all units together, the most first. */
function tellings({ def, units }: Row, known: readonly Known[], truth: World): readonly Telling[] {
  const parts = units.map(({ part }) => part);
  const wholes = units.flatMap(({ whole }) => whole ?? []);
  const [part, whole, rest] = amountsOf(parts, wholes, def).map((amount) => amount(truth)) as [number, number, number?];
  // Two sums of the same numbers over other units would tell of those that are in one of them only.
  const isTold = (of: readonly string[]) =>
    known.every(
      (one) =>
        !('least' in one) || one.least !== one.most || isSame(one.of, of) || !one.of.some((each) => kindIn(each, of)),
    );
  const exact = (of: readonly string[], sum: number): Known => ({ of, least: sum, most: sum });
  const few = (of: readonly string[]): Known => ({ of, least: 1, most: FEW - 1 });
  const together: Known = {
    of: [...parts, ...wholes],
    isSo: (world) => {
      const [some, all] = amountsOf(parts, wholes, def).map((amount) => amount(world)) as [number, number];
      return reaches(some, all, def.target) === reaches(part, whole, def.target);
    },
  };
  const amount = !isFew(gapOf(def, part, whole));
  const some = { ...NONE, verdict: true };
  const isWholeTold = !isFew(whole) && isTold(wholes);
  const partly = isFew(part) ? ('few' as const) : ('kept' as const);
  return [
    ...(isWholeTold && !isFew(part) && !isFew(rest ?? 0) && isTold(parts)
      ? [{ is: { ...ALL, amount }, more: [exact(wholes, whole), exact(parts, part)] }]
      : []),
    ...(isWholeTold
      ? [
          ...(partly === 'few'
            ? [
                {
                  is: { ...some, denominator: 'told' as const, numerator: partly },
                  more: [exact(wholes, whole), few(parts), together],
                },
              ]
            : []),
          { is: { ...some, denominator: 'told' }, more: [exact(wholes, whole), together] } as const,
          { is: { ...NONE, denominator: 'told' }, more: [exact(wholes, whole)] } as const,
        ]
      : []),
    ...(isFew(whole)
      ? [{ is: { ...some, denominator: 'few' as const }, more: [few(wholes), together] }]
      : [{ is: some, more: [together] }]),
  ];
}

/** Whether a number of the same kind is among them. */
function kindIn(one: string, of: readonly string[]): boolean {
  const kind = kindOf(one);
  return of.some((each) => kindOf(each) === kind);
}

const kindOf = (number: string) => number.slice(0, number.indexOf('\n'));

const gapOf = ({ target }: IndicatorDef, part: number, whole: number) =>
  whole > 0 && !reaches(part, whole, target) ? shortfall(part, whole, target).amount : 0;

export const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one) => others.includes(one));
