/** What points at parts of ours: relationships and content types, put in and taken out at the end of their lists. */
import { relationshipsOf, relationshipsPath } from '../package.ts';
import { childrenOf, type Element, parse } from '../xml.ts';
import { ascii, type Draft, partAt, putPart, removePart } from './drafts.ts';
import { spliced } from './edits.ts';
import { appended, prefixOf, removed } from './elements.ts';

const contentTypes = '[Content_Types].xml';
const relationshipsSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** By it what we put in is known again, until another program saves the file and numbers its relationships anew. */
const ourId = /^ssld\d+$/;

export const isOurId = (id: string | undefined) => ourId.test(id ?? '');

/** A new part that `from` points at; returns the relationship's id. `text` is ASCII or UTF-8 as a string of bytes. */
export function addPart(
  draft: Draft,
  from: string,
  part: { readonly path: string; readonly type: string; readonly contentType: string; readonly text: string },
): string {
  putPart(draft, part.path, part.text);
  const used = new Set(relationshipsOf(draft, from).map(({ id }) => id));
  let number = 1;
  while (used.has(`ssld${number}`)) number++;
  const id = `ssld${number}`;
  const holder = relationshipsPath(from);
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationshipsSpace}"></Relationships>`;
  const target = `Target="/${ascii(part.path)}"`;
  append(draft, holder, empty, (p) => `<${p}Relationship Id="${id}" Type="${part.type}" ${target}/>`);
  append(
    draft,
    contentTypes,
    '',
    (p) => `<${p}Override PartName="/${ascii(part.path)}" ContentType="${part.contentType}"/>`,
  );
  return id;
}

/** The part, what it points at, and what `from` and the list of types say of it. */
export function dropPart(draft: Draft, from: string, path: string): void {
  const relations = relationshipsOf(draft, from);
  cut(draft, relationshipsPath(from), (element, at) => {
    const relation = element.name === 'Relationship' ? relations[at] : undefined;
    return relation !== undefined && !relation.external && same(relation.target, path);
  });
  cut(draft, contentTypes, ({ attributes }) => same(attributes.get('PartName') ?? '', `/${path}`));
  removePart(draft, path);
}

function append(draft: Draft, path: string, otherwise: string, written: (prefix: string) => string): void {
  const text = partAt(draft, path) ?? otherwise;
  const root = parse(text);
  putPart(draft, path, spliced(text, appended(text, root, written(prefixOf(text, root)))));
}

/** `at` counts children of one name, as `relationshipsOf` does. */
function cut(draft: Draft, path: string, isWanted: (element: Element, at: number) => boolean): void {
  const text = partAt(draft, path);
  if (text === undefined) return;
  const { children } = parse(text);
  const names = new Set(children.map(({ name }) => name));
  const wanted = [...names].flatMap((name) => childrenOf({ children } as Element, name).filter(isWanted));
  if (wanted.length > 0) putPart(draft, path, spliced(text, wanted.map(removed)));
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
