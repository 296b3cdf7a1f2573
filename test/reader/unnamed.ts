/** What a sheet leaves out. */
import type { Evaluation, SheetRole, Verdict } from '../../shared/model.ts';

const SHORT: readonly Verdict[] = ['unmet', 'behind', 'to_verify'];

/** Main entries that a summary has to name, or a list of gaps, and names nowhere. */
export function unnamed(
  role: SheetRole,
  rows: readonly (readonly string[])[],
  { indicators }: Evaluation,
): readonly string[] {
  const text = rows.flat().join('\n');
  return indicators
    .filter(
      ({ basis, verdict }) =>
        basis === undefined && (role === 'summary' ? verdict !== 'not_applicable' : SHORT.includes(verdict)),
    )
    .filter(({ name }) => !text.includes(name))
    .map(({ name }) => `${name}：没有写到`);
}
