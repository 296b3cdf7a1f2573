/** A document as a .docx: its words are put on paper, none is added but the numbers of headings and attachments. */
import {
  AlignmentType,
  DocumentGridType,
  Document as DocxDocument,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import type { Attachment, Block, Document, DocumentText } from '../documents/documents.ts';
import { carried } from './carried.ts';
import { chartOf } from './charts.ts';
import { grid, margins, measure, paper } from './layout.ts';
import { headingNumbers } from './numerals.ts';
import { stylesXml } from './styles.ts';
import { tableOf } from './tables.ts';
import { type NameOf, runs } from './text.ts';
import { bookmarks } from './tokens.ts';

type Children = readonly (Paragraph | Table)[];

/** The file. */
export async function docxOf(document: Document): Promise<Uint8Array> {
  const { nameOf, kept } = bookmarks();
  const file = new DocxDocument({
    title: document.name,
    creator: '',
    lastModifiedBy: '',
    externalStyles: stylesXml(),
    evenAndOddHeaderAndFooters: true,
    sections: [
      section('portrait', mainPart(document, nameOf)),
      ...document.attachments.map((one, at) =>
        section(one.orientation, attachmentPart(one, document.attachments.length === 1 ? '' : String(at + 1), nameOf)),
      ),
    ],
  });
  return carried(new Uint8Array(await Packer.toArrayBuffer(file)), kept);
}

function mainPart(document: Document, nameOf: NameOf): Children {
  const { title, addressee, body, signature, attachments } = document;
  return [
    ...title.map((line) => paragraph('SsldTitle', line, nameOf)),
    blank('SsldBody'),
    ...(addressee ? [paragraph('SsldAddressee', [...addressee, '：'], nameOf)] : []),
    ...blocks(body, measure.portrait, nameOf),
    ...attachmentList(attachments, nameOf),
    blank('SsldAttachmentList'),
    // The last lines of the text go with them: the signature never stands alone on a page.
    new Paragraph({
      style: 'SsldSignature',
      keepNext: true,
      indent: { right: 640 },
      children: runs(signature.office, nameOf),
    }),
    new Paragraph({ style: 'SsldSignature', indent: { right: 1280 }, children: runs(signature.day, nameOf) }),
  ];
}

function attachmentList(attachments: readonly Attachment[], nameOf: NameOf): Children {
  if (attachments.length === 0) return [];
  const alone = attachments.length === 1;
  return [
    blank('SsldAttachmentList'),
    ...attachments.map(({ title }, at) => {
      const mark = `${at === 0 ? '附件：' : ''}${alone ? '' : `${at + 1}.`}`;
      // Under the first: two characters in, and the three of 附件：.
      const left = at === 0 ? 640 : 640 + 960;
      return new Paragraph({
        style: 'SsldAttachmentList',
        indent: { left },
        children: runs(title, nameOf, mark),
      });
    }),
  ];
}

function attachmentPart({ title, body, orientation }: Attachment, number: string, nameOf: NameOf): Children {
  return [
    paragraph('SsldAttachmentMark', [`附件${number}`], nameOf),
    paragraph('SsldAttachmentTitle', title, nameOf),
    ...blocks(body, measure[orientation], nameOf),
  ];
}

function blocks(body: readonly Block[], width: number, nameOf: NameOf): Children {
  const number = headingNumbers();
  return body.flatMap((block, at): Children => {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            style: `SsldHeading${block.level}`,
            children: runs(block.text, nameOf, number(block.level)),
          }),
        ];
      case 'paragraph':
        return [
          new Paragraph({
            style: 'SsldBody',
            keepNext: at === body.length - 1,
            keepLines: at === body.length - 1,
            children: runs(block.text, nameOf),
          }),
        ];
      case 'table':
        return [...tableOf(block, width, nameOf), new Paragraph({ style: 'SsldCell' })];
      default:
        return chartOf(block, nameOf);
    }
  });
}

function paragraph(style: string, text: DocumentText, nameOf: NameOf): Paragraph {
  return new Paragraph({ style, children: runs(text, nameOf) });
}

const blank = (style: string) => new Paragraph({ style, children: [] });

function section(orientation: Attachment['orientation'], children: Children): ISectionOptions {
  const isWide = orientation === 'landscape';
  const turned = isWide
    ? { top: margins.left, bottom: margins.right, left: margins.top, right: margins.bottom }
    : { top: margins.top, bottom: margins.bottom, left: margins.left, right: margins.right };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...paper, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...turned, header: margins.header, footer: isWide ? 600 : margins.footer, gutter: 0 },
      },
      grid: { type: DocumentGridType.LINES, linePitch: grid.linePitch },
    },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
    children,
  };
}

/** — 1 —, on the outer side, one character in. */
function pageNumber(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  return new Footer({
    children: [
      new Paragraph({
        style: 'SsldPageNumber',
        alignment,
        indent,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
