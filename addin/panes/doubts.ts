/** What of a workbook was not understood, so that a person can say what it is. */
import { columnIndex, parseAddress } from '../../shared/model/addresses.ts';
import { isPlaced } from '../../shared/model/contract.ts';
import type {
  Area,
  Correction,
  Evaluation,
  Place,
  PlacedCorrection,
  TableReport,
  Unread,
  WordCorrection,
  WorkbookSnapshot,
} from '../../shared/model.ts';

export interface FieldName {
  readonly key: string;
  readonly label: string;
}

/** A table of the catalogue by its words; one id may have several layouts. */
export interface TableName {
  readonly id: string;
  readonly name: string;
  readonly shape: 'list' | 'form';
  readonly fields: readonly FieldName[];
}

/** A column whose heading was not understood. */
export interface Doubt {
  readonly table: TableReport;
  readonly column: string;
  /** As typed, '' where the column has none. */
  readonly heading: string;
  readonly at: Place;
  /** Fields of the table that no other column holds. */
  readonly fields: readonly FieldName[];
}

export interface Doubts {
  /** Not the sheets that are hidden so deeply that they are not read at all. */
  readonly unread: readonly Unread[];
  readonly columns: readonly Doubt[];
  readonly tables: readonly (Place & { readonly name: string })[];
  /** Tables that an unread area may be. */
  readonly choices: readonly TableName[];
  readonly corrections: readonly (readonly [said: string, correction: Correction])[];
  /** The person has just said something: the list is what they want to see again. */
  readonly corrected: boolean;
}

/** `snapshot` is the raw one: headings that were not understood are masked in the evaluation. */
export function doubtsOf(
  { tables, unread }: Evaluation,
  snapshot: WorkbookSnapshot,
  names: readonly TableName[],
  corrections: readonly Correction[],
): Omit<Doubts, 'corrected'> {
  const deep = new Set(snapshot.sheets.filter(({ visibility }) => visibility === 'VeryHidden').map(({ name }) => name));
  return {
    unread: unread.filter(({ sheet }) => !deep.has(sheet)),
    columns: tables.flatMap((table) => doubtfulColumns(table, snapshot, namesOf(table, names), corrections)),
    tables: tables.map((table) => ({
      sheet: table.sheet,
      address: table.address,
      name: namesOf(table, names)?.name ?? table.id,
    })),
    choices: names.filter(
      ({ id, shape }, at) => shape === 'list' && names.findIndex((other) => other.id === id && shape === 'list') === at,
    ),
    corrections: corrections.map((one) => [spoken(one, tables, names), one]),
  };
}

function doubtfulColumns(
  table: TableReport,
  { sheets }: WorkbookSnapshot,
  names: TableName | null,
  corrections: readonly Correction[],
): readonly Doubt[] {
  const sheet = sheets.find(({ name }) => name === table.sheet);
  const area = parseAddress(table.address);
  const origin = sheet && parseAddress(sheet.address);
  // A form has no columns that could be corrected.
  if (!area || !origin || table.headerRows.length === 0) return [];
  const held = new Set(table.columns.map(({ field }) => field));
  const fields = names?.fields.filter(({ key }) => !held.has(key)) ?? [];
  const last = Math.max(...table.headerRows);
  return table.columns.flatMap(({ field, column }) => {
    if (field !== null || corrections.some((one) => isAbout(one, table, column) && one.field === null)) return [];
    const at = columnIndex(column) - origin.left;
    const cell = (row: number) => sheet.values[row - origin.top]?.[at] ?? null;
    const texts = table.headerRows.map((row) => cell(row - 1)).filter((text) => text !== null && text !== '');
    const body = Array.from({ length: area.bottom + 1 - last }, (_, row) => cell(last + row));
    if (texts.length === 0 && body.every((value) => value === null || value === '')) return [];
    const place = { sheet: table.sheet, address: `${column}${last}` };
    return [{ table, column, heading: texts.join(' '), at: place, fields }];
  });
}

/** True for what was said about this column of this table. */
export function isAbout(
  one: Correction,
  { sheet, address }: Place,
  column: string,
): one is PlacedCorrection & { readonly kind: 'column' } {
  return (
    isPlaced(one) && one.kind === 'column' && one.sheet === sheet && one.column === column && meet(one.address, address)
  );
}

/** Whether two areas have a cell in common. */
export function meet(one: string, other: string): boolean {
  const [a, b] = [parseAddress(one), parseAddress(other)];
  const within = (first: Area, second: Area) => first.top <= second.bottom && first.left <= second.right;
  return a !== null && b !== null && within(a, b) && within(b, a);
}

/** Of several layouts the one that knows most of the columns. */
function namesOf({ id, columns }: TableReport, names: readonly TableName[]): TableName | null {
  const keys = new Set(columns.map(({ field }) => field));
  const known = ({ fields }: TableName) => fields.filter(({ key }) => keys.has(key)).length;
  return names.filter((one) => one.id === id).sort((a, b) => known(b) - known(a))[0] ?? null;
}

function spoken(one: Correction, tables: readonly TableReport[], names: readonly TableName[]): string {
  if (!isPlaced(one)) return wordSpoken(one, names);
  if (one.kind === 'headerRows') return `${one.sheet}：表头在第 ${one.rows.join('、')} 行`;
  const place = `${one.sheet}!${one.address}`;
  if (one.kind === 'table') {
    const name = names.find(({ id }) => id === one.table)?.name;
    return one.table === null ? `${place}：不是数据` : `${place}：是“${name ?? one.table}”`;
  }
  if (one.kind === 'continues') return `${place}：接着 ${one.of.sheet}!${one.of.address}`;
  const column = `${one.sheet} ${one.column} 列`;
  if (one.field === null) return `${column}：不是数据`;
  const table = tables.find((each) => isAbout(one, each, one.column));
  const own = table && namesOf(table, names);
  const fields = [...(own ? [own] : []), ...names].flatMap((each) => each.fields);
  return `${column}：是“${fields.find(({ key }) => key === one.field)?.label ?? one.field}”`;
}

function wordSpoken(one: WordCorrection, names: readonly TableName[]): string {
  const fields = names.flatMap(({ id, fields }) => (id === one.table ? fields : []));
  const field = fields.find(({ key }) => key === one.field)?.label ?? one.field;
  if (one.kind === 'column') return `表头“${one.heading}”：${one.field === null ? '不是数据' : `是“${field}”`}`;
  return `“${field}”里的“${one.text}”：${one.means === null ? '不算' : `是“${one.means}”`}`;
}
