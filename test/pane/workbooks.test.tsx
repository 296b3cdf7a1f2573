// @vitest-environment jsdom
import { Blob } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { createExcelHost } from '../../addin/host/excel.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import { openWorkbook } from '../../addin/preview/xlsx/open.ts';
import { cellAddress } from '../../shared/model/addresses.ts';
import { judgedMasked } from '../judging.ts';
import { openOffice } from '../office.ts';
import { patient } from '../patience.ts';
import { openPane } from './screens.tsx';

const file = 'HN-05_谢家集区_青石街道_梧桐里社区_三社联动_202105.xlsx';

/** The engine as the service runs it, without the way there. */
const judge: Evaluate = async ({ snapshot, secret, options }) => ({
  evaluation: judgedMasked(snapshot, secret, options),
  local: false,
  tables: [],
  words: {},
});

test('the messy sample on the real office.js: checked, looked at, written, edited, cleared', async () => {
  // The one of jsdom has no streams, which the reader of .xlsx needs.
  vi.stubGlobal('Blob', Blob);
  const workbook = await openWorkbook(new Uint8Array(readFileSync(`test/fixtures/samples/${file}`)), file);
  await openOffice(workbook);
  const before = contentsOf(workbook);
  const pane = await openPane({ host: createExcelHost(), evaluate: judge });
  const sees = (words: string) =>
    vi.waitFor(async () => {
      await pane.doing(() => {});
      expect(pane.text()).toContain(words);
    }, patient);

  await pane.press('检查本工作簿');
  await sees('谢家集区 青石街道 梧桐里社区');
  expect(contentsOf(workbook)).toEqual(before);

  await pane.press('问题');
  const link = pane.element.querySelector<HTMLElement>('.finding-row .cell-link')!;
  await pane.doing(() => link.click());
  await vi.waitFor(() => {
    const { top, left } = workbook.selection;
    expect(link.ariaLabel).toBe(`${workbook.active.name}!${cellAddress(top, left)}`);
  }, patient);

  await pane.press('写入工作簿');
  await sees('“终期差距清单”、“终期评估摘要”已写好');
  expect(pane.text()).not.toContain('已过期');

  const sheet = workbook.sheets[0]!;
  const typed = sheet.cell(5, 1).value;
  workbook.byPerson(() => sheet.setContents(5, 1, [[{ value: '改过' }]]));
  await sees('以下结果已过期，请重新检查');
  workbook.byPerson(() => sheet.setContents(5, 1, [[{ value: typed }]]));

  await pane.press('清除标注');
  await sees('已清除');
  await pane.press('更多');
  await pane.press('移除评估表');
  await pane.press('确定移除');
  await sees('已移除“终期差距清单”、“终期评估摘要”');
  // The person was led to another sheet meanwhile.
  expect(contentsOf(workbook)).toEqual({ ...before, active: expect.any(Number) });
});
