/** A sheet of the in-memory workbook. */
import {
  anyOverlap,
  areaOver,
  eachPlace,
  intersectAreas,
  overRows,
  type Shift,
  shiftArea,
  shiftAreas,
  shiftKeys,
} from './areas.ts';
import { contentParts, isEmpty, patchStyle } from './cells.ts';
import {
  type Area,
  type Axis,
  type Cell,
  type ConditionalFormat,
  type Content,
  type DataValidation,
  emptyCell,
  type Line,
  type Note,
  type Sheet,
  type StylePatch,
  usualPage,
  type Visibility,
} from './workbook.ts';

/** What a sheet tells its workbook. */
export interface Owner {
  edited(sheet: MemorySheet, area: Area, change: 'RangeEdited' | `${'Row' | 'Column'}${'Inserted' | 'Deleted'}`): void;
  renamed(sheet: MemorySheet, before: string): void;
  /** Rows or columns came or went: formulas everywhere follow. */
  shifted(sheet: MemorySheet, shift: Shift): void;
}

export class MemorySheet implements Sheet {
  readonly id: string;
  visibility: Visibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  protected = false;
  frozen = { rows: 0, columns: 0 };
  page = usualPage;
  filter: Area | null = null;
  #name: string;
  readonly #owner: Owner;
  #rows = new Map<number, Map<number, Cell>>();
  #merges: readonly Area[] = [];
  readonly #lines: Record<Axis, Map<number, Line>> = { rows: new Map(), columns: new Map() };
  #conditionalFormats: readonly ConditionalFormat[] = [];
  #dataValidations: readonly DataValidation[] = [];
  #notes: readonly Note[] = [];

  constructor(id: string, name: string, owner: Owner) {
    this.id = id;
    this.#name = name;
    this.#owner = owner;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    const before = this.#name;
    this.#name = name;
    this.#owner.renamed(this, before);
  }

  cell(row: number, column: number): Cell {
    return this.#rows.get(row)?.get(column) ?? emptyCell;
  }

  eachCell(visit: (row: number, column: number, cell: Cell) => void): void {
    for (const [row, cells] of this.#rows) for (const [column, cell] of cells) visit(row, column, cell);
  }

  usedArea(valuesOnly: boolean): Area | null {
    let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
    this.eachCell((row, column, cell) => {
      if (valuesOnly && cell.value === null && cell.formula === null) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  setContents(top: number, left: number, rows: readonly (readonly (Content | null)[])[]): void {
    rows.forEach((contents, r) => {
      contents.forEach((content, c) => {
        if (content) this.#set(top + r, left + c, contentParts(content));
      });
    });
    const right = left + Math.max(...rows.map((contents) => contents.length)) - 1;
    this.#owner.edited(this, { top, left, bottom: top + rows.length - 1, right }, 'RangeEdited');
  }

  setNumberFormat(area: Area, format: string | readonly (readonly (string | null)[])[]): void {
    eachPlace(area, (row, column) => {
      const numberFormat = typeof format === 'string' ? format : format[row - area.top]?.[column - area.left];
      if (numberFormat) this.#set(row, column, { numberFormat });
    });
  }

  setStyle(area: Area, patch: StylePatch): void {
    eachPlace(area, (row, column) => {
      this.#set(row, column, { style: patchStyle(this.cell(row, column).style, patch) });
    });
  }

  clear(area: Area, what: 'contents' | 'formats' | 'all'): void {
    const parts = {
      ...(what === 'formats' ? {} : { value: null, formula: null }),
      ...(what === 'contents' ? {} : { numberFormat: 'General', style: {} }),
    };
    const cells: [number, number][] = [];
    this.eachCell((row, column) => {
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) {
        cells.push([row, column]);
      }
    });
    for (const [row, column] of cells) this.#set(row, column, parts);
    if (what !== 'formats') this.#owner.edited(this, area, 'RangeEdited');
  }

  merges(): readonly Area[] {
    return this.#merges;
  }

  merge(area: Area): void {
    this.unmerge(area);
    this.#merges = [...this.#merges, area];
    this.#emptyUnder([area]);
  }

  /** Files have tens of thousands: each is not held against all others. */
  mergeAll(areas: readonly Area[]): void {
    if (this.#merges.length > 0 || anyOverlap(areas)) {
      for (const area of areas) this.merge(area);
      return;
    }
    this.#merges = [...areas];
    this.#emptyUnder(areas);
  }

  /** Excel keeps the first cell only. */
  #emptyUnder(areas: readonly Area[]): void {
    const over = overRows(areas);
    const rows = [...this.#rows].sort(([a], [b]) => a - b);
    for (const [row, cells] of rows) {
      const merged = over(row);
      if (merged.length === 0) continue;
      for (const [column, { value }] of [...cells]) {
        const area = value === null ? undefined : areaOver(merged, column);
        if (area && (row > area.top || column > area.left)) this.#set(row, column, { value: null, formula: null });
      }
    }
  }

  unmerge(area: Area): void {
    this.#merges = this.#merges.filter((merged) => !intersectAreas(merged, area));
  }

  lines(axis: Axis): ReadonlyMap<number, Line> {
    return this.#lines[axis];
  }

  setLines(axis: Axis, from: number, to: number, line: Partial<Line>): void {
    const lines = this.#lines[axis];
    for (let at = from; at <= to; at += 1) {
      const next = { hidden: false, size: null, ...lines.get(at), ...line };
      if (next.hidden || next.size !== null) lines.set(at, next);
      else lines.delete(at);
    }
  }

  insertLines(axis: Axis, at: number, count: number): void {
    this.#shift({ axis, at, count });
  }

  removeLines(axis: Axis, at: number, count: number): void {
    this.#shift({ axis, at, count: -count });
  }

  conditionalFormats(): readonly ConditionalFormat[] {
    return this.#conditionalFormats;
  }

  setConditionalFormats(formats: readonly ConditionalFormat[]): void {
    this.#conditionalFormats = formats;
  }

  dataValidations(): readonly DataValidation[] {
    return this.#dataValidations;
  }

  setDataValidations(validations: readonly DataValidation[]): void {
    this.#dataValidations = validations;
  }

  notes(): readonly Note[] {
    return this.#notes;
  }

  setNotes(notes: readonly Note[]): void {
    this.#notes = notes;
  }

  /** Gives a formula its calculated value, which is no edit. */
  setResult(row: number, column: number, value: Cell['value']): void {
    this.#set(row, column, { value });
  }

  /** Lets every formula of the sheet be rewritten, those of its conditional formats too. */
  rewriteFormulas(rewrite: (formula: string) => string): void {
    this.eachCell((row, column, cell) => {
      if (cell.formula === null) return;
      const formula = rewrite(cell.formula);
      if (formula !== cell.formula) this.#set(row, column, { formula });
    });
    this.#conditionalFormats = this.#conditionalFormats.map((format) => ({
      ...format,
      formula: format.formula === null ? null : rewrite(format.formula),
      formula2: format.formula2 === null ? null : rewrite(format.formula2),
    }));
  }

  #shift(shift: Shift): void {
    const { axis, at, count } = shift;
    this.#rows =
      axis === 'rows'
        ? shiftKeys(this.#rows, shift)
        : new Map([...this.#rows].map(([row, cells]) => [row, shiftKeys(cells, shift)]));
    this.#lines[axis] = shiftKeys(this.#lines[axis], shift);
    this.#merges = shiftAreas(this.#merges, shift).filter(
      ({ top, left, bottom, right }) => top < bottom || left < right,
    );
    this.#conditionalFormats = this.#conditionalFormats
      .map((format) => ({ ...format, areas: shiftAreas(format.areas, shift) }))
      .filter((format) => format.areas.length > 0);
    this.#dataValidations = this.#dataValidations
      .map((validation) => ({ ...validation, areas: shiftAreas(validation.areas, shift) }))
      .filter((validation) => validation.areas.length > 0);
    this.filter = this.filter && shiftArea(this.filter, shift);
    this.#notes = this.#notes.flatMap((note) => {
      const place = shiftArea({ top: note.row, left: note.column, bottom: note.row, right: note.column }, shift);
      return place ? [{ ...note, row: place.top, column: place.left }] : [];
    });
    this.#owner.shifted(this, shift);
    const lines = { first: at, last: at + Math.abs(count) - 1 };
    this.#owner.edited(
      this,
      axis === 'rows'
        ? { top: lines.first, bottom: lines.last, left: 0, right: 16_383 }
        : { top: 0, bottom: 1_048_575, left: lines.first, right: lines.last },
      `${axis === 'rows' ? 'Row' : 'Column'}${count > 0 ? 'Inserted' : 'Deleted'}`,
    );
  }

  #set(row: number, column: number, parts: Partial<Cell>): void {
    const cell = { ...this.cell(row, column), ...parts };
    const cells = this.#rows.get(row) ?? new Map<number, Cell>();
    if (isEmpty(cell)) cells.delete(column);
    else cells.set(column, cell);
    if (cells.size > 0) this.#rows.set(row, cells);
    else this.#rows.delete(row);
  }
}
