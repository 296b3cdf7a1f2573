/** Marks on the person's cells: conditional formats of ours, so that fills, fonts and rules of theirs stay as they are. */

import { parseAddress } from '../../shared/model/addresses.ts';
import { levels, namesOfBefore, ruleFormula } from '../../shared/model/ours.ts';
import type { Area } from '../../shared/model/reading.ts';
import type { Cell, Mark, SheetSnapshot } from '../../shared/model.ts';
import { colours } from '../../shared/report/looks.ts';
import { addressLists } from './areas.ts';
import { cellOf, sameCell, withoutSheet } from './cells.ts';

/** The hidden names that versions before 0.5 made for their rules; null objects where there are none. */
export function loadNamesOfBefore({ names }: Excel.Workbook): Excel.NamedItem[] {
  return namesOfBefore.map((name) => names.getItemOrNullObject(name).load('name'));
}

/** Queues it; only after the rules. */
export function removeNamesOfBefore({ names }: Excel.Workbook, present: readonly Excel.NamedItem[]): void {
  for (const [index, name] of namesOfBefore.entries()) if (!present[index]?.isNullObject) names.getItem(name).delete();
}

/** What to look at after the next sync: did the marks land on the cells that were meant? */
export interface Landing {
  readonly formats: readonly Excel.ConditionalFormat[];
  /** Cells, 0-based, that hold something else than was read. */
  missed(): readonly { readonly row: number; readonly column: number }[];
}

export function addMarks(sheet: Excel.Worksheet, snapshot: SheetSnapshot, marks: readonly Mark[]): Landing {
  const formats: Excel.ConditionalFormat[] = [];
  const marked: Excel.RangeCollection[] = [];
  for (const level of levels) {
    const addresses = marks.filter((mark) => mark.level === level).map(({ address }) => address);
    for (const list of addressLists(addresses)) {
      const areas = sheet.getRanges(list);
      // Excel puts a new rule on top, so it shows over the person's, and theirs come back unharmed when it goes.
      const format = areas.conditionalFormats.add('Custom');
      format.custom.format.fill.color = colours[level].fill;
      format.custom.format.font.color = colours[level].font;
      if (level === 'gap') format.custom.format.font.bold = true;
      format.stopIfTrue = false;
      // Last, so that one whose writing broke off is known by its colours.
      format.custom.rule.formula = ruleFormula(level);
      formats.push(format.load('id'));
      // In the same batch as the rules, so that nobody comes between.
      marked.push(areas.areas.load('items/address,items/values'));
    }
  }
  return {
    formats,
    missed() {
      return marked.flatMap(({ items }) =>
        items.flatMap(({ address, values }) => unlike(snapshot, withoutSheet(address), values)),
      );
    },
  };
}

/** What was not read is like anything. */
function unlike(snapshot: SheetSnapshot, address: string, values: readonly (readonly unknown[])[]) {
  const area = parseAddress(address)!;
  const origin = parseAddress(snapshot.address)!;
  const before = (row: number, column: number): Cell =>
    snapshot.values[row - origin.top]?.[column - origin.left] ?? null;
  return values.flatMap((line, index) =>
    line.flatMap((value, offset) => {
      const [row, column] = [area.top + index, area.left + offset];
      if (snapshot.beyond && !isWithin(origin, row, column)) return [];
      return sameCell(cellOf(value), before(row, column)) ? [] : [{ row, column }];
    }),
  );
}

function isWithin({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
