import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../shared/files/books.ts';
import { openPackage } from '../../../shared/files/package.ts';
import { readFile } from '../../../shared/files/read.ts';
import { lossesOf, writeFile } from '../../../shared/files/write.ts';
import {
  differing,
  givenFile,
  givenFiles,
  office,
  partsOf,
  relationsOf,
  smallFile,
  textOf,
  typesOf,
  withParts,
} from './packages.ts';
import { kept, marksOfSheet, planFor, sheetFor } from './plans.ts';

const { DOMParser } = new JSDOM().window;
const nothing = { plan: null, kept: {} };
const ours = (bytes: Uint8Array) => ({ plan: planFor(readFile('表.xlsx', bytes).snapshot), kept });
const shown = (bytes: Uint8Array) => readFile('表.xlsx', bytes).snapshot;

describe.each(givenFiles)('$name', ({ bytes }) => {
  // This one has ours in it from the beginning.
  const clean = writeFile(bytes, nothing).bytes;
  const wanted = ours(clean);
  const written = writeFile(clean, wanted);

  test('once cleared, every part is byte for byte as it was', () => {
    expect(differing(clean, writeFile(written.bytes, nothing).bytes)).toEqual([]);
  });

  test('written twice is written once', () => {
    const twice = writeFile(written.bytes, wanted);
    expect(differing(written.bytes, twice.bytes)).toEqual([]);
    expect(twice.sheets).toEqual(written.sheets);
  });

  test('marks, sheets and what is kept are there; what is the person’s reads as before', () => {
    const read = readFile('表.xlsx', written.bytes);
    expect(read.snapshot).toEqual(shown(bytes));
    const open = read.snapshot.sheets.filter(({ visibility }) => visibility !== 'VeryHidden');
    expect(read.own.marks).toBe(open.length * marksOfSheet);
    expect(read.own.kept).toEqual(kept);
    expect(read.own.sheets.map(({ role, name }) => [role, name])).toEqual([
      ['gaps', written.sheets[0]],
      ['summary', written.sheets[1]],
    ]);
    expect(read.own.sheets[0]?.values).toEqual([
      ['gaps 标题', null, null],
      ['序号', '说明', '键'],
      [1, '=1+1 _x0041_ <&>"\n二\u000b ', 'k1'],
      ['看 "B2"', 0.25, null],
    ]);
  });

  test('every part that was written is well-formed', () => {
    const parts = partsOf(written.bytes);
    for (const path of differing(clean, written.bytes)) {
      const text = decoded(Buffer.from(parts.get(path) ?? '', 'latin1'));
      // A tree of a sheet of megabytes takes half a minute.
      if (text.length > 200_000) continue;
      const document = new DOMParser().parseFromString(text, 'application/xml');
      expect(document.querySelector('parsererror')?.textContent, path).toBeUndefined();
    }
  });
});

function decoded(bytes: Buffer): string {
  const wide = bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  // Decoded already, whatever it says of itself.
  return new TextDecoder(wide).decode(bytes).replace(/ encoding=["'][^"']*["']/, '');
}

test('05: where there are no styles, plain cells keep their look', () => {
  const { bytes } = givenFile('05');
  const written = writeFile(bytes, ours(bytes)).bytes;
  const [first] = /<cellXfs count="\d+">(<xf [^>]*\/>)/.exec(textOf(written, 'xl/styles.xml'))?.slice(1) ?? [];
  expect(first).toBe('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
});

test('18: the path of a missing part stays free', () => {
  const { bytes } = givenFile('18');
  const written = writeFile(bytes, ours(bytes));
  expect(partsOf(written.bytes).has('xl/worksheets/sheet2.xml')).toBe(false);
  expect(written.sheets).toEqual(['差距清单', '评估摘要']);
});

test('19: names of chart sheets stay', () => {
  const { bytes } = givenFile('19');
  const book = textOf(writeFile(bytes, ours(bytes)).bytes, 'xl/workbook.xml');
  expect(book).toContain(
    '<definedName name="图名" localSheetId="1">社会组织名录!$A$1</definedName><definedName name="末名" localSheetId="0">',
  );
});

test('20: ours come first, and theirs keep their order, those of extensions too', () => {
  const { bytes } = givenFile('20');
  const sheet = textOf(writeFile(bytes, ours(bytes)).bytes, 'xl/worksheets/sheet1.xml');
  const rules = [...sheet.matchAll(/cfRule [^>]*?priority="(\d+)"[^>]*>(?:<[^>]*>)?([^<]*)/g)];
  const inOrder = rules.sort((a, b) => Number(a[1]) - Number(b[1])).map(([, , formula]) => formula);
  expect(inOrder.map((formula) => (formula?.includes('_ssld_') ? 'ours' : formula))).toEqual([
    ...['ours', 'ours', 'ours', 'ours'],
    'H3&gt;表!$A$1',
    'H3&gt;表!$A$2',
    '20',
  ]);
  expect(new Set(rules.map(([, priority]) => priority)).size).toBe(7);
});

test('a rule that a pivot table names by number keeps its number', () => {
  const rule = '<cfRule type="expression" priority="2"><formula>A1</formula></cfRule>';
  const bytes = smallFile({ sheet: `<conditionalFormatting pivot="1" sqref="A1">${rule}</conditionalFormatting>` });
  const sheet = textOf(writeFile(bytes, ours(bytes)).bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain(rule);
  expect([...sheet.matchAll(/priority="(\d+)"/g)].map(([, each]) => each)).toEqual(['3', '4', '5', '6', '2']);
});

test('23: what versions before wrote is known, replaced and cleared; a copy is the person’s', () => {
  const { bytes } = givenFile('23');
  const before = readFile('表.xlsx', bytes);
  const { sheets } = writeFile(bytes, ours(bytes));
  expect(before.own.sheets.map(({ name }) => name)).toEqual(['差距清单', '评估摘要']);
  expect(sheets).toEqual(['终期差距清单', '终期评估摘要']);
  const cleared = writeFile(bytes, nothing).bytes;
  const after = readFile('表.xlsx', cleared);
  expect(after.snapshot).toEqual(before.snapshot);
  expect(after.own).toEqual({ kept: {}, sheets: [], marks: 0 });
  expect([...partsOf(cleared)].filter(([, text]) => text.includes('ssld')).map(([path]) => path)).toEqual([]);
  expect(differing(cleared, writeFile(cleared, nothing).bytes)).toEqual([]);
});

/** As another program saves it: comments gone, relationships numbered anew, rules and names as they were. */
function resaved(bytes: Uint8Array): Uint8Array {
  const parts = [...partsOf(bytes)].map(([path, text]) => [
    path,
    Buffer.from(text.replace(/<!--.*?-->/gs, '').replace(/"ssld(\d+)"/g, '"rId9$1"'), 'latin1'),
  ]);
  return withParts(bytes, Object.fromEntries(parts));
}

describe('after another program has saved the file', () => {
  const { bytes } = givenFile('20');
  const first = ours(bytes);
  const saved = resaved(writeFile(bytes, first).bytes);

  test('ours are known, and written again in their place', () => {
    const again = writeFile(saved, first);
    expect(again.sheets).toEqual(['差距清单', '评估摘要']);
    const read = readFile('表.xlsx', again.bytes);
    expect(read.own.sheets).toHaveLength(2);
    expect(read.own.marks).toBe(2 * marksOfSheet);
    expect(read.own.kept).toEqual(kept);
    expect(differing(again.bytes, writeFile(again.bytes, first).bytes)).toEqual([]);
  });

  test('clearing leaves nothing of ours but formats that nothing uses', () => {
    const cleared = writeFile(saved, nothing).bytes;
    const read = readFile('表.xlsx', cleared);
    expect(read.own).toEqual({ kept: {}, sheets: [], marks: 0 });
    expect(read.snapshot).toEqual(shown(bytes));
    const left = [...partsOf(cleared)].filter(([, text]) => /_ssld_|"ssld\./.test(text)).map(([path]) => path);
    expect(left).toEqual([]);
  });
});

test('where only a part was changed since, what tells of our changes goes too', () => {
  const { bytes } = givenFile('20');
  const written = writeFile(bytes, ours(bytes)).bytes;
  const path = 'xl/worksheets/sheet1.xml';
  const changed = withParts(written, { [path]: textOf(written, path).replace('<v>12</v>', '<v>13</v>') });
  const cleared = writeFile(changed, nothing).bytes;
  expect(differing(bytes, cleared)).toEqual([path]);
  expect(textOf(cleared, path)).not.toContain('ssld');
  expect(
    textOf(cleared, path)
      .replace('<v>13</v>', '<v>12</v>')
      .replace(/priority="\d+"/g, ''),
  ).toBe(textOf(bytes, path).replace(/priority="\d+"/g, ''));
});

test('a sheet of ours stays where no other is on show', () => {
  const bytes = smallFile();
  const written = writeFile(bytes, ours(bytes)).bytes;
  const book = textOf(written, 'xl/workbook.xml').replace('sheetId="1"', 'sheetId="1" state="hidden"');
  const cleared = writeFile(withParts(written, { 'xl/workbook.xml': book }), nothing);
  expect(cleared.skipped).toEqual(['差距清单', '评估摘要']);
});

test('a sheet of ours that was moved to the front goes, and names and the tab in front follow', () => {
  const { bytes } = givenFile('19');
  const saved = resaved(writeFile(bytes, ours(bytes)).bytes);
  const book = textOf(saved, 'xl/workbook.xml');
  const [gaps] = /<sheet name="&#24046;[^>]*>/.exec(book) ?? [];
  const at = /_FilterDatabase" localSheetId="(\d)"/.exec(book)?.[1];
  const moved = book
    .replace(gaps ?? '', '')
    .replace('<sheets>', `<bookViews><workbookView activeTab="2"/></bookViews><sheets>${gaps}`)
    .replace(/localSheetId="(\d)"/g, (_, place) => `localSheetId="${place === at ? 0 : Number(place) + 1}"`);
  const cleared = textOf(writeFile(withParts(saved, { 'xl/workbook.xml': moved }), nothing).bytes, 'xl/workbook.xml');
  expect(cleared).toBe(
    textOf(bytes, 'xl/workbook.xml').replace(
      '<sheets>',
      '<bookViews><workbookView activeTab="1"/></bookViews><sheets>',
    ),
  );
});

test('a sheet of ours is set up for print and filtered, by elements in their order and by names of its own', () => {
  const { bytes } = givenFile('20');
  const written = writeFile(bytes, ours(bytes));
  const name = written.sheets[0]!;
  const [gaps, summary] = ['gaps', 'summary'].map(
    (role) => [...partsOf(written.bytes)].find(([, text]) => text.includes(`${role} &#26631;`))?.[1] ?? '',
  );
  expect(gaps).toMatch(
    /<\/sheetData><autoFilter ref="A2:C4"\/><mergeCells.*<printOptions horizontalCentered="1"\/><pageMargins [^>]*\/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter><oddFooter>&amp;C[^<]*&amp;P[^<]*&amp;N[^<]*<\/oddFooter>/,
  );
  expect(gaps).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(summary).toContain('orientation="portrait"');
  expect(summary).not.toContain('autoFilter');
  const book = bookOf(openPackage(written.bytes));
  const place = book.sheets.findIndex((sheet) => sheet.name === name);
  const scoped = book.names.filter(({ scope }) => scope === place);
  expect(scoped.map(({ name, formula, hidden }) => [name, formula, hidden])).toEqual([
    ['_xlnm._FilterDatabase', `'${name}'!$A$2:$C$4`, true],
    ['_xlnm.Print_Titles', `'${name}'!$2:$2`, false],
  ]);
  // Another program has saved it: what tells how to take ours back is gone, and nothing stands twice.
  const foreign = withParts(written.bytes, {
    'xl/workbook.xml': textOf(written.bytes, 'xl/workbook.xml').replace(/<!--ssld.*?-->/, ''),
  });
  const again = bookOf(openPackage(writeFile(foreign, ours(bytes)).bytes)).names;
  expect(again.filter(({ name }) => name.startsWith('_xlnm.')).map(({ formula }) => formula)).toEqual(
    book.names.filter(({ name }) => name.startsWith('_xlnm.')).map(({ formula }) => formula),
  );
  expect(bookOf(openPackage(writeFile(foreign, nothing).bytes)).names).toHaveLength(
    bookOf(openPackage(bytes)).names.length,
  );
});

test('half a character in a sheet of ours or in what is kept leaves every part well-formed', () => {
  const bytes = smallFile();
  const { plan } = ours(bytes);
  const [gaps] = plan.sheets;
  const torn = { ...gaps!, rows: [...gaps!.rows, [{ value: '锦湖\ud83d活动\ude00𠮷', style: 'text' as const }]] };
  const written = writeFile(bytes, { plan: { ...plan, sheets: [torn] }, kept: { 'ssld.corrections': ['甲\ud83d'] } });
  for (const path of differing(bytes, written.bytes)) {
    const document = new DOMParser().parseFromString(textOf(written.bytes, path), 'application/xml');
    expect(document.querySelector('parsererror')?.textContent, path).toBeUndefined();
  }
  expect(readFile('表.xlsx', written.bytes).own.sheets[0]?.values.at(-1)?.[0]).toBe('锦湖�活动�𠮷');
});

test('a sheet of ours that is protected keeps its names', () => {
  const bytes = smallFile();
  const written = writeFile(bytes, ours(bytes)).bytes;
  const path = [...partsOf(written)].find(([, text]) => text.includes('gaps &#26631;'))![0];
  const closed = withParts(written, {
    [path]: textOf(written, path).replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
  });
  const again = writeFile(closed, ours(bytes));
  expect(again.skipped).toContain('差距清单');
  const names = (file: Uint8Array) => bookOf(openPackage(file)).names.map(({ name, formula }) => [name, formula]);
  expect(names(again.bytes)).toEqual(names(closed));
});

test('columns are as wide as Excel shows them: its digits are wider in Chinese fonts', () => {
  const width = (font: string) => {
    const bytes = smallFile();
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="${font}"/></font></fonts></styleSheet>`;
    const written = writeFile(withParts(bytes, { 'xl/styles.xml': styles }), ours(bytes)).bytes;
    return Number(/<col min="1" max="1" width="([\d.]+)"/.exec(textOf(written, 'xl/worksheets/sheet2.xml'))?.[1]);
  };
  expect(width('Calibri') / width('SimSun')).toBeCloseTo(8 / 7, 2);
});

test('columns to the right of ours stay with the person', () => {
  const { bytes } = givenFile('20');
  const first = ours(bytes);
  const written = writeFile(bytes, first).bytes;
  const path = [...partsOf(written)].find(([, text]) => text.includes('gaps &#26631;'))?.[0] ?? '';
  const noted = textOf(written, path)
    .replace('</c></row><row r="4"', '</c><c r="E3"><v>7</v></c></row><row r="4"')
    .replace('</sheetData>', '<row r="9"><c r="B9"><v>8</v></c><c r="D9"><v>9</v></c></row></sheetData>')
    .replace('</cols>', '<col min="5" max="6" width="33"/></cols>')
    .replace('</worksheet>', '<rowBreaks count="1" manualBreakCount="1"><brk id="3" man="1"/></rowBreaks></worksheet>');
  const again = writeFile(withParts(written, { [path]: noted }), first).bytes;
  const { values } = readFile('表.xlsx', again).own.sheets[0] ?? {};
  expect(values?.[2]?.slice(3)).toEqual([null, 7]);
  expect(values?.[8]).toEqual([null, null, null, 9, null]);
  expect(textOf(again, path)).toContain('<col min="5" max="6" width="33"/></cols>');
  expect(textOf(again, path)).toContain('<rowBreaks count="1"');
});

describe('protected', () => {
  const locked = '<sheetProtection sheet="1" objects="1"/>';

  test('sheets are left as they are, and named', () => {
    const bytes = smallFile({ sheet: locked });
    const written = writeFile(bytes, ours(bytes));
    expect(written.skipped).toEqual(['表']);
    expect(differing(bytes, written.bytes)).not.toContain('xl/worksheets/sheet1.xml');
    expect(differing(written.bytes, writeFile(written.bytes, ours(bytes)).bytes)).toEqual([]);
  });

  test('marks on a sheet that was protected since stay with their formats', () => {
    const bytes = smallFile();
    const written = writeFile(bytes, ours(bytes)).bytes;
    const sheet = textOf(written, 'xl/worksheets/sheet1.xml').replace('</sheetData>', `</sheetData>${locked}`);
    const closed = withParts(written, { 'xl/worksheets/sheet1.xml': sheet });
    const cleared = writeFile(closed, nothing);
    expect(cleared.skipped).toEqual(['表']);
    expect(readFile('表.xlsx', cleared.bytes).own.marks).toBe(marksOfSheet);
    expect(textOf(cleared.bytes, 'xl/styles.xml')).toContain('<dxfs count="4">');
    const again = writeFile(cleared.bytes, ours(bytes)).bytes;
    expect(textOf(again, 'xl/styles.xml')).toContain('<dxfs count="4">');
  });

  test('a structure lets no sheet come or go', () => {
    const bytes = smallFile();
    const lock = (text: string) => text.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>');
    const closed = withParts(bytes, { 'xl/workbook.xml': lock(textOf(bytes, 'xl/workbook.xml')) });
    const written = writeFile(closed, ours(closed));
    expect(written).toMatchObject({ sheets: [], skipped: ['差距清单', '评估摘要'] });
    expect(readFile('表.xlsx', written.bytes).own.marks).toBe(marksOfSheet);

    const open = writeFile(bytes, ours(bytes)).bytes;
    const since = withParts(open, { 'xl/workbook.xml': lock(textOf(open, 'xl/workbook.xml')) });
    const cleared = writeFile(since, nothing);
    expect(cleared.skipped).toEqual(['差距清单', '评估摘要']);
    expect(readFile('表.xlsx', cleared.bytes).own.sheets).toHaveLength(2);
  });
});

describe('a file of unusual writing comes back byte for byte', () => {
  const prefixed = (text: string) => text.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(/ xmlns=/, ' xmlns:x=');
  const plain = smallFile({
    sheet:
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>',
    book: '<definedNames/><calcPr/>',
  });
  const each = (change: (text: string) => string | Uint8Array) =>
    withParts(
      plain,
      Object.fromEntries(
        [...partsOf(plain).keys()]
          .filter((path) => path.startsWith('xl/'))
          .map((path) => [path, change(textOf(plain, path))]),
      ),
    );
  test.each([
    ['prefixes', each((text) => (text.includes('<Relationships') ? text : prefixed(text)))],
    ['a mark of the byte order', each((text) => `\ufeff<?xml version="1.0"?>\r\n${text}`)],
    ['single quotes', each((text) => text.replaceAll('"', "'"))],
    ['lines and comments', each((text) => `${text.replaceAll('><', '>\r\n<!-- b -->\n <')}\n`)],
    ['UTF-16', each((text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))],
    [
      'bytes that are no UTF-8',
      each((text) => {
        const [before = '', behind] = text.split('仿宋');
        const bytes = [before, ...(behind === undefined ? [] : [Buffer.from([0xff, 0xc3]), behind])];
        return new Uint8Array(Buffer.concat(bytes.map((piece) => Buffer.from(piece))));
      }),
    ],
  ])('%s', (_, bytes) => {
    const written = writeFile(bytes, ours(bytes)).bytes;
    expect(readFile('表.xlsx', written).own).toMatchObject({ kept, marks: marksOfSheet });
    expect(readFile('表.xlsx', written).own.sheets).toHaveLength(2);
    expect(differing(bytes, writeFile(written, nothing).bytes)).toEqual([]);
  });
});

test('signatures no longer hold: said before, and taken away', () => {
  const signed = withParts(smallFile(), {
    '_rels/.rels': relationsOf(
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
        '_xmlsignatures/origin.sigs',
      ],
    ),
    '_xmlsignatures/origin.sigs': '',
    '_xmlsignatures/_rels/origin.sigs.rels': relationsOf(['rId1', 'signature', 'sig1.xml']),
    '_xmlsignatures/sig1.xml': '<Signature/>',
  });
  expect(lossesOf(signed)).toEqual([expect.stringContaining('数字签名')]);
  expect(differing(signed, writeFile(signed, nothing).bytes)).toEqual([]);
  const written = writeFile(signed, ours(signed)).bytes;
  expect([...partsOf(written).keys()].filter((path) => path.includes('signatures'))).toEqual([]);
  expect(lossesOf(written)).toEqual([]);
});

describe('the order of calculation', () => {
  const bytes = smallFile();
  const written = writeFile(bytes, ours(bytes)).bytes;
  const chained = (id: number) =>
    withParts(written, {
      'xl/calcChain.xml': `<calcChain xmlns="x"><c r="A4" i="${id}"/></calcChain>`,
      'xl/_rels/workbook.xml.rels': textOf(written, 'xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        `<Relationship Id="rId7" Type="${office}/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
    });

  test('goes when it names a sheet of ours that goes', () => {
    const cleared = writeFile(chained(2), nothing).bytes;
    expect(partsOf(cleared).has('xl/calcChain.xml')).toBe(false);
    expect(textOf(cleared, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  test('else stays', () => {
    expect(partsOf(writeFile(chained(1), nothing).bytes).has('xl/calcChain.xml')).toBe(true);
  });
});

describe('settings', () => {
  const reference = (id: string, properties: string) =>
    `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:reference id="${id}"/>${properties}</we:webextension>`;
  const extension = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
  const panes = (properties: string, id: string) =>
    withParts(smallFile(), {
      '[Content_Types].xml': typesOf(
        ['xl/workbook.xml', 'sheet.main'],
        ['xl/worksheets/sheet1.xml', 'worksheet'],
        ['xl/styles.xml', 'styles'],
        ['xl/webextensions/webextension1.xml', 'application/vnd.ms-office.webextension+xml'],
      ),
      '_rels/.rels': relationsOf(
        ['rId1', 'officeDocument', 'xl/workbook.xml'],
        ['rId2', `${extension}taskpanes`, 'xl/webextensions/taskpanes.xml'],
      ),
      'xl/webextensions/taskpanes.xml': `<wetp:taskpanes xmlns:wetp="x"><wetp:taskpane><wetp:webextensionref xmlns:r="${office}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
      'xl/webextensions/_rels/taskpanes.xml.rels': relationsOf(['rId1', extension, 'webextension1.xml']),
      'xl/webextensions/webextension1.xml': reference(id, properties),
    });
  const addin = '6d0c3a52-8f3e-4a57-9d0b-2b5b1e7c41f0';

  test.each([
    ['another add-in’s', panes('<we:properties><we:property name="ssld.secret" value="1"/></we:properties>', 'other')],
    ['our own as Excel wrote it', panes('<we:properties/>', addin)],
    [
      'what Office keeps beside',
      panes('<we:properties><we:property name="Office.A" value="1"/></we:properties>', addin),
    ],
  ])('%s stay', (_, bytes) => {
    const written = writeFile(bytes, ours(bytes)).bytes;
    expect(readFile('表.xlsx', written).own.kept).toEqual(kept);
    const withoutNames = textOf(written, 'xl/workbook.xml').replace(/<definedNames>.*<\/definedNames>/, '');
    expect(readFile('表.xlsx', withParts(written, { 'xl/workbook.xml': withoutNames })).own.kept).toMatchObject(kept);
    expect(differing(bytes, writeFile(written, nothing).bytes)).toEqual([]);
  });

  test('that forbid sending forbid it, whatever the names say', () => {
    const local = writeFile(smallFile(), { plan: null, kept: { ...kept, 'ssld.local': true } }).bytes;
    const free = writeFile(smallFile(), { plan: null, kept }).bytes;
    const names = textOf(free, 'xl/workbook.xml');
    const mixed = withParts(local, { 'xl/workbook.xml': names });
    expect(readFile('表.xlsx', mixed).own.kept).toEqual({ ...kept, 'ssld.local': true });
  });

  test('are kept without a plan', () => {
    const bytes = smallFile();
    const written = writeFile(bytes, { plan: null, kept }).bytes;
    expect(readFile('表.xlsx', written).own).toEqual({ kept, sheets: [], marks: 0 });
    expect(differing(bytes, writeFile(written, nothing).bytes)).toEqual([]);
  });
});

test('a sheet of the person’s that is named as ours gets no company under its name', () => {
  const bytes = withParts(smallFile(), {
    'xl/workbook.xml': textOf(smallFile(), 'xl/workbook.xml').replace('表', '差距清单'),
  });
  const plan = { ...planFor(shown(bytes)), sheets: [sheetFor('gaps', '差距清单')] };
  const written = writeFile(bytes, { plan, kept: {} });
  expect(written.sheets).toEqual(['差距清单 (2)']);
  expect(writeFile(written.bytes, { plan, kept: {} }).sheets).toEqual(['差距清单 (2)']);
});

test('a row of ours is as high as its fullest cell, for not every program fits rows when it opens a file', () => {
  const bytes = smallFile();
  const rows = [
    ['字'.repeat(45), '短'],
    ['短', null],
  ].map((row) => row.map((value) => ({ value, style: 'text' as const })));
  const sheet = { ...sheetFor('gaps', '表'), widths: [30, 10], rows, spans: [] };
  const { bytes: written } = writeFile(bytes, { plan: { ...planFor(shown(bytes)), sheets: [sheet] }, kept: {} });
  expect(textOf(written, 'xl/worksheets/sheet2.xml').match(/<row [^>]*>/g)).toEqual([
    '<row r="1" ht="47.25">',
    '<row r="2" ht="15.75">',
  ]);
});

test('many marks stand in several rules, each with a number of its own', () => {
  const bytes = smallFile();
  const marks = Array.from({ length: 2500 }, (_, at) => ({
    sheet: '表',
    address: `A${at * 2 + 1}`,
    level: 'error' as const,
  }));
  const written = writeFile(bytes, { plan: { ...planFor(shown(bytes)), marks, sheets: [] }, kept: {} }).bytes;
  expect(readFile('表.xlsx', written).own.marks).toBe(2500);
  const sheet = textOf(written, 'xl/worksheets/sheet1.xml');
  expect([...sheet.matchAll(/priority="(\d+)"/g)].map(([, each]) => each)).toEqual(['1', '2', '3']);
});

test('cells and rules that name a format that the file does not have keep looking as they did', () => {
  const sheet =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="2" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
  const bytes = smallFile({ sheet });
  const cells = textOf(bytes, 'xl/worksheets/sheet1.xml').replace('<c r="A1">', '<c r="A1" s="4">');
  const odd = withParts(bytes, { 'xl/worksheets/sheet1.xml': cells });
  const written = writeFile(odd, ours(odd)).bytes;
  expect(shown(written)).toEqual(shown(odd));
  // What stands at their numbers is plain, and ours go on behind it.
  const styles = textOf(written, 'xl/styles.xml');
  const formats = partsOfList(styles, 'cellXfs', 'xf');
  expect(formats[4]).toBe(formats[0]);
  expect(formats[5]).not.toBe(formats[0]);
  const rules = partsOfList(styles, 'dxfs', 'dxf');
  expect(rules[2]).toBe('<dxf/>');
  expect(rules).toHaveLength(5);
  expect(differing(odd, writeFile(written, nothing).bytes)).toEqual([]);
});

function partsOfList(styles: string, list: string, part: string): readonly string[] {
  const inside = new RegExp(`<${list}[^>]*>(.*?)</${list}>`).exec(styles)?.[1] ?? '';
  return inside.match(new RegExp(`<${part}(?: [^>]*?)?(?:/>|>.*?</${part}>)`, 'g')) ?? [];
}

test('marks show a sign where there is room for it, and a line around the cell where there is none', () => {
  const text = textOf(writeFile(smallFile(), ours(smallFile())).bytes, 'xl/styles.xml');
  const formats = [...text.matchAll(/<dxf>.*?<\/dxf>/g)].map(([format]) => format);
  const signOf = (format: string) => /formatCode="([^"]*)"/.exec(format)?.[1]?.replaceAll('&quot;', '"') ?? null;
  expect(formats.map(signOf)).toEqual([
    'General;-General;General;"&#10007; "@',
    null,
    '"? "0;"? "-0;"? "0;"? "@',
    null,
  ]);
  for (const format of formats) expect(format.includes('style="dashed"')).toBe(signOf(format) === null);
  const numbers = [...text.matchAll(/<numFmt numFmtId="(\d+)"/g)].map(([, number]) => Number(number));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(Math.min(...numbers)).toBeGreaterThan(163);
});
