/** A reader: takes the bytes of one file after the other, judges, hands the result to the keeper and lets go of them. */
import { takenOut, workbooksIn } from '../../shared/files/archives.ts';
import { FileProblem } from '../../shared/files/problems.ts';
import { judgeFile, type Run } from '../../shared/submissions.ts';
import { packed, slim } from './packing.ts';
import type { FromReader, Held, Result, Task, ToReader } from './protocol.ts';

/** Takes messages one by one; `tell` reaches the window. */
export function createReader(tell: (message: FromReader) => void): (message: ToReader) => Promise<void> {
  let keeper: MessagePort | null = null;
  return async (message) => {
    if (message.kind === 'pass') {
      keeper = message.to;
      return tell({ kind: 'ready' });
    }
    if (message.kind === 'list') return tell(await listed(message.task));
    const result = await judged(message.task, message.run);
    keeper?.postMessage(result, 'problem' in result ? [] : [result.whole.buffer]);
    tell({ kind: 'judged' });
  };
}

/** The bytes of a file. Throws FileProblem, and what the browser says where it does not give them. */
export async function bytesOf({ file, book }: Held): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > mostOfFile) throw new FileProblem('too_large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return book === null ? bytes : (takenOut(book, bytes) as Uint8Array<ArrayBuffer>);
}

/** More than a worker holds beside the engine; a zip of five hundred workbooks has some tens of millions. */
const mostOfFile = 1024 * 1024 * 1024;

async function judged(task: Task, run: Run): Promise<Result> {
  const { path, ticket } = task;
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(task);
  } catch (error) {
    return { path, ticket, problem: problemOf(error) };
  }
  const { submitted, kept } = judgeFile(path, bytes, run);
  if ('problem' in submitted) return { path, ticket, problem: submitted.problem };
  return {
    path,
    ticket,
    submitted: slim(submitted),
    whole: packed(submitted.evaluation),
    kept: kept && packed(kept),
  };
}

async function listed(task: Task): Promise<FromReader> {
  try {
    const archive = await bytesOf(task);
    const books = workbooksIn(archive, (name) => legacy.decode(name));
    return {
      kind: 'listed',
      books:
        books?.map(({ path, book }) => ({
          path: `${task.path}/${path}`,
          ticket: task.ticket,
          // A piece of the file on the disk: the archive is not held.
          file: task.file.slice(book.at, book.at + book.length),
          book,
        })) ?? null,
    };
  } catch (error) {
    return { kind: 'unlisted', problem: problemOf(error) };
  }
}

const legacy = new TextDecoder('gbk');

function problemOf(error: unknown): string {
  if (error instanceof FileProblem) return `这个文件${error.message}`;
  return '这个文件读不出来：可能正被别的程序占用，或还没有从网盘下载到这台电脑。请关闭占用它的程序，或先下载好，再放入一次。';
}
