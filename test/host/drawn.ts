/** How a sheet looks, whether Excel's host wrote it or a file was made of it. */
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Workbook } from '../../addin/preview/workbook.ts';

/** Rows that Excel fits by itself have no height in a file; a line between two cells may be that of either. */
export function drawn(workbook: Workbook, name: string) {
  const { rows, cells, columns, ...sheet } = contentsOf(workbook).sheets.find((each) => each.name === name)!;
  const at = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell.style]));
  const styleAt = (row: number, column: number) => at.get(`${row},${column}`);
  const lined = cells.map(({ row, column, style, ...cell }) => ({
    ...cell,
    place: [row, column],
    style: {
      ...style,
      left: style.left ?? styleAt(row, column - 1)?.right,
      right: style.right ?? styleAt(row, column + 1)?.left,
      top: style.top ?? styleAt(row - 1, column)?.bottom,
      bottom: style.bottom ?? styleAt(row + 1, column)?.top,
    },
  }));
  const heights = sheet.merges.map(({ top }) => [top, rows[top]?.size]);
  const hidden = Object.values(columns).map((column) => column.hidden);
  return { ...sheet, cells: lined, heights, hidden };
}

/** Of our columns, in points. */
export function widthsOf(workbook: Workbook, name: string): readonly number[] {
  const { columns } = contentsOf(workbook).sheets.find((each) => each.name === name)!;
  return Object.values(columns).flatMap(({ size }) => size ?? []);
}
