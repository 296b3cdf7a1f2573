/** Where the lists of a sheet are: a block of headings and the rows below it, several to a sheet, stacked or side by side. */
import { columnIndex, parseAddress } from '../model/addresses.ts';
import { isPlaced } from '../model/contract.ts';
import type { Area, Cell, Correction, PlacedCorrection } from '../model.ts';
import { blocksAt } from './blocks.ts';
import { type Fit, fitTable, type Said } from './columns.ts';
import { type HeadingCorrections, headingCorrections, keyOf, spellingsOf } from './corrections.ts';
import { type Grid, textAt } from './grid.ts';
import { blockOf, type HeaderBlock, headerBlock, MOST_LEVELS } from './headers.ts';
import { lookUp } from './headings.ts';
import { heading } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Region {
  readonly fit: Fit;
  readonly block: HeaderBlock;
  /** Last row that may belong to the list. */
  readonly bottom: number;
  readonly title: string;
  /** The texts of which the title is made, the nearest first. */
  readonly above: readonly string[];
}

type Found = Omit<Region, 'bottom'>;

/** More lists than this on one sheet are not read; what remains is listed as unread. */
const MOST_LISTS = 500;

export function findRegions(grid: Grid, vocabulary: Vocabulary, corrections: readonly Correction[]): readonly Region[] {
  const own = corrections.filter(isPlaced).filter(({ sheet }) => sheet === grid.sheet.name);
  const words = headingCorrections(corrections);
  const columns = columnsOf(own);
  const pointedOut = corrected(grid, vocabulary, own, words);
  const excluded = own.flatMap((c) => (c.kind === 'table' && c.table === null ? (parseAddress(c.address) ?? []) : []));
  const closed = [...excluded, ...pointedOut.map(({ block }) => block.area)];
  const found: Found[] = [];
  const seen: Area[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom && found.length < MOST_LISTS; row++) {
    if (found.length > 0 && repeatsLast(grid, found.at(-1)!, row)) continue;
    for (const block of blocksAt(grid, vocabulary, row)) {
      const { area } = block;
      if (closed.some((other) => meet(other, area)) || withinLast(seen, area)) continue;
      const above = textsAbove(grid, area, found);
      const title = [...above].reverse().join(' ');
      const fit = fitTable(vocabulary, block, title + grid.title, null, saidOf(columns, words, area));
      if (!fit) continue;
      seen.push(area);
      if (found.length < MOST_LISTS && !isRepeat(found, fit, area)) found.push({ fit, block, title, above });
    }
  }
  if (found.length === 0) found.push(...markedList(grid, vocabulary, closed));
  const all = [...pointedOut, ...found].sort((a, b) => a.block.area.top - b.block.area.top);
  return all.map((region, at) => ({ ...region, bottom: bottomOf(all, at, grid) }));
}

/** Rows from the top within which the headings of a marked list are looked for. */
const MARKED_ROWS = 10;

/**
 * A list of names under a word that marks it, however few headings it has: it must be pointed out even where nothing else
 * of it is known. Only the first of a sheet that has no other list.
 */
function markedList(grid: Grid, vocabulary: Vocabulary, closed: readonly Area[]): readonly Found[] {
  const { tables } = vocabulary;
  for (const [index, def] of tables.entries()) {
    if (!def.marked) continue;
    const last = Math.min(grid.area.top + MARKED_ROWS, grid.area.bottom);
    for (let row = grid.area.top; row < last; row++) {
      for (let column = grid.area.left; column <= grid.area.right; column++) {
        const meanings = lookUp(vocabulary, heading(textAt(grid, row, column) ?? ''));
        if (!meanings.some(({ table, field }) => table === index && def.key.includes(field.key))) continue;
        const block = blockOf(grid, { ...grid.area, top: row, bottom: row });
        const above = textsAbove(grid, block.area, []);
        const title = [...above].reverse().join(' ');
        const said = [title, grid.title, ...block.headings.map(({ path }) => path.join(''))].join(' ');
        if (!def.marked.some((word) => said.includes(word)) || closed.some((area) => meet(area, block.area))) continue;
        const fit = fitTable(vocabulary, block, title + grid.title, def.id, () => undefined);
        return fit ? [{ fit, block, title, above }] : [];
      }
    }
  }
  return [];
}

/** The last heading row word for word, and nothing else in the row: printed again, told without matching it anew. */
function repeatsLast(grid: Grid, { block: { area } }: Found, row: number): boolean {
  const heading = grid.row(area.bottom);
  const cells = grid.row(row);
  if (row <= area.bottom || area.left > grid.area.left || area.right < grid.area.right) return false;
  return cells.every((cell, at) => cell === heading[at]);
}

/** Blocks are found from the top down and are few rows high, so that only the last can reach this row. */
function withinLast(seen: readonly Area[], area: Area): boolean {
  for (let at = seen.length - 1; at >= 0; at--) {
    const other = seen[at]!;
    if (meet(other, area)) return true;
    if (other.top + MOST_LEVELS < area.top) return false;
  }
  return false;
}

/** The same headings in the same columns further down: printed again at a page break. */
function isRepeat(found: readonly Found[], fit: Fit, area: Area): boolean {
  let at = found.length - 1;
  while (at >= 0 && !overlap(found[at]!.block.area, area)) at--;
  const above = found[at];
  return (
    above !== undefined &&
    above.fit.tableIndex === fit.tableIndex &&
    above.block.area.left === area.left &&
    above.fit.columns.length === fit.columns.length &&
    above.fit.columns.every(({ header }, column) => header === fit.columns[column]!.header)
  );
}

/** A list ends where the next begins below it in the same columns. */
function bottomOf(regions: readonly Found[], at: number, grid: Grid): number {
  const { area } = regions[at]!.block;
  const next = regions.find(
    ({ block }, other) => other > at && block.area.top > area.bottom && overlap(block.area, area),
  );
  return next ? next.block.area.top - 1 : grid.area.bottom;
}

/** Lists that a person has pointed out: by their heading rows, by table and address, or by both together. */
function corrected(
  grid: Grid,
  vocabulary: Vocabulary,
  corrections: readonly PlacedCorrection[],
  words: HeadingCorrections,
): Found[] {
  const found: Found[] = [];
  const columns = columnsOf(corrections);
  for (const { area, forced } of pointedOut(grid, vocabulary, corrections)) {
    // What was said last holds.
    const before = found.findIndex(({ block }) => meet(block.area, area));
    const block = blockOf(grid, area);
    const above = textsAbove(grid, area, found);
    const title = [...above].reverse().join(' ');
    const said = saidOf(columns, words, area);
    const fit = fitTable(vocabulary, block, title + grid.title, forced, said, true);
    if (fit) found.splice(before < 0 ? found.length : before, before < 0 ? 0 : 1, { fit, block, title, above });
  }
  return found;
}

interface PointedOut {
  /** Of the heading rows. */
  readonly area: Area;
  readonly forced: string | null;
}

function pointedOut(
  grid: Grid,
  vocabulary: Vocabulary,
  corrections: readonly PlacedCorrection[],
): readonly PointedOut[] {
  const headings = corrections.flatMap((correction) => {
    if (correction.kind !== 'headerRows') return [];
    const rows = correction.rows.filter((row) => row - 1 >= grid.area.top && row - 1 <= grid.area.bottom);
    if (rows.length === 0) return [];
    return [{ ...grid.area, top: Math.min(...rows) - 1, bottom: Math.max(...rows) - 1 }];
  });
  const tables = corrections.flatMap((correction) => {
    const area = correction.kind === 'table' && correction.table !== null ? parseAddress(correction.address) : null;
    return area && correction.kind === 'table' ? [{ area, forced: correction.table }] : [];
  });
  const isOfTable = (rows: Area) => tables.some(({ area }) => meet(rows, area));
  return [
    ...headings.filter((rows) => !isOfTable(rows)).map((area) => ({ area, forced: null })),
    ...tables.map(({ area, forced }) => {
      const rows = headings.find((each) => meet(each, area));
      const { top, left, right } = area;
      const own = rows
        ? { ...rows, left: Math.max(left, rows.left), right: Math.min(right, rows.right) }
        : headerBlock(grid, vocabulary, top, left, right).area;
      return { area: own, forced };
    }),
  ];
}

interface ColumnSaid {
  readonly area: Area;
  readonly index: number;
  readonly field: string | null;
}

function columnsOf(corrections: readonly PlacedCorrection[]): readonly ColumnSaid[] {
  return corrections.flatMap((one): ColumnSaid[] => {
    const area = one.kind === 'column' ? parseAddress(one.address) : null;
    return area && one.kind === 'column' ? [{ area, index: columnIndex(one.column), field: one.field }] : [];
  });
}

/** Of one column first, then of its heading wherever that stands. */
function saidOf(columns: readonly ColumnSaid[], words: HeadingCorrections, area: Area): Said {
  const fields = new Map<number, string | null>();
  for (const { area: target, index, field } of columns) if (meet(target, area)) fields.set(index, field);
  return (table, index, name) => {
    const placed = fields.get(index);
    if (placed !== undefined || words.size === 0 || !name) return placed;
    return spellingsOf(name)
      .map((spelling) => words.get(keyOf(table, spelling)))
      .find((field) => field !== undefined);
  };
}

/** So many rows above a list may hold its title. */
export const TITLE_ROWS = 6;

/** Texts of the rows just above the headings, the nearest first; never those of another table further up. */
function textsAbove(grid: Grid, area: Area, others: readonly Found[]): readonly string[] {
  const texts: string[] = [];
  const floor = others.reduce(
    (row, { block: { area: other } }) =>
      other.bottom < area.top && overlap(other, area) ? Math.max(row, other.bottom) : row,
    -1,
  );
  for (let row = area.top - 1; row > floor && row >= grid.area.top && row >= area.top - TITLE_ROWS; row--) {
    let filled = 0;
    let first: Cell = null;
    const own: string[] = [];
    // A title may be merged over lists side by side.
    const left = Math.min(area.left, grid.merge(row, area.left)?.left ?? area.left);
    for (let column = left; column <= area.right; column++) {
      const cell = grid.cell(row, column);
      if (cell === null) continue;
      filled++;
      first ??= cell;
      if (typeof cell === 'string') own.push(cell);
    }
    // Neither one title nor 填报单位： with what goes with it.
    const isOther = filled > 1 && !(typeof first === 'string' && COLON.test(first));
    if (filled > 4 || (isOther && floor >= 0)) break;
    texts.push(...own.reverse());
    if (isOther) break;
  }
  return texts;
}

const COLON = /[:：]/;

export function overlap(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right;
}

export function meet(a: Area, b: Area): boolean {
  return overlap(a, b) && a.top <= b.bottom && b.top <= a.bottom;
}
