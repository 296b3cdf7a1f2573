/** Whether a target set can be judged by, before anything is judged by it. */
import { serialOf } from '../model/days.ts';
import type { CheckCatalogue, IndicatorDef, Measure, TargetSet } from '../model.ts';

const OPERATORS = ['>=', '>', '<=', '<', '='];

/** What is wrong with a target set, in words; empty for a sound one. */
export function faultsIn(set: TargetSet, catalogue: CheckCatalogue): readonly string[] {
  const { phrases } = catalogue;
  const say = (fault: string, at: string) => `${at}: ${phrases[`target.${fault}`]}`;
  const faults: string[] = [];
  const days = [set.window.from, set.window.to, set.midtermAsOf, set.finalAsOf];
  if (!set.id || !set.version || !set.source) faults.push(say('unnamed', set.id || '?'));
  if (days.some((day) => Number.isNaN(serialOf(day)))) faults.push(say('date', set.id));
  if (serialOf(set.window.from) > serialOf(set.window.to)) faults.push(say('window', set.id));
  const table = catalogue.scoreTables.find(({ id }) => id === set.scoreTable);
  const titled = set.indicators.some(({ measure }) => measure.kind === 'qualified');
  if (!table && (titled || set.scoreTable !== undefined)) faults.push(say('scoreTable', set.id));
  const ids = set.indicators.map(({ id }) => id);
  for (const def of set.indicators) {
    for (const fault of indicatorFaults(def, ids, catalogue)) faults.push(say(fault, `${set.id} ${def.id}`));
  }
  return faults;
}

function indicatorFaults(def: IndicatorDef, ids: readonly string[], catalogue: CheckCatalogue): readonly string[] {
  const { target, citation, measure } = def;
  const whole = Number.isSafeInteger(target.p) && Number.isSafeInteger(target.q) && target.q > 0;
  const parts = partsOf(measure);
  const tables = 'table' in measure ? [measure.table] : [];
  return [
    ...(ids.indexOf(def.id) !== ids.lastIndexOf(def.id) ? ['twice'] : []),
    ...(OPERATORS.includes(target.op) ? [] : ['operator']),
    ...(whole ? [] : ['number']),
    ...(target.unit ? [] : ['unit']),
    ...(Number.isNaN(serialOf(target.due)) ? ['date'] : []),
    ...(citation.source && citation.quote ? [] : ['citation']),
    ...(parts.every((id) => ids.includes(id)) ? [] : ['parts']),
    ...(tables.every((id) => catalogue.tables.some((table) => table.id === id)) ? [] : ['table']),
  ];
}

/** Ids of the indicators that a measure is made of. */
function partsOf(measure: Measure): readonly string[] {
  if (measure.kind === 'parts' || measure.kind === 'milestone') return measure.of;
  if (measure.kind !== 'qualified') return [];
  const { goals, vetoes, awards } = measure;
  return [...goals, ...vetoes.flatMap(({ of }) => of ?? []), ...awards.flatMap(({ also }) => also)];
}
