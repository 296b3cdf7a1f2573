/**
 * The one workbook that the preview knows. The batch engine reads and writes it, .xlsx files are mapped to and from it;
 * `memory.ts` implements it for tests and `univer/` over the visible grid. `test/preview/contract.ts` runs against both.
 *
 * Rows and columns are 0-based, areas inclusive. Nothing here validates or forbids: names, protection and sizes are
 * judged by the batch engine, so that both implementations answer alike.
 */
import type { Area } from '../../shared/model/reading.ts';

export type { Area };

export interface Workbook {
  /** File name, with its ending. */
  name: string;
  /** Set once, before there are cells. */
  date1904: boolean;
  /** True where sheets may not be added, deleted, renamed, moved or hidden. */
  structureProtected: boolean;
  /** In tab order, hidden ones included. */
  readonly sheets: readonly Sheet[];
  readonly active: Sheet;
  /** On the active sheet; the first area if there are several. */
  readonly selection: Area;
  /** What add-ins keep in the workbook; the values are JSON. */
  readonly settings: Map<string, unknown>;

  activate(sheet: Sheet): void;
  /** Activates the sheet as well. */
  select(sheet: Sheet, area: Area): void;
  /** `at` is the tab position; at the end when left out. The new sheet is not activated. */
  addSheet(name: string, at?: number): Sheet;
  removeSheet(sheet: Sheet): void;
  moveSheet(sheet: Sheet, at: number): void;
  /** Hidden ones included, of the workbook and of every sheet. */
  names(): readonly DefinedName[];
  /** Adds the name, or replaces the one of the same name and scope. */
  setName(name: DefinedName): void;
  removeName(name: string, scope: string | null): void;

  /** Hears every event until the returned function is called. */
  listen(listener: (event: WorkbookEvent) => void): () => void;
  /** Changes and selections made in `action` count as a person's, as if typed into the grid. */
  byPerson(action: () => void): void;
  /** Resolves when what was written has been calculated and may be read. */
  settled(): Promise<void>;
}

export interface Sheet {
  readonly id: string;
  /** Setting it also renames the sheet in formulas, names and conditional formats. */
  name: string;
  visibility: Visibility;
  /** `#RRGGBB`, or empty. */
  tabColor: string;
  showGridlines: boolean;
  protected: boolean;
  /** Rows and columns that stay in view. */
  frozen: { readonly rows: number; readonly columns: number };
  /** How it is printed; which rows and columns are printed on every page stands in a name of the sheet. */
  page: Page;
  /** What is filtered, headings first. */
  filter: Area | null;

  /** Never null: a cell without anything is `emptyCell`. In a merged area only the first cell has content. */
  cell(row: number, column: number): Cell;
  /** Cells that have a value, a formula, a format or a style of their own, in any order. */
  eachCell(visit: (row: number, column: number, cell: Cell) => void): void;
  /** Smallest area around all cells, or with `valuesOnly` around those with a value or formula; null when there is none. */
  usedArea(valuesOnly: boolean): Area | null;

  /** Writes a block that begins at `top`, `left`; null leaves a cell as it is. */
  setContents(top: number, left: number, rows: readonly (readonly (Content | null)[])[]): void;
  /** One format for the area, or one per cell, null leaving a cell as it is. */
  setNumberFormat(area: Area, format: string | readonly (readonly (string | null)[])[]): void;
  /** Members that are set replace those of the cells; undefined leaves, null takes back to the default. */
  setStyle(area: Area, style: StylePatch): void;
  clear(area: Area, what: 'contents' | 'formats' | 'all'): void;

  merges(): readonly Area[];
  merge(area: Area): void;
  /** As `merge` for each. */
  mergeAll(areas: readonly Area[]): void;
  /** Takes apart every merged area that touches `area`. */
  unmerge(area: Area): void;

  /** Rows or columns that are hidden or have a size of their own. */
  lines(axis: Axis): ReadonlyMap<number, Line>;
  setLines(axis: Axis, from: number, to: number, line: Partial<Line>): void;
  /**
   * Puts `count` empty rows or columns before `at`. Cells, merges, hidden lines, conditional formats, validations, notes
   * move along, and references in formulas and names (those within CELL and HYPERLINK too) follow.
   */
  insertLines(axis: Axis, at: number, count: number): void;
  /** References to what is gone become `#REF!`. */
  removeLines(axis: Axis, at: number, count: number): void;

  /** In order of priority, the one on top first. */
  conditionalFormats(): readonly ConditionalFormat[];
  /** Replaces the whole list; entries are told apart by `id`. */
  setConditionalFormats(formats: readonly ConditionalFormat[]): void;
  dataValidations(): readonly DataValidation[];
  setDataValidations(validations: readonly DataValidation[]): void;
  notes(): readonly Note[];
  setNotes(notes: readonly Note[]): void;
}

export interface Page {
  readonly landscape: boolean;
  /** Excel's number of it in a file, 9 for A4; null for the printer's own. */
  readonly paper: number | null;
  /** On so many pages, 0 for as many as it takes; null where it is printed as large as it is. */
  readonly fit: { readonly wide: number; readonly tall: number } | null;
  /** Between the sides of the page. */
  readonly centred: boolean;
  /** With the lines between its cells. */
  readonly gridlines: boolean;
  /** In points. */
  readonly margins: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;
  /** With Excel's codes, `&L`, `&C` and `&R` before what stands left, in the middle and right. */
  readonly footer: string;
}

export type Axis = 'rows' | 'columns';
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** Dates are serial numbers of the workbook's own date system. */
export type CellValue = string | number | boolean | CellError | null;

export interface CellError {
  /** `#REF!`, `#DIV/0!` … */
  readonly error: string;
}

export interface Cell {
  /** Of a formula: its result. */
  readonly value: CellValue;
  /** In English A1 notation, beginning with `=`, or null. */
  readonly formula: string | null;
  /** Excel's code, `General` unless set. */
  readonly numberFormat: string;
  readonly style: Style;
}

/** `value` beside a formula is a result known beforehand (from a file); it stands until something is calculated. */
export type Content = { readonly value: CellValue } | { readonly formula: string; readonly value?: CellValue };

export interface Style {
  /** Colours are `#RRGGBB`. */
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly fontName?: string;
  /** In points. */
  readonly fontSize?: number;
  readonly horizontal?: 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
  readonly vertical?: 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
  readonly wrap?: boolean;
  readonly top?: Border;
  readonly left?: Border;
  readonly bottom?: Border;
  readonly right?: Border;
  /** Locked unless false; matters only on a protected sheet. */
  readonly locked?: boolean;
}

export type StylePatch = { readonly [K in keyof Style]?: Style[K] | null };

export interface Border {
  readonly style: 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  readonly color: string;
}

export interface Line {
  readonly hidden: boolean;
  /** Height or width in points; null is the sheet's default. Excel's 8.43 characters are 48 points. */
  readonly size: number | null;
}

export interface DefinedName {
  readonly name: string;
  /** Id of the sheet it belongs to, or null for the workbook. */
  readonly scope: string | null;
  /** Beginning with `=`. */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
}

export interface ConditionalFormat {
  /** Unique on the sheet; not kept by files. */
  readonly id: string;
  /** Absolute; the first cell of the first area is the one that relative references in the formula are seen from. */
  readonly areas: readonly Area[];
  /** As Excel.ConditionalFormatType; only `Custom` and `CellValue` are drawn. */
  readonly type: string;
  /** Of a custom rule, beginning with `=`; of a cell-value rule its first formula. */
  readonly formula: string | null;
  readonly formula2: string | null;
  /** Of a cell-value rule, as Excel.ConditionalCellValueOperator. */
  readonly operator: string | null;
  readonly stopIfTrue: boolean;
  readonly style: Pick<
    Style,
    'fill' | 'color' | 'bold' | 'italic' | 'underline' | 'strike' | 'top' | 'left' | 'bottom' | 'right'
  > & {
    /** In the place of the cells' own. */
    readonly numberFormat?: string;
  };
  /** What a file says that is not modelled here; travels along untouched. */
  readonly rest?: unknown;
}

export interface DataValidation {
  readonly areas: readonly Area[];
  /** As Excel.DataValidationType. */
  readonly type: string;
  /** As Excel.DataValidationRule. */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly title: string; readonly message: string; readonly show: boolean } | null;
  readonly alert: {
    readonly title: string;
    readonly message: string;
    readonly style: 'Stop' | 'Warning' | 'Information';
    readonly show: boolean;
  } | null;
  readonly rest?: unknown;
}

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
  readonly rest?: unknown;
}

export type WorkbookEvent =
  | { readonly type: 'selected'; readonly sheet: Sheet; readonly area: Area; readonly byPerson: boolean }
  /** Contents only; formats, styles and recalculated results are not edits. */
  | {
      readonly type: 'edited';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly change: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
      readonly byPerson: boolean;
    }
  | { readonly type: 'activated' | 'added' | 'removed'; readonly sheet: Sheet; readonly byPerson: boolean }
  | { readonly type: 'renamed'; readonly sheet: Sheet; readonly before: string; readonly byPerson: boolean };

/** Of a new sheet in Excel. */
export const usualPage: Page = {
  landscape: false,
  paper: null,
  fit: null,
  centred: false,
  gridlines: false,
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  footer: '',
};

export const emptyCell: Cell = { value: null, formula: null, numberFormat: 'General', style: {} };
