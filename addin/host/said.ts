/** What people wrote into our 差距清单, of which each evaluation has one. */
import { type ByMode, byMode, type Kind } from '../../shared/model/kinds.ts';
import type { Explanation } from '../../shared/model.ts';
import { explanationsIn } from './sheets.ts';

/**
 * For each evaluation: what stands in its own sheet, then in the other's, then in `left`; of each key what comes first.
 * `left`: what an interrupted writing left behind.
 */
export function explanationsAmong(
  own: readonly (Kind & { readonly values: readonly (readonly unknown[])[] })[],
  left: readonly Explanation[],
): ByMode<readonly Explanation[]> {
  const gaps = own.filter(({ role }) => role === 'gaps');
  return byMode((mode) => {
    const [first, others] = [gaps.filter((each) => each.mode === mode), gaps.filter((each) => each.mode !== mode)];
    return [...[...first, ...others].map(({ values }) => explanationsIn(values)), left].reduce(merged, []);
  });
}

function merged(before: readonly Explanation[], more: readonly Explanation[]): readonly Explanation[] {
  const keys = new Set(before.map(({ key }) => key));
  return [...before, ...more.filter(({ key }) => !keys.has(key))];
}
