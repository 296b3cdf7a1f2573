/** What becomes of one cell, by the field it belongs to. */
import { dayOf, offset1904 } from '../model/days.ts';
import { checkId, checkPhone, comparable, isLossyNumber } from '../model/identifiers.ts';
import { sumKind } from '../model/totals.ts';
import type { Cell, ErrorCell, FieldDef, MaskedCell, MaskKind } from '../model.ts';

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
  /** What stays in titles beside words. */
  readonly titled: readonly RegExp[];
  readonly date1904: boolean;
}

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
  if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
  if (field.personal) return personalCell(cell, field.personal, total, masking);
  const kind = personalKind(cell);
  if (kind) return masked(cell, comparable(String(cell)), kind, masking);
  if (typeof cell === 'number') return cell;
  if (field.type === 'remark') return remarkCell(cell, words, masking);
  const text = signedText(withoutNumbers(cell, masking.tokenOf), masking);
  return saysNothing(comparable(text), masking) ? text : masking.figureOf(text, field);
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
export function otherCell(cell: Cell, masking: Masking): Cell {
  if (typeof cell === 'number') return NUMBER;
  if (typeof cell !== 'string') return cell;
  const bare = comparable(cell);
  return bare === '' || saysNothing(bare, masking) || masking.plainWords.has(bare) ? cell : TEXT;
}

// #DIV/0!, #N/A, #SPILL!: whatever else an error says may be a cell's text.
const ERROR = /^#(?:DIV\/0|[A-Z]+[/_]?[A-Z]*)[!?]?$/;

/** A cell that is masked already, or an error: the members of the contract and nothing that came along. */
export function sealedCell(cell: ErrorCell | MaskedCell): Cell {
  const members = Object.keys(cell).length;
  if ('error' in cell) {
    if (!ERROR.test(cell.error)) return { error: '#VALUE!' };
    return members === 1 ? cell : { error: cell.error };
  }
  const { masked, kind, check } = cell;
  if (members === (check === undefined ? 2 : 3)) return cell;
  return check === undefined ? { masked, kind } : { masked, kind, check };
}

/** A heading or label stays, but for numbers of persons in it. */
export function labelCell(cell: Cell, masking: Masking): Cell {
  // As text, for it is a heading still.
  if (typeof cell === 'number') return personalKind(cell) ? withoutNumbers(String(cell), masking.tokenOf) : cell;
  return typeof cell === 'string' ? labelText(cell, masking) : cell;
}

/** Also the name of a sheet. */
export function labelText(text: string, masking: Masking): string {
  return signedText(withoutNumbers(text, masking.tokenOf), masking);
}

function personalCell(cell: string | number, kind: MaskKind, total: boolean, masking: Masking): Cell {
  const bare = comparable(String(cell));
  if (bare === '' || isToken(String(cell)) || saysNothing(bare, masking)) return cell;
  // 合计 12 人 in the column of names counts names and is none.
  if (total && TOTAL_FIGURE.test(bare)) return cell;
  return masked(cell, bare, kind, masking);
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
  return reducedRemark(cell, words) ?? TEXT;
}

function saysNothing(bare: string, { voids }: Masking): boolean {
  return voids.has(bare) || sumKind(bare) !== null;
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
