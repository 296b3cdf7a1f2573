/** Marks on the person's cells: conditional formats of ours, so that fills, fonts and rules of theirs stay as they are. */

import { parseAddress } from '../../shared/model/addresses.ts';
import type { Cell, Mark, MarkLevel, SheetSnapshot } from '../../shared/model.ts';
import { colours } from '../../shared/report/looks.ts';
import { addressLists } from './areas.ts';
import { cellOf, sameCell, withoutSheet } from './cells.ts';
import { isRuleOfOurs, levelNames } from './ours.ts';

const levels = Object.keys(levelNames) as MarkLevel[];

/** The hidden names that our rules refer to; null objects where there are none. */
export function loadNames(workbook: Excel.Workbook): Excel.NamedItem[] {
  return levels.map((level) => workbook.names.getItemOrNullObject(levelNames[level]).load('visible'));
}

export function addNames(workbook: Excel.Workbook, present: readonly Excel.NamedItem[]): void {
  for (const [index, level] of levels.entries()) {
    const name = present[index];
    if (!name || name.isNullObject) workbook.names.add(levelNames[level], '=TRUE').visible = false;
    // A writing that broke off may have left it so.
    else if (name.visible) workbook.names.getItem(levelNames[level]).visible = false;
  }
}

/** Only after the rules: a rule that refers to no name is one that nobody recognises. */
export function removeNames(workbook: Excel.Workbook, present: readonly Excel.NamedItem[]): void {
  for (const [index, level] of levels.entries())
    if (!present[index]?.isNullObject) workbook.names.getItem(levelNames[level]).delete();
}

/** First of the two round trips that find our rules: which ones have a formula is known only with their types. */
export function loadFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().conditionalFormats.load('items/id,items/type');
}

/** A custom rule, ours or the person's. */
export interface Candidate {
  readonly id: string;
  readonly rule: Excel.ConditionalFormatRule;
}

/** Second: the formulas of the custom ones. */
export function loadRules(sheet: Excel.Worksheet, formats: Excel.ConditionalFormatCollection): Candidate[] {
  return formats.items
    .filter(({ type }) => type === 'Custom')
    .map(({ id }) => ({ id, rule: formatOf(sheet, id).custom.rule.load('formula') }));
}

/** Asked for anew in each round trip: what hangs on a range does not outlive the sync. */
export function formatOf(sheet: Excel.Worksheet, id: string): Excel.ConditionalFormat {
  return sheet.getRange().conditionalFormats.getItem(id);
}

export function isOurs({ rule }: Candidate): boolean {
  return isRuleOfOurs(rule.formula);
}

/** What to look at after the next sync: did the marks land on the cells that were meant? */
export interface Landing {
  readonly formats: readonly Excel.ConditionalFormat[];
  /** Where they did not, the address; else null. */
  missed(): string | null;
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
      format.custom.rule.formula = `=${levelNames[level]}`;
      format.custom.format.fill.color = colours[level].fill;
      format.custom.format.font.color = colours[level].font;
      if (level === 'gap') format.custom.format.font.bold = true;
      format.stopIfTrue = false;
      formats.push(format.load('id'));
      // In the same batch as the rules, so that nobody comes between.
      marked.push(areas.areas.load('items/address,items/values'));
    }
  }
  return {
    formats,
    missed() {
      for (const { items } of marked)
        for (const { address, values } of items)
          if (!matches(snapshot, withoutSheet(address), values)) return withoutSheet(address);
      return null;
    },
  };
}

function matches(snapshot: SheetSnapshot, address: string, values: readonly (readonly unknown[])[]): boolean {
  const area = parseAddress(address);
  const origin = parseAddress(snapshot.address);
  if (!area || !origin) return false;
  const before = (row: number, column: number): Cell =>
    snapshot.values[area.top + row - origin.top]?.[area.left + column - origin.left] ?? null;
  return values.every((line, row) => line.every((value, column) => sameCell(cellOf(value), before(row, column))));
}
