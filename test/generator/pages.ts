/** Cells and merged areas put down piece by piece, and the sheet that comes of them. */
import { addressOf, columnName } from '../../shared/model/addresses.ts';
import type { Cell, SheetSnapshot } from '../../shared/model.ts';
import type { Written } from './values.ts';

/** 0-based. */
export interface Page {
  readonly width: number;
  readonly height: number;
  put(row: number, column: number, written: Written | Cell): void;
  /** Like Excel, a merged area keeps its first cell only. */
  merge(top: number, left: number, bottom: number, right: number): void;
  hide(what: { readonly row?: number; readonly column?: number }): void;
  /** Another page's cells, from this one on. */
  add(other: Page, top: number, left: number): void;
  snapshot(name: string, more?: Partial<SheetSnapshot>): SheetSnapshot;
}

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Inside extends Page {
  readonly cells: ReadonlyMap<string, Written>;
  readonly merges: readonly Merge[];
  readonly hidden: { readonly rows: Set<number>; readonly columns: Set<number> };
}

export function newPage(): Page {
  const cells = new Map<string, Written>();
  const merges: Merge[] = [];
  const hidden = { rows: new Set<number>(), columns: new Set<number>() };
  let width = 0;
  let height = 0;
  const page: Inside = {
    cells,
    merges,
    hidden,
    get width() {
      return width;
    },
    get height() {
      return height;
    },
    put(row, column, written) {
      width = Math.max(width, column + 1);
      height = Math.max(height, row + 1);
      if (written !== null) cells.set(`${row},${column}`, isWritten(written) ? written : { value: written });
    },
    merge(top, left, bottom, right) {
      width = Math.max(width, right + 1);
      height = Math.max(height, bottom + 1);
      if (top === bottom && left === right) return;
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++)
          if (row > top || column > left) cells.delete(`${row},${column}`);
      }
      merges.push({ top, left, bottom, right });
    },
    hide({ row, column }) {
      if (row !== undefined) hidden.rows.add(row);
      if (column !== undefined) hidden.columns.add(column);
    },
    add(other, top, left) {
      const from = other as Inside;
      for (const [place, written] of from.cells) {
        const [row, column] = place.split(',').map(Number) as [number, number];
        page.put(top + row, left + column, written);
      }
      for (const area of from.merges)
        page.merge(top + area.top, left + area.left, top + area.bottom, left + area.right);
      for (const row of from.hidden.rows) hidden.rows.add(top + row);
      for (const column of from.hidden.columns) hidden.columns.add(left + column);
      width = Math.max(width, left + other.width);
      height = Math.max(height, top + other.height);
    },
    snapshot(name, more = {}) {
      const filled = [...cells.keys()].map((place) => place.split(',').map(Number) as [number, number]);
      // The used range begins at the first filled cell and reaches as far as anything was ever formatted.
      const top = Math.min(...filled.map(([row]) => row));
      const left = Math.min(...filled.map(([, column]) => column));
      const area = { top, left, bottom: height - 1, right: width - 1 };
      const rows = Array.from({ length: height - top }, (_, at) => at + top);
      const columns = Array.from({ length: width - left }, (_, at) => at + left);
      const at = (row: number, column: number) => cells.get(`${row},${column}`);
      return {
        name,
        visibility: 'Visible',
        address: addressOf(area),
        values: rows.map((row) => columns.map((column) => at(row, column)?.value ?? null)),
        numberFormat: rows.map((row) => columns.map((column) => at(row, column)?.format ?? 'General')),
        merges: merges.map(addressOf),
        ...(hidden.rows.size ? { hiddenRows: [...hidden.rows].map((row) => row + 1) } : {}),
        ...(hidden.columns.size ? { hiddenColumns: [...hidden.columns].map(columnName) } : {}),
        ...more,
      };
    },
  };
  return page;
}

function isWritten(written: Written | Cell): written is Written {
  return typeof written === 'object' && written !== null && 'value' in written;
}
