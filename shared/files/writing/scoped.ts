/**
 * Names of the workbook that belong to one sheet of ours: those that Excel writes beside a filter and rows that are printed
 * on every page, by which a sheet of a template is known, and what a ledger lists.
 */
import { addressOf } from '../../model/addresses.ts';
import { anchorFormula, anchorName } from '../../model/anchors.ts';
import type { Area } from '../../model/reading.ts';
import { sentFormula, sentName } from '../../model/sent.ts';
import type { EntrySheet, FormSheet, LedgerSheet, PaperSheet } from '../../model.ts';
import { filteredRows } from '../../report/pages.ts';

export function namesOf(plan: PaperSheet | EntrySheet | FormSheet | LedgerSheet, name: string): readonly ScopedName[] {
  const sheet = leading(name);
  const rows = filteredRows(plan);
  const filtered = rows && absolute(acrossOurs(plan, rows));
  return [
    ...(filtered ? [{ name: filterName, formula: sheet + filtered, hidden: true }] : []),
    ...(plan.page.repeated
      ? [
          {
            name: titlesName,
            formula: `${sheet}$${plan.page.repeated[0] + 1}:$${plan.page.repeated[1] + 1}`,
            hidden: false,
          },
        ]
      : []),
    ...('anchor' in plan ? [{ name: anchorName, formula: anchorFormula(plan.anchor).slice(1), hidden: true }] : []),
    ...('sent' in plan ? [{ name: sentName, formula: sentFormula(plan.sent).slice(1), hidden: true }] : []),
  ];
}

export interface ScopedName {
  readonly name: string;
  /** Without `=`. */
  readonly formula: string;
  readonly hidden: boolean;
}

const filterName = '_xlnm._FilterDatabase';
const titlesName = '_xlnm.Print_Titles';
/** What `namesOf` makes of sheets that we write into a person's workbook. */
export const scopedNames: ReadonlySet<string> = new Set([filterName, titlesName]);

export function acrossOurs({ widths }: PaperSheet, [top, bottom]: readonly [number, number]): Area {
  return { top, left: 0, bottom, right: widths.length - 1 };
}

/** For a sheet that is called otherwise from now on. */
export function renamed(formula: string, before: string, name: string): string {
  return formula.replaceAll(leading(before), leading(name)).replaceAll(`${before}!`, leading(name));
}

const leading = (name: string) => `'${name.replaceAll("'", "''")}'!`;

const absolute = (area: Area) => addressOf(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
