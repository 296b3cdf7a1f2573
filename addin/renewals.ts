/** Marks that follow a check: a corrected cell goes quiet without anything being written anew. */
import type { Evaluation } from '../shared/model.ts';
import type { Host, ReadResult } from './host/host.ts';
import type { Marks } from './panes/states.ts';
import { today } from './panes/today.ts';
import { report } from './reports.ts';

/**
 * Of which check the marks are that stand, once those of `evaluation` are in their place where they may be. What Excel refuses
 * does no harm and is no failure: they are then those of before. Null where none stand, or nobody knows of which they are.
 */
export async function renewed(
  { renewMarks }: Pick<Host, 'renewMarks'>,
  basis: ReadResult,
  evaluation: Evaluation,
): Promise<Marks | null> {
  const standing = basis.marked;
  if (!standing) return null;
  const { marksOf, markedOf } = await report();
  const marks = marksOf(evaluation);
  const of = markedOf(evaluation, marks, today());
  const isSame = standing.policy === of.policy && standing.mode === of.mode;
  const before = { of: standing, isCurrent: isSame && standing.marks === of.marks, isSame, skipped: [] };
  if (!isSame || before.isCurrent || !renewMarks) return before;
  try {
    const done = await renewMarks(basis, marks, of);
    return done && { of, isCurrent: done.skipped.length === 0, isSame, skipped: done.skipped };
  } catch {
    return before;
  }
}
