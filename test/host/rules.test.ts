import { describe, expect, test } from 'vitest';
import type { BatchHost } from '../../addin/preview/batch/host.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { ConditionalFormat, Workbook } from '../../addin/preview/workbook.ts';
import { colours } from '../../shared/report/looks.ts';
import { allMarked, marked, open, planOf, secret, sheetOf } from './opened.ts';

const rule = (id: string, change: Partial<ConditionalFormat> = {}): ConditionalFormat => ({
  id,
  areas: [{ top: 2, left: 0, bottom: 5, right: 0 }],
  type: 'Custom',
  formula: '=$A3>2',
  formula2: null,
  operator: null,
  stopIfTrue: false,
  style: { fill: '#FFFF00' },
  ...change,
});

/** Rules of the person's on both sides of the one that is there. */
function give(workbook: Workbook, ...rules: readonly ConditionalFormat[]): void {
  const roster = sheetOf(workbook, '花名册');
  roster.setConditionalFormats([rule('first'), ...roster.conditionalFormats(), ...rules]);
}

const theirs = (workbook: Workbook) =>
  sheetOf(workbook, '花名册')
    .conditionalFormats()
    .filter(({ id }) => !id.startsWith('{'))
    .map(({ id }) => id);

describe.each<readonly [string, Parameters<BatchHost['broken']['set']>[1], Partial<ConditionalFormat>]>([
  ['#6835, #6396: a rule of which nothing can be read', 'unreadable', {}],
  ['#6827: a rule whose formula and format cannot be read', 'ruleUnreadable', {}],
  ['#6827: two rules on values, which cannot be read', 'unreadable', { type: 'CellValue', formula: '2' }],
])('%s', (_, broken, change) => {
  test('writing and clearing go on, and name the sheet', async () => {
    const { host, office, workbook } = await open();
    give(workbook, rule('odd', change), rule('last'));
    const original = contentsOf(workbook);
    office.host.broken.set('odd', broken);
    const applied = await host.apply(await host.read(), secret, planOf);
    expect(applied).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [], unsure: ['花名册'] });
    expect(marked(workbook)).toEqual(allMarked);
    await host.apply(await host.read(), secret, planOf);
    expect(marked(workbook)).toEqual(allMarked);
    expect(theirs(workbook)).toEqual(['first', 'theirs', 'odd', 'last']);
    expect(await host.clearMarks()).toEqual({ marks: 7, sheets: ['花名册', "组织'录"], unsure: ['花名册'] });
    await host.removeSheets();
    expect(contentsOf(workbook)).toEqual(original);
  });
});

test('#6827: a rule on values whose formula cannot be read is not asked for it', async () => {
  const { host, office, workbook } = await open();
  give(workbook, rule('odd', { type: 'CellValue', formula: '2', operator: 'GreaterThan' }));
  office.host.broken.set('odd', 'ruleUnreadable');
  expect((await host.apply(await host.read(), secret, planOf)).unsure).toBeUndefined();
});

test('#5222: a mark that does not go stays by itself; writing and clearing go on, and name the sheet', async () => {
  const { host, office, workbook } = await open();
  give(workbook, rule('last'));
  await host.apply(await host.read(), secret, planOf);
  const stuck = sheetOf(workbook, '花名册').conditionalFormats()[0]!;
  office.host.broken.set(stuck.id, 'undeletable');
  const applied = await host.apply(await host.read(), secret, planOf);
  expect(applied).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [], unsure: ['花名册'] });
  expect([...new Set(marked(workbook))]).toEqual(allMarked);
  expect(sheetOf(workbook, '花名册').conditionalFormats()).toContainEqual(stuck);
  expect((await host.clearMarks()).unsure).toEqual(['花名册']);
  expect(
    sheetOf(workbook, '花名册')
      .conditionalFormats()
      .map(({ id }) => id),
  ).toEqual([stuck.id, 'first', 'theirs', 'last']);
  office.host.broken.clear();
  const { marks, unsure } = await host.clearMarks();
  expect([marks > 0, unsure]).toEqual([true, undefined]);
  expect(marked(workbook)).toEqual([]);
});

test('#6396: a mark that was deleted and brought back by Ctrl+Z, so that nothing of it can be read', async () => {
  const { host, office, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  const gone = sheetOf(workbook, '花名册').conditionalFormats()[0]!;
  office.host.broken.set(gone.id, 'unreadable');
  expect((await host.clearMarks()).unsure).toEqual(['花名册']);
  expect(
    sheetOf(workbook, '花名册')
      .conditionalFormats()
      .map(({ id }) => id),
  ).toEqual([gone.id, 'theirs']);
  // It is readable again after the next opening.
  office.host.broken.clear();
  await host.clearMarks();
  expect(theirs(workbook)).toEqual(['theirs']);
  expect(marked(workbook)).toEqual([]);
});

test('should ids be positions, no rule of the person’s is deleted', async () => {
  const { host, workbook } = await open();
  give(workbook, rule('last'));
  await host.apply(await host.read(), secret, planOf);
  const roster = sheetOf(workbook, '花名册');
  const [set, get] = [roster.setConditionalFormats.bind(roster), roster.conditionalFormats.bind(roster)];
  // The person has moved one of theirs to the top.
  set([get().at(-1)!, ...get().slice(0, -1)]);
  const formulas = get().map(({ formula }) => formula);
  const kept = formulas.filter((formula) => formula?.startsWith('=$'));
  roster.conditionalFormats = () => get().map((one, index) => ({ ...one, id: String(index) }));
  await host.clearMarks();
  expect(get().map(({ formula }) => formula)).toEqual(kept);
});

test('a rule without a formula is the person’s, unless a writing broke off and its colours are ours', async () => {
  const { host, workbook } = await open();
  const ours = { fill: colours.error.fill, color: colours.error.font };
  give(workbook, rule('empty', { formula: null }), rule('ours', { formula: null, style: ours }));
  await host.apply(await host.read(), secret, planOf);
  await host.clearMarks();
  expect(theirs(workbook)).toEqual(['first', 'theirs', 'empty', 'ours']);
  workbook.settings.set('ssld.pending', { sheets: {}, explanations: [] });
  workbook.removeName('_ssld_kept_1', null);
  await host.clearMarks();
  expect(theirs(workbook)).toEqual(['first', 'theirs', 'empty']);
});

test('#5198: lists of areas are short', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => [index, '甲', '乙']);
  const { host, workbook } = await open({ source: { 花名册: rows } });
  const scattered = rows.flatMap((_, row) =>
    row % 2 === 0 ? [{ sheet: '花名册', address: `A${row + 1}`, level: 'error' as const }] : [],
  );
  await host.apply(await host.read(), secret, (said) => ({ ...planOf(said), marks: scattered }));
  for (const { areas } of sheetOf(workbook, '花名册').conditionalFormats())
    expect(areas.length).toBeLessThanOrEqual(250);
  expect(marked(workbook)).toEqual(scattered.map(({ address }) => `花名册!${address} error`).sort());
});
