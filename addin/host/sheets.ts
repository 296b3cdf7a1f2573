/** Our own sheets, written as text whatever it begins with. */
import type { CellStyle, FormSheet, PaperSheet, PlanCell } from '../../shared/model.ts';
import {
  cellsByStyle,
  columnPoints,
  contentOf,
  formatOf,
  goesOn,
  heightOf,
  isForm,
  lastRow,
  linedRows,
} from '../../shared/report/drawn.ts';
import { borderColour, looks, tabColour } from '../../shared/report/looks.ts';
import { filteredRows, footer, margins } from '../../shared/report/pages.ts';
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

export function writeRows(
  sheet: Excel.Worksheet,
  rows: readonly (readonly PlanCell[])[],
  from: number,
  format: (cell: PlanCell) => string = formatOf,
): void {
  if (!rows[0]?.length) return;
  const area = sheet.getRangeByIndexes(from, 0, rows.length, rows[0].length);
  // Before the values: in a cell formatted as text, "=1+1" and "2020-11" stay what they are.
  area.numberFormat = rows.map((row) => row.map(format));
  area.values = rows.map((row) => row.map(contentOf));
}

/**
 * How the sheet looks, in pieces that Excel may refuse without harm: frozen rows and gridlines fail on sheets that are
 * hidden or not in front (office-js #1463, #2014, #2196, #3148). `rows`: how many it had before.
 */
export function dressings(sheetNow: () => Excel.Worksheet, plan: PaperSheet | FormSheet, rows: number): (() => void)[] {
  const columns = plan.widths.length;
  return [
    () => {
      const { format } = sheetNow().getRangeByIndexes(0, 0, lastRow(plan), columns);
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
      // Where something is filled in, they show where.
      if (!isForm(plan)) sheetNow().showGridlines = false;
    },
    () => {
      const { autoFilter } = sheetNow();
      autoFilter.remove();
      const filtered = filteredRows(plan);
      if (filtered)
        autoFilter.apply(sheetNow().getRangeByIndexes(filtered[0], 0, filtered[1] - filtered[0] + 1, columns));
    },
    ...printed(sheetNow, plan),
  ];
}

/** Apart from each other: without a printer Excel knows no paper. */
function printed(sheetNow: () => Excel.Worksheet, plan: PaperSheet | FormSheet): (() => void)[] {
  const { orientation, repeated } = plan.page;
  return [
    () => {
      const { pageLayout } = sheetNow();
      pageLayout.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
      pageLayout.zoom = { horizontalFitToPages: 1 };
    },
    () => {
      sheetNow().pageLayout.paperSize = 'A4';
    },
    () => {
      const { pageLayout } = sheetNow();
      pageLayout.leftMargin = margins.left;
      pageLayout.rightMargin = margins.right;
      pageLayout.topMargin = margins.top;
      pageLayout.bottomMargin = margins.bottom;
      pageLayout.headerMargin = margins.header;
      pageLayout.footerMargin = margins.footer;
      pageLayout.centerHorizontally = true;
    },
    () => {
      if (goesOn(plan)) sheetNow().pageLayout.printGridlines = true;
    },
    () => {
      sheetNow().pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
    },
    () => {
      if (repeated) sheetNow().pageLayout.setPrintTitleRows(`$${repeated[0] + 1}:$${repeated[1] + 1}`);
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
