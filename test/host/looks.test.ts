import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { allMarked, marked, open, planOf, secret, sheetOf } from './opened.ts';

const whole = { sheets: ['差距清单', '评估摘要'], skipped: [] };

test.each([
  ['#2196: freezing rows fails', 'WorksheetFreezePanes.freezeRows'],
  ['#1463: unfreezing fails on a hidden sheet', 'WorksheetFreezePanes.unfreeze'],
  ['gridlines fail while another workbook is in front', 'Worksheet.gridlines'],
  ['rows cannot be fitted', 'RangeFormat.autofitRows'],
  ['the tab takes no colour', 'Worksheet.tabColor'],
  ['there is no printer', 'PageLayout.paperSize'],
  ['no page can be set up', 'PageLayout.zoom'],
  ['no rows can be repeated', 'PageLayout.setPrintTitleRows'],
  ['nothing can be filtered', 'AutoFilter.apply'],
])('%s: both sheets are written, marks stand, and nothing is pending', async (_, refused) => {
  const { host, office, workbook } = await open();
  const original = contentsOf(workbook);
  let asked = 0;
  office.host.refuse = (operation) => {
    if (operation !== refused) return null;
    asked += 1;
    return 'GeneralException';
  };
  for (const _ of ['first', 'again']) {
    expect(await host.apply(await host.read(), secret, planOf)).toEqual(whole);
    expect(marked(workbook)).toEqual(allMarked);
    expect(sheetOf(workbook, '评估摘要').cell(0, 0).value).toBe('评估摘要');
    expect(workbook.settings.has('ssld.pending')).toBe(false);
    expect(workbook.names().some(({ name }) => name === '_ssld_kept_1')).toBe(true);
  }
  expect(asked).toBeGreaterThan(0);
  // What was not refused was done all the same.
  expect(sheetOf(workbook, '差距清单').lines('columns').get(3)?.hidden).toBe(true);
  office.host.refuse = null;
  await host.clearMarks();
  await host.removeSheets();
  expect(contentsOf(workbook)).toEqual(original);
});

test.each(['Hidden', 'VeryHidden'] as const)(
  '#1463: a sheet of ours that is %s is filled all the same',
  async (visibility) => {
    const { host, office, workbook } = await open();
    await host.apply(await host.read(), secret, planOf);
    const gaps = sheetOf(workbook, '差距清单');
    gaps.visibility = visibility;
    office.host.refuse = (operation) => (operation.startsWith('WorksheetFreezePanes.') ? 'GeneralException' : null);
    const applied = await host.apply(await host.read(), secret, (said) => planOf(said, { keys: ['k3'] }));
    expect(applied).toEqual(whole);
    expect(gaps.cell(2, 3).value).toBe('k3');
    expect(gaps.visibility).toBe(visibility);
  },
);

test('the sheets are set up for print, frozen and filtered; a filter of before is made anew', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  expect(gaps.frozen).toEqual({ rows: 2, columns: 0 });
  expect(gaps.filter).toEqual({ top: 1, left: 0, bottom: 3, right: 3 });
  expect(gaps.page).toMatchObject({ landscape: true, paper: 9, fit: { wide: 1, tall: 0 }, centred: true });
  expect(gaps.page.footer).toBe('&C第 &P 页，共 &N 页');
  const titles = workbook.names().filter(({ scope }) => scope === gaps.id);
  expect(titles.map(({ name, formula }) => [name, formula])).toEqual([
    ['_xlnm._FilterDatabase', "='差距清单'!$A$2:$D$4"],
    ['_xlnm.Print_Titles', "='差距清单'!$2:$2"],
  ]);
  expect(sheetOf(workbook, '评估摘要').filter).toBeNull();
  await host.apply(await host.read(), secret, (said) => planOf(said, { keys: ['k1', 'k2', 'k3'] }));
  expect(gaps.filter).toEqual({ top: 1, left: 0, bottom: 4, right: 3 });
});

test('a tab colour that the person chose stays', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  sheetOf(workbook, '差距清单').tabColor = '#FF0000';
  await host.apply(await host.read(), secret, planOf);
  expect(sheetOf(workbook, '差距清单').tabColor).toBe('#FF0000');
});
