/** Texts of a file: plain or in several fonts, in the shared list or in the cell. */
import { FileProblem } from './problems.ts';
import { type Cursor, cursorOf, isNamed, leave, next, textWithin } from './xml.ts';

/** More than all cells that are read. */
const mostStrings = 3_000_000;

/** By position; `text` is the part `sharedStrings`, undefined where a file has none. */
export function stringsOf(text: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (text === undefined) return strings;
  const cursor = cursorOf(text);
  while (next(cursor)) {
    if (!cursor.opens || !isNamed(cursor, 'si')) continue;
    if (strings.length === mostStrings) throw new FileProblem('too_large');
    strings.push(richText(cursor));
  }
  return strings;
}

/** From `<si>` or `<is>` to behind it; readings printed above characters (`rPh`) are no part of the text. */
export function richText(cursor: Cursor): string {
  if (cursor.closes) return '';
  let text = '';
  for (let depth = 1; depth > 0 && next(cursor); ) {
    if (!cursor.opens) depth--;
    else if (isNamed(cursor, 't')) text += textWithin(cursor);
    else if (isNamed(cursor, 'rPh')) leave(cursor);
    else if (!cursor.closes) depth++;
  }
  return unescapeText(text);
}

/** Characters that XML cannot hold stand as `_x000B_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.includes('\r') ? plain.replaceAll('\r\n', '\n') : plain;
}
