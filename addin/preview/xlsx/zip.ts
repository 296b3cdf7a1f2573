/** The zip container of an .xlsx: parts by path, in and out. Works in browsers and Node alike. */

export type Parts = Map<string, Uint8Array>;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01, the earliest a zip can say: the same workbook gives the same bytes. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;

/** Throws an Error with a Chinese message when the bytes are no zip (for example an old .xls). */
export async function unzip(bytes: Uint8Array): Promise<Parts> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('这不是 .xlsx 文件。请在 Excel 中另存为“Excel 工作簿（.xlsx）”后再打开。');
  const parts: Parts = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('文件已损坏：目录读不出。请换一份副本再试。');
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Name and extra field of the local header may be longer than those of the directory.
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = bytes.subarray(start, start + size);
    if (!path.endsWith('/')) parts.set(path, method === DEFLATED ? await inflate(packed) : packed.slice());
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

export async function zip(parts: Parts): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, data] of parts) {
    const name = new TextEncoder().encode(path);
    const packed = await deflate(data);
    const local = header(LOCAL, 30, name, data, packed, 4);
    const central = header(CENTRAL, 46, name, data, packed, 6);
    new DataView(central.buffer).setUint16(4, 20, true);
    new DataView(central.buffer).setUint32(42, offset, true);
    chunks.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const tail = new DataView(new ArrayBuffer(22));
  tail.setUint32(0, END, true);
  tail.setUint16(8, parts.size, true);
  tail.setUint16(10, parts.size, true);
  tail.setUint32(
    12,
    directory.reduce((sum, entry) => sum + entry.length, 0),
    true,
  );
  tail.setUint32(16, offset, true);
  return join([...chunks, ...directory, new Uint8Array(tail.buffer)]);
}

/** Local and directory headers share their fields from `at` (version needed) on. */
function header(mark: number, length: number, name: Uint8Array, data: Uint8Array, packed: Uint8Array, at: number) {
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, crc32(data), true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, data.length, true);
  view.setUint16(at + 22, name.length, true);
  bytes.set(name, length);
  return bytes;
}

const inflate = (data: Uint8Array) => through(data, new DecompressionStream('deflate-raw'));
const deflate = (data: Uint8Array) => through(data, new CompressionStream('deflate-raw'));

async function through(data: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const body = new Blob([data as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(body).arrayBuffer());
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (CRC[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
