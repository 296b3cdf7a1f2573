/** What people said, as it is kept in a workbook by settings key: the well-formed of it, for the file has been through other hands. */
import { addressOf, isColumn, isRow, parseAddress } from './addresses.ts';
import {
  type Correction,
  longestWording,
  mostCorrections,
  type Place,
  type PlacedCorrection,
  type WordCorrection,
} from './contract.ts';
import { keysIn } from './explanation-keys.ts';
import type { Explanation } from './explanations.ts';
import { settingKeys } from './ours.ts';

export function keptExplanations(kept: Kept): Explanation[] {
  return entries(kept[settingKeys.explanations]).flatMap(({ key: keys, text, review, about, cleared }) =>
    typeof keys === 'string' && typeof text === 'string' && typeof about === 'string'
      ? keysIn(keys).map((key) => ({
          key,
          text,
          review: typeof review === 'string' ? review : '',
          about,
          cleared: cleared === true,
        }))
      : [],
  );
}

export function entries(kept: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** Only their known members. */
export function correctionsIn(kept: unknown): readonly Correction[] {
  const known = Array.isArray(kept) ? kept.flatMap((one: unknown) => correctionOf(one) ?? []) : [];
  return known.slice(0, mostCorrections);
}

type Kept = Readonly<Record<string, unknown>>;

function correctionOf(kept: unknown): Correction | null {
  if (typeof kept !== 'object' || kept === null) return null;
  return 'sheet' in kept ? placedIn(kept as Kept) : wordsIn(kept as Kept);
}

function placedIn({ kind, sheet, rows, address: typed, table, as, column, field, of }: Kept): PlacedCorrection | null {
  if (typeof sheet !== 'string') return null;
  if (kind === 'headerRows')
    return Array.isArray(rows) && rows.length > 0 && rows.length <= 20 && rows.every(isRow)
      ? { kind, sheet, rows }
      : null;
  const address = addressIn(typed);
  if (address === null) return null;
  if (kind === 'table' && isName(table)) {
    if (as === undefined) return { kind, sheet, address, table };
    return as === 'full' || as === 'subset' ? { kind, sheet, address, table, as } : null;
  }
  if (kind === 'column' && isColumn(column) && isName(field)) return { kind, sheet, address, column, field };
  const list = placeIn(of);
  return kind === 'continues' && list ? { kind, sheet, address, of: list } : null;
}

function wordsIn({ kind, table, heading, field, text, means }: Kept): WordCorrection | null {
  if (typeof table !== 'string') return null;
  if (kind === 'column' && isWording(heading) && isName(field)) return { kind, table, heading, field };
  if (kind !== 'word' || !isWording(text) || typeof field !== 'string') return null;
  return isName(means) || typeof means === 'boolean' ? { kind, table, field, text, means } : null;
}

const isWording = (text: unknown): text is string =>
  typeof text === 'string' && text !== '' && text.length <= longestWording;

const isName = (name: unknown): name is string | null => name === null || typeof name === 'string';

function addressIn(typed: unknown): string | null {
  const area = typeof typed === 'string' ? parseAddress(typed) : null;
  return area && addressOf(area);
}

function placeIn(kept: unknown): Place | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { sheet, address: typed } = kept as Kept;
  const address = addressIn(typed);
  return typeof sheet === 'string' && address !== null ? { sheet, address } : null;
}
