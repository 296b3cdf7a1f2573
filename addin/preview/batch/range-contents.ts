/** Values, formulas, text and number formats of a range. */
import { maxColumns, maxRows } from '../../../shared/model/addresses.ts';
import { displayText } from '../../../shared/model/shown.ts';
import { cellCount, eachPlace, intersectAreas } from '../areas.ts';
import type { Area, Cell, Content, Sheet, Workbook } from '../workbook.ts';
import { type Entry, readEntry } from './entries.ts';
import { tooManyCells, wrongSize } from './failures.ts';
import { mayEdit, mayFormat } from './guards.ts';
import { areaOf, type HostObject, type Place, property } from './objects.ts';

type Input = unknown | readonly (readonly unknown[])[];

export function contentProperties(workbook: Workbook, place: Place): NonNullable<HostObject['properties']> {
  const { sheet } = place;
  const read = <T>(take: (cell: Cell) => T) => grid(sheet, areaOf(place), take);
  const write = (input: Input): void => {
    mayEdit(place);
    writeEntries(workbook, place, input);
  };
  return {
    Values: property(() => read(shownValue), write),
    Formulas: property(() => read((cell) => cell.formula ?? shownValue(cell)), write),
    Text: property(() => read((cell) => displayText(cell, workbook.date1904))),
    ValueTypes: property(() => read(valueType)),
    NumberFormat: property(
      () => read((cell) => cell.numberFormat),
      (input: Input) => {
        mayFormat(sheet);
        const area = areaOf(place);
        if (!Array.isArray(input)) return sheet.setNumberFormat(area, String(input));
        sheet.setNumberFormat(area, sized(input, area) as readonly (readonly (string | null)[])[]);
      },
    ),
  };
}

function grid<T>(sheet: Sheet, area: Area, take: (cell: Cell) => T): readonly (readonly T[])[] | null {
  // Documented: whole rows and columns answer null; Excel on the web refuses more than five million cells.
  if (area.bottom - area.top === maxRows - 1 || area.right - area.left === maxColumns - 1) return null;
  if (cellCount(area) > 5_000_000) throw tooManyCells();
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const values: T[] = [];
    for (let column = area.left; column <= area.right; column += 1) values.push(take(sheet.cell(row, column)));
    rows.push(values);
  }
  return rows;
}

/** One value for all cells, or one for each; null leaves a cell as it is, an empty string empties it. */
function writeEntries({ date1904 }: Workbook, place: Place, input: Input): void {
  const { sheet } = place;
  const area = areaOf(place);
  const rows = Array.isArray(input) ? sized(input, area) : null;
  const contents: (Content | null)[][] = [];
  const formats: [number, number, string][] = [];
  // Where a merged area covers a cell, what is written to it is lost.
  const merges = sheet.merges().filter((merged) => intersectAreas(merged, area));
  eachPlace(area, (row, column) => {
    const value = rows ? rows[row - area.top]![column - area.left] : input;
    const covered = merges.some(
      (merged) =>
        (merged.top !== row || merged.left !== column) &&
        row >= merged.top &&
        row <= merged.bottom &&
        column >= merged.left &&
        column <= merged.right,
    );
    const { numberFormat } = sheet.cell(row, column);
    const entry: Entry | null =
      value === null || value === undefined || covered ? null : readEntry(value, numberFormat, date1904);
    if (entry?.numberFormat && numberFormat === 'General') formats.push([row, column, entry.numberFormat]);
    if (column === area.left) contents.push([]);
    contents.at(-1)!.push(entry?.content ?? null);
  });
  sheet.setContents(area.top, area.left, contents);
  for (const [row, column, format] of formats) {
    sheet.setNumberFormat({ top: row, left: column, bottom: row, right: column }, format);
  }
}

function sized(rows: readonly unknown[], area: Area): readonly (readonly unknown[])[] {
  const width = area.right - area.left + 1;
  const fits = rows.length === area.bottom - area.top + 1;
  if (!fits || !rows.every((row) => Array.isArray(row) && row.length === width)) throw wrongSize();
  return rows as readonly (readonly unknown[])[];
}

function shownValue({ value }: Cell): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function valueType({ value }: Cell): string {
  if (value === null) return 'Empty';
  return { string: 'String', number: 'Double', boolean: 'Boolean', object: 'Error' }[
    typeof value as 'string' | 'number' | 'boolean' | 'object'
  ];
}
