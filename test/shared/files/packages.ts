/** Files part by part: read for comparing, and made by hand where no program writes what is wanted. */
import { readdirSync, readFileSync } from 'node:fs';
import { openPackage } from '../../../shared/files/package.ts';
import { entryOf, unpack, zipOf } from '../../../shared/files/zip.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Samples, and the files in which something is unusual. */
export const givenFiles: readonly GivenFile[] = ['samples/', 'inputs/files/'].flatMap((folder) => {
  const place = new URL(`../../fixtures/${folder}`, import.meta.url);
  return readdirSync(place)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, place))) }));
});

export function givenFile(start: string): GivenFile {
  const file = givenFiles.find(({ name }) => name.startsWith(start));
  if (!file) throw new Error(`no file ${start}`);
  return file;
}

/** Bytes of each part, one a character. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    openPackage(bytes).entries.map((entry) => [
      entry.path,
      Buffer.from(unpack(entry, Number.POSITIVE_INFINITY)).toString('latin1'),
    ]),
  );
}

/** Text of a part that is written in UTF-8. */
export function textOf(bytes: Uint8Array, path: string): string {
  return Buffer.from(partsOf(bytes).get(path) ?? '', 'latin1').toString();
}

/** Paths of parts that are not the same in both. */
export function differing(one: Uint8Array, two: Uint8Array): string[] {
  const [a, b] = [partsOf(one), partsOf(two)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

/** The file with some of its parts given anew (null takes one away). */
export function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const { entries } = openPackage(bytes);
  const made = Object.entries(parts).flatMap(([path, part]) => (part === null ? [] : [entryOf(path, coded(part))]));
  return zipOf([...entries.filter(({ path }) => !(path in parts)), ...made]);
}

/** A file of nothing but these parts. */
export function fileOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipOf(Object.entries(parts).map(([path, part]) => entryOf(path, coded(part))));
}

const coded = (part: string | Uint8Array) => (typeof part === 'string' ? new TextEncoder().encode(part) : part);

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function relationsOf(...targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = targets.map(([id, type, target]) => {
    const full = type.includes(':') ? type : `${office}/${type}`;
    return `<Relationship Id="${id}" Type="${full}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${relationships}">${each.join('')}</Relationships>`;
}

export function typesOf(...parts: readonly (readonly [path: string, type: string])[]): string {
  const each = parts.map(([path, type]) => {
    const full = type.includes('/') ? type : `${spreadsheet}.${type}+xml`;
    return `<Override PartName="/${path}" ContentType="${full}"/>`;
  });
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${each.join('')}</Types>`;
}

/** One sheet 表 with four cells; `sheet` stands behind the cells, `book` behind the tabs. */
export function smallFile({
  sheet = '',
  book = '',
  more = {},
}: {
  readonly sheet?: string;
  readonly book?: string;
  readonly more?: Readonly<Record<string, string>>;
} = {}): Uint8Array {
  return fileOf({
    '[Content_Types].xml': typesOf(
      ['xl/workbook.xml', 'sheet.main'],
      ['xl/worksheets/sheet1.xml', 'worksheet'],
      ['xl/styles.xml', 'styles'],
    ),
    '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${book}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row></sheetData>${sheet}</worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="12"/><name val="仿宋"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs><dxfs count="0"/></styleSheet>`,
    ...more,
  });
}
