import { describe, expect, test } from 'vitest';
import { deidentify, ENGINE } from '../../shared/evaluate.ts';
import type { SheetSnapshot } from '../../shared/model.ts';
import { readJson } from '../../worker/bodies.ts';
import app, { type Bindings } from '../../worker/index.ts';
import { createRoom } from '../../worker/rooms.ts';

/** As it is deployed, and as npm start runs it. */
const deployed: Bindings = {};
const local: Bindings = { RAW_SNAPSHOTS: 'mask' };

const roster = {
  name: '社区工作者花名册',
  visibility: 'Visible',
  address: 'A1:D3',
  values: [
    ['序号', '姓名', '身份证号', '手机号码'],
    [1, '欧阳测试', '340403199001019991', '13900000001'],
    [2, '司马样例', '340403199202029992', '13900000002'],
  ],
};
/** Masked, as the pane sends it. */
const organisations = sent({
  name: '社会组织名录',
  visibility: 'Visible',
  address: 'A1:C3',
  values: [
    ['序号', '组织名称', '登记/备案'],
    [1, '甲社区合唱队', '备案'],
    [2, '甲社区棋牌社', '备案'],
  ],
});
const body = (...sheets: readonly object[]) =>
  JSON.stringify({ workbook: { schema: 'workbook-snapshot/1', masked: true, sheets } });

function sent(sheet: SheetSnapshot): SheetSnapshot {
  return deidentify({ schema: 'workbook-snapshot/1', sheets: [sheet] }, 'ab'.repeat(32)).snapshot.sheets[0]!;
}

function post(content: BodyInit, env = deployed, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: content };
  return Promise.resolve(app.request('/api/evaluations', init, env));
}

async function problem(response: Response): Promise<{ status: number; detail: string; errors?: { path: string }[] }> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const answer = await response.json<{ type: string; title: string; status: number; detail: string }>();
  expect(answer).toMatchObject({ type: 'about:blank', status: response.status });
  expect(answer.title).not.toBe('');
  return answer;
}

describe('POST /api/evaluations', () => {
  test('answers an evaluation, which nobody may keep', async () => {
    const response = await post(body(organisations));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const evaluation = await response.json<Record<string, unknown>>();
    expect(evaluation).toMatchObject({ schema: 'evaluation/1', mode: 'final', asOf: '2021-05-31' });
    expect(evaluation.snapshotHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(evaluation.indicators).not.toHaveLength(0);
  });

  test('deployed, refuses personal data by address and without values', async () => {
    const response = await post(body(organisations, roster));
    expect(response.status).toBe(422);
    const text = JSON.stringify(await problem(response));
    // By its place: nothing in it was recognised, so that its name is nobody's to repeat.
    expect(text).toContain('{sheet:2}!A1:D3');
    for (const value of ['340403199001019991', '13900000001', '欧阳测试']) expect(text).not.toContain(value);
  });

  test('locally, masks personal data and goes on', async () => {
    const response = await post(body(organisations, roster), local);
    expect(response.status).toBe(200);
    const text = await response.text();
    for (const value of ['340403199001019991', '13900000001', '欧阳测试']) expect(text).not.toContain(value);
  });

  test('lists a sheet in which nothing was recognised', async () => {
    const contacts = { name: '随手记', visibility: 'Visible', address: 'A1', values: [['买菜']] };
    const { unread } = await (await post(body(organisations, contacts), local)).json<{ unread: { sheet: string }[] }>();
    expect(unread.map(({ sheet }) => sheet)).toContain('随手记');
  });

  test('scores by the proposed table, unless it is switched off', async () => {
    // Without it neither the number for towns nor the one for villages is scored.
    const community = {
      name: '基本情况表',
      visibility: 'Visible',
      address: 'A1:B3',
      values: [
        ['社区名称', '甲社区'],
        ['城乡分类代码', '111'],
        ['常住人口', 8642],
      ],
    };
    const sheets = { schema: 'workbook-snapshot/1', masked: true, sheets: [community, organisations] };
    const scored = async (options: object) =>
      (await post(JSON.stringify({ workbook: sheets, ...options }))).json<{ score: object | null }>();
    expect((await scored({})).score).toMatchObject({ version: '1.0', status: '建议方案，非文件规定', full: 100 });
    expect((await scored({ score: true })).score).not.toBeNull();
    expect((await scored({ score: false })).score).toBeNull();
    expect((await scored({ targetSet: 'national-2017' })).score).toBeNull();

    const refused = await post(JSON.stringify({ workbook: sheets, score: '关' }));
    expect(refused.status).toBe(400);
    expect((await problem(refused)).errors).toEqual([{ path: 'score', message: '应为 true 或 false' }]);
  });

  test('evaluates a workbook without sheets, all of it missing', async () => {
    const { indicators } = await (await post(body())).json<{ indicators: { verdict: string }[] }>();
    expect(indicators.filter(({ verdict }) => verdict === 'met')).toEqual([]);
  });

  test.each<[string, string]>([
    ['', 'application/json'],
    ['{', 'application/json'],
    ['[1]', 'application/json; charset=utf-8'],
    ['{"workbook":{}}', 'application/json'],
    [`{"workbook":{"schema":"workbook-snapshot/1","sheets":[]},"mode":"x"}`, 'application/json'],
  ])('400 for %j', async (content, type) => {
    const response = await post(content, deployed, { 'content-type': type });
    expect(response.status).toBe(400);
    await problem(response);
  });

  test('400 for bytes that are not UTF-8', async () => {
    expect((await post(new Uint8Array([0x22, 0xd6, 0xd0, 0x22]))).status).toBe(400);
  });

  test.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/jsonp' }],
    [{ 'content-encoding': 'gzip' }],
  ])('415 for %j', async (headers) => {
    const response = await post(body(), deployed, headers as Record<string, string>);
    expect(response.status).toBe(415);
    await problem(response);
  });

  test('422 for a target set that is not there, naming those that are', async () => {
    const response = await post(`{"workbook":{"schema":"workbook-snapshot/1","sheets":[]},"targetSet":"constructor"}`);
    expect(response.status).toBe(422);
    expect((await problem(response)).detail).toContain('huainan-2020');
  });
});

describe('部署后，没有解释的文字一概不收', () => {
  const other = (corrections: readonly object[]) =>
    JSON.stringify({ workbook: { schema: 'workbook-snapshot/1', masked: true, sheets: [organisations] }, corrections });

  test('更正里的原话也算：只说是第几条', async () => {
    const said = { kind: 'word', table: 'W02', field: 'mgmt', means: null };
    const response = await post(
      other([
        { ...said, text: '0123456789ab' },
        { ...said, text: '欧阳测试说了算' },
      ]),
    );
    expect(response.status).toBe(422);
    const { errors, detail } = await problem(response);
    expect(errors!.map(({ path }) => path)).toEqual(['corrections[1]']);
    expect(detail).not.toContain('欧阳');
    expect((await post(other([{ ...said, text: '0123456789ab' }]))).status).toBe(200);
  });

  test('本机运行时照收', async () => {
    const said = { kind: 'word', table: 'W02', field: 'mgmt', text: '欧阳测试说了算', means: null };
    expect((await post(other([said]), local)).status).toBe(200);
  });
});

describe('脱敏的引擎版本', () => {
  const masked = (engine: unknown) =>
    JSON.stringify({ workbook: { schema: 'workbook-snapshot/1', masked: true, sheets: [organisations] }, engine });

  test('相同的收，不同的 409 并请人重新打开窗格，哪怕快照的写法已经不同', async () => {
    expect((await post(masked(ENGINE))).status).toBe(200);
    const others = [masked('0.0.1'), '{"workbook":{"schema":"workbook-snapshot/2"},"engine":"9.0.0"}'];
    for (const content of others) {
      const response = await post(content);
      expect(response.status).toBe(409);
      const { detail, errors } = await problem(response);
      expect(detail).toContain('请重新打开窗格');
      expect(errors!.map(({ path }) => path)).toEqual(['engine']);
    }
  });

  test('不是文本的 400', async () => {
    expect((await problem(await post(masked(7)))).errors).toEqual([{ path: 'engine', message: '应为文本' }]);
  });
});

describe('重复的脱敏单元格只写一次', () => {
  const sheet = (values: unknown) => ({
    schema: 'workbook-snapshot/1',
    texts: [{ masked: '0123456789ab', kind: 'name' }],
    sheets: [{ ...organisations, values }],
  });
  const [headings, first, second] = organisations.values;

  test('按所指的读', async () => {
    const packed = sheet([headings, [1, { text: 0 }, '备案'], [2, { text: 0 }, '备案']]);
    const spelt = sheet([headings, [1, packed.texts[0], '备案'], [2, packed.texts[0], '备案']]);
    const [one, other] = await Promise.all([packed, spelt].map((workbook) => post(JSON.stringify({ workbook }))));
    expect(one!.status).toBe(200);
    expect(await one!.json()).toEqual(await other!.json());
  });

  test.each([1, -1, 0.5, '0', null])('指到 texts 之外的（%j）说在哪一格', async (text) => {
    const workbook = sheet([headings, first, [2, { text }, ...second!.slice(2)]]);
    const { status, errors } = await problem(await post(JSON.stringify({ workbook })));
    expect([status, errors!.map(({ path }) => path)]).toEqual([400, ['workbook.sheets[0].values[2][1]']]);
  });

  test('texts 里不是脱敏单元格的说是第几个', async () => {
    const texts = [{ masked: '0123456789ab', kind: 'name' }, '欧阳测试'];
    const workbook = { ...sheet([headings, first, second]), texts };
    const response = await post(JSON.stringify({ workbook }));
    expect((await problem(response)).errors).toEqual([{ path: 'workbook.texts[1]', message: '应为脱敏单元格' }]);
  });
});

describe('限制次数', () => {
  const limited = (success: boolean): Bindings => ({ EVALUATIONS: { limit: async () => ({ success }) } });

  test('太频繁的 429，写明多少秒后再试；没有这个绑定就不限', async () => {
    const refused = await post(body(organisations), limited(false));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await problem(refused);
    expect((await post(body(organisations), limited(true))).status).toBe(200);
    expect((await post(body(organisations))).status).toBe(200);
  });
});

/** A body that comes as it is told to. */
function sending(content = '') {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  return {
    body: readable,
    send: (more: string) => writer.write(encoder.encode(more)),
    end: async () => {
      await writer.write(encoder.encode(content));
      await writer.close();
    },
    breakOff: () => writer.abort(new Error('connection lost')),
  };
}

describe('同时到来的大工作簿', () => {
  const spaces = (megabytes: number) => ' '.repeat(megabytes * 1024 * 1024);

  test('放不下的 503，内容读完不留；平常大小的照样评估；放下的评估完，位置就让出来', async () => {
    const large = sending(body(organisations));
    const first = post(large.body);
    await large.send(spaces(12));

    const refused = await post(spaces(10) + body(organisations));
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await problem(refused);
    expect((await post(body(organisations))).status).toBe(200);

    await large.end();
    expect((await first).status).toBe(200);
    expect((await post(spaces(10) + body(organisations))).status).toBe(200);
  });

  test('断开的也让出位置', async () => {
    const large = sending();
    const first = post(large.body);
    await large.send(spaces(12));
    await large.breakOff();
    expect((await first).status).toBe(400);
    expect((await post(spaces(10) + body(organisations))).status).toBe(200);
  });
});

describe('没有收全的内容', () => {
  test.each(['', '{"workbook":', '{"workbook":{"schema":"workbook-snapshot/1","sheets":[]}}'])(
    '在 %j 之后断开：400',
    async (before) => {
      const cut = sending();
      const answer = post(cut.body);
      await cut.send(before);
      await cut.breakOff();
      const response = await answer;
      expect(response.status).toBe(400);
      expect((await problem(response)).detail).toContain('没有收全');
    },
  );

  test.each([1, 3])('比 Content-Length 说的短或长：400', async (length) => {
    expect((await post('{}', deployed, { 'content-length': String(length) })).status).toBe(400);
    expect((await post('{}', deployed, { 'content-length': 'NaN' })).status).toBe(400);
  });

  test('迟迟不来的：503，不再等', async () => {
    const slow = sending();
    const request = new Request('https://localhost', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: slow.body,
    });
    const place = createRoom(1, 1).enter();
    await expect(readJson(request, place, 1)).rejects.toMatchObject({ status: 503 });
  });
});

describe('写得不合常理的 JSON', () => {
  test.each([
    ['一百万层数组', '['.repeat(1e6) + ']'.repeat(1e6), 400],
    ['一百万层对象', `${'{"a":'.repeat(1e6)}0${'}'.repeat(1e6)}`, 400],
    ['没有写完的一百万层', '['.repeat(1e6), 400],
    ['五百万个空数组', `{"workbook":[[]${',[]'.repeat(5e6)}]}`, 413],
    [
      '文本里的括号不算',
      JSON.stringify({ workbook: { schema: 'workbook-snapshot/1', sheets: [] }, note: '["\\"'.repeat(1e5) }),
      200,
    ],
  ])('%s', async (_, content, status) => {
    expect((await post(content)).status).toBe(status);
  });
});

describe('the size of a body', () => {
  const limit = 16 * 1024 * 1024;
  const padded = (bytes: number) =>
    body(organisations) + ' '.repeat(bytes - new TextEncoder().encode(body(organisations)).length);

  test('16 MiB is taken', async () => {
    expect((await post(padded(limit))).status).toBe(200);
  });

  test('one byte more is 413', async () => {
    const response = await post(padded(limit + 1));
    expect(response.status).toBe(413);
    await problem(response);
  });

  test('a stream that is somewhat too long is read to its end, so that the connection can be used again', async () => {
    let sent = 0;
    let cancelled = false;
    const long = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= limit * 2) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
        sent += 1024 * 1024;
      },
      cancel() {
        cancelled = true;
      },
    });
    expect((await post(long)).status).toBe(413);
    expect([cancelled, sent > limit * 2]).toEqual([false, true]);
  });

  test('a stream that does not end is cut off', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
      },
    });
    const response = await post(endless);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(limit * 6);
  });

  test('a length that is claimed too large is refused unread', async () => {
    expect((await post('{}', deployed, { 'content-length': String(limit + 1) })).status).toBe(413);
  });
});

describe('every answer', () => {
  test.each<[string, string, number]>([
    ['GET', '/api/health', 200],
    ['GET', '/api/catalogue', 200],
    ['GET', '/api/openapi.json', 200],
    ['GET', '/api/nothing', 404],
    ['POST', '/api/nothing', 404],
    ['GET', '/api/evaluations', 405],
    ['DELETE', '/api/catalogue', 405],
    ['POST', '/api/evaluations', 415],
  ])('%s %s is %i with the headers of safety and a request id', async (method, path, status) => {
    const response = await app.request(path, { method }, deployed);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('strict-transport-security')).toContain('max-age=');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    if (status >= 400) await problem(response);
    if (status === 405) expect(response.headers.get('allow')).toBeTruthy();
  });

  test('本机运行时不要求浏览器从此只用 https：localhost 是这台机器上人人共用的', async () => {
    const response = await app.request('/api/health', {}, local);
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['POST', '/api/nothing', 404],
    ['PUT', '/api/evaluations', 405],
    ['POST', '/api/evaluations', 415],
  ])('%s %s 的内容读完再答（%i），连接还能再用', async (method, path, status) => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 20) controller.enqueue(new Uint8Array(1024).fill(32));
        else controller.close();
      },
    });
    const init = { method, body: stream, headers: { 'content-type': 'text/plain' } };
    expect((await app.request(path, init, deployed)).status).toBe(status);
    expect(sent).toBeGreaterThan(20);
  });

  test('repeats the request id of the caller, unless it is no plain one', async () => {
    const ask = async (id: string) => {
      const response = await app.request('/api/health', { headers: { 'x-request-id': id } }, deployed);
      return response.headers.get('x-request-id');
    };
    expect(await ask('pane-42')).toBe('pane-42');
    expect(await ask('<script>')).not.toBe('<script>');
  });
});

test('GET /api/health names the engine and the policy', async () => {
  expect(await (await app.request('/api/health', {}, deployed)).json()).toEqual({
    status: 'ok',
    engine: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    policy: { id: 'huainan-2020', name: '淮南市“三社联动”首批试点（2020—2021）', version: '2020.1' },
    targetSet: { id: 'huainan-2020', version: '2020.1' },
  });
});

test('GET /api/catalogue holds tables, indicators, rules and target sets', async () => {
  const catalogue = await (await app.request('/api/catalogue', {}, deployed)).json<Record<string, { id: string }[]>>();
  expect(catalogue.tables?.map(({ id }) => id)).toContain('W02');
  expect(catalogue.indicators?.map(({ id }) => id)).toContain('G03');
  expect(catalogue.rules?.map(({ id }) => id)).toContain('R024');
  expect(catalogue.targetSets?.map(({ id }) => id)).toContain('huainan-2020');
});

test('GET /api/catalogue tells what to write in each field, and nothing of lists of protected people', async () => {
  type Told = { key: string; guidance?: string; guide?: { means: string; mistakes: string[] }; example?: unknown };
  type Catalogue = { tables: { id: string; role: string; fields: Told[] }[] };
  const { tables } = await (await app.request('/api/catalogue', {}, deployed)).json<Catalogue>();
  const fields = tables.flatMap((table) => table.fields.map((field) => ({ ...field, role: table.role })));
  expect(fields.filter(({ role, guidance }) => (guidance === undefined) !== (role === 'protected'))).toEqual([]);
  const way = tables.find(({ id }) => id === 'W02')!.fields.find(({ key }) => key === 'mgmt')!;
  expect(way.guidance).toBe(way.guide!.means);
  expect(way.guide!.mistakes.length).toBeGreaterThan(0);
  expect(way.example).toBe('登记');
});
