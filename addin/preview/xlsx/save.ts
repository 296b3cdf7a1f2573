/** Workbook → .xlsx: the changes are applied to the file that was opened, so that what is not modelled survives. */

import { addinId } from '../../../shared/files/addin.ts';
import type { DefinedName, Workbook } from '../workbook.ts';
import type { Shared } from './cells.ts';
import { readShared, type SheetEntry, sheetEntries } from './open.ts';
import { originOf } from './origins.ts';
import { addPart, emptyPackage, freePath, relatedPart, removePart, workbookPath, writePart } from './package.ts';
import { type Parts, zip } from './parts.ts';
import { writeSettings } from './settings.ts';
import { emptySheet, writeSheet } from './sheets.ts';
import { child, children, type Element, element, parseXml, replaceChildren } from './xml.ts';

export async function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const origin = originOf(workbook);
  const parts: Parts = new Map(origin?.parts ?? emptyPackage());
  const path = workbookPath(parts)!;
  const book = parseXml(parts.get(path));
  const shared = readShared(parts, path, workbook.date1904);

  const before = sheetEntries(parts, path, book);
  const entries = workbook.sheets.map((sheet): SheetEntry => {
    const known = origin?.sheets.get(sheet.id);
    const old = known && before.find((entry) => entry.path === known.path);
    const entry = old ?? addSheet(parts, path, book, before);
    if (!old) before.push(entry);
    writeSheet(parts, entry.path!, sheet, known, sheet === workbook.active, shared);
    const state = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' }[sheet.visibility];
    const { state: _, ...attributes } = entry.element.attributes;
    return { ...entry, element: element('sheet', { ...attributes, name: sheet.name, state }) };
  });
  const gone = before.filter((entry) => entry.path !== null && !entries.some((each) => each.path === entry.path));
  for (const entry of gone) removePart(parts, path, entry.path!);
  const all = withOthers(entries, before);
  const position = (sheetId: string) =>
    all.indexOf(entries[workbook.sheets.findIndex((sheet) => sheet.id === sheetId)]!);

  replaceChildren(
    book,
    'sheets',
    [
      element(
        'sheets',
        {},
        all.map((entry) => entry.element),
      ),
    ],
    ORDER,
  );
  writeNames(book, workbook, position);
  writeProperties(book, workbook, position(workbook.active.id));
  writeShared(parts, path, shared);
  dropStale(parts, path);
  writeSettings(parts, addinId, workbook.settings);
  writePart(parts, path, book);
  return zip(parts);
}

function addSheet(parts: Parts, path: string, book: Element, present: readonly SheetEntry[]): SheetEntry {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  const target = freePath(parts, 'xl/worksheets/sheet#.xml');
  const id = addPart(parts, path, target, 'worksheet', type, emptySheet());
  book.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheetId = Math.max(0, ...present.map((entry) => Number(entry.element.attributes.sheetId))) + 1;
  return { name: '', visibility: 'Visible', path: target, element: element('sheet', { sheetId, 'r:id': id }) };
}

/** Sheets that are no worksheets keep their place behind the worksheet that they stood behind. */
function withOthers(entries: readonly SheetEntry[], before: readonly SheetEntry[]): SheetEntry[] {
  const all = [...entries];
  before.forEach((entry, at) => {
    if (entry.path !== null) return;
    const previous = before[at - 1];
    all.splice(
      all.findIndex((each) => each === previous || (previous?.path && each.path === previous.path)) + 1,
      0,
      entry,
    );
  });
  return all;
}

function writeNames(book: Element, workbook: Workbook, position: (sheetId: string) => number): void {
  const known = children(child(book, 'definedNames'), 'definedName');
  const written = workbook.names().map(({ name, scope, formula, visible, comment }: DefinedName) => {
    const kept = known.find((each) => each.attributes.name === name)?.attributes;
    return element(
      'definedName',
      {
        ...kept,
        name,
        localSheetId: scope === null ? undefined : position(scope),
        hidden: visible ? undefined : 1,
        comment: comment || undefined,
      },
      [formula.replace(/^=/, '')],
    );
  });
  replaceChildren(book, 'definedNames', written.length > 0 ? [element('definedNames', {}, written)] : [], ORDER);
}

function writeProperties(book: Element, workbook: Workbook, activeTab: number): void {
  const properties = child(book, 'workbookPr') ?? element('workbookPr');
  if (workbook.date1904) properties.attributes.date1904 = '1';
  replaceChildren(book, 'workbookPr', [properties], ORDER);

  const [view, ...views] = children(child(book, 'bookViews'), 'workbookView');
  const first = element('workbookView', { ...view?.attributes, activeTab, firstSheet: undefined }, view?.children);
  replaceChildren(book, 'bookViews', [element('bookViews', {}, [first, ...views])], ORDER);

  const protection = child(book, 'workbookProtection');
  const wasProtected = ['1', 'true'].includes(protection?.attributes.lockStructure ?? '');
  if (workbook.structureProtected !== wasProtected) {
    const wanted = workbook.structureProtected ? [element('workbookProtection', { lockStructure: 1 })] : [];
    replaceChildren(book, 'workbookProtection', wanted, ORDER);
  }
  // Results written here come from the preview's small calculator: Excel makes its own on opening.
  const calculation = element('calcPr', { ...child(book, 'calcPr')?.attributes, fullCalcOnLoad: 1 });
  replaceChildren(book, 'calcPr', [calculation], ORDER);
}

function writeShared(parts: Parts, path: string, { strings, styles }: Shared): void {
  const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  for (const [type, root] of [
    ['sharedStrings', strings.root],
    ['styles', styles.root],
  ] as const) {
    const known = relatedPart(parts, path, type);
    if (known) writePart(parts, known, root);
    else addPart(parts, path, freePath(parts, `xl/${type}#.xml`), type, `${sheetml}.${type}+xml`, root);
  }
}

/** The order of calculation would no longer fit the formulas, nor a signature the content; Excel makes the former anew. */
function dropStale(parts: Parts, path: string): void {
  const chain = relatedPart(parts, path, 'calcChain');
  if (chain) removePart(parts, path, chain);
  const signatures = relatedPart(parts, '', 'origin');
  if (signatures) removePart(parts, '', signatures);
}

/** Children of `<workbook>`, ECMA-376 part 1, 18.2.27. */
const ORDER = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames ' +
  'calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');
