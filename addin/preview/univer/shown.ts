/** The workbook on show in Univer: which sheet is which, drawn anew and pointed at from outside. */
import { LocaleType, type Workbook as UniverWorkbook } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { cellCount, intersectAreas, sameArea } from '../areas.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { draw, type View, viewOf } from './drawing.ts';
import { areaOf, rangeOf, sheetData } from './frames.ts';

export interface Shown {
  readonly workbook: Workbook;
  readonly api: FUniver;
  readonly book: NonNullable<ReturnType<FUniver['getActiveWorkbook']>>;
  readonly model: UniverWorkbook;
  readonly views: Map<Sheet, View>;
  /** While true, what Univer tells of is our own doing and not a person's. */
  ours: boolean;
}

export interface Font {
  readonly fontName?: string;
  readonly fontSize?: number;
}

/** Univer's id of the workbook. */
export const unit = 'workbook';

/** Puts the workbook into Univer. Before it is on show it can neither select nor scroll, and selects by itself. */
export function show(api: FUniver, workbook: Workbook, font: Font): Shown {
  api.createWorkbook({
    id: unit,
    name: workbook.name,
    locale: LocaleType.ZH_CN,
    appVersion: '',
    styles: {},
    defaultStyle: { ff: font.fontName ?? '宋体', fs: font.fontSize ?? 11 },
    sheetOrder: workbook.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(
      workbook.sheets.map((sheet) => [sheet.id, sheetData(sheet, sheet.id, workbook.date1904)]),
    ),
  });
  const views = new Map(workbook.sheets.map((sheet) => [sheet, viewOf(sheet, sheet.id)]));
  const book = api.getActiveWorkbook()!;
  return { workbook, api, book, model: book.getWorkbook() as UniverWorkbook, views, ours: true };
}

/** Draws what was changed from outside. Returns true when there was anything to draw. */
export function drawAll(shown: Shown): boolean {
  const { workbook, api, model, views } = shown;
  const mutate = (id: string, sheet: string | null, params: object): void => {
    // As if it came from elsewhere: then Univer does not turn to the sheet that is changed.
    api.syncExecuteCommand(id, { unitId: unit, subUnitId: sheet ?? undefined, ...params }, { fromCollab: true });
  };
  let drawn = false;
  quietly(shown, () => {
    drawn = draw(workbook, views, () => model.getSheetOrders(), mutate);
    if (drawn) point(shown);
  });
  return drawn;
}

/** Turns to the active sheet of the workbook and selects what is selected there. */
export function point(shown: Shown): void {
  const { workbook, book, views } = shown;
  const { active: sheet, selection: area } = workbook;
  const view = views.get(sheet);
  const worksheet = view && book.getSheetBySheetId(view.id);
  if (!worksheet) return;
  quietly(shown, () => {
    if (book.getActiveSheet().getSheetId() !== view.id) worksheet.activate();
    const merged = sheet.merges().find((each) => intersectAreas(each, area));
    const chosen = rangeOf(merged && cellCount(area) === 1 ? merged : area);
    const present = book.getActiveRange()?.getRange();
    if (!present || !sameArea(areaOf(present), areaOf(chosen))) worksheet.getRange(chosen).activate();
  });
  // What is seen is known when the sheet has been painted.
  requestAnimationFrame(() => {
    if (book.getActiveSheet().getSheetId() !== view.id) return;
    const seen = [...(worksheet.getVisibleRangesOfAllViewports()?.values() ?? [])];
    if (seen.some((each) => intersectAreas(areaOf(each), area))) return;
    worksheet.scrollToCell(Math.max(0, area.top - 3), Math.max(0, area.left - 2));
  });
}

/** The sheet that Univer has under this id. */
export function sheetOf({ views }: Shown, id: string): Sheet | undefined {
  return [...views].find(([, view]) => view.id === id)?.[0];
}

function quietly(shown: Shown, action: () => void): void {
  const before = shown.ours;
  shown.ours = true;
  try {
    action();
  } finally {
    shown.ours = before;
  }
}
