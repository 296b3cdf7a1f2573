/**
 * The zip container of an .xlsx (APPNOTE.TXT 6.3). Nothing is unpacked until it is asked for, and then never beyond a limit,
 * whatever the directory declares; what is not replaced is written back as it was packed, byte for byte.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { FileProblem } from './problems.ts';

export interface Entry {
  /** With `/`, without a leading one: some programs write `\`. */
  readonly path: string;
  /** As the file has it. */
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  /** Bytes when unpacked, as declared. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
const stored = 0;
const deflated = 8;
const encrypted = 0x1;
const utf8 = 0x800;
/** 1980-01-01, the earliest a zip can say: the same workbook gives the same bytes. */
const earliest = 0x210000;
const longestComment = 0xffff;
const mostEntries = 20_000;
/** Packed bytes that are unpacked at once: deflate makes at most 1,032 of one. */
const step = 16 * 1024;

/** Entries in the order of the directory; folders are left out. Throws FileProblem. */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const at = endOf(view);
    const count = view.getUint16(at + 10, true);
    if (count > mostEntries) throw new FileProblem('too_large');
    const entries: Entry[] = [];
    let place = view.getUint32(at + 16, true);
    for (let left = count; left > 0; left--) {
      if (view.getUint32(place, true) !== central) throw new FileProblem('damaged');
      const entry = entryAt(bytes, view, place);
      if (!entry.path.endsWith('/')) entries.push(entry);
      place += 46 + entry.name.length + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    }
    return entries;
  } catch (error) {
    // A place beyond the end of the file.
    if (error instanceof RangeError) throw new FileProblem('damaged');
    throw error;
  }
}

function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) if (view.getUint32(at, true) === end) return at;
  throw new FileProblem(view.byteLength > 3 && view.getUint32(0, true) === local ? 'damaged' : 'not_xlsx');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const packedSize = view.getUint32(at + 20, true);
  const offset = view.getUint32(at + 42, true);
  // Name and extra field of the local header may be longer than those of the directory.
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new FileProblem('damaged');
  return {
    path: strFromU8(name).replaceAll('\\', '/').replace(/^\/+/, ''),
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** What the entry holds, at most `most` bytes. Throws FileProblem: `too_large` where more is declared, `damaged` where it is not as declared. */
export function unpack(entry: Entry, most: number): Uint8Array {
  if (entry.flags & encrypted) throw new FileProblem('encrypted', entry.path);
  if (entry.size > most) throw new FileProblem('too_large', entry.path);
  const bytes = entry.method === stored ? entry.packed : inflated(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new FileProblem('damaged', entry.path);
  return bytes;
}

function inflated(entry: Entry): Uint8Array {
  if (entry.method !== deflated) throw new FileProblem('damaged', entry.path);
  if (entry.packed.length === 0) return entry.packed;
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  const inflate = new Inflate((chunk) => {
    if (at + chunk.length > bytes.length) throw new FileProblem('damaged', entry.path);
    bytes.set(chunk, at);
    at += chunk.length;
  });
  try {
    for (let from = 0; from < entry.packed.length; from += step)
      inflate.push(entry.packed.subarray(from, from + step), from + step >= entry.packed.length);
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('damaged', entry.path);
  }
  return bytes.subarray(0, at);
}

/** A new entry, or one in the place of `before`. */
export function entryOf(path: string, bytes: Uint8Array, before?: Entry): Entry {
  return {
    path,
    name: before?.name ?? strToU8(path),
    flags: before ? before.flags & utf8 : utf8,
    method: deflated,
    time: before?.time ?? earliest,
    crc: crc32(bytes),
    size: bytes.length,
    packed: deflateSync(bytes),
  };
}

export function zipOf(entries: readonly Entry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, packed } = entry;
    const head = header(local, 30, entry, 4);
    const listed = header(central, 46, entry, 6);
    const view = new DataView(listed.buffer);
    view.setUint16(4, 20, true);
    view.setUint32(42, offset, true);
    chunks.push(head, name, packed);
    directory.push(listed, name);
    offset += head.length + name.length + packed.length;
  }
  const tail = new DataView(new ArrayBuffer(22));
  tail.setUint32(0, end, true);
  tail.setUint16(8, entries.length, true);
  tail.setUint16(10, entries.length, true);
  tail.setUint32(12, sizeOf(directory), true);
  tail.setUint32(16, offset, true);
  return join([...chunks, ...directory, new Uint8Array(tail.buffer)]);
}

/** Local and directory headers share their fields from `at` (version needed) on. */
function header(mark: number, length: number, entry: Entry, at: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  view.setUint16(at, 20, true);
  // Sizes stand in the header: no descriptor follows.
  view.setUint16(at + 2, entry.flags & ~0x8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
  return bytes;
}

const sizeOf = (chunks: readonly Uint8Array[]) => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sizeOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = (table[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
