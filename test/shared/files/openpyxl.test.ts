/** Read as an independent program read them: test/fixtures/read-by-openpyxl.py made the data once. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../shared/files/read.ts';
import { cellAddress, parseAddress } from '../../../shared/model/addresses.ts';
import type { Cell, SheetSnapshot } from '../../../shared/model.ts';

interface Expected {
  readonly date1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly state: 'visible' | 'hidden' | 'veryHidden';
    /** Value and number format, `General` left out. */
    readonly cells: Readonly<Record<string, readonly [Cell, string?]>>;
    readonly merges: readonly string[];
    readonly hiddenRows: readonly number[];
    readonly hiddenColumns: readonly string[];
  }[];
}

const fixtures = new URL('../../fixtures/', import.meta.url);
const expected: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL('expected/read-by-openpyxl.json', fixtures), 'utf8'),
);

describe.each(Object.entries(expected))('%s', (path, { date1904, sheets }) => {
  const address = path.split('/').map(encodeURIComponent).join('/');
  const { snapshot } = readFile(path, new Uint8Array(readFileSync(new URL(address, fixtures))));

  test('the same sheets and date system', () => {
    expect(snapshot.date1904).toBe(date1904);
    const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' };
    expect(snapshot.sheets.map(({ name, visibility }) => [name, states[visibility]])).toEqual(
      sheets.map(({ name, state }) => [name, state]),
    );
  });

  test.each(sheets.filter(({ state }) => state !== 'veryHidden'))('$name', (sheet) => {
    const read = snapshot.sheets.find(({ name }) => name === sheet.name)!;
    const { cells, inside } = cellsOf(read);
    expect(cells).toEqual(sheet.cells);
    // What lies outside of where something stands is not read; what reaches outside is cut.
    expect(read.merges ?? []).toEqual(expect.arrayContaining(sheet.merges.filter((each) => inside(each))));
    expect(read.hiddenRows ?? []).toEqual(sheet.hiddenRows.filter((row) => inside(`A${row}`, 'rows')));
    expect(read.hiddenColumns ?? []).toEqual(sheet.hiddenColumns.filter((column) => inside(`${column}1`, 'columns')));
  });
});

function cellsOf({ address, values, numberFormat }: SheetSnapshot) {
  const used = parseAddress(address)!;
  const cells: Record<string, readonly [Cell, string?]> = {};
  for (const [r, line] of values.entries())
    for (const [c, value] of line.entries()) {
      const code = numberFormat?.[r]?.[c];
      if (value !== null)
        cells[cellAddress(used.top + r, used.left + c)] = code === 'General' || !code ? [value] : [value, code];
    }
  const inside = (area: string, axis?: 'rows' | 'columns'): boolean => {
    const { top, left, bottom, right } = parseAddress(area)!;
    const rows = top >= used.top && bottom <= used.bottom;
    const columns = left >= used.left && right <= used.right;
    return (axis === 'columns' || rows) && (axis === 'rows' || columns);
  };
  return { cells, inside };
}
