/** What Excel answers in states of its own, as threads of OfficeDev/office-js and the documentation tell. */
import { expect, test } from 'vitest';
import { Failure } from '../../addin/preview/batch/failures.ts';
import type { HostObject } from '../../addin/preview/batch/objects.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import { allMarked, marked, none, open, planOf, secret } from './opened.ts';

const refusing =
  (code: string, message: string, is: (member: string, object: HostObject) => boolean) =>
  (member: string, object: HostObject) =>
    is(member, object) ? new Failure(code, message) : null;

test.each([
  ['#6365, #2078, #5570', 'InvalidSelection'],
  ['documented', 'InactiveWorkbook'],
])('%s: with another workbook in front, %s at names and settings', async (_, code) => {
  const { host, office } = await open();
  office.host.forbid = refusing(code, '', (member) => /\.(names|settings)$/.test(member));
  await expect(host.read()).rejects.toMatchObject({ code: 'inactive', detail: '' });
  office.host.forbid = null;
  expect((await host.read()).snapshot.sheets).toHaveLength(3);
});

test('#771: with another workbook in front, adding a sheet is a general exception; later all is written', async () => {
  const { host, office, workbook } = await open();
  const basis = await host.read();
  office.host.forbid = refusing('GeneralException', '', (member) => member === 'WorksheetCollection.add');
  await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'inactive' });
  office.host.forbid = null;
  await host.apply(await host.read(), secret, planOf);
  expect(marked(workbook)).toEqual(allMarked);
});

test('a general exception elsewhere stays one, and says where', async () => {
  const { host, office } = await open();
  office.host.forbid = refusing('GeneralException', '', (member) => member === 'Range.values');
  await expect(host.read()).rejects.toMatchObject({
    code: 'failed',
    detail: expect.stringContaining('GeneralException'),
  });
});

test.each([
  'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER.',
  'Excel 正处于单元格编辑模式。',
])('InvalidOperation that speaks of editing: %s', async (message) => {
  const { host, office } = await open();
  office.host.forbid = refusing('InvalidOperation', message, (member) => member === 'Range.values');
  await expect(host.read()).rejects.toMatchObject({ code: 'editing' });
});

test('what is denied though no sheet is protected is not called protected', async () => {
  const { host, office } = await open();
  office.host.forbid = refusing('AccessDenied', '', (member) => member === 'Range.values');
  await expect(host.read()).rejects.toMatchObject({ code: 'denied' });
});

/** As a chart sheet or a macro sheet would be. */
const withoutCells = (name: string) =>
  refusing('UnsupportedSheet', '', (member, object) => {
    const isItsOwn = object.type === 'Worksheet' && object.properties?.Name?.get() === name;
    return isItsOwn && !/\.(?:id|name|visibility|position)$/i.test(member);
  });

test.each(['空表', '花名册'])('a sheet without cells is left out and named, the others are read: %s', async (name) => {
  const { host, office, workbook } = await open();
  office.host.forbid = withoutCells(name);
  const basis = await host.read();
  expect(basis.snapshot.sheets.map((sheet) => sheet.name)).toEqual(
    workbook.sheets.map((sheet) => sheet.name).filter((each) => each !== name),
  );
  expect(basis.notices).toEqual([expect.stringContaining(name)]);
  const plan = planOf(none);
  await host.apply(basis, secret, () => ({ ...plan, marks: plan.marks.filter(({ sheet }) => sheet !== name) }));
  expect(marked(workbook)).toEqual(allMarked.filter((mark) => !mark.startsWith(name)));
});

test('a workbook with such a sheet is looked at', async () => {
  const { host, office } = await open();
  office.host.forbid = withoutCells('空表');
  expect((await host.look()).titles.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录"]);
});

test('marks and sheets go away in a workbook with such a sheet', async () => {
  const { host, office, workbook } = await open();
  const original = contentsOf(workbook);
  office.host.forbid = withoutCells('空表');
  await host.apply(await host.read(), secret, planOf);
  expect(await host.clearMarks()).toMatchObject({ marks: 7 });
  await host.removeSheets();
  office.host.forbid = null;
  expect(contentsOf(workbook)).toEqual(original);
});
