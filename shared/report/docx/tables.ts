/** Tables off the grid, their headings on every page. */
import type { DocumentColumn, DocumentTable, DocumentText, SmallType } from '../documents/documents.ts';
import type { StyleId } from './layout.ts';
import { type Pen, paragraph, runs } from './text.ts';

/** So many columns or rows are set in small type. */
const small = { columns: 5, rows: 60 } as const;

const styles: Readonly<Record<SmallType | 'usual', readonly [cell: StyleId, head: StyleId]>> = {
  usual: ['SsldCell', 'SsldCellHead'],
  small: ['SsldCellSmall', 'SsldCellHeadSmall'],
  fine: ['SsldCellFine', 'SsldCellHeadFine'],
};

/** `width` of the whole, in twentieths of a point; the last row may keep with what follows. */
export function tableOf(
  { caption, columns, rows, empty, type }: DocumentTable,
  width: number,
  pen: Pen,
  keepNext: boolean,
) {
  const widths = widthsOf(columns, width);
  const isLarge = columns.length >= small.columns || rows.length >= small.rows;
  const [style, headStyle] = styles[type ?? (isLarge ? 'small' : 'usual')];
  const cell = (text: DocumentText, at: number, keep: boolean) =>
    cellOf(text, { style, align: columns[at]!.align, width: widths[at]!, keepNext: keep }, pen);
  const across = (text: DocumentText, looks: Pick<CellLooks, 'style' | 'align' | 'keepNext'>) =>
    rowOf([cellOf(text, { ...looks, width: sumOf(widths), span: columns.length }, pen)]);
  const head = columns.map(({ heading }, at) =>
    cellOf([heading], { style: headStyle, align: 'center', width: widths[at]!, keepNext: true }, pen),
  );
  const body = rows.map((row, index) => {
    const keep = keepNext && index === rows.length - 1;
    const isAcross = row.length < columns.length;
    return isAcross
      ? across(row[0]!, { style: headStyle, align: 'left', keepNext: true })
      : rowOf(columns.map((_, at) => cell(row[at]!, at, keep)));
  });
  return [
    caption ? paragraph('SsldCaption', runs(caption, pen), pen) : '',
    `<w:tbl>${propertiesOf(sumOf(widths))}<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    rowOf(head, '<w:tblHeader/>'),
    ...(rows.length > 0 ? body : [across(empty, { style, align: 'center', keepNext })]),
    '</w:tbl>',
  ].join('');
}

function propertiesOf(width: number): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const margins = ['top', 'left', 'bottom', 'right'].map(
    (side, at) => `<w:${side} w:w="${at % 2 === 0 ? 10 : 30}" w:type="dxa"/>`,
  );
  return `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>`;
}

const rowOf = (cells: readonly string[], more = '') =>
  `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.join('')}</w:tr>`;

interface CellLooks {
  readonly style: StyleId;
  readonly align: DocumentColumn['align'];
  readonly width: number;
  readonly keepNext: boolean;
  readonly span?: number;
}

function cellOf(text: DocumentText, { style, align, width, keepNext, span = 1 }: CellLooks, pen: Pen): string {
  const spans = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}<w:vAlign w:val="center"/></w:tcPr>${paragraph(style, runs(text, pen), pen, { align, keepNext })}</w:tc>`;
}

function widthsOf(columns: readonly DocumentColumn[], width: number): readonly number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => Math.floor((column.width * width) / sum));
}

const sumOf = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0);
