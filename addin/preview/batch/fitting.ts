/** Row heights that fit wrapped text, as Excel's autofit gives them. */
import { halfWidths } from '../../../shared/model/widths.ts';
import { intersectAreas } from '../areas.ts';
import type { Area, Cell, Sheet } from '../workbook.ts';
import { lineSize } from './lines.ts';

const usualSize = 11;
/** Points, at the usual size: of a row with one line, of each of several lines, of half a character, of both edges. */
const [rowHeight, lineHeight, halfWidth, edges] = [15, 16.5, 5.5, 4];
/** Excel's tallest row. */
const tallest = 409;

/** Inferred: texts are measured by counting, since nothing is drawn here. As in Excel, merged cells do not count. */
export function fitRows(sheet: Sheet, area: Area): void {
  const used = sheet.usedArea(false);
  const rows = used && intersectAreas({ ...area, left: used.left, right: used.right }, used);
  sheet.setLines('rows', area.top, area.bottom, { size: null });
  if (!rows) return;
  const merged = (row: number, column: number): boolean =>
    sheet.merges().some((each) => intersectAreas(each, { top: row, left: column, bottom: row, right: column }));
  for (let row = rows.top; row <= rows.bottom; row += 1) {
    let height = rowHeight;
    for (let column = rows.left; column <= rows.right; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.value === null || merged(row, column)) continue;
      const width = lineSize(sheet, 'columns', [{ top: row, left: column, bottom: row, right: column }]) ?? 0;
      if (width > edges) height = Math.max(height, heightOf(cell, width - edges));
    }
    if (height > rowHeight) sheet.setLines('rows', row, row, { size: Math.min(height, tallest) });
  }
}

function heightOf({ value, style }: Cell, width: number): number {
  const scale = (style.fontSize ?? usualSize) / usualSize;
  const lines = style.wrap
    ? String(value)
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((halfWidths(line) * halfWidth * scale) / width)), 0)
    : 1;
  return (lines > 1 ? lines * lineHeight : rowHeight) * scale;
}
