/** The workbook in memory: what tests open, and what the contract of `workbook.ts` is measured by. */

import type { Shift } from './areas.ts';
import { calculate } from './calculate.ts';
import { fillWorkbook, type WorkbookContents } from './contents.ts';
import { MemorySheet, type Owner } from './memory-sheet.ts';
import { breakReferences, renameReferences, shiftReferences } from './references.ts';
import { sameName } from './sheet-names.ts';
import type { Area, CellValue, DefinedName, Sheet, Workbook, WorkbookEvent } from './workbook.ts';

/** Sheets by name, each a block of values that begins at A1; strings that begin with `=` are formulas. */
export type Blocks = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** Opens contents that were read from a file, or blocks of values. */
export function openMemory(source: WorkbookContents | { readonly name?: string; readonly blocks: Blocks }): Workbook {
  const workbook = new MemoryWorkbook();
  if ('sheets' in source) {
    fillWorkbook(workbook, source);
    return workbook;
  }
  workbook.name = source.name ?? '工作簿1.xlsx';
  Object.entries(source.blocks).forEach(([name, rows], at) => {
    const sheet = at === 0 ? workbook.sheets[0]! : workbook.addSheet(name);
    sheet.name = name;
    if (rows.length === 0) return;
    sheet.setContents(
      0,
      0,
      rows.map((row) => row.map(blockContent)),
    );
  });
  return workbook;
}

function blockContent(value: CellValue) {
  return typeof value === 'string' && value.startsWith('=') ? { formula: value } : { value };
}

class MemoryWorkbook implements Workbook, Owner {
  name = '工作簿1.xlsx';
  date1904 = false;
  structureProtected = false;
  readonly settings = new Map<string, unknown>();
  readonly #sheets: MemorySheet[];
  #active: MemorySheet;
  #selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  #names: DefinedName[] = [];
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  #byPerson = false;
  /** Something changed that formulas may depend on. */
  #stale = false;
  #made = 0;

  constructor() {
    this.#active = this.#make('Sheet1');
    this.#sheets = [this.#active];
  }

  get sheets(): readonly MemorySheet[] {
    return [...this.#sheets];
  }

  get active(): Sheet {
    return this.#active;
  }

  get selection(): Area {
    return this.#selection;
  }

  activate(sheet: Sheet): void {
    if (sheet === this.#active) return;
    this.#active = this.#own(sheet);
    this.#tell({ type: 'activated', sheet, byPerson: this.#byPerson });
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.#selection = area;
    this.#tell({ type: 'selected', sheet, area, byPerson: this.#byPerson });
  }

  addSheet(name: string, at = this.#sheets.length): Sheet {
    const sheet = this.#make(name);
    this.#sheets.splice(at, 0, sheet);
    this.#tell({ type: 'added', sheet, byPerson: this.#byPerson });
    return sheet;
  }

  removeSheet(sheet: Sheet): void {
    const at = this.#sheets.indexOf(this.#own(sheet));
    this.#sheets.splice(at, 1);
    this.#names = this.#names.filter((name) => name.scope !== sheet.id);
    this.#rewrite((formula) => breakReferences(formula, sheet.name));
    this.#tell({ type: 'removed', sheet, byPerson: this.#byPerson });
    if (this.#active !== sheet) return;
    const visible = this.#sheets.filter((each) => each.visibility === 'Visible');
    this.activate(visible.find((each) => this.#sheets.indexOf(each) >= at) ?? visible.at(-1) ?? this.#sheets[0]!);
  }

  moveSheet(sheet: Sheet, at: number): void {
    const own = this.#own(sheet);
    this.#sheets.splice(this.#sheets.indexOf(own), 1);
    this.#sheets.splice(at, 0, own);
  }

  names(): readonly DefinedName[] {
    return [...this.#names];
  }

  setName(name: DefinedName): void {
    const at = this.#names.findIndex((each) => each.scope === name.scope && sameName(each.name, name.name));
    this.#names.splice(at < 0 ? this.#names.length : at, 1, name);
  }

  removeName(name: string, scope: string | null): void {
    this.#names = this.#names.filter((each) => each.scope !== scope || !sameName(each.name, name));
  }

  listen(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  byPerson(action: () => void): void {
    this.#byPerson = true;
    try {
      action();
    } finally {
      this.#byPerson = false;
    }
  }

  async settled(): Promise<void> {
    // Formulas that refer to formulas need another round; real chains here are two or three long.
    for (let round = 0; this.#stale && round < 10; round += 1) this.#stale = this.#calculate();
    this.#stale = false;
  }

  edited(sheet: MemorySheet, area: Area, change: Extract<WorkbookEvent, { type: 'edited' }>['change']): void {
    this.#stale = true;
    this.#tell({ type: 'edited', sheet, area, change, byPerson: this.#byPerson });
  }

  renamed(sheet: MemorySheet, before: string): void {
    this.#rewrite((formula) => renameReferences(formula, before, sheet.name));
    this.#tell({ type: 'renamed', sheet, before, byPerson: this.#byPerson });
  }

  shifted(sheet: MemorySheet, shift: Shift): void {
    this.#rewrite((formula, own) => shiftReferences(formula, own, sheet.name, shift));
  }

  #make(name: string): MemorySheet {
    this.#made += 1;
    return new MemorySheet(`{00000000-0000-4000-8000-${String(this.#made).padStart(12, '0')}}`, name, this);
  }

  #own(sheet: Sheet): MemorySheet {
    const own = this.#sheets.find((each) => each === sheet);
    if (!own) throw new Error(`sheet ${sheet.id} is not of this workbook`);
    return own;
  }

  /** `own` is the name of the sheet that a formula stands on or is scoped to. */
  #rewrite(rewrite: (formula: string, own: string | null) => string): void {
    this.#stale = true;
    for (const sheet of this.#sheets) sheet.rewriteFormulas((formula) => rewrite(formula, sheet.name));
    this.#names = this.#names.map((name) => ({ ...name, formula: rewrite(name.formula, null) }));
  }

  /** True when a result changed. */
  #calculate(): boolean {
    let changed = false;
    for (const sheet of this.#sheets) {
      const results: [number, number, CellValue][] = [];
      sheet.eachCell((row, column, cell) => {
        if (cell.formula === null) return;
        // What cannot be calculated keeps the value of its file, and without one shows as an error rather than as blank.
        const value = calculate(cell.formula, this, sheet) ?? cell.value ?? { error: '#NAME?' };
        if (!sameResult(value, cell.value)) results.push([row, column, value]);
      });
      for (const [row, column, value] of results) sheet.setResult(row, column, value);
      changed ||= results.length > 0;
    }
    return changed;
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** Two programs that sum decimals in another order differ in the last digits: nothing changed by that. */
function sameResult(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  return JSON.stringify(a) === JSON.stringify(b);
}
