/** Workbook → .xlsx: the changes are applied to the file that was opened, so that what is not modelled survives. */

import { addinId } from '../../../shared/files/addin.ts';
import type { DefinedName, Workbook } from '../workbook.ts';
import { truthy } from './appearance.ts';
import type { Shared } from './cells.ts';
import { readShared, type SheetEntry, sheetEntries } from './open.ts';
import { originOf } from './origins.ts';
import { addPart, emptyPackage, freePath, relatedPart, removePart, workbookPath, writePart } from './package.ts';
import { type Parts, zip } from './parts.ts';
import { readSettings, writeSettings } from './settings.ts';
import { emptySheet, writeSheet } from './sheets.ts';
import { same } from './styles.ts';
import { untouched } from './untouched.ts';
import { child, children, type Element, element, parseXml, replaceChildren, textOf } from './xml.ts';

export async function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const origin = originOf(workbook);
  const parts: Parts = new Map(origin?.parts ?? emptyPackage());
  const path = workbookPath(parts)!;
  const book = parseXml(parts.get(path));
  const shared = readShared(parts, path, workbook.date1904);
  const sharedBefore = { strings: shared.strings.root.children.length, styles: JSON.stringify(shared.styles.root) };

  const before = sheetEntries(parts, path, book);
  let recalculated = false;
  const entries = workbook.sheets.map((sheet): SheetEntry => {
    const known = origin?.sheets.get(sheet.id);
    const old = known && before.find((entry) => entry.path === known.path);
    const entry = old ?? addSheet(parts, path, book, before);
    if (!old) before.push(entry);
    const active = sheet === workbook.active;
    const stays = known && active === (sheet === origin?.active);
    const bytes = stays ? untouched(parts.get(known.path)!, sheet, known, shared.styles) : null;
    if (bytes) parts.set(known!.path, bytes);
    else writeSheet(parts, entry.path!, sheet, known, active, shared);
    recalculated ||= !bytes;
    const state = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' }[sheet.visibility];
    const { state: was, ...attributes } = entry.element.attributes;
    const shown = state ?? (was === 'visible' ? was : undefined);
    return { ...entry, element: element('sheet', { ...attributes, name: sheet.name, state: shown }) };
  });
  const gone = before.filter((entry) => entry.path !== null && !entries.some((each) => each.path === entry.path));
  for (const entry of gone) removePart(parts, path, entry.path!);
  recalculated ||= gone.length > 0;
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
  const ids = new Map([...(origin?.sheets ?? [])].map(([id, { path }]) => [path, id]));
  writeNames(book, workbook, position, (place) => {
    const { path = null } = before[place] ?? {};
    return path === null ? all.indexOf(before[place]!) : (ids.get(path) ?? null);
  });
  writeProperties(book, workbook, position(workbook.active.id), recalculated);
  writeShared(parts, path, shared, sharedBefore);
  if (recalculated) dropPart(parts, path, 'calcChain');
  if (!same(Object.fromEntries(workbook.settings), readSettings(parts, addinId)))
    writeSettings(parts, addinId, workbook.settings);
  if (!same(book, parseXml(parts.get(path)))) writePart(parts, path, book);
  // A signature is over all parts.
  if ([...parts].some(([name, bytes]) => origin?.parts.get(name) !== bytes)) dropPart(parts, '', 'origin');
  return zip(parts);
}

function addSheet(parts: Parts, path: string, book: Element, present: readonly SheetEntry[]): SheetEntry {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
  const target = freePath(parts, path, 'xl/worksheets/sheet#.xml');
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

/**
 * `sheetAt` tells of a place in the file which sheet it is now: its id, or its new place for one that the workbook does
 * not model, such as a chart: its names stay with it.
 */
function writeNames(
  book: Element,
  workbook: Workbook,
  position: (sheetId: string) => number,
  sheetAt: (place: number) => string | number | null,
): void {
  const list = child(book, 'definedNames');
  const places = new Map(workbook.sheets.map((sheet) => [sheet.id, position(sheet.id)]));
  const left = new Map(
    workbook
      .names()
      .map((each) => [keyOf(each.name, each.scope === null ? null : (places.get(each.scope) ?? -1)), each]),
  );
  const kept = children(list, 'definedName').flatMap((each) => {
    const { localSheetId, name = '' } = each.attributes;
    const sheet = localSheetId === undefined ? null : sheetAt(Number(localSheetId));
    if (typeof sheet === 'number')
      return [element('definedName', { ...each.attributes, localSheetId: sheet }, each.children)];
    const place = sheet === null ? null : places.get(sheet);
    const key = keyOf(name, place ?? null);
    const now = (localSheetId === undefined) === (place === null) && place !== undefined ? left.get(key) : undefined;
    if (!now) return [];
    left.delete(key);
    return [nameElement(now, each, places)];
  });
  const written = [...kept, ...[...left.values()].map((each) => nameElement(each, undefined, places))];
  if (written.length === 0 && children(list).length === 0) return;
  replaceChildren(
    book,
    'definedNames',
    written.length > 0 ? [element('definedNames', list?.attributes, written)] : [],
    ORDER,
  );
}

const keyOf = (name: string, scope: number | null) => `${scope ?? ''} ${name.toLowerCase()}`;

function nameElement(
  { name, scope, formula, visible, comment }: DefinedName,
  before: Element | undefined,
  places: ReadonlyMap<string, number>,
): Element {
  const hidden = truthy(before?.attributes.hidden);
  return element(
    'definedName',
    {
      ...before?.attributes,
      name,
      localSheetId: scope === null ? undefined : places.get(scope),
      ...(hidden === !visible ? {} : { hidden: visible ? undefined : 1 }),
      ...((before?.attributes.comment ?? '') === comment ? {} : { comment: comment || undefined }),
    },
    before && `=${textOf(before)}` === formula ? before.children : [formula.replace(/^=/, '')],
  );
}

function writeProperties(book: Element, workbook: Workbook, activeTab: number, recalculated: boolean): void {
  const properties = child(book, 'workbookPr');
  if (workbook.date1904 !== truthy(properties?.attributes.date1904)) {
    const date1904 = workbook.date1904 ? 1 : undefined;
    replaceChildren(book, 'workbookPr', [element('workbookPr', { ...properties?.attributes, date1904 })], ORDER);
  }

  const [view, ...views] = children(child(book, 'bookViews'), 'workbookView');
  if (Number(view?.attributes.activeTab ?? 0) !== activeTab) {
    const first = element('workbookView', { ...view?.attributes, activeTab, firstSheet: undefined }, view?.children);
    replaceChildren(book, 'bookViews', [element('bookViews', {}, [first, ...views])], ORDER);
  }

  const protection = child(book, 'workbookProtection');
  const wasProtected = ['1', 'true'].includes(protection?.attributes.lockStructure ?? '');
  if (workbook.structureProtected !== wasProtected) {
    const wanted = workbook.structureProtected ? [element('workbookProtection', { lockStructure: 1 })] : [];
    replaceChildren(book, 'workbookProtection', wanted, ORDER);
  }
  if (!recalculated) return;
  // Results written here come from the preview's small calculator: Excel makes its own on opening.
  const calculation = element('calcPr', { ...child(book, 'calcPr')?.attributes, fullCalcOnLoad: 1 });
  replaceChildren(book, 'calcPr', [calculation], ORDER);
}

function writeShared(
  parts: Parts,
  path: string,
  { strings, styles }: Shared,
  before: { readonly strings: number; readonly styles: string },
): void {
  const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  for (const [type, root, unchanged] of [
    ['sharedStrings', strings.root, strings.root.children.length === before.strings],
    ['styles', styles.root, JSON.stringify(styles.root) === before.styles],
  ] as const) {
    if (unchanged) continue;
    const known = relatedPart(parts, path, type);
    if (known) writePart(parts, known, root);
    else addPart(parts, path, freePath(parts, path, `xl/${type}#.xml`), type, `${sheetml}.${type}+xml`, root);
  }
}

/** The order of calculation no longer fits the formulas, nor a signature the content; Excel makes the former anew. */
function dropPart(parts: Parts, from: string, type: string): void {
  const stale = relatedPart(parts, from, type);
  if (stale) removePart(parts, from, stale);
}

/** Children of `<workbook>`, ECMA-376 part 1, 18.2.27. */
const ORDER = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames ' +
  'calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');
