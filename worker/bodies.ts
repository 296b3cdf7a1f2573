import { Problem } from './problems.ts';

const maxBytes = 16 * 1024 * 1024;

/** The JSON body of a request of at most `maxBytes`, whatever its length header claims. Throws Problem 400, 413, 415. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    throw new Problem(415, '请求的 Content-Type 应为 application/json。');
  }
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new Problem(415, '请求内容不能压缩（Content-Encoding）。');
  }
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what it read, which may be a cell.
    throw new Problem(400, '请求内容不是合法的 JSON。');
  }
}

/** Decodes chunk by chunk, so that the bytes and the text of 16 MiB are never held at the same time. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const reader = (request.body ?? new Blob([]).stream()).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (!done) bytes += value.byteLength;
    if (bytes > maxBytes) {
      await drop(reader);
      throw tooLarge();
    }
    try {
      parts.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
    } catch {
      throw new Problem(400, '请求内容不是合法的 UTF-8 文本。');
    }
    if (done) return parts.join('');
  }
}

/**
 * Reads a body that is too large to its end, within reason: a client that is still sending would not hear the answer,
 * and the proxy of a local server would give the broken connection to the next request.
 */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let bytes = 0; bytes < maxDropped; ) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
  }
  await reader.cancel();
}

const maxDropped = 4 * maxBytes;

const tooLarge = () =>
  new Problem(413, '工作簿内容超过 16 MB。请删去无关的工作表或空白区域，或拆成几个工作簿后再检查。');
