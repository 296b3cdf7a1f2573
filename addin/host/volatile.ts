/** Cells that change by themselves: whoever reads them twice reads two values, and nobody has touched the workbook. */
import { cellAddress } from '../../shared/model/addresses.ts';
import { sync } from './syncs.ts';

/** OFFSET and INDIRECT are calculated each time too, but come to something else only when another cell does. */
const changing = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\s*\(/i;
/** Formulas asked for at once. */
const perTrip = 2000;

export interface Differing {
  /** Of the sheet. */
  readonly id: string;
  readonly name: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
}

/** Of cells that hold something else than before: the first that somebody changed, as `表!B4`; null where all did by themselves. */
export async function firstChanged(context: Excel.RequestContext, cells: readonly Differing[]): Promise<string | null> {
  // Most often the first one tells.
  for (let from = 0, to = 1; from < cells.length; [from, to] = [to, to + perTrip]) {
    const asked = cells.slice(from, to).map((cell) => ({
      cell,
      range: context.workbook.worksheets
        .getItem(cell.id)
        .getRangeByIndexes(cell.row, cell.column, 1, 1)
        .load('formulas'),
    }));
    await sync(context);
    const changed = asked.find(({ range }) => !isChanging(range.formulas[0]?.[0]));
    if (changed) return `${changed.cell.name}!${cellAddress(changed.cell.row, changed.cell.column)}`;
  }
  return null;
}

/** What stands in quotes is no function. */
export function isChanging(formula: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && changing.test(formula.replace(/"[^"]*"/g, ''));
}
