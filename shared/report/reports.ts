/** An evaluation as a report: the papers that are handed on, and where their figures come from. */
import type { Evaluation, Explanation, PolicyAbout } from '../model.ts';
import { gapPaper } from './gaps.ts';
import type { Report } from './papers.ts';
import { sourcesIn } from './sources.ts';
import { summaryPaper } from './summaries.ts';

export function reportOf(evaluation: Evaluation, policy: PolicyAbout, explanations: readonly Explanation[]): Report {
  return {
    papers: [gapPaper(evaluation, policy, explanations), summaryPaper(evaluation, policy)],
    sources: sourcesIn(evaluation),
  };
}
