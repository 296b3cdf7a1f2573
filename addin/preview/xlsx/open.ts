/** .xlsx → workbook. */

import { addinId } from '../../../shared/files/addin.ts';
import { FileProblem } from '../../../shared/files/problems.ts';
import type { SheetContents, WorkbookContents } from '../contents.ts';
import { openMemory } from '../memory.ts';
import type { Visibility, Workbook } from '../workbook.ts';
import { truthy } from './appearance.ts';
import { type FileCell, readCells, readRows, rowLine, type Shared } from './cells.ts';
import { readColumns } from './columns.ts';
import { readConditionalFormats } from './conditional-formats.ts';
import { readDataValidations } from './data-validations.ts';
import { readAreas } from './formulas.ts';
import { readNotes } from './notes.ts';
import { rememberOrigin } from './origins.ts';
import { relatedPart, relationshipsOf, workbookPath } from './package.ts';
import { readFilter, readPage } from './pages.ts';
import { type Parts, unzip } from './parts.ts';
import { readSettings } from './settings.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { child, children, type Element, element, parseXml, textOf } from './xml.ts';

/** Remembers the file, so that `saveWorkbook` can apply the changes to it. Throws FileProblem. */
export async function openWorkbook(bytes: Uint8Array, name = '工作簿1.xlsx'): Promise<Workbook> {
  const parts = unzip(bytes);
  const { contents, paths, font } = readContents(parts, name);
  const workbook = openMemory(contents);
  rememberOrigin(workbook, parts, paths, font);
  return workbook;
}

function readContents(parts: Parts, name: string) {
  const path = workbookPath(parts);
  const book = path === undefined ? undefined : parseXml(parts.get(path));
  if (path === undefined || book?.name !== 'workbook') throw new FileProblem('no_workbook');
  const entries = sheetEntries(parts, path, book);
  const worksheets = entries.filter((entry) => entry.path !== null);
  const date1904 = truthy(child(book, 'workbookPr')?.attributes.date1904);
  const shared = readShared(parts, path, date1904);
  const active = entries[Number(children(child(book, 'bookViews'), 'workbookView')[0]?.attributes.activeTab ?? 0)];
  const names = children(child(book, 'definedNames'), 'definedName').map(({ attributes, children: content }) => ({
    name: attributes.name ?? '',
    scope: attributes.localSheetId === undefined ? null : worksheets.indexOf(entries[Number(attributes.localSheetId)]!),
    formula: `=${textOf({ name: '', attributes, children: content })}`,
    visible: !truthy(attributes.hidden),
    comment: attributes.comment ?? '',
  }));
  const contents: WorkbookContents = {
    name,
    date1904,
    structureProtected: truthy(child(book, 'workbookProtection')?.attributes.lockStructure),
    active: Math.max(0, active ? worksheets.indexOf(active) : 0),
    sheets: worksheets.map((entry) => readSheet(parts, entry.path!, entry.name, entry.visibility, shared)),
    names: names.filter((each) => each.scope !== -1),
    settings: readSettings(parts, addinId),
  };
  return { contents, paths: worksheets.map((entry) => entry.path!), font: shared.styles.font };
}

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  /** Null for charts that fill a sheet and other things that are no worksheets. */
  readonly path: string | null;
  readonly element: Element;
}

export function sheetEntries(parts: Parts, path: string, book: Element): SheetEntry[] {
  const relationships = relationshipsOf(parts, path);
  return children(child(book, 'sheets'), 'sheet').map((each) => {
    const id = Object.entries(each.attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const found = relationships.find((relationship) => relationship.id === id && relationship.type === 'worksheet');
    const { name = '', state } = each.attributes;
    const visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
    return { name, visibility, path: found && parts.has(found.target) ? found.target : null, element: each };
  });
}

export function readShared(parts: Parts, path: string, date1904: boolean): Shared {
  const part = (type: string) => {
    const found = relatedPart(parts, path, type);
    return found === undefined ? undefined : parseXml(parts.get(found));
  };
  const main = { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' };
  return {
    strings: readStrings(part('sharedStrings') ?? element('sst', main)),
    styles: readStyles(part('styles') ?? element('styleSheet', main), part('theme')),
    date1904,
  };
}

function readSheet(parts: Parts, path: string, name: string, visibility: Visibility, shared: Shared): SheetContents {
  const sheet = parseXml(parts.get(path));
  const data = child(sheet, 'sheetData');
  const view = child(child(sheet, 'sheetViews'), 'sheetView');
  const pane = child(view, 'pane')?.attributes;
  const frozen = pane?.state?.startsWith('frozen');
  const rows = [...readRows(data)].map(([row, line]) => [row, rowLine(line)] as const);
  return {
    name,
    visibility,
    tabColor: shared.styles.color(child(child(sheet, 'sheetPr'), 'tabColor')) ?? '',
    showGridlines: view?.attributes.showGridLines !== '0',
    protected: truthy(child(sheet, 'sheetProtection')?.attributes.sheet),
    frozen: frozen ? { rows: Number(pane?.ySplit ?? 0), columns: Number(pane?.xSplit ?? 0) } : { rows: 0, columns: 0 },
    page: readPage(sheet),
    filter: readFilter(sheet),
    cells: readCells(data, shared)
      .map((cell) => modelled(cell, shared))
      .filter(
        (cell) => cell.value !== null || cell.formula !== null || cell.numberFormat !== 'General' || hasStyle(cell),
      ),
    merges: children(child(sheet, 'mergeCells'), 'mergeCell').flatMap((each) => readAreas(each.attributes.ref)),
    rows: Object.fromEntries(rows.filter(([, line]) => line.hidden || line.size !== null)),
    columns: readColumns(sheet),
    conditionalFormats: readConditionalFormats(sheet, shared.styles),
    dataValidations: readDataValidations(sheet),
    notes: readNotes(parts, path),
  };
}

function modelled({ row, column, value, formula, format }: FileCell, { styles }: Shared) {
  return { row, column, value, formula, ...styles.look(format) };
}

const hasStyle = (cell: { readonly style: object }) => Object.keys(cell.style).length > 0;
