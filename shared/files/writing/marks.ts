/** Our conditional formats in the text of a sheet: put on top of the person's, and taken out again. */
import { levels, ruleFormula } from '../../model/ours.ts';
import type { Mark, MarkLevel } from '../../model.ts';
import { hasRoom, pointsPerDigit } from '../../report/signs.ts';
import { attribute, cursorOf, isTrue, next } from '../xml.ts';
import { ascii } from './drafts.ts';
import { type Edit, edited, mark, restored, spliced } from './edits.ts';
import { tailOf } from './tails.ts';
import { widthsIn } from './widths.ts';

/** Whether there is a mark of ours, or what tells of one; without a look at each element. */
export function mayHaveMarks(text: string): boolean {
  return text.includes('_ssld_') || text.includes(mark);
}

/** The sheet's text without our marks: as it was before them where only we have written it since. */
export function withoutMarks(text: string): string {
  const before = restored(text);
  if (!before.includes('_ssld_')) return before;
  const { blocks } = tailOf(before);
  return spliced(
    before,
    blocks.flatMap((block): readonly Edit[] => {
      const ours = block.rules.filter(({ own }) => own);
      return (ours.length === block.rules.length && ours.length > 0 ? [block] : ours).map(({ from, to }) => ({
        from,
        to,
        text: '',
      }));
    }),
  );
}

/** `text` has no marks of ours; `format` gives the number of a format in the part `styles`: `sign` is Excel's code, null for none. */
export function withMarks(
  text: string,
  marks: readonly Mark[],
  format: (level: MarkLevel, sign: string | null) => number,
): string {
  const widthOf = widthsIn(text);
  const kinds = new Map<number, { readonly level: MarkLevel; readonly addresses: string[] }>();
  for (const level of levels)
    for (const { address, sign } of marks.filter((mark) => mark.level === level)) {
      const shown = sign && hasRoom(sign, widthOf(address) * pointsPerDigit) ? sign.format : null;
      const number = format(level, shown);
      const kind = kinds.get(number) ?? { level, addresses: [] };
      kind.addresses.push(address);
      kinds.set(number, kind);
    }
  const rules = [...kinds].flatMap(([format, { level, addresses }]) => {
    const lists: OwnRule[] = [];
    for (let from = 0; from < addresses.length; from += mostAreas)
      lists.push({ level, format, areas: addresses.slice(from, from + mostAreas).join(' ') });
    return lists;
  });
  return withRules(text, rules);
}

/** Addresses of one rule: Excel itself writes no longer lists. */
const mostAreas = 1000;

export interface OwnRule {
  readonly level: MarkLevel;
  /** Number in the part `styles`. */
  readonly format: number;
  /** Addresses with blanks between them. */
  readonly areas: string;
}

/** Rules of ours on top, in this order. */
export function withRules(text: string, own: readonly OwnRule[]): string {
  if (own.length === 0) return text;
  const { prefix: p, place, rules, pivot } = tailOf(text);
  const [from, shift] = numbersFor(
    own.length,
    rules.map(({ priority }) => priority),
    pivot,
  );
  const blocks = own.map(({ level, format, areas }, at) => {
    const formula = `<${p}formula>${ascii(ruleFormula(level).slice(1))}</${p}formula>`;
    const rule = `<${p}cfRule type="expression" dxfId="${format}" priority="${from + at}">${formula}</${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${areas}">${rule}</${p}conditionalFormatting>`;
  });
  const put: Edit = { from: place, to: place, text: blocks.join('') };
  if (shift === 0) return spliced(text, [put]);
  const moved = rules.map(({ from, to, priority }) => ({ from, to, text: String(priority + shift) }));
  return edited(text, [put, ...moved]);
}

/**
 * First number for `count` rules of ours, and what is to be added to theirs. Excel wants each number once, from 1 on.
 * Theirs make room, all alike, and keep their order among each other; but a pivot table names its rules by number: there
 * ours come last.
 */
export function numbersFor(count: number, theirs: readonly number[], pivot: boolean): readonly [number, number] {
  const first = theirs.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  if (first > count) return [1, 0];
  if (pivot) return [theirs.reduce((most, each) => Math.max(most, each), 0) + 1, 0];
  return [1, count - first + 1];
}

/** Whether Excel would let nothing on the sheet be changed. */
export function isProtected(text: string): boolean {
  // Behind the cells; they may hold the word.
  for (let at = text.lastIndexOf('sheetProtection'); at >= 0; at = text.lastIndexOf('sheetProtection', at - 1)) {
    const from = text.lastIndexOf('<', at);
    const cursor = cursorOf(text, from);
    if (next(cursor) && cursor.opens && cursor.nameFrom === at) return isTrue(attribute(cursor, 'sheet'));
  }
  return false;
}
