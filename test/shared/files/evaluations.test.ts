/** Sheets of both evaluations in one file, and those of versions that had one of each for both. */
import { expect, test } from 'vitest';
import { bookOf } from '../../../shared/files/books.ts';
import { openPackage } from '../../../shared/files/package.ts';
import { readFile } from '../../../shared/files/read.ts';
import { writeFile } from '../../../shared/files/write.ts';
import { sheetTitle } from '../../../shared/model/kinds.ts';
import type { Mode, WritePlan } from '../../../shared/model.ts';
import { differing, givenFile, partsOf, smallFile, textOf, withParts } from './packages.ts';
import { kept, planFor } from './plans.ts';

const nothing = { plan: null, kept: {} };
const words = { midterm: '中期', final: '终期' };

/** As sheets of this evaluation say. */
function planOf(mode: Mode, bytes: Uint8Array): WritePlan {
  const plan = planFor(readFile('表.xlsx', bytes).snapshot);
  const sheets = plan.sheets.map((sheet) => {
    const [title, ...rows] = sheet.rows;
    const first = { value: `${words[mode]}评估${sheet.role}`, style: 'title' as const };
    return {
      ...sheet,
      mode,
      name: sheetTitle({ role: sheet.role, mode }),
      rows: [[first, ...title!.slice(1)], ...rows],
    };
  });
  return { ...plan, sheets, written: { ...plan.written, mode } };
}

const write = (mode: Mode, bytes: Uint8Array) => writeFile(bytes, { plan: planOf(mode, bytes), kept });

const ownIn = (bytes: Uint8Array) =>
  readFile('表.xlsx', bytes).own.sheets.map(({ name, role, mode, values }) => [name, role, mode, values[0]?.[0]]);

/** Names that belong to a sheet. */
const scopedIn = (bytes: Uint8Array, sheet: string) => {
  const { sheets, names } = bookOf(openPackage(bytes));
  return names
    .filter(({ scope }) => scope !== null && sheets[scope]?.name === sheet)
    .map(({ name, formula }) => `${name} ${formula}`)
    .sort();
};

const both = [
  ['中期差距清单', 'gaps', 'midterm', '中期评估gaps'],
  ['中期评估摘要', 'summary', 'midterm', '中期评估summary'],
  ['终期差距清单', 'gaps', 'final', '终期评估gaps'],
  ['终期评估摘要', 'summary', 'final', '终期评估summary'],
];

/** As another program saves it: comments gone, relationships numbered anew. */
const resaved = (bytes: Uint8Array, change: (text: string) => string = (text) => text) =>
  withParts(
    bytes,
    Object.fromEntries(
      [...partsOf(bytes)].map(([path, text]) => [
        path,
        Buffer.from(change(text.replace(/<!--.*?-->/gs, '').replace(/"ssld(\d+)"/g, '"rId9$1"')), 'latin1'),
      ]),
    ),
  );

/** As a version wrote it that had one sheet for both evaluations. */
const older = (mode: Mode, bytes: Uint8Array, gaps = '差距清单') => {
  const plan = planOf(mode, bytes);
  const sheets = plan.sheets.map((sheet) => ({ ...sheet, name: sheet.role === 'gaps' ? gaps : '评估摘要' }));
  const written = writeFile(bytes, { plan: { ...plan, sheets }, kept }).bytes;
  return resaved(written, (text) => text.replaceAll(`_${mode}"`, '"'));
};

test.each(['20', '19'])(
  '%s: the sheets of both stand side by side, and each writing leaves those of the other alone',
  (name) => {
    const { bytes } = givenFile(name);
    const midterm = write('midterm', bytes);
    const final = write('final', midterm.bytes);
    expect(final).toMatchObject({ sheets: ['终期差距清单', '终期评估摘要'], skipped: [] });
    expect(ownIn(final.bytes)).toEqual(both);
    const paths = differing(bytes, midterm.bytes).filter(
      (path) => /worksheets\/[^/]*$/.test(path) && !partsOf(bytes).has(path),
    );
    expect(paths).toHaveLength(2);
    expect(differing(midterm.bytes, final.bytes).filter((path) => paths.includes(path))).toEqual([]);

    const again = write('midterm', final.bytes);
    expect(ownIn(again.bytes)).toEqual(both);
    expect(differing(again.bytes, write('midterm', again.bytes).bytes)).toEqual([]);
    expect(differing(bytes, writeFile(again.bytes, nothing).bytes)).toEqual([]);
  },
);

test('after another program has saved it, too; and all of ours go together', () => {
  const { bytes } = givenFile('20');
  const saved = resaved(write('final', write('midterm', bytes).bytes).bytes);
  const again = write('midterm', saved).bytes;
  expect(ownIn(again)).toEqual(both);
  expect(differing(again, write('midterm', again).bytes)).toEqual([]);
  expect(ownIn(resaved(again))).toEqual(both);
  const cleared = readFile('表.xlsx', writeFile(again, nothing).bytes);
  expect(cleared.own).toEqual({ kept: {}, sheets: [], marks: 0 });
  expect(cleared.snapshot).toEqual(readFile('表.xlsx', bytes).snapshot);
});

test.each(['midterm', 'final'] as const)(
  'sheets of before take the names of their evaluation at the next writing of %s',
  (mode) => {
    const before = older('midterm', smallFile());
    expect(ownIn(before)).toEqual([
      ['差距清单', 'gaps', 'midterm', '中期评估gaps'],
      ['评估摘要', 'summary', 'midterm', '中期评估summary'],
    ]);
    const written = write(mode, before);
    expect(scopedIn(written.bytes, '中期差距清单')).toEqual([
      "_xlnm.Print_Titles '中期差距清单'!$2:$2",
      "_xlnm._FilterDatabase '中期差距清单'!$A$2:$C$4",
    ]);
    expect(written.sheets).toEqual(planOf(mode, before).sheets.map(({ name }) => name));
    expect(ownIn(written.bytes)).toEqual(mode === 'midterm' ? both.slice(0, 2) : both);
    expect(textOf(resaved(written.bytes), 'xl/workbook.xml').includes('"_ssld_gaps"')).toBe(false);
    expect(ownIn(write('final', write('midterm', written.bytes).bytes).bytes)).toEqual(both);
    expect(ownIn(writeFile(written.bytes, nothing).bytes)).toEqual([]);
  },
);

test('what a sheet of before prints on every page goes along with its new name, also where nothing stands behind it any more', () => {
  const before = older('midterm', smallFile());
  const book = textOf(before, 'xl/workbook.xml')
    .replace(/(_FilterDatabase"[^>]*>)[^<]*/, '$1#REF!')
    .replace(/(Print_Titles"[^>]*>)[^<]*/, "$1差距清单!$A:$A,'差距清单'!$2:$2");
  const written = write('final', withParts(before, { 'xl/workbook.xml': book })).bytes;
  expect(scopedIn(written, '中期差距清单')).toEqual([
    "_xlnm.Print_Titles '中期差距清单'!$A:$A,'中期差距清单'!$2:$2",
    '_xlnm._FilterDatabase #REF!',
  ]);
  expect(ownIn(writeFile(written, nothing).bytes)).toEqual([]);
});

test('a name that a person gave stays, and the sheet is known by its kind from now on', () => {
  const written = write('final', older('midterm', smallFile(), '整改清单')).bytes;
  expect(ownIn(written)).toEqual([['整改清单', 'gaps', 'midterm', '中期评估gaps'], ...both.slice(1)]);
  expect(textOf(written, 'xl/workbook.xml')).toContain('_ssld_gaps_midterm');
});

test.each([
  [
    'a formula',
    (bytes: Uint8Array) =>
      withParts(bytes, {
        'xl/worksheets/sheet1.xml': textOf(bytes, 'xl/worksheets/sheet1.xml').replace(
          '</sheetData>',
          '<row r="9"><c r="A9"><f>COUNTA(\'差距清单\'!A:A)</f><v>3</v></c></row></sheetData>',
        ),
      }),
  ],
  [
    'a name',
    (bytes: Uint8Array) =>
      withParts(bytes, {
        'xl/workbook.xml': textOf(bytes, 'xl/workbook.xml').replace(
          '</definedNames>',
          '<definedName name="清单">差距清单!$A$1</definedName></definedNames>',
        ),
      }),
  ],
])(
  'a sheet to which %s of the person’s leads keeps its name, for nothing would lead to it otherwise',
  (_, referring) => {
    const written = write('final', referring(older('midterm', smallFile()))).bytes;
    expect(ownIn(written)).toEqual([['差距清单', 'gaps', 'midterm', '中期评估gaps'], ...both.slice(1)]);
    expect(ownIn(write('midterm', written).bytes)).toEqual([
      ['差距清单', 'gaps', 'midterm', '中期评估gaps'],
      ...both.slice(1),
    ]);
  },
);

test('a protected structure lets no sheet be renamed; what was there is filled all the same', () => {
  const before = older('final', smallFile());
  const book = textOf(before, 'xl/workbook.xml').replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>');
  const written = write('final', withParts(before, { 'xl/workbook.xml': book }));
  expect(written).toMatchObject({ sheets: ['差距清单', '评估摘要'], skipped: [] });
  expect(ownIn(written.bytes).map(([name, , mode]) => [name, mode])).toEqual([
    ['差距清单', 'final'],
    ['评估摘要', 'final'],
  ]);
});

test('a sheet of the other evaluation that is protected is none that was left out', () => {
  const midterm = resaved(write('midterm', smallFile()).bytes);
  const path = [...partsOf(midterm)].find(([, text]) => text.includes('gaps') && text.includes('<c '))?.[0] ?? '';
  const locked = textOf(midterm, path).replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>');
  const closed = withParts(midterm, { [path]: locked });
  expect(write('final', closed).skipped).toEqual([]);
  expect(write('midterm', closed).skipped).toEqual(['中期差距清单']);
});
