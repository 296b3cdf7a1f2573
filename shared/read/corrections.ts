/** What people say: brought to what there is when it comes in, and of headings wherever they stand in tables of one kind. */
import { addressOf, columnIndex, parseAddress } from '../model/addresses.ts';
import { isPlaced } from '../model/contract.ts';
import type { Area, Correction, PlacedCorrection, SheetSnapshot } from '../model.ts';
import { usedArea } from './grid.ts';
import { type HeadingName, saidAs } from './headings.ts';

/** Field by table and heading in its compared form; null where the heading means none. */
export type HeadingCorrections = ReadonlyMap<string, string | null>;

export function headingCorrections(corrections: readonly Correction[]): HeadingCorrections {
  return new Map(
    corrections.flatMap((one) =>
      one.kind === 'column' && !isPlaced(one) ? [[keyOf(one.table, spelled(one.heading)), one.field] as const] : [],
    ),
  );
}

export function keyOf(table: string, spelling: string): string {
  return `${table} ${spelling}`;
}

/** As it may be named: with all its groups, with one of them, or alone. */
export function spellingsOf({ said: { leaf, groups } }: HeadingName): readonly string[] {
  if (groups.length === 0) return [leaf];
  return [[...groups, leaf].join('/'), ...groups.map((group) => group + leaf), leaf];
}

/** Messages show the levels of a heading parted by ` / `, and each level as it was typed: 证书 / 取得时间（年月）. */
function spelled(text: string): string {
  return text.split(' / ').map(saidAs).join('/');
}

/** Headings of more rows than this are none; the Worker takes no more either. */
const MOST_HEADING_ROWS = 20;

/**
 * Corrections as they bear on these sheets: areas cut to what is used, so that one over a whole sheet of Excel's costs no more
 * than the sheet has; what lies beside it says nothing and falls away, and what is said twice is said last.
 */
export function bearing(corrections: readonly Correction[], sheets: readonly SheetSnapshot[]): readonly Correction[] {
  if (!corrections.some(isPlaced)) return corrections;
  const used = new Map(sheets.map((sheet) => [sheet.name, usedArea(sheet)] as const));
  const last = new Map<string, Correction>();
  for (const one of corrections) {
    const cut = isPlaced(one) ? cutTo(used, one) : one;
    if (!cut) continue;
    const key = JSON.stringify(cut);
    last.delete(key);
    last.set(key, cut);
  }
  return [...last.values()];
}

/** Null for what lies beside the used range of its sheet. */
function cutTo(used: ReadonlyMap<string, Area>, one: PlacedCorrection): PlacedCorrection | null {
  const within = used.get(one.sheet);
  if (!within) return null;
  if (one.kind === 'headerRows') {
    const { top, bottom } = within;
    const inside = one.rows.filter((row) => top < row && row <= bottom + 1);
    const first = Math.min(...inside);
    const rows = inside.filter((row) => row < first + MOST_HEADING_ROWS);
    return rows.length > 0 ? { ...one, rows } : null;
  }
  const address = cutAddress(one.address, within);
  if (address === null) return null;
  if (one.kind === 'continues') {
    const other = used.get(one.of.sheet);
    const of = other ? cutAddress(one.of.address, other) : null;
    return of === null ? null : { ...one, address, of: { ...one.of, address: of } };
  }
  if (one.kind === 'column') {
    const column = columnIndex(one.column);
    if (column < within.left || column > within.right) return null;
  }
  return { ...one, address };
}

function cutAddress(address: string, within: Area): string | null {
  const area = parseAddress(address);
  if (!area) return null;
  const top = Math.max(area.top, within.top);
  const left = Math.max(area.left, within.left);
  const bottom = Math.min(area.bottom, within.bottom);
  const right = Math.min(area.right, within.right);
  return top <= bottom && left <= right ? addressOf({ top, left, bottom, right }) : null;
}
