import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, packed } from '../../../shared/evaluate.ts';
import { isMaskedCell, isPackedCell, maskedCell, packedCell } from '../../../shared/wire/cells.ts';
import { evaluation } from '../../../shared/wire/evaluations.ts';
import { evaluationRequest } from '../../../shared/wire/requests.ts';
import { listSamples, sampleSnapshot } from '../../fixtures/samples.ts';

const token = '3f9a12bc34de';

describe('一格一格看的循环，与写在接口说明里的模式说的是一回事', () => {
  const cells: readonly unknown[] = [
    '',
    '甲',
    0,
    -1.5,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    true,
    null,
    undefined,
    [],
    {},
    { error: '#REF!' },
    { error: 7 },
    { error: null },
    { text: 0 },
    { text: 4 },
    { text: -1 },
    { text: 1.5 },
    { text: '0' },
    { text: null },
    ...[token, token.toUpperCase(), '3f9a', '张三', null, undefined, 7].map((masked) => ({ masked, kind: 'name' })),
    ...['text', 'constructor', undefined, null].map((kind) => ({ masked: token, kind })),
    ...['valid', 'lossy', null, undefined, 'no', 1].map((check) => ({ masked: token, kind: 'id', check })),
    ...['中级〔〕', '', undefined, null, 7].map((known) => ({ masked: token, kind: 'text', known })),
    ...[token, undefined, null, '甲'].map((core) => ({ masked: token, kind: 'text', core })),
    { masked: null, kind: 'text', colour: 'red' },
    { masked: '张三', kind: 'name', text: 0 },
  ];

  test.each(cells.map((cell) => [JSON.stringify(cell) ?? 'undefined', cell]))('%s', (_, cell) => {
    expect(isPackedCell(cell, 5)).toBe(v.is(packedCell, cell));
    expect(isMaskedCell(cell)).toBe(v.is(maskedCell, cell));
  });

  test('文本只能指 texts 里有的', () => {
    expect([0, 4, 5].map((text) => isPackedCell({ text }, 5))).toEqual([true, true, false]);
  });
});

describe.each(await listSamples())('$title', (sample) => {
  test('发出去的合乎请求的模式，评估合乎应答的模式', async () => {
    const masked = deidentify(await sampleSnapshot(sample), '00'.repeat(32));
    const sent = JSON.parse(JSON.stringify({ workbook: packed(masked.snapshot), engine: '1.0.0' }));
    expect(v.safeParse(evaluationRequest, sent).issues).toBeUndefined();
    const judged = JSON.parse(JSON.stringify(evaluate(masked.snapshot)));
    expect(v.safeParse(evaluation, judged).issues).toBeUndefined();
    const half = {
      ...judged,
      indicators: judged.indicators.map(({ verdict: _, ...rest }: object & { verdict: string }) => rest),
    };
    expect(v.is(evaluation, half)).toBe(false);
  });
});
