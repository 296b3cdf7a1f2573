/** What the evaluations say, reckoned once more: a clerk's sums, counts and roundings, made of the shapes alone. */
import type {
  Evaluation,
  Indicator,
  IndicatorDef,
  Policy,
  Rollup,
  RollupFinding,
  Submitted,
  Verdict,
} from '../../shared/model.ts';

export interface Truth {
  readonly policy: Policy;
  readonly rollup: Rollup;
  /** What was wrong across the workbooks of the mid-term evaluation. */
  readonly midterm: readonly RollupFinding[];
  readonly submitted: readonly Submitted[];
  /** Units whose file counts. */
  readonly filed: readonly Filed[];
  readonly office: string | null;
  readonly commissioner: string | null;
  /** ISO dates. */
  readonly day: string | null;
  readonly rectifyBy: string;
  readonly resubmitBy?: string;
  /** To be made public: nothing in it tells of one to four people. */
  readonly isPublic: boolean;
}

export interface Filed {
  readonly key: string;
  readonly name: string;
  readonly community: string;
  readonly file: string;
  readonly evaluation: Evaluation;
}

export const missingIn = ({ policy, rollup }: Truth): readonly string[] =>
  rollup.units.filter(({ state }) => state === 'missing').map(({ unit }) => nameOf(unit, policy));

export function nameOf({ county, countyName, street, community }: Evaluation['unit'], { register }: Policy): string {
  const listed = register.units.find(({ id }) => id === county)?.name;
  return [countyName ?? listed ?? county ?? '', street ?? '', community ?? ''].join('') || '（未识别填报单位）';
}

/** The figure of an indicator that is judged, not one that stands beside it for reference. */
export const entryIn = ({ indicators }: Evaluation, id: string): Indicator | undefined =>
  indicators.find((one) => one.id === id && one.basis === undefined);

export const isShareUnit = (unit: string) => unit.endsWith('%') || unit.endsWith('‰') || unit.endsWith('/万人');

/** What is asked for and holds for somebody: of each the report must speak. */
export function judgedIn(truth: Truth): readonly IndicatorDef[] {
  return truth.policy.indicators.filter(
    ({ id, target, spoken }) =>
      target.binding !== 'information' && spoken?.kind !== 'title' && tallyOf(id, truth).applicable > 0,
  );
}

export type Tally = Readonly<Record<Exclude<Verdict, 'not_applicable' | 'reference'> | 'applicable', number>>;

export function tallyOf(id: string, truth: Truth): Tally {
  const verdicts = truth.filed.flatMap(({ evaluation }) => entryIn(evaluation, id)?.verdict ?? []);
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const counts = {
    met: count('met'),
    unmet: count('unmet'),
    on_track: count('on_track'),
    behind: count('behind'),
    to_verify: count('to_verify'),
    missing: count('missing'),
  };
  return { ...counts, applicable: Object.values(counts).reduce((sum, one) => sum + one, 0) };
}

export interface Pool {
  readonly part: number;
  readonly whole: number;
  /** Units in it whose figure is not settled. */
  readonly open: number;
}

/** Numerators and denominators of the units that are judged for certain; null where there are none, or it is no share. */
export function poolOf({ id, target }: IndicatorDef, truth: Truth): Pool | null {
  if (!isShareUnit(target.unit)) return null;
  const certain = truth.filed.flatMap(({ evaluation }) => {
    const entry = entryIn(evaluation, id);
    const isJudged = entry && ['met', 'unmet', 'on_track', 'behind'].includes(entry.verdict);
    return isJudged && entry.denominator !== null ? [entry] : [];
  });
  const whole = certain.reduce((sum, { denominator }) => sum + denominator!, 0);
  if (whole === 0) return null;
  const part = certain.reduce((sum, { numerator }) => sum + numerator!, 0);
  return { part, whole, open: certain.filter((one) => !isSettled(one)).length };
}

export function isSettled({ lower, upper, denominator, lowerDenominator, upperDenominator }: Indicator): boolean {
  return lower === upper && (lowerDenominator ?? denominator) === (upperDenominator ?? denominator);
}

interface Aim {
  readonly op: '>=' | '>' | '<=' | '<' | '=';
  readonly p: number;
  readonly q: number;
}

/** In whole numbers; true of `part` of `whole` against p of q. */
export function reaches(part: number, whole: number, { op, p, q }: Aim): boolean {
  const [left, right] = [BigInt(Math.round(part * 10 * q)), BigInt(Math.round(p * whole * 10))];
  return { '>=': left >= right, '>': left > right, '<=': left <= right, '<': left < right, '=': left === right }[op];
}

/** So many more (or fewer) until the target is reached. */
export function shortBy({ part, whole }: Pick<Pool, 'part' | 'whole'>, aim: Aim): number {
  const step = aim.op.startsWith('<') ? -1 : 1;
  let moved = 0;
  while (!reaches(part + step * moved, whole, aim) && moved < 1_000_000) moved++;
  return moved;
}

/** In hundredths of its unit as printed: rounded half up, but never over the target from the wrong side. */
export function hundredths(part: number, whole: number, aim: Aim | null, scale = 100): number {
  if (whole === 0) return 0;
  const all = part * scale * 100;
  const below = Math.floor(all / whole);
  const near = all - below * whole >= whole / 2 ? below + 1 : below;
  if (!aim || reaches(near, scale * 100, aim) === reaches(part, whole, aim)) return near;
  return near === below ? below + 1 : below;
}

export const scaleOf = (unit: string) => (unit.endsWith('/万人') ? 10_000 : unit.endsWith('‰') ? 1000 : 100);

/** 36.92%, 11.57人/万人. */
export const shareText = (part: number, whole: number, target: Aim & { readonly unit: string }) =>
  twoDecimals(hundredths(part, whole, target, scaleOf(target.unit))) + target.unit;

export const twoDecimals = (of: number) =>
  `${Math.floor(of / 100)}.${String(of - Math.floor(of / 100) * 100).padStart(2, '0')}`;

export const percent = (part: number, whole: number, aim: Aim | null) =>
  `${twoDecimals(hundredths(part, whole, aim))}%`;

/** 6.67 of 33.33 % under 40 %. */
export function points(part: number, whole: number, aim: Aim): string {
  const apart = (aim.p * 10_000) / aim.q - hundredths(part, whole, aim);
  return twoDecimals(Math.max(Math.ceil(aim.op.startsWith('<') ? -apart : apart), 0));
}

export function dayText(iso: string): string {
  const [, year, month, day] = /^(\d{4})-0?(\d+)-0?(\d+)$/.exec(iso)!;
  return `${year}年${month}月${day}日`;
}

/** 40%, 10家. */
export function aimText({ p, q, unit }: Pick<IndicatorDef['target'], 'p' | 'q' | 'unit'>): string {
  const scale = unit.endsWith('%') ? 100 : unit.endsWith('‰') ? 1000 : unit.endsWith('/万人') ? 10_000 : null;
  return scale === null ? `${p === q ? p : p / q}${unit}` : `${(p * scale) / q}${unit}`;
}

/** What stands in a cell for the figure of a unit: 33.33%（1/3）, 6～7家, 已成立, 缺数据. */
export function figureText(entry: Indicator): string {
  const { numerator, denominator, verdict, spoken, target } = entry;
  if (numerator === null) return verdict === 'not_applicable' ? '—' : '缺数据';
  const [least, most] = [entry.lower ?? numerator, entry.upper ?? numerator];
  if (spoken?.kind === 'title') return '—';
  if (spoken?.kind === 'step') {
    if (least > 0) return spoken.done;
    if (most > 0) return '待核实';
    return verdict === 'on_track' ? '正在推进' : spoken.undone;
  }
  if (denominator === null) return `${least === most ? least : `${least}～${most}`}${target?.unit ?? ''}`;
  const [leastOf, mostOf] = [entry.lowerDenominator ?? denominator, entry.upperDenominator ?? denominator];
  const [low, high] = [`${least}/${leastOf}`, `${most}/${mostOf}`];
  const counts = isSettled(entry) || low === high ? low : `${low}～${high}`;
  if (target?.unit !== '%' && target?.unit !== '‰') return counts;
  const rates = [percent(least, leastOf, target), percent(most, mostOf, target)];
  return low === high ? `${rates[0]}（${counts}）` : `${rates[0]}～${rates[1]}（${counts}）`;
}

/** Nothing is known, and nothing is asked for yet. */
export const isLater = ({ target }: Pick<IndicatorDef, 'target'>, { rollup }: Truth) =>
  rollup.mode === 'midterm' && target.due > rollup.asOf;

/** What is put together of parts lacks what its part lacks: “服务中心”缺数据：没有这张表 is 没有这张表. */
export const causeOf = ({ reasons }: Pick<Indicator, 'reasons'>): string => {
  const [first = ''] = reasons;
  const at = first.lastIndexOf('”缺数据：');
  return first.startsWith('“') && at > 0 ? first.slice(at + '”缺数据：'.length) : first;
};
