/** Which rows and columns of the matrix are drawn: those in sight, and a few beside them. */

/** Pixels; the style sheet has the same. */
export const sizes = { row: 40, column: 72, head: 64 } as const;
/** Of the names: more where there is room. */
const nameWidth = (width: number) => (width > 720 ? 224 : 124);

export interface Drawn {
  /** Indices, both included. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Width of the names, pixels. */
  readonly name: number;
}

interface Scrolled {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly clientHeight: number;
  readonly clientWidth: number;
}

const spare = { rows: 3, columns: 1 };
/** Where nothing is laid out yet. */
const least = { rows: 12, columns: 8 };

export function drawnOf(scrolled: Scrolled, rows: number, columns: number): Drawn {
  const top = Math.floor(scrolled.scrollTop / sizes.row) - spare.rows;
  const left = Math.floor(scrolled.scrollLeft / sizes.column) - spare.columns;
  const high = Math.max(Math.ceil(scrolled.clientHeight / sizes.row), least.rows) + 2 * spare.rows;
  const wide = Math.max(Math.ceil(scrolled.clientWidth / sizes.column), least.columns) + 2 * spare.columns;
  const name = nameWidth(scrolled.clientWidth);
  return { name, ...span(top, high, rows, 'top', 'bottom'), ...span(left, wide, columns, 'left', 'right') };
}

function span<First extends string, Last extends string>(
  from: number,
  size: number,
  all: number,
  first: First,
  last: Last,
) {
  const start = Math.max(0, Math.min(from, all - size));
  return { [first]: start, [last]: Math.min(all, start + size) - 1 } as Record<First | Last, number>;
}

export const isSameDrawn = (a: Drawn, b: Drawn): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right && a.name === b.name;

/** Scrolls so far that a cell lies clear of the head and of the names. `row` and `column` are indices of the body. */
export function reveal(element: HTMLElement, row: number | null, column: number | null): void {
  if (row !== null) {
    const height = element.clientHeight - sizes.head - sizes.row;
    element.scrollTop = within(element.scrollTop, row * sizes.row, sizes.row, height);
  }
  if (column !== null) {
    const width = element.clientWidth - nameWidth(element.clientWidth);
    element.scrollLeft = within(element.scrollLeft, column * sizes.column, sizes.column, width);
  }
}

function within(scrolled: number, at: number, size: number, sight: number): number {
  if (at < scrolled) return at;
  return at + size > scrolled + sight ? at + size - Math.max(sight, size) : scrolled;
}
