/** Which file a workbook was opened from, and where its cells have moved since. */
import { type Shift, shiftKeys } from '../areas.ts';
import { type SheetContents, sheetContents } from '../contents.ts';
import type { Axis, Sheet, Style, Workbook } from '../workbook.ts';
import type { Parts } from './parts.ts';

export interface Origin {
  readonly parts: Parts;
  /** The sheet in front. */
  readonly active: Sheet;
  /** By sheet id; sheets that were added later have none. */
  readonly sheets: ReadonlyMap<string, SheetOrigin>;
  /** Of cells that have no font of their own. */
  readonly font: Pick<Style, 'fontName' | 'fontSize'>;
}

export interface SheetOrigin {
  readonly path: string;
  readonly name: string;
  /** As it was opened. */
  readonly opened: SheetContents;
  /** Rows and columns that came or went since, in order. */
  readonly shifts: readonly Shift[];
}

const origins = new WeakMap<Workbook, Origin>();

export function originOf(workbook: Workbook): Origin | undefined {
  return origins.get(workbook);
}

/** Remembers the file and follows what is inserted and deleted from now on. `paths` are in tab order. */
export function rememberOrigin(workbook: Workbook, parts: Parts, paths: readonly string[], font: Origin['font']): void {
  const shifts = new Map<Sheet, Shift[]>(workbook.sheets.map((sheet) => [sheet, []]));
  const sheets = workbook.sheets.map((sheet, at): [string, SheetOrigin] => [
    sheet.id,
    { path: paths[at]!, name: sheet.name, opened: sheetContents(sheet), shifts: shifts.get(sheet)! },
  ]);
  origins.set(workbook, { parts, active: workbook.active, sheets: new Map(sheets), font });
  workbook.listen((event) => {
    if (event.type !== 'edited' || event.change === 'RangeEdited') return;
    const { top, left, bottom, right } = event.area;
    const rows = event.change.startsWith('Row');
    const count = rows ? bottom - top + 1 : right - left + 1;
    shifts.get(event.sheet)?.push({
      axis: rows ? 'rows' : 'columns',
      at: rows ? top : left,
      count: event.change.endsWith('Inserted') ? count : -count,
    });
  });
}

/** What stood at rows (or columns) of the file, by where it stands now. */
export function moved<V>(map: ReadonlyMap<number, V>, axis: Axis, shifts: readonly Shift[]): ReadonlyMap<number, V> {
  return shifts.filter((shift) => shift.axis === axis).reduce<ReadonlyMap<number, V>>(shiftKeys, map);
}
