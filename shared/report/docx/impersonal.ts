/** A template without what tells of people and machines: who made and remarked it, in which sittings, from which folder. */
import { strToU8 } from 'fflate';
import { entryAt, type Package, relationshipsOf, relationshipsPath, textAt } from '../../files/package.ts';
import { cursorOf, encode, leave, next, parse } from '../../files/xml.ts';
import { withoutAuthors } from './author-fields.ts';
import { nameOf } from './elements.ts';

export interface Impersonal {
  /** Parts that are others now, by path. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Paths, in small letters, of parts that are gone. */
  readonly dropped: ReadonlySet<string>;
}

/** By the last word of their relationship's type: remarks and who made them, data behind forms, properties of people's own. */
const droppedKinds: ReadonlySet<string> = new Set([
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'customXml',
  'custom-properties',
  'thumbnail',
  'glossaryDocument',
  'printerSettings',
  'attachedTemplate',
  'webSettings',
  'mailMergeSource',
  'mailMergeHeaderSource',
]);

/** `title` is that of the paper. */
export function impersonal(all: Package & { readonly main: string }, title: string): Impersonal {
  const dropped = new Set<string>();
  const parts: Record<string, Uint8Array> = {};
  const settings = relationshipsOf(all, all.main).find(({ type }) => type === 'settings')?.target;
  for (const from of ['', all.main, ...(settings === undefined ? [] : [settings])]) {
    const path = relationshipsPath(from);
    const text = textAt(all, path);
    if (text === undefined) continue;
    const gone = relationshipsOf(all, from).filter(({ type }) => droppedKinds.has(type));
    for (const { target, external } of gone) if (!external) drop(all, target, dropped);
    const ids = new Set(gone.map(({ id }) => id));
    if (ids.size > 0)
      parts[pathIn(all, path)] = strToU8(withoutChildren(text, (attributes) => ids.has(attributes.get('Id') ?? '')));
  }
  const types = textAt(all, CONTENT_TYPES) ?? '';
  parts[CONTENT_TYPES] = strToU8(
    withoutChildren(types, (attributes) =>
      dropped.has((attributes.get('PartName') ?? '').replace(/^\//, '').toLowerCase()),
    ),
  );
  for (const { path } of all.entries) {
    if (dropped.has(path.toLowerCase()) || !/^word\/[^/]+\.xml$/i.test(path)) continue;
    const before = textAt(all, path)!;
    const after = impersonalXml(before);
    if (after !== before) parts[path] = strToU8(after);
  }
  for (const { type, target, external } of relationshipsOf(all, '')) {
    const properties = external ? undefined : propertiesOf(type, title);
    if (properties !== undefined) parts[pathIn(all, target)] = strToU8(properties);
  }
  return { parts, dropped };
}

/** As the file writes it. */
const pathIn = (all: Package, path: string): string => entryAt(all, path)?.path ?? path;

/** With what only it refers to. */
function drop(all: Package, path: string, dropped: Set<string>): void {
  if (dropped.has(path.toLowerCase())) return;
  dropped.add(path.toLowerCase());
  dropped.add(relationshipsPath(path).toLowerCase());
  const folder = path.slice(0, path.lastIndexOf('/') + 1).toLowerCase();
  for (const { target, external } of relationshipsOf(all, path))
    if (!external && target.toLowerCase().startsWith(folder)) drop(all, target, dropped);
}

/** Of a flat part: without those of its elements. */
function withoutChildren(xml: string, isGone: (attributes: ReadonlyMap<string, string>) => boolean): string {
  const gone = parse(xml).children.filter(({ attributes }) => isGone(attributes));
  return gone.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), xml);
}

/** What is said nowhere on paper. */
const unsaid: ReadonlySet<string> = new Set([
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'rsids',
  'attachedTemplate',
  'mailMerge',
  'docVars',
  'permStart',
  'permEnd',
  'tag',
  'alias',
  'printerSettings',
]);

function impersonalXml(xml: string): string {
  const cursor = cursorOf(xml);
  let text = '';
  let at = 0;
  while (next(cursor)) {
    if (!cursor.opens || !unsaid.has(nameOf(cursor))) continue;
    text += xml.slice(at, cursor.from);
    if (!leave(cursor)) break;
    at = cursor.to;
  }
  return withoutAuthors(text + xml.slice(at))
    .replace(/ w:rsid[A-Za-z]{0,12}="[0-9A-Fa-f]{0,16}"/g, '')
    .replace(/<(?:\w+:)?(?:docPr|cNvPr)\b[^>]*>/g, (tag) =>
      tag.replace(/ (?:title|descr)="[^"]*"/g, '').replace(/ name="[^"]*"/, ' name=""'),
    );
}

const CONTENT_TYPES = '[Content_Types].xml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Properties of every document of ours; of those that belong to a template none is left. */
function propertiesOf(type: string, title: string): string | undefined {
  if (type === 'core-properties') return corePropertiesXml(title);
  if (type !== 'extended-properties') return undefined;
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`;
}

export const corePropertiesXml = (title: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${encode(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
