/** What stands in one cell now, before 填报 puts something there. */
import { addressOf, maxRows, parseAddress } from '../../shared/model/addresses.ts';
import type { Place } from '../../shared/model.ts';
import { withoutSheet } from './cells.ts';
import { HostError, type Standing } from './host.ts';
import { sync } from './syncs.ts';

/** Of the first cell of the place, in one round trip. `canTellMerges`: from ExcelApi 1.13 on. Throws `gone`. */
export async function standingAt({ sheet: name, address }: Place, canTellMerges: boolean): Promise<Standing> {
  const area = parseAddress(address);
  if (!area) throw new HostError('gone', name);
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const protection = sheet.protection.load('protected');
  const cell = sheet.getRangeByIndexes(area.top, area.left, 1, 1).load('values,text,formulas');
  const locked = cell.format.protection.load('locked');
  const merged = canTellMerges && area.top + 1 < maxRows ? askMerged(sheet, area.top, area.left) : null;
  await sync(context);
  if (sheet.isNullObject) throw new HostError('gone', name);
  const value: unknown = cell.values[0]![0];
  const formula: unknown = cell.formulas[0]![0];
  return {
    // A narrow column shows ####.
    text: typeof value === 'string' ? value : (cell.text[0]![0] ?? ''),
    formula: typeof formula === 'string' && formula.startsWith('=') ? formula : null,
    isMerged: merged !== null && !merged.isNullObject && merged.areas.items.some((one) => goesOn(one, area)),
    isProtected: protection.protected && locked.locked !== false,
  };
}

/** Excel tells of a merged area only what lies in the range that is asked about: with the cell below, whether it goes on. */
function askMerged(sheet: Excel.Worksheet, row: number, column: number): Excel.RangeAreas {
  const range = sheet.getRangeByIndexes(row, column, 2, 1);
  return range.getMergedAreasOrNullObject().load('areas/items/address');
}

function goesOn({ address }: Excel.Range, { top, left }: { readonly top: number; readonly left: number }): boolean {
  return withoutSheet(address) === addressOf({ top, left, bottom: top + 1, right: left });
}
