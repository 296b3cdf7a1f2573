/** Our own sheets: written as text whatever it begins with, and read back for what people wrote under 核实说明. */
import { keysIn } from '../../shared/model/explanation-keys.ts';
import { isEmpty } from '../../shared/model/explanations.ts';
import type { CellStyle, Explanation, PlanCell, PlanSheet } from '../../shared/model.ts';
import { cellsByStyle, columnPoints, contentOf, formatOf, heightOf, linedRows } from '../../shared/report/drawn.ts';
import { borderColour, looks, tabColour } from '../../shared/report/looks.ts';
import { addressLists } from './areas.ts';
import { bytesOf } from './cells.ts';

/** Clears what we wrote before; columns to the right of ours stay with the person. */
export function clearSheet(sheet: Excel.Worksheet, rows: number, columns: number): void {
  const area = sheet.getRangeByIndexes(0, 0, rows, columns);
  area.unmerge();
  area.clear();
}

/** Bytes of the row in a request: values and formats, and the quoting of JSON within JSON. */
export function bytesOfRow(row: readonly PlanCell[]): number {
  return bytesOf(JSON.stringify(row.map(contentOf))) + 10 * row.length;
}

export function writeRows(sheet: Excel.Worksheet, rows: readonly (readonly PlanCell[])[], from: number): void {
  if (!rows[0]?.length) return;
  const area = sheet.getRangeByIndexes(from, 0, rows.length, rows[0].length);
  // Before the values: in a cell formatted as text, "=1+1" and "2020-11" stay what they are.
  area.numberFormat = rows.map((row) => row.map(formatOf));
  area.values = rows.map((row) => row.map(contentOf));
}

/**
 * How the sheet looks, in pieces that Excel may refuse without harm: frozen rows and gridlines fail on sheets that are
 * hidden or not in front (office-js #1463, #2014, #2196, #3148). `rows`: how many it had before.
 */
export function dressings(sheetNow: () => Excel.Worksheet, plan: PlanSheet, rows: number): (() => void)[] {
  const columns = plan.widths.length;
  const all = () => sheetNow().getRangeByIndexes(0, 0, plan.rows.length, columns);
  return [
    () => {
      const { format } = all();
      format.wrapText = true;
      format.verticalAlignment = 'Top';
      for (const [style, addresses] of cellsByStyle(plan))
        for (const list of addressLists(addresses)) paint(sheetNow().getRanges(list), style);
    },
    () => {
      for (const list of addressLists(linedRows(plan))) outline(sheetNow().getRanges(list));
    },
    () => {
      for (const [column, width] of plan.widths.entries()) {
        const cells = sheetNow().getRangeByIndexes(0, column, 1, 1);
        if (width > 0) cells.format.columnWidth = columnPoints(width);
        else cells.columnHidden = true;
      }
    },
    () => {
      sheetNow().getRangeByIndexes(0, 0, Math.max(rows, plan.rows.length), columns).format.autofitRows();
      for (const index of plan.spans) {
        const row = sheetNow().getRangeByIndexes(index, 0, 1, columns);
        row.merge();
        // Excel fits no row to a merged cell.
        row.format.rowHeight = heightOf(plan, index);
      }
    },
    () => {
      sheetNow().freezePanes.unfreeze();
      if (plan.frozenRows > 0) sheetNow().freezePanes.freezeRows(plan.frozenRows);
    },
    () => {
      sheetNow().showGridlines = false;
    },
  ];
}

/** Where the person has given it none. */
export function colourTab(sheet: Excel.Worksheet): void {
  sheet.tabColor = tabColour;
}

function paint({ format }: Excel.RangeAreas, style: CellStyle): void {
  const { fill, font, bold, size, underline, align } = looks[style];
  if (fill) format.fill.color = fill;
  if (font) format.font.color = font;
  if (bold) format.font.bold = true;
  if (size) format.font.size = size;
  if (underline) format.font.underline = 'Single';
  if (align) format.horizontalAlignment = align;
}

function outline({ format }: Excel.RangeAreas): void {
  for (const edge of [
    'EdgeTop',
    'EdgeBottom',
    'EdgeLeft',
    'EdgeRight',
    'InsideHorizontal',
    'InsideVertical',
  ] as const) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = borderColour;
  }
}

/** A line of 差距清单 as it stands in the workbook. */
export interface GapLine {
  /** Its place among the rows. */
  readonly row: number;
  /** Of all that it stands for. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly review: string;
  readonly about: string;
  readonly cleared: boolean;
}

export interface GapLines {
  /** Where 核实说明 and 审核意见 stand; null in sheets of before, which had no 审核意见. */
  readonly text: number;
  readonly review: number | null;
  readonly lines: readonly GapLine[];
}

/** Found by their headings, for people sort, filter and insert. Null where those are gone. */
export function gapLinesIn(values: readonly (readonly unknown[])[]): GapLines | null {
  const heading = values.findIndex((row) => headings.text.some((word) => row.includes(word)) && row.includes('键'));
  if (heading < 0) return null;
  const columnOf = (...words: readonly string[]) => values[heading]!.findIndex((one) => words.includes(String(one)));
  const [text, review, about] = [headings.text, headings.review, headings.about].map((words) => columnOf(...words));
  const [key, category] = [columnOf('键'), columnOf('类别')];
  let below = false;
  const lines = values.slice(heading + 1).flatMap((row, index): GapLine[] => {
    below ||= row[0] === '已消除';
    const said = (column: number | undefined) => String(row[column ?? -1] ?? '');
    if (said(key) === '' || said(key) === '键') return [];
    const cleared = below || said(category) === '已消除';
    const keys = keysIn(said(key));
    return [{ row: heading + 1 + index, keys, text: said(text), review: said(review), about: said(about), cleared }];
  });
  return { text: text!, review: review! < 0 ? null : review!, lines };
}

const headings = { text: ['核实说明', '说明'], review: ['审核意见'], about: ['问题'] };

/** What people wrote into the lines of 差距清单, once for each finding or gap. */
export function explanationsIn(values: readonly (readonly unknown[])[]): Explanation[] {
  return (gapLinesIn(values)?.lines ?? [])
    .filter((line) => !isEmpty(line))
    .flatMap(({ keys, text, review, about, cleared }) => keys.map((key) => ({ key, text, review, about, cleared })));
}
