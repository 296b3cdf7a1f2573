/** What becomes of one cell, by the field it belongs to. */

import { asidesOf, isExampleOf } from '../model/asides.ts';
import { dayOf, offset1904 } from '../model/days.ts';
import { type Holder, saysGone } from '../model/holders.ts';
import {
  checkId,
  checkPhone,
  checkUscc,
  comparable,
  foldWidth,
  isLossyNumber,
  mayBeCode,
} from '../model/identifiers.ts';
import { toldRemark } from '../model/remarks.ts';
import { headingToken, headingWords, inlineToken, isToken, LEFT_OVER, TOKEN, withoutTokens } from '../model/tokens.ts';
import { isPlainSum, isSumOfTime, nameless, sumKind } from '../model/totals.ts';
import type { Cell, FieldDef, MaskedCell, MaskKind, Writings } from '../model.ts';
import { type Patterns, reduced, standIn, type Words } from './reduced.ts';
import type { TokenOf } from './tokens.ts';
import { type Explaining, explaining, told } from './told.ts';

export interface Masking {
  readonly tokenOf: TokenOf;
  /** A run of a text that nothing explains. */
  readonly runToken: (run: string) => string;
  /** Notes how a text was typed of which a part travels; gives that part. */
  readonly partOf: (said: string, typed: string) => string;
  /** Texts that were met before: most columns hold few. */
  readonly met: Map<string, string>;
  /** Whole cells that say nothing of anybody, in the form of `comparable`. */
  readonly plainWords: ReadonlySet<string>;
  /** 无, 暂无, 空缺: says that there is nothing to mask. */
  readonly voids: ReadonlySet<string>;
  /** By what texts in fields, and headings, are explained. */
  readonly texts: readonly Explaining[];
  readonly headings: readonly Explaining[];
  /** Of lines outside the tables. */
  readonly words: readonly Words[];
  readonly patterns: Patterns;
  readonly withoutOthers: (text: string) => string;
  readonly explain: Explain;
  /** The text as a whole is a heading of some table. */
  readonly isHeading: (text: string) => boolean;
  /** The headings that stand inside a text in its compared form. */
  readonly headingsIn: (text: string) => readonly string[];
  /** Wordings of a field that a person gave a meaning: it is found again by the token. */
  readonly isSpokenOf: (field: FieldDef, cell: string | number) => boolean;
  /** The field that is read by the text of this one where it has no column of its own. */
  readonly standsFor: (field: FieldDef) => FieldDef | null;
  /** What a text in this field is tested by, where it is: a statistical code. */
  readonly testOf: (field: FieldDef) => { readonly holds: RegExp; readonly isCode: (text: string) => boolean } | null;
  /** How well a day of birth can be read. */
  readonly dayCheck: (cell: string | number) => MaskedCell['check'];
  /** Who fills a post. */
  readonly holderIn: (text: string) => Holder;
  readonly writings: Writings;
  /** Words that conditions look for in any text. */
  readonly sought: readonly string[];
  /** Those that are looked for in a field of a list, the longest first. */
  readonly soughtIn: (field: FieldDef) => readonly string[];
  readonly date1904: boolean;
}

/** What the reader's parse explains of a text; null for fields of text. */
export type Explain = (text: string, field: FieldDef) => { readonly text: string; readonly isWhole: boolean } | null;

const TEXT: MaskedCell = { masked: null, kind: 'text' };
const NUMBER: MaskedCell = { masked: null, kind: 'number' };

const TOTAL_FIGURE = /^[共约]?\d{1,6}(?:人|名|个|位)?$/;
/** No figure or day has more digits before the point. */
const LEAST_NO_FIGURE = 1e9;

/** A cell of a recognised field, in a record or (`total`) in a row of totals. `words` may stay in a remark. */
export function fieldCell(
  cell: Cell,
  field: FieldDef,
  words: readonly string[],
  total: boolean,
  masking: Masking,
): Cell {
  if (isMaskedText(cell)) return explainedAgain(cell, field, masking);
  if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
  if (total && isWorded(cell)) return nameless(cell);
  if (field.personal) return personalCell(cell, field.personal, field, total, masking);
  if (masking.isSpokenOf(field, cell)) return spokenCell(cell, field, masking);
  const silent = typeof cell === 'string' ? silentCell(cell, masking) : null;
  if (silent !== null) return silent;
  switch (field.type) {
    case 'count':
    case 'amount':
    case 'ratio':
    case 'date':
      if (typeof cell === 'number') return Math.abs(cell) < LEAST_NO_FIGURE ? cell : numberCell(cell, masking);
      return partlyTold(cell, masking.explain(cell, field), masking);
    case 'serial':
      return serialCell(cell, masking);
    case 'boolean':
    case 'code':
    case 'codes':
      return listedCell(cell, field, masking);
    case 'remark':
      return remarkCell(String(cell), words, masking);
    case 'uscc':
      return codeCell(cell, masking);
    default:
      return textCell(cell, field, masking);
  }
}

/** A word of a list: what is explained stays, the rest becomes a token of the whole (decision mask-9). */
function listedCell(cell: string | number, field: FieldDef, masking: Masking): Cell {
  const explained = masking.explain(String(cell), field);
  if (!explained || explained.isWhole)
    return typeof cell === 'number' ? cell : (explained?.text ?? textOf(cell, masking));
  const token = masking.tokenOf(comparable(String(cell)));
  const known = withSought(explained.text, String(cell), field, masking);
  masking.partOf(known.replaceAll(LEFT_OVER, inlineToken('text', token)), String(cell));
  return { masked: token, kind: 'text', known };
}

/** What is explained of a text with the words that are looked for in it: 志愿服务联合会(〔〕街道〔〕). */
function withSought(known: string, text: string, field: FieldDef, masking: Masking): string {
  const bare = comparable(text);
  let words = '';
  for (const word of masking.soughtIn(field))
    if (bare.includes(word) && !known.includes(word) && !words.includes(word)) words += word + LEFT_OVER;
  return known.replace(LEFT_OVER, LEFT_OVER + words);
}

/** 10人(张某、李某) as 10人(〔text-…〕): read by what explains it, and the same text as others that were typed alike. */
function partlyTold(cell: string, explained: ReturnType<Explain>, masking: Masking): string {
  if (!explained || explained.isWhole) return explained?.text ?? textOf(cell, masking);
  const token = TOKEN.exec(cell)?.[0] ?? wholeToken(cell, masking);
  return masking.partOf(explained.text.replaceAll(LEFT_OVER, token), cell);
}

function wholeToken(cell: string | number, { tokenOf }: Masking): string {
  const kind = typeof cell === 'number' ? 'number' : /\d/.test(foldWidth(cell)) ? 'code' : 'text';
  return inlineToken(kind, tokenOf(comparable(String(cell))));
}

/** A number where a text belongs; a number still, for whoever reads how the rows stand. */
function numberCell(cell: number, { tokenOf }: Masking): MaskedCell {
  return { masked: tokenOf(comparable(String(cell))), kind: 'number' };
}

/** 1, （3）, 第2项, 四. */
const SERIAL = /^第?[([]?(?:\d{1,4}(?:[-.]\d{1,3}){0,2}|[一二三四五六七八九十百]{1,4}|[A-Z])[)\].、]?[号项条]?$/;

function serialCell(cell: string | number, masking: Masking): Cell {
  const isShort = typeof cell === 'number' ? Math.abs(cell) < LEAST_NO_FIGURE : SERIAL.test(comparable(cell));
  return isShort ? cell : typeof cell === 'number' ? numberCell(cell, masking) : textOf(cell, masking);
}

/** A credit code, or what stands in the place of one: that it breaks its rules is told. */
function codeCell(cell: string | number, masking: Masking): Cell {
  const bare = comparable(String(cell));
  if (bare === '' || mayBeCode(bare)) return cell;
  const check = typeof cell === 'number' && isLossyNumber(cell) ? 'lossy' : checkUscc(bare);
  return { masked: masking.tokenOf(bare), kind: 'text', check };
}

const CREDIT_CODE = /[0-9A-Z]{18}/;

function textCell(cell: string | number, field: FieldDef, masking: Masking): Cell {
  const text = String(cell);
  const bare = comparable(text);
  const test = masking.testOf(field);
  if (test && bare !== '' && !isToken(text)) {
    if (test.isCode(bare)) return cell;
    return { masked: masking.tokenOf(bare), kind: 'text', check: test.holds.test(bare) ? 'valid' : 'invalid' };
  }
  const explained = typeof cell === 'string' ? masking.explain(cell, field) : null;
  const reader = typeof cell === 'string' ? masking.standsFor(field) : null;
  if (reader) return listedText(text, reader, masking);
  if (explained) return partlyTold(text, explained, masking);
  if (field.by && CREDIT_CODE.test(bare) && !mayBeCode(bare) && !TOKEN.test(text))
    return { masked: masking.tokenOf(bare), kind: 'text', check: 'invalid' };
  if (typeof cell === 'string') return textOf(cell, masking);
  return cell === 0 || (BESIDE_DAYS.has(field.key) && cell < 10_000) ? cell : numberCell(cell, masking);
}

/** Columns of the months and years of days. */
const BESIDE_DAYS: ReadonlySet<string> = new Set(['month', 'year']);

/** A text by which another field is read where that has no column: of its list what is explained stays as well. */
function listedText(text: string, reader: FieldDef, masking: Masking): string {
  const { texts, runToken, partOf, plainWords } = masking;
  if (isToken(text) || plainWords.has(comparable(text))) return text;
  const known = masking.explain(text, reader)?.text ?? '';
  const parts = explaining(comparable(known).split(/〔〕|某{2,}/));
  return partOf(told(text, [...texts, parts], runToken), text);
}

/** Words that conditions look for and places of the unit stay, each other run becomes a token of its own. */
function textOf(text: string, { plainWords, texts, runToken, partOf, met }: Masking): string {
  if (isToken(text)) return text;
  let said = met.get(text);
  if (said === undefined) {
    said = plainWords.has(comparable(text)) ? text : partOf(told(text, texts, runToken), text);
    met.set(text, said);
  }
  return said;
}

/** A wording that a person gave a meaning, in whatever field: by its token, with what is explained of it without them. */
function spokenCell(cell: string | number, field: FieldDef, masking: Masking): MaskedCell {
  const text = String(cell);
  const explained = masking.explain(text, field);
  return {
    masked: masking.tokenOf(comparable(text)),
    kind: 'text',
    ...(explained ? { known: withSought(explained.text, text, field, masking) } : {}),
  };
}

/** The name of a thing that others may be perhaps, with the token of what is left of it (decision mask-15). */
export function coreCell(cell: Cell, core: string, field: FieldDef, masking: Masking): Cell {
  const silent = typeof cell === 'string' ? silentCell(cell, masking) : null;
  if (typeof cell !== 'string' || silent !== null) return silent ?? cell;
  const text = textOf(cell, masking);
  const { tokenOf } = masking;
  if (masking.isSpokenOf(field, cell)) return { ...spokenCell(cell, field, masking), core: tokenOf(core) };
  const known = withoutTokens(text, LEFT_OVER);
  return {
    masked: tokenOf(comparable(cell)),
    kind: 'text',
    ...(known === LEFT_OVER ? {} : { known }),
    core: tokenOf(core),
  };
}

function isMaskedText(cell: Cell): cell is MaskedCell {
  return typeof cell === 'object' && cell !== null && 'masked' in cell;
}

/** Of a line: other places that the workbook names as tokens, of the rest what lines are read by. */
export function line(text: string, patterns: readonly RegExp[], { words, withoutOthers, runToken }: Masking): string {
  return reduced(withoutOthers(text), words, patterns, runToken);
}

/** Where no field explains it, a masked cell tells nothing. */
export function unexplained(cell: Cell): Cell {
  if (!isMaskedText(cell)) return cell;
  return cell.known === undefined && cell.core === undefined ? cell : { masked: cell.masked, kind: cell.kind };
}

/** Whoever masked it may have called anything explained. */
function explainedAgain(cell: MaskedCell, field: FieldDef, masking: Masking): Cell {
  const { known } = cell;
  if (known === undefined) return cell;
  if (field.personal) return unexplained(cell);
  const listed = masking.explain(known, field)?.text;
  const explained =
    listed === undefined ? withoutTokens(textOf(known, masking), LEFT_OVER) : withSought(listed, known, field, masking);
  return explained === known ? cell : { ...cell, known: explained };
}

/** A cell in no recognised field: only its kind, unless it is blank or a word of the catalogue (decisions mask-3, mask-5). */
export function otherCell(cell: Cell, masking: Masking, total = false): Cell {
  if (typeof cell === 'number') return NUMBER;
  if (typeof cell !== 'string') return unexplained(cell);
  if (total && isWorded(cell)) return nameless(cell);
  const bare = comparable(cell);
  return bare === '' || masking.plainWords.has(bare) ? cell : (silentCell(cell, masking) ?? TEXT);
}

const ERRORS: ReadonlySet<string> = new Set([
  ...['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!'],
  ...['#CONNECT!', '#BLOCKED!', '#UNKNOWN!', '#FIELD!', '#BUSY!', '#PYTHON!', '#EXTERNAL!', '#TIMEOUT!'],
]);

/** A cell that is masked already, or an error: the members of the contract and nothing that came along. */
export function sealedCell(cell: Cell): Cell {
  if (typeof cell !== 'object' || cell === null) return cell;
  const members = Object.keys(cell).length;
  if ('error' in cell) {
    // Whatever else it says may be a cell's text.
    if (!ERRORS.has(cell.error)) return { error: '#VALUE!' };
    return members === 1 ? cell : { error: cell.error };
  }
  const { masked, kind, check, known, core } = cell;
  const made = {
    masked,
    kind,
    ...(check === undefined ? {} : { check }),
    ...(known === undefined ? {} : { known }),
    ...(core === undefined ? {} : { core }),
  };
  return members === Object.keys(made).length ? cell : made;
}

/** A heading or label: its explained words, the rest by its length, and behind it a token by which a person may speak of it. */
export function labelCell(cell: Cell, masking: Masking): Cell {
  // As text, for it is a heading still.
  if (typeof cell === 'number') return Math.abs(cell) < 10_000 ? cell : wholeToken(cell, masking);
  return typeof cell === 'string' ? labelText(cell, masking) : unexplained(cell);
}

export function labelText(text: string, masking: Masking): string {
  const bare = comparable(text);
  if (bare === '' || masking.plainWords.has(bare) || masking.isHeading(text)) return text;
  const typed = text.replace(BREAK, '');
  const { communities } = masking.writings;
  const near = explaining(masking.headingsIn(bare));
  const by = [...masking.headings, near];
  // 乙社区, of which the figures stand below: the name of a place.
  if (communities.some((ending) => bare.length > ending.length && bare.endsWith(ending)))
    return masking.partOf(told(text, by, masking.runToken), typed);
  const words = headingWords(text);
  const said = told(words, by, standIn);
  const token = headingToken(text);
  // The x of a letter that did not travel is a mark of ticks when it is read again.
  if (said === words || (token !== null && said.toLowerCase() === words.toLowerCase())) return text;
  return masking.partOf(said + (token ?? inlineToken('head', masking.tokenOf(bare))), typed);
}

const BREAK = /[\r\n]+/g;

function personalCell(
  cell: string | number,
  kind: MaskKind,
  { holder: isHolder, gone }: FieldDef,
  total: boolean,
  masking: Masking,
): Cell {
  const bare = comparable(String(cell));
  if (bare === '' || isToken(String(cell))) return cell;
  const silent = typeof cell === 'string' ? silentCell(cell, masking) : null;
  if (silent !== null) return silent;
  // 合计 12 人 in the column of names counts names and is none.
  if (total && TOTAL_FIGURE.test(bare)) return cell;
  const holder = isHolder ? masking.holderIn(bare) : 'person';
  // Made of catalogue words alone.
  if (holder === 'vacant' || (kind === 'birth' && masking.plainWords.has(bare))) return cell;
  const sealed = masked(cell, bare, kind, masking);
  return holder === 'doubtful' || saysGone(bare, gone) ? { ...sealed, check: 'invalid' } : sealed;
}

const MARKS = /[-+_.·*~)\u2010-\u2015\u2212]/g;

function masked(cell: string | number, bare: string, kind: MaskKind, masking: Masking): MaskedCell {
  const { tokenOf, date1904, dayCheck } = masking;
  if (kind === 'text') return TEXT;
  // However it was grouped.
  const number = bare.replace(MARKS, '') || bare;
  const value = kind === 'birth' ? birthMonth(cell, bare, date1904) : kind === 'id' ? number : bare;
  return { masked: tokenOf(value), kind, check: kind === 'birth' ? dayCheck(cell) : checkOf(cell, bare, kind) };
}

function checkOf(cell: string | number, bare: string, kind: MaskKind): MaskedCell['check'] {
  if (kind === 'id') return typeof cell === 'number' && isLossyNumber(cell) ? 'lossy' : checkId(bare);
  return kind === 'phone' ? checkPhone(bare) : null;
}

/** Of a remark only words of the catalogue and, beside them, dates. */
function remarkCell(cell: string, words: readonly string[], masking: Masking): Cell {
  if (comparable(cell) === '' || isToken(cell)) return cell;
  const { writings, sought } = masking;
  const said = toldRemark(cell, words, writings.notYet, sought);
  if (!said.includes(LEFT_OVER)) return said;
  return masking.partOf(said.replaceAll(LEFT_OVER, TOKEN.exec(cell)?.[0] ?? wholeToken(cell, masking)), cell);
}

/** 无, 空缺, and what heads a row of sums, without names that stand in it; null for any other text. */
function silentCell(cell: string, masking: Masking): string | null {
  if (masking.voids.has(comparable(cell))) return cell;
  if (!isPlainSum(cell)) return null;
  // Its characters are often spread over the cell.
  const said = foldWidth(cell).replace(/\s+/g, '');
  return isSumOfTime(said) ? said : line(said, masking.patterns.titles, masking);
}

/** 财政小计 is the label of a row of sums, and elsewhere perhaps a name. */
function isWorded(cell: Cell): cell is string {
  return typeof cell === 'string' && sumKind(cell) !== null && !isPlainSum(cell);
}

/** A cell of a row that tells how the list is to be filled in: the words that say so, of an example only what the template says. */
export function asideCell(cell: Cell, field: FieldDef | undefined, masking: Masking): Cell {
  if (field && isExampleOf(field, cell)) return cell;
  const { example, ordinal, isNumbersLabel, isUnit, instruction } = asidesOf(masking.writings);
  if (ordinal(cell) || (typeof cell === 'string' && (isNumbersLabel(cell) || isUnit(cell)))) return cell;
  if (typeof cell !== 'string') return otherCell(cell, masking);
  return example(cell) ?? instruction(cell) ?? otherCell(cell, masking);
}

const MONTH = /^((?:19|20)\d\d)\D?(\d{1,2})/;

/**
 * Year and month however they were typed, so that the same person's births are equal (decision mask-8). Numeric 1985.1 may
 * be January or October; it equals itself only.
 */
function birthMonth(cell: string | number, bare: string, date1904: boolean): string {
  if (typeof cell === 'number' && cell > 3000 && cell < 100_000) {
    const { year, month } = dayOf(cell + (date1904 ? offset1904 : 0));
    return `${year}-${month}`;
  }
  const match = MONTH.exec(bare);
  return match && typeof cell === 'string' ? `${match[1]}-${Number(match[2])}` : bare;
}
