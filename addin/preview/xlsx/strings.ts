/** Texts of a file: plain or in several fonts, in the shared list or in the cell. */
import { unescapeText } from '../../../shared/files/strings.ts';
import { child, children, type Element, element, textOf } from './xml.ts';

export interface Strings {
  /** By position. */
  readonly texts: readonly string[];
  /** Index of the plain text, added if the list has none. */
  add(text: string): number;
  readonly root: Element;
}

export function readStrings(root: Element): Strings {
  const items = children(root, 'si');
  root.children = items;
  const texts = items.map(readText);
  const plain = new Map<string, number>();
  items.forEach((item, index) => {
    if (!child(item, 'r') && !child(item, 'rPh') && !plain.has(texts[index]!)) plain.set(texts[index]!, index);
  });
  return {
    root,
    texts,
    add(text) {
      const known = plain.get(text);
      if (known !== undefined) return known;
      items.push(element('si', {}, [textElement(text)]));
      texts.push(text);
      plain.set(text, items.length - 1);
      // The counts are optional, and wrong from here on.
      root.attributes = root.attributes.xmlns ? { xmlns: root.attributes.xmlns } : {};
      return items.length - 1;
    },
  };
}

/** Text of `<si>`, `<is>` or a note's `<text>`; readings printed above characters (`rPh`) are no part of it. */
export function readText(holder: Element | undefined): string {
  const runs = children(holder, 'r');
  const pieces = runs.length > 0 ? runs.map((run) => child(run, 't')) : [child(holder, 't')];
  return pieces.map((piece) => unescapeText(textOf(piece))).join('');
}

export function textElement(text: string): Element {
  return element('t', /^\s|\s$|\n/.test(text) ? { 'xml:space': 'preserve' } : {}, [encodeText(text)]);
}

export function encodeText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(FORBIDDEN, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
