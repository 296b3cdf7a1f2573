/** A .zip with workbooks in it, as they come by mail: which there are, and each by itself. */
import { strFromU8 } from 'fflate';
import { mostOfPart, refuseOthers } from './package.ts';
import { FileProblem } from './problems.ts';
import { type Entry, entriesOf, unpack } from './zip.ts';

/** A workbook in an archive, without its bytes: it is taken out of a piece of the archive, so that the whole need not be held. */
export interface Archived extends Omit<Entry, 'packed'> {
  /** Where its packed bytes begin, and how many they are. */
  readonly at: number;
  readonly length: number;
}

/**
 * In the order of the archive; null where the bytes are a workbook themselves. `textOf` reads a name that is not in UTF-8: old
 * zips have it in the code page of who made them, which here is GBK. Throws FileProblem.
 */
export function workbooksIn(
  archive: Uint8Array,
  textOf: (name: Uint8Array) => string,
): readonly { readonly path: string; readonly book: Archived }[] | null {
  refuseOthers(archive);
  const entries = entriesOf(archive);
  if (entries.some(({ path }) => path.toLowerCase() === '_rels/.rels')) return null;
  const books = entries
    .map((entry) => ({ path: pathOf(entry, textOf), entry }))
    .filter(({ path }) => WORKBOOK.test(path) && !ASIDE.test(path));
  if (books.length === 0) throw new FileProblem('no_workbook');
  return books.map(({ path, entry: { packed, ...entry } }) => ({
    path,
    book: { ...entry, at: packed.byteOffset - archive.byteOffset, length: packed.length },
  }));
}

/** `packed` are its bytes in the archive. Throws FileProblem. */
export function takenOut(book: Archived, packed: Uint8Array): Uint8Array {
  return unpack({ ...book, packed }, mostOfPart);
}

/** Of other kinds the judging of the file says what to do: a zip within the zip among them. */
const WORKBOOK = /\.(?:xlsx|xlsm|xlsb|xls|et|zip)$/i;
/** What a Mac puts beside each file, and Excel beside those that are open. */
const ASIDE = /(?:^|\/)(?:__MACOSX\/|\._|~\$)/;

const UTF8_FLAG = 0x800;

function pathOf({ path, name, flags }: Entry, textOf: (name: Uint8Array) => string): string {
  const isKnown = (flags & UTF8_FLAG) !== 0 || isUtf8(name);
  return isKnown ? path : textOf(name).replaceAll('\\', '/').replace(/^\/+/, '');
}

/** Macs write UTF-8 without saying so; GBK is hardly ever also that. */
function isUtf8(name: Uint8Array): boolean {
  return !strFromU8(name).includes('\uFFFD');
}
