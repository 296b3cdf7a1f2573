import { writtenOf } from '../model/written.ts';
import type { Evaluation, Filing, PolicyAbout, WritePlan } from '../model.ts';
import { marksOf } from './marks.ts';
import { reportOf, unfiled } from './reports.ts';
import { sheetOf } from './sheets.ts';

/**
 * What is written into the workbook for an evaluation: the marks, 差距清单 and 评估摘要. The same evaluation and filing give
 * the same plan; what it is given back from a sheet that it wrote changes nothing either.
 */
export function writePlan(evaluation: Evaluation, policy: PolicyAbout, filing: Filing = unfiled): WritePlan {
  return {
    marks: marksOf(evaluation),
    sheets: reportOf(evaluation, policy, filing).papers.map((paper) => sheetOf(paper, evaluation.mode)),
    written: writtenOf(evaluation, filing),
  };
}
