/** What of a workbook is ours, and how it is told apart from what is the person's, also after save and reopen. */
import type { Explanation, MarkLevel, SheetRole } from '../../shared/model.ts';

/** Sheet-scoped hidden name that only our sheets have; its formula is `="gaps"` or `="summary"`. */
export const sheetMarker = '_ssld_sheet';

/**
 * Hidden names that our conditional formats refer to. Ids of conditional formats need not survive a reopen, and a
 * person's own rule never names these.
 */
export const levelNames: Readonly<Record<MarkLevel, string>> = {
  error: '_ssld_error',
  gap: '_ssld_gap',
  warning: '_ssld_warning',
  note: '_ssld_note',
};

const ruleOfOurs = /^=?_ssld_(error|gap|warning|note)$/i;

/** Nobody can make a rule without a formula in Excel; one that has none is a mark whose writing broke off. */
export function isRuleOfOurs(formula: string | null): boolean {
  return !formula || ruleOfOurs.test(formula.trim());
}

/** Keys in `workbook.settings`. */
export const settingKeys = {
  secret: 'ssld.secret',
  corrections: 'ssld.corrections',
  policy: 'ssld.policy',
  score: 'ssld.score',
  local: 'ssld.local',
  pending: 'ssld.pending',
  written: 'ssld.written',
} as const;

/**
 * Kept in the workbook while our sheets are being written, so that a failure between two actions loses nothing: a sheet
 * that was added and not yet given its marker is known by its name, and explanations outlive the sheet being cleared.
 */
export interface Pending {
  readonly sheets: Readonly<Partial<Record<SheetRole, string>>>;
  readonly explanations: readonly Explanation[];
}

/** Role of a sheet of ours, or null where it is the person's. `formula` is the marker's, null without a marker. */
export function roleOf(
  sheet: { readonly name: string; readonly formula: string | null; readonly empty: boolean },
  pending: Pending | null,
): SheetRole | null {
  if (sheet.formula !== null) return sheet.formula.includes('summary') ? 'summary' : 'gaps';
  if (!sheet.empty || !pending) return null;
  if (pending.sheets.gaps === sheet.name) return 'gaps';
  return pending.sheets.summary === sheet.name ? 'summary' : null;
}

/** Loads the marker of a sheet; null object on a person's. */
export function loadMarker(sheet: Excel.Worksheet): Excel.NamedItem {
  return sheet.names.getItemOrNullObject(sheetMarker).load('formula,visible');
}

export function markerFormula(marker: Excel.NamedItem): string | null {
  return marker.isNullObject ? null : String(marker.formula);
}

export function loadSetting(workbook: Excel.Workbook, key: string): Excel.Setting {
  return workbook.settings.getItemOrNullObject(key).load('value');
}

export function settingValue<T>(setting: Excel.Setting): T | null {
  return setting.isNullObject ? null : (setting.value as T);
}
