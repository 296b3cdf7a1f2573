/** Blocks as a report is put together of them; a paragraph of nothing is left out. */
import { textOf } from '../parts.ts';
import type { Block, DocumentColumn, DocumentTable, DocumentText } from './documents.ts';

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text: [text] });

export function paragraphs(...texts: readonly DocumentText[]): readonly Block[] {
  return texts.flatMap((text) => (textOf(text) === '' ? [] : [{ kind: 'paragraph', text } as const]));
}

/** With its heading, or nothing where nothing is to be said. */
export function chapter(level: 1 | 2 | 3, title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length > 0 ? [heading(level, title), ...blocks] : [];
}

export interface TableColumn<Row> extends DocumentColumn {
  readonly cell: (row: Row, at: number) => DocumentText;
}

export function table<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  empty: string,
  caption: DocumentText | null = null,
): DocumentTable {
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: rows.map((row, at) => columns.map(({ cell }) => cell(row, at))),
    empty: [empty],
  };
}
