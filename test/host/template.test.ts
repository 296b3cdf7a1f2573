/** The template written through Office.js and the one that is a file are the same. */
import { expect, test } from 'vitest';
import { createExcelHost } from '../../addin/host/excel.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import { openMemory } from '../../addin/preview/memory.ts';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { saveWorkbook } from '../../addin/preview/xlsx/save.ts';
import { newFile } from '../../shared/files/new.ts';
import { readFile } from '../../shared/files/read.ts';
import { anchorName } from '../../shared/model/anchors.ts';
import { policies } from '../../shared/policies.ts';
import { templateOf } from '../../shared/template/template.ts';
import { openOffice } from '../office.ts';
import { drawn, widthsOf } from './drawn.ts';

const both = [templateOf(policies[0]!, 'urban'), templateOf(policies.at(-1)!, 'rural')];

test.each(both)('$policy $kind：新建的和下载的一格一格相同，一条规则一条规则相同', async ({ sheets }) => {
  const opened = openMemory({ blocks: { Sheet1: [] } });
  const office = await openOffice(opened, { excelApi: '1.9' });
  // A fifth of what Excel on the web takes at once.
  office.host.payloadLimit = 1024 * 1024;
  const host = createExcelHost();
  const names = await host.fill!.addSheets(sheets);
  expect(office.host.batches).toBe(3);
  const saved = await saveWorkbook(opened);
  const byHost = await openWorkbook(saved, '本册.xlsx');
  const bytes = newFile(sheets);
  const byFile = await openWorkbook(bytes, '下载.xlsx');

  expect(contentsOf(byFile).sheets.map(({ name }) => name)).toEqual(names);
  for (const [at, name] of names.entries()) {
    const seen = (workbook: Workbook) => withoutSpare(drawn(workbook, name), sheets[at]!.rows.length);
    expect(seen(byHost), name).toEqual(seen(byFile));
    // The preview counts every digit as 7 pixels wide; in Excel those of Chinese fonts are 8.
    for (const [at, size] of widthsOf(byFile, name).entries())
      expect(Math.abs((size * 8) / 7 - widthsOf(byHost, name)[at]!)).toBeLessThan(1.5);
  }
  expect(namesOf(byHost)).toEqual(namesOf(byFile));
  expect(readFile('本册.xlsx', saved).templates).toEqual(readFile('下载.xlsx', bytes).templates);
  expect((await host.read()).templates).toEqual(readFile('下载.xlsx', bytes).templates);
});

test('一张填报表复制到别的工作簿：不带外部链接，名称只有自己的', async () => {
  const bytes = newFile(both[0]!.sheets);
  const book = contentsOf(await openWorkbook(bytes, '下载.xlsx'));
  expect(book.names.every(({ scope }) => scope !== null)).toBe(true);
  for (const { name, scope, formula } of book.names) {
    const own = `='${book.sheets[scope!]!.name}'!`;
    if (name === anchorName) expect(formula).toMatch(/^="[^"!]+"$/);
    else expect([name, formula.slice(0, own.length)]).toEqual(['_xlnm.Print_Titles', own]);
  }
  for (const { cells, dataValidations, conditionalFormats } of book.sheets) {
    const formulas = [
      ...cells.flatMap(({ formula }) => formula ?? []),
      ...conditionalFormats.flatMap(({ formula }) => formula ?? []),
      ...dataValidations.flatMap(({ rule }) =>
        Object.values(rule).flatMap((limits) => Object.values(limits as object)),
      ),
    ];
    for (const formula of formulas) expect(String(formula).replace(/"[^"]*"/g, '')).not.toMatch(/[![{]|_ssld/);
  }
});

/** Spare cells without a format of their own: in the file their columns say how they look, and no cell stands there. */
function withoutSpare({ cells, ...sheet }: ReturnType<typeof drawn>, rows: number) {
  return {
    ...sheet,
    cells: cells.filter(({ value, numberFormat, place }) => {
      return value !== null || numberFormat !== 'General' || place[0]! < rows;
    }),
  };
}

/** By the names of their sheets. */
function namesOf(workbook: Workbook) {
  const { names, sheets } = contentsOf(workbook);
  return names
    .map(({ scope, ...name }) => ({ ...name, sheet: scope === null ? null : sheets[scope]!.name }))
    .sort((a, b) => `${a.sheet} ${a.name}`.localeCompare(`${b.sheet} ${b.name}`));
}
