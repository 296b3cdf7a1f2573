import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createExcelHost } from '../../addin/host/excel.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { saveWorkbook } from '../../addin/preview/xlsx/save.ts';
import { cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { Mark } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { unfiled } from '../../shared/report/reports.ts';
import { judgedMasked } from '../judging.ts';
import { openOffice } from '../office.ts';
import { marked, none, type Said, secret, sheetOf } from './opened.ts';

const folder = new URL('../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));

describe.each(samples)('%s', (file) => {
  const open = async (bytes: Uint8Array) => {
    const workbook = await openWorkbook(bytes, file);
    const office = await openOffice(workbook);
    return { workbook, office, host: createExcelHost() };
  };
  const original = new Uint8Array(readFileSync(new URL(file, folder)));

  test('checked, written, saved, opened, explained, written again, cleared: as it was', async () => {
    const first = await open(original);
    const before = contentsOf(first.workbook);
    const basis = await first.host.read();
    expect(first.office.host.batches).toBe(3);
    const evaluation = judgedMasked(basis.snapshot, secret);
    const plan = (said: Said) =>
      writePlan(evaluation, policyAbouts[0]!, { ...unfiled, explanations: said[evaluation.mode] });
    const applied = await first.host.apply(basis, secret, plan);
    expect(applied.skipped).toEqual([]);
    expect(first.office.host.batches).toBe(7);
    const { marks } = plan(none);
    expect(marks.length).toBeGreaterThan(0);
    expect(marked(first.workbook)).toEqual(marks.flatMap(cellsOf).sort());
    const { sheets } = contentsOf(first.workbook);
    for (const [at, sheet] of before.sheets.entries())
      expect({ ...sheets[at], conditionalFormats: [] }).toEqual({ ...sheet, conditionalFormats: [] });

    const second = await open(await saveWorkbook(first.workbook));
    const again = await second.host.read();
    expect(again).toMatchObject({ snapshot: basis.snapshot, secret });
    const gaps = sheetOf(second.workbook, applied.sheets[0]!);
    expect(gaps.cell(3, 6).value).toBe('核实说明');
    gaps.setContents(4, 6, [[{ value: '正在整改' }]]);
    await second.host.apply(again, secret, plan);
    expect(gaps.cell(4, 6).value).toBe('正在整改');
    const written = contentsOf(second.workbook);
    await second.host.apply(again, secret, plan);
    expect(contentsOf(second.workbook)).toEqual(written);

    const third = await open(await saveWorkbook(second.workbook));
    await third.host.clearMarks();
    await third.host.removeSheets();
    expect(contentsOf(third.workbook)).toEqual(before);
  });
});

function cellsOf({ sheet, address, level }: Mark): string[] {
  const area = parseAddress(address)!;
  const cells: string[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1)
      cells.push(`${sheet}!${cellAddress(row, column)} ${level}`);
  return cells;
}
