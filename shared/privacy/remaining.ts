import { cellAddress, parseAddress } from '../model/addresses.ts';
import { sheetWords } from '../model/tokens.ts';
import type { Place, SheetSnapshot, WorkbookSnapshot } from '../model.ts';

/**
 * Places of an arrived snapshot that hold what nothing explains (RULINGS PV13): all that masking it again has changed. `masked`
 * is the same snapshot after that. Addresses only, never values; a sheet whose name is at fault by its place.
 */
export function remaining(arrived: WorkbookSnapshot, masked: WorkbookSnapshot): readonly Place[] {
  if (arrived === masked) return [];
  let at = 0;
  const places = arrived.sheets.flatMap((sheet, place) => {
    const after = masked.sheets[at];
    const isSent = after !== undefined && (after.name === sheet.name || after.name.endsWith(`{sheet:${place + 1}}`));
    if (!isSent) return [{ sheet: nameOf(sheet, place), address: sheet.address }];
    at++;
    return after === sheet ? [] : placesOf(sheet, after, place);
  });
  return arrived.name === masked.name ? places : [{ sheet: '', address: 'name' }, ...places];
}

function placesOf(sheet: SheetSnapshot, after: SheetSnapshot, place: number): readonly Place[] {
  const name = after.name === sheet.name ? sheet.name : nameOf(sheet, place);
  const origin = parseAddress(sheet.address) ?? { top: 0, left: 0 };
  const places = sheet.values.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell === (after.values[row]?.[column] ?? null)
        ? []
        : [{ sheet: name, address: cellAddress(origin.top + row, origin.left + column) }],
    ),
  );
  return places.length > 0 ? places : [{ sheet: name, address: sheet.address }];
}

/** The name itself may be somebody's. */
function nameOf({ name }: SheetSnapshot, place: number): string {
  return sheetWords(name) === '' ? name : `{sheet:${place + 1}}`;
}
