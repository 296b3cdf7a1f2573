import { refuseDeep } from './nesting.ts';
import { Problem } from './problems.ts';
import type { Place } from './rooms.ts';

export const maxBytes = 16 * 1024 * 1024;

/** Milliseconds that a body may take to arrive. The pane waits no longer for its answer. */
export const patience = 45_000;

/** The JSON body of a request, which takes its place as it arrives. Throws Problem 400, 413, 415, 503. */
export async function readJson(request: Request, place: Place, within = patience): Promise<unknown> {
  const text = await readText(request, announced(request), place, within);
  refuseDeep(text);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what it read, which may be a cell.
    throw new Problem(400, '请求内容不是合法的 JSON。');
  }
}

/** Bytes that a request says it brings; null where it does not say. */
function announced({ headers }: Request): number | null {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    throw new Problem(415, '请求的 Content-Type 应为 application/json。');
  }
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new Problem(415, '请求内容不能压缩（Content-Encoding）。');
  }
  const length = headers.get('content-length');
  if (length === null) return null;
  if (!/^\d+$/.test(length)) throw new Problem(400, '请求的 Content-Length 应为数字。');
  if (Number(length) > maxBytes) throw tooLarge();
  return Number(length);
}

/** Decodes chunk by chunk, so that the bytes and the text of 16 MiB are never held at the same time. */
async function readText(request: Request, length: number | null, place: Place, within: number): Promise<string> {
  const reader = (request.body ?? new Blob([]).stream()).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const parts: string[] = [];
  // Chunks of a byte each would take thirty times their size.
  let pieces: string[] = [];
  // The pane judges by itself where the service is busy, and so it should where the line is that slow.
  const tooLate = new Problem(503, `请求内容没有在 ${within / 1000} 秒内收完。`, [], 5);
  const late = timeout(within, tooLate);
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.rejects]).catch(broken);
      if (!done) bytes += value.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      if (length !== null && (done ? bytes < length : bytes > length)) broken(null);
      if (!done) place.grow(value.byteLength);
      try {
        pieces.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      } catch {
        throw new Problem(400, '请求内容不是合法的 UTF-8 文本。');
      }
      if (!done && pieces.length < 1000) continue;
      parts.push(pieces.join(''));
      pieces = [];
      if (done) return parts.join('');
    }
  } catch (problem) {
    // What is read to its end now is not kept.
    parts.length = 0;
    place.leave();
    await (problem === tooLate ? cancel(reader) : drop(reader));
    throw problem;
  } finally {
    late.stop();
  }
}

/** The line broke, or the body is not as long as its header says: no fault of ours. */
function broken(error: unknown): never {
  throw error instanceof Problem ? error : new Problem(400, '请求内容没有收全：连接中断，或与 Content-Length 不符。');
}

/** Reads what nobody has read of a request that was answered without it, so that the connection can be used again. */
export async function dropBody({ body, bodyUsed }: Request): Promise<void> {
  if (body && !bodyUsed) await drop(body.getReader());
}

/**
 * Reads a refused body to its end, within reason: a client that is still sending would not hear the answer, and the proxy of
 * a local server would give the broken connection to the next request.
 */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  let bytes = 0;
  // One silence may be ours: while another request is evaluated, nothing is read.
  let silences = 0;
  let reading = reader.read();
  try {
    while (bytes < maxDropped && silences < 2) {
      const silence = timeout(5_000, null);
      const chunk = await Promise.race([reading, silence.rejects.catch(() => null)]);
      silence.stop();
      if (chunk?.done) return;
      silences = chunk ? 0 : silences + 1;
      if (!chunk) continue;
      bytes += chunk.value.byteLength;
      reading = reader.read();
    }
  } catch {
    // Broken.
  }
  await cancel(reader);
}

/** What is broken already need not be cancelled. */
const cancel = (reader: ReadableStreamDefaultReader<Uint8Array>) => reader.cancel().catch(() => {});

const maxDropped = 4 * maxBytes;

function timeout(
  milliseconds: number,
  reason: unknown,
): { readonly rejects: Promise<never>; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const rejects = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(reason), milliseconds);
  });
  return { rejects, stop: () => clearTimeout(timer) };
}

const tooLarge = () =>
  new Problem(413, '工作簿内容超过 16 MB。请删去无关的工作表或空白区域，或拆成几个工作簿后再检查。');
