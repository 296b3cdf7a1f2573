/** A template filled in by field: what a hand would type where, and the sheets as Excel gives them then. */
import { cellAddress, parseAddress } from '../shared/model/addresses.ts';
import { headingOf } from '../shared/model/headings.ts';
import type {
  Cell,
  FieldDef,
  FormSheet,
  SheetSnapshot,
  TableDef,
  Template,
  WorkbookReading,
  WorkbookSnapshot,
} from '../shared/model.ts';
import { codes } from '../shared/sheets/codes.ts';
import { tables } from '../shared/sheets/tables.ts';

export interface Line {
  /** Table, and `form` or `list`. */
  readonly table: string;
  readonly shape: TableDef['shape'];
  /** By field. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Codes of its words, by field: a line that the template gives is found by them. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** A value for one cell of a sheet. */
export interface Typed {
  readonly place: { readonly sheet: string; readonly address: string };
  readonly value: string | number;
}

/** What the records of a workbook say, as far as the template asks for it. */
export function linesOf({ tables: read }: WorkbookReading): readonly Line[] {
  return read.flatMap(({ id, shape, records }) =>
    records.map(({ data }): Line => {
      // Cells are typed when they are asked for.
      const said = keysOf(id).flatMap((key) => {
        const datum = data[key];
        if (!datum || !(typeof datum.raw === 'string' || typeof datum.raw === 'number')) return [];
        // Figures are typed alone: 25 for 25人.
        const value = FIGURES.has(typeOf(id, key)) ? (datum.number ?? datum.raw) : datum.raw;
        return [{ key, value, codes: datum.codes }];
      });
      return {
        table: id,
        shape,
        values: Object.fromEntries(said.map(({ key, value }) => [key, value])),
        codes: Object.fromEntries(said.map(({ key, codes }) => [key, codes])),
      };
    }),
  );
}

const FIGURES: ReadonlySet<FieldDef['type'] | undefined> = new Set(['count', 'amount'] as const);

const typeOf = (table: string, key: string) =>
  tables.flatMap(({ id, fields }) => (id === table ? fields : [])).find((field) => field.key === key)?.type;

const keysOf = (table: string) => [
  ...new Set(tables.flatMap(({ id, fields }) => (id === table ? fields.map(({ key }) => key) : []))),
];

/** Where the lines go, cell by cell. Throws where a table has more lines than the template has room for. */
export function typedInto(template: Template, lines: readonly Line[]): readonly Typed[] {
  return template.sheets.flatMap((sheet) => partsOf(sheet).flatMap((part) => typedIntoPart(sheet.name, part, lines)));
}

/** The sheets as they are read, sums worked out as Excel does. */
export function filled(template: Template, typed: readonly Typed[] = []): WorkbookSnapshot {
  return {
    schema: 'workbook-snapshot/1',
    name: `${template.name}.xlsx`,
    date1904: false,
    sheets: template.sheets.map((sheet) =>
      snapshotOf(
        sheet,
        typed.filter(({ place }) => place.sheet === sheet.name),
      ),
    ),
  };
}

interface Part {
  readonly table: TableDef;
  /** Of a list, 0-based: the first line that may be filled in. */
  readonly first: number;
  /** The last one. */
  readonly last: number;
  /** Field → column of a list, row of a form. */
  readonly at: ReadonlyMap<string, number>;
  readonly given: FormSheet['rows'];
}

/** Tables stand on a sheet in the order of its anchor. */
function partsOf(sheet: FormSheet): readonly Part[] {
  const { rows, anchor, validations } = sheet;
  const styles = rows.map(([cell]) => cell!.style);
  const starts = styles.flatMap((style, row) =>
    style === 'heading' || (style === 'label' && styles[row - 1] !== 'label') ? row : [],
  );
  return starts.map((start, nth): Part => {
    const isList = styles[start] === 'heading';
    const table = tables.find(({ id, shape }) => id === anchor.tables[nth] && (shape === 'list') === isList)!;
    const keys = new Map(table.fields.map((field) => [headingOf(field), field.key]));
    if (!isList) {
      const end = styles.findIndex((style, row) => row > start && style !== 'label');
      const labels = rows.slice(start, end).map(([label]) => keys.get(String(label!.value))!);
      return { table, first: start, last: start, at: new Map(labels.map((key, at) => [key, start + at])), given: [] };
    }
    const headings = rows[start]!.flatMap(({ value }, column) =>
      value === null ? [] : [[keys.get(String(value))!, column] as const],
    );
    const first = styles.findIndex((style, row) => row > start && style === 'example') + 1;
    const areas = validations.flatMap(({ area }) => parseAddress(area) ?? []).filter(({ top }) => top === first - 1);
    const last = Math.max(...areas.map(({ bottom }) => bottom));
    return { table, first, last, at: new Map(headings), given: rows.slice(first, last + 1) };
  });
}

function typedIntoPart(
  sheet: string,
  { table, first, last, at, given }: Part,
  lines: readonly Line[],
): readonly Typed[] {
  const own = lines.filter((line) => line.table === table.id && [...at.keys()].some((key) => key in line.values));
  const fits = own.filter(({ shape }) => shape === table.shape);
  if (table.shape === 'form')
    return fits.slice(0, 1).flatMap(({ values }) => cells(sheet, values, at, (row) => [row, 1]));
  const taken = new Set<number>();
  const free = () => {
    for (let row = first; row <= last; row++) if (!taken.has(row) && !isGiven(given[row - first])) return row;
    throw new RangeError(`no room left in ${table.name}`);
  };
  return fits.flatMap((line) => {
    const labels = new Set(given.flatMap((row, nth) => (isGivenFor(row, table, at, line) ? first + nth : [])));
    const row = [...labels].find((each) => !taken.has(each)) ?? free();
    taken.add(row);
    return cells(sheet, line.values, at, (column) => [row, column]);
  });
}

function cells(
  sheet: string,
  values: Line['values'],
  at: ReadonlyMap<string, number>,
  place: (at: number) => readonly [row: number, column: number],
): readonly Typed[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const where = at.get(key);
    return where === undefined ? [] : [{ place: { sheet, address: cellAddress(...place(where)) }, value }];
  });
}

const isGiven = (row: FormSheet['rows'][number] | undefined) =>
  row?.slice(1).some(({ value }) => value !== null) ?? false;

/** The line of the template that is kept for what this one says. */
function isGivenFor(
  row: FormSheet['rows'][number],
  table: TableDef,
  at: ReadonlyMap<string, number>,
  { values, codes }: Line,
): boolean {
  return [...at].some(([key, column]) => {
    const field = table.fields.find((each) => each.key === key);
    const value = row[column]?.value ?? null;
    if (value === null || field?.type !== 'code') return false;
    return (
      value === values[key] ||
      (codes[key] ?? []).some((code) => code === value || labels.get(`${field.list}/${code}`) === value)
    );
  });
}

const labels = new Map(
  Object.values(codes).flatMap(({ id, entries }) =>
    entries.map(({ code, label }) => [`${id}/${code}`, label] as const),
  ),
);

function snapshotOf({ name, rows, widths, spans, formats }: FormSheet, typed: readonly Typed[]): SheetSnapshot {
  const values: Cell[][] = rows.map((row) => row.map(({ value }) => value));
  const formulas = rows.map((row) => row.map(({ formula }) => formula ?? null));
  for (const { place, value } of typed) {
    const { top, left } = parseAddress(place.address)!;
    while (values.length <= top) values.push(widths.map(() => null));
    values[top]![left] = value;
  }
  const bottom = values.length - 1;
  return summed(
    {
      name,
      visibility: 'Visible',
      address: `A1:${cellAddress(bottom, widths.length - 1)}`,
      values,
      numberFormat: formatsOf(values, formats),
      merges: spans.map((row) => `A${row + 1}:${cellAddress(row, widths.length - 1)}`),
    },
    formulas,
  );
}

function formatsOf(values: readonly (readonly Cell[])[], formats: FormSheet['formats']): SheetSnapshot['numberFormat'] {
  const made = values.map((row) => row.map(() => 'General'));
  for (const { area, format } of formats) {
    const { top, left, bottom, right } = parseAddress(area)!;
    for (let row = top; row <= Math.min(bottom, made.length - 1); row++)
      for (let column = left; column <= right; column++) made[row]![column] = format;
  }
  return made;
}

const SUM = /^SUM\((.+)\)$/;

/** Numbers alone count; texts and blanks do not. */
export function summed(sheet: SheetSnapshot, formulas: readonly (readonly (string | null)[])[]): SheetSnapshot {
  const values = sheet.values.map((row, at) =>
    row.map((cell, column) => {
      const area = parseAddress(SUM.exec(formulas[at]?.[column] ?? '')?.[1] ?? '');
      if (!area) return cell;
      const lines = sheet.values.slice(area.top, area.bottom + 1);
      return lines.reduce(
        (sum, line) => sum + (typeof line[area.left] === 'number' ? (line[area.left] as number) : 0),
        0,
      );
    }),
  );
  return { ...sheet, values };
}
