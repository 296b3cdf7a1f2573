/** Lines outside the tables: titles, units, dates, signatures, notes. */
import { comparable, foldWidth } from '../model/identifiers.ts';
import { inlineToken, isToken } from '../model/tokens.ts';
import type { Cell, Line } from '../model.ts';
import { line, type Masking, unexplained } from './cells.ts';

const BREAK = /[\r\n\t]+/g;
const SPACES = / {2,}/g;

/** A cell that holds one or more lines: labels stay, what is signed becomes a token, the rest is reduced (decisions mask-3, mask-6). */
export function maskedLine(cell: Cell, lines: readonly Line[], masking: Masking): Cell {
  if (typeof cell !== 'string') return notText(cell);
  // Lines are read from the text in this form; their labels and values are found in it again.
  const text = foldWidth(cell.replace(BREAK, ' ')).replace(SPACES, ' ').trim();
  // 元 alone, beside 单位.
  if (masking.plainWords.has(comparable(text))) return cell;
  const patterns = lines.some(({ kind }) => kind === 'unit') ? masking.patterns.units : masking.patterns.titles;
  let result = '';
  let done = 0;
  for (const { kind, label, value, valueColumn, column } of lines) {
    if (label === null) continue;
    const start = text.indexOf(label, done);
    const from = start + label.length;
    if (start < 0) continue;
    result += line(text.slice(done, start), patterns, masking) + plainLabel(label, masking);
    done = from;
    if (kind !== 'signature' || value === null || valueColumn !== column) continue;
    const at = text.indexOf(value, from);
    if (at < 0) continue;
    result += line(text.slice(from, at), patterns, masking) + signed(value, masking);
    done = at + value.length;
  }
  return result + line(text.slice(done), patterns, masking);
}

const HINT = /[(（]([^)）]*)[)）]$/;
const HINTS = /^(?:签字|签名|签章|盖章|公章|章|手签|加盖公章|签字盖章)$/;

/** 负责人(签字) stays; 负责人(张某) says who. */
function plainLabel(label: string, masking: Masking): string {
  return label.replace(HINT, (hint, said: string) =>
    HINTS.test(said) ? hint : line(hint, masking.patterns.figures, masking),
  );
}

/** The value in the cell beside a label. */
export function maskedValue(cell: Cell, kind: Line['kind'], masking: Masking): Cell {
  if (typeof cell !== 'string' || comparable(cell) === '') return notText(cell);
  if (masking.plainWords.has(comparable(cell))) return cell;
  return kind === 'signature'
    ? signed(cell, masking)
    : line(foldWidth(cell), kind === 'unit' ? masking.patterns.units : masking.patterns.titles, masking);
}

/** 累计开展活动14场次，参与412人次. */
export function maskedStatement(cell: Cell, masking: Masking): Cell {
  return typeof cell === 'string' ? line(foldWidth(cell), masking.patterns.figures, masking) : notText(cell);
}

const NUMBER_BEFORE = /^[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]+/;
const COUNT_BEHIND = /[(（]\d+[\u4e00-\u9fff]?[)）]$/;

/** 一、依法登记的社会组织（6家）; 站, a word of one character, stays where it is the whole line. */
export function maskedSection(cell: Cell, masking: Masking): Cell {
  if (typeof cell === 'string') {
    const word = comparable(cell).replace(NUMBER_BEFORE, '').replace(COUNT_BEHIND, '');
    if (word.length === 1 && masking.plainWords.has(word)) return cell;
  }
  return typeof cell === 'string' ? line(foldWidth(cell), masking.patterns.titles, masking) : notText(cell);
}

function signed(value: string, { tokenOf, voids }: Masking): string {
  const bare = comparable(value);
  return isToken(value) || voids.has(bare) ? value : inlineToken('name', tokenOf(bare));
}

/** Of a number small enough to count something nothing else is known. */
function notText(cell: Cell): Cell {
  return typeof cell === 'number' && Math.abs(cell) >= MOST_COUNTED
    ? { masked: null, kind: 'number' }
    : unexplained(cell);
}

const MOST_COUNTED = 1e6;
