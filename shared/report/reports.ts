/** An evaluation as a report: the papers that are handed on, and where their figures come from. */
import type { Evaluation, Filing, PolicyAbout } from '../model.ts';
import { gapPaper } from './gaps.ts';
import type { Report } from './papers.ts';
import { sourcesIn } from './sources.ts';
import { summaryPaper } from './summaries.ts';

/** Nobody has said or written anything yet. */
export const unfiled: Filing = { explanations: [], before: null, confirmed: null, on: null };

export function reportOf(evaluation: Evaluation, policy: PolicyAbout, filing: Filing = unfiled): Report {
  return {
    papers: [gapPaper(evaluation, policy, filing), summaryPaper(evaluation, policy, filing)],
    sources: sourcesIn(evaluation),
  };
}
