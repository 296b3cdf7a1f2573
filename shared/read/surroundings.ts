/** Where the cells of a table stand, for whoever is in one of them: addresses and numbers of rows, never what is in the cells. */
import { addressOf, cellAddress, parseAddress } from '../model/addresses.ts';
import type { OtherRow, RowKind, SheetSnapshot, Table, TableDef, TableReport } from '../model.ts';
import { isSpare, numberedIn } from './spare-rows.ts';

/** So many rows are told apart from records; a list has no more of them unless somebody is up to no good. */
const MOST_OTHERS = 2000;

/** `layout` is that of the table, `sheet` the one that it was read from. */
export function surroundingsOf(
  table: Table,
  layout: TableDef | undefined,
  sheet: SheetSnapshot | undefined,
): Pick<TableReport, 'cells' | 'others' | 'room'> {
  if (table.shape === 'form') return { cells: table.labels.map((_, at) => cellsAt(table, at)) };
  const others = othersIn(table).slice(0, MOST_OTHERS);
  const next = sheet ? nextBelow(table, numberedIn(table, layout), sheet) : null;
  return { ...(others.length > 0 && { others }), ...(next !== null && { room: next }) };
}

function cellsAt({ labels, values }: Table, at: number) {
  const [row, column] = labels[at]!;
  const value = values[at];
  return { label: cellAddress(row, column), value: value ? addressOf(value) : null };
}

const words: Readonly<Partial<Record<RowKind, OtherRow>>> = {
  total: 'sum',
  subtotal: 'sum',
  running: 'sum',
  example: 'example',
  leftover: 'example',
  aside: 'aside',
  header: 'heading',
  section: 'section',
  footer: 'footer',
};

function othersIn({ area, headerRows, rowKinds }: Table) {
  const first = headerRows.length > 0 ? Math.max(...headerRows) + 1 : area.top;
  return rowKinds.flatMap((of, at) => {
    const kind = words[of];
    return kind ? [{ row: first + at + 1, kind }] : [];
  });
}

/** The number of the last blank row before the next thing in the columns of the list; null where there is none. */
function nextBelow({ area }: Table, numbered: ReadonlySet<number>, { address, values }: SheetSnapshot): number | null {
  const origin = parseAddress(address);
  if (!origin) return null;
  const [from, to] = [area.left - origin.left, area.right - origin.left];
  for (let at = area.bottom + 1 - origin.top; at < values.length; at++) {
    const row = values[at]!;
    for (let column = Math.max(0, from); column <= to && column < row.length; column++)
      if (!isSpare(row[column] ?? null, numbered.has(column + origin.left))) return at + origin.top;
  }
  return null;
}
