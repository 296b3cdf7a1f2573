/** A document as a .docx of its own, laid out after GB/T 9704. */
import type { Document } from '../documents/documents.ts';
import { endingSection, piecesOf } from './body.ts';
import { grid, margins, paper } from './layout.ts';
import { mainXml, partsOf, zipped } from './parts.ts';
import { type Pen, paragraph } from './text.ts';
import { bookmarks } from './tokens.ts';

/** The file: of the same document the same bytes. */
export function docxOf(document: Document): Uint8Array {
  const { nameOf, kept } = bookmarks();
  const pen: Pen = { nameOf, styleOf: (style) => style };
  const { title, body, signature, attachments, charts } = piecesOf(document, pen);
  const sections = [
    { orientation: 'portrait' as const, xml: title + paragraph('SsldBody', '', pen) + body + signature },
    ...attachments,
  ].map(({ orientation, xml }, at) => ({ xml, section: sectionOf(orientation, at === 0) }));
  const main = sections
    .map(({ xml, section }, at) => (at < sections.length - 1 ? endingSection(xml, section) : xml + section))
    .join('');
  return zipped(partsOf({ title: document.name, main: mainXml(main), charts, kept }));
}

/** The first tells the page numbers of all. */
function sectionOf(orientation: 'portrait' | 'landscape', isFirst: boolean): string {
  const isWide = orientation === 'landscape';
  const [width, height] = isWide ? [paper.height, paper.width] : [paper.width, paper.height];
  const { top, bottom, left, right } = isWide
    ? { top: margins.left, bottom: margins.right, left: margins.top, right: margins.bottom }
    : margins;
  const footers = isFirst
    ? '<w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>'
    : '';
  const footer = isWide ? 600 : margins.footer;
  return `<w:sectPr>${footers}<w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${margins.header}" w:footer="${footer}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${grid.linePitch}"/></w:sectPr>`;
}
