import { describe, expect, test } from 'vitest';
import { createExcelHost } from '../../addin/host/excel.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { saveWorkbook } from '../../addin/preview/xlsx/save.ts';
import { writeFile } from '../../shared/files/write.ts';
import { levelOf } from '../../shared/model/ours.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { signedPlan } from '../../shared/report/signs.ts';
import { judgedMasked } from '../judging.ts';
import { openOffice } from '../office.ts';
import { differing, givenFiles } from '../shared/files/packages.ts';
import { drawn, widthsOf } from './drawn.ts';
import { secret } from './opened.ts';

const files = givenFiles.filter(({ name }) => /^(HN|05|21)/.test(name));

describe.each(files)('$name', ({ name, bytes }) => {
  test('what is written into the file looks as what Excel’s host writes', async () => {
    const opened = await openWorkbook(bytes, name);
    await openOffice(opened);
    const host = createExcelHost();
    const basis = await host.read();
    const plan = writePlan(judgedMasked(basis.snapshot, secret), policyAbouts[0]!);
    const { sheets } = await host.apply(basis, secret, () => plan);

    // Saved once: widths in a file are whole pixels.
    const byHost = await openWorkbook(await saveWorkbook(opened), name);

    const written = writeFile(bytes, { plan: signedPlan(plan, basis.snapshot), kept: {} });
    expect(written).toMatchObject({ sheets, skipped: [] });
    const byFile = await openWorkbook(written.bytes, name);
    for (const each of sheets) {
      expect(drawn(byFile, each)).toEqual(drawn(byHost, each));
      // The preview counts every digit as 7 pixels wide; in Excel those of Chinese fonts are 8.
      for (const [at, size] of widthsOf(byFile, each).entries())
        expect(Math.abs((size * 8) / 7 - widthsOf(byHost, each)[at]!)).toBeLessThan(1.5);
    }
    expect(marked(byFile)).toEqual(marked(byHost));
    const theirs = (workbook: Workbook) =>
      contentsOf(workbook)
        .sheets.filter((sheet) => !sheets.includes(sheet.name))
        .map(withoutMarks);
    expect(theirs(byFile)).toEqual(theirs(byHost));
  });
});

test.each(givenFiles.filter(({ name }) => name.startsWith('HN')))(
  '$name: marked, saved, opened, cleared and saved by the preview, the person’s sheets are byte for byte as they were',
  async ({ name, bytes }) => {
    const open = async (file: Uint8Array) => {
      const workbook = await openWorkbook(file, name);
      await openOffice(workbook);
      return { workbook, host: createExcelHost() };
    };
    const first = await open(bytes);
    const basis = await first.host.read();
    const plan = writePlan(judgedMasked(basis.snapshot, secret), policyAbouts[0]!);
    await first.host.apply(basis, secret, () => plan);
    const second = await open(await saveWorkbook(first.workbook));
    await second.host.clearMarks();
    await second.host.removeSheets();
    const changed = differing(bytes, await saveWorkbook(second.workbook));
    expect(changed.filter((path) => path.includes('worksheets/'))).toEqual([]);
  },
);

type Contents = ReturnType<typeof contentsOf>['sheets'][number];

const withoutMarks = (sheet: Contents) => ({
  ...sheet,
  conditionalFormats: sheet.conditionalFormats.filter(({ formula }) => levelOf(formula) === null),
});

/** By sheet and level: cells, and how they look. */
function marked(workbook: Workbook) {
  return contentsOf(workbook).sheets.map(({ name, conditionalFormats }) => {
    const cells = new Map<string, string[]>();
    for (const { formula, areas, style } of conditionalFormats) {
      const level = levelOf(formula);
      if (level === null) continue;
      const key = `${level} ${JSON.stringify(Object.entries(style).sort())}`;
      const addresses = areas.map(({ top, left, bottom, right }) => `${top},${left},${bottom},${right}`);
      cells.set(key, [...(cells.get(key) ?? []), ...addresses].sort());
    }
    return [name, [...cells].sort()];
  });
}
