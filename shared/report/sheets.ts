/** A paper written as a sheet: styles, widths, spans and rows that stay in view; every word comes from the paper. */
import type { CellStyle, Mode, PageSetup, PaperRole, Place, PlanCell, PlanSheet } from '../model.ts';
import { GAP_COLUMNS } from './gaps.ts';
import type { Paper, Paragraph, ReportCell, State, Table } from './papers.ts';
import { textOf } from './parts.ts';
import { INDICATOR_COLUMNS } from './summaries.ts';

export function sheetOf(paper: Paper, mode: Mode): PlanSheet {
  const layout = layouts[paper.role];
  const width = layout.widths.length;
  const rows: (readonly PlanCell[])[] = [];
  const spans: number[] = [];
  const headings: number[] = [];
  const say = (style: CellStyle, ...paragraphs: readonly Paragraph[]) => {
    for (const one of paragraphs) spans.push(rows.push(spanning(textOf(one), style, width)) - 1);
  };

  say('title', paper.title);
  say(layout.head, ...paper.head);
  let columns: Table['columns'] | null = null;
  for (const { title, paragraphs, table } of paper.sections) {
    if (title) say(layout.section, title);
    say('text', ...paragraphs);
    if (!table) continue;
    // A table that goes on under another title needs no second heading.
    if (table.columns !== columns) {
      const cells = table.columns.map(({ heading }) => cell(heading, 'heading'));
      headings.push(rows.push(filled(cells, width)) - 1);
    }
    columns = table.columns;
    rows.push(
      ...table.rows.map((row) =>
        filled(
          row.map((one) => cellOf(one, layout)),
          width,
        ),
      ),
    );
    if (table.rows.length === 0 && table.empty) say('text', table.empty);
  }
  say('text', ...paper.foot);
  if (paper.fine) say('fine', paper.fine);
  const { widths, orientation } = layout;
  const heading = layout.isList ? (headings[0] ?? null) : null;
  return {
    role: paper.role,
    mode,
    name: paper.name,
    widths,
    rows,
    spans,
    frozenRows: heading === null ? 1 : heading + 1,
    page: { orientation, repeated: heading === null ? null : [heading, heading] },
    filterRow: heading,
  };
}

interface Layout {
  readonly head: CellStyle;
  readonly section: CellStyle;
  /** One table to be worked through: its headings stay in view, stand on every page and filter. */
  readonly isList: boolean;
  readonly orientation: PageSetup['orientation'];
  readonly widths: readonly number[];
  readonly states: Readonly<Record<State, CellStyle>>;
}

const states: Layout['states'] = {
  met: 'met',
  unmet: 'gap',
  behind: 'gap',
  to_verify: 'warning',
  missing: 'warning',
  on_track: 'note',
  not_applicable: 'text',
  reference: 'text',
  error: 'error',
  warning: 'warning',
  note: 'note',
  cleared: 'met',
  unscored: 'warning',
  unasked: 'warning',
};

// In characters; the key is for the program and hidden. Together as wide as A4 lying down has room for at 9 points.
const gapWidths: Readonly<Record<(typeof GAP_COLUMNS)[number]['id'], number>> = {
  number: 4,
  category: 8,
  sheet: 8,
  place: 7,
  problem: 59,
  advice: 50,
  explanation: 14,
  review: 8,
  key: 0,
};

// As wide as A4 upright has room for at 9 points; names, shares and verdicts stand in one line.
const indicatorWidths: Readonly<Record<(typeof INDICATOR_COLUMNS)[number]['id'], number>> = {
  name: 26,
  value: 17,
  bar: 19,
  target: 8,
  gap: 17,
  verdict: 13,
  clause: 9,
};

const layouts: Readonly<Record<PaperRole, Layout>> = {
  gaps: {
    head: 'subtitle',
    section: 'heading',
    isList: true,
    orientation: 'landscape',
    widths: GAP_COLUMNS.map(({ id }) => gapWidths[id]),
    // What is missing is to be done here, and only waited for in the summary.
    states: { ...states, missing: 'gap' },
  },
  summary: {
    head: 'text',
    section: 'subtitle',
    isList: false,
    orientation: 'portrait',
    widths: INDICATOR_COLUMNS.map(({ id }) => indicatorWidths[id]),
    states,
  },
};

function cellOf(one: ReportCell, layout: Layout): PlanCell {
  switch (one.kind) {
    case 'text':
      return cell(textOf(one.text), 'text');
    case 'number':
      return cell(one.number, one.of.what === 'item' ? 'points' : 'number');
    case 'state':
      return cell(one.text, layout.states[one.state]);
    case 'places':
      return placesCell(one.places);
    case 'entry':
      return cell(one.text, 'entry');
    case 'key':
      return cell(one.key, 'key');
  }
}

function placesCell(places: readonly Place[]): PlanCell {
  const [first] = places;
  if (!first) return cell('', 'text');
  const { sheet, address } = first;
  return { value: places.length > 1 ? `${address}…` : address, style: 'link', link: { sheet, address } };
}

function cell(value: string | number | null, style: CellStyle): PlanCell {
  return { value, style };
}

/** A row of which only the first cell says something. */
function spanning(text: string, style: CellStyle, width: number): readonly PlanCell[] {
  return Array.from({ length: width }, (_, column) => cell(column === 0 ? text : null, style));
}

/** Every row of a sheet has as many cells as the sheet is wide. */
function filled(cells: readonly PlanCell[], width: number): readonly PlanCell[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => cell('', 'text'))];
}
