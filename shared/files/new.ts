/** A workbook of its own, made of sheets that are read, printed or filled in: no file stood before it. */
import { strToU8 } from 'fflate';
import { freeName } from '../model/kinds.ts';
import type { EntrySheet, PaperSheet } from '../model.ts';
import { ascii, asciiAttribute } from './writing/drafts.ts';
import { spliced } from './writing/edits.ts';
import { namesOf } from './writing/scoped.ts';
import { emptySheet, filled, type Holding, textElement } from './writing/sheets.ts';
import { kindOf, transitional } from './writing/spaces.ts';
import { noStyles, stylesOf } from './writing/styles.ts';
import { entryOf, zipOf } from './zip.ts';

/** An .xlsx; the same sheets, of which there is one at least, give the same bytes. A name that Excel does not take is mended. */
export function newFile(sheets: readonly (PaperSheet | EntrySheet)[]): Uint8Array {
  const named = namedSheets(sheets);
  const styles = stylesOf(noStyles, { cells: new Set(), rules: new Set() });
  const texts = sharedTexts();
  const parts = named.map(({ sheet }, at) => ({
    ...sheetPart(at),
    text: filled(emptySheet(transitional), sheet, styles, texts.holding),
  }));
  const inBook = [
    ...parts,
    { ...stylesPart, text: spliced(noStyles, styles.edits()) },
    { ...textsPart, text: texts.text() },
  ];
  const all = [
    { path: '[Content_Types].xml', text: typesText([workbookPart, ...inBook]) },
    { path: '_rels/.rels', text: relationsText([workbookPart]) },
    { path: workbookPart.path, text: workbookText(named) },
    { path: 'xl/_rels/workbook.xml.rels', text: relationsText(inBook) },
    ...inBook,
  ];
  return zipOf(all.map(({ path, text }) => entryOf(path, strToU8(text))));
}

interface Named {
  readonly name: string;
  readonly sheet: PaperSheet | EntrySheet;
}

interface Part {
  readonly path: string;
  /** Of the relationship to it. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
}

/** Excel's limit, in characters of a sheet's name. */
const longestName = 31;
/** What is put behind a name that another sheet has: ` (12)`. */
const longestNumber = 5;

function namedSheets(sheets: readonly (PaperSheet | EntrySheet)[]): readonly Named[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const name = freeName(sheetName(sheet.name, taken), taken);
    taken.add(name.toLowerCase());
    return { name, sheet };
  });
}

/** Without the signs that Excel does not take. */
function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted.replace(/[\\/?*[\]:]/g, '_').replace(/^'|'$/g, '_') || '表';
  const whole = cut(name, longestName);
  return taken.has(whole.toLowerCase()) ? cut(name, longestName - longestNumber) : whole;
}

/** Not amid a character. */
function cut(name: string, length: number): string {
  return name.length > length ? name.slice(0, length).replace(/[\ud800-\udbff]$/, '') : name;
}

/** Names of units, files and indicators come a thousand times: each is written once. */
function sharedTexts(): { readonly holding: Holding; text(): string } {
  const numbers = new Map<string, number>();
  return {
    holding: (content) => {
      const number = numbers.get(content) ?? numbers.size;
      numbers.set(content, number);
      return `t="s"><v>${number}</v>`;
    },
    text: () => {
      const all = [...numbers.keys()].map((content) => `<si>${textElement(content, '')}</si>`);
      return `${declaration}<sst xmlns="${transitional.main}" uniqueCount="${all.length}">${all.join('')}</sst>`;
    },
  };
}

const workbookPart: Part = {
  path: 'xl/workbook.xml',
  id: 'rId1',
  type: `${transitional.office}/officeDocument`,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};
const textsPart: Part = { path: 'xl/sharedStrings.xml', id: 'rIdTexts', ...kindOf(transitional, 'sharedStrings') };
const stylesPart: Part = { path: 'xl/styles.xml', id: 'rIdStyles', ...kindOf(transitional, 'styles') };

function sheetPart(at: number): Part {
  return { path: `xl/worksheets/sheet${at + 1}.xml`, id: `rId${at + 1}`, ...kindOf(transitional, 'worksheet') };
}

function workbookText(named: readonly Named[]): string {
  const tabs = named.map(
    ({ name }, at) => `<sheet name="${asciiAttribute(name)}" sheetId="${at + 1}" r:id="${sheetPart(at).id}"/>`,
  );
  const names = named.flatMap(({ name, sheet }, at) =>
    namesOf(sheet, name).map(
      (each) =>
        `<definedName name="${each.name}" localSheetId="${at}"${each.hidden ? ' hidden="1"' : ''}>${ascii(each.formula)}</definedName>`,
    ),
  );
  const { main, office } = transitional;
  const list = names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${tabs.join('')}</sheets>${list}</workbook>`;
}

function typesText(parts: readonly Part[]): string {
  const overrides = parts.map(
    ({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`,
  );
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function relationsText(parts: readonly Part[]): string {
  const relations = parts.map(({ path, id, type }) => `<Relationship Id="${id}" Type="${type}" Target="/${path}"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
