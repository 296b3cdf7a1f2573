/** Words in which the indicators are written down: clauses of the policy and targets. */
import type { Citation, Measure, Reference, TargetDef } from '../../../model.ts';
import { itemDone, itemProven, ownItem } from '../../../sheets/measures.ts';
import { W09, W13 } from '../../../sheets/tables.ts';

const POLICY = '淮府办〔2020〕8号';

export function clause(section: string, quote: string): Citation {
  return { source: POLICY, section, quote };
}

export function atLeast(p: number, unit: string, due: string, more: Partial<TargetDef> = {}): TargetDef {
  return { op: '>=', p, q: 1, unit, due, binding: 'binding', ...more };
}

/** At least p %; what is missing is told in `gapUnit`. */
export function percent(p: number, gapUnit: string, due: string, more: Partial<TargetDef> = {}): TargetDef {
  return { op: '>=', p, q: 100, unit: '%', gapUnit, due, binding: 'binding', ...more };
}

/** There is one. */
export function exists(unit: string, due: string, more: Partial<TargetDef> = {}): TargetDef {
  return atLeast(1, unit, due, more);
}

/** Shown as n of m, never judged (decision huainan-12). */
export function listed(p: number, unit: string, due: string): TargetDef {
  return { op: '>=', p, q: 1, unit, due, binding: 'information' };
}

/** A line of the list of mechanisms; `proven` where it needs proof to count (decision huainan-11). */
export function item(code: string, proven = false, levels?: readonly (readonly string[])[]): Measure {
  return {
    kind: 'items',
    table: W09.id,
    identity: 'item',
    items: [code],
    of: ownItem,
    where: proven ? itemProven : itemDone,
    levels,
  };
}

/** How a line of that list is judged, as `item` says it in words. */
export const byChecklist = '按平台与机制清单填写的“是/否”认定';
export const byChecklistProven = `${byChecklist}；没有佐证材料的待核实`;

export const COUNTY_WORDS = ['县', '区民政', '区级', '园区', '管委会', '区政府'];
export const STREET_WORDS = ['街道', '乡镇', '镇', '乡'];
export const COMMUNITY_WORDS = ['社区', '村'];

/** The actual work ended with the fourth phase; the policy leaves open which of the two counts (decision huainan-7). */
export const untilPhase = '截至2021年2月28日';

/** Of several communities: all together, and how many reach the target. */
export function severally(measure: Measure): readonly Reference[] {
  return [{ basis: '街道合并', measure, over: 'pooled' }, reaching(measure)];
}

/** How many of several communities reach the target on their own. */
export function reaching(measure: Measure): Reference {
  return { basis: '达标社区数', measure, over: 'each' };
}

export const self = { organisations: { table: W13.id, field: W13.field.org_total } };
