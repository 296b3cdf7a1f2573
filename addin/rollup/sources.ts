/** What a person drops or chooses, as files with their folders. Nothing is opened here. */
import type { Source } from './gathering.ts';

export interface Found {
  readonly sources: readonly Source[];
  /** Paths of files that are no workbooks, and of locks that Excel leaves beside those that are open. */
  readonly skipped: readonly string[];
}

/** Call it while the drop is being handled: what was dropped is gone afterwards. */
export async function droppedIn({ items, files }: DataTransfer): Promise<Found> {
  const entries = [...items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const known = entries.filter((entry) => entry !== null);
  // Some programs drop files that are in no folder of this machine.
  if (known.length === 0) return chosenIn(files);
  return sorted((await Promise.all(known.map(filesUnder))).flat());
}

/** Of `<input type="file">`, also of one that takes a folder. */
export function chosenIn(files: ArrayLike<File>): Found {
  return sorted(Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** A person finds them again as they stand in the folder. */
function sorted(all: readonly Source[]): Found {
  const inOrder = [...all].sort((a, b) => a.path.localeCompare(b.path, 'zh-CN', { numeric: true }));
  const skipped = inOrder.flatMap(({ path }) => (isWorkbook(path) ? [] : [path]));
  return { sources: inOrder.filter(({ path }) => isWorkbook(path)), skipped };
}

/** Those of older formats are told about, not passed over: somebody handed them in. */
const isWorkbook = (path: string): boolean =>
  /\.(?:xlsx|xlsm|xlsb|xls|et|zip)$/i.test(path) && !/(?:^|\/)(?:__MACOSX\/|\._|~\$)/.test(path);

async function filesUnder(entry: FileSystemEntry): Promise<readonly Source[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) return [{ path, file: await fileOf(entry) }];
  const inside: FileSystemEntry[] = [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A hundred at a time, until there are none.
  for (let some = await entriesOf(reader); some.length > 0; some = await entriesOf(reader)) inside.push(...some);
  return (await Promise.all(inside.map(filesUnder))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** One that went away meanwhile is named all the same, and cannot be read. */
function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(new File([], entry.name))));
}

function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}
