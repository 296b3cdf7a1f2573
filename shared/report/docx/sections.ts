/** Sections: how pages lie, and how wide the text on them is. */
import { cursorOf, isNamed, leave, next } from '../../files/xml.ts';
import type { Room } from './body.ts';
import { grid, margins, measure, paper, wideMargins } from './layout.ts';

/** After GB/T 9704; `footers` are references to them. */
export function sectionOf(orientation: keyof Room, footers = ''): string {
  const isWide = orientation === 'landscape';
  const [width, height] = isWide ? [paper.height, paper.width] : [paper.width, paper.height];
  const { top, bottom, left, right, header, footer } = isWide ? wideMargins : margins;
  return `<w:sectPr>${footers}<w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${grid.linePitch}"/></w:sectPr>`;
}

/** Of the template: the section that what stands at `at` is in. */
export function sectionAt(main: string, at: number): string {
  return sectionIn(main, at) ?? sectionOf('portrait');
}

/** The next at or behind a place; null where none follows. */
export function sectionIn(xml: string, at = 0): string | null {
  const cursor = cursorOf(xml, at);
  while (next(cursor)) {
    const { from } = cursor;
    if (cursor.opens && isNamed(cursor, 'sectPr')) return leave(cursor) ? xml.slice(from, cursor.to) : null;
  }
  return null;
}

/** A text that ends without a section ends with ours: else Word takes one for paper that nobody uses here. */
export function withSection(main: string): string {
  const end = main.lastIndexOf('</w:body>');
  const before = main.slice(0, end).trimEnd();
  const isThere = before.endsWith('</w:sectPr>') || before.slice(before.lastIndexOf('<')).startsWith('<w:sectPr');
  return end < 0 || isThere ? main : main.slice(0, end) + sectionOf('portrait') + main.slice(end);
}

/** On pages of its own, numbered on. */
export function following(section: string, orientation: keyof Room): string {
  const plain = section
    .replace(/<w:(?:type|titlePg)\b[^>]*\/>/g, '')
    .replace(/(<w:pgNumType\b[^>]*?) w:start="\d+"/, '$1');
  return orientation === 'landscape' ? lyingDown(plain) : plain;
}

/** The text's width of a section, in twentieths of a point. */
export function roomOf(section: string): Room {
  const { w, h, top, bottom, left, right } = lengthsOf(section);
  if (w === null || h === null || top === null || bottom === null || left === null || right === null) return measure;
  const room = { portrait: w - left - right, landscape: h - top - bottom };
  return Math.min(room.portrait, room.landscape) > 0 ? room : measure;
}

function lyingDown(section: string): string {
  const { w, h, top, bottom, left, right } = lengthsOf(section);
  if (w === null || h === null || w > h) return section;
  const turned: Readonly<Record<string, number | null>> = {
    top: left,
    bottom: right,
    left: top,
    right: bottom,
    footer: wideMargins.footer,
  };
  return section
    .replace(/<w:pgSz\b[^>]*\/>/, `<w:pgSz w:w="${h}" w:h="${w}" w:orient="landscape"/>`)
    .replace(/<w:pgMar\b[^>]*\/>/, (tag) =>
      tag.replace(/w:(top|bottom|left|right|footer)="-?\d+"/g, (before, name: string) =>
        turned[name] == null ? before : `w:${name}="${turned[name]}"`,
      ),
    );
}

function lengthsOf(section: string) {
  const size = /<w:pgSz\b[^>]*>/.exec(section)?.[0] ?? '';
  const margin = /<w:pgMar\b[^>]*>/.exec(section)?.[0] ?? '';
  const of = (tag: string, name: string) => {
    const text = new RegExp(`\\bw:${name}="(\\d{1,6})"`).exec(tag)?.[1];
    return text === undefined ? null : Number(text);
  };
  const [top, bottom, left, right] = (['top', 'bottom', 'left', 'right'] as const).map((name) => of(margin, name)) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  return { w: of(size, 'w'), h: of(size, 'h'), top, bottom, left, right };
}
