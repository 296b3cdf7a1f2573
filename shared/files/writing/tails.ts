/** What comes behind the cells of a sheet: its conditional formats, ours and the person's, and where they stand. */
import { levelOf } from '../../model/ours.ts';
import { attribute, type Cursor, content, cursorOf, isNamed, isTrue, leave, next } from '../xml.ts';

export interface Tail {
  readonly prefix: string;
  /** Where conditional formats stand or would stand. */
  readonly place: number;
  readonly blocks: readonly Block[];
  /** All rules that have a priority, those of extensions too. */
  readonly rules: readonly { readonly priority: number; readonly from: number; readonly to: number }[];
  /** A rule belongs to a pivot table. */
  readonly pivot: boolean;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly { readonly from: number; readonly to: number; readonly own: boolean }[];
}

/** Linear in the text, and blind to what is in the cells. */
export function tailOf(text: string): Tail {
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
  if (isOfPivot(cursor)) tail.pivot = true;
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
  while (next(inner) && inner.to <= end) {
    if (inner.opens && isNamed(inner, 'cfRule')) noteRule(inner, tail);
    if (isOfPivot(inner)) tail.pivot = true;
  }
}

const isOfPivot = (cursor: Cursor) =>
  cursor.opens && isNamed(cursor, 'conditionalFormatting') && isTrue(attribute(cursor, 'pivot'));

function noteRule({ text, from, to }: Cursor, tail: { rules: Tail['rules'][number][] }): void {
  const found = /(\spriority\s*=\s*["'])(-?\d+)["']/.exec(text.slice(from, to));
  if (!found) return;
  const at = from + found.index + (found[1] as string).length;
  tail.rules.push({ priority: Number(found[2]), from: at, to: at + (found[2] as string).length });
}

/** Children of `<worksheet>` from conditional formats on, ECMA-376 part 1, 18.3.1.99: the first of them is ours. */
const after = new Set(
  (
    'conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
    'customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects ' +
    'controls webPublishItems tableParts extLst'
  ).split(' '),
);
