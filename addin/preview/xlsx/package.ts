/** The parts of an .xlsx and how they point at each other. */
import { relationshipsPath } from '../../../shared/files/package.ts';
import { type Parts, pathIn } from './parts.ts';
import { child, children, type Element, element, parseXml, serializeXml } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** Last word of the relationship's type: `worksheet`, `styles`, `comments` … (transitional and strict files alike). */
  readonly type: string;
  /** Path of the part, or the address of something outside. */
  readonly target: string;
}

const CONTENT_TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Relationships of a part; of the package itself for the empty path. */
export function relationshipsOf(parts: Parts, path: string): Relationship[] {
  return children(readRelationships(parts, path), 'Relationship').map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').split('/').pop() ?? '',
    target:
      attributes.TargetMode === 'External' ? (attributes.Target ?? '') : within(parts, path, attributes.Target ?? ''),
  }));
}

export function relatedPart(parts: Parts, path: string, type: string): string | undefined {
  return relationshipsOf(parts, path).find((each) => each.type === type && parts.has(each.target))?.target;
}

/** Adds a part that `from` points at; returns the relationship's id. Without a content type the ending's default holds. */
export function addPart(
  parts: Parts,
  from: string,
  path: string,
  type: string,
  contentType: string | null,
  data: Element,
): string {
  writePart(parts, path, data);
  if (contentType !== null) {
    const types = parseXml(parts.get(pathIn(parts, CONTENT_TYPES) ?? CONTENT_TYPES));
    types.children.push(element('Override', { PartName: `/${path}`, ContentType: contentType }));
    writePart(parts, pathIn(parts, CONTENT_TYPES) ?? CONTENT_TYPES, types);
  }
  const relationships = readRelationships(parts, from);
  const used = new Set(children(relationships).map((each) => each.attributes.Id));
  let number = 1;
  while (used.has(`rId${number}`)) number++;
  const full = type.includes(':') ? type : `${OFFICE}/${type}`;
  relationships.children.push(element('Relationship', { Id: `rId${number}`, Type: full, Target: `/${path}` }));
  writePart(parts, relationshipsOfPart(parts, from), relationships);
  return `rId${number}`;
}

/** Files name the content type of legacy drawings by ending, not part by part. */
export function setDefaultType(parts: Parts, extension: string, contentType: string): void {
  const types = parseXml(parts.get(pathIn(parts, CONTENT_TYPES) ?? CONTENT_TYPES));
  if (children(types, 'Default').some((each) => each.attributes.Extension === extension)) return;
  types.children.unshift(element('Default', { Extension: extension, ContentType: contentType }));
  writePart(parts, pathIn(parts, CONTENT_TYPES) ?? CONTENT_TYPES, types);
}

/** Takes a part, its relationships and what `from` says of it out of the file. */
export function removePart(parts: Parts, from: string, path: string): void {
  const relationships = readRelationships(parts, from);
  relationships.children = children(relationships).filter(
    ({ attributes }) => attributes.TargetMode === 'External' || within(parts, from, attributes.Target ?? '') !== path,
  );
  writePart(parts, relationshipsOfPart(parts, from), relationships);
  const types = parseXml(parts.get(pathIn(parts, CONTENT_TYPES) ?? CONTENT_TYPES));
  types.children = children(types).filter((each) => each.attributes.PartName !== `/${path}`);
  writePart(parts, pathIn(parts, CONTENT_TYPES) ?? CONTENT_TYPES, types);
  parts.delete(path);
  parts.delete(relationshipsOfPart(parts, path));
}

export function writePart(parts: Parts, path: string, data: Element): void {
  parts.set(path, serializeXml(data));
}

/** A path like `like`, `xl/worksheets/sheet7.xml` for `xl/worksheets/sheet#.xml`: neither a part nor what `from` points at has it. */
export function freePath(parts: Parts, from: string, like: string): string {
  const targets = new Set(relationshipsOf(parts, from).map(({ target }) => target.toLowerCase()));
  for (let number = 1; ; number++) {
    const path = like.replace('#', String(number));
    if (pathIn(parts, path) === undefined && !targets.has(path.toLowerCase())) return path;
  }
}

/** The workbook's path, or undefined when the zip is no workbook. */
export function workbookPath(parts: Parts): string | undefined {
  return relatedPart(parts, '', 'officeDocument');
}

/** What an empty workbook consists of; sheets are added when it is saved. */
export function emptyPackage(): Parts {
  const parts: Parts = new Map();
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  writePart(
    parts,
    CONTENT_TYPES,
    element('Types', { xmlns: types }, [
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ]),
  );
  const workbook = element('workbook', { xmlns: main, 'xmlns:r': OFFICE }, [element('sheets')]);
  addPart(parts, '', 'xl/workbook.xml', 'officeDocument', `${sheetml}.sheet.main+xml`, workbook);
  const font = element('font', {}, [element('sz', { val: 11 }), element('name', { val: '宋体' })]);
  const fills = ['none', 'gray125'].map((patternType) =>
    element('fill', {}, [element('patternFill', { patternType })]),
  );
  const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const styles = element('styleSheet', { xmlns: main }, [
    element('fonts', { count: 1 }, [font]),
    element('fills', { count: 2 }, fills),
    element('borders', { count: 1 }, [element('border')]),
    element('cellStyleXfs', { count: 1 }, [element('xf', plain)]),
    element('cellXfs', { count: 1 }, [element('xf', { ...plain, xfId: 0 })]),
  ]);
  addPart(parts, 'xl/workbook.xml', 'xl/styles.xml', 'styles', `${sheetml}.styles+xml`, styles);
  return parts;
}

function readRelationships(parts: Parts, path: string): Element {
  const bytes = parts.get(relationshipsOfPart(parts, path));
  const root = bytes ? parseXml(bytes) : undefined;
  if (root && child(root, 'Relationship')) return root;
  return element('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' });
}

function relationshipsOfPart(parts: Parts, path: string): string {
  const usual = relationshipsPath(path);
  return pathIn(parts, usual) ?? usual;
}

/** Path of a part as the file writes it; where there is none, what it would be. */
function within(parts: Parts, from: string, target: string): string {
  const path = resolve(from, target.replaceAll('\\', '/'));
  return pathIn(parts, path) ?? path;
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
