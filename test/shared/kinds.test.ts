/** Which sheets of a workbook are ours, of which evaluation, and what those of older versions are called from now on. */
import { expect, test } from 'vitest';
import { type Found, foundAmong, namesAnew, sheetFor } from '../../shared/model/kinds.ts';

interface Signs {
  readonly marker?: string;
  readonly title?: string;
  readonly empty?: boolean;
}

const sheet = (name: string, { marker, title, empty = false }: Signs = {}) => ({
  name,
  marker: marker ? `="${marker}"` : null,
  title,
  empty,
});

type Sheet = ReturnType<typeof sheet>;

/** `名称 种类`, in the order of the sheets. */
function found(
  sheets: readonly Sheet[],
  names: Readonly<Record<string, string>> = {},
  kept: Readonly<Record<string, unknown>> = {},
): string[] {
  const formulaOf = (name: string) => (names[name] === undefined ? null : `='${names[name]}'!$A$1`);
  const ours = foundAmong(sheets, formulaOf, kept);
  return sheets.flatMap((each) => {
    const kind = ours.get(each);
    return kind ? [`${each.name} ${kind.role} ${kind.mode}${kind.older ? ' older' : ''}`] : [];
  });
}

test('each evaluation has sheets of its own, known by their names, whatever they are called', () => {
  const sheets = ['整改', '终期差距清单', '评估摘要', '终期差距清单 (2)'].map((name) => sheet(name));
  const names = { _ssld_gaps_midterm: '整改', _ssld_gaps_final: '终期差距清单', _ssld_summary_final: '评估摘要' };
  expect(found(sheets, names)).toEqual(['整改 gaps midterm', '终期差距清单 gaps final', '评估摘要 summary final']);
});

test.each([
  ['its title', '甲社区“三社联动”试点工作中期评估摘要', {}, 'midterm'],
  ['its title, whatever was written last', '终期评估差距清单', { mode: 'midterm' }, 'final'],
  ['what was written last, where a person has changed the title', '整改清单', { mode: 'midterm' }, 'midterm'],
  ['what was written last, where the title says both', '中期评估和终期评估', { mode: 'midterm' }, 'midterm'],
  ['nothing', undefined, null, 'final'],
  ['what is kept badly', undefined, { mode: 'yearly' }, 'final'],
] as const)('a sheet of before is of the evaluation that it speaks of: %s', (_, title, written, mode) => {
  const kept = { 'ssld.written': written };
  expect(found([sheet('差距清单', { title })], { _ssld_gaps: '差距清单' }, kept)).toEqual([
    `差距清单 gaps ${mode} older`,
  ]);
});

test('before 0.5 a marker told: of several the one of the plain name is ours, else the first', () => {
  const marked = (name: string, marker = 'gaps') => sheet(name, { marker });
  expect(found([marked('差距清单 (2)'), marked('差距清单'), marked('评估摘要', 'summary')])).toEqual([
    '差距清单 gaps final older',
    '评估摘要 summary final older',
  ]);
  expect(found([marked('差距清单 (2)'), marked('差距清单 (3)')])).toEqual(['差距清单 (2) gaps final older']);
  expect(found([sheet('差距清单'), marked('整改')])).toEqual([]);
});

test('a copy with a marker of before is the person’s once a name leads to ours', () => {
  const sheets = [sheet('差距清单', { marker: 'gaps' }), sheet('整改清单')];
  expect(found(sheets, { _ssld_gaps: '整改清单' })).toEqual(['整改清单 gaps final older']);
  expect(found(sheets, { _ssld_gaps_midterm: '整改清单' })).toEqual(['整改清单 gaps midterm']);
});

test('a sheet that was only added is known by what is pending, as long as it is empty', () => {
  const pending = { 'ssld.pending': { sheets: { _ssld_gaps_midterm: '中期差距清单', summary: '评估摘要' } } };
  const sheets = (empty: boolean) => [sheet('中期差距清单', { empty }), sheet('评估摘要', { empty })];
  expect(found(sheets(true), {}, pending)).toEqual(['中期差距清单 gaps midterm', '评估摘要 summary final older']);
  expect(found(sheets(false), {}, pending)).toEqual([]);
});

const own = (name: string, mode: Found['mode'], older: boolean): Found & { readonly name: string } => ({
  name,
  role: 'gaps',
  mode,
  older,
});

test('a sheet of before takes the name of its kind, numbered where it is taken; one that a person renamed keeps its name', () => {
  const names = (sheets: readonly ReturnType<typeof own>[], all: readonly string[] = []) => [
    ...namesAnew(sheets, [...all, ...sheets.map(({ name }) => name)]).values(),
  ];
  expect(names([own('差距清单', 'midterm', true)])).toEqual(['中期差距清单']);
  expect(names([own('差距清单 (2)', 'final', true)], ['终期差距清单', '差距清单'])).toEqual(['终期差距清单 (2)']);
  expect(names([own('差距清单（交镇里）', 'final', true)])).toEqual(['差距清单（交镇里）']);
  expect(names([own('差距清单', 'final', false)])).toEqual([]);
});

test('where an older version has made another beside it, the sheet of its kind is filled, and the other stays', () => {
  const sheets = [own('差距清单', 'final', true), own('终期差距清单', 'final', false)];
  expect(sheetFor(sheets, { role: 'gaps', mode: 'final' })).toBe(sheets[1]);
  expect(sheetFor(sheets, { role: 'gaps', mode: 'midterm' })).toBeNull();
  expect(namesAnew(sheets, []).size).toBe(0);
});
