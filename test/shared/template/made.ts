/** Templates filled in with what the clean samples say, and how they are judged. */
import { type Deidentified, deidentify, evaluate, grounds } from '../../../shared/evaluate.ts';
import type { EvaluateOptions, Evaluation, SheetSnapshot, Template, WorkbookSnapshot } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { templateOf } from '../../../shared/template/template.ts';
import { listSamples, type SampleEntry, sampleSnapshot } from '../../fixtures/samples.ts';
import { filled, type Line, linesOf, typedInto } from '../../template-fill.ts';

export const urban = templateOf(policies[0]!, 'urban');
export const rural = templateOf(policies[0]!, 'rural');

export const masked = (snapshot: WorkbookSnapshot): Deidentified => deidentify(snapshot, '5e'.repeat(32));

export const judged = (snapshot: WorkbookSnapshot, options: EvaluateOptions = {}): Evaluation =>
  evaluate(masked(snapshot).snapshot, options);

/** Every indicator with its verdict and figures. */
export const figures = ({ indicators }: Evaluation) =>
  indicators.map(({ id, basis, verdict, numerator, denominator, gap }) => [
    id,
    basis,
    verdict,
    numerator,
    denominator,
    gap,
  ]);

/** Rule and field of each finding, without where it stands. */
export const said = ({ findings }: Evaluation) => findings.map(({ rule, field }) => `${rule} ${field}`).sort();

/** Those whose every line is one of the community's own: the fourth is typed in disorder and holds another community's. */
export async function cleanSamples(): Promise<readonly SampleEntry[]> {
  return (await listSamples()).filter(({ expected }) => expected !== '混乱样');
}

export async function sampleLines(sample: SampleEntry): Promise<readonly Line[]> {
  return linesOf(readWorkbook(await sampleSnapshot(sample), grounds.catalogue, []));
}

export function filledWith(template: Template, lines: readonly Line[]): WorkbookSnapshot {
  return filled(template, typedInto(template, lines));
}

/** The workbook with one of its sheets changed. */
export function withSheet(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot,
): WorkbookSnapshot {
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}
