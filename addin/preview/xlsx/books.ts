/** What the workbook's part says beside its sheets: names, what is in front, protection. What nobody changed stays as it is. */
import type { DefinedName, Workbook } from '../workbook.ts';
import { truthy } from './appearance.ts';
import { child, children, type Element, element, replaceChildren, textOf } from './xml.ts';

/**
 * `sheetAt` tells of a place in the file which sheet it is now: its id, or its new place for one that the workbook does
 * not model, such as a chart: its names stay with it.
 */
export function writeNames(
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

export function writeProperties(book: Element, workbook: Workbook, activeTab: number, recalculated: boolean): void {
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

/** Children of `<workbook>`, ECMA-376 part 1, 18.2.27. */
export const ORDER = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames ' +
  'calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');
