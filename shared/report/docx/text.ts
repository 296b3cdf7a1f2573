/** Words as runs; all that holds digits stands between the ends of a bookmark. */
import { encode } from '../../files/xml.ts';
import { trimmedEnd } from '../../model/trims.ts';
import type { DocumentText } from '../documents/documents.ts';
import { textOf } from '../parts.ts';
import { grid, type StyleId } from './layout.ts';
import type { KeptBinding, NameOf } from './tokens.ts';

/** By what a document is written: names of bookmarks, and ids of styles. */
export interface Pen {
  readonly nameOf: NameOf;
  readonly styleOf: (style: StyleId) => string;
}

/** How a paragraph differs from its style; lengths in twentieths of a point. */
export interface Looks {
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  /** Of a line that only ends a table. */
  readonly thin?: boolean;
  /** A line is left free before it. */
  readonly apart?: boolean;
  readonly indent?: { readonly left?: number; readonly right?: number; readonly hanging?: number };
  readonly align?: 'left' | 'center' | 'right';
}

/** `inside` are runs. */
export function paragraph(style: StyleId, inside: string, pen: Pen, looks: Looks = {}): string {
  const { keepNext, keepLines, thin, apart, indent, align } = looks;
  const { left = 0, right = 0, hanging } = indent ?? {};
  const properties = [
    `<w:pStyle w:val="${pen.styleOf(style)}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    keepLines ? '<w:keepLines/>' : '',
    thin ? '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>' : '',
    apart ? `<w:spacing w:beforeLines="100" w:before="${grid.linePitch}"/>` : '',
    indent ? `<w:ind w:left="${left}" w:right="${right}"${hanging ? ` w:hanging="${hanging}"` : ''}/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ];
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${inside}</w:p>`;
}

/** `before` are words that the rendering puts in front: 一、. */
export function runs(text: DocumentText, pen: Pen, before = ''): string {
  let xml = '';
  let plain = before;
  const put = (words: string, of: KeptBinding) => {
    xml += run(plain) + marked(words, of, pen);
    plain = '';
  };
  for (const part of text) {
    const words = typeof part === 'string' ? part : 'quote' in part ? part.quote : part.figure;
    if (typeof part !== 'string' && 'figure' in part) {
      if (words !== '') put(words, part.of);
    } else if (/\p{Nd}/u.test(words)) put(words, { what: 'words' });
    else plain += words;
  }
  return xml + run(plain);
}

/** Without the mark that would end a sentence: names in a list have none. */
export const withoutEnd = (text: DocumentText): DocumentText => [
  ...text.slice(0, -1),
  ...text.slice(-1).map((last) => {
    const words = trimmedEnd(textOf([last]), /[。；，,;\s]/);
    return typeof last === 'string' ? words : 'quote' in last ? { quote: words } : last;
  }),
];

function marked(words: string, of: KeptBinding, { nameOf }: Pen): string {
  const name = nameOf(words, of);
  const id = name.split('_')[1];
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${run(words)}<w:bookmarkEnd w:id="${id}"/>`;
}

function run(words: string): string {
  if (words === '') return '';
  // Marks that Chinese and Latin share are those of the Chinese font.
  const hint = /[“”‘’—…·]/.test(words) ? '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' : '';
  return `<w:r>${hint}<w:t xml:space="preserve">${encode(words)}</w:t></w:r>`;
}
