/**
 * Changes to the text of a part, made where they belong and nowhere else. What was replaced is told in a comment at the
 * part's end, so that it can be put back exactly; a program that saves the file anew drops the comment.
 */

import { cursorOf, next } from '../xml.ts';

/** `from` = `to` where something is put in. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Edits may stand in any order and do not overlap; of those at one place the first given comes first. */
export function spliced(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of inOrder(edits)) {
    pieces.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** As `spliced`, with what `restored` needs. */
export function edited(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const changed = spliced(text, edits);
  const undo: string[] = [];
  let shift = 0;
  for (const { from, to, text: put } of inOrder(edits)) {
    undo.push(`${from + shift},${put.length},${quoted(text.slice(from, to))}`);
    shift += put.length - (to - from);
  }
  const end = endOf(changed);
  return spliced(changed, [{ from: end, to: end, text: `${mark}${hashOf(changed)};${undo.join(';')}-->` }]);
}

/** What the text was before `edited`; where anything was changed since, as it is, but for the comment, which tells nothing more. */
export function restored(text: string): string {
  const from = text.lastIndexOf(mark);
  const to = from < 0 ? -1 : text.indexOf('-->', from);
  if (to < 0) return text;
  const changed = text.slice(0, from) + text.slice(to + 3);
  const [hash, ...undo] = text.slice(from + mark.length, to).split(';');
  if (hash !== hashOf(changed)) return restored(changed);
  const edits = undo.map((each) => {
    const [at = '', length = '', ...before] = each.split(',');
    return { from: Number(at), to: Number(at) + Number(length), text: unquoted(before.join(',')) };
  });
  return restored(spliced(changed, edits));
}

export const mark = '<!--ssld ';

/** Of what stands in the root. */
function endOf(text: string): number {
  const cursor = cursorOf(text);
  next(cursor);
  return text.lastIndexOf(`</${text.slice(cursor.from + 1, cursor.nameTo)}`);
}

const inOrder = (edits: readonly Edit[]) => [...edits].sort((a, b) => a.from - b.from || a.to - b.to);

/** Two hyphens would end the comment. */
const quoted = (text: string) => text.replace(/[%;-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unquoted = (text: string) =>
  text.replace(/%(25|3B|2D)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Of all characters (FNV-1a, twice with different beginnings): a change by chance does not go unseen. */
function hashOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995);
  }
  return `${text.length.toString(36)}.${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}
