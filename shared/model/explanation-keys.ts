/** By what an explanation finds its finding or gap again, also under the keys of earlier versions. */
import type { Evaluation, Indicator } from './contract.ts';
import type { Explanation } from './explanations.ts';

/** Of a gap: with its figures, so that what was said of them lapses with them. What is missing has none: it goes by what it lacks. */
export function gapKey(
  { id, entity, numerator, denominator, lower, upper, verdict, reasons }: Indicator,
  { policy, mode }: Pick<Evaluation, 'policy' | 'mode'>,
): string {
  if (verdict === 'missing') return `missing:${reasons[0] ?? ''}`;
  const bounds = lower === upper ? '' : `:${lower ?? ''}~${upper ?? ''}`;
  return `gap:${policy.id}:${mode}:${id}:${entity ?? ''}:${numerator ?? ''}/${denominator ?? ''}${bounds}`;
}

/** Whether it is of a gap that this evaluation does not look for. */
export function isElsewhere(key: string, { policy, mode }: Pick<Evaluation, 'policy' | 'mode'>): boolean {
  const [, of, at = mode] = /^gap:([^:]+):(?:(midterm|final):)?/.exec(key) ?? [];
  return of !== undefined && (of !== policy.id || at !== mode);
}

/** findingKey's 24 hex digits, numbered where a line was to be told from another. Other keys may hold blanks. */
export const isFindingKey = (key: string): boolean => /^[0-9a-f]{24}(?:#\d+)?$/.test(key);

/** Of a line that may stand for several findings, whose keys are joined by a blank. */
export function keysIn(cell: string): readonly string[] {
  const keys = cell.trim().split(' ');
  return keys.every(isFindingKey) ? keys : [cell];
}

// R041|W03|0123456789ab|…
const OLDER = /^[A-Z]\d+\|[^|]*\|.*\|/;
const LAPSED = 'lapsed:';
// gap:G03:甲社区, and with a policy before it.
const OLDER_GAP = /^gap:(?:([^:]+):)?([^:]+):([^:]*)$/;

/**
 * Under the keys of today, those first that had them already: what was said since counts before what an older sheet says. Keys of
 * findings were once their parts, tokens among them, which are not written again (decision mask-11): what was explained is
 * found by what its line says, or it has lapsed. Those of gaps once named no policy, no mode and no figures: they are taken
 * once for what stands there now.
 */
export function keyedToday(explanations: readonly Explanation[], evaluation: Evaluation): readonly Explanation[] {
  const lapsed = new Set<string>();
  const keyed = explanations.map((one) => {
    let key = keyToday(one, evaluation);
    while (lapsed.has(key)) key += '#';
    if (key.startsWith(LAPSED)) lapsed.add(key);
    return key === one.key ? one : { ...one, key };
  });
  const before = new Set(explanations);
  const isKept = (one: Explanation) => before.has(one);
  return [...keyed.filter(isKept), ...keyed.filter((one) => !isKept(one))];
}

function keyToday({ key, about }: Explanation, evaluation: Evaluation): string {
  const { policy, mode, indicators, findings } = evaluation;
  if (OLDER.test(key)) {
    const fitting = findings.filter(({ message }) => message === about);
    // Of two that say the same nobody knows which was meant.
    return fitting.length === 1 ? fitting[0]!.key : `${LAPSED}${about}`;
  }
  const [, of = policy.id, id, entity] = OLDER_GAP.exec(key) ?? [];
  if (id === undefined) return key;
  const indicator =
    of === policy.id && indicators.find((one) => one.id === id && (one.entity ?? '') === entity && !one.basis);
  return indicator ? gapKey(indicator, { policy, mode }) : `gap:${of}:${id}:${entity}`;
}
