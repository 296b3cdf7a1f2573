/** A workbook while it is being made difficult: the records as they are true, and the sheets as they will be written. */
import type { Cell } from '../../../shared/model.ts';
import { type Community, communityOf } from '../communities.ts';
import type { Dice } from '../dice.ts';
import type { Row, TableId } from '../rows.ts';
import type { ListSay, Say } from '../tables.ts';
import type { Hand } from '../values.ts';

/**
 * `open`: what is written may mean that the line counts or that it does not, and only a person can say. `either`: the same,
 * but to leave the line out is right as well.
 */
export type Doubt = 'open' | 'either';

export interface HardRow {
  readonly clean: Row;
  /** Written instead of the clean value. */
  readonly write?: Readonly<Record<string, Cell>>;
  readonly doubt?: Readonly<Record<string, Doubt>>;
}

export interface HardColumn {
  readonly key: string;
  /** Its headings, the topmost first. */
  readonly path: readonly string[];
  readonly say: Say | null;
  readonly write?: (row: HardRow) => Cell;
}

export type Line =
  | {
      readonly kind: 'record';
      readonly row: HardRow;
      /** False for lines that no indicator rests on. */
      readonly decides: boolean;
      /** Columns whose cell is merged with the one above. */
      readonly joined?: ReadonlySet<string>;
    }
  | { readonly kind: 'text'; readonly text: string; readonly wide?: boolean }
  | { readonly kind: 'cells'; readonly cell: (column: HardColumn, at: number) => Cell };

export interface Draft {
  readonly list: ListSay;
  sheet: string;
  /** Lines above the headings. */
  heads: string[];
  columns: HardColumn[];
  lines: Line[];
  /** No headings: it goes on with what this one began, in the same columns. */
  bare?: Draft;
  /** What the running numbers begin with; null: there is no such column. */
  serial: number | null;
  /** The very sheet of another draft, kept twice. */
  copyOf?: Draft;
  /** Printed in pairs of label and value, in place of a list. */
  upright?: 'pairs' | 'two pairs' | 'indicators';
}

export interface World {
  readonly community: Community;
  readonly own: string;
  readonly roll: Dice;
  readonly hand: Hand;
  readonly lists: Record<TableId, HardRow[]>;
  readonly drafts: Draft[];
  /** What is done to the sheets once the records stand. */
  readonly later: (() => void)[];
  /** Tables of which a question is in order: what is written leaves something to a person. */
  readonly asked: Set<TableId>;
  /** Takes a part of a table for one difficulty; false where another has it. */
  claim(table: TableId, part: string, by: string): boolean;
  /** The first draft of a table: the pilot's own list. */
  draft(table: TableId): Draft;
  /** Records of a community that is not the pilot, under its name. */
  strangers(table: TableId, community?: string): HardRow[];
}

export const OTHERS = ['东岭社区', '西湾社区', '南圩社区', '北苑社区', '石埠村'];

export const record = (row: HardRow, decides = true): Line => ({ kind: 'record', row, decides });
export const sayOf = (list: ListSay, key: string): Say | undefined =>
  list.columns.flat(2).find((say) => say.key === key);

export const hasColumn = ({ columns }: Draft, key: string): boolean => columns.some((column) => column.key === key);

/** Puts other columns in the place of one; the first of them stands where it stood. */
export function replaceColumn(draft: Draft, key: string, ...by: readonly HardColumn[]): void {
  draft.columns = draft.columns.flatMap((column) => (column.key === key ? by : [column]));
}

export const dropColumns = (draft: Draft, ...keys: readonly string[]): void => {
  draft.columns = draft.columns.filter(({ key }) => !keys.includes(key));
};

/** Rows of somebody else's lists; their numbers are not ours, and no two communities have one person. */
export function strangersOf(seed: number, table: TableId, community: string): HardRow[] {
  const at = OTHERS.indexOf(community) + 1;
  const other = communityOf(seed + 5_000_011 + at * 100_003);
  return other.lists[table]
    .filter((row) => row.community === undefined || row.community === other.facts.community)
    .map((row, index) => ({
      clean: {
        ...row,
        community,
        ...(row.pid === undefined ? {} : { pid: `D${at}${String(index + 1).padStart(2, '0')}` }),
        ...(table === 'W02' ? { file_no: row.file_no ? `${row.file_no}${at}` : null } : {}),
        ...(row.no === undefined ? {} : { no: `Q${at}${index + 1}` }),
      },
    }));
}

/** Changes one record and keeps its place. */
export function rewrite(rows: HardRow[], at: number, more: Partial<HardRow>): void {
  const row = rows[at]!;
  rows[at] = {
    clean: more.clean ?? row.clean,
    write: { ...row.write, ...more.write },
    doubt: { ...row.doubt, ...more.doubt },
  };
}
