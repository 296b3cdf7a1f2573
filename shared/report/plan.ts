import type { Evaluation, Explanation, PolicyAbout, WritePlan } from '../model.ts';
import { marksOf } from './marks.ts';
import { reportOf } from './reports.ts';
import { sheetOf } from './sheets.ts';

/**
 * What is written into the workbook for an evaluation: the marks, 差距清单 and 评估摘要. The same evaluation and
 * explanations give the same plan; what it is given back from a sheet that it wrote changes nothing either.
 */
export function writePlan(
  evaluation: Evaluation,
  policy: PolicyAbout,
  explanations: readonly Explanation[],
): WritePlan {
  return {
    marks: marksOf(evaluation),
    sheets: reportOf(evaluation, policy, explanations).papers.map(sheetOf),
  };
}
