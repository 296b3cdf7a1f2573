/** Rows that look like records and are none: posts that nobody fills, and what people write below the last record. */
import { comparable } from '../model/identifiers.ts';
import { hasDigits } from '../model/tokens.ts';
import type { Cell, RowKind } from '../model.ts';
import type { Body } from './bodies.ts';
import { type CellContext, typed } from './cells.ts';
import { isTopLine } from './lines.ts';
import { clean } from './text.ts';

const LONGEST_VACANCY = 6;
const DASHES = /^[-/\\—―－]+$/;

/** 空缺 in place of a person's name; a dash says so unless something else tells who it is. */
export function isVacancy({ grid, fields, persons }: Body, row: number, context: CellContext): boolean {
  for (const { index } of persons) {
    const name = grid.cell(row, index);
    if (typeof name !== 'string' || name.length > LONGEST_VACANCY) continue;
    const bare = comparable(name);
    if (context.writings.vacant.includes(bare)) return true;
    if (!DASHES.test(bare)) continue;
    const tells = fields.filter(({ field, isKey }) => isKey || field.personal);
    if (tells.every((column) => saysNothing(grid.cell(row, column.index)))) return true;
  }
  return false;
}

function saysNothing(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && (clean(cell) === '' || DASHES.test(comparable(cell))));
}

/**
 * The number of rows that are left, of `kinds` up to `last`, when those are taken off the end that are no records: the
 * title of the list that begins below, and notes.
 */
export function lastWithout(body: Body, kinds: readonly RowKind[], context: CellContext, last: number): number {
  const first = body.region.block.area.bottom + 1;
  const { region, grid } = body;
  let isAboveHeadings = region.bottom < grid.area.bottom && first + kinds.length - 1 === region.bottom;
  let left = last;
  for (let at = kinds.length - 1; at >= 0; at--) {
    const kind = kinds[at]!;
    if (kind === 'blank' || kind === 'section') isAboveHeadings = false;
    if (kind === 'blank' || kind === 'footer' || kind === 'section') continue;
    const lone = kind === 'record' ? loneText(body, first + at) : null;
    if (lone === null || !(isAboveHeadings || isNote(body, first + at, lone, context))) {
      return left === last ? last : at + 1;
    }
    left = at;
    isAboveHeadings = false;
  }
  return left;
}

interface Lone {
  readonly column: number;
  /** Null for a text that was masked because it stood in no field. */
  readonly text: string | null;
}

/** The only text of a row, lines like 单位： beside it aside. */
function loneText({ grid, left, right }: Body, row: number): Lone | null {
  let lone: Lone | null = null;
  for (let column = left; column <= right; column++) {
    const cell = grid.cell(row, column);
    if (cell === null || (typeof cell === 'string' && (clean(cell) === '' || isTopLine(cell)))) continue;
    if (lone) return null;
    if (typeof cell === 'string') lone = { column, text: clean(cell) };
    else if (typeof cell === 'object' && 'masked' in cell && cell.masked === null) lone = { column, text: null };
    else return null;
  }
  return lone;
}

const SAYS_OF_ALL = /^(?:以上|上述|上表|本表|此表|该表)/;
const SENTENCE = /[。；;]|，.*，/;

/** A sentence about the list, or words where a day, a figure or a code belongs; a mere name may be a record. */
function isNote({ grid, fields }: Body, row: number, { column, text }: Lone, context: CellContext): boolean {
  if (text === null || SAYS_OF_ALL.test(text) || SENTENCE.test(text)) return true;
  const field = fields.find(({ index }) => index === column)?.field;
  if (!field || field.type === 'text' || hasDigits(text)) return false;
  return typed(grid.cell(row, column), row, column, null, field, context).state === 'doubtful';
}
