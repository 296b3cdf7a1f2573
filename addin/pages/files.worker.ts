/** Files off the main thread. Each one that is opened has a worker of its own: one that takes too long is stopped with it. */
import { newFile } from '../../shared/files/new.ts';
import { FileProblem, type FileProblemCode } from '../../shared/files/problems.ts';
import { type FileReading, readFile } from '../../shared/files/read.ts';
import { lossesOf, type Ours, writeFile } from '../../shared/files/write.ts';
import type { FormSheet } from '../../shared/model.ts';

export type FileRequest =
  | { readonly kind: 'open'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The file that was opened, with these in the place of whatever of ours is in it. */
  | { readonly kind: 'save'; readonly ours: Ours }
  /** A workbook of its own. */
  | { readonly kind: 'make'; readonly sheets: readonly FormSheet[] };

export interface Opened {
  readonly reading: FileReading;
  /** What saving cannot keep, in whole sentences. */
  readonly losses: readonly string[];
}

export type Saved = ReturnType<typeof writeFile>;

export type FileReply =
  | { readonly opened: Opened }
  | { readonly saved: Saved }
  | { readonly made: Uint8Array }
  | { readonly problem: FileProblemCode; readonly detail: string }
  /** A fault of ours. */
  | { readonly fault: string };

let bytes = new Uint8Array();

self.onmessage = ({ data }: MessageEvent<FileRequest>) => {
  self.postMessage(answer(data));
};

function answer(request: FileRequest): FileReply {
  try {
    if (request.kind === 'save') return { saved: writeFile(bytes, request.ours) };
    if (request.kind === 'make') return { made: newFile(request.sheets) };
    bytes = request.bytes;
    return { opened: { reading: readFile(request.name, bytes), losses: lossesOf(bytes) } };
  } catch (error) {
    if (error instanceof FileProblem) return { problem: error.code, detail: error.detail };
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
