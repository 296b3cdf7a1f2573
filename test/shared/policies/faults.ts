/** Whether a policy can be judged by, before anything is judged by it. */
import { serialOf } from '../../../shared/model/days.ts';
import type { CheckCatalogue, IndicatorDef, Measure, Policy } from '../../../shared/model.ts';

const faultWords = {
  unnamed: '目标集须有编号、版本和依据。',
  date: '日期须为存在的日期，写作 2021-05-31。',
  window: '窗口的首日晚于末日。',
  twice: '同一目标集内指标编号重复。',
  operator: '比较方式须为 >=、>、<=、<、= 之一。',
  number: '目标值须为整数 p 除以正整数 q。',
  unit: '目标须有单位。',
  citation: '目标须注明依据和引文。',
  parts: '所依据的指标不在本目标集内。',
  table: '所依据的表不在目录内。',
  scoreTable: '有示范点资格的目标集须有评分表。',
  scored: '有没有评分表，两处说法不同。',
} as const;

const OPERATORS = ['>=', '>', '<=', '<', '='];

/** What is wrong with a policy, in words; empty for a sound one. */
export function faultsIn(set: Policy, catalogue: CheckCatalogue): readonly string[] {
  const say = (fault: keyof typeof faultWords, at: string) => `${at}: ${faultWords[fault]}`;
  const faults: string[] = [];
  const days = [set.window.from, set.window.to, set.midtermAsOf, set.finalAsOf];
  if (!set.id || !set.version || !set.source) faults.push(say('unnamed', set.id || '?'));
  if (days.some((day) => Number.isNaN(serialOf(day)))) faults.push(say('date', set.id));
  if (serialOf(set.window.from) > serialOf(set.window.to)) faults.push(say('window', set.id));
  const titled = set.indicators.some(({ measure }) => measure.kind === 'qualified');
  if (titled && !set.scoreTable) faults.push(say('scoreTable', set.id));
  if (set.scored !== (set.scoreTable !== null)) faults.push(say('scored', set.id));
  const ids = set.indicators.map(({ id }) => id);
  for (const def of set.indicators) {
    for (const fault of indicatorFaults(def, ids, catalogue)) faults.push(say(fault, `${set.id} ${def.id}`));
  }
  return faults;
}

function indicatorFaults(
  def: IndicatorDef,
  ids: readonly string[],
  catalogue: CheckCatalogue,
): readonly (keyof typeof faultWords)[] {
  const { target, citation, measure } = def;
  const whole = Number.isSafeInteger(target.p) && Number.isSafeInteger(target.q) && target.q > 0;
  const parts = partsOf(measure);
  const tables = 'table' in measure ? [measure.table] : [];
  const faults: readonly (keyof typeof faultWords | false)[] = [
    ids.indexOf(def.id) !== ids.lastIndexOf(def.id) && 'twice',
    !OPERATORS.includes(target.op) && 'operator',
    !whole && 'number',
    !target.unit && 'unit',
    Number.isNaN(serialOf(target.due)) && 'date',
    !(citation.source && citation.quote) && 'citation',
    !parts.every((id) => ids.includes(id)) && 'parts',
    !tables.every((id) => catalogue.tables.some((table) => table.id === id)) && 'table',
  ];
  return faults.filter((fault) => fault !== false);
}

/** Ids of the indicators that a measure is made of. */
function partsOf(measure: Measure): readonly string[] {
  if (measure.kind === 'parts' || measure.kind === 'milestone') return measure.of;
  if (measure.kind !== 'qualified') return [];
  const { goals, vetoes, awards } = measure;
  return [...goals, ...vetoes.flatMap(({ of }) => of ?? []), ...awards.flatMap(({ also }) => also)];
}
