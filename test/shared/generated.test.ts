/** The same records written plainly and as streets hand them in: what is said of them must not differ. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import { communityOf } from '../generator/communities.ts';
import { compare, masks } from '../generator/compare.ts';
import { judged } from '../generator/hard/judge.ts';
import { hardWorkbook } from '../generator/hard/workbooks.ts';
import type { Clean } from '../generator/rows.ts';
import { generate } from '../generator/workbooks.ts';
import { known } from '../known.ts';
import { sent, shapeOf } from './privacy/deidentify.ts';

const WORKBOOKS = 300;
const seeds = Array.from({ length: WORKBOOKS }, (_, seed) => seed);

describe('任意写法的工作簿', () => {
  test.each(seeds)('第 %i 册与规整写法结论一致，遮蔽前后读出的一样', (seed) => {
    const { messy, masked, misses, community } = compare(seed);
    expect(misses).toEqual([]);
    const text = JSON.stringify(masked.snapshot);
    expect(JSON.stringify(masks(masked.snapshot).snapshot) === text, '再遮一次应当不变').toBe(true);
    expect([...community.people.planted].filter((value) => text.includes(value))).toEqual([]);
    expect(shapeOf(masked.snapshot)).toEqual(shapeOf(sent(messy, masked)));
  });
});

describe('规整写法', () => {
  // Counted from the records themselves, so that a misreading common to both ways of writing shows.
  test.each(seeds.slice(0, 60))('第 %i 册的数与记录相符', (seed) => {
    const { facts, lists, mode } = communityOf(seed);
    const { indicators } = evaluate(generate(seed).plain, { mode }, known);
    const asOf = mode === 'final' ? '2021-05-31' : '2020-11-30';
    const upper = (id: string) => indicators.find((entry) => entry.id === id && entry.basis === undefined)?.upper;
    const activities = lists.W07.filter(({ date, people }) => within(date, asOf) && Number(people) > 0);
    expect(upper('S09')).toBe(new Set(activities.map(({ name, date, place }) => `${name}${date}${place}`)).size);
    const own = lists.W06.find(({ community }) => community === facts.community)!;
    expect(indicators.find(({ id }) => id === 'S08')).toMatchObject({
      numerator: own.verified,
      denominator: own.pop_resident,
    });
    expect(upper('P03')).toBe(lists.W04.filter(({ layer }) => layer === '中心').length);
    expect(upper('S06')).toBe(lists.W08.filter(({ date, own: ours }) => within(date, asOf) && Number(ours) > 0).length);
  });
});

describe('实际工作中的版式', () => {
  // What is certain has to be true; what is not understood may be asked.
  test.each(seeds)('第 %i 册：凡是下了结论的都对', (seed) => {
    const { dimensions, ...workbook } = hardWorkbook(seed);
    const { wrong } = judged(workbook);
    expect(wrong, dimensions.join('、')).toEqual([]);
  });
});

const within = (date: Clean | undefined, asOf: string) => String(date) >= '2020-06-01' && String(date) <= asOf;
