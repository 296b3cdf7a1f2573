/**
 * What a version to be made public does not tell: of how many people, where they are fewer than five, and whatever that could be
 * found out from – numbers, rates, gaps, sums and verdicts. Of one unit no number of people is told at all; of all units together
 * and of how units stand what `withheld.ts` leaves. Whoever tells a figure of people, in whatever form, asks here.
 */
import type { IndicatorDef, Verdict } from '../../model.ts';
import type { DocumentData } from './data.ts';
import { isOfPeople } from './people.ts';
import type { FiguresOf, UnitFigures } from './people-rows.ts';
import { ALL, type Closure, closed, isSame, type Kept, NONE } from './withheld.ts';

export type { Kept };

export const isPrivate = (def: IndicatorDef, { options, policy }: DocumentData): boolean =>
  options.isPublic && isOfPeople(def, policy);

/** Not even how units stand in it may be told: it would give a number away. */
export const isHidden = (def: IndicatorDef, data: DocumentData): boolean =>
  isPrivate(def, data) && closureOf(data).hidden.has(def.id);

/** What of the figures of all units is told as it is. */
export function keptOf(def: IndicatorDef, data: DocumentData): Kept {
  return isPrivate(def, data) ? (closureOf(data).kept.get(def.id) ?? NONE) : ALL;
}

/** Whether a public mid-term report told the rate of just these units. */
export function wasTold(def: IndicatorDef, keys: readonly string[], data: DocumentData): boolean {
  return isRateTold(def, keys, midtermClosureOf(data));
}

/** Whether this one tells the rate of just these. */
export function isTold(def: IndicatorDef, keys: readonly string[], data: DocumentData): boolean {
  return isRateTold(def, keys, closureOf(data));
}

const isRateTold = ({ id }: IndicatorDef, keys: readonly string[], { kept, pools }: Closure): boolean =>
  (kept.get(id) ?? NONE).rate && isSame(pools.get(id) ?? [], keys);

const closureOf = onceFor((data) => closed(data.policy, figuresNow(data)));
const midtermClosureOf = onceFor((data) => closed(data.policy, midtermFigures(data)));

/** Every figure asks for it. */
function onceFor(make: (data: DocumentData) => Closure): (data: DocumentData) => Closure {
  const made = new WeakMap<DocumentData, Closure>();
  return (data) => {
    const known = made.get(data) ?? make(data);
    made.set(data, known);
    return known;
  };
}

function figuresNow({ counting }: DocumentData): FiguresOf {
  return (id) => counting.flatMap(({ unit: { key, figures, verdicts } }) => figureOf(key, verdicts[id], figures[id]));
}

/** Also of units that handed in nothing since: the public mid-term report told its rate with them. */
function midtermFigures({ rollup }: DocumentData): FiguresOf {
  const left = rollup.units.filter(({ state, time }) => state === 'other_time' && time === 'midterm');
  return (id) => {
    const compared = rollup.comparison.filter((one) => one.id === id && one.midterm);
    const keys = new Set(compared.map(({ key }) => key));
    return [
      ...compared.flatMap(({ key, midterm }) => figureOf(key, midterm!.verdict, midterm!)),
      ...left.flatMap(({ key, verdicts, figures }) => (keys.has(key) ? [] : figureOf(key, verdicts[id], figures[id]))),
    ];
  };
}

const CERTAIN: readonly (Verdict | undefined)[] = ['met', 'unmet', 'on_track', 'behind'];

function figureOf(
  key: string,
  verdict: Verdict | undefined,
  figure: { readonly numerator: number | null; readonly denominator: number | null } | undefined,
): readonly UnitFigures[] {
  if (!figure || figure.numerator === null || !CERTAIN.includes(verdict)) return [];
  return [{ key, numerator: figure.numerator, denominator: figure.denominator }];
}
