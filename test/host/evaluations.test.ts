/** Sheets of both evaluations in one workbook, and those of versions that had one of each for both. */
import { expect, test } from 'vitest';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { sheetTitle } from '../../shared/model/kinds.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import type { Explanation, Mode, WritePlan } from '../../shared/model.ts';
import { contentsOf, open, planOf, type Said, secret, sheetOf } from './opened.ts';

const theirs = ['花名册', "组织'录", '空表'];
const words = { midterm: '中期', final: '终期' };

/** As sheets of this evaluation are called, and say in their titles. */
const planFor =
  (mode: Mode, keys = ['k1', 'k2']) =>
  (said: Said): WritePlan => {
    const plan = planOf({ ...said, final: said[mode] }, { keys });
    const sheets = plan.sheets.map((sheet) => {
      const [[title, ...others] = [], ...rows] = sheet.rows;
      const first = { ...title!, value: `${words[mode]}评估${title!.value}` };
      return { ...sheet, mode, name: sheetTitle({ role: sheet.role, mode }), rows: [[first, ...others], ...rows] };
    });
    return { ...plan, sheets, written: { ...plan.written, mode, verdicts: { G01: 'met', G02: 'unmet' } } };
  };

async function opened() {
  const { host, workbook, office } = await open();
  const write = async (mode: Mode, keys?: string[]) => host.apply(await host.read(), secret, planFor(mode, keys));
  const names = () => workbook.sheets.map(({ name }) => name);
  return { host, workbook, office, write, names };
}

/** As a version left it that had one sheet of each role; `marked`: before 0.5, with a marker on the sheet and settings alone. */
function asBefore(workbook: Workbook, mode: Mode, { marked = false, named = ['差距清单', '评估摘要'] } = {}): void {
  const kinds = [
    ['gaps', sheetTitle({ role: 'gaps', mode }), named[0]!],
    ['summary', sheetTitle({ role: 'summary', mode }), named[1]!],
  ] as const;
  const written = workbook.settings.get('ssld.written') as Record<Mode, unknown>;
  workbook.settings.set('ssld.written', written[mode]);
  for (const { name, scope } of workbook.names()) workbook.removeName(name, scope);
  for (const [role, wanted, name] of kinds) {
    const sheet = sheetOf(workbook, wanted);
    sheet.name = name;
    const hidden = { visible: false, comment: '' };
    if (marked) workbook.setName({ name: '_ssld_sheet', scope: sheet.id, formula: `="${role}"`, ...hidden });
    else workbook.setName({ name: `_ssld_${role}`, scope: null, formula: `='${name}'!$A$1`, ...hidden });
  }
}

const hiddenNames = (workbook: Workbook) =>
  workbook
    .names()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('_ssld_') && !name.startsWith('_ssld_kept'))
    .sort();

test('the sheets of both stand side by side; each writing leaves those of the other alone, and removing takes all', async () => {
  const { host, workbook, write, names } = await opened();
  const original = contentsOf(workbook);
  await write('midterm');
  const midterm = contentsOf(workbook).sheets.slice(3);
  expect((await write('final')).sheets).toEqual(['终期差距清单', '终期评估摘要']);
  expect(names()).toEqual([...theirs, '中期差距清单', '中期评估摘要', '终期差距清单', '终期评估摘要']);
  expect(contentsOf(workbook).sheets.slice(3, 5)).toEqual(midterm);
  expect((await host.read()).snapshot.sheets.map(({ name }) => name)).toEqual(theirs);
  expect((await host.look()).titles.sheets.map(({ name }) => name)).toEqual(theirs);

  const both = contentsOf(workbook);
  expect((await write('midterm')).sheets).toEqual(['中期差距清单', '中期评估摘要']);
  expect(contentsOf(workbook)).toEqual(both);

  await host.clearMarks();
  expect((await host.removeSheets()).sheets).toEqual(
    names()
      .slice(3)
      .concat(both.sheets.slice(3).map(({ name }) => name)),
  );
  expect(contentsOf(workbook)).toEqual(original);
});

test('verdicts are kept of each evaluation', async () => {
  const { host, write } = await opened();
  await write('midterm');
  const { written } = planFor('midterm')((await host.read()).explanations);
  expect((await host.read()).before).toEqual({ midterm: written, final: null });
  await write('final');
  expect((await host.read()).before).toEqual({ midterm: written, final: { ...written, mode: 'final' } });
});

test.each([
  ['midterm', false],
  ['final', false],
  ['midterm', true],
  ['final', true],
] as const)(
  'sheets of before speak of 中期, and are called so at the next writing of %s (before 0.5: %s)',
  async (mode, marked) => {
    const { host, workbook, write, names } = await opened();
    await write('midterm');
    const whole = contentsOf(workbook);
    asBefore(workbook, 'midterm', { marked });
    expect((await host.read()).before).toMatchObject({ midterm: { mode: 'midterm' }, final: null });
    await write(mode);
    if (mode === 'midterm') expect(contentsOf(workbook)).toEqual(whole);
    expect(names().slice(3, 5)).toEqual(['中期差距清单', '中期评估摘要']);
    expect(names().slice(5)).toEqual(mode === 'final' ? ['终期差距清单', '终期评估摘要'] : []);
    expect(hiddenNames(workbook)).toEqual(
      (mode === 'final' ? ['final', 'midterm'] : ['midterm'])
        .flatMap((one) => `_ssld_gaps_${one}`)
        .concat((mode === 'final' ? ['final', 'midterm'] : ['midterm']).flatMap((one) => `_ssld_summary_${one}`)),
    );
    expect(sheetOf(workbook, '中期差距清单').cell(0, 0).value).toBe('中期评估差距清单');

    const [midterm, final] = [await write('midterm'), await write('final')];
    expect([...midterm.sheets, ...final.sheets]).toEqual(names().slice(3));
    expect(names()).toHaveLength(7);
  },
);

test('without kept verdicts the title tells; without either they are of the final evaluation', async () => {
  const { host, workbook, write, names } = await opened();
  await write('midterm');
  asBefore(workbook, 'midterm');
  workbook.settings.delete('ssld.written');
  expect((await host.read()).before).toEqual({ midterm: 'older', final: null });
  sheetOf(workbook, '评估摘要').setContents(0, 0, [[{ value: '我们的摘要' }]]);
  await write('final');
  expect(names().slice(3)).toEqual(['中期差距清单', '终期评估摘要', '终期差距清单']);
});

test('a name that a person gave stays; one that an older version had to number does not', async () => {
  const { workbook, write, names } = await opened();
  await write('midterm');
  asBefore(workbook, 'midterm', { named: ['整改清单', '评估摘要 (2)'] });
  workbook.addSheet('中期评估摘要').setContents(0, 0, [[{ value: '我们自己的' }]]);
  await write('final');
  expect(names().slice(3, 5)).toEqual(['整改清单', '中期评估摘要 (2)']);
  expect((await write('midterm')).sheets).toEqual(['整改清单', '中期评估摘要 (2)']);
  expect(sheetOf(workbook, '中期评估摘要').cell(0, 0).value).toBe('我们自己的');
});

test('a protected structure lets no sheet be renamed; it is filled all the same, and renamed once it may be', async () => {
  const { workbook, write, names } = await opened();
  await write('midterm');
  asBefore(workbook, 'midterm', { marked: true });
  workbook.structureProtected = true;
  expect(await write('midterm')).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [] });
  expect(hiddenNames(workbook)).toEqual(['_ssld_gaps', '_ssld_summary']);
  expect((await write('final')).skipped).toEqual(['终期差距清单', '终期评估摘要']);
  workbook.structureProtected = false;
  await write('midterm');
  expect(names().slice(3)).toEqual(['中期差距清单', '中期评估摘要']);
});

test('an older version that wrote beside a newer one doubles nothing: the newer sheet is filled, the other is left and goes with all', async () => {
  const { host, workbook, write, names } = await opened();
  await write('final');
  workbook.addSheet('差距清单').setContents(0, 0, [[{ value: '终期评估差距清单' }]]);
  workbook.setName({ name: '_ssld_gaps', scope: null, formula: "='差距清单'!$A$1", visible: false, comment: '' });
  expect((await write('final')).sheets).toEqual(['终期差距清单', '终期评估摘要']);
  expect(names().slice(3)).toEqual(['终期差距清单', '终期评估摘要', '差距清单']);
  expect((await host.removeSheets()).sheets).toHaveLength(3);
});

test('what people wrote is read from both lists; where they differ, that of the evaluation that is written counts', async () => {
  const { host, workbook, write } = await opened();
  await write('midterm', ['k1', 'k2', 'k3']);
  await write('final', ['k1', 'k2']);
  const explain = (sheet: string, row: number, value: string) =>
    workbook.byPerson(() => sheetOf(workbook, sheet).setContents(row, 2, [[{ value }]]));
  explain('中期差距清单', 2, '中期说的');
  explain('终期差距清单', 2, '终期说的');
  explain('中期差距清单', 3, '只在中期');
  await write('final', ['k1', 'k2']);
  expect([2, 3].map((row) => sheetOf(workbook, '终期差距清单').cell(row, 2).value)).toEqual(['终期说的', '只在中期']);
  await write('midterm', ['k1', 'k2']);
  expect([2, 3].map((row) => sheetOf(workbook, '中期差距清单').cell(row, 2).value)).toEqual(['中期说的', '只在中期']);
  expect((await host.read()).snapshot.sheets).toHaveLength(3);
});

test('a writing that is taken back leaves what was written of the other evaluation, and the older sheets their new names', async () => {
  const { host, workbook, office, write, names } = await opened();
  await write('midterm');
  asBefore(workbook, 'midterm');
  const basis = await host.read();
  const fourth = office.host.batches + 4;
  office.host.beforeBatch = (number) => {
    if (number === fourth) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
  };
  await expect(host.apply(basis, secret, planFor('final'))).rejects.toMatchObject({ code: 'changed' });
  expect(names().slice(3)).toEqual(['中期差距清单', '中期评估摘要']);
  expect((await host.read()).before).toMatchObject({ midterm: { mode: 'midterm' }, final: null });
  expect(workbook.settings.has('ssld.pending')).toBe(false);
});

test('what was hidden goes into the list that is written; what is of a gap of the other evaluation is not lost there', async () => {
  const { host, workbook, write } = await opened();
  const of = (key: string, text: string): Explanation => ({ key, text, review: '', about: '差距', cleared: false });
  await host.saveExplanations([of('gap:p:midterm:G01::', '中期的差距'), of('k1', '问题')], secret);
  await write('final');
  expect(workbook.settings.has(settingKeys.explanations)).toBe(false);
  expect(sheetOf(workbook, '终期差距清单').cell(2, 2).value).toBe('问题');
  await write('midterm', ['k1', 'gap:p:midterm:G01::']);
  expect([2, 3].map((row) => sheetOf(workbook, '中期差距清单').cell(row, 2).value)).toEqual(['问题', '中期的差距']);
  expect((await host.read()).explanations.midterm.map(({ key, cleared }) => [key, cleared])).toEqual([
    ['k1', false],
    ['gap:p:midterm:G01::', false],
  ]);
});

test('what a person has taken out of the one list does not come back by a writing of the other that was taken back', async () => {
  const { host, workbook, office, write } = await opened();
  await write('midterm');
  const line = (value: string) => sheetOf(workbook, '中期差距清单').setContents(2, 2, [[{ value }]]);
  line('中期说的');
  const basis = await host.read();
  const fourth = office.host.batches + 4;
  office.host.beforeBatch = (number) => {
    if (number === fourth) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
  };
  await expect(host.apply(basis, secret, planFor('final'))).rejects.toMatchObject({ code: 'changed' });
  line('');
  const { explanations } = await host.read();
  expect(explanations).toEqual({ midterm: [], final: [] });
});

test('a writing that broke off, and then the list is protected: what stood in it is kept until it may be written', async () => {
  const { host, workbook, office, write } = await opened();
  await write('final');
  sheetOf(workbook, '终期差距清单').setContents(2, 2, [[{ value: '已核实' }]]);
  const basis = await host.read();
  office.host.refuse = (action) => (action === 'Range.numberFormat' ? 'AccessDenied' : null);
  await expect(host.apply(basis, secret, planFor('final'))).rejects.toMatchObject({ code: 'denied' });
  office.host.refuse = null;
  expect(sheetOf(workbook, '终期差距清单').cell(2, 2).value).not.toBe('已核实');
  sheetOf(workbook, '终期差距清单').protected = true;
  expect((await write('final')).skipped).toEqual(['终期差距清单']);
  expect((await host.read()).explanations.final.map(({ key, text }) => [key, text])).toEqual([['k1', '已核实']]);
});
