/** An office's own template: our words are put where its tags stand, in its styles. Nothing else of it is changed. */
import { strFromU8, strToU8 } from 'fflate';
import { type Package, relatedTo, relationshipsOf, relationshipsPath, textAt } from '../../files/package.ts';
import { encode } from '../../files/xml.ts';
import { entryOf, zipOf } from '../../files/zip.ts';
import type { Document } from '../documents/documents.ts';
import { endingSection, type Pieces, piecesOf } from './body.ts';
import { carriedParts, isCarried } from './carried.ts';
import { looks, type StyleId } from './layout.ts';
import { add, chartParts, fontsXml, type Parts } from './parts.ts';
import { readingPaper } from './problems.ts';
import { isOther, openPaper } from './reading.ts';
import { following, roomOf, sectionAt } from './sections.ts';
import { hiddenStyles } from './stories.ts';
import { styleXml } from './styles.ts';
import { placesIn, stretchesOf, type TagPlace, tagProblems } from './tags.ts';
import { takenOf } from './taken.ts';
import type { Pen } from './text.ts';
import { bookmarks, type NameOf } from './tokens.ts';

/** The file, or what of the template is to be put right first: whole sentences. */
export type Filled = { readonly file: Uint8Array } | { readonly problems: readonly string[] };

/** Throws PaperProblem for what is no .docx. */
export function filled(template: Uint8Array, document: Document): Filled {
  return readingPaper(() => {
    const all = openPaper(template);
    const main = textAt(all, all.main) ?? '';
    const types = textAt(all, CONTENT_TYPES) ?? '';
    if (/macroEnabled/i.test(types)) return { problems: ['模板里有宏。请用 Word 另存为“Word 文档（.docx）”后再试。'] };
    const around = relationshipsOf(all, all.main)
      .filter(({ type, external }) => !external && (type === 'header' || type === 'footer'))
      .map(({ target }) => textAt(all, target) ?? '');
    const problems = tagProblems(main, around, document.attachments.length > 0);
    return problems.length > 0 ? { problems } : { file: fill(all, main, document) };
  });
}

function fill(all: Package & { readonly main: string }, main: string, document: Document): Uint8Array {
  const { nameOf, kept } = bookmarks(highestId(main));
  const named = withNames(main, nameOf);
  const stylesPath = relatedTo(all, all.main, 'styles')?.path;
  const styles = stylesBy((stylesPath && textAt(all, stylesPath)) || '');
  const pen: Pen = { nameOf, styleOf: styles.styleOf };
  const pieces = piecesOf(document, pen, roomOf(sectionAt(named, 0)));
  const relations = relationshipsPath(all.main);
  const parts: Parts = {
    [CONTENT_TYPES]: strToU8((textAt(all, CONTENT_TYPES) ?? '').replace('.template.main+xml', '.document.main+xml')),
    [relations]: strToU8(textAt(all, relations) ?? NO_RELATIONS),
    [all.main]: strToU8(placed(named, pieces)),
  };
  if (stylesPath) parts[stylesPath] = strToU8(styles.xml());
  const old = carriedIn(all);
  const carried = carriedParts(
    takenOf({
      kind: document.kind,
      main: strFromU8(parts[all.main]!),
      others: relationshipsOf(all, all.main).flatMap(({ type, target, external }) =>
        isOther(type) && !external ? [textAt(all, target) ?? ''] : [],
      ),
      kept,
      charts: pieces.charts,
      hidden: hiddenStyles(styles.xml()),
    }),
  );
  add(parts, [...chartParts(pieces.charts), ...(old ? [] : carried)], all.main);
  if (old) parts[old] = carried[0]!.bytes;
  for (const [path, change] of small) {
    const before = textAt(all, path);
    if (before !== undefined) parts[path] = strToU8(change(before));
  }
  return rezipped(all, parts);
}

/** Who made the template is nobody's business; fonts that are missing have others in their stead. */
const small: readonly (readonly [path: string, change: (text: string) => string])[] = [
  ['docProps/core.xml', (text) => text.replace(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, '$1')],
  [
    'word/fontTable.xml',
    (text) => (text.includes('仿宋_GB2312') ? text : text.replace('</w:fonts>', `${fontsXml()}</w:fonts>`)),
  ],
];

/** From behind, so that places before stay where they are. */
function placed(main: string, pieces: Pieces): string {
  let text = main;
  for (const place of [...placesIn(main)].reverse()) text = withPiece(text, place, pieces);
  const missing = Object.entries(namespaces).filter(([prefix]) => !text.includes(`xmlns:${prefix}="`));
  const declared = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return text.replace(/<w:document\b/, `<w:document${declared}`);
}

const namespaces = {
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
} as const;

function withPiece(text: string, { tag, from, to, section }: TagPlace, pieces: Pieces): string {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (tag !== '附件') {
    const xml = tag === '标题' ? pieces.title : tag === '正文' ? pieces.body : pieces.signature;
    return before + (section === '' ? xml : endingSection(xml, section)) + after;
  }
  if (pieces.attachments.length === 0) return before + (section === '' ? '' : endingSection(LINE, section)) + after;
  // Each is a section of its own; the last is that of the end where nothing follows, for an empty one would be an empty page.
  const around = section === '' ? sectionAt(text, to) : section;
  const isEnd = section === '' && /^\s*<w:sectPr\b/.test(after);
  const all = pieces.attachments.map(({ xml, orientation }, at) => {
    const own = following(around, orientation);
    return isEnd && at === pieces.attachments.length - 1 ? xml + own : endingSection(xml, own);
  });
  return before + endingSection(LINE, around) + all.join('') + (isEnd ? after.replace(around, '') : after);
}

/** Hardly seen. */
const LINE =
  '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/** Digits of the template's own are its words, not ours to be asked about. */
function withNames(main: string, nameOf: NameOf): string {
  let text = '';
  let at = 0;
  for (const { from, to, text: words, holds } of stretchesOf(main)) {
    if (holds || !/\p{Nd}/u.test(words)) continue;
    const name = nameOf(words, { what: 'words' });
    const id = name.split('_')[1];
    const properties = /^<w:p\b[^>]*>(?:\s*<w:pPr\b(?:[^>]*\/>|[\s\S]*?<\/w:pPr>))?/.exec(main.slice(from, to))![0]
      .length;
    const end = main.lastIndexOf('</', to - 1);
    text += `${main.slice(at, from + properties)}<w:bookmarkStart w:id="${id}" w:name="${name}"/>${main.slice(from + properties, end)}<w:bookmarkEnd w:id="${id}"/>`;
    at = end;
  }
  return text + main.slice(at);
}

/** Of bookmarks, which ours are numbered after. */
function highestId(main: string): number {
  const ids = [...main.matchAll(/<w:bookmarkStart\b[^>]*? w:id="(\d{1,7})"/g)].map(([, id]) => Number(id));
  const ours = [...main.matchAll(/w:name="ssld_(\d{1,7})_/g)].map(([, id]) => Number(id));
  return Math.max(0, ...ids, ...ours);
}

/** Styles by their names: the template's where it has one of that name, else ours are added as they are used. */
function stylesBy(xml: string) {
  const ids = new Map<string, string>();
  for (const [tag, , id = ''] of xml.matchAll(
    /<w:style\b(?=[^>]*w:type="paragraph")([^>]*?w:styleId="([^"]*)"[^>]*)>[\s\S]*?<\/w:style>/g,
  )) {
    const name = /<w:name w:val="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && !ids.has(name)) ids.set(name, id);
  }
  const added = new Map<StyleId, string>();
  return {
    styleOf(style: StyleId): string {
      const { name } = looks.find(({ id }) => id === style)!;
      const found = [name, ...(aliases[style] ?? [])].map((one) => ids.get(encode(one))).find((id) => id !== undefined);
      if (found === undefined) added.set(style, styleXml(style));
      return found ?? style;
    },
    xml: () => xml.replace('</w:styles>', () => `${[...added.values()].join('')}</w:styles>`),
  };
}

/** What offices call them. */
const aliases: Partial<Readonly<Record<StyleId, readonly string[]>>> = {
  SsldTitle: ['标题'],
  SsldBody: ['正文'],
  SsldHeading1: ['一级', '一级标题'],
  SsldHeading2: ['二级', '二级标题'],
  SsldHeading3: ['三级', '三级标题'],
};

/** The part that a document of ours carries, if the template was one. */
function carriedIn(all: Package): string | undefined {
  return all.entries.find(({ path }) => /^customXml\/[^/]+\.xml$/i.test(path) && isCarried(textAt(all, path) ?? ''))
    ?.path;
}

/** What was not changed stays as it was packed. */
function rezipped(all: Package, parts: Parts): Uint8Array {
  const known = new Set(all.entries.map(({ path }) => path));
  return zipOf([
    ...all.entries.map((entry) => {
      const bytes = parts[entry.path];
      return bytes ? entryOf(entry.path, bytes, entry) : entry;
    }),
    ...Object.entries(parts).flatMap(([path, bytes]) => (known.has(path) ? [] : [entryOf(path, bytes)])),
  ]);
}

const CONTENT_TYPES = '[Content_Types].xml';
const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
