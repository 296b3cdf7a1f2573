import { mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySamples } from '../../worker/commands/bundles.ts';
import { type Server, startServer } from '../../worker/commands/servers.ts';

let server: Server;

beforeAll(async () => {
  // The pages, which are not asked for here.
  mkdirSync('dist/local', { recursive: true });
  copySamples('dist/local');
  server = await startServer(0);
  // The first answer takes until the Worker is compiled.
  await conversation(health);
}, 120_000);
afterAll(() => server.stop());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Manner {
  readonly count?: number;
  readonly hangUp?: boolean;
  /** The last byte is not said before. */
  readonly after?: Promise<unknown>;
}

/** Says `words` over one connection, one after the other, and gives the answers until as many have come or it has ended. */
function conversation(
  words: string | Buffer,
  { count = 1, hangUp = false, after }: Manner = {},
): Promise<readonly Answer[]> {
  return new Promise((done, failed) => {
    let heard = Buffer.alloc(0);
    const { port } = new URL(server.url);
    const socket = connect({ port: Number(port), host: 'localhost', rejectUnauthorized: false }, () => {
      socket.write(after ? words.slice(0, -1) : words);
      void after?.then(() => socket.destroyed || socket.write(words.slice(-1)));
      if (hangUp) socket.end();
    });
    socket.on('error', failed);
    socket.on('close', () => done(answersIn(heard)));
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      if (answersIn(heard).length >= count) socket.destroy();
    });
  });
}

/** Complete ones. */
function answersIn(bytes: Buffer): Answer[] {
  const found: Answer[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) break;
    const [first, ...lines] = rest.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const from = end + 4;
    const chunked = headers['transfer-encoding'] === 'chunked';
    const to = chunked ? rest.indexOf('0\r\n\r\n', from) + 5 : from + Number(headers['content-length'] ?? 0);
    if (to < from + 5 || to > rest.length) break;
    found.push({ status: Number(first!.split(' ')[1]), headers, body: rest.subarray(from, to).toString() });
    rest = rest.subarray(to);
  }
  return found;
}

const health = 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n';
const posting = (headers: string, path = '/api/evaluations', type = 'application/json') =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\n${headers}\r\n\r\n`;
const workbook = JSON.stringify({ workbook: { schema: 'workbook-snapshot/1', sheets: [] } });

/** A request whose body is that many bytes, the workbook at its end. */
const sized = (bytes: number, path?: string, type?: string) =>
  Buffer.concat([
    Buffer.from(posting(`Content-Length: ${bytes}`, path, type)),
    Buffer.alloc(bytes - workbook.length, ' '),
    Buffer.from(workbook),
  ]);

test('本机的应答不要求浏览器从此只用 https', async () => {
  const [answer] = await conversation(health);
  expect(answer!.status).toBe(200);
  expect(answer!.headers).not.toHaveProperty('strict-transport-security');
  expect(answer!.headers).toHaveProperty('x-content-type-options', 'nosniff');
});

test('示例城市：清单和每个文件都取得到，别的样例还在预览旁边', async () => {
  const get = async (path: string) =>
    (await conversation(`GET ${encodeURI(path)} HTTP/1.1\r\nHost: localhost\r\n\r\n`))[0]!;
  const index = await get('/samples/city/index.json');
  expect(index.status).toBe(200);
  const files: { readonly file: string }[] = JSON.parse(index.body);
  expect(files).toHaveLength(15);
  for (const { file } of files) {
    const { status, headers } = await get(`/samples/city/${file}`);
    expect([file, status]).toEqual([file, 200]);
    const { length } = readFileSync(`test/fixtures/samples/city/${file}`);
    expect([file, Number(headers['content-length'])]).toEqual([file, length]);
  }
  expect((await get('/preview/samples/index.json')).status).toBe(200);
  expect((await get('/preview/samples/city/index.json')).status).toBe(404);
});

describe('没有收全的请求：400，不出 500，不带栈', () => {
  test.each([
    ['内容比 Content-Length 短', `${posting('Content-Length: 100')}{"a":1`],
    ['分块到一半', `${posting('Transfer-Encoding: chunked')}5\r\n{"a":\r\n`],
    ['块长写错', `${posting('Transfer-Encoding: chunked')}5\r\n{"a":\r\nzz\r\nfoo`],
    ['请求行写错', 'POST\r\n\r\n'],
  ])('%s', async (_, words) => {
    const [answer] = await conversation(words, { hangUp: true });
    expect(answer!.status).toBe(400);
    expect(answer!.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer!.body)).toMatchObject({ status: 400 });
  });

  test('之后的请求照常', async () => {
    expect((await conversation(sized(1000)))[0]!.status).toBe(200);
  });
});

describe('拒绝之后，同一连接的下一个请求照常', () => {
  const megabyte = 1024 * 1024;
  test.each<[number, string, Buffer]>([
    [404, '没有这个地址', sized(megabyte, '/api/nothing')],
    [405, '不支持的方法', sized(megabyte, '/api/health')],
    [415, '不是 JSON', sized(megabyte, '/api/evaluations', 'text/plain')],
    [413, '太大', sized(17 * megabyte)],
    [
      400,
      '不是 UTF-8',
      Buffer.concat([Buffer.from(`${posting('Content-Length: 1000001')}\xff`, 'latin1'), Buffer.alloc(1e6)]),
    ],
  ])('%i %s', async (status, _, words) => {
    const answers = await conversation(Buffer.concat([words, Buffer.from(health)]), { count: 2 });
    expect(answers.map((answer) => answer.status)).toEqual([status, 200]);
  });
});

test('同时来二十份 10 MB：各有应答，拒绝的写明多久再试，其间问状态有答', async () => {
  const words = sized(10_000_000);
  const evaluations = Array.from({ length: 19 }, () => conversation(words));
  const state = conversation(health);
  // One more is not through before the state is told, however fast the machine.
  evaluations.push(conversation(words, { after: state }));
  expect((await state)[0]!.status).toBe(200);
  const answers = (await Promise.all(evaluations)).map(([answer]) => answer!);
  for (const { status, headers, body } of answers) {
    expect([200, 429, 503]).toContain(status);
    if (status === 200) expect(body).toContain('evaluation/1');
    else expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  expect(answers.filter(({ status }) => status === 200)).not.toEqual([]);
});
