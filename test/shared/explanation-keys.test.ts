/** 核实说明凭什么找回它的问题或差距。 */
import { describe, expect, test } from 'vitest';
import { gapKey, isElsewhere, keyedToday, keysIn } from '../../shared/model/explanation-keys.ts';
import { explanationsByKey, withExplained } from '../../shared/model/explanations.ts';
import type { Explanation } from '../../shared/model.ts';
import { certified, evaluation, finding } from './evaluations.ts';

const now = evaluation({ indicators: [certified], findings: [finding({ key: 'ab'.repeat(12) })] });
const said = (key: string, parts: Partial<Explanation> = {}): Explanation => ({
  key,
  text: '数据属实：已核对',
  review: '',
  about: finding({}).message,
  cleared: false,
  ...parts,
});
const keys = (...explanations: readonly Explanation[]) => keyedToday(explanations, now).map(({ key }) => key);
const today = gapKey(certified, now);

describe('差距的键', () => {
  test('数、评估类型、评估依据变了，键就变，说明随之失效', () => {
    expect(gapKey(certified, now)).toBe(today);
    expect(gapKey({ ...certified, numerator: 4 }, now)).not.toBe(today);
    expect(gapKey({ ...certified, denominator: 11 }, now)).not.toBe(today);
    expect(gapKey({ ...certified, upper: 0.4 }, now)).not.toBe(today);
    expect(gapKey(certified, { ...now, mode: 'midterm' })).not.toBe(today);
    expect(gapKey(certified, { ...now, policy: { ...now.policy, id: 'national-2017' } })).not.toBe(today);
  });

  test('目标、差距、理由的说法变了，键不变', () => {
    expect(gapKey({ ...certified, reasons: ['另一句'], gap: null }, now)).toBe(today);
  });

  test('缺数据的，凭缺什么认：同一张表没报，几个指标说一次', () => {
    const lacking = { ...certified, verdict: 'missing', reasons: ['没有找到“花名册”'] } as const;
    expect(gapKey(lacking, now)).toBe(gapKey({ ...lacking, id: 'G01' }, now));
    expect(gapKey(lacking, now)).not.toBe(gapKey({ ...lacking, reasons: ['没有“持证”一栏'] }, now));
  });

  test('以前的键没有写数的，归到现在的数上，以后随数失效', () => {
    expect(keys(said('gap:G03:甲社区'), said('gap:huainan-2020:G03:甲社区'))).toEqual([today, today]);
  });

  test('以前的键，别的评估依据的、现在没有的指标，不动', () => {
    const other = ['gap:national-2017:G03:甲社区', 'gap:huainan-2020:G99:甲社区'];
    expect(keys(...other.map((key) => said(key)))).toEqual(other);
    expect(keys(said('gap:G99:甲社区'))).toEqual(['gap:huainan-2020:G99:甲社区']);
  });

  test('另一评估的差距，不是消除了', () => {
    expect(isElsewhere(today, now)).toBe(false);
    expect(isElsewhere('gap:huainan-2020:G99:甲社区', now)).toBe(false);
    expect(isElsewhere('gap:national-2017:G03:甲社区', now)).toBe(true);
    expect(isElsewhere(gapKey(certified, { ...now, mode: 'midterm' }), now)).toBe(true);
    expect(isElsewhere('ab'.repeat(12), now)).toBe(false);
  });
});

test('问题以前的键含代号，凭问题的话找到；找不到的留下，各是各的', () => {
  const older = 'R042|W03|0123456789ab|idno|ba9876543210';
  expect(keys(said(older))).toEqual(['ab'.repeat(12)]);
  const gone = said(older, { about: '没有了的问题' });
  const once = keyedToday([gone, gone], now);
  expect(once.map(({ key }) => key)).toEqual(['lapsed:没有了的问题', 'lapsed:没有了的问题#']);
  expect(keyedToday(once, now)).toEqual(once);
});

test('一行说的是几个问题，各有各的键；带空格的话不拆', () => {
  const [one, two] = ['ab'.repeat(12), 'cd'.repeat(12)];
  expect(keysIn(`${one} ${two}`)).toEqual([one, two]);
  expect(keysIn(`${one}#2`)).toEqual([`${one}#2`]);
  expect(keysIn('missing:没有“名录 (2)”一表')).toEqual(['missing:没有“名录 (2)”一表']);
});

test('一键一条：已消除上面的先，没有字的不算', () => {
  const [above, below] = [said('k'), said('k', { text: '旧的', cleared: true })];
  expect(explanationsByKey([below, above]).get('k')).toBe(above);
  expect(explanationsByKey([said('k', { text: ' ' }), below]).get('k')).toBe(below);
});

test('新说的换掉同一键的，空的是收回', () => {
  const [a, b] = [said('a'), said('b')];
  expect(withExplained([a, b], [said('a', { text: '改了' }), said('b', { text: '' })])).toEqual([
    said('a', { text: '改了' }),
  ]);
});
