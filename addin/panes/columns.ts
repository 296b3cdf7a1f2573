/** Columns whose headings were not understood. */
import { cellAddress, columnIndex, parseAddress } from '../../shared/model/addresses.ts';
import { isPlaced } from '../../shared/model/contract.ts';
import type {
  Area,
  Cell,
  Correction,
  Finding,
  Indicator,
  Place,
  SheetSnapshot,
  TableReport,
  WorkbookSnapshot,
} from '../../shared/model.ts';
import type { FieldName, TableName } from './names.ts';
import { isAbout, meet } from './said.ts';

/** A column whose heading was not understood. */
export interface Doubt {
  readonly table: TableReport;
  readonly column: string;
  /** As typed, groups before it; '' where the column has none. */
  readonly heading: string;
  readonly at: Place;
  /** Fields of the table that no other column holds. */
  readonly fields: readonly FieldName[];
}

/** Not those that were said to be no data. `snapshot` is the raw one. */
export function doubtfulColumns(
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
    if (field !== null) return [];
    const at = columnIndex(column);
    const heading = headingAt(sheet, table.headerRows, at);
    if (corrections.some((one) => isSaidToBeNothing(one, table, column, heading))) return [];
    const body = Array.from({ length: area.bottom + 1 - last }, (_, row) => cellAt(sheet, last + row, at));
    if (heading === '' && body.every((value) => value === null || value === '')) return [];
    const place = { sheet: table.sheet, address: `${column}${last}` };
    return [{ table, column, heading, at: place, fields }];
  });
}

export const columnLineName = ({ at }: Doubt) => `column|${at.sheet}|${at.address}`;

/** The column that may hold the field which a finding misses; null where there is none. */
export function columnOfFinding({ at, field }: Finding, doubts: readonly Doubt[]): Doubt | null {
  const held = ({ fields }: Doubt) => fields.some(({ key }) => key === field);
  return doubts.find((doubt) => isIn(at, doubt) && (held(doubt) || meet(at.address, doubt.at.address))) ?? null;
}

/** The same of an indicator, by the fields that its reasons name. */
export function columnOfIndicator({ at, evidence, reasons }: Indicator, doubts: readonly Doubt[]): Doubt | null {
  const places: readonly Place[] = at ? [at, ...evidence] : evidence;
  const isNamed = (label: string) => reasons.some((reason) => reason.includes(`“${label}”`));
  const isMissed = (doubt: Doubt) => doubt.fields.some(({ label }) => isNamed(label));
  return doubts.find((doubt) => places.some((place) => isIn(place, doubt)) && isMissed(doubt)) ?? null;
}

const isIn = ({ sheet, address }: Place, { table }: Doubt) => sheet === table.sheet && meet(address, table.address);

function isSaidToBeNothing(one: Correction, table: TableReport, column: string, heading: string): boolean {
  if (one.kind !== 'column' || one.field !== null) return false;
  return isPlaced(one) ? isAbout(one, table, column) : one.table === table.id && one.heading === heading;
}

/** As the engine names it, levels from the outermost group, joined by ` / `. `rows` are 1-based, `column` is 0-based. */
function headingAt(sheet: SheetSnapshot, rows: readonly number[], column: number): string {
  const path: string[] = [];
  for (const row of rows) {
    const { top, left } = mergeAt(sheet, row - 1, column) ?? { top: row - 1, left: column };
    const text = top + 1 < rows[0]! ? null : cellAt(sheet, top, left);
    if ((typeof text === 'string' || typeof text === 'number') && text !== '' && String(text) !== path.at(-1)) {
      path.push(String(text));
    }
  }
  return path.join(' / ');
}

function mergeAt({ merges }: SheetSnapshot, row: number, column: number): Area | null {
  const here = cellAddress(row, column);
  return parseAddress(merges?.find((merge) => meet(merge, here)) ?? '');
}

/** 0-based, absolute on the sheet. */
export function cellAt({ address, values }: SheetSnapshot, row: number, column: number): Cell {
  const origin = parseAddress(address);
  return (origin && values[row - origin.top]?.[column - origin.left]) ?? null;
}
