/** 报告 in Word: how long ten units take, a thousand lines, and the check of what was edited. */
import { policies } from '../shared/policies.ts';
import { documentData } from '../shared/report/documents/data.ts';
import type { Document } from '../shared/report/documents/documents.ts';
import { midtermReport } from '../shared/report/documents/midterm.ts';
import { checkReport } from '../shared/report/docx/check.ts';
import { docxOf } from '../shared/report/docx/render.ts';
import { rollUp } from '../shared/rollup/rollup.ts';
import { judgeFile } from '../shared/submissions.ts';
import { cityBytes, listCity } from './fixtures/city.ts';

/** Prints what it finds. */
export async function benchPapers(): Promise<void> {
  const policy = policies.find(({ id }) => id === 'huainan-2020')!;
  const run = { secret: '3a'.repeat(32), policy: policy.id, mode: null, asOf: null };
  const files = await listCity();
  const submitted = await Promise.all(
    files.map(async ({ file }) => judgeFile(file, await cityBytes(file), run).submitted),
  );
  const evaluations = new Map(submitted.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation]] : [])));
  const data = documentData(rollUp(submitted, policy, { mode: 'midterm' }), policy, evaluations, {
    office: null,
    commissioner: null,
    day: null,
    rectifyBy: policy.rectifyBy,
    isPublic: false,
  });
  const report = midtermReport(data);
  const file = docxOf(report);
  tell('10 个单位的中期报告', 150, () => docxOf(midtermReport(data)));
  tell('1,000 行附件', 3000, () => docxOf(withRows(report, 1000)));
  tell('核对', 500, () => checkReport(file, null));
}

function withRows(report: Document, count: number): Document {
  const attachments = report.attachments.map((one) => ({
    ...one,
    body: one.body.map((block) =>
      block.kind === 'table' && block.rows.length > 0
        ? { ...block, rows: Array.from({ length: count }, (_, at) => block.rows[at % block.rows.length]!) }
        : block,
    ),
  }));
  return { ...report, attachments: attachments.slice(-1) };
}

function tell(what: string, most: number, act: () => unknown): void {
  const times = Array.from({ length: 12 }, () => {
    const from = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  }).slice(2);
  console.log(`  ${what}：${times.sort((one, other) => one - other)[5]!.toFixed(0)} ms 处理器时间，目标 ≤ ${most}`);
}
