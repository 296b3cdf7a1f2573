import { expect, test } from 'vitest';
import app, { type Bindings } from '../../worker/index.ts';
import { type Dice, dice } from '../generator/dice.ts';

/** Of every bad request; a 500 is a fault of ours. */
const refusals = [400, 409, 413, 415, 422, 429, 503];
const environments: readonly Bindings[] = [{}, { RAW_SNAPSHOTS: 'mask' }];

/** Stands wherever a person's text may stand; no refusal repeats it. */
const secret = '赵铁蛋柒';

const base = {
  workbook: {
    schema: 'workbook-snapshot/1',
    name: `${secret}.xlsx`,
    date1904: false,
    texts: [{ masked: '0123456789ab', kind: 'name', check: null, known: secret, core: '0123456789ab' }],
    sheets: [
      {
        name: '社会组织名录',
        visibility: 'Visible',
        address: 'A1:D4',
        values: [
          ['组织名称', '登记/备案', '备案日期', secret],
          [secret, '备案', 43_983, { text: 0 }],
          ['合唱队', { masked: null, kind: 'text', known: '备案〔〕' }, '2020年6月', null],
          [{ error: '#REF!' }, true, -1e300, `1380000${secret}`],
        ],
        numberFormat: [
          ['General', '@', 'yyyy/m/d', null],
          [null, null, null, secret],
          [null, null, null, null],
          [null, null, null, null],
        ],
        merges: ['A1:B1'],
        hiddenRows: [3],
        hiddenColumns: ['D'],
      },
      { name: '随手记', visibility: 'VeryHidden', address: 'A1:B9', values: [] },
    ],
  },
  mode: 'midterm',
  asOf: '2020-11-30',
  policy: 'huainan-2020',
  score: true,
  corrections: [
    { kind: 'headerRows', sheet: '社会组织名录', rows: [1] },
    { kind: 'table', sheet: '社会组织名录', address: 'A1:D4', table: 'W02', as: 'full' },
    { kind: 'column', sheet: '社会组织名录', address: 'A1:D4', column: 'B', field: 'mgmt' },
    { kind: 'continues', sheet: '社会组织名录', address: 'A3:D4', of: { sheet: '社会组织名录', address: 'A1:D2' } },
    { kind: 'column', table: 'W02', heading: secret, field: null },
    { kind: 'word', table: 'W02', field: 'mgmt', text: secret, means: '备案' },
  ],
};

/** JSON texts, not values: some of them no value could be written as. */
const oddities: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '-0',
  '1e400',
  '-1e400',
  '9007199254740993',
  '1e-400',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u0000"',
  '"constructor"',
  '"__proto__"',
  '"A1:XFD1048576"',
  '"A1:A1048577"',
  '"Z9:A1"',
  '"9999-99-99"',
  '"0123456789ab"',
  `"${secret}"`,
  `"${'★'.repeat(3000)}"`,
  `"${'社区'.repeat(2000)}"`,
  `"${'9'.repeat(3000)}"`,
  '{"__proto__":{"sheets":[]}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":null,"hasOwnProperty":[]}',
  '{"length":1e9}',
  '{"text":4294967296}',
  '{"masked":"0123456789ab","kind":"__proto__"}',
  `{"error":"${secret}"}`,
  `[[[[[[[[[["${secret}"]]]]]]]]]]`,
  `${'['.repeat(40)}${']'.repeat(40)}`,
  '[null,null,null,null]',
];

/** The body with one to four of its places changed. */
function changed(d: Dice): string {
  let rest = d.between(1, 4);
  const write = (value: unknown): string => {
    if (rest > 0 && d.chance(4)) {
      rest--;
      return d.pick(oddities);
    }
    if (Array.isArray(value)) {
      const items = value.map(write);
      if (rest > 0 && d.chance(3)) items.splice(d.int(items.length + 1), d.int(2), d.pick(oddities));
      return `[${items.join(',')}]`;
    }
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).flatMap(([key, member]) => {
      if (rest > 0 && d.chance(2)) return [];
      const named = `${JSON.stringify(key)}:${write(member)}`;
      return rest > 0 && d.chance(2) ? [named, `${JSON.stringify(key)}:${d.pick(oddities)}`] : [named];
    });
    if (d.chance(5))
      members.push(`"${d.pick(['__proto__', 'constructor', 'prototype', 'toJSON'])}":${d.pick(oddities)}`);
    return `{${members.join(',')}}`;
  };
  return write(base);
}

/** The bytes of a body, some of them lost, added or turned over. */
function damaged(d: Dice, content: string): Uint8Array {
  const bytes = new TextEncoder().encode(content);
  switch (d.int(4)) {
    case 0:
      return bytes.slice(0, d.int(bytes.length));
    case 1:
      for (let left = d.between(1, 5); left > 0; left--) bytes[d.int(bytes.length)] = d.int(256);
      return bytes;
    case 2: {
      const at = d.int(bytes.length);
      return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + d.between(1, 9))]);
    }
    default:
      return new Uint8Array([...bytes, ...new TextEncoder().encode(d.pick(['}', ',', '\0', '{}', '\u2028', '"']))]);
  }
}

/** Comes in pieces, between which others have their turn, and breaks off at `breaking`, if ever. */
function inPieces(d: Dice, bytes: Uint8Array, breaking: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      for (let turns = d.int(4); turns > 0; turns--) await Promise.resolve();
      if (at >= breaking) return controller.error(new Error(`connection lost near ${secret}`));
      if (at >= bytes.length) return controller.close();
      const next = at + d.between(1, 700);
      controller.enqueue(bytes.slice(at, next));
      at = next;
    },
  });
}

const types = ['application/json', 'application/json; charset=utf-8', 'text/plain', '', 'application/x+json'];

async function attack(seed: number): Promise<number> {
  const d = dice(seed);
  const content = changed(d);
  const bytes = d.chance(30) ? damaged(d, content) : new TextEncoder().encode(content);
  const breaking = d.chance(10) ? d.int(bytes.length) : Number.POSITIVE_INFINITY;
  const headers: Record<string, string> = { 'content-type': d.chance(90) ? types[0]! : d.pick(types) };
  if (d.chance(5))
    headers['content-length'] = d.pick(['0', '7', '1e3', '-1', '99999999999999999999', String(bytes.length)]);
  if (d.chance(2)) headers['content-encoding'] = d.pick(['gzip', 'identity', secret.length.toString()]);
  const init = { method: 'POST', headers, body: d.chance(50) ? inPieces(d, bytes, breaking) : bytes };
  const response = await app.request('/api/evaluations', init, d.pick(environments));
  const text = await response.text();
  if (response.status === 200) {
    expect(text).toContain('evaluation/1');
  } else {
    expect(refusals).toContain(response.status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status: response.status });
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/^\s+at |\.ts:\d|\.js:\d|TypeError|RangeError|SyntaxError/m);
  return response.status;
}

test('六百份乱写的请求：只有评估或说得清的拒绝，不出 500，不带栈，不重复来的文字', async () => {
  const answers = new Map<number, number>();
  for (let seed = 1; seed <= 600; seed++) {
    const status = await attack(seed).catch((error) => {
      throw new Error(`seed ${seed}: ${error.message}`);
    });
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  // Each was met: else the bodies are too tame, or too wild.
  for (const status of [200, 400, 413, 415, 422]) expect(answers.get(status) ?? 0, `${status}`).toBeGreaterThan(0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}, 60_000);

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s 到各种网址', async (method) => {
  const paths = [
    '/',
    '/api',
    '/api/',
    '/api/evaluations/',
    '/api/health?x=%00',
    '/api/catalogue?policy=%F0%9F',
    '/api/%2e%2e/x',
  ];
  paths.push(
    '/api/catalogue?policy=__proto__',
    '/api/catalogue?policy=a&policy=b',
    '/api/openapi.json',
    `/${'x'.repeat(9000)}`,
  );
  for (const path of paths) {
    const response = await app.request(path, { method }, {});
    expect([200, 400, 404, 405, 422], `${method} ${path.slice(0, 40)}`).toContain(response.status);
    expect(await response.text()).not.toMatch(/^\s+at /m);
  }
});
