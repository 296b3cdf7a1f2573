/** What people say of a heading wherever it stands in tables of one kind; of a place only, see `regions.ts`. */
import { isPlaced } from '../model/contract.ts';
import type { Correction } from '../model.ts';
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
