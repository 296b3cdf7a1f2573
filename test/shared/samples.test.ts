import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../shared/evaluate.ts';
import { disagreements } from '../fixtures/compare.ts';
import { listSamples, sampleExpected, sampleSnapshot } from '../fixtures/samples.ts';

const SECRET = '00'.repeat(32);
const samples = await listSamples();

describe.each(samples)('$title', (sample) => {
  test('与人工算出的结果一致', async () => {
    const expected = await sampleExpected(sample);
    const { snapshot, withheld } = deidentify(await sampleSnapshot(sample), SECRET);
    const evaluation = evaluate(snapshot, { mode: expected.mode, asOf: expected.asOf });
    expect(disagreements(evaluation, expected)).toEqual([]);
    const unread = new Set([...withheld, ...evaluation.unread].map(({ sheet }) => sheet));
    for (const sheet of expected.unread ?? []) expect(unread).toContain(sheet);
  });
});
