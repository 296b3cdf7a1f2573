/** Tables off the grid, their headings on every page. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentColumn, DocumentTable, DocumentText } from '../documents/documents.ts';
import type { StyleId } from './layout.ts';
import { type NameOf, runs } from './text.ts';

/** `width` of the whole, in twentieths of a point. */
export function tableOf(
  { caption, columns, rows, empty }: DocumentTable,
  width: number,
  nameOf: NameOf,
): readonly (Paragraph | Table)[] {
  const widths = widthsOf(columns, width);
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, at) => cell([heading], 'SsldCellHead', 'center', widths[at]!, nameOf)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align }, at) => cell(row[at] ?? [], 'SsldCell', align, widths[at]!, nameOf)),
      }),
  );
  const none = new TableRow({
    cantSplit: true,
    children: [cell(empty, 'SsldCell', 'center', width, nameOf, columns.length)],
  });
  const table = new Table({
    rows: [head, ...(rows.length > 0 ? body : [none])],
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: width, type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { left: 60, right: 60, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
  });
  return [...(caption ? [new Paragraph({ style: 'SsldCaption', children: runs(caption, nameOf) })] : []), table];
}

function cell(
  text: DocumentText,
  style: StyleId,
  align: DocumentColumn['align'],
  width: number,
  nameOf: NameOf,
  columnSpan = 1,
): TableCell {
  return new TableCell({
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, alignment: alignments[align], children: runs(text, nameOf) })],
  });
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function widthsOf(columns: readonly DocumentColumn[], width: number): readonly number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => Math.floor((column.width * width) / sum));
}
