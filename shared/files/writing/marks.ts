/** Our conditional formats in the text of a sheet: put on top of the person's, and taken out again. */
import { levelOf, levels, ruleFormula } from '../../model/ours.ts';
import type { Mark, MarkLevel } from '../../model.ts';
import { attribute, type Cursor, content, cursorOf, isNamed, isTrue, leave, next } from '../xml.ts';
import { ascii } from './drafts.ts';
import { type Edit, edited, original, spliced } from './edits.ts';

/** Whether there is a mark of ours, or what tells of one; without a look at each element. */
export function mayHaveMarks(text: string): boolean {
  return text.includes('_ssld_') || text.includes('<!--ssld ');
}

/** The sheet's text without our marks: as it was before them where only we have written it since. */
export function withoutMarks(text: string): string {
  const before = original(text) ?? text;
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

/** `text` has no marks of ours; `format` gives the number of a level's format in the part `styles`. */
export function withMarks(text: string, marks: readonly Mark[], format: (level: MarkLevel) => number): string {
  const tail = tailOf(text);
  const { prefix: p, place, rules, pivot } = tail;
  const areas = levels.flatMap((level) => {
    const addresses = marks.filter((mark) => mark.level === level).map(({ address }) => address);
    const lists: { readonly level: MarkLevel; readonly list: string }[] = [];
    for (let from = 0; from < addresses.length; from += mostAreas)
      lists.push({ level, list: addresses.slice(from, from + mostAreas).join(' ') });
    return lists;
  });
  if (areas.length === 0) return text;
  const first = Math.min(...rules.map(({ priority }) => priority));
  const last = Math.max(0, ...rules.map(({ priority }) => priority));
  // Excel wants each number once, from 1 on. Theirs make room, all alike, and keep their order among each other; but a
  // pivot table names its rules by number: there ours come last.
  const shift = first > areas.length || pivot ? 0 : areas.length - first + 1;
  const from = pivot && first <= areas.length ? last + 1 : 1;
  const blocks = areas.map(({ level, list }, at) => {
    const formula = `<${p}formula>${ascii(ruleFormula(level).slice(1))}</${p}formula>`;
    const rule = `<${p}cfRule type="expression" dxfId="${format(level)}" priority="${from + at}">${formula}</${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${list}">${rule}</${p}conditionalFormatting>`;
  });
  const put: Edit = { from: place, to: place, text: blocks.join('') };
  if (shift === 0) return spliced(text, [put]);
  const moved = rules.map(({ valueFrom, valueTo, priority }) => ({
    from: valueFrom,
    to: valueTo,
    text: String(priority + shift),
  }));
  return edited(text, [put, ...moved]);
}

/** Whether Excel would let nothing on the sheet be changed. */
export function isProtected(text: string): boolean {
  const at = text.search(/<(?:[^\s<>:/]+:)?sheetProtection[\s/>]/);
  if (at < 0) return false;
  const cursor = cursorOf(text, at);
  return next(cursor) && isTrue(attribute(cursor, 'sheet'));
}

/** Addresses of one rule: Excel itself writes no longer lists. */
const mostAreas = 1000;

interface Tail {
  readonly prefix: string;
  /** Where conditional formats stand or would stand. */
  readonly place: number;
  readonly blocks: readonly Block[];
  /** All rules that have a priority, those of extensions too. */
  readonly rules: readonly { readonly priority: number; readonly valueFrom: number; readonly valueTo: number }[];
  /** A rule belongs to a pivot table. */
  readonly pivot: boolean;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly { readonly from: number; readonly to: number; readonly own: boolean }[];
}

/** What comes behind the cells. */
function tailOf(text: string): Tail {
  const cursor = cursorOf(text);
  next(cursor);
  const prefix = text.slice(cursor.from + 1, cursor.nameFrom);
  const tail = { prefix, place: -1, blocks: [] as Block[], rules: [] as Tail['rules'][number][], pivot: false };
  for (;;) {
    // A cell's text cannot hold `</sheetData>` but as CDATA, which no program writes there.
    if (!next(cursor)) break;
    if (!cursor.opens) {
      if (tail.place < 0) tail.place = cursor.from;
      break;
    }
    if (isNamed(cursor, 'sheetData') && !cursor.closes) {
      const end = text.indexOf(`</${prefix}sheetData`, cursor.to);
      cursor.to = end < 0 ? cursor.to : text.indexOf('>', end) + 1;
      continue;
    }
    const name = text.slice(cursor.nameFrom, cursor.nameTo);
    if (tail.place < 0 && after.has(name)) tail.place = cursor.from;
    if (name === 'conditionalFormatting') tail.blocks.push(blockAt(cursor, tail));
    else if (name === 'extLst') rulesWithin(cursor, tail);
    else leave(cursor);
  }
  return tail;
}

function blockAt(cursor: Cursor, tail: { rules: Tail['rules'][number][]; pivot: boolean }): Block {
  const { from } = cursor;
  const rules: { from: number; to: number; own: boolean }[] = [];
  if (attribute(cursor, 'pivot') === '1') tail.pivot = true;
  const closed = cursor.closes;
  while (!closed && next(cursor) && cursor.opens) {
    if (!isNamed(cursor, 'cfRule')) {
      leave(cursor);
      continue;
    }
    const rule = cursor.from;
    const inside = cursor.to;
    const before = tail.rules.length;
    noteRule(cursor, tail);
    leave(cursor);
    const own = isOwn(cursor.text.slice(inside, cursor.from));
    if (own) tail.rules.length = before;
    rules.push({ from: rule, to: cursor.to, own });
  }
  return { from, to: cursor.to, rules };
}

function isOwn(inside: string): boolean {
  const [, formula] = /<(?:[^\s:/>]+:)?formula[^>]*>([^<]*)</.exec(inside) ?? [];
  return formula !== undefined && levelOf(content(formula)) !== null;
}

function rulesWithin(cursor: Cursor, tail: { rules: Tail['rules'][number][]; pivot: boolean }): void {
  const at = cursor.to;
  if (!leave(cursor) || cursor.to === at) return;
  const end = cursor.to;
  const inner = cursorOf(cursor.text, at);
  while (next(inner) && inner.to <= end) if (inner.opens && isNamed(inner, 'cfRule')) noteRule(inner, tail);
}

function noteRule({ text, from, to }: Cursor, tail: { rules: Tail['rules'][number][] }): void {
  const found = /(\spriority\s*=\s*["'])(-?\d+)["']/.exec(text.slice(from, to));
  if (!found) return;
  const valueFrom = from + found.index + (found[1] as string).length;
  tail.rules.push({ priority: Number(found[2]), valueFrom, valueTo: valueFrom + (found[2] as string).length });
}

/** Children of `<worksheet>` from conditional formats on, ECMA-376 part 1, 18.3.1.99: the first of them is ours. */
const after = new Set(
  (
    'conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
    'customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects ' +
    'controls webPublishItems tableParts extLst'
  ).split(' '),
);
