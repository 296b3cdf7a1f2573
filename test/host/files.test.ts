/** A workbook read from its file and through Office.js is one and the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createExcelHost } from '../../addin/host/excel.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { dataHash, deidentify } from '../../shared/evaluate.ts';
import { readFile } from '../../shared/files/read.ts';
import type { SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';
import { fileOf, type Ways } from '../fixtures/files.ts';
import { generate } from '../generator/workbooks.ts';
import { openOffice } from '../office.ts';
import { secret } from './opened.ts';

const folders = ['samples/', 'inputs/privacy/', 'inputs/files/'].map(
  (each) => new URL(`../fixtures/${each}`, import.meta.url),
);
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xlsx'))
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder))) })),
);

describe('read from its file and through Office.js', () => {
  test.each(files)('$file', async ({ file, bytes }) => {
    await alike(file, bytes);
  });
});

describe('generated workbooks, as different programs write them', () => {
  test.each(Array.from({ length: 50 }, (_, seed) => seed))('%i', async (seed) => {
    const { messy } = generate(seed);
    const bytes = fileOf(messy, waysOf(seed));
    const read = await alike('生成.xlsx', bytes);
    // Some are generated as an Excel gives them that knows nothing of merged areas.
    const sheets = messy.sheets.map((sheet) => ({ ...sheet, merges: sheet.merges ?? [] }));
    expect(hashOf(read)).toBe(hashOf({ ...messy, sheets, name: '生成.xlsx' }));
  });
});

const waysOf = (seed: number): Ways => ({
  prefix: seed % 2 === 0 ? '' : 'x:',
  texts: (['shared', 'inline', 'result'] as const)[seed % 3]!,
  utf16: seed % 5 === 0,
  odd: seed % 7 === 0,
});

async function alike(file: string, bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const { snapshot } = readFile(file, bytes);
  await openOffice(await openWorkbook(bytes, file));
  const shown = (await createExcelHost().read()).snapshot;
  expect(snapshot.sheets.map(comparable)).toEqual(shown.sheets.map(comparable));
  expect(hashOf(snapshot)).toBe(hashOf(shown));
  return snapshot;
}

const hashOf = (snapshot: WorkbookSnapshot) => dataHash(deidentify(snapshot, secret).snapshot);

/** Formats of cells in which nothing stands say nothing; merged areas come in any order. */
function comparable({ numberFormat, merges, ...sheet }: SheetSnapshot) {
  return {
    ...sheet,
    numberFormat: numberFormat?.map((line, r) => line.map((code, c) => (sheet.values[r]?.[c] === null ? null : code))),
    merges: merges && [...merges].sort(),
  };
}
