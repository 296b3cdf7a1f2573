import { cellAddress, parseAddress } from '../model/addresses.ts';
import type { Cell, Place, SheetSnapshot, WorkbookSnapshot } from '../model.ts';
import { isPersonal } from './cells.ts';
import { withoutNumbers } from './texts.ts';

/**
 * Cells of an arrived snapshot that still hold what looks personal (decision mask-7): values that masking turned into tokens,
 * and id, mobile and card numbers anywhere. `masked` is the same snapshot after masking. Addresses only, never values.
 */
export function remaining(arrived: WorkbookSnapshot, masked: WorkbookSnapshot): readonly Place[] {
  const bySheet = new Map(masked.sheets.map((sheet) => [sheet.name, sheet]));
  return arrived.sheets.flatMap((sheet) => {
    const name = plain(sheet.name);
    const after = bySheet.get(name);
    const places = placesOf(sheet, after, name);
    return name === sheet.name ? places : [{ sheet: name, address: sheet.address }, ...places];
  });
}

function placesOf(sheet: SheetSnapshot, after: SheetSnapshot | undefined, name: string): readonly Place[] {
  const origin = parseAddress(sheet.address) ?? { top: 0, left: 0 };
  const places: Place[] = [];
  sheet.values.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!looksPersonal(cell, after?.values[row]?.[column] ?? null)) return;
      places.push({ sheet: name, address: cellAddress(origin.top + row, origin.left + column) });
    });
  });
  return places;
}

function looksPersonal(before: Cell, after: Cell): boolean {
  if (typeof before === 'number')
    return isPersonal(after) || (before >= 1e10 && plain(String(before)) !== String(before));
  if (typeof before !== 'string') return false;
  return (
    isPersonal(after) || (typeof after === 'string' && tokensIn(after) > tokensIn(before)) || plain(before) !== before
  );
}

function tokensIn(text: string): number {
  return text.split('〔').length;
}

function plain(text: string): string {
  return withoutNumbers(text, () => '000000000000');
}
