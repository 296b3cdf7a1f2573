/** A notice as a sheet to be read and printed, for where nothing opens a .docx: the same words, and its list below them. */
import type { CellStyle, PaperSheet, PlanCell } from '../../model.ts';
import { headingNumbers } from '../docx/numerals.ts';
import { listed, textOf } from '../parts.ts';
import type { Block, Document, DocumentBinding, DocumentText } from './documents.ts';

/** The lists of a notice all have the columns of its first. `name` is that of the sheet. */
export function noticeSheet(document: Document, name: string): PaperSheet {
  const { title, addressee, body, signature, attachments } = document;
  const number = headingNumbers();
  const lines: readonly Line[] = [
    said('title', listed<DocumentBinding>(title)),
    ...(addressee ? [said('text', [...addressee, '：'])] : []),
    ...body.flatMap((block) => linesOf(block, number)),
    said('text', signature.office),
    said('text', signature.day),
    ...attachments.flatMap((one) => [
      said('subtitle', ['附件：', ...one.title]),
      ...one.body.flatMap((block) => linesOf(block, number)),
    ]),
  ];
  const widths = attachments.flatMap(({ body: list }) => list).find((block) => block.kind === 'table')?.columns ?? [];
  const whole = widths.reduce((sum, { width }) => sum + width, 0);
  return {
    name,
    widths: widths.map(({ width }) => Math.round((width * WIDTH) / whole)),
    rows: lines.map((line) =>
      'cells' in line ? line.cells : widths.map((_, column) => (column === 0 ? line.spanning : nothing)),
    ),
    spans: lines.flatMap((line, at) => ('spanning' in line ? [at] : [])),
    frozenRows: 1,
    page: { orientation: 'landscape', repeated: null },
    filterRow: null,
  };
}

/** Half characters of a whole row: numbers of problems stay on their line, and print is read with ease. */
const WIDTH = 140;

type Line = { readonly spanning: PlanCell } | { readonly cells: readonly PlanCell[] };

const nothing: PlanCell = { value: null, style: 'text' };

function said(style: CellStyle, text: DocumentText): Line {
  return { spanning: { value: textOf(text), style } };
}

/** A chart is of a report: no notice has one. */
function linesOf(block: Block, number: (level: 1 | 2 | 3) => string): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return [said('subtitle', [number(block.level), ...block.text])];
    case 'paragraph':
      return [said('text', block.text)];
    case 'table':
      return [
        ...(block.caption ? [said('subtitle', block.caption)] : []),
        { cells: block.columns.map(({ heading }): PlanCell => ({ value: heading, style: 'heading' })) },
        ...block.rows.map((row) =>
          row.length < block.columns.length
            ? said('subtitle', row[0]!)
            : { cells: row.map((text): PlanCell => ({ value: textOf(text), style: 'text' })) },
        ),
      ];
    case 'chart':
      return [];
  }
}
