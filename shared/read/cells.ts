/** A cell and its field become a typed value in one of four states. */
import { checkId, checkPhone, checkUscc, comparable, isLossyNumber } from '../model/identifiers.ts';
import type { Cell, Datum, FieldDef, MaskedCell, Writings } from '../model.ts';
import { type DateContext, readDate } from './dates.ts';
import { type Figure, readAmount, readCount, readRatio } from './numbers.ts';
import { clean } from './text.ts';
import { type CodeBook, readCode, readCodes, readFlag } from './words.ts';

export interface CellContext extends DateContext {
  readonly writings: Writings;
  readonly books: ReadonlyMap<string, CodeBook>;
}

const NO_CODES: readonly string[] = [];
const DASHES = new Set(['/', '\\', '—', '-', '--', '——', '－', '―']);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Typing = Mutable<Datum>;

/** `row` and `column` are absolute. `format` matters for ratios only. Never throws. */
export function typed(
  raw: Cell,
  row: number,
  column: number,
  format: string | null,
  field: FieldDef,
  context: CellContext,
): Datum {
  // All members, always in the same order: the engine makes tens of thousands of these.
  const datum: Typing = {
    row,
    column,
    raw,
    state: 'value',
    number: null,
    span: null,
    otherSpan: null,
    flag: null,
    codes: NO_CODES,
    text: '',
    issue: null,
    check: null,
    atLeastOne: false,
  };
  if (typeof raw === 'string') {
    const text = clean(raw);
    if (text === '') datum.state = 'blank';
    else if (text.length <= 2 && DASHES.has(text)) dashed(datum, field);
    else parsed(datum, text, raw, format, field, context);
  } else if (raw === null) {
    datum.state = 'blank';
  } else if (typeof raw === 'object') {
    if ('masked' in raw) masked(datum, raw);
    else failed(datum);
  } else {
    parsed(datum, typeof raw === 'number' ? String(raw) : raw ? 'TRUE' : 'FALSE', raw, format, field, context);
  }
  return datum;
}

/** The same cell read again as another field, or another text in its place. */
export function retyped(datum: Datum, raw: Cell, field: FieldDef, context: CellContext): Datum {
  return typed(raw, datum.row, datum.column, null, field, context);
}

function parsed(
  datum: Typing,
  text: string,
  raw: string | number | boolean,
  format: string | null,
  field: FieldDef,
  context: CellContext,
): void {
  datum.text = text;
  switch (field.type) {
    case 'count':
      figure(datum, typeof raw === 'boolean' ? null : readCount(raw, field, context.writings), 'N001');
      break;
    case 'amount':
      figure(datum, typeof raw === 'boolean' ? null : readAmount(raw, field, context.writings), 'N001');
      break;
    case 'ratio':
      figure(datum, typeof raw === 'boolean' ? null : readRatio(raw, format), 'N011');
      break;
    case 'date':
      dated(datum, raw, context);
      break;
    case 'boolean':
      flagged(datum, raw, context);
      break;
    case 'code':
    case 'codes':
      coded(datum, field, context);
      break;
    case 'uscc':
      checked(datum, raw, checkUscc);
      break;
    case 'id':
      checked(datum, raw, checkId);
      break;
    case 'phone':
      checked(datum, null, checkPhone);
      break;
    default:
  }
}

/** `/` and `—` say that there is nothing to say; for a yes or no they count as no, with a finding (SPEC §2.4). */
function dashed(datum: Typing, field: FieldDef): void {
  if (field.type === 'boolean') {
    datum.flag = false;
    datum.issue = 'N031';
  } else {
    datum.state = 'void';
  }
}

function masked(datum: Typing, cell: MaskedCell): void {
  datum.text = cell.masked ?? '';
  datum.check = cell.check ?? null;
}

function failed(datum: Typing): void {
  datum.state = 'unreadable';
  datum.issue = 'N044';
}

function figure(datum: Typing, reading: Figure | null, otherwise: string): void {
  if (!reading || reading.number === null) datum.state = 'unreadable';
  datum.number = reading ? reading.number : null;
  datum.issue = reading ? reading.issue : otherwise;
  datum.atLeastOne = reading ? reading.atLeastOne : false;
}

function dated(datum: Typing, raw: string | number | boolean, context: CellContext): void {
  const reading = typeof raw === 'boolean' ? null : readDate(raw, context);
  if (!reading?.span) datum.state = 'unreadable';
  datum.span = reading?.span ?? null;
  datum.otherSpan = reading?.otherSpan ?? null;
  datum.issue = reading ? reading.issue : 'N022';
}

function flagged(datum: Typing, raw: string | number | boolean, context: CellContext): void {
  const flag = readFlag(raw, context.writings);
  if (flag === 'blank') {
    datum.state = 'blank';
    datum.text = '';
    return;
  }
  if (!flag) datum.state = 'unreadable';
  datum.flag = flag === null ? null : flag === 'yes';
  datum.issue = flag === 'underWay' ? 'N031' : null;
}

function coded(datum: Typing, field: FieldDef, context: CellContext): void {
  const book = context.books.get(field.list ?? '');
  const reading = book && (field.type === 'code' ? readCode : readCodes)(datum.text, book, context.writings);
  if (book && reading?.codes.length) {
    datum.codes = reading.codes;
    datum.issue = reading.doubtful ? book.doubt : null;
  } else {
    datum.state = 'unreadable';
  }
}

/** Codes with a check of their own; a number too long for Excel has lost its last digits for good (R043). */
function checked(
  datum: Typing,
  raw: string | number | boolean | null,
  check: (text: string) => 'valid' | 'invalid' | null,
): void {
  datum.text = comparable(datum.text);
  datum.check = typeof raw === 'number' && isLossyNumber(raw) ? 'lossy' : check(datum.text);
}
