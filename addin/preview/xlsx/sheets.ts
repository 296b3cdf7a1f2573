/** One worksheet's part, with the changes of its sheet applied. */
import { addressOf, cellAddress } from '../../../shared/model/addresses.ts';
import { shiftArea } from '../areas.ts';
import type { Area, Sheet } from '../workbook.ts';
import { type Shared, writeCells } from './cells.ts';
import { writeColumns } from './columns.ts';
import { writeConditionalFormats } from './conditional-formats.ts';
import { withoutExtendedValidations, writeDataValidations } from './data-validations.ts';
import { readAreas, writeAreas } from './formulas.ts';
import { writeNotes } from './notes.ts';
import type { SheetOrigin } from './origins.ts';
import { writePart } from './package.ts';
import { writeFilter, writePage } from './pages.ts';
import type { Parts } from './parts.ts';
import { child, children, type Element, element, parseXml, replaceChildren } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function emptySheet(): Element {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return element('worksheet', { xmlns: main, 'xmlns:r': OFFICE }, [element('sheetData')]);
}

export function writeSheet(
  parts: Parts,
  path: string,
  sheet: Sheet,
  origin: SheetOrigin | undefined,
  active: boolean,
  shared: Shared,
): void {
  const root = parseXml(parts.get(path));
  const put = (name: string, ...given: (Element | null)[]) =>
    replaceChildren(
      root,
      name,
      given.filter((each) => each !== null),
      ORDER,
    );

  put('sheetPr', writeTabColor(child(root, 'sheetPr'), sheet.tabColor, shared));
  put('dimension');
  put('sheetViews', writeViews(child(root, 'sheetViews'), sheet, active));
  put('cols', writeColumns(sheet, root, origin));
  put('sheetData', writeCells(sheet, child(root, 'sheetData'), origin, shared));
  put('sheetProtection', writeProtection(child(root, 'sheetProtection'), sheet.protected));
  const merges = sheet.merges().map((area) => element('mergeCell', { ref: addressOf(area) }));
  put('mergeCells', merges.length > 0 ? element('mergeCells', { count: merges.length }, merges) : null);
  put('conditionalFormatting', ...writeConditionalFormats(sheet, shared.styles, root, origin));
  put('dataValidations', writeDataValidations(sheet, root));
  const extensions = child(root, 'extLst');
  put('extLst', extensions ? withoutExtendedValidations(extensions) : null);
  followShifts(root, origin);
  writeFilter(root, sheet.filter, ORDER);
  writePage(root, sheet.page, ORDER);

  const boxes = writeNotes(parts, path, sheet, origin);
  if (boxes !== null) {
    root.attributes['xmlns:r'] ??= OFFICE;
    put('legacyDrawing', element('legacyDrawing', { 'r:id': boxes }));
  }
  writePart(parts, path, root);
}

function writeTabColor(before: Element | undefined, color: string, { styles }: Shared): Element | null {
  if ((styles.color(child(before, 'tabColor')) ?? '') === color) return before ?? null;
  const properties = element('sheetPr', before?.attributes, before?.children);
  const wanted = color === '' ? [] : [element('tabColor', { rgb: `FF${color.slice(1)}` })];
  replaceChildren(properties, 'tabColor', wanted, ['tabColor', 'outlinePr', 'pageSetUpPr']);
  return properties;
}

function writeViews(before: Element | undefined, sheet: Sheet, active: boolean): Element {
  const [first, ...others] = children(before, 'sheetView');
  const view = element('sheetView', {
    ...(first?.attributes ?? { workbookViewId: 0 }),
    tabSelected: active ? 1 : undefined,
    showGridLines: sheet.showGridlines ? undefined : 0,
  });
  const { rows, columns } = sheet.frozen;
  const present = frozenIn(first);
  view.children =
    rows === present.rows && columns === present.columns ? children(first) : frozenView(children(first), sheet.frozen);
  return element('sheetViews', before?.attributes, [view, ...others]);
}

function frozenIn(view: Element | undefined): Sheet['frozen'] {
  const pane = child(view, 'pane')?.attributes;
  if (!pane?.state?.startsWith('frozen')) return { rows: 0, columns: 0 };
  return { rows: Number(pane.ySplit ?? 0), columns: Number(pane.xSplit ?? 0) };
}

/** What a view holds, with its panes frozen as wanted: the selections of other panes go with the panes. */
function frozenView(held: readonly Element[], { rows, columns }: Sheet['frozen']): Element[] {
  const kept = held.filter(({ name }) => name !== 'pane' && name !== 'selection');
  if (rows === 0 && columns === 0) return kept;
  const pane = element('pane', {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cellAddress(rows, columns),
    activePane: rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight',
    state: 'frozen',
  });
  return [pane, ...kept];
}

/** A password stays as long as the sheet stays protected. */
function writeProtection(before: Element | undefined, wanted: boolean): Element | null {
  const present = ['1', 'true'].includes(before?.attributes.sheet ?? '');
  if (present === wanted) return before ?? null;
  return wanted ? element('sheetProtection', { sheet: 1, objects: 1, scenarios: 1 }) : null;
}

/** Things at cells that the workbook does not model follow rows and columns that came or went. */
function followShifts(root: Element, origin: SheetOrigin | undefined): void {
  const shifts = origin?.shifts ?? [];
  if (shifts.length === 0) return;
  const follow = (area: Area) => shifts.reduce<Area | null>((at, shift) => at && shiftArea(at, shift), area);
  const holders = [root, ...['hyperlinks', 'protectedRanges', 'ignoredErrors'].map((name) => child(root, name))];
  for (const holder of holders) {
    if (!holder) continue;
    holder.children = children(holder).filter((each) => {
      if (!['autoFilter', 'sortState', 'hyperlink', 'protectedRange', 'ignoredError'].includes(each.name)) return true;
      const key = each.attributes.ref === undefined ? 'sqref' : 'ref';
      const areas = readAreas(each.attributes[key])
        .map(follow)
        .filter((area) => area !== null);
      each.attributes[key] = writeAreas(areas);
      return areas.length > 0;
    });
    if (holder !== root && holder.children.length === 0)
      root.children = root.children.filter((each) => each !== holder);
  }
}

/** Children of `<worksheet>`, ECMA-376 part 1, 18.3.1.99. */
const ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter ' +
  'sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks ' +
  'printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags ' +
  'drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'
).split(' ');
