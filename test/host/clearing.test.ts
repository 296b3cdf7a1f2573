import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { namesOfBefore } from '../../shared/model/ours.ts';
import { marked, open, planOf, secret, sheetOf } from './opened.ts';

test('clearing and removing gives back the workbook as it was', async () => {
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  await host.apply(await host.read(), secret, planOf);
  expect(await host.clearMarks()).toEqual({ marks: 7, sheets: ['花名册', "组织'录"] });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表', '差距清单', '评估摘要']);
  expect(await host.removeSheets()).toEqual({ marks: 0, sheets: ['差距清单', '评估摘要'] });
  expect(contentsOf(workbook)).toEqual(original);
});

test('marks are known again after a reopen, when all ids are new, and when the person split them', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  for (const sheet of workbook.sheets)
    sheet.setConditionalFormats(
      sheet
        .conditionalFormats()
        .flatMap((rule, index) =>
          rule.areas.map((area, part) => ({ ...rule, id: `reopened-${index}-${part}`, areas: [area] })),
        ),
    );
  await host.clearMarks();
  expect(marked(workbook)).toEqual([]);
  expect(sheetOf(workbook, '花名册').conditionalFormats()).toHaveLength(1);
});

test('nothing of ours, nothing to do', async () => {
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  expect(await host.clearMarks()).toEqual({ marks: 0, sheets: [] });
  expect(await host.removeSheets()).toEqual({ marks: 0, sheets: [] });
  expect(contentsOf(workbook)).toEqual(original);
});

test('marks on a sheet protected since then stay and are named, the others go', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  sheetOf(workbook, '花名册').protected = true;
  await expect(host.clearMarks()).rejects.toMatchObject({ code: 'protected', detail: '花名册' });
  expect(marked(workbook).every((each) => each.startsWith('花名册'))).toBe(true);
  sheetOf(workbook, '花名册').protected = false;
  await host.clearMarks();
  expect(marked(workbook)).toEqual([]);
});

test('marks of versions before 0.5 are known and go, with the names that they refer to', async () => {
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  for (const name of namesOfBefore)
    workbook.setName({ name, scope: null, formula: '=TRUE', visible: false, comment: '' });
  const roster = sheetOf(workbook, '花名册');
  const [theirs] = roster.conditionalFormats();
  roster.setConditionalFormats([{ ...theirs!, id: 'before', formula: '=_ssld_error', stopIfTrue: false }, theirs!]);
  expect(marked(workbook)).toHaveLength(4);
  expect(await host.clearMarks()).toEqual({ marks: 4, sheets: ['花名册'] });
  expect(contentsOf(workbook)).toEqual(original);
});

test('our sheets stay in a workbook whose structure is protected', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  workbook.structureProtected = true;
  await expect(host.removeSheets()).rejects.toMatchObject({ code: 'protected', detail: '差距清单、评估摘要' });
  expect(workbook.sheets).toHaveLength(5);
});

test("a person's sheet of the same name is not removed", async () => {
  const { host, workbook } = await open();
  workbook.addSheet('评估摘要');
  await host.apply(await host.read(), secret, planOf);
  expect(await host.removeSheets()).toEqual({ marks: 0, sheets: ['差距清单', '评估摘要 (2)'] });
  expect(sheetOf(workbook, '评估摘要')).toBeDefined();
});
