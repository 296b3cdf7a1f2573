/** Marks on the person's cells: conditional formats of ours, so that fills, fonts and rules of theirs stay as they are. */

import { parseAddress } from '../../shared/model/addresses.ts';
import { levels, namesOfBefore, ruleFormula } from '../../shared/model/ours.ts';
import type { Area } from '../../shared/model/reading.ts';
import type { Cell, Mark, MarkLevel, SheetSnapshot } from '../../shared/model.ts';
import { colours } from '../../shared/report/looks.ts';
import { hasRoom } from '../../shared/report/signs.ts';
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

/** `widths` of the columns that were read, in points. */
export function addMarks(
  sheet: Excel.Worksheet,
  snapshot: SheetSnapshot,
  marks: readonly Mark[],
  widths: readonly number[],
): Landing {
  const formats: Excel.ConditionalFormat[] = [];
  const marked: Excel.RangeCollection[] = [];
  for (const { level, sign, addresses } of alike(marks, snapshot, widths)) {
    for (const list of addressLists(addresses)) {
      const areas = sheet.getRanges(list);
      // Excel puts a new rule on top, so it shows over the person's, and theirs come back unharmed when it goes.
      const format = areas.conditionalFormats.add('Custom');
      const { fill, font, borders } = format.custom.format;
      fill.color = colours[level].fill;
      font.color = colours[level].font;
      if (level === 'gap') font.bold = true;
      if (sign) format.custom.format.numberFormat = sign;
      else
        for (const side of sides) {
          borders.getItem(side).style = 'Dash';
          borders.getItem(side).color = colours[level].font;
        }
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

/** Of a cell, where a conditional format draws lines. */
export const sides = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

interface Alike {
  readonly level: MarkLevel;
  /** Excel's code; null for those that show none. */
  readonly sign: string | null;
  readonly addresses: string[];
}

/** By level, and by how their cells show what they hold. */
function alike(marks: readonly Mark[], snapshot: SheetSnapshot, widths: readonly number[]): readonly Alike[] {
  const { left } = parseAddress(snapshot.address)!;
  const kinds = new Map<string, Alike>();
  for (const { address, level, sign } of marks) {
    const area = parseAddress(address)!;
    const narrowest = Math.min(...widths.slice(area.left - left, area.right + 1 - left));
    const shown = sign && hasRoom(sign, narrowest) ? sign.format : null;
    const key = `${level} ${shown ?? ''}`;
    const kind = kinds.get(key) ?? { level, sign: shown, addresses: [] };
    kind.addresses.push(address);
    kinds.set(key, kind);
  }
  return [...kinds.values()].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
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
