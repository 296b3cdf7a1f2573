/** Files that a person opens in the page, or takes from it: read and written in a worker, never sent. */
import { FileProblem } from '../../shared/files/problems.ts';
import type { FileReading } from '../../shared/files/read.ts';
import type { Ours } from '../../shared/files/write.ts';
import type { FormSheet } from '../../shared/model.ts';
import type { FileReply, FileRequest, Saved } from './files.worker.ts';

export interface OpenFile {
  /** As it is called on the person's disk. */
  readonly name: string;
  readonly reading: FileReading;
  /** What saving cannot keep, in whole sentences. */
  readonly losses: readonly string[];
  /** Makes the file anew from what was opened; that itself stays as it is. Throws FileProblem. */
  readonly save: (ours: Ours) => Promise<Saved>;
  /** Lets go of it. */
  readonly close: () => void;
}

/** Throws FileProblem, an Unreadable, and the signal's reason where it is aborted. */
export async function openFile(file: File, signal: AbortSignal): Promise<OpenFile> {
  const bytes = await bytesOf(file);
  if (signal.aborted) throw signal.reason;
  const { ask, stop } = startWorker();
  signal.addEventListener('abort', stop);
  try {
    const reply = await ask({ kind: 'open', name: givenName(file.name), bytes }, signal);
    if (!('opened' in reply)) throw problemIn(reply);
    const save = async (ours: Ours) => {
      const reply = await ask({ kind: 'save', ours });
      if (!('saved' in reply)) throw problemIn(reply);
      return reply.saved;
    };
    return { name: file.name, ...reply.opened, save, close: stop };
  } catch (error) {
    stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A workbook of its own, made of these. */
export async function makeFile(sheets: readonly FormSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { ask, stop } = startWorker();
  try {
    const reply = await ask({ kind: 'make', sheets });
    if (!('made' in reply)) throw problemIn(reply);
    return new Uint8Array(reply.made);
  } finally {
    stop();
  }
}

/** The browser did not give the file's bytes: another program holds it, or it is in a cloud only. */
export class Unreadable extends Error {}

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const ending = /(\.[a-z]{2,5})?$/i;
const mark = '_已标注';

/** The name of the marked file; one that was marked before keeps its. */
export const markedName = (name: string): string => givenName(name).replace(ending, (end) => mark + end);

/** The name without what we put to it: it is what the workbook was called when it was handed in. */
export function givenName(name: string): string {
  const [end] = ending.exec(name)!;
  const stem = name.slice(0, name.length - end.length);
  // Browsers number a second download: 花名册_已标注 (1).xlsx.
  return stem.replace(new RegExp(`${mark}(?: ?\\(\\d+\\))?$`), '') + end;
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Unreadable('', { cause: error });
  }
}

function problemIn(reply: FileReply): Error {
  if ('problem' in reply) return new FileProblem(reply.problem, reply.detail);
  return new Error('fault' in reply ? reply.fault : '');
}

function startWorker() {
  const worker = new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: FileRequest, signal?: AbortSignal) =>
    new Promise<FileReply>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onmessage = ({ data }: MessageEvent<FileReply>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request, request.kind === 'open' ? [request.bytes.buffer] : []);
    });
  return { ask, stop: () => worker.terminate() };
}
