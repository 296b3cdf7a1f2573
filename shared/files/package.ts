/** The parts of an .xlsx and how they point at each other. Bytes that are something else say so as a FileProblem. */
import { strFromU8 } from 'fflate';
import { FileProblem } from './problems.ts';
import { type Element, parse, textOfBytes } from './xml.ts';
import { type Entry, entriesOf, unpack } from './zip.ts';

export interface Package {
  /** In the order of the file. */
  readonly entries: readonly Entry[];
  /** By path in small letters. */
  readonly byPath: ReadonlyMap<string, Entry>;
  /** Of the workbook's part. */
  readonly workbook: string;
  /** Name of the workbook within a zip of files; null for a workbook itself, and where the name cannot be read. */
  readonly inner: string | null;
  /** Bytes that may still be unpacked to be read. */
  left: number;
}

export interface Relationship {
  readonly id: string;
  /** Last word of the type: `worksheet`, `styles` … (transitional and strict files alike). */
  readonly type: string;
  /** Path of a part, or where `external` the address of something outside. */
  readonly target: string;
  readonly external: boolean;
}

/** Of one part; a million cells take some fifty. */
export const mostOfPart = 64 * 1024 * 1024;
/** Of all parts that are read of a file. */
const mostOfFile = 96 * 1024 * 1024;

/** Throws FileProblem. A zip that holds one workbook among its files is opened as that. */
export function openPackage(bytes: Uint8Array): Package {
  refuseOthers(bytes);
  const entries = entriesOf(bytes);
  const found = packageOf(entries, null);
  if (found) return found;
  const kind = entries.map(({ path }) => path.toLowerCase());
  if (kind.some((path) => /^(word|ppt|visio)\//.test(path) || path === 'mimetype')) throw new FileProblem('not_xlsx');
  // What a Mac puts beside each file.
  const books = entries.filter(
    ({ path }) => /\.(xlsx?|xlsm|et)$/i.test(path) && !/(^|\/)(__MACOSX\/|\._|~\$)/.test(path),
  );
  const [book] = books;
  if (!book || books.length > 1) throw new FileProblem('no_workbook', books.map(nameOf).slice(0, 3).join('、'));
  const unpacked = unpack(book, mostOfPart);
  refuseOthers(unpacked);
  const inner = packageOf(entriesOf(unpacked), nameOf(book));
  if (!inner) throw new FileProblem('no_workbook', nameOf(book));
  return inner;
}

function packageOf(entries: readonly Entry[], inner: string | null): Package | null {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) if (!byPath.has(entry.path.toLowerCase())) byPath.set(entry.path.toLowerCase(), entry);
  const all = { entries, byPath, workbook: '', inner, left: mostOfFile };
  const workbook = relatedTo(all, '', 'officeDocument')?.path;
  if (workbook === undefined || /\.bin$/i.test(workbook) || /^(word|ppt|visio)\//i.test(workbook)) {
    if (workbook !== undefined) throw new FileProblem('not_xlsx');
    return null;
  }
  return { ...all, workbook };
}

/** Names of old zips are in the code page of who made them. */
function nameOf(entry: Entry): string {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const readable = (entry.flags & 0x800) !== 0 || !entry.name.some((byte) => byte > 0x7f);
  return readable ? name : '';
}

export function entryAt(all: Package, path: string): Entry | undefined {
  return all.byPath.get(path.toLowerCase()) ?? all.byPath.get(unescaped(path).toLowerCase());
}

/** Undefined where the file has no such part. Throws FileProblem. */
export function textAt(all: Package, path: string): string | undefined {
  const entry = entryAt(all, path);
  if (!entry) return undefined;
  const bytes = unpack(entry, Math.min(mostOfPart, all.left));
  all.left -= bytes.length;
  return textOfBytes(bytes);
}

/** Of a part; of the package itself for the empty path. */
export function relationshipsOf(all: Package, path: string): readonly Relationship[] {
  const text = textAt(all, relationshipsPath(path));
  if (text === undefined) return [];
  return parse(text)
    .children.filter(({ name }) => name === 'Relationship')
    .map((each) => relationshipOf(path, each));
}

function relationshipOf(from: string, { attributes }: Element): Relationship {
  const target = attributes.get('Target') ?? '';
  const external = attributes.get('TargetMode') === 'External';
  return {
    id: attributes.get('Id') ?? '',
    type: (attributes.get('Type') ?? '').split('/').pop() ?? '',
    target: external ? target : resolve(from, target),
    external,
  };
}

/** The first part of that type that the file has. */
export function relatedTo(all: Package, path: string, type: string): Entry | undefined {
  for (const each of relationshipsOf(all, path)) {
    const entry = each.type === type && !each.external ? entryAt(all, each.target) : undefined;
    if (entry) return entry;
  }
  return undefined;
}

export function relationshipsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

function resolve(from: string, target: string): string {
  const written = target.replaceAll('\\', '/');
  const folders = written.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Tells by its first bytes what is no zip at all. */
/** What its first bytes show to be something else. Throws FileProblem. */
export function refuseOthers(bytes: Uint8Array): void {
  const starts = (...wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte);
  if (bytes.length === 0 || starts(0, 0, 0, 0)) throw new FileProblem('damaged');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new FileProblem(compoundKind(bytes));
  // RAR, 7z, gzip: `no_workbook` says to take the file out first.
  if (starts(0x52, 0x61, 0x72, 0x21) || starts(0x37, 0x7a, 0xbc, 0xaf) || starts(0x1f, 0x8b))
    throw new FileProblem('no_workbook');
}

const streams = new Set(['EncryptedPackage', 'WordDocument', 'PowerPoint Document', 'Workbook', 'Book']);

/**
 * Old Office files and encrypted workbooks are small file systems ([MS-CFB]): the streams' names tell. Entries of their
 * directory are 128 bytes long and lie at a multiple of that.
 */
function compoundKind(bytes: Uint8Array): 'encrypted' | 'old_xls' | 'not_xlsx' {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] as number) | ((bytes[at + 65] as number) << 8);
    if (length < 10 || length > 64 || (length & 1) !== 0 || bytes[at + 1] !== 0) continue;
    const name = strFromU8(bytes.subarray(at, at + length - 2), true).replaceAll('\0', '');
    if (streams.has(name)) names.add(name);
  }
  if (names.has('EncryptedPackage')) return 'encrypted';
  if (names.has('WordDocument') || names.has('PowerPoint Document')) return 'not_xlsx';
  return names.has('Workbook') || names.has('Book') ? 'old_xls' : 'not_xlsx';
}
