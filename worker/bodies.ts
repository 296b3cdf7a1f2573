import { Problem } from './problems.ts';

export const maxBytes = 16 * 1024 * 1024;

/** Milliseconds that a body may take to arrive. The pane waits no longer for its answer. */
export const patience = 45_000;

/**
 * Bytes of the JSON body that a request says it brings; `maxBytes` where it does not say. Nothing is read yet. Throws
 * Problem 400, 413, 415.
 */
export function announced({ headers }: Request): number {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    throw new Problem(415, '请求的 Content-Type 应为 application/json。');
  }
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new Problem(415, '请求内容不能压缩（Content-Encoding）。');
  }
  const length = headers.get('content-length');
  if (length === null) return maxBytes;
  if (!/^\d+$/.test(length)) throw new Problem(400, '请求的 Content-Length 应为数字。');
  if (Number(length) > maxBytes) throw tooLarge();
  return Number(length);
}

/** The JSON body of a request that announced so many bytes. Throws Problem 400, 413. */
export async function readJson(request: Request, bytes: number, within = patience): Promise<unknown> {
  const text = await readText(request, bytes, within);
  refuseDeep(text);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what it read, which may be a cell.
    throw new Problem(400, '请求内容不是合法的 JSON。');
  }
}

/** Decodes chunk by chunk, so that the bytes and the text of 16 MiB are never held at the same time. */
async function readText(request: Request, announced: number, within: number): Promise<string> {
  const length = request.headers.has('content-length') ? announced : null;
  const reader = (request.body ?? new Blob([]).stream()).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const parts: string[] = [];
  const late = timeout(within, new Problem(400, `请求内容没有在 ${within / 1000} 秒内收完。`));
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.rejects]).catch(broken);
      if (!done) bytes += value.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      if (length !== null && (done ? bytes < length : bytes > length)) throw broken(null);
      try {
        parts.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      } catch {
        throw new Problem(400, '请求内容不是合法的 UTF-8 文本。');
      }
      if (done) return parts.join('');
    }
  } catch (problem) {
    await drop(reader);
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
  const late = timeout(droppingPatience, null);
  try {
    for (let bytes = 0; bytes < maxDropped; ) {
      const { done, value } = await Promise.race([reader.read(), late.rejects]);
      if (done) return;
      bytes += value.byteLength;
    }
    await reader.cancel();
  } catch {
    // Broken, or too slow.
    await reader.cancel().catch(() => {});
  } finally {
    late.stop();
  }
}

const maxDropped = 4 * maxBytes;
const droppingPatience = 5_000;

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

/** A snapshot is seven deep. */
const maxDepth = 32;
/** A million cells as objects, one a row, with as many rows of formats, and what is around them. */
const maxContainers = 3_100_000;

/** Sixteen million brackets would take half a gigabyte once they are parsed, and who goes down into them overflows the stack. */
function refuseDeep(text: string): void {
  let depth = 0;
  let containers = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++;
        containers++;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth--;
    }
    if (depth > maxDepth) throw new Problem(400, `请求内容嵌套超过 ${maxDepth} 层。`);
    if (containers > maxContainers) throw new Problem(413, '请求内容里的数组和对象超过三百万个。');
  }
}

/** Place of the quote that ends the string which begins at `start`; the text's length where it does not end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const tooLarge = () =>
  new Problem(413, '工作簿内容超过 16 MB。请删去无关的工作表或空白区域，或拆成几个工作簿后再检查。');
