/** The parts of a file by path, unpacked, so that they can be changed one by one. */
import { openPackage } from '../../../shared/files/package.ts';
import { entryOf, unpack, zipOf } from '../../../shared/files/zip.ts';

export type Parts = Map<string, Uint8Array>;

/** A picture may be large; nothing of it is looked at. */
const mostOfPart = 512 * 1024 * 1024;

/** Throws FileProblem when the bytes are no workbook (for example an old .xls). */
export function unzip(bytes: Uint8Array): Parts {
  const { entries } = openPackage(bytes);
  return new Map(entries.map((entry) => [entry.path, unpack(entry, mostOfPart)]));
}

export function zip(parts: Parts): Uint8Array {
  return zipOf([...parts].map(([path, bytes]) => entryOf(path, bytes)));
}

/** As the file writes it: paths are the same in capital and small letters. */
export function pathIn(parts: Parts, path: string): string | undefined {
  if (parts.has(path)) return path;
  const wanted = path.toLowerCase();
  return [...parts.keys()].find((each) => each.toLowerCase() === wanted);
}
