/** What of a .docx is there and is not read by people: hidden by its looks or its style, struck through, or shown by older programs alone. */
import { attribute, type Cursor, cursorOf, isTrue, leave, next, textWithin } from '../../files/xml.ts';
import { attributeOf, nameOf } from './elements.ts';

/** What is struck through is there no more, for whoever reads. */
const unseen: ReadonlySet<string> = new Set(['vanish', 'strike', 'dstrike']);
const UNSEEN = /vanish|strike/;

/** Of the part of styles. */
export function hiddenStyles(xml: string): ReadonlySet<string> {
  const ids = new Set<string>();
  if (!UNSEEN.test(xml)) return ids;
  const cursor = cursorOf(xml);
  let id = '';
  while (next(cursor)) {
    const name = nameOf(cursor);
    if (name === 'style' && cursor.opens) id = attributeOf(cursor, 'styleId');
    else if (unseen.has(name) && cursor.opens && isOn(cursor) && id !== '') ids.add(id);
  }
  return ids;
}

/** Whether looks name one of these styles. */
export function styled(looks: string, tag: string, ids: ReadonlySet<string>): boolean {
  const cursor = cursorOf(looks);
  while (next(cursor)) if (nameOf(cursor) === tag && ids.has(attributeOf(cursor, 'val'))) return true;
  return false;
}

export function isUnseen(looks: string): boolean {
  if (!UNSEEN.test(looks)) return false;
  const cursor = cursorOf(looks);
  while (next(cursor)) if (unseen.has(nameOf(cursor)) && cursor.opens && isOn(cursor)) return true;
  return false;
}

function isOn(cursor: Cursor): boolean {
  const value = attributeOf(cursor, 'val');
  return value === '' || isTrue(value);
}

/** Whether older programs, which show the second of two ways, show other words. */
export function saysTwice(xml: string): boolean {
  const said = { Choice: '', Fallback: '' };
  const cursor = cursorOf(xml);
  next(cursor);
  while (next(cursor)) {
    const name = nameOf(cursor);
    if (!cursor.opens || (name !== 'Choice' && name !== 'Fallback')) continue;
    const { from } = cursor;
    if (!leave(cursor)) return true;
    said[name] += drawnIn(xml.slice(from, cursor.to));
  }
  return said.Fallback !== '' && said.Fallback !== said.Choice;
}

/** Words in the way that is taken of a drawing. */
function drawnIn(xml: string): string {
  const cursor = cursorOf(xml);
  let text = '';
  next(cursor);
  while (next(cursor)) {
    const name = nameOf(cursor);
    if (!cursor.opens) continue;
    if (name === 'Fallback' && !leave(cursor)) break;
    if (name === 't') text += textWithin(cursor);
    else if (name === 'textpath') text += attribute(cursor, 'string') ?? '';
  }
  return text.replace(/\s+/g, '');
}
