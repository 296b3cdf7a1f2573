/** Finds for what stands without headings the list that it goes on (decision read-24), and reads it as that list is read. */
import { parseAddress } from '../model/addresses.ts';
import { isPlaced } from '../model/contract.ts';
import type { Area, Correction, Table } from '../model.ts';
import type { CellContext } from './cells.ts';
import type { OpenSection } from './context/sections.ts';
import type { Grid } from './grid.ts';
import { type Base, type Block, blockIn, type Going, goesOn, regionOf, shiftsOf } from './headless.ts';
import { readList } from './lists.ts';
import { meet, overlap, type Region } from './regions.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ListRead {
  readonly table: Table;
  readonly sections: readonly OpenSection[];
  readonly region: Region;
  readonly grid: Grid;
}

/** A sheet as far as lists may go on in it. */
export interface OpenSheet {
  readonly grid: Grid;
  readonly lists: readonly ListRead[];
  /** Areas of its forms, and what a person calls no data. */
  readonly taken: readonly Area[];
}

/** The lists without headings, each under the sheet that it stands on, by its place in `sheets`. */
export function continuedLists(
  sheets: readonly (OpenSheet | null)[],
  vocabulary: Vocabulary,
  context: CellContext,
  corrections: readonly Correction[],
): ReadonlyMap<number, readonly ListRead[]> {
  const waiting = sheets.flatMap((sheet, at) =>
    sheet ? blocksOf(sheet, vocabulary).map((block) => ({ block, at })) : [],
  );
  const lists = sheets.flatMap((sheet, at) => (sheet ? sheet.lists.map((list) => ({ ...list, at })) : []));
  const found = new Map<number, ListRead[]>();
  if (waiting.length === 0 || lists.length === 0) return found;
  const take = (index: number, { of, shift, isCertain }: Next) => {
    const { block, at } = waiting.splice(index, 1)[0]!;
    const region = regionOf(block, baseOf(of), shift);
    const { table, sections } = readList(block.grid, region, vocabulary, context);
    Object.assign(table, { continues: { of: of.table, isCertain } });
    const list = { table, sections, region, grid: block.grid };
    lists.push({ ...list, at });
    found.set(at, [...(found.get(at) ?? []), list]);
  };
  // What is certain first, for pages may stand in any order; each found one may be gone on in its turn.
  for (const isLast of [false, true]) {
    for (let index = 0; index < waiting.length; index++) {
      const next = listFor(waiting[index]!, lists, isLast, context, corrections);
      if (!next) continue;
      take(index, next);
      index = -1;
    }
  }
  return found;
}

/** Below the lists of a sheet, or all of a sheet that has nothing else. */
function blocksOf({ grid, lists, taken }: OpenSheet, vocabulary: Vocabulary): readonly Block[] {
  const areas = [...lists.map(({ table }) => table.area), ...taken];
  const blockOf = (within: Area): readonly Block[] => {
    const block = within.top <= within.bottom ? blockIn(grid, within, vocabulary) : null;
    return block ? [block] : [];
  };
  if (areas.length === 0) return blockOf(grid.area);
  return lists.flatMap(({ table: { area } }) => {
    const below = areas.filter((other) => other.top > area.bottom && overlap(other, area)).map(({ top }) => top - 1);
    const within = { ...area, top: area.bottom + 1, bottom: Math.min(grid.area.bottom, ...below) };
    return blockOf(within);
  });
}

function baseOf({ grid, region, table }: ListRead): Base {
  return { grid, region, rows: table.records.map(({ row }) => row) };
}

interface Next {
  readonly of: ListRead;
  readonly shift: number;
  readonly isCertain: boolean;
}

interface Waiting {
  readonly block: Block;
  readonly at: number;
}

type Placed = ListRead & { readonly at: number };

/** `isLast`: what is only likely is taken as well. */
function listFor(
  { block, at }: Waiting,
  lists: readonly Placed[],
  isLast: boolean,
  context: CellContext,
  corrections: readonly Correction[],
): Next | null {
  const said = saidOf(block, lists, corrections);
  if (said) {
    const base = baseOf(said);
    return { of: said, shift: goesOn(block, base, context)?.shift ?? shiftsOf(block, base)[0]!, isCertain: true };
  }
  const fitting: { list: Placed; going: Going }[] = [];
  for (const list of lists) {
    if (list.table.records.length === 0 || list.region.fit.table.marked) continue;
    const going = goesOn(block, baseOf(list), context);
    if (going) fitting.push({ list, going });
  }
  const next = ({ list, going: { shift } }: (typeof fitting)[number], isCertain: boolean): Next => {
    return { of: list, shift, isCertain };
  };
  const exact = fitting.filter(({ going }) => going.how === 'exactly');
  if (exact.length === 1) return next(exact[0]!, true);
  if (fitting.length === 1 && fitting[0]!.going.how === 'marked') return next(fitting[0]!, true);
  if (!isLast || fitting.length === 0) return null;
  // The nearest before it, else the first.
  const before = fitting.filter(({ list }) => list.at <= at).at(-1) ?? fitting[0]!;
  return next(before, false);
}

function saidOf({ grid, area }: Block, lists: readonly Placed[], corrections: readonly Correction[]): Placed | null {
  for (const correction of corrections.filter(isPlaced).reverse()) {
    if (correction.kind !== 'continues' || correction.sheet !== grid.sheet.name) continue;
    const [own, of] = [parseAddress(correction.address), parseAddress(correction.of.address)];
    if (!own || !of || !meet(own, area)) continue;
    const list = lists.find(({ table }) => table.sheet === correction.of.sheet && meet(table.area, of));
    if (list) return list;
  }
  return null;
}
