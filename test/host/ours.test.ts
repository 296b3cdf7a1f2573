import { expect, test } from 'vitest';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { allMarked, contentsOf, marked, open, planOf, secret, sheetOf } from './opened.ts';

const theirs = ['花名册', "组织'录", '空表'];

async function written() {
  const opened = await open();
  const original = contentsOf(opened.workbook);
  await opened.host.saveCorrections([{ kind: 'headerRows', sheet: '花名册', rows: [2] }]);
  await opened.host.saveChoices({ policy: 'provinces-2025', local: true });
  await opened.host.apply(await opened.host.read(), secret, planOf);
  return { ...opened, original };
}

const sheetsRead = async ({ host }: Pick<Awaited<ReturnType<typeof open>>, 'host'>) =>
  (await host.read()).snapshot.sheets.map(({ name }) => name);

/** As a version before 0.5 left a workbook: a marker on each sheet, rules that refer to names, and settings alone. */
function asBefore(workbook: Workbook): void {
  for (const { name, scope } of workbook.names()) workbook.removeName(name, scope);
  for (const [name, role] of [
    ['差距清单', 'gaps'],
    ['评估摘要', 'summary'],
  ] as const)
    addMarker(workbook, name, role);
  for (const level of ['error', 'gap', 'warning', 'note'])
    workbook.setName({ name: `_ssld_${level}`, scope: null, formula: '=TRUE', visible: false, comment: '' });
  for (const sheet of workbook.sheets)
    sheet.setConditionalFormats(
      sheet.conditionalFormats().map((rule) => {
        const level = /^="(_ssld_\w+)"/.exec(rule.formula ?? '')?.[1];
        return level ? { ...rule, formula: `=${level}` } : rule;
      }),
    );
}

function addMarker(workbook: Workbook, name: string, role: string): void {
  const scope = sheetOf(workbook, name).id;
  workbook.setName({ name: '_ssld_sheet', scope, formula: `="${role}"`, visible: false, comment: '' });
}

test('#840: settings that are lost are read from the names, and stand in both places after the next writing', async () => {
  const opened = await written();
  const { host, workbook } = opened;
  const before = await host.read();
  const whole = contentsOf(workbook);
  workbook.settings.clear();
  expect(await host.read()).toEqual(before);
  expect((await host.look()).choices).toEqual(before.choices);
  await host.apply(await host.read(), secret, planOf);
  expect(contentsOf(workbook)).toEqual(whole);
});

test('#840: names that other programs drop or cut leave the settings as they are', async () => {
  const { host, workbook } = await written();
  const before = await host.read();
  const kept = workbook.names().find(({ name }) => name === '_ssld_kept_1')!;
  workbook.setName({ ...kept, formula: `${kept.formula.slice(0, 100)}"` });
  expect(await host.read()).toEqual(before);
  workbook.removeName(kept.name, null);
  expect(await host.read()).toEqual(before);
});

test.each(['settings', 'names'])('what may not be sent is not sent when only the %s say so', async (place) => {
  const { host, workbook } = await open();
  await host.saveChoices({ policy: 'provinces-2025' });
  const [kept] = workbook.names();
  await host.saveChoices({ local: true });
  if (place === 'settings') workbook.setName(kept!);
  else workbook.settings.delete('ssld.local');
  expect((await host.read()).choices.local).toBe(true);
});

test('what is kept leaves nothing behind when it is taken back and the sheets are removed', async () => {
  const { host, workbook, original } = await written();
  await host.clearMarks();
  await host.removeSheets();
  expect((await host.read()).corrections).toHaveLength(1);
  expect(Object.keys(contentsOf(workbook).settings).sort()).toEqual(['ssld.corrections', 'ssld.local', 'ssld.policy']);
  await host.saveCorrections([]);
  await host.saveChoices({ policy: null, local: false });
  expect(contentsOf(workbook)).toEqual(original);
});

test('a correction list too long for the names is kept in the settings', async () => {
  const { host, workbook } = await open();
  const many = Array.from({ length: 200 }, (_, index) => ({
    kind: 'column' as const,
    table: 'W03',
    heading: `${index}`.padEnd(500, '"'),
    field: 'cert',
  }));
  await host.saveCorrections(many);
  expect((await host.read()).corrections).toEqual(many);
  await host.saveCorrections(many.slice(0, 40));
  expect(workbook.names().length).toBeGreaterThan(1);
  workbook.settings.clear();
  expect((await host.read()).corrections).toEqual(many.slice(0, 40));
});

test('#3878, #3949: names that another program has shown are hidden again, though a name that stands cannot be hidden', async () => {
  const opened = await written();
  const { host, workbook } = opened;
  for (const name of workbook.names()) workbook.setName({ ...name, visible: true });
  const setName = workbook.setName.bind(workbook);
  workbook.setName = (name) => {
    const present = workbook.names().find((one) => one.name === name.name && one.scope === name.scope);
    const isNew = present && present.formula === name.formula && made.has(name.name);
    setName(present && !isNew ? { ...name, visible: present.visible } : name);
    if (!present) made.add(name.name);
  };
  const made = new Set<string>();
  await host.apply(await host.read(), secret, planOf);
  expect(workbook.names().filter(({ name, visible }) => name.startsWith('_ssld_') && visible)).toEqual([]);
  expect(await sheetsRead(opened)).toEqual(theirs);
});

test('a sheet of ours is known by its name of the workbook, whatever it is called; a copy is the person’s', async () => {
  const opened = await written();
  const { host, workbook } = opened;
  const copy = workbook.addSheet('差距清单 (2)');
  copy.setContents(0, 0, [[{ value: '差距清单' }]]);
  // Excel copies names that refer to the sheet, as names of the copy.
  workbook.setName({
    name: '_ssld_gaps',
    scope: copy.id,
    formula: "='差距清单 (2)'!$A$1",
    visible: false,
    comment: '',
  });
  sheetOf(workbook, '差距清单').name = '整改清单';
  expect(await sheetsRead(opened)).toEqual([...theirs, '差距清单 (2)']);
  expect((await host.look()).titles.sheets.map(({ name }) => name)).toEqual([...theirs, '差距清单 (2)']);
  const applied = await host.apply(await host.read(), secret, (said) => ({ ...planOf(said), marks: [] }));
  expect(applied.sheets).toEqual(['整改清单', '评估摘要']);
  expect((await host.removeSheets()).sheets).toEqual(['整改清单', '评估摘要']);
  expect(workbook.sheets.map(({ name }) => name)).toEqual([...theirs, '差距清单 (2)']);
});

test('a sheet of ours that the person deleted is made anew, under a name that leads to it', async () => {
  const opened = await written();
  const { host, workbook } = opened;
  workbook.removeSheet(sheetOf(workbook, '差距清单'));
  await host.apply(await host.read(), secret, planOf);
  expect(await sheetsRead(opened)).toEqual(theirs);
  expect([...(await host.removeSheets()).sheets].sort()).toEqual(['差距清单', '评估摘要']);
});

test('a workbook of a version before 0.5 is known, written and cleared, and nothing of before is left', async () => {
  const opened = await written();
  const { host, workbook, original } = opened;
  const whole = contentsOf(workbook);
  asBefore(workbook);
  const copy = workbook.addSheet('差距清单 (2)');
  addMarker(workbook, copy.name, 'gaps');
  expect(await sheetsRead(opened)).toEqual([...theirs, '差距清单 (2)']);
  workbook.removeSheet(copy);
  expect(marked(workbook)).toEqual(allMarked);
  await host.apply(await host.read(), secret, planOf);
  expect(workbook.sheets.map(({ name }) => name)).toEqual([...theirs, '终期差距清单', '终期评估摘要']);
  const nameless = ({ sheets, names, ...rest }: typeof whole) => ({
    ...rest,
    sheets: sheets.map((sheet) => ({ ...sheet, name: '' })),
    names: names.map(({ name }) => name),
  });
  expect(nameless(contentsOf(workbook))).toEqual(nameless(whole));
  sheetOf(workbook, '终期差距清单').name = '差距清单';
  sheetOf(workbook, '终期评估摘要').name = '评估摘要';
  asBefore(workbook);
  await host.clearMarks();
  await host.removeSheets();
  await host.saveCorrections([]);
  await host.saveChoices({ policy: null, local: false });
  expect(contentsOf(workbook)).toEqual(original);
});

test('a copy of before does not become ours when ours goes', async () => {
  const opened = await written();
  const { host, workbook } = opened;
  asBefore(workbook);
  workbook.addSheet('差距清单 (2)').setContents(0, 0, [[{ value: '我的' }]]);
  addMarker(workbook, '差距清单 (2)', 'gaps');
  await host.apply(await host.read(), secret, planOf);
  await host.removeSheets();
  expect(await sheetsRead(opened)).toEqual([...theirs, '差距清单 (2)']);
});
