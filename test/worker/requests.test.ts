import { describe, expect, test } from 'vitest';
import { maskChecks, maskKinds } from '../../shared/model/contract.ts';
import { Problem } from '../../worker/problems.ts';
import { parseEvaluationRequest } from '../../worker/requests.ts';

const sheet = {
  name: '名录',
  visibility: 'Visible',
  address: 'A1:B2',
  values: [
    ['名称', '数量'],
    ['甲', 1],
  ],
};
const workbook = (...changes: readonly object[]) => ({
  schema: 'workbook-snapshot/1',
  sheets: [Object.assign({}, sheet, ...changes)],
});

/** Where a body is at fault; empty when it is taken. */
function faults(body: unknown): readonly string[] {
  try {
    parseEvaluationRequest(body);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.status).toBe(400);
    return error.faults.length > 0 ? error.faults.map(({ path }) => path) : ['(body)'];
  }
}

const placed = { sheet: 'x', address: 'A1:B9' };
const word = { kind: 'word', table: 'W03', field: 'cert', text: '中级社工证', means: '2' };
const faultyCorrections: readonly (readonly [unknown, string])[] = [
  ['接着', ''],
  [{ kind: 'table', address: 'A1:B9', table: null }, '.sheet'],
  [{ kind: 'table', ...placed, table: 7 }, '.table'],
  [{ kind: 'table', ...placed, table: 'W02', as: 'half' }, '.as'],
  [{ kind: 'table', ...placed, table: 'W02', as: null }, '.as'],
  [{ kind: 'continues', ...placed }, '.of'],
  [{ kind: 'continues', ...placed, of: { sheet: 'y', address: 'A' } }, '.of.address'],
  [{ kind: 'continues', ...placed, address: '', of: placed }, '.address'],
  [{ kind: 'column', heading: '啥', field: null }, '.table'],
  [{ kind: 'column', table: 'W02', heading: '', field: null }, '.heading'],
  [{ kind: 'column', table: 'W02', heading: '啥' }, '.field'],
  [{ ...word, sheet: 'x' }, '.kind'],
  [{ ...word, table: null }, '.table'],
  [{ ...word, field: null }, '.field'],
  [{ ...word, text: '' }, '.text'],
  [{ ...word, text: '字'.repeat(501) }, '.text'],
  [{ ...word, means: 2 }, '.means'],
  [{ ...word, means: undefined }, '.means'],
];

describe('a body that keeps to the contract is taken', () => {
  test.each<[string, object]>([
    ['plain', {}],
    [
      'every kind of cell',
      {
        address: 'A1:D2',
        values: [
          ['a', 1, true, null],
          [
            { error: '#REF!' },
            { masked: null, kind: 'text' },
            { masked: '3f9a12bc34de', kind: 'id', check: 'lossy' },
            '',
          ],
        ],
      },
    ],
    ['without what may be left out', { numberFormat: null, merges: [], hiddenRows: [], hiddenColumns: [] }],
    [
      'with all that may be there',
      {
        numberFormat: [
          ['General', null],
          ['@', '0%'],
        ],
        merges: ['$A$1:$B$1'],
        hiddenRows: [1048576],
        hiddenColumns: ['XFD'],
      },
    ],
    [
      'deeply hidden, so that only its address travels',
      { visibility: 'VeryHidden', address: 'A1:A3', values: [[null]] },
    ],
    ['not read, so without rows', { visibility: 'VeryHidden', address: 'A1', values: [] }],
    ['far from A1', { address: 'XFC1048575:XFD1048576' }],
    ['with noughts before its rows', { address: 'A01:B02' }],
    ['with members nobody knows', { colour: 'red' }],
  ])('sheet %s', (_, changes) => {
    expect(faults({ workbook: workbook(changes) })).toEqual([]);
  });

  test.each(maskKinds.flatMap((kind) => maskChecks.map((check) => [kind, check])))('cell of %s, %s', (kind, check) => {
    const values = [[{ masked: '3f9a12bc34de', kind, check }]];
    expect(faults({ workbook: workbook({ address: 'XFD1', values }) })).toEqual([]);
  });

  test('with every option', () => {
    const corrections = [
      { kind: 'headerRows', sheet: '名录', rows: [3, 4] },
      { kind: 'table', sheet: '名录', address: 'A3:L16', table: null },
      { kind: 'column', sheet: '名录', address: 'A3:L16', column: 'C', field: 'mgmt' },
      { kind: 'table', sheet: '名录', address: 'A3:L16', table: 'W02', as: 'subset' },
      { kind: 'continues', sheet: '续', address: 'A1:L9', of: { sheet: '名录', address: 'A3:L16' } },
      { kind: 'column', table: 'W02', heading: '啥时候备的', field: 'file_date' },
      { kind: 'column', table: 'W02', heading: '谁写的', field: null },
      { kind: 'word', table: 'W03', field: 'cert', text: '中级社工证', means: '2' },
      { kind: 'word', table: 'W03', field: 'certified', text: '已发', means: true },
      { kind: 'word', table: 'W03', field: 'cert', text: '待考', means: null },
    ];
    const body = {
      workbook: workbook(),
      mode: 'midterm',
      asOf: '2020-11-30',
      targetSet: 'x',
      corrections,
      score: false,
    };
    expect(faults(body)).toEqual([]);
    expect(parseEvaluationRequest(body).options).toEqual({
      mode: 'midterm',
      asOf: '2020-11-30',
      targetSet: 'x',
      corrections,
      score: false,
    });
  });
});

describe('a body that breaks it is refused by path', () => {
  test.each<[unknown, string]>([
    [null, '(body)'],
    [[], '(body)'],
    ['workbook', '(body)'],
    [{}, 'workbook'],
    [{ workbook: [] }, 'workbook'],
    [{ workbook: { schema: 'workbook-snapshot/2', sheets: [] } }, 'workbook.schema'],
    [{ workbook: { schema: 'workbook-snapshot/1' } }, 'workbook.sheets'],
    [{ workbook: { schema: 'workbook-snapshot/1', sheets: [null] } }, 'workbook.sheets[0]'],
    [{ workbook: { schema: 'workbook-snapshot/1', name: 5, sheets: [] } }, 'workbook.name'],
    [{ workbook: { schema: 'workbook-snapshot/1', date1904: 0, sheets: [] } }, 'workbook.date1904'],
    [{ workbook: workbook(), mode: 'finall' }, 'mode'],
    [{ workbook: workbook(), mode: null }, 'mode'],
    [{ workbook: workbook(), asOf: '2021-02-29' }, 'asOf'],
    [{ workbook: workbook(), asOf: '2021-2-3' }, 'asOf'],
    [{ workbook: workbook(), asOf: '1900-02-29' }, 'asOf'],
    [{ workbook: workbook(), asOf: '2021-04-31T' }, 'asOf'],
    [{ workbook: workbook(), asOf: 44348 }, 'asOf'],
    [{ workbook: workbook(), targetSet: {} }, 'targetSet'],
    [{ workbook: workbook(), score: 'off' }, 'score'],
    [{ workbook: workbook(), score: 0 }, 'score'],
    [{ workbook: workbook(), score: null }, 'score'],
    [{ workbook: workbook(), corrections: {} }, 'corrections'],
    [{ workbook: workbook(), corrections: Array.from({ length: 201 }, () => null) }, 'corrections'],
    [
      { workbook: workbook(), corrections: [{ kind: 'headerRows', sheet: 'x', rows: Array(21).fill(1) }] },
      'corrections[0].rows',
    ],
    [{ workbook: { schema: 'workbook-snapshot/1', name: '名'.repeat(256), sheets: [] } }, 'workbook.name'],
    [{ workbook: workbook(), corrections: [{ kind: 'row', sheet: 'x' }] }, 'corrections[0].kind'],
    [{ workbook: workbook(), corrections: [{ kind: 'headerRows', sheet: 'x', rows: [0] }] }, 'corrections[0].rows[0]'],
    [
      { workbook: workbook(), corrections: [{ kind: 'table', sheet: 'x', address: 'A', table: null }] },
      'corrections[0].address',
    ],
    ...faultyCorrections.map(([one, path]): [unknown, string] => [
      { workbook: workbook(), corrections: [one] },
      `corrections[0]${path}`,
    ]),
  ])('%j', (body, path) => {
    expect(faults(body)).toEqual([path]);
  });

  test.each<[object, string]>([
    [{ name: '' }, 'name'],
    [{ name: '名'.repeat(256) }, 'name'],
    [{ visibility: 'visible' }, 'visibility'],
    [{ address: 'A1:B3' }, 'values'],
    [{ address: 'A1:C1', values: [['名称', '数量']] }, 'values[0]'],
    [{ address: '名录!A1:B2' }, 'address'],
    [{ address: 'B2:A1' }, 'address'],
    [{ address: 'A0:B1' }, 'address'],
    [{ address: 'XFD1:XFE2' }, 'address'],
    [{ address: 'A1048576:B1048577' }, 'address'],
    [{ values: undefined }, 'values'],
    [{ values: [['名称', '数量'], ['甲']] }, 'values[1]'],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', '社区'.repeat(16_384)],
        ],
      },
      'values[1][1]',
    ],
    [{ values: [['名称', '数量'], { length: 2 }] }, 'values[1]'],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', Number.POSITIVE_INFINITY],
        ],
      },
      'values[1][1]',
    ],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', []],
        ],
      },
      'values[1][1]',
    ],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', {}],
        ],
      },
      'values[1][1]',
    ],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', { error: 42 }],
        ],
      },
      'values[1][1]',
    ],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', { masked: '张三', kind: 'name' }],
        ],
      },
      'values[1][1]',
    ],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', { masked: null, kind: 'constructor' }],
        ],
      },
      'values[1][1]',
    ],
    [
      {
        values: [
          ['名称', '数量'],
          ['甲', { masked: null, kind: 'text', check: 'no' }],
        ],
      },
      'values[1][1]',
    ],
    [{ numberFormat: [['General']] }, 'numberFormat'],
    [
      {
        numberFormat: [
          ['General', 1],
          ['@', '@'],
        ],
      },
      'numberFormat[0][1]',
    ],
    [{ merges: ['A1:L'] }, 'merges[0]'],
    [{ hiddenRows: [1.5] }, 'hiddenRows[0]'],
    [{ hiddenColumns: ['XFE'] }, 'hiddenColumns[0]'],
    [{ hiddenColumns: 'K' }, 'hiddenColumns'],
  ])('sheet with %j', (changes, path) => {
    expect(faults({ workbook: workbook(changes) })).toEqual([`workbook.sheets[0].${path}`]);
  });

  test('two sheets of one name, which Excel compares without case', () => {
    const sheets = [
      { ...sheet, name: 'Sheet1' },
      { ...sheet, name: 'SHEET1' },
    ];
    expect(faults({ workbook: { schema: 'workbook-snapshot/1', sheets } })).toEqual(['workbook.sheets[1].name']);
  });

  test('with the first twenty of many faults', () => {
    const values = Array.from({ length: 100 }, () => [{}]);
    expect(faults({ workbook: workbook({ address: 'A1:A100', values }) })).toHaveLength(20);
  });

  test('without quoting what stood there', () => {
    const body = {
      workbook: workbook({
        values: [
          ['名称', '数量'],
          ['甲', { error: 1, note: '13800000000' }],
        ],
      }),
    };
    try {
      parseEvaluationRequest(body);
    } catch (error) {
      expect(JSON.stringify((error as Problem).faults)).not.toContain('13800000000');
    }
    expect.assertions(1);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a sheet named %s is one like any other',
    (name) => {
      expect(faults({ workbook: workbook({ name }) })).toEqual([]);
    },
  );

  test('prototype keys do not reach the prototype', () => {
    const body = JSON.parse('{"workbook":{"__proto__":{"schema":"workbook-snapshot/1"},"sheets":[]}}');
    expect(faults(body)).toEqual(['workbook.schema']);
  });
});

test('more than a thousand sheets are too many', () => {
  const sheets = (count: number) => Array.from({ length: count }, (_, at) => ({ ...sheet, name: `表${at}` }));
  expect(faults({ workbook: { schema: 'workbook-snapshot/1', sheets: sheets(1000) } })).toEqual([]);
  const body = { workbook: { schema: 'workbook-snapshot/1', sheets: sheets(1001) } };
  expect(() => parseEvaluationRequest(body)).toThrow(expect.objectContaining({ status: 413 }));
});

describe('the number of cells', () => {
  const wide = (rows: number) =>
    workbook({ address: `A1:J${rows}`, values: Array.from({ length: rows }, () => new Array(10).fill(null)) });

  test('a million is taken', () => {
    expect(faults({ workbook: wide(100_000) })).toEqual([]);
  });

  test('more is too large, whatever else is wrong', () => {
    expect(() => parseEvaluationRequest({ workbook: wide(100_001), mode: 'x' })).toThrow(
      expect.objectContaining({ status: 413 }),
    );
  });
});
