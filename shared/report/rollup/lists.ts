/** Sheets of 汇总: what is said above a table, the table, and what is said below it. */
import type { CellStyle, PageSetup, PaperSheet, PlanCell } from '../../model.ts';

export interface Column<Row> {
  readonly heading: string;
  /** In characters; 0 hides it. */
  readonly width: number;
  readonly cell: (row: Row, at: number) => PlanCell;
}

export interface List<Row> {
  readonly name: string;
  readonly title: string;
  /** Between title and table. */
  readonly head: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Said where there are no rows. */
  readonly empty: string;
  readonly foot: readonly string[];
  /** `list`: filtered, all above its lines stays in view; `page`: read from top to bottom. */
  readonly as: 'list' | 'page';
}

/** The headings stand on every page of A4 lying down. Widths have to leave letters at 9 points: `fitting`. */
export function listSheet<Row>(list: List<Row>): PaperSheet {
  const { name, title, head, columns, rows, empty, foot, as } = list;
  const above = [spanning(title, 'title', columns), ...head.map((text) => spanning(text, 'text', columns))];
  const headings = columns.map(({ heading }) => plain(heading, 'heading'));
  const lines = rows.map((row, at) => columns.map(({ cell }) => cell(row, at)));
  // Without a blank row Excel takes what is below for lines of the table.
  const below = [...(rows.length === 0 ? [empty] : []), ...(foot.length > 0 ? ['', ...foot] : [])];
  const from = above.length + 1 + lines.length;
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [...above, headings, ...lines, ...below.map((text) => spanning(text, 'text', columns))],
    spans: [...above.keys(), ...below.map((_, at) => from + at)],
    frozenRows: as === 'list' ? above.length + 1 : 1,
    page: pageWith(above.length),
    filterRow: as === 'list' ? above.length : null,
  };
}

export function plain(value: string | number | null, style: CellStyle = 'text'): PlanCell {
  return { value, style };
}

function pageWith(headings: number): PageSetup {
  return { orientation: 'landscape', repeated: [headings, headings] };
}

function spanning(text: string, style: CellStyle, { length }: readonly unknown[]): readonly PlanCell[] {
  return Array.from({ length }, (_, column) => plain(column === 0 ? text : null, style));
}
