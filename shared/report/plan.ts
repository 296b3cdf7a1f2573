import { writtenOf } from '../model/written.ts';
import type { Before, Evaluation, Explanation, PolicyAbout, WritePlan } from '../model.ts';
import { marksOf } from './marks.ts';
import { reportOf } from './reports.ts';
import { sheetOf } from './sheets.ts';

/**
 * What is written into the workbook for an evaluation: the marks, 差距清单 and 评估摘要. `before` is what was written into
 * it last. The same evaluation, explanations and verdicts of before give the same plan; what it is given back from a sheet that it wrote changes nothing either.
 */
export function writePlan(
  evaluation: Evaluation,
  policy: PolicyAbout,
  explanations: readonly Explanation[],
  before: Before = null,
): WritePlan {
  return {
    marks: marksOf(evaluation),
    sheets: reportOf(evaluation, policy, explanations, before).papers.map(sheetOf),
    written: writtenOf(evaluation),
  };
}
