/**
 * A file being changed: parts are read and replaced one by one, all others stay as they are packed. Texts are raw, one
 * character for each byte (or pair of bytes, in UTF-16), so that whatever is not touched comes back byte for byte; all
 * that is put in is ASCII (`ascii`), which every encoding of a part has.
 */
import { strFromU8, strToU8 } from 'fflate';
import { entryAt, mostOfPart, openPackage, type Package, relationshipsOf, relationshipsPath } from '../package.ts';
import { FileProblem } from '../problems.ts';
import { encode, encodeAttribute } from '../xml.ts';
import { type Entry, entryOf, unpack, zipOf } from '../zip.ts';

export interface Draft extends Package {
  readonly byPath: Map<string, Entry>;
  /** As opened. */
  readonly opened: ReadonlyMap<string, Entry>;
  /** Of parts that were read, in which of two bytes the lower one is; null for one byte a character. */
  readonly wide: Map<string, Wide>;
}

type Wide = 0 | 1 | null;

/** Throws FileProblem. */
export function draftOf(bytes: Uint8Array): Draft {
  const all = openPackage(bytes);
  return { ...all, byPath: new Map(all.byPath), opened: all.byPath, wide: new Map() };
}

export function isChanged({ byPath, opened }: Draft): boolean {
  return byPath.size !== opened.size || [...byPath].some(([path, entry]) => opened.get(path) !== entry);
}

export function bytesOf({ byPath }: Draft): Uint8Array {
  return zipOf([...byPath.values()]);
}

/** Raw; undefined where the file has no such part. Throws FileProblem. */
export function partAt(draft: Draft, path: string): string | undefined {
  const entry = entryAt(draft, path);
  if (!entry) return undefined;
  const bytes = unpack(entry, mostOfPart);
  draft.wide.set(entry.path.toLowerCase(), wideOf(bytes));
  return rawOf(bytes);
}

/** `text` is as `partAt` gave it, and UTF-8 as a string of bytes (or ASCII) where it is new. */
export function putPart(draft: Draft, path: string, text: string): void {
  const before = entryAt(draft, path) ?? draft.opened.get(path.toLowerCase());
  const wide = draft.wide.get((before?.path ?? path).toLowerCase()) ?? null;
  const entry = entryOf(before?.path ?? path, coded(text, wide), before);
  const first = draft.opened.get(entry.path.toLowerCase());
  draft.byPath.set(entry.path.toLowerCase(), first && isSame(first, entry) ? first : entry);
}

/** The part and what it points at. */
export function removePart(draft: Draft, path: string): void {
  const entry = entryAt(draft, path);
  if (!entry) return;
  draft.byPath.delete(entry.path.toLowerCase());
  draft.byPath.delete(relationshipsPath(entry.path).toLowerCase());
}

/** `wanted`, or numbered where a part has that path, or anything that points at a missing one. */
export function freePath(draft: Draft, from: string, wanted: string): string {
  const types = partAt(draft, '[Content_Types].xml')?.toLowerCase() ?? '';
  const targets = new Set(relationshipsOf(draft, from).map(({ target }) => target.toLowerCase()));
  let path = wanted;
  for (let number = 2; isTaken(path.toLowerCase()); number++) path = wanted.replace(/\d*(?=\.\w+$)/, String(number));
  return path;

  function isTaken(low: string): boolean {
    return draft.byPath.has(low) || targets.has(low) || types.includes(`/${low}"`) || types.includes(`/${low}'`);
  }
}

/** For text between tags of any part. */
export const ascii = (text: string) => asciiOnly(encode(text));

/** For the value of an attribute in `"`. */
export const asciiAttribute = (text: string) => asciiOnly(encodeAttribute(text));

const asciiOnly = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is what is passed over
  text.replace(/[^\u0000-\u007f]/gu, (sign) => `&#${sign.codePointAt(0)};`);

function wideOf(bytes: Uint8Array): Wide {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 0;
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 1;
  return null;
}

/** One character for each byte, or for each two of UTF-16. */
export function rawOf(bytes: Uint8Array): string {
  const low = wideOf(bytes);
  if (low === null) return strFromU8(bytes, true);
  if (bytes.length % 2 !== 0) throw new FileProblem('damaged');
  const pieces: string[] = [];
  const codes = new Uint16Array(4096);
  for (let from = 0; from < bytes.length; from += 8192) {
    const to = Math.min(bytes.length, from + 8192);
    for (let at = from; at < to; at += 2)
      codes[(at - from) / 2] = (bytes[at + low] as number) | ((bytes[at + 1 - low] as number) << 8);
    pieces.push(String.fromCharCode(...codes.subarray(0, (to - from) / 2)));
  }
  return pieces.join('');
}

/** `before` is what the text was made of, for its encoding. */
export function bytesOfRaw(text: string, before: Uint8Array): Uint8Array {
  return coded(text, wideOf(before));
}

function coded(text: string, low: Wide): Uint8Array {
  if (low === null) return strToU8(text, true);
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[2 * at + low] = code & 0xff;
    bytes[2 * at + 1 - low] = code >> 8;
  }
  return bytes;
}

function isSame(a: Entry, b: Entry): boolean {
  if (a.size !== b.size || a.crc !== b.crc) return false;
  const [one, two] = [unpack(a, mostOfPart), unpack(b, mostOfPart)];
  return one.every((byte, at) => byte === two[at]);
}
