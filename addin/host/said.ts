/** What people wrote into our 差距清单, of which each evaluation has one, and what is hidden beside them. */
import { type ByMode, byMode, type Kind } from '../../shared/model/kinds.ts';
import type { Explanation, Mode } from '../../shared/model.ts';
import { withHidden } from './explaining.ts';
import { explanationsIn } from './gap-lines.ts';

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
