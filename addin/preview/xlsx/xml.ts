/** XML as the parts of an .xlsx use it: elements, attributes, text. Comments and processing instructions are dropped. */

import { decode, textOfBytes } from '../../../shared/files/xml.ts';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<(?:!--[\s\S]*?--|[?!][^>]*)>|<\/[^>]*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element. Some programs prefix every element (`<x:row>`): the root's prefix is taken away throughout. */
export function parseXml(bytes: Uint8Array | undefined): Element {
  const text = bytes ? textOfBytes(bytes) : '';
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  let prefix: string | null = null;
  for (const token of text.matchAll(TOKEN)) {
    const [whole, cdata, name, attributes, closed] = token;
    const parent = open[open.length - 1] as Element;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (name !== undefined) {
      prefix ??= name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
      const child: Element = {
        name: prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name,
        attributes: parseAttributes(attributes ?? ''),
        children: [],
      };
      parent.children.push(child);
      if (closed !== '/') open.push(child);
    } else if (whole.startsWith('</')) open.pop();
    else if (!whole.startsWith('<') && open.length > 1) parent.children.push(decode(whole));
  }
  const root = top.children.find((child) => typeof child !== 'string') ?? element('empty');
  if (prefix) {
    root.attributes.xmlns = root.attributes[`xmlns:${prefix.slice(0, -1)}`] ?? '';
  }
  return root;
}

export function serializeXml(root: Element): Uint8Array {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  write(root, out);
  return new TextEncoder().encode(out.join(''));
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: (Element | string)[] = [],
): Element {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return { name, attributes: Object.fromEntries(given.map(([key, value]) => [key, String(value)])), children };
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((one): one is Element => typeof one !== 'string' && one.name === name);
}

export function children(parent: Element | undefined, name?: string): Element[] {
  if (!parent) return [];
  return parent.children.filter(
    (one): one is Element => typeof one !== 'string' && (name === undefined || one.name === name),
  );
}

export function textOf(parent: Element | undefined): string {
  if (!parent) return '';
  return parent.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}

/** Puts `given` in the place of all children called `name`, or in front of the first sibling that the schema wants after it. */
export function replaceChildren(
  parent: Element,
  name: string,
  given: readonly Element[],
  order: readonly string[],
): void {
  const after = new Set(order.slice(order.indexOf(name) + 1));
  const rest = parent.children.filter((one) => typeof one === 'string' || one.name !== name);
  const at = rest.findIndex((one) => typeof one !== 'string' && after.has(one.name));
  rest.splice(at < 0 ? rest.length : at, 0, ...given);
  parent.children = rest;
}

function parseAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE))
    attributes[name as string] = decode(double ?? single ?? '');
  return attributes;
}

function write(node: Element | string, out: string[]): void {
  if (typeof node === 'string') {
    out.push(encodeEntities(node));
    return;
  }
  out.push('<', node.name);
  for (const [name, value] of Object.entries(node.attributes)) {
    out.push(
      ' ',
      name,
      '="',
      encodeEntities(value)
        .replaceAll('"', '&quot;')
        .replace(/[\n\t\r]/g, (c) => `&#${c.charCodeAt(0)};`),
      '"',
    );
  }
  if (node.children.length === 0) {
    out.push('/>');
    return;
  }
  out.push('>');
  for (const one of node.children) write(one, out);
  out.push('</', node.name, '>');
}

// Characters that XML cannot hold at all are left out; strings that may have them escape them first.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function encodeEntities(text: string): string {
  return text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
