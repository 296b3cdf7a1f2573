/** 路上重复的格子只写一次；到了还是原来那一册。 */
import { describe, expect, test } from 'vitest';
import { packed, unpacked } from '../../../shared/evaluate.ts';
import type { Cell, MaskedCell } from '../../../shared/model.ts';
import { listSamples, sampleSnapshot } from '../../fixtures/samples.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified } from './deidentify.ts';

const name = (masked: string): MaskedCell => ({ masked: masked.repeat(12), kind: 'name', check: null });
const book = (...rows: Cell[][]) => workbookOf(sheetOf('花名册', rows));

describe('打包', async () => {
  test('重复的格子写一次，别处只写它的位置；只出现一次的照旧', () => {
    const { texts, sheets } = packed(book([name('a'), name('b')], [name('a'), '主任']));
    expect(texts).toEqual([name('a')]);
    expect(sheets[0]!.values).toEqual([
      [{ text: 0 }, name('b')],
      [{ text: 0 }, '主任'],
    ]);
  });

  test('只有记号相同而别的不同的，不算重复', () => {
    const cells: Cell[] = [
      name('a'),
      { ...name('a'), check: 'valid' },
      { ...name('a'), kind: 'text' },
      { ...name('a'), known: '初级〔〕' },
      { ...name('a'), core: 'b'.repeat(12) },
    ];
    expect(packed(book(cells)).texts).toBeUndefined();
  });

  test('没有重复的，就是原来那一册', () => {
    const raw = book([name('a'), '主任', '主任', 1, 1, null, { error: '#N/A' }]);
    expect(packed(raw)).toBe(raw);
    expect(unpacked(raw)).toEqual(raw);
  });

  test('打开来与原来一样', () => {
    const raw = {
      ...book([name('a'), name('b'), name('a')], [null, name('b'), 3]),
      name: '甲社区.xlsx',
      date1904: true,
    };
    expect(unpacked(JSON.parse(JSON.stringify(packed(raw))))).toEqual(raw);
  });

  test.each(await listSamples())('样本 $expected 打开来与原来一样，且更短', async (sample) => {
    const { snapshot } = deidentified(await sampleSnapshot(sample));
    const bytes = JSON.stringify(packed(snapshot));
    expect(unpacked(JSON.parse(bytes))).toEqual(snapshot);
    expect(bytes.length).toBeLessThanOrEqual(JSON.stringify(snapshot).length);
  });

  test('指着没有的位置，说得出来', () => {
    const broken = { ...book(), texts: [], sheets: [{ ...sheetOf('花名册', []), values: [[{ text: 3 }]] }] };
    expect(() => unpacked(broken)).toThrow(RangeError);
  });
});
