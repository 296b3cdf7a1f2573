/** Reports as they are read: their sentences, without what they look like. */
import type { Evaluation, Policy, Rollup, RollupOptions, Submitted } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { type DocumentData, type DocumentOptions, documentData } from '../../../shared/report/documents/data.ts';
import type { Block, Document } from '../../../shared/report/documents/documents.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import { cityBytes, listCity } from '../../fixtures/city.ts';

export interface City {
  readonly submitted: readonly Submitted[];
  readonly options?: RollupOptions;
  readonly policy?: Policy;
}

/** The sample city, whose figures are those of test/fixtures/samples/city/汇总.md. */
export async function sampleCity(policy: Policy = huainan2020): Promise<City> {
  const run = { secret: '3a'.repeat(32), policy: policy.id, mode: null, asOf: null };
  const files = await listCity();
  const submitted = await Promise.all(
    files.map(async ({ file }) => judgeFile(file, await cityBytes(file), run).submitted),
  );
  return { submitted, policy };
}

export function told(
  { submitted, options, policy = huainan2020 }: City,
  mode: Rollup['mode'],
  more: Partial<DocumentOptions> = {},
): DocumentData {
  const evaluations = new Map<string, Evaluation>(
    submitted.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation] as const] : [])),
  );
  return documentData(rollUp(submitted, policy, { ...options, mode }), policy, evaluations, {
    office: '淮南市民政局',
    commissioner: null,
    day: '2020-12-28',
    rectifyBy: policy.rectifyBy,
    isPublic: false,
    ...more,
  });
}

/** Headings, paragraphs and cells of the body, one a line. */
export const bodyOf = ({ body }: Document): readonly string[] => body.flatMap(linesOf);

/** Of an annex, by its title; empty where there is none. */
export const annexOf = ({ attachments }: Document, of: string): readonly string[] =>
  attachments.filter(({ title }) => textOf(title) === of).flatMap(({ body }) => body.flatMap(linesOf));

export const annexes = ({ attachments }: Document): readonly string[] => attachments.map(({ title }) => textOf(title));

export function wholeOf(document: Document): string {
  const { title, addressee, signature, attachments } = document;
  return [
    ...title.map(textOf),
    textOf(addressee ?? []),
    ...bodyOf(document),
    textOf(signature.office),
    textOf(signature.day),
    ...attachments.flatMap((each) => [textOf(each.title), ...each.body.flatMap(linesOf)]),
  ].join('\n');
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => row.map(textOf).join('|'));
    const headings = block.columns.map(({ heading }) => heading).join('|');
    return [textOf(block.caption ?? []), headings, ...(rows.length > 0 ? rows : [textOf(block.empty)])];
  }
  return [textOf(block.kind === 'chart' ? block.caption : block.text)];
}
