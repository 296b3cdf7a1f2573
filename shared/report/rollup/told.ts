/** What every sheet of 汇总 is told from: units by their names, and the evaluations that count. */
import { demandOf } from '../../model/missing.ts';
import { shortVerdict, verdictSigns } from '../../model/verdict-signs.ts';
import { urbanRuralWords } from '../../model/words.ts';
import type {
  CellStyle,
  Evaluation,
  IndicatorDef,
  PlanCell,
  Policy,
  Rollup,
  RollupUnit,
  Verdict,
} from '../../model.ts';
import { plain } from './lists.ts';

export interface Told {
  readonly rollup: Rollup;
  readonly policy: Policy;
  /** Units whose file counts, in the order of the roll-up. */
  readonly counting: readonly Counting[];
  readonly missing: readonly RollupUnit[];
  readonly nameOf: (unit: RollupUnit) => string;
  /** By indicator id. */
  readonly defs: ReadonlyMap<string, IndicatorDef>;
}

export interface Counting {
  readonly unit: RollupUnit;
  /** Null where the caller does not have it. */
  readonly evaluation: Evaluation | null;
}

export function toldOf(rollup: Rollup, policy: Policy, evaluations: ReadonlyMap<string, Evaluation>): Told {
  return {
    rollup,
    policy,
    counting: rollup.units
      .filter(({ state }) => state === 'reported')
      .map((unit) => ({ unit, evaluation: evaluations.get(unit.file ?? '') ?? null })),
    missing: rollup.units.filter(({ state }) => state === 'missing'),
    nameOf: unitNames(policy),
    defs: new Map(policy.indicators.map((def) => [def.id, def])),
  };
}

/** `田家庵区望淮街道锦湖社区`, as far as it is known. */
export function unitNames(policy: Policy): (unit: RollupUnit) => string {
  const counties = countyNames(policy);
  return ({ unit }) =>
    [counties(unit), unit.street, unit.community].filter((name) => name !== null).join('') || '（未识别填报单位）';
}

export function countyNames({ register }: Policy): (unit: RollupUnit['unit']) => string | null {
  const names = new Map(register.units.map(({ id, name }) => [id, name]));
  return ({ county, countyName }) => countyName ?? names.get(county ?? '') ?? county;
}

/** Of what the sheets cannot tell the problems and the cells; empty for nothing. */
export function unseenText({ counting, nameOf }: Told): readonly string[] {
  const unseen = counting.filter(({ evaluation }) => evaluation === null).map(({ unit }) => nameOf(unit));
  return unseen.length > 0
    ? [`没有载入逐项结果、未列入本表的单位：${unseen.join('、')}。请重新放入这些单位的文件。`]
    : [];
}

/** `text` says that nothing is wrong, which nobody can say of what was not seen. */
export function emptyText(told: Told, text: string): string {
  return unseenText(told).length > 0 ? '还不能说没有：逐项结果没有都载入。' : text;
}

export const sideWord = ({ urbanRural }: RollupUnit): string => urbanRuralWords[urbanRural];

export const MISSING = '未报送';

export const missingCell: PlanCell = plain(MISSING, 'warning');

/** Sign and word; what lacks data that is not demanded yet is no failing: it has a word of its own, and no colour. */
export function verdictCell(
  verdict: Verdict,
  def: IndicatorDef | undefined,
  { mode, asOf }: Pick<Rollup, 'mode' | 'asOf'>,
): PlanCell {
  const demand = verdict === 'missing' && def ? demandOf(def, { mode, asOf }) : 'now';
  if (demand === 'later') return plain(`${verdictSigns[verdict]}未到期`);
  const shown = demand === 'never' ? 'reference' : verdict;
  return plain(shortVerdict(shown), styles[shown]);
}

const styles: Readonly<Record<Verdict, CellStyle>> = {
  met: 'met',
  unmet: 'error',
  behind: 'gap',
  to_verify: 'warning',
  missing: 'warning',
  on_track: 'note',
  not_applicable: 'text',
  reference: 'text',
};
