/** A document as a .docx of its own, laid out after GB/T 9704. */
import { type Document, sortOf } from '../documents/documents.ts';
import { endingSection, piecesOf } from './body.ts';
import { mainXml, partsOf, zipped } from './parts.ts';
import { sectionOf } from './sections.ts';
import { type Pen, paragraph } from './text.ts';
import { bookmarks } from './tokens.ts';

/** The file: of the same document the same bytes. */
export function docxOf(document: Document): Uint8Array {
  const { nameOf, kept } = bookmarks(document.isPublic);
  const pen: Pen = { nameOf, styleOf: (style) => style };
  const { title, body, signature, attachments, charts } = piecesOf(document, pen);
  const sections = [
    { orientation: 'portrait' as const, xml: title + paragraph('SsldBody', '', pen) + body + signature },
    ...attachments,
  ].map(({ orientation, xml }, at) => ({ xml, section: sectionOf(orientation, at === 0 ? FOOTERS : '') }));
  // The first section tells the page numbers of all.
  const main = sections
    .map(({ xml, section }, at) => (at < sections.length - 1 ? endingSection(xml, section) : xml + section))
    .join('');
  return zipped(partsOf({ sort: sortOf(document), main: mainXml(main), charts, kept }));
}

const FOOTERS = '<w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>';
