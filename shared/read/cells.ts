/** A cell and its field become a typed value in one of four states. */
import { holderIn, saysGone } from '../model/holders.ts';
import { checkId, checkPhone, checkUscc, comparable, isLossyNumber } from '../model/identifiers.ts';
import { inlineToken, LEFT_OVER } from '../model/tokens.ts';
import type { Cell, Datum, FieldDef, MaskedCell, Span, Writings } from '../model.ts';
import { type DateContext, findDate, monthOf, readDate } from './dates.ts';
import { explainedDate, explainedFigure } from './figures.ts';
import { type FlagReading, readFlag } from './flags.ts';
import { type Figure, readAmount, readCount, readRatio } from './numbers.ts';
import type { Segment } from './segments.ts';
import { clean } from './text.ts';
import { type CodeBook, type CodeReading, readWords } from './words.ts';

export interface CellContext extends DateContext {
  readonly writings: Writings;
  readonly books: ReadonlyMap<string, CodeBook>;
  /** What a person said that wordings mean, by field and by text or its token; null where nothing was said. */
  readonly meanings: Meanings | null;
}

export type Meanings = ReadonlyMap<FieldDef, ReadonlyMap<string, string | boolean | null>>;

const DASHES = new Set(['/', '\\', '—', '-', '--', '——', '－', '―']);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Typing = Mutable<Datum>;

/**
 * What most cells have in common stands once, on the prototype: with all thirteen members on each, a million cells would
 * not fit into the 128 MB of an isolate. Private to this file; everyone else sees a plain `Datum`.
 */
class Cells {
  readonly row: number;
  readonly column: number;
  readonly raw: Cell;
  constructor(row: number, column: number, raw: Cell) {
    this.row = row;
    this.column = column;
    this.raw = raw;
  }
}
Object.assign(Cells.prototype, {
  state: 'value',
  number: null,
  span: null,
  otherSpan: null,
  flag: null,
  codes: [],
  text: '',
  known: '',
  issue: null,
  check: null,
  atLeastOne: false,
} satisfies Omit<Datum, 'row' | 'column' | 'raw'>);

/** `row` and `column` are absolute. `format` matters for ratios only. Never throws. */
export function typed(
  raw: Cell,
  row: number,
  column: number,
  format: string | null,
  field: FieldDef,
  context: CellContext,
): Datum {
  const datum = new Cells(row, column, raw) as unknown as Typing;
  if (typeof raw === 'string') {
    const text = clean(raw);
    if (text === '') datum.state = 'blank';
    else if (text.length <= 2 && DASHES.has(text) && meaningOf(text, field, context) === undefined)
      dashed(datum, field);
    else parsed(datum, text, raw, format, field, context);
  } else if (raw === null) {
    datum.state = 'blank';
  } else if (typeof raw === 'object') {
    if ('masked' in raw) masked(datum, raw, field, context);
    else failed(datum);
  } else {
    parsed(datum, typeof raw === 'number' ? String(raw) : raw ? 'TRUE' : 'FALSE', raw, format, field, context);
  }
  return datum;
}

/** A copy with other members; a spread would lose what stands on the prototype. */
export function changed(datum: Datum, members: Partial<Datum>): Datum {
  return Object.assign(new Cells(datum.row, datum.column, datum.raw), datum, members) as unknown as Datum;
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
  const means = meaningOf(text, field, context);
  if (means !== undefined) {
    spoken(datum, means);
    return;
  }
  switch (field.type) {
    case 'count':
      figure(datum, figureIn(raw, readCount, field, context.writings), 'N001');
      break;
    case 'amount':
      figure(datum, figureIn(raw, readAmount, field, context.writings), 'N001');
      break;
    case 'ratio':
      figure(
        datum,
        figureIn(raw, (said) => readRatio(said, format), field, context.writings),
        'N011',
      );
      break;
    case 'date':
      dated(datum, raw, field, context);
      if (field.personal) ofBirth(datum);
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
    case 'text':
      if (field.holder) held(datum, context.writings);
      else if (saysNothing(comparable(text), context.writings)) datum.state = 'void';
      if (datum.state === 'value' && saysGone(text, field.gone)) unsure(datum);
      break;
    default:
  }
}

function saysNothing(text: string, { none, lacking }: Writings): boolean {
  return none.includes(text) || lacking.includes(text);
}

/** What a person said that this wording means; undefined where nothing was said. */
function meaningOf(text: string, field: FieldDef, { meanings }: CellContext): string | boolean | null | undefined {
  return meanings?.get(field)?.get(comparable(text));
}

/** `/` and `—` say that there is nothing to say; for a yes or no they count as no, with a finding (decision read-9). */
function dashed(datum: Typing, field: FieldDef): void {
  if (field.type === 'boolean') {
    datum.flag = false;
    datum.issue = 'N031';
  } else {
    datum.state = 'void';
  }
}

function masked(datum: Typing, cell: MaskedCell, field: FieldDef, context: CellContext): void {
  const known = cell.known ?? LEFT_OVER;
  const means = context.meanings?.get(field)?.get(cell.masked ?? '');
  if (means !== undefined) spoken(datum, means);
  // A mobile number among the dates is no date, and a valid one no valid credit code.
  else if (field.personal === undefined) parsed(datum, known, known, null, field, context);
  else if ((field.holder || field.gone) && cell.check === 'invalid') unsure(datum);
  else if (field.type === 'date') born(datum, cell);
  else if (cell.check) datum.check = cell.check;
  datum.text = field.personal === undefined ? textOf(cell) : (cell.masked ?? '');
}

/** A day of birth is compared by its month, and what is wrong with it is one thing (decision mask-8). */
function ofBirth(datum: Typing): void {
  if (datum.issue) datum.issue = 'N022';
  if (datum.span) datum.span = monthOf(datum.span);
}

/** Of a day of birth only how well it could be read is told. */
function born(datum: Typing, { check }: MaskedCell): void {
  if (check === 'invalid') datum.state = 'doubtful';
  if (check) datum.issue = 'N022';
}

/** What was explained, with the token of the whole where the rest stood. */
function textOf({ masked, known = LEFT_OVER }: MaskedCell): string {
  return masked === null ? '' : known.replaceAll(LEFT_OVER, inlineToken('text', masked));
}

/** A day that was read and not taken: its year is missing, or it is called off. */
const PARTIAL_DAY = `${LEFT_OVER}年`;

/** 空缺 names nobody; what is no name is no person for certain. */
function held(datum: Typing, writings: Writings): void {
  const holder = holderIn(datum.text, writings);
  if (holder === 'vacant') datum.state = 'void';
  else if (holder === 'doubtful') unsure(datum);
}

function unsure(datum: Typing): void {
  datum.state = 'doubtful';
  datum.known = LEFT_OVER;
  datum.issue = 'N047';
  datum.check = 'invalid';
}

function failed(datum: Typing): void {
  datum.state = 'doubtful';
  datum.issue = 'N044';
}

function figure(datum: Typing, reading: Figure | null, otherwise: string): void {
  if (!reading || reading.number === null) datum.state = 'doubtful';
  if (reading) datum.number = reading.number;
  const issue = reading ? reading.issue : otherwise;
  if (issue) datum.issue = issue;
  if (reading?.atLeastOne) datum.atLeastOne = true;
}

/** Somebody's number in a column of figures; no community has so many of anything. */
const LEAST_NO_FIGURE = 1e9;

/** Of what explains the cell alone; null where nothing can be taken. */
function figureIn(
  raw: string | number | boolean,
  read: (raw: string | number, field: FieldDef, writings: Writings) => Figure,
  field: FieldDef,
  writings: Writings,
): Figure | null {
  if (typeof raw === 'string') return read(explainedFigure(raw, field, writings), field, writings);
  return typeof raw === 'boolean' || Math.abs(raw) >= LEAST_NO_FIGURE ? null : read(raw, field, writings);
}

function dated(datum: Typing, typed: string | number | boolean, field: FieldDef, context: CellContext): void {
  const raw = typeof typed === 'string' ? explainedDate(typed, context.writings) : typed;
  if (typeof raw === 'string' && context.writings.noDay.includes(comparable(raw))) {
    datum.state = 'void';
    return;
  }
  const reading = typeof raw === 'boolean' ? null : readDate(raw, context, field.earliest);
  if (reading?.partial) datum.known = PARTIAL_DAY;
  if (!reading?.span) datum.state = 'doubtful';
  if (reading?.span) datum.span = reading.span;
  if (reading?.otherSpan) datum.otherSpan = reading.otherSpan;
  const issue = reading ? reading.issue : 'N022';
  if (issue) datum.issue = issue;
}

function flagged(datum: Typing, raw: string | number | boolean, context: CellContext): void {
  const { state, flag, unticked, known } = readFlagOf(raw, context.writings);
  if (known !== '') datum.known = known;
  if (state !== 'value') unsettled(datum, state, unticked);
  if (flag !== null) datum.flag = flag === 'yes';
  if (flag === 'underWay') datum.issue = 'N031';
}

/** By what explains the cell alone, so that it is read alike when the rest of it did not travel. */
function readFlagOf(raw: string | number | boolean, writings: Writings): FlagReading {
  const reading = readFlag(raw, writings);
  return reading.known === '' ? reading : readFlag(reading.known, writings);
}

function readWordsOf(text: string, book: CodeBook, writings: Writings, several: boolean): CodeReading {
  const reading = readWords(text, book, writings, several);
  return reading.known === '' ? reading : readWords(reading.known, book, writings, several);
}

/** What was not understood, or boxes of which none is ticked. */
function unsettled(datum: Typing, state: 'blank' | 'doubtful', unticked: boolean): void {
  datum.state = state;
  if (state === 'blank') datum.text = '';
  datum.issue = unticked ? 'N049' : 'N047';
}

/** What a person said that the wording means takes the place of any reading. */
function spoken(datum: Typing, means: string | boolean | null): void {
  if (means === null) datum.state = 'blank';
  else if (typeof means === 'boolean') datum.flag = means;
  else datum.codes = [means];
}

function coded(datum: Typing, field: FieldDef, context: CellContext): void {
  const book = context.books.get(field.list ?? '');
  if (!book) {
    datum.state = 'doubtful';
    return;
  }
  const reading = readWordsOf(datum.text, book, context.writings, field.type === 'codes');
  const { state, codes, denied, doubtful, unticked, known } = reading;
  const isStrict = book.list.silent !== undefined;
  if (isStrict && known !== '') datum.known = known;
  if (state !== 'value') {
    unsettled(datum, state, unticked);
    // Of a list that is not read strictly, an unknown word is no question.
    if (!unticked && !isStrict) datum.issue = null;
    return;
  }
  datum.codes = codes;
  if (denied) datum.issue = 'N031';
  else if (doubtful) datum.issue = book.list.doubt ?? null;
  if (book.list.before !== undefined) datum.span = dayIn(reading.segments);
}

/** The one day or month that stands beside a word; null where there is none, or several. */
function dayIn(segments: readonly Segment[]): Span | null {
  const days = segments.flatMap(({ text, is }) => (is === 'silent' && /\d/.test(text) ? (findDate(text) ?? []) : []));
  return days.length === 1 ? days[0]! : null;
}

const OF_YEAR = /^20\d\d/;

/** The one day, month or year that stands beside the words of a cell of the list; null where there is none, or several. */
export function dayBeside({ known, text }: Datum, list: string | undefined, context: CellContext): Span | null {
  const book = context.books.get(list ?? '');
  if (!book) return null;
  const { segments } = readWords(known || text, book, context.writings, true);
  const days = segments.flatMap((each) =>
    each.is === 'silent' && OF_YEAR.test(each.text) ? (readDate(each.text, context).span ?? []) : [],
  );
  return days.length === 1 ? days[0]! : null;
}

/** Codes with a check of their own; a number too long for Excel has lost its last digits for good (R043). */
function checked(
  datum: Typing,
  raw: string | number | boolean | null,
  check: (text: string) => 'valid' | 'invalid' | null,
): void {
  datum.text = comparable(datum.text);
  const result = typeof raw === 'number' && isLossyNumber(raw) ? 'lossy' : check(datum.text);
  if (result) datum.check = result;
}
