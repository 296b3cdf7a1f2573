/** Units whose file counts, with all that is wrong in it: by itself, and beside the others. */
import type { Evaluation, Policy, Rollup } from '../../shared/model.ts';
import { withAcross } from './across.ts';
import { type Filed, nameOf } from './facts.ts';

/** `evaluations` by the path of the file. */
export function filedOf(
  rollup: Rollup,
  policy: Policy,
  evaluations: ReadonlyMap<string, Evaluation>,
): readonly Filed[] {
  return rollup.units.flatMap((unit) => {
    const own = evaluations.get(unit.file ?? '');
    if (unit.state !== 'reported' || !own || unit.file === null) return [];
    const evaluation = withAcross(own, unit.file, rollup, policy);
    const name = nameOf(unit.unit, policy);
    return [{ key: unit.key, name, community: unit.unit.community ?? name, file: unit.file, evaluation }];
  });
}
