/**
 * Whether a row after blank ones still belongs to the list above. People leave spare rows in the middle of a list, and
 * reviewers jot their remarks below it; neither distance nor position tells the two apart, so that the row itself has to:
 *
 * - its running number goes on from the last one, or
 * - a key is filled, and the row holds three cells and more than half as many as the record above, of which less than
 *   half contradict their columns (words where a code, a day or a figure belongs); or it holds less, nothing contradicts,
 *   and a code or a yes or no fits.
 *
 * All of it can be seen on a masked row as well (decision read-12).
 */
import { hasDigits } from '../model/tokens.ts';
import type { Cell } from '../model.ts';
import type { Body, FieldColumn } from './bodies.ts';
import { type CellContext, typed } from './cells.ts';
import { clean } from './text.ts';

/** A name and a remark beside it are no record. */
const LEAST_CELLS = 3;

/** `above` is the last record, `blanks` the number of rows between. */
export function continuesList(body: Body, row: number, above: number, blanks: number, context: CellContext): boolean {
  const serial = body.fields.find(({ field }) => field.type === 'serial');
  const last = serial ? serialAt(body, above, serial) : null;
  const own = serial ? serialAt(body, row, serial) : null;
  if (last !== null && own !== null && last < own && own <= last + blanks + 1) return true;
  if (serial && last !== null && own === null && isFilled(cellAt(body, row, serial))) return false;
  const filled = filledAt(body, row);
  if (!filled.some(({ isKey }) => isKey)) return false;
  const judged = filled.map((column) => fits(body, row, column, context));
  const against = judged.filter((one) => one === 'no').length;
  const isFull = filled.length >= LEAST_CELLS && filled.length * 2 > filledAt(body, above).length;
  return isFull ? against * 2 < filled.length : against === 0 && judged.includes('yes');
}

/** `unsure` where anything may stand, or where what stands is only badly written. */
function fits(body: Body, row: number, { field, index }: FieldColumn, context: CellContext): 'yes' | 'no' | 'unsure' {
  const raw = cellAt(body, row, { index });
  if (field.personal || field.type === 'text' || field.type === 'remark') return 'unsure';
  if (typeof raw === 'object' && raw !== null && 'masked' in raw && raw.masked === null) return 'no';
  const { state } = typed(raw, row, index, null, field, context);
  if (field.type === 'code' || field.type === 'codes' || field.type === 'boolean')
    return state === 'doubtful' ? 'no' : state === 'value' ? 'yes' : 'unsure';
  return state === 'doubtful' && typeof raw === 'string' && !hasDigits(clean(raw)) ? 'no' : 'unsure';
}

function filledAt(body: Body, row: number): readonly FieldColumn[] {
  const says = ({ type, down }: FieldColumn['field']) => type !== 'serial' && down !== 'always';
  return body.fields.filter(({ field, index }) => says(field) && isFilled(cellAt(body, row, { index })));
}

function isFilled(cell: Cell): boolean {
  return cell !== null && !(typeof cell === 'string' && cell.length <= 2 && clean(cell) === '');
}

const NUMBER = /^\d{1,6}$/;

function serialAt(body: Body, row: number, column: FieldColumn): number | null {
  const cell = cellAt(body, row, column);
  const text = typeof cell === 'number' || typeof cell === 'string' ? clean(String(cell)) : '';
  return NUMBER.test(text) ? Number(text) : null;
}

function cellAt({ grid }: Body, row: number, { index }: Pick<FieldColumn, 'index'>): Cell {
  return grid.cell(row, index);
}
