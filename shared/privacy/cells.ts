/** What becomes of one cell, by the field it belongs to. */

import { asidesOf } from '../model/asides.ts';
import { dayOf, offset1904 } from '../model/days.ts';
import type { Holder } from '../model/holders.ts';
import { checkId, checkPhone, comparable, isLossyNumber } from '../model/identifiers.ts';
import { isPlainSum, nameless, sumKind } from '../model/totals.ts';
import type { Cell, FieldDef, MaskedCell, MaskKind, Writings } from '../model.ts';

import type { FigureReducer } from './figures.ts';
import { bareNumber, personalKind } from './numbers.ts';
import { inlineToken, isToken, reducedRemark, type TokenOf, withoutNumbers } from './texts.ts';

export interface Masking {
  readonly tokenOf: TokenOf;
  /** Every word of the catalogue, in the form of `comparable`. */
  readonly plainWords: ReadonlySet<string>;
  /** 无, 暂无, 空缺: says that there is nothing to mask. */
  readonly voids: ReadonlySet<string>;
  /** A label of signatures and the name behind it. */
  readonly signature: RegExp;
  /** A name before a person's number that is masked already, with the label or the mark that it follows. */
  readonly owner: RegExp;
  readonly figureOf: FigureReducer;
  readonly explain: Explain;
  /** Wordings of a field that a person gave a meaning: it is found again by the token. */
  readonly isSpokenOf: (field: FieldDef, cell: string | number) => boolean;
  /** Who fills a post. */
  readonly holderIn: (text: string) => Holder;
  readonly writings: Writings;
  /** What stays in titles beside words. */
  readonly titled: readonly RegExp[];
  readonly date1904: boolean;
}

/** What the catalogue explains of a text that is read strictly; null for other fields. */
export type Explain = (text: string, field: FieldDef) => { readonly text: string; readonly isWhole: boolean } | null;

const TEXT: MaskedCell = { masked: null, kind: 'text' };
const NUMBER: MaskedCell = { masked: null, kind: 'number' };

const TOTAL_FIGURE = /^[共约]?\d{1,6}(?:人|名|个|位)?$/;

/** A cell of a recognised field, in a record or (`total`) in a row of totals. `words` may stay in a remark. */
export function fieldCell(
  cell: Cell,
  field: FieldDef,
  words: readonly string[],
  total: boolean,
  masking: Masking,
): Cell {
  if (isExplained(cell)) return explainedAgain(cell, field, masking);
  if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
  if (total && isWorded(cell)) return nameless(cell);
  if (field.personal) return personalCell(cell, field.personal, field.holder === true, total, masking);
  if (masking.isSpokenOf(field, cell)) return spokenCell(cell, field, masking);
  const kind = personalKind(cell);
  if (kind) return masked(cell, comparable(String(cell)), kind, masking);
  if (typeof cell === 'number') return cell;
  if (field.type === 'remark') return remarkCell(cell, words, masking);
  const explained = saysNothing(comparable(cell), masking) ? null : masking.explain(cell, field);
  if (explained) return listedCell(cell, explained, masking);
  const text = signedText(withoutNumbers(cell, masking.tokenOf), masking);
  return saysNothing(comparable(text), masking) ? text : masking.figureOf(text, field);
}

/** A word of a strict list: what is explained stays, the rest becomes a token of the whole (decision mask-9). */
function listedCell(cell: string, { text, isWhole }: NonNullable<ReturnType<Explain>>, masking: Masking): Cell {
  return isWhole ? text : { masked: masking.tokenOf(comparable(cell)), kind: 'text', known: text };
}

/** A wording that a person gave a meaning, in whatever field: by its token, with what is explained of it without them. */
function spokenCell(cell: string | number, field: FieldDef, masking: Masking): MaskedCell {
  const text = String(cell);
  const explained = masking.explain(text, field);
  return {
    masked: masking.tokenOf(comparable(text)),
    kind: 'text',
    ...(explained ? { known: explained.text } : {}),
  };
}

/** A masked cell that tells what was explained of it. */
export function isExplained(cell: Cell): cell is MaskedCell & { readonly known: string } {
  return typeof cell === 'object' && cell !== null && 'known' in cell && typeof cell.known === 'string';
}

/** Where no field explains it, a masked cell tells nothing. */
export function unexplained(cell: Cell): Cell {
  return isExplained(cell) ? { masked: cell.masked, kind: cell.kind } : cell;
}

/** Whoever masked it may have called anything explained. */
function explainedAgain(cell: MaskedCell & { readonly known: string }, field: FieldDef, masking: Masking): Cell {
  const { masked, kind, known } = cell;
  const explained = field.personal ? null : masking.explain(known, field);
  if (!explained) return { masked, kind };
  return explained.text === known && Object.keys(cell).length === 3 ? cell : { masked, kind, known: explained.text };
}

/** 活动方案，负责人：张某 (decision mask-6), and 联系人张某13800001234: the name of whose number stands behind it. */
function signedText(text: string, { tokenOf, voids, signature, owner, plainWords }: Masking): string {
  const name = (whole: string, before: string, value: string) => {
    const bare = comparable(value);
    const isNone = bare === '' || voids.has(bare) || plainWords.has(bare);
    return isNone ? whole : before + inlineToken('name', tokenOf(bare));
  };
  const signed = /[:：]/.test(text) ? text.replace(signature, name) : text;
  return signed.includes('〔') ? signed.replace(owner, name) : signed;
}

/** A cell in no recognised field: only its kind, unless it is blank or a word of the catalogue (decisions mask-3, mask-5). */
export function otherCell(cell: Cell, masking: Masking, total = false): Cell {
  if (typeof cell === 'number') return NUMBER;
  if (typeof cell !== 'string') return unexplained(cell);
  if (total && isWorded(cell)) return nameless(cell);
  const bare = comparable(cell);
  return bare === '' || saysNothing(bare, masking) || masking.plainWords.has(bare) ? cell : TEXT;
}

// #DIV/0!, #N/A, #SPILL!: whatever else an error says may be a cell's text.
const ERROR = /^#(?:DIV\/0|[A-Z]+[/_]?[A-Z]*)[!?]?$/;

/** A cell that is masked already, or an error: the members of the contract and nothing that came along. */
export function sealedCell(cell: Cell): Cell {
  if (typeof cell !== 'object' || cell === null) return cell;
  const members = Object.keys(cell).length;
  if ('error' in cell) {
    if (!ERROR.test(cell.error)) return { error: '#VALUE!' };
    return members === 1 ? cell : { error: cell.error };
  }
  const { masked, kind, check, known } = cell;
  const made = { masked, kind, ...(check === undefined ? {} : { check }), ...(known === undefined ? {} : { known }) };
  return members === Object.keys(made).length ? cell : made;
}

/** A heading or label stays, but for numbers of persons in it. */
export function labelCell(cell: Cell, masking: Masking): Cell {
  // As text, for it is a heading still.
  if (typeof cell === 'number') return personalKind(cell) ? withoutNumbers(String(cell), masking.tokenOf) : cell;
  return typeof cell === 'string' ? labelText(cell, masking) : unexplained(cell);
}

/** Also the name of a sheet. */
export function labelText(text: string, masking: Masking): string {
  return signedText(withoutNumbers(text, masking.tokenOf), masking);
}

function personalCell(
  cell: string | number,
  kind: MaskKind,
  isHolder: boolean,
  total: boolean,
  masking: Masking,
): Cell {
  const bare = comparable(String(cell));
  if (bare === '' || isToken(String(cell)) || saysNothing(bare, masking)) return cell;
  // 合计 12 人 in the column of names counts names and is none.
  if (total && TOTAL_FIGURE.test(bare)) return cell;
  const holder = isHolder ? masking.holderIn(bare) : 'person';
  // Made of catalogue words alone.
  if (holder === 'vacant') return cell;
  const sealed = masked(cell, bare, kind, masking);
  return holder === 'doubtful' ? { ...sealed, check: 'invalid' } : sealed;
}

function masked(cell: string | number, bare: string, kind: MaskKind, { tokenOf, date1904 }: Masking): MaskedCell {
  if (kind === 'text') return TEXT;
  const value = kind === 'birth' ? birthMonth(cell, bare, date1904) : kind === 'id' ? bareNumber(bare) || bare : bare;
  return { masked: tokenOf(value), kind, check: checkOf(cell, bare, kind) };
}

function checkOf(cell: string | number, bare: string, kind: MaskKind): MaskedCell['check'] {
  if (kind === 'id') return typeof cell === 'number' && isLossyNumber(cell) ? 'lossy' : checkId(bare);
  return kind === 'phone' ? checkPhone(bare) : null;
}

function remarkCell(cell: string, words: readonly string[], masking: Masking): Cell {
  const bare = comparable(cell);
  if (bare === '' || saysNothing(bare, masking)) return cell;
  return reducedRemark(cell, words, masking.writings.notYet) ?? TEXT;
}

function saysNothing(bare: string, { voids }: Masking): boolean {
  return voids.has(bare) || isPlainSum(bare);
}

/** 财政小计 is the label of a row of sums, and elsewhere perhaps a name. */
function isWorded(cell: Cell): cell is string {
  return typeof cell === 'string' && sumKind(cell) !== null && !isPlainSum(cell);
}

/** A cell of a row that tells how the list is to be filled in: the words that say so, and nothing of the example. */
export function asideCell(cell: Cell, masking: Masking): Cell {
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

/** True where the cell is masked because it was a person's, not because it stood outside the fields. */
export function isPersonal(cell: Cell): boolean {
  return (
    typeof cell === 'object' && cell !== null && 'masked' in cell && cell.kind !== 'text' && cell.kind !== 'number'
  );
}
