/** The words of a document as paragraphs and tables; none is added but the numbers of headings and attachments. */
import type { Attachment, Block, Document, DocumentChart } from '../documents/documents.ts';
import { textOf } from '../parts.ts';
import { chartPlace } from './charts.ts';
import { measure } from './layout.ts';
import { headingNumbers } from './numerals.ts';
import { tableOf } from './tables.ts';
import { type Pen, paragraph, runs, withoutEnd } from './text.ts';

/** A document in the pieces that an office's own template has places for, as XML. */
export interface Pieces {
  readonly title: string;
  /** 主送, text, and the list of what is attached. */
  readonly body: string;
  readonly signature: string;
  /** Each on pages of its own. */
  readonly attachments: readonly { readonly orientation: Attachment['orientation']; readonly xml: string }[];
  /** In the order of their numbers. */
  readonly charts: readonly DocumentChart[];
}

export type Room = Readonly<Record<Attachment['orientation'], number>>;

/** `room` is the width of the text, by how the page lies. */
export function piecesOf(document: Document, pen: Pen, room: Room = measure): Pieces {
  const { title, addressee, body, signature, attachments } = document;
  const charts: DocumentChart[] = [];
  const alone = attachments.length === 1;
  return {
    title: title.map((line) => paragraph('SsldTitle', runs(line, pen), pen)).join(''),
    body: [
      addressee ? paragraph('SsldAddressee', runs([...addressee, '：'], pen), pen) : '',
      // The last lines of the text go with the signature, which never stands alone on a page. Free lines before it are no paragraphs:
      // LibreOffice, where a table goes on to another page, lays pages out again, and keeps less together then.
      blocksOf(body, { width: room.portrait, keepNext: true, charts, pen }),
      attachmentList(attachments, pen),
    ].join(''),
    signature: signatureOf(signature, pen),
    attachments: attachments.map(({ title, body, orientation }, at) => ({
      orientation,
      xml: [
        paragraph('SsldAttachmentMark', runs([], pen, `附件${alone ? '' : at + 1}`), pen),
        paragraph('SsldAttachmentTitle', runs(title, pen), pen),
        blocksOf(body, { width: room[orientation], keepNext: false, charts, pen }),
      ].join(''),
    })),
    charts,
  };
}

/** The last paragraph ends a section with these properties: one of its own could fall onto a page of its own. */
export function endingSection(xml: string, section: string): string {
  const at = xml.lastIndexOf('</w:pPr>');
  return xml.slice(0, at) + section + xml.slice(at);
}

interface BlocksAs {
  readonly width: number;
  /** The last of them, with what follows. */
  readonly keepNext: boolean;
  readonly charts: DocumentChart[];
  readonly pen: Pen;
}

function blocksOf(body: readonly Block[], { width, keepNext, charts, pen }: BlocksAs): string {
  const number = headingNumbers();
  return body
    .map((block, at) => {
      const isLast = at === body.length - 1;
      const keep = keepNext && isLast;
      switch (block.kind) {
        case 'heading':
          return paragraph(`SsldHeading${block.level}`, runs(block.text, pen, number(block.level)), pen);
        case 'paragraph':
          return paragraph('SsldBody', runs(block.text, pen), pen, {
            keepNext: keep,
            keepLines: keep && textOf(block.text).length <= togetherUpTo,
          });
        case 'table':
          return (
            tableOf(block, width, pen, keep) +
            paragraph('SsldCell', '', pen, isLast ? { thin: true, keepNext: keep } : {})
          );
        default:
          return chartPlace(block, charts.push(block), pen);
      }
    })
    .join('');
}

/** What would fill most of a page is parted. */
const togetherUpTo = 300;

/** 附件：1. and below it 2.; further lines of a name begin where the name does. */
function attachmentList(attachments: readonly Attachment[], pen: Pen): string {
  if (attachments.length === 0) return '';
  const numbered = attachments.length > 1;
  const lines = attachments.map(({ title }, at) => {
    const mark = `${at === 0 ? '附件：' : ''}${numbered ? `${at + 1}.` : ''}`;
    const number = numbered ? character : 0;
    const indent = { left: 5 * character + number, hanging: number + (at === 0 ? 3 * character : 0) };
    return paragraph('SsldAttachmentList', runs(withoutEnd(title), pen, mark), pen, {
      indent,
      keepNext: true,
      apart: at === 0,
    });
  });
  return lines.join('');
}

function signatureOf({ office, day }: Document['signature'], pen: Pen): string {
  return [
    paragraph('SsldSignature', runs(office, pen), pen, {
      keepNext: true,
      apart: true,
      indent: { right: 2 * character },
    }),
    paragraph('SsldSignature', runs(day, pen), pen, { indent: { right: 4 * character } }),
  ].join('');
}

/** Width of one of 三号, in twentieths of a point. */
const character = 320;
