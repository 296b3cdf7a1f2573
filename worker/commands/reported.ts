/** 中期评估报告 or 终期总结报告 of what was summarized, beside it. */
import { documentData } from '../../shared/report/documents/data.ts';
import { agreed, reportOf } from '../../shared/report/documents/reports.ts';
import { docxOf } from '../../shared/report/docx/render.ts';
import { writeReport } from './results.ts';
import type { Summary } from './summaries.ts';
import type { Wanted } from './wanted.ts';

export interface Reported {
  readonly name: string;
  /** Name that an earlier one got because a person may have changed it; null for none. */
  readonly aside: string | null;
}

/** Throws Refusal. */
export async function reported(
  { out, office, day }: Wanted,
  { rollup, policy, evaluations }: Summary,
): Promise<Reported> {
  const options = { office, commissioner: null, day, rectifyBy: policy.rectifyBy, isPublic: false };
  const data = documentData(rollup, policy, evaluations, options);
  const report = agreed(reportOf(data), data);
  const name = `${report.name}.docx`;
  return { name, aside: writeReport(out, name, await docxOf(report)) };
}
