/** Where something of ours goes among the elements of a part. */
import type { Element } from '../xml.ts';
import type { Edit } from './edits.ts';

/** As all elements of the part are written: `x:` for `<x:worksheet>`. */
export function prefixOf(text: string, { from }: Element): string {
  return /^<([^\s:/>]+:)?/.exec(text.slice(from, from + 100))?.[1] ?? '';
}

/** In front of the first child that the schema wants after `name`. */
export function placeOf(parent: Element, name: string, order: readonly string[]): number {
  const after = new Set(order.slice(order.indexOf(name) + 1));
  return parent.children.find((child) => after.has(child.name))?.from ?? parent.insideTo;
}

/** Puts `inner` at the end of an element, which may have been `<a/>`, and its attributes as told. */
export function appended(
  text: string,
  element: Element,
  inner: string,
  attributes: Readonly<Record<string, string>> = {},
): readonly Edit[] {
  const open = text.slice(element.from, element.insideFrom === element.to ? element.to : element.insideFrom);
  const changed = Object.entries(attributes).reduce((tag, [name, value]) => withAttribute(tag, name, value), open);
  if (!isClosed(text, element)) {
    const edits: Edit[] = [{ from: element.insideTo, to: element.insideTo, text: inner }];
    if (changed !== open) edits.unshift({ from: element.from, to: element.insideFrom, text: changed });
    return edits;
  }
  const name = /^<([^\s/>]+)/.exec(open)?.[1] ?? '';
  return [{ from: element.from, to: element.to, text: `${changed.replace(/\s*\/>$/, '>')}${inner}</${name}>` }];
}

/** `<a/>` */
export function isClosed(text: string, element: Element): boolean {
  return element.insideFrom === element.to && text.slice(element.to - 2, element.to) === '/>';
}

export function removed({ from, to }: Element): Edit {
  return { from, to, text: '' };
}

/** Only where the tag has it: whoever writes no count needs none. */
export function withAttribute(tag: string, name: string, value: string): string {
  for (const { 0: whole, 1: found, index } of tag.matchAll(/([^\s=<]+)\s*=\s*(?:"[^"]*"|'[^']*')/g))
    if (found === name) return `${tag.slice(0, index)}${name}="${value}"${tag.slice(index + whole.length)}`;
  return tag;
}
