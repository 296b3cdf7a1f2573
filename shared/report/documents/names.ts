/** Units by name: a handful, and how many they are where there are more. */
import type { IndicatorDef, RollupUnit, Verdict } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { Bound, DocumentBinding, DocumentText } from './documents.ts';

/** More names than this make no sentence: the annexes have them all. */
export const AT_MOST = 6;

/** 甲、乙、丙; 甲、乙、…等9个单位 where they are many. `count` is how many they are. */
export function unitNames(units: readonly RollupUnit[], count: Bound, { nameOf }: DocumentData): DocumentText {
  const names = listed<DocumentBinding>(
    units.slice(0, AT_MOST).map((unit) => quote(nameOf(unit))),
    '、',
  );
  return units.length > AT_MOST ? says<DocumentBinding>`${names}等${count}个单位` : names;
}

/** Of the unit with this key. */
export function nameOfKey(key: string, { rollup, nameOf }: DocumentData): string {
  const unit = rollup.units.find((one) => one.key === key);
  return unit ? nameOf(unit) : '（未识别填报单位）';
}

export function indicatorNames(defs: readonly Pick<IndicatorDef, 'name'>[]): DocumentText {
  return listed<DocumentBinding>(
    defs.map(({ name }) => quote(name)),
    '、',
  );
}

export function unitsOf(indicator: string, verdict: Verdict, { counting }: DocumentData): readonly RollupUnit[] {
  return counting.map(({ unit }) => unit).filter(({ verdicts }) => verdicts[indicator] === verdict);
}

/** Those alike under one key, in the order of the first. */
export function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}
