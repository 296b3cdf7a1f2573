/** The engine as pane and service run it together: masked, judged, words put back; without the way there. */
import { deidentify, evaluate, type Grounds, grounds, restored } from '../shared/evaluate.ts';
import type { EvaluateOptions, Evaluation, WorkbookSnapshot } from '../shared/model.ts';

export function judgedMasked(
  snapshot: WorkbookSnapshot,
  secret: string,
  options: EvaluateOptions = {},
  by: Grounds = grounds,
): Evaluation {
  const masked = deidentify(snapshot, secret, options.corrections, by);
  const { corrections } = masked;
  return restored(evaluate(masked.snapshot, { ...options, corrections }, by), masked, snapshot, secret);
}
