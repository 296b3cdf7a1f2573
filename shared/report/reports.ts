/** An evaluation as a report: the papers that are handed on, and where their figures come from. */
import type { Before, Evaluation, Explanation, PolicyAbout } from '../model.ts';
import { gapPaper } from './gaps.ts';
import type { Report } from './papers.ts';
import { sourcesIn } from './sources.ts';
import { summaryPaper } from './summaries.ts';

/** `before` is what was written into the workbook last. */
export function reportOf(
  evaluation: Evaluation,
  policy: PolicyAbout,
  explanations: readonly Explanation[],
  before: Before = null,
): Report {
  return {
    papers: [gapPaper(evaluation, policy, explanations), summaryPaper(evaluation, policy, before)],
    sources: sourcesIn(evaluation),
  };
}
