/** What of a workbook was not understood, so that a person can say what it is. */
import { parseAddress } from '../../shared/model/addresses.ts';
import { sumKind } from '../../shared/model/totals.ts';
import type {
  Correction,
  Evaluation,
  ListKind,
  Place,
  TableReport,
  Unread,
  WorkbookSnapshot,
} from '../../shared/model.ts';
import { cellAt, type Doubt, doubtfulColumns } from './columns.ts';
import { namesOf, type ReadRow, type ReadTable, type TableName } from './names.ts';
import { type Question, questionsOf } from './questions.ts';
import { spoken } from './said.ts';

/** An area that was not read, and the list that it may go on. */
export interface UnreadArea extends Unread {
  readonly after: Place | null;
}

/** Where a person has just spoken, so that they find themselves there again. */
export type Spot = 'questions' | 'corrections';

export interface Doubts {
  /** What the findings ask, once a wording. */
  readonly questions: readonly Question[];
  readonly unread: readonly UnreadArea[];
  /** Sheets that are hidden so deeply that they are not read at all: nothing can be said of them here. */
  readonly deep: readonly Unread[];
  readonly columns: readonly Doubt[];
  readonly tables: readonly ReadTable[];
  /** The words of the catalogue. */
  readonly names: readonly TableName[];
  readonly corrections: readonly (readonly [said: string, correction: Correction])[];
  /** Null where nothing was said since the check before. */
  readonly corrected: Spot | null;
}

/** `snapshot` is the raw one: what was not understood is masked in the evaluation. */
export function doubtsOf(
  { tables, unread, findings }: Evaluation,
  snapshot: WorkbookSnapshot,
  names: readonly TableName[],
  corrections: readonly Correction[],
): Omit<Doubts, 'corrected'> {
  const deep = new Set(snapshot.sheets.filter(({ visibility }) => visibility === 'VeryHidden').map(({ name }) => name));
  const order = snapshot.sheets.map(({ name }) => name);
  const read = tables.map((table): ReadTable => {
    const { id, sheet, address, kind, headerRows } = table;
    const name = namesOf(table, names)?.name ?? id;
    return {
      id,
      name,
      sheet,
      address,
      kind,
      shape: headerRows.length > 0 ? 'list' : 'form',
      rows: rowsOf(table, snapshot),
    };
  });
  const columns = tables
    .filter(({ kind }) => !uncounted.has(kind))
    .flatMap((table) => doubtfulColumns(table, snapshot, namesOf(table, names), corrections));
  return {
    questions: questionsOf(findings, { snapshot, names, columns, tables: read }),
    unread: unread
      .filter(({ sheet }) => !deep.has(sheet))
      .map((area) => ({ ...area, after: listBefore(area, read, order) })),
    deep: unread.filter(({ sheet }) => deep.has(sheet)),
    columns,
    tables: read,
    names,
    corrections: corrections.map((one) => [spoken(one, tables, names), one]),
  };
}

/** Nothing hangs on the columns of a list that does not count. */
const uncounted: ReadonlySet<ListKind> = new Set([
  'former',
  'planned',
  'other_time',
  'other_body',
  'candidates',
  'copy',
]);

function rowsOf({ sheet: name, address, headerRows }: TableReport, { sheets }: WorkbookSnapshot): readonly ReadRow[] {
  const sheet = sheets.find((one) => one.name === name);
  const area = parseAddress(address);
  if (!sheet || !area || headerRows.length === 0) return [];
  const rows: ReadRow[] = [];
  for (let row = Math.max(...headerRows); row <= area.bottom; row += 1) {
    const cells = Array.from({ length: area.right - area.left + 1 }, (_, at) => cellAt(sheet, row, area.left + at));
    const first = cells.find((cell) => cell !== null && cell !== '');
    if (first !== undefined) rows.push({ row: row + 1, isSum: typeof first === 'string' && sumKind(first) !== null });
  }
  return rows;
}

/** The nearest list above on the same sheet, else the last one of the sheets before. */
function listBefore(area: Place, tables: readonly ReadTable[], order: readonly string[]): Place | null {
  const lists = tables.filter(({ shape }) => shape === 'list');
  const top = parseAddress(area.address)?.top ?? 0;
  const bottom = ({ address }: Place) => parseAddress(address)?.bottom ?? 0;
  const lowest = (some: readonly ReadTable[]) => [...some].sort((a, b) => bottom(b) - bottom(a))[0];
  const above = lowest(lists.filter((one) => one.sheet === area.sheet && bottom(one) < top));
  const before = order.slice(0, order.indexOf(area.sheet)).filter((name) => lists.some(({ sheet }) => sheet === name));
  const list = above ?? lowest(lists.filter(({ sheet }) => sheet === before.at(-1)));
  return list ? { sheet: list.sheet, address: list.address } : null;
}
