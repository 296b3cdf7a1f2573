/** Writes typed cells: what was made of them, and how they were typed only where nothing was. */
import type { Cell, Cells, Datum } from '../model.ts';
import type { Ink } from './ink.ts';
import type { Page, Texts } from './tokens.ts';

/** The fields in the order of their keys, then record by record their cells: where their columns stand says nothing. */
export function writeCells({ fields, each }: Cells, ink: Ink, page: Page): void {
  const name = page.texts();
  ink.count(fields.length);
  const columns = fields.map((field) => {
    name(field);
    return { pen: { ink, token: page.token, text: page.texts() }, written: [] as number[] };
  });
  each((field, datum, raw, alike) => {
    const { pen, written } = columns[field]!;
    const before = alike < 0 || alike >= written.length ? UNTOLD : written[alike]!;
    if (before === UNTOLD) {
      const now = writeCell(datum, raw, pen);
      if (alike >= 0) written[alike] = now;
    } else {
      ink.byte(before % 256);
      if (before >= 256) ink.count(Math.floor(before / 256));
    }
  });
}

interface Pen {
  readonly ink: Ink;
  readonly token: Page['token'];
  /** Of the column. */
  readonly text: Texts;
}

// What begins a cell. From SMALL on the number itself: most figures are small and whole.
const NONE = 0;
const BLANK = 1;
const VOID = 2;
const VALID = 3;
const FIGURE = 4;
const DAY = 5;
const NO = 6;
const YES = 7;
const CODE = 8;
const TEXT = 9;
const UNKNOWN = 10;
const TOKEN = 11;
const TOKENS = 12;
const FULL = 13;
const SMALL = 14;
const MOST_SMALL = 255 - SMALL;

/** Must be written anew each time. */
const UNTOLD = -1;

/**
 * Gives back what stands for the next cell that is typed alike: a byte, and before it by 256 the number of what was told, 0 for
 * none; or UNTOLD.
 */
function writeCell(datum: Datum | undefined, raw: Cell, pen: Pen): number {
  if (datum === undefined) return writeByte(NONE, pen);
  if (!isPlain(datum)) {
    writeFull(datum, raw, pen);
    return UNTOLD;
  }
  const { state, number, span, flag, codes, check } = datum;
  if (check !== null) {
    pen.ink.byte(VALID);
    writeText(datum, raw, pen);
    return UNTOLD;
  }
  if (state === 'blank') return writeByte(BLANK, pen);
  if (state === 'void') return writeByte(VOID, pen);
  if (number !== null) return writeFigure(number, pen);
  if (flag !== null) return writeByte(flag ? YES : NO, pen);
  if (span) {
    pen.ink.byte(DAY);
    pen.ink.count(span.from);
    return UNTOLD;
  }
  return codes.length > 0 ? writeTold(CODE, codes[0]!, pen) : writeText(datum, raw, pen);
}

function writeByte(byte: number, { ink }: Pen): number {
  ink.byte(byte);
  return byte;
}

function writeTold(byte: number, text: string, pen: Pen): number {
  pen.ink.byte(byte);
  const number = pen.text(text);
  return number > 0 ? byte + 256 * number : UNTOLD;
}

/** Certain, or nothing, and of one member at most. */
function isPlain(datum: Datum): boolean {
  if (datum.state === 'doubtful' || datum.issue !== null || datum.atLeastOne || datum.known !== '') return false;
  const { state, check, number, span, otherSpan, flag, codes } = datum;
  if (otherSpan !== null || (span !== null && (span.from !== span.to || span.from < 0))) return false;
  const members = (number === null ? 0 : 1) + (span ? 1 : 0) + (flag === null ? 0 : 1) + codes.length;
  return check === null ? members <= 1 : check === 'valid' && members === 0 && state === 'value';
}

function writeFigure(number: number, pen: Pen): number {
  if (number >= 0 && number <= MOST_SMALL && Number.isInteger(number)) return writeByte(SMALL + number, pen);
  pen.ink.byte(FIGURE);
  pen.ink.figure(number);
  return UNTOLD;
}

/** How it was typed counts only where nothing else was made of it: 8642人 is 8642. */
function writeText({ text }: Datum, raw: Cell, pen: Pen): number {
  const masked = typeof raw === 'object' && raw !== null && 'masked' in raw ? raw : null;
  if (!masked) return writeTold(TEXT, text, pen);
  if (masked.masked === null) {
    pen.ink.byte(UNKNOWN);
  } else {
    pen.ink.byte(masked.core === undefined ? TOKEN : TOKENS);
    pen.token(masked.masked);
    if (masked.core !== undefined) pen.token(masked.core);
  }
  return UNTOLD;
}

function writeFull(datum: Datum, raw: Cell, pen: Pen): void {
  const { state, issue, check, known, atLeastOne, number, span, otherSpan, flag, codes } = datum;
  pen.ink.byte(FULL);
  pen.text([state, issue, check, known, atLeastOne, flag, ...codes].join('\n'));
  for (const figure of [number, span?.from, span?.to, otherSpan?.from, otherSpan?.to]) {
    if (figure == null) pen.ink.byte(NONE);
    else writeFigure(figure, pen);
  }
  const isRead = number !== null || span !== null || flag !== null || codes.length > 0;
  if (state === 'doubtful' || (state === 'value' && !isRead)) writeText(datum, raw, pen);
}
