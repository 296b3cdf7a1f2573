/** A whole workbook as plain data: what files are read into, and what tests compare. */
import type {
  Area,
  Cell,
  ConditionalFormat,
  DataValidation,
  DefinedName,
  Line,
  Note,
  Page,
  Sheet,
  Visibility,
  Workbook,
} from './workbook.ts';

export interface WorkbookContents {
  readonly name: string;
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  /** Position of the active sheet. */
  readonly active: number;
  readonly sheets: readonly SheetContents[];
  /** `scope` is the sheet's position here, not its id. */
  readonly names: readonly (Omit<DefinedName, 'scope'> & { readonly scope: number | null })[];
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface SheetContents {
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly protected: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly page: Page;
  readonly filter: Area | null;
  /** Only cells that differ from `emptyCell`, by row, then column. */
  readonly cells: readonly (Cell & { readonly row: number; readonly column: number })[];
  readonly merges: readonly Area[];
  readonly rows: Readonly<Record<number, Line>>;
  readonly columns: Readonly<Record<number, Line>>;
  readonly conditionalFormats: readonly Omit<ConditionalFormat, 'id'>[];
  readonly dataValidations: readonly DataValidation[];
  readonly notes: readonly Note[];
}

/** Selection and ids are left out: they do not survive a file. */
export function contentsOf(workbook: Workbook): WorkbookContents {
  const position = new Map(workbook.sheets.map((sheet, at) => [sheet.id, at]));
  return {
    name: workbook.name,
    date1904: workbook.date1904,
    structureProtected: workbook.structureProtected,
    active: workbook.sheets.indexOf(workbook.active),
    sheets: workbook.sheets.map(sheetContents),
    names: workbook
      .names()
      .map((name) => ({ ...name, scope: name.scope === null ? null : (position.get(name.scope) ?? null) })),
    settings: Object.fromEntries(workbook.settings),
  };
}

/** Writes `contents` into a workbook that has a single empty sheet, which becomes the first one. */
export function fillWorkbook(workbook: Workbook, contents: WorkbookContents): void {
  workbook.name = contents.name;
  workbook.date1904 = contents.date1904;
  const sheets = contents.sheets.map((each, at) => {
    const first = at === 0 ? workbook.sheets[0] : undefined;
    if (!first) return workbook.addSheet(each.name);
    first.name = each.name;
    return first;
  });
  contents.sheets.forEach((each, at) => {
    fillSheet(sheets[at]!, each);
  });
  for (const name of contents.names) {
    workbook.setName({ ...name, scope: name.scope === null ? null : sheets[name.scope]!.id });
  }
  for (const [key, value] of Object.entries(contents.settings)) workbook.settings.set(key, value);
  const active = sheets[contents.active];
  if (active) workbook.activate(active);
  workbook.structureProtected = contents.structureProtected;
}

export function sheetContents(sheet: Sheet): SheetContents {
  const cells: (Cell & { row: number; column: number })[] = [];
  sheet.eachCell((row, column, cell) => cells.push({ row, column, ...cell }));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    protected: sheet.protected,
    frozen: sheet.frozen,
    page: sheet.page,
    filter: sheet.filter,
    cells,
    merges: [...sheet.merges()].sort((a, b) => a.top - b.top || a.left - b.left),
    rows: Object.fromEntries(sheet.lines('rows')),
    columns: Object.fromEntries(sheet.lines('columns')),
    conditionalFormats: sheet.conditionalFormats().map(({ id: _, ...format }) => format),
    dataValidations: sheet.dataValidations(),
    notes: sheet.notes(),
  };
}

function fillSheet(sheet: Sheet, contents: SheetContents): void {
  for (const { row, column, value, formula, numberFormat, style } of contents.cells) {
    const area = { top: row, left: column, bottom: row, right: column };
    if (numberFormat !== 'General') sheet.setNumberFormat(area, numberFormat);
    if (Object.keys(style).length > 0) sheet.setStyle(area, style);
    if (formula !== null) sheet.setContents(row, column, [[{ formula, value }]]);
    else if (value !== null) sheet.setContents(row, column, [[{ value }]]);
  }
  sheet.mergeAll(contents.merges);
  for (const axis of ['rows', 'columns'] as const) {
    for (const [at, line] of Object.entries(contents[axis])) sheet.setLines(axis, Number(at), Number(at), line);
  }
  sheet.setConditionalFormats(contents.conditionalFormats.map((format, at) => ({ ...format, id: `file-${at}` })));
  sheet.setDataValidations(contents.dataValidations);
  sheet.setNotes(contents.notes);
  sheet.frozen = contents.frozen;
  sheet.page = contents.page;
  sheet.filter = contents.filter;
  sheet.tabColor = contents.tabColor;
  sheet.showGridlines = contents.showGridlines;
  sheet.visibility = contents.visibility;
  sheet.protected = contents.protected;
}
