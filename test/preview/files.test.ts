/** What other programs write stays as it is in the preview, also after it was opened, calculated and saved. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { saveWorkbook } from '../../addin/preview/xlsx/save.ts';
import { readFile } from '../../shared/files/read.ts';

const bytesOf = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/inputs/files/${encodeURIComponent(file)}`, import.meta.url)));

/** Opened, something typed elsewhere, calculated. */
async function worked(bytes: Uint8Array) {
  const workbook = await openWorkbook(bytes);
  workbook.sheets[0]!.setContents(40, 40, [[{ value: 1 }]]);
  workbook.sheets[0]!.setContents(40, 40, [[{ value: null }]]);
  await workbook.settled();
  return workbook;
}

describe('results of formulas stand', () => {
  test.each(['01-empty-text-results.xlsx', '02-named-range-formulas.xlsx', '17-long-sums.xlsx'])('%s', async (file) => {
    const bytes = bytesOf(file);
    const before = readFile(file, bytes).snapshot.sheets.map(({ values }) => values);
    const saved = await saveWorkbook(await worked(bytes));
    expect(readFile(file, saved).snapshot.sheets.map(({ values }) => values)).toEqual(before);
  });

  test('01-empty-text-results.xlsx: the empty text, not blank and not #NAME?', async () => {
    const workbook = await worked(bytesOf('01-empty-text-results.xlsx'));
    expect(workbook.sheets[0]!.cell(2, 3)).toMatchObject({ value: '', formula: '=IF(E3="","填","")' });
  });

  test('02-named-range-formulas.xlsx: a name that only the file knows', async () => {
    const workbook = await worked(bytesOf('02-named-range-formulas.xlsx'));
    expect(workbook.sheets[0]!.cell(2, 7)).toMatchObject({ value: 12, formula: '=人数' });
  });
});

test.each(['03-SharedStrings-case.xlsx', '04-backslash-names.xlsx', '08-utf16.xlsx'])(
  '%s: saved, it holds what it held',
  async (file) => {
    const bytes = bytesOf(file);
    const saved = await saveWorkbook(await worked(bytes));
    expect(readFile(file, saved).snapshot.sheets.map(({ values }) => values)).toEqual(
      readFile(file, bytes).snapshot.sheets.map(({ values }) => values),
    );
  },
);
