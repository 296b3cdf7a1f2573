/** What people wrote into our 差距清单, of which each evaluation has one, and what is hidden beside them. */
import type { Mode } from './contract.ts';
import { type Explanation, isEmpty } from './explanations.ts';
import { explanationsIn } from './gap-lines.ts';
import { type ByMode, byMode, type Kind } from './kinds.ts';

/**
 * For each evaluation: what stands in its own sheet, then what the other's says of findings, then what is hidden; of each key
 * what comes first.
 */
export function explanationsAmong(
  own: readonly (Kind & { readonly values: readonly (readonly unknown[])[] })[],
  hidden: readonly Explanation[],
): ByMode<readonly Explanation[]> {
  const gaps = own.filter(({ role }) => role === 'gaps');
  const saidIn = (of: (mode: Mode) => boolean) =>
    gaps.filter(({ mode }) => of(mode)).flatMap((each) => explanationsIn(each.values));
  return byMode((mode) => {
    const others = saidIn((each) => each !== mode).filter(({ key }) => !isOfGapElsewhere(key, mode));
    return withHidden(firstOfEach([...saidIn((each) => each === mode), ...others]), hidden);
  });
}

function firstOfEach(said: readonly Explanation[]): readonly Explanation[] {
  const byKey = new Map<string, Explanation>();
  for (const one of said) if (!byKey.has(one.key)) byKey.set(one.key, one);
  return [...byKey.values()];
}

/** A gap of one evaluation is none of the other; it stays in its own sheet. */
function isOfGapElsewhere(key: string, mode: Mode): boolean {
  return key.startsWith('gap:') && !new RegExp(`^gap:[^:]+:${mode}:`).test(key);
}

/**
 * What stands in a sheet wins over what is hidden, for a person may have typed there since. A sheet of before has no 审核意见:
 * what the office said of the same words is hidden.
 */
function withHidden(inSheets: readonly Explanation[], hidden: readonly Explanation[]): Explanation[] {
  const beside = new Map(hidden.map((one) => [one.key, one]));
  const keys = new Set(inSheets.map(({ key }) => key));
  return [
    ...inSheets.map((one) => {
      const other = beside.get(one.key);
      return other && one.review === '' && other.text === one.text ? { ...one, review: other.review } : one;
    }),
    ...hidden.filter((one) => !keys.has(one.key) && !isEmpty(one)),
  ];
}
