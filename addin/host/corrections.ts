/** What a person has said about sheets, areas and columns, kept in the workbook. */
import { addressOf, isColumn, isRow, parseAddress } from '../../shared/model/addresses.ts';
import type { Correction } from '../../shared/model.ts';
import { settingKeys } from './ours.ts';
import { sync } from './syncs.ts';

/** Replaces all that is kept; none leaves nothing behind. */
export async function saveCorrections(corrections: readonly Correction[]): Promise<void> {
  const context = new Excel.RequestContext();
  const setting = context.workbook.settings.add(settingKeys.corrections, corrections);
  // Made first, so that there is something to delete: one trip, whether it was there before or not.
  if (corrections.length === 0) setting.delete();
  await sync(context);
}

/** The well-formed ones among what is kept, and of them only known members: the file has been through other hands. */
export function correctionsIn(kept: unknown): readonly Correction[] {
  return Array.isArray(kept) ? kept.flatMap((one: unknown) => correctionOf(one) ?? []) : [];
}

function correctionOf(kept: unknown): Correction | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { kind, sheet, rows, address: typed, table, column, field } = kept as Readonly<Record<string, unknown>>;
  if (typeof sheet !== 'string') return null;
  if (kind === 'headerRows')
    return Array.isArray(rows) && rows.length > 0 && rows.length <= 20 && rows.every(isRow)
      ? { kind, sheet, rows }
      : null;
  const address = addressIn(typed);
  if (address === null) return null;
  if (kind === 'table' && isName(table)) return { kind, sheet, address, table };
  if (kind === 'column' && isColumn(column) && isName(field)) return { kind, sheet, address, column, field };
  return null;
}

const isName = (name: unknown): name is string | null => name === null || typeof name === 'string';

function addressIn(typed: unknown): string | null {
  const area = typeof typed === 'string' ? parseAddress(typed) : null;
  return area && addressOf(area);
}
