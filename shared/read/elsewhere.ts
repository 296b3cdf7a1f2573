/**
 * Words of a state in a column whose heading was not understood: 备注栏之外的一列里写着“注销”, or 否 under 是否举办. Asked, never taken,
 * and also where the table has a column of its own that says otherwise (decision read-33).
 */
import { comparable } from '../model/identifiers.ts';
import type { Cell, Column, Datum, FieldDef, TableDef, Writings } from '../model.ts';
import { type CellContext, changed, typed } from './cells.ts';
import type { Grid } from './grid.ts';
import { heading } from './text.ts';

/** A column that may speak against what a field of the table says, or holds it where the table has no column of it. */
export interface Asked {
  readonly field: FieldDef;
  readonly index: number;
  /** What is written there, with the word that it stands for. */
  readonly words: ReadonlyMap<string, string>;
}

/** `top` and `bottom` are the rows below the headings. Only whole cells count: of others masking leaves nothing. */
export function askedColumns(
  { fields }: TableDef,
  columns: readonly Column[],
  grid: Grid,
  top: number,
  bottom: number,
  writings: Writings,
): readonly Asked[] {
  const unknown = columns.filter(({ field, basis, header }) => field === null && basis === 'none' && header !== '');
  if (unknown.length === 0) return [];
  const speaking = fields.filter(({ elsewhere }) => elsewhere);
  return unknown.flatMap(({ index, header }) =>
    speaking.flatMap((field) => {
      const words = wordsUnder(header, field, writings);
      for (let row = top; row <= bottom; row++)
        if (wordIn(words, grid.cell(row, index))) return [{ field, index, words }];
      return [];
    }),
  );
}

function wordsUnder(header: string, field: FieldDef, { no }: Writings): ReadonlyMap<string, string> {
  const words = new Map(field.elsewhere!.map((word) => [comparable(word), word]));
  const isDenied = field.denied?.some((each) => heading(each) === heading(header));
  if (isDenied) for (const word of no) words.set(comparable(word), field.elsewhere![0]!);
  return words;
}

/** Longer cells hold more than a word. */
const LONGEST = 12;

function wordIn(words: ReadonlyMap<string, string>, cell: Cell | undefined): string | undefined {
  return typeof cell === 'string' && cell.length <= LONGEST ? words.get(comparable(cell)) : undefined;
}

/** Whether the cells of a row hold such a word; `left` is the column of the first. */
export function asks(asked: readonly Asked[], cells: readonly Cell[], left: number): boolean {
  return asked.some(({ index, words }) => wordIn(words, cells[index - left]) !== undefined);
}

/** The field is doubtful in this row, unless its own cell speaks against the line as well; a remark says it too. */
export function ask(
  data: Record<string, Datum | undefined>,
  asked: readonly Asked[],
  grid: Grid,
  row: number,
  context: CellContext,
): void {
  for (const { field, index, words } of asked) {
    const raw = grid.cell(row, index);
    const word = wordIn(words, raw);
    if (word === undefined) continue;
    const own = data[field.key];
    const datum = changed(typed(word, row, index, null, field, context), { raw });
    if (field.type === 'remark')
      data[field.key] = changed(datum, { text: [own?.text, word].filter(Boolean).join('，') });
    else if (!own || !isAgainst(own, field, words, context))
      data[field.key] = changed(datum, { ...NOTHING, state: 'doubtful', text: String(raw) });
  }
}

const NOTHING = { number: null, span: null, otherSpan: null, flag: null, codes: [], known: '', issue: null };

/** 离职 of somebody whom the roster itself has as 离岗. */
function isAgainst(
  { state, flag, span, codes }: Datum,
  { type, list }: FieldDef,
  words: Asked['words'],
  { books }: CellContext,
): boolean {
  if (state !== 'value') return false;
  if (flag === false || (type === 'date' && span !== null)) return true;
  const exact = books.get(list ?? '')?.exact;
  const against = new Set([...words.values()].flatMap((word) => exact?.get(heading(word))?.code ?? []));
  return codes.length > 0 && codes.every((code) => against.has(code));
}
