/** 出现了几类 */
import { expect, test } from 'vitest';
import { asked } from '../../../../shared/sheets/silences.ts';
import { taken } from '../given.ts';

const kinds = {
  kind: 'kinds',
  table: 'events',
  field: 'kind',
  among: ['culture', 'training'],
  where: { is: 'yes', field: 'held', otherwise: asked },
  outOf: 2,
} as const;
const event = (name: string, kind: string | null, held: string | null = '是') => ({
  活动名称: name,
  活动日期: '2020-10-11',
  活动类别: kind,
  是否举办: held,
});

test('两类都有，重复的只算一类', () => {
  const lines = [event('义演', '文体活动'), event('游园', '文体活动'), event('讲座', '培训讲座')];
  expect(taken(kinds, { 活动台账: lines })).toBe('2/2');
});

test('所列之外的、空白的、认不出的，都不算', () => {
  const lines = [event('义演', '文体活动'), event('咨询', '法律咨询'), event('游园', null), event('展览', '航天')];
  expect(taken(kinds, { 活动台账: lines })).toBe('1/2');
});

test('办没办不明，只进上限', () => {
  expect(taken(kinds, { 活动台账: [event('义演', '文体活动'), event('讲座', '培训讲座', null)] })).toBe('1～2/2');
});
