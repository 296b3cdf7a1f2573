/** Workbook → .xlsx: the changes are applied to the file that was opened, so that what is not modelled survives. */

import { addinId } from '../../../shared/files/addin.ts';
import type { Workbook } from '../workbook.ts';
import { ORDER, writeNames, writeProperties } from './books.ts';
import type { Shared } from './cells.ts';
import { readShared, type SheetEntry, sheetEntries } from './open.ts';
import { originOf } from './origins.ts';
import { addPart, emptyPackage, freePath, relatedPart, removePart, workbookPath, writePart } from './package.ts';
import { type Parts, zip } from './parts.ts';
import { readSettings, writeSettings } from './settings.ts';
import { emptySheet, writeSheet } from './sheets.ts';
import { same } from './styles.ts';
import { untouched } from './untouched.ts';
import { child, children, type Element, element, parseXml, replaceChildren } from './xml.ts';

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
  // What is in front may be a chart, of which the workbook knows nothing.
  const [view] = children(child(book, 'bookViews'), 'workbookView');
  const front = before[Number(view?.attributes.activeTab ?? 0)];
  const stays = front && workbook.active === origin?.active;
  const place = stays ? all.findIndex((each) => each === front || (front.path && each.path === front.path)) : -1;
  writeProperties(book, workbook, place < 0 ? position(workbook.active.id) : place, recalculated);
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
