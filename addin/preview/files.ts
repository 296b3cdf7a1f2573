/** `Office.context.document.getFileAsync`: the workbook's bytes, slice by slice. */
import { type Call, dispatchIds, refused, succeeded } from './calls.ts';

export type FileReader = () => Promise<Uint8Array>;

const internalError = 5001;

interface OpenFile {
  readonly bytes: Uint8Array;
  readonly sliceSize: number;
}

// The library allows two open files at a time and closes them by handle.
const open = new Map<number, OpenFile>();
let opened = 0;

export async function answerFile(call: Call, read?: FileReader): Promise<object> {
  const id = call.DdaMethod.DispatchId;
  if (id === dispatchIds.openFile && read) {
    const bytes = await read().catch(() => null);
    if (!bytes) return refused(internalError);
    opened += 1;
    open.set(opened, { bytes, sliceSize: Number(call[1]) });
    return succeeded({ 0: opened, 1: bytes.length });
  }
  const handle = Number(call[2]);
  const file = open.get(handle);
  if (id === dispatchIds.readSlice && file) {
    const from = Number(call[3]) * file.sliceSize;
    const slice = file.bytes.subarray(from, from + file.sliceSize);
    return succeeded({ 0: [...slice], 1: slice.length });
  }
  if (id === dispatchIds.closeFile) {
    open.delete(handle);
    return succeeded({});
  }
  return refused(internalError);
}
