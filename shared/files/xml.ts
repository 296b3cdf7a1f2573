/**
 * XML as the parts of an .xlsx use it, read where it stands: a cursor goes from tag to tag and makes nothing that is not asked
 * for; `parse` makes a tree of a small part, each element knowing its place, so that a part can be changed there only.
 * Prefixes are passed over (`<x:row>`). Entities of a document type are never made: they stay as they are written.
 */
import { strFromU8 } from 'fflate';
import { FileProblem } from './problems.ts';

/** At a tag, after `next` said true. */
export interface Cursor {
  readonly text: string;
  /** Of `<`, and behind `>`. */
  from: number;
  to: number;
  /** Of the name, without its prefix. */
  nameFrom: number;
  nameTo: number;
  /** Both for `<a/>`. */
  opens: boolean;
  closes: boolean;
}

export interface Element {
  /** Without prefix. */
  readonly name: string;
  /** By name as written (`r:id`), decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Of the whole element in the text, and of what stands between its tags (both its end for `<a/>`). */
  readonly from: number;
  readonly to: number;
  readonly insideFrom: number;
  readonly insideTo: number;
}

export function cursorOf(text: string, at = 0): Cursor {
  return { text, from: at, to: at, nameFrom: at, nameTo: at, opens: false, closes: false };
}

/** Goes to the next tag; false at the end, also where a tag is not finished. */
export function next(cursor: Cursor): boolean {
  const { text } = cursor;
  let from = cursor.to;
  for (;;) {
    from = text.indexOf('<', from);
    if (from < 0) return false;
    const mark = text.charCodeAt(from + 1);
    if (mark !== exclamation && mark !== question) break;
    const end = endOf(text, from, mark);
    if (end < 0) return false;
    from = end;
  }
  let at = from + 1;
  const closing = text.charCodeAt(at) === slash;
  if (closing) at++;
  let nameFrom = at;
  let code = text.charCodeAt(at);
  // Beyond the end of the text the code is NaN, which is more than nothing.
  while (code > space && code !== slash && code !== greater) {
    if (code === colon) nameFrom = at + 1;
    code = text.charCodeAt(++at);
  }
  const nameTo = at;
  while (code !== greater) {
    if (code === quote || code === apostrophe) {
      at = text.indexOf(code === quote ? '"' : "'", at + 1);
      if (at < 0) return false;
    } else if (!(code >= 0)) return false;
    code = text.charCodeAt(++at);
  }
  cursor.from = from;
  cursor.to = at + 1;
  cursor.nameFrom = nameFrom;
  cursor.nameTo = nameTo;
  cursor.opens = !closing;
  cursor.closes = closing || text.charCodeAt(at - 1) === slash;
  return true;
}

/** Behind a comment, a processing instruction, CDATA or a document type that begins at `from`; -1 where it has no end. */
function endOf(text: string, from: number, mark: number): number {
  const end =
    mark === question ? '?>' : text.startsWith('<!--', from) ? '-->' : text.startsWith(cdata, from) ? ']]>' : '>';
  const at = text.indexOf(end, end === '-->' ? from + 4 : from + 2);
  return at < 0 ? -1 : at + end.length;
}

export function isNamed(cursor: Cursor, name: string): boolean {
  return cursor.nameTo - cursor.nameFrom === name.length && cursor.text.startsWith(name, cursor.nameFrom);
}

/** By name as written; undefined where the tag has none. */
export function attribute(cursor: Cursor, name: string): string | undefined {
  const { text, to } = cursor;
  // Bounded by the tag: whoever looks further reads the rest of the part for each tag.
  for (let at = cursor.nameTo; ; ) {
    const from = at;
    while (at < to && text.charCodeAt(at) !== equals) at++;
    if (at >= to) return undefined;
    const nameEnd = at++;
    while (text.charCodeAt(at) <= space) at++;
    const mark = text.charCodeAt(at);
    if (mark !== quote && mark !== apostrophe) continue;
    const begin = ++at;
    while (at < to && text.charCodeAt(at) !== mark) at++;
    if (text.slice(from, nameEnd).trim() === name) return decode(text.slice(begin, at));
    at++;
  }
}

/** Whether an attribute of the schema's boolean type is set. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** From an opening tag to behind its element. False where that has no end. */
export function leave(cursor: Cursor): boolean {
  if (cursor.closes) return true;
  for (let depth = 1; depth > 0; ) {
    if (!next(cursor)) return false;
    if (cursor.opens && !cursor.closes) depth++;
    else if (!cursor.opens) depth--;
  }
  return true;
}

/** From an opening tag to behind its element; all text within, decoded. */
export function textWithin(cursor: Cursor): string {
  if (cursor.closes) return '';
  const from = cursor.to;
  if (!leave(cursor)) return '';
  return content(cursor.text.slice(from, cursor.from));
}

/** Text of a piece of XML, without tags, decoded. */
export function content(piece: string): string {
  if (!piece.includes('<')) return decode(piece);
  let text = '';
  for (let at = 0; at < piece.length; ) {
    const from = piece.indexOf('<', at);
    if (from < 0) return text + decode(piece.slice(at));
    text += decode(piece.slice(at, from));
    const mark = piece.charCodeAt(from + 1);
    const end = mark === exclamation || mark === question ? endOf(piece, from, mark) : piece.indexOf('>', from) + 1;
    if (end <= from) return text;
    if (piece.startsWith(cdata, from)) text += piece.slice(from + cdata.length, end - 3);
    at = end;
  }
  return text;
}

/** A tree takes a hundred times the bytes of its text. */
const mostElements = 200_000;

/** The root of a small part. Throws FileProblem: `damaged` where tags do not match. */
export function parse(text: string): Element {
  const cursor = cursorOf(text);
  let left = mostElements;
  const open: { element: Element & { children: Element[]; to: number; insideTo: number } }[] = [];
  while (next(cursor)) {
    const { from, to, opens, closes } = cursor;
    if (opens) {
      if (left-- === 0) throw new FileProblem('too_large');
      const name = text.slice(cursor.nameFrom, cursor.nameTo);
      const attributes = attributesOf(text.slice(cursor.nameTo, closes ? to - 2 : to - 1));
      const element = { name, attributes, children: [], from, to, insideFrom: to, insideTo: to };
      const parent = open.at(-1);
      if (parent) parent.element.children.push(element);
      if (!closes) open.push({ element });
      else if (!parent) return element;
      continue;
    }
    const last = open.pop()?.element;
    if (!last || !isNamed(cursor, last.name)) throw new FileProblem('damaged');
    last.insideTo = from;
    last.to = to;
    if (open.length === 0) return last;
  }
  throw new FileProblem('damaged');
}

const pair = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(text: string): ReadonlyMap<string, string> {
  if (!text.includes('=')) return noAttributes;
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(pair)) attributes.set(name, decode(double ?? single ?? ''));
  return attributes;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Text within an element of `text`, decoded. */
export function textOf(text: string, element: Element | undefined): string {
  return element ? content(text.slice(element.insideFrom, element.insideTo)) : '';
}

/** What a part says: UTF-8 or UTF-16, with or without a mark in front. */
export function textOfBytes(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === less && second === 0)) return utf16(bytes, 0);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === less)) return utf16(bytes, 1);
  const text = strFromU8(bytes);
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

/** `low` is where the lower byte of two stands. */
function utf16(bytes: Uint8Array, low: 0 | 1): string {
  let text = '';
  const codes: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    codes.push((bytes[at + low] as number) | ((bytes[at + 1 - low] as number) << 8));
    if (codes.length === 8192) text += String.fromCharCode(...codes.splice(0));
  }
  text += String.fromCharCode(...codes);
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,8})|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

// Characters that XML cannot hold at all are left out; texts of cells have them escaped before.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Half of a character beyond the first 65 536, as cutting leaves it: no file can hold it. Whole ones are not met, for `u`. */
const halves = /[\ud800-\udfff]/gu;

/** For text between tags and, by its second rule, for what stands in `"`. */
export function encode(text: string): string {
  const safe = text
    .replace(forbidden, '')
    .replace(halves, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return safe.replaceAll('"', '&quot;').replaceAll('\r', '&#13;');
}

/** For the value of an attribute, where line breaks and tabs would become blanks. */
export function encodeAttribute(text: string): string {
  return encode(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

const cdata = '<![CDATA[';
const byteOrderMark = 0xfeff;
const space = 32;
const exclamation = 33;
const quote = 34;
const apostrophe = 39;
const slash = 47;
const colon = 58;
const less = 60;
const equals = 61;
const greater = 62;
const question = 63;
