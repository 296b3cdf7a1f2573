/** A cell and its field become a typed value in one of four states. */
import { checkId, checkPhone, checkUscc, comparable, isLossyNumber } from '../model/identifiers.ts';
import type { Cell, Datum, FieldDef, MaskedCell, State, Writings } from '../model.ts';
import { type DateContext, readDate } from './dates.ts';
import { type Figure, readAmount, readCount, readRatio } from './numbers.ts';
import { clean } from './text.ts';
import { type CodeBook, readCode, readCodes, readFlag } from './words.ts';

export interface CellContext extends DateContext {
  readonly writings: Writings;
  readonly books: ReadonlyMap<string, CodeBook>;
}

/** Where a value stands, and what stands there. */
export interface Source {
  readonly row: number;
  readonly column: number;
  readonly raw: Cell;
  readonly format: string | null;
}

const NO_CODES: readonly string[] = [];
const DASHES = new Set(['/', '\\', '—', '-', '--', '——', '－', '―']);

/** All members, always in the same order: the engine makes tens of thousands of these. */
function datum(source: Source, state: State, text: string): Mutable<Datum> {
  return {
    row: source.row,
    column: source.column,
    raw: source.raw,
    state,
    number: null,
    span: null,
    otherSpan: null,
    flag: null,
    codes: NO_CODES,
    text,
    issue: null,
    check: null,
    atLeastOne: false,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function typed(source: Source, field: FieldDef, context: CellContext): Datum {
  const { raw } = source;
  if (raw === null || raw === '') return datum(source, 'blank', '');
  if (typeof raw === 'object') return 'masked' in raw ? masked(source, raw) : failed(source);
  if (typeof raw === 'string') {
    const text = clean(raw);
    if (text === '') return datum(source, 'blank', '');
    if (DASHES.has(text)) return dashed(source, field);
    return parsed(source, text, raw, field, context);
  }
  return parsed(source, typeof raw === 'number' ? String(raw) : raw ? 'TRUE' : 'FALSE', raw, field, context);
}

function parsed(
  source: Source,
  text: string,
  raw: string | number | boolean,
  field: FieldDef,
  context: CellContext,
): Datum {
  switch (field.type) {
    case 'count':
      return figure(source, text, typeof raw === 'boolean' ? null : readCount(raw, field, context.writings));
    case 'amount':
      return figure(source, text, typeof raw === 'boolean' ? null : readAmount(raw, field, context.writings));
    case 'ratio':
      return figure(source, text, typeof raw === 'boolean' ? null : readRatio(raw, source.format), 'N011');
    case 'date':
      return dated(source, text, raw, context);
    case 'boolean':
      return flagged(source, text, raw, context);
    case 'code':
    case 'codes':
      return coded(source, text, field, context);
    case 'uscc':
      return checked(source, text, raw, checkUscc);
    case 'id':
      return checked(source, text, raw, checkId);
    case 'phone':
      return checked(source, text, null, checkPhone);
    default:
      return datum(source, 'value', text);
  }
}

/** `/` and `—` say that there is nothing to say; for a yes or no they count as no, with a finding (SPEC §2.4). */
function dashed(source: Source, field: FieldDef): Datum {
  const result = datum(source, 'void', '');
  if (field.type === 'boolean') {
    result.state = 'value';
    result.flag = false;
    result.issue = 'N031';
  }
  return result;
}

function masked(source: Source, cell: MaskedCell): Datum {
  const result = datum(source, 'value', cell.masked ?? '');
  result.check = cell.check ?? null;
  return result;
}

function failed(source: Source): Datum {
  const result = datum(source, 'unreadable', '');
  result.issue = 'N044';
  return result;
}

function figure(source: Source, text: string, reading: Figure | null, otherwise = 'N001'): Datum {
  const result = datum(source, reading && reading.number !== null ? 'value' : 'unreadable', text);
  result.number = reading?.number ?? null;
  result.issue = reading ? reading.issue : otherwise;
  result.atLeastOne = reading?.atLeastOne ?? false;
  return result;
}

function dated(source: Source, text: string, raw: string | number | boolean, context: CellContext): Datum {
  const reading = typeof raw === 'boolean' ? null : readDate(raw, context);
  const result = datum(source, reading?.span ? 'value' : 'unreadable', text);
  result.span = reading?.span ?? null;
  result.otherSpan = reading?.otherSpan ?? null;
  result.issue = reading ? reading.issue : 'N022';
  return result;
}

function flagged(source: Source, text: string, raw: string | number | boolean, context: CellContext): Datum {
  const flag = readFlag(raw, context.writings);
  if (flag === 'blank') return datum(source, 'blank', '');
  const result = datum(source, flag ? 'value' : 'unreadable', text);
  result.flag = flag === null ? null : flag === 'yes';
  result.issue = flag === 'underWay' ? 'N031' : null;
  return result;
}

function coded(source: Source, text: string, field: FieldDef, context: CellContext): Datum {
  const book = context.books.get(field.list ?? '');
  const reading = book && (field.type === 'code' ? readCode : readCodes)(text, book, context.writings);
  const result = datum(source, reading?.codes.length ? 'value' : 'unreadable', text);
  if (book && reading?.codes.length) {
    result.codes = reading.codes;
    result.issue = reading.doubtful ? book.doubt : null;
  }
  return result;
}

/** Codes with a check of their own; a number too long for Excel has lost its last digits for good (R043). */
function checked(
  source: Source,
  text: string,
  raw: string | number | boolean | null,
  check: (text: string) => 'valid' | 'invalid' | null,
): Datum {
  const result = datum(source, 'value', comparable(text));
  result.check = typeof raw === 'number' && isLossyNumber(raw) ? 'lossy' : check(text);
  return result;
}
