/** An office's own template: our words are put where its tags stand, in its styles. Nothing else of it is changed. */
import { strFromU8, strToU8 } from 'fflate';
import { type Package, relatedTo, relationshipsOf, relationshipsPath, textAt } from '../../files/package.ts';
import { attribute, cursorOf, isNamed, leave, next } from '../../files/xml.ts';
import { entryOf, zipOf } from '../../files/zip.ts';
import { calledOf, type Document, sortOf } from '../documents/documents.ts';
import { endingSection, type Pieces, piecesOf } from './body.ts';
import { carriedParts, type Part } from './carried.ts';
import { impersonal } from './impersonal.ts';
import type { StyleId } from './layout.ts';
import { add, appended, chartParts, fontsXml, type Parts } from './parts.ts';
import { readingPaper } from './problems.ts';
import { isOther, openPaper, otherKinds } from './reading.ts';
import { following, roomOf, sectionAt, withSection } from './sections.ts';
import { lookOf, type StyleCalled, stylesXml, styleXml } from './styles.ts';
import { type BesidePart, placesIn, stretchesOf, type TagPlace, tagProblems } from './tags.ts';
import { takenOf } from './taken.ts';
import type { Pen } from './text.ts';
import { bookmarks, type NameOf, placeOf } from './tokens.ts';
import { hiddenStyles } from './unseen.ts';

/** The file, or what of the template is to be put right first: whole sentences. */
export type Filled = { readonly file: Uint8Array } | { readonly problems: readonly string[] };

/** Throws PaperProblem for what is no .docx. */
export function filled(template: Uint8Array, document: Document): Filled {
  return readingPaper(() => {
    const all = openPaper(template);
    const problems = problemsIn(all, document.attachments.length > 0);
    return problems.length > 0 ? { problems } : { file: fill(all, document) };
  });
}

/** What is to be put right before a report can be put into it: whole sentences. Throws PaperProblem. */
export const templateProblems = (template: Uint8Array): readonly string[] =>
  readingPaper(() => problemsIn(openPaper(template), true));

function problemsIn(all: Paper, needsAttachments: boolean): readonly string[] {
  if (/macroEnabled/i.test(textAt(all, CONTENT_TYPES) ?? ''))
    return ['模板里有宏。请用 Word 另存为“Word 文档（.docx）”后再试。'];
  const main = textAt(all, all.main) ?? '';
  return tagProblems({ main, styles: stylesOf(all)?.xml ?? '', beside: besideIn(all) }, needsAttachments);
}

type Paper = Package & { readonly main: string };

/** Without remarks: those do not go along. */
function besideIn(all: Paper): readonly BesidePart[] {
  return relationshipsOf(all, all.main).flatMap(({ type, target, external }) =>
    isOther(type) && type !== 'comments' && !external
      ? [{ called: otherKinds[type], xml: textAt(all, target) ?? '' }]
      : [],
  );
}

function stylesOf(all: Paper): { readonly path: string; readonly xml: string } | null {
  const path = relatedTo(all, all.main, 'styles')?.path;
  return path === undefined ? null : { path, xml: textAt(all, path) ?? '' };
}

function fill(all: Paper, document: Document): Uint8Array {
  const { parts: own, dropped } = impersonal(all, calledOf(document));
  const textOf = (path: string) => (own[path] ? strFromU8(own[path]) : textAt(all, path));
  const relations = relationshipsPath(all.main);
  const ids = freeIds(textOf(relations) ?? NO_RELATIONS);
  const main = ids(withSection(textOf(all.main) ?? ''));
  const { nameOf, kept } = bookmarks(document.isPublic, highestId(main));
  const named = withNames(main, nameOf);
  const stylesPath = stylesOf(all)?.path;
  const styles = stylesBy((stylesPath && textOf(stylesPath)) || '');
  const pen: Pen = { nameOf, styleOf: styles.styleOf };
  const pieces = piecesOf(document, pen, roomOf(sectionAt(named, 0)));
  const filledIn = placed(named, pieces);
  const parts: Parts = {
    ...own,
    [CONTENT_TYPES]: strToU8((textOf(CONTENT_TYPES) ?? '').replace('.template.main+xml', '.document.main+xml')),
    [relations]: strToU8(ids(textOf(relations) ?? NO_RELATIONS)),
    [all.main]: strToU8(filledIn),
  };
  if (stylesPath) parts[stylesPath] = strToU8(styles.xml());
  const taken = takenOf({
    sort: sortOf(document),
    main: filledIn,
    others: besideIn(all).map(({ xml }) => xml),
    kept,
    charts: pieces.charts,
    hidden: hiddenStyles(styles.xml()),
  });
  add(parts, [...(stylesPath ? [] : [ownStyles]), ...chartParts(pieces.charts), ...carriedParts(taken)], all.main);
  const fonts = 'word/fontTable.xml';
  const table = textOf(fonts);
  // Fonts that are missing have others in their stead.
  if (table?.includes('xmlns:w=') && !table.includes('仿宋_GB2312'))
    parts[fonts] = strToU8(appended(table, fontsXml()));
  return rezipped(all, parts, dropped);
}

/** Gives other ids to relationships that have ours: of a template that was a document of ours. */
function freeIds(relations: string): (xml: string) => string {
  let number = 1;
  while (relations.includes(`"rIdOwn${number}Ssld`)) number++;
  const ours = /"rIdSsld/g;
  return (xml) => xml.replace(ours, `"rIdOwn${number}Ssld`);
}

const ownStyles: Part = {
  path: 'word/styles.xml',
  bytes: strToU8(stylesXml()),
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml',
  related: { id: 'rIdSsldStyles', type: 'styles', target: 'styles.xml' },
};

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
    const begin = insideOf(main, from);
    const end = main.lastIndexOf('</', to - 1);
    text += `${main.slice(at, begin)}<w:bookmarkStart w:id="${id}" w:name="${name}"/>${main.slice(begin, end)}<w:bookmarkEnd w:id="${id}"/>`;
    at = end;
  }
  return text + main.slice(at);
}

/** Behind the properties of the paragraph that begins there. */
function insideOf(main: string, from: number): number {
  const cursor = cursorOf(main, from);
  next(cursor);
  const begin = cursor.to;
  return next(cursor) && cursor.opens && isNamed(cursor, 'pPr') && leave(cursor) ? cursor.to : begin;
}

/** Of bookmarks, which ours are numbered after. */
function highestId(main: string): number {
  const cursor = cursorOf(main);
  let highest = 0;
  while (next(cursor)) {
    if (!cursor.opens || !isNamed(cursor, 'bookmarkStart')) continue;
    const id = attribute(cursor, 'w:id') ?? '';
    const place = placeOf(attribute(cursor, 'w:name') ?? '') ?? 0;
    highest = Math.max(highest, /^\d{1,7}$/.test(id) ? Number(id) : 0, place);
  }
  return highest;
}

/** Styles by their names: the template's where it has one of that name, else ours are added as they are used. */
function stylesBy(xml: string) {
  const { ids, byName, names } = stylesIn(xml);
  const added = new Map<StyleId, StyleCalled>();
  return {
    styleOf(style: StyleId): string {
      const { name } = lookOf(style);
      const found = [name, ...(aliases[style] ?? [])].map((one) => byName.get(one)).find((id) => id !== undefined);
      if (found !== undefined) return found;
      // Of an id or a name that something else has, Word takes one of the two.
      if (!added.has(style)) added.set(style, { id: freeOf(style, ids), name: freeOf(name, names) });
      return added.get(style)!.id;
    },
    xml: () => (xml === '' ? '' : appended(xml, [...added].map(([style, called]) => styleXml(style, called)).join(''))),
  };
}

function stylesIn(xml: string) {
  const cursor = cursorOf(xml);
  const ids = new Set<string>();
  const names = new Set<string>();
  /** Of paragraphs. */
  const byName = new Map<string, string>();
  let style = { id: '', isParagraph: false };
  while (next(cursor)) {
    if (!cursor.opens) continue;
    if (isNamed(cursor, 'style')) {
      style = { id: attribute(cursor, 'w:styleId') ?? '', isParagraph: attribute(cursor, 'w:type') === 'paragraph' };
      ids.add(style.id);
    } else if (isNamed(cursor, 'name')) {
      const name = attribute(cursor, 'w:val') ?? '';
      names.add(name);
      if (style.isParagraph && style.id !== '' && !byName.has(name)) byName.set(name, style.id);
    }
  }
  return { ids, byName, names };
}

function freeOf(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const one = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(one)) return one;
  }
}

/** What offices call them. */
const aliases: Partial<Readonly<Record<StyleId, readonly string[]>>> = {
  SsldTitle: ['标题'],
  SsldBody: ['正文'],
  SsldHeading1: ['一级', '一级标题'],
  SsldHeading2: ['二级', '二级标题'],
  SsldHeading3: ['三级', '三级标题'],
};

/** What was not changed stays as it was packed. */
function rezipped(all: Package, parts: Parts, dropped: ReadonlySet<string>): Uint8Array {
  const known = new Set(all.entries.map(({ path }) => path));
  return zipOf([
    ...all.entries.flatMap((entry) => {
      const bytes = parts[entry.path];
      if (bytes) return [entryOf(entry.path, asUtf8(bytes), entry)];
      return dropped.has(entry.path.toLowerCase()) ? [] : [entry];
    }),
    ...Object.entries(parts).flatMap(([path, bytes]) => (known.has(path) ? [] : [entryOf(path, bytes)])),
  ]);
}

/** What is written anew is UTF-8, whatever the part said of itself before. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const declared = /^<\?xml[^>]*?encoding=["']([^"']*)["']/.exec(strFromU8(bytes.subarray(0, 200), true));
  if (!declared || /^utf-8$/i.test(declared[1]!)) return bytes;
  return strToU8(strFromU8(bytes).replace(/encoding=["'][^"']*["']/, 'encoding="UTF-8"'));
}

const CONTENT_TYPES = '[Content_Types].xml';
const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
