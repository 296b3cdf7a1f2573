import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, grounds } from '../../shared/evaluate.ts';
import { disagreements } from '../fixtures/compare.ts';
import { listSamples, sampleExpected, sampleSnapshot } from '../fixtures/samples.ts';
import { judgedMasked } from '../judging.ts';

const SECRET = '00'.repeat(32);
const samples = await listSamples();

describe.each(samples)('$title', (sample) => {
  test('与人工算出的结果一致', async () => {
    const expected = await sampleExpected(sample);
    const options = { mode: expected.mode, asOf: expected.asOf };
    const evaluation = judgedMasked(await sampleSnapshot(sample), SECRET, options);
    expect(disagreements(evaluation, expected)).toEqual([]);
    const unread = new Set(evaluation.unread.map(({ sheet }) => sheet));
    for (const sheet of expected.unread ?? []) expect(unread).toContain(sheet);
  });

  test('到了服务端再遮一次：就是原来那份，读过一遍即可评估，结果不变', async () => {
    const first = deidentify(await sampleSnapshot(sample), SECRET);
    const arrived = JSON.parse(JSON.stringify(first.snapshot));
    const { snapshot, reading } = deidentify(arrived, 'ff'.repeat(32));
    expect(first.reading).toBeNull();
    expect(snapshot).toBe(arrived);
    expect(evaluate(snapshot, {}, grounds, reading!)).toEqual(evaluate(first.snapshot));
  });

  test('夹带的成员不算原来那份', async () => {
    const { snapshot } = deidentify(await sampleSnapshot(sample), SECRET);
    const [sheet, ...others] = snapshot.sheets;
    const arrived = { ...snapshot, sheets: [{ ...sheet!, author: '某某' }, ...others] };
    const again = deidentify(arrived, SECRET);
    expect([again.snapshot === arrived, again.reading, 'author' in again.snapshot.sheets[0]!]).toEqual([
      false,
      null,
      false,
    ]);
  });
});
