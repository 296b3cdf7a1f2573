/** Rows and columns: hidden, sized, inserted and deleted; what is merged and what is seen. */
import { maxColumns, maxRows } from '../../../shared/model/addresses.ts';
import { intersectAreas } from '../areas.ts';
import type { Area, Axis, Sheet } from '../workbook.ts';
import { badOperation, Failure, notImplemented } from './failures.ts';
import { mayFormat } from './guards.ts';

/** Null when some are hidden and some are not. */
export function hiddenState(sheet: Sheet, axis: Axis, area: Area): boolean | null {
  const [from, to] = ends(axis, area);
  let count = 0;
  for (const [at, { hidden }] of sheet.lines(axis)) if (hidden && at >= from && at <= to) count += 1;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}

export function setHidden(sheet: Sheet, axis: Axis, area: Area, hidden: boolean): void {
  mayFormat(sheet);
  sheet.setLines(axis, ...ends(axis, area), { hidden });
}

// What a new sheet has in Excel with Calibri 11; another default font has other sizes.
const defaultSizes = { rows: 15, columns: 48 } as const;

/** In points; null when they differ. */
export function lineSize(sheet: Sheet, axis: Axis, areas: readonly Area[]): number | null {
  const sizes = new Set<number>();
  for (const area of areas) {
    const [from, to] = ends(axis, area);
    let own = 0;
    for (const [at, line] of sheet.lines(axis)) {
      if (at < from || at > to) continue;
      own += 1;
      sizes.add(line.hidden ? 0 : (line.size ?? defaultSizes[axis]));
    }
    if (own <= to - from) sizes.add(defaultSizes[axis]);
  }
  return sizes.size === 1 ? [...sizes][0]! : null;
}

export function setLineSize(sheet: Sheet, axis: Axis, areas: readonly Area[], size: number | null): void {
  mayFormat(sheet);
  // A size of nothing hides in Excel.
  for (const area of areas) sheet.setLines(axis, ...ends(axis, area), { size: size || null, hidden: size === 0 });
}

export type Wanted = Readonly<Record<string, unknown>> & { readonly format?: object };

/** `getRowProperties` and `getColumnProperties`: of all that they can tell, whether a line is hidden, and its size. */
export function lineProperties(
  sheet: Sheet,
  axis: Axis,
  area: Area,
  { format = {}, ...wanted }: Wanted,
): readonly object[] {
  const [hidden, size] = axis === 'rows' ? ['rowHidden', 'rowHeight'] : ['columnHidden', 'columnWidth'];
  const others = [...Object.keys(wanted), ...Object.keys(format)].filter((name) => name !== hidden && name !== size);
  if (others.length > 0) throw notImplemented(`${others.join()} among the properties of ${axis}`);
  const [from, to] = ends(axis, area);
  const lines = sheet.lines(axis);
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const line = lines.get(from + at);
    return {
      ...(hidden in wanted && { [hidden]: line?.hidden ?? false }),
      ...(size in format && { format: { [size]: line?.hidden ? 0 : (line?.size ?? defaultSizes[axis]) } }),
    };
  });
}

/** Whole rows or columns only; moving single cells about is not imitated. */
export function changeLines(sheet: Sheet, area: Area, shift: string, what: 'insert' | 'delete'): void {
  const rows = area.left === 0 && area.right === maxColumns - 1;
  const columns = area.top === 0 && area.bottom === maxRows - 1;
  if (rows === columns) throw notImplemented(`Range.${what}(${shift}) of less than whole rows or columns`);
  mayFormat(sheet);
  const axis = rows ? 'rows' : 'columns';
  const [from, to] = ends(axis, area);
  const count = to - from + 1;
  if (what === 'delete') {
    sheet.removeLines(axis, from, count);
    return;
  }
  const used = sheet.usedArea(false);
  const last = used ? (rows ? used.bottom : used.right) : -1;
  // Excel refuses to push cells off the sheet.
  if (last >= from && last + count >= (rows ? maxRows : maxColumns)) throw badOperation();
  sheet.insertLines(axis, from, count);
}

/** Only those whose first cell is inside are found. Documented: more than 512 make the call fail. */
export function mergedAreas(sheet: Sheet, area: Area): readonly Area[] {
  const found = sheet
    .merges()
    .filter(({ top, left }) => intersectAreas(area, { top, left, bottom: top, right: left }))
    .map((merged) => intersectAreas(merged, area)!);
  if (found.length > 512) throw new Failure('GeneralException', 'More than 512 merged areas.', 500);
  return found;
}

/** What neither a hidden row nor a hidden column covers, row by row. */
export function visibleAreas(sheet: Sheet, area: Area): readonly Area[] {
  const columns = runs(sheet, 'columns', area);
  return runs(sheet, 'rows', area).flatMap(([top, bottom]) =>
    columns.map(([left, right]) => ({ top, left, bottom, right })),
  );
}

function runs(sheet: Sheet, axis: Axis, area: Area): readonly (readonly [number, number])[] {
  const [from, to] = ends(axis, area);
  const hidden = [...sheet.lines(axis)]
    .filter(([at, line]) => at >= from && at <= to && (line.hidden || line.size === 0))
    .map(([at]) => at)
    .sort((a, b) => a - b);
  const found: [number, number][] = [];
  let start = from;
  for (const at of [...hidden, to + 1]) {
    if (at > start) found.push([start, at - 1]);
    start = at + 1;
  }
  return found;
}

function ends(axis: Axis, area: Area): [number, number] {
  return axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
}
