import { describe, expect, test } from 'vitest';
import type { Registered, RollupOptions, Unit } from '../../../shared/model.ts';
import { national2017 } from '../../../shared/policies/national-2017/policy.ts';
import { keyOf } from '../../../shared/rollup/keys.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { figure, jinhu, lineOf, register, rolledUp, statesOf, type Workbook, workbook } from './cities.ts';

const named = (county: string | null, street: string | null, community: string | null) =>
  keyOf({ county, countyName: null, street, community });

test.each([
  ['锦湖社区', 'HN-03/望淮街道/锦湖社区'],
  ['锦湖社区居委会', 'HN-03/望淮街道/锦湖社区'],
  ['锦湖社区居民委员会', 'HN-03/望淮街道/锦湖社区'],
  ['锦湖居委会', 'HN-03/望淮街道/锦湖社区'],
  ['望淮街道锦湖社区', 'HN-03/望淮街道/锦湖社区'],
  ['锦 湖 社 区（城市）', 'HN-03/望淮街道/锦湖社区'],
  ['二里望淮街道锦湖社区', 'HN-03/望淮街道/锦湖社区'],
  ['洞山街道锦湖社区', 'HN-03/望淮街道/洞山街道锦湖社区'],
  ['柳塘村委会', 'HN-03/望淮街道/柳塘村'],
  ['柳塘村村民委员会', 'HN-03/望淮街道/柳塘村'],
  ['古镇路社区', 'HN-03/望淮街道/古镇路社区'],
])('%s is %s', (community, key) => {
  expect(named('HN-03', '望淮街道', community)).toBe(key);
});

test.each([
  [null, '望淮街道锦湖社区', 'HN-03/望淮街道/锦湖社区'],
  [null, '清泉镇柳塘村', 'HN-03/清泉镇/柳塘村'],
  [null, '古镇路社区', 'HN-03//古镇路社区'],
  [null, '新村社区', 'HN-03//新村社区'],
  ['望淮街道办事处', '锦湖社区', 'HN-03/望淮街道/锦湖社区'],
  ['清泉镇人民政府', '柳塘村', 'HN-03/清泉镇/柳塘村'],
])('street %s and community %s are %s', (street, community, key) => {
  expect(named('HN-03', street, community)).toBe(key);
});

/** Keys of two workbooks that tell of their units as given; with what is asked. */
function together(one: Partial<Unit>, other: Partial<Unit>, options: RollupOptions = {}, ...more: readonly Workbook[]) {
  const files = [workbook('1.xlsx', { unit: one }), workbook('2.xlsx', { unit: other }), ...more];
  const rollup = rolledUp(files, options);
  expect(rolledUp([...files].reverse(), options)).toEqual(rollup);
  const asked = rollup.questions.flatMap((question) => (question.ask === 'unit' ? question.file : []));
  return { keys: ['1.xlsx', '2.xlsx'].map((file) => lineOf(rollup, file).key), asked, rollup };
}

const nameless = { county: null, countyName: null, street: null, community: null };

describe('names that are nearly the same', () => {
  const whole = 'HN-03/望淮街道/锦湖社区';

  test.each<[string, Partial<Unit>]>([
    ['the residents’ committee', { community: '锦湖社区居委会' }],
    ['the street before the community', { street: null, community: '望淮街道锦湖社区' }],
    ['city and county before the community', { community: '淮南市田家庵区锦湖社区' }],
    ['all of it before the community', { street: null, community: '安徽省淮南市田家庵区望淮街道锦湖社区' }],
    ['the county before the street', { street: '田家庵区望淮街道' }],
    ['no street', { street: null }],
    ['no county', { county: null, countyName: null }],
    ['the county by a name that people use', { county: null, countyName: '田家庵' }],
    ['province and city before the county', { county: null, countyName: '安徽省淮南市田家庵区' }],
    ['the city before the county', { county: null, countyName: '淮南市 田家庵区' }],
    ['the community without its kind', { community: '锦湖' }],
    ['the street without its kind', { street: '望淮' }],
  ])('meet as one unit: %s', (_, other) => {
    const { keys, asked } = together({}, other);
    expect({ keys, asked }).toEqual({ keys: [whole, whole], asked: [] });
  });

  test('meet as one unit where the policy lists no counties: the county without its kind', () => {
    const unlisted = { county: null, countyName: '青山区' };
    const { keys } = together(unlisted, { county: null, countyName: '青山' });
    expect(keys).toEqual(['青山区/望淮街道/锦湖社区', '青山区/望淮街道/锦湖社区']);
  });

  test.each<[string, Partial<Unit>]>([
    ['another street', { street: '洞山街道' }],
    ['another county', { county: 'HN-05', countyName: '谢家集区' }],
    ['the village of that name', { community: '锦湖村' }],
    ['another community', { community: '锦湖北社区' }],
  ])('are two units: %s', (_, other) => {
    const { keys, rollup } = together({}, other);
    expect(new Set(keys).size).toBe(2);
    expect(statesOf(rollup)).toEqual({ '1.xlsx': 'reported', '2.xlsx': 'reported' });
    expect(rollup.questions).toEqual([]);
  });

  test('what only one of them tells is shown of both', () => {
    const { rollup } = together({ urbanRural: 'unknown' }, { county: null, countyName: null, urbanRural: 'unknown' });
    expect(lineOf(rollup, '2.xlsx').unit).toMatchObject({
      county: 'HN-03',
      countyName: '田家庵区',
      street: '望淮街道',
    });
  });
});

describe('where it is not certain it is asked, and nothing is counted meanwhile', () => {
  test('the community alone, which may be in another county', () => {
    const { asked, rollup } = together({}, { ...nameless, community: '锦湖社区' });
    expect(asked).toEqual(['2.xlsx']);
    expect(lineOf(rollup, '2.xlsx')).toMatchObject({ key: '', state: 'unreadable', verdicts: {}, score: null });
    expect(lineOf(rollup, '2.xlsx').because).toMatch(/可能是田家庵区望淮街道锦湖社区的.*请指定单位/);
  });

  test('two communities of that name', () => {
    const third = workbook('3.xlsx', { unit: { street: '洞山街道' } });
    const { asked, rollup } = together({}, { street: null }, {}, third);
    expect(asked).toEqual(['2.xlsx']);
    expect(statesOf(rollup)).toEqual({ '1.xlsx': 'reported', '2.xlsx': 'unreadable', '3.xlsx': 'reported' });
  });

  test('the county alone, of which a community reported', () => {
    const { asked, rollup } = together({}, { street: null, community: null });
    expect(asked).toEqual(['2.xlsx']);
    expect(rollup.reporting.reported).toBe(1);
  });

  test('nothing at all', () => {
    const rollup = rolledUp([workbook('1.xlsx', { unit: nameless, indicators: [figure('G01', 'met', 12)] })]);
    expect(rollup.questions).toEqual([{ ask: 'unit', file: '1.xlsx' }]);
    expect(lineOf(rollup, '1.xlsx').because).toBe('看不出是哪个单位的，请指定单位。');
    expect(rollup.reporting.reported).toBe(0);
    expect(rollup.indicators.find(({ id }) => id === 'G01')).toMatchObject({ applicable: 0, met: 0 });
  });

  test('a community of no county that is known counts, meets none of those expected, and is asked about', () => {
    const rollup = rolledUp([workbook('1.xlsx', { unit: { ...nameless, community: '春申社区' } })]);
    expect(rollup.questions).toEqual([{ ask: 'unit', file: '1.xlsx' }]);
    expect(rollup.reporting).toMatchObject({ reported: 0, unexpected: ['//春申社区'] });
    expect(statesOf(rollup)).toEqual({ '1.xlsx': 'reported' });
  });

  test('what a person says settles it', () => {
    const said = { files: { '2.xlsx': { unit: { county: 'HN-05', street: '青石街道' } } } };
    const { keys, asked, rollup } = together({}, { ...nameless, community: '锦湖社区' }, said);
    expect({ keys, asked }).toEqual({ keys: ['HN-03/望淮街道/锦湖社区', 'HN-05/青石街道/锦湖社区'], asked: [] });
    expect(lineOf(rollup, '2.xlsx').unit.countyName).toBe('谢家集区');
  });

  test('a person may say that a workbook is the county’s own', () => {
    const said = { files: { '2.xlsx': { unit: { county: 'HN-03', street: null, community: null } } } };
    const { keys, asked } = together({}, { street: null, community: null }, said);
    expect({ keys, asked }).toEqual({ keys: ['HN-03/望淮街道/锦湖社区', 'HN-03//'], asked: [] });
  });
});

describe('the register tells which units there are', () => {
  const rows = [
    { countyName: '田家庵区', street: '望淮街道', community: '锦湖社区', urbanRural: 'rural' as const },
    { countyName: '谢家集区', street: '青石街道', community: '梧桐里社区' },
  ];

  test('so that a community alone is certain, where only one line fits', () => {
    const file = workbook('1.xlsx', { unit: { ...nameless, community: '锦湖居委会', urbanRural: 'unknown' } });
    const rollup = rolledUp([file, register('名册.xlsx', rows)]);
    expect(rollup.questions).toEqual([]);
    expect(lineOf(rollup, '1.xlsx')).toMatchObject({
      key: 'HN-03/望淮街道/锦湖社区',
      urbanRural: 'rural',
      unit: { county: 'HN-03', countyName: '田家庵区', street: '望淮街道', community: '锦湖社区' },
    });
  });

  test('but not where two lines fit', () => {
    const same = { countyName: '潘集区', street: '新河街道', community: '锦湖社区' };
    const file = workbook('1.xlsx', { unit: { ...nameless, community: '锦湖社区' } });
    const rollup = rolledUp([file, register('名册.xlsx', [...rows, same])]);
    expect(rollup.questions).toEqual([{ ask: 'unit', file: '1.xlsx' }]);
    expect(rollup.reporting).toMatchObject({ expected: 3, reported: 0 });
    expect(rollup.reporting.unclear).toEqual(['田家庵区望淮街道锦湖社区', '潘集区新河街道锦湖社区']);
    expect(rollup.reporting.missing.map(({ community }) => community)).toEqual(['梧桐里社区']);
    expect(rollup.units.filter(({ state }) => state === 'missing')).toHaveLength(1);
  });

  describe('and a file that names another street than its one line of that community in the county', () => {
    const inDongshan = { street: '洞山街道' };

    test('is of that unit: nobody is missing, and nobody is there whom nobody expects', () => {
      const rollup = rolledUp([workbook('1.xlsx', { unit: inDongshan }), register('名册.xlsx', rows.slice(0, 1))]);
      expect(lineOf(rollup, '1.xlsx').key).toBe('HN-03/望淮街道/锦湖社区');
      expect(rollup.reporting).toMatchObject({ expected: 1, reported: 1, missing: [], unexpected: [] });
      expect(rollup.questions).toEqual([]);
    });

    test('is asked about where the county has two lines of that name', () => {
      const other = { countyName: '田家庵区', street: '泉山街道', community: '锦湖社区' };
      const rollup = rolledUp([workbook('1.xlsx', { unit: inDongshan }), register('名册.xlsx', [rows[0]!, other])]);
      expect(rollup.questions).toEqual([{ ask: 'unit', file: '1.xlsx' }]);
      expect(rollup.reporting).toMatchObject({ expected: 2, reported: 0, unexpected: [] });
    });

    test('is asked about where another file is of that line, so that neither takes the place of the other', () => {
      const { asked, keys } = together({}, inDongshan, {}, register('名册.xlsx', rows));
      expect(asked).toEqual(['2.xlsx']);
      expect(keys).toEqual(['HN-03/望淮街道/锦湖社区', '']);
    });

    test('is of its own unit where a person says so', () => {
      const options = { files: { '1.xlsx': { unit: inDongshan } } };
      const rollup = rolledUp([workbook('1.xlsx'), register('名册.xlsx', rows)], options);
      expect(rollup.reporting.unexpected).toEqual(['HN-03/洞山街道/锦湖社区']);
    });
  });

  describe('where the policy lists no counties, a reported unit is neither 未报送 nor beside the register', () => {
    /** The register as it is read: a county that another policy lists has that policy's id and name. */
    const ofHuainan = { county: 'HN-03', countyName: '田家庵区', street: '望淮街道', community: '锦湖社区' };
    const typed = (countyName: string | null) => ({ ...ofHuainan, county: null, countyName });
    const told = (file: Partial<Unit>, ...lines: readonly Partial<Registered>[]) =>
      rollUp([workbook('1.xlsx', { unit: file, policy }), register('名册.xlsx', lines)], national2017);
    const { id, name, version } = national2017;
    const policy = { id, name, version };
    const aside = '县区这一册写的是';

    test.each<[string, string | null, Partial<Registered>, string | null]>([
      ['as the register', '田家庵区', ofHuainan, null],
      ['without its kind', '田家庵', ofHuainan, null],
      ['with the city before it', '淮南市田家庵区', ofHuainan, null],
      ['with province and city before it', '安徽省淮南市田家庵区', typed('田家庵'), aside],
      ['as a code', 'HN-03', ofHuainan, aside],
      ['as the code of areas', '340403', ofHuainan, aside],
      ['as people shorten it', '经开区', typed('经济技术开发区'), aside],
      ['not at all', null, ofHuainan, '这一册没有写县区'],
      ['and the register does not', '田家庵区', typed(null), '试点名册没有写县区'],
      ['nor does the register', null, typed(null), '这一册没有写县区'],
    ])('the county is written %s', (_, countyName, line, said) => {
      const rollup = told({ county: null, countyName }, line);
      expect(rollup.reporting).toMatchObject({ expected: 1, reported: 1, missing: [], unclear: [], unexpected: [] });
      const { because } = lineOf(rollup, '1.xlsx');
      if (said === null) expect(because).toBeNull();
      else expect(because).toContain(said);
    });

    test.each<[string, Partial<Unit>]>([
      ['the county is missing', { countyName: null }],
      ['the county is a code', { countyName: 'HN-03' }],
    ])('but where %s and two lines fit it is asked: neither is 未报送', (_, unit) => {
      const rollup = told({ county: null, ...unit }, typed('田家庵区'), typed('潘集区'));
      expect(rollup.questions).toEqual([{ ask: 'unit', file: '1.xlsx' }]);
      expect(rollup.reporting).toMatchObject({ expected: 2, reported: 0, missing: [], unexpected: [] });
      expect(rollup.reporting.unclear).toEqual(['田家庵区望淮街道锦湖社区', '潘集区望淮街道锦湖社区']);
    });

    test('a code alone, without the street, may be any county: it is asked', () => {
      const rollup = told({ county: null, countyName: 'HN-03', street: null }, typed('潘集区'));
      expect(rollup.reporting).toMatchObject({ expected: 1, reported: 0, missing: [], unexpected: [] });
      expect(rollup.questions).toEqual([{ ask: 'unit', file: '1.xlsx' }]);
    });

    test('another county is another unit', () => {
      const rollup = told({ county: null, countyName: '谢家集区' }, ofHuainan);
      expect(rollup.reporting).toMatchObject({ expected: 1, reported: 0 });
      expect(rollup.reporting.unexpected).toEqual(['谢家集区/望淮街道/锦湖社区']);
    });

    test('of a line for a whole county, too', () => {
      const county = { county: 'HN-03', countyName: '田家庵区', street: null, community: null };
      const met = { expected: 1, reported: 1, missing: [], unclear: [], unexpected: [] };
      expect(told({ county: null, countyName: '田家庵' }, county).reporting).toMatchObject(met);
      const asCode = told({ county: null, countyName: 'HN-03' }, county).reporting;
      expect(asCode).toMatchObject({ reported: 0, missing: [], unclear: ['田家庵区'], unexpected: [] });
    });
  });

  test('a register that calls the community by less gives its own key', () => {
    const rollup = rolledUp([
      workbook('1.xlsx'),
      register('名册.xlsx', [{ countyName: '田家庵区', community: '锦湖' }]),
    ]);
    expect(lineOf(rollup, '1.xlsx').key).toBe('HN-03//锦湖');
    expect(rollup.reporting).toMatchObject({ expected: 1, reported: 1, unexpected: [] });
  });
});

test('units stand as the policy lists their counties, then by street and community', () => {
  const at = (file: string, unit: Partial<Unit>) => workbook(file, { unit: { ...jinhu, ...unit } });
  const rollup = rolledUp([
    at('1.xlsx', { county: 'HN-05', countyName: '谢家集区' }),
    at('2.xlsx', { county: 'HN-01', countyName: '寿县', community: '乙社区' }),
    at('3.xlsx', { county: 'HN-01', countyName: '寿县', community: '丙社区', street: '东街道' }),
    at('4.xlsx', { county: 'HN-01', countyName: '寿县', community: '丁社区', street: '东街道' }),
  ]);
  expect(rollup.units.flatMap(({ file }) => file ?? [])).toEqual(['4.xlsx', '3.xlsx', '2.xlsx', '1.xlsx']);
});

describe('of which evaluation a file is', () => {
  const silent = (file: string) => workbook(file, { unit: { community: `${file}社区` }, spoken: null });

  test('those that do not say have no vote', () => {
    const files = [workbook('1.xlsx', { mode: 'midterm' }), silent('2'), silent('3')];
    expect(rolledUp(files).mode).toBe('midterm');
    expect(
      rolledUp([silent('2'), { ...silent('3'), evaluation: { ...silent('3').evaluation, mode: 'midterm' } }]).mode,
    ).toBe('final');
  });

  const unsure = workbook('2.xlsx', { unit: { community: '乙社区' }, spoken: null });

  test('is not asked where all are of one', () => {
    expect(rolledUp([unsure, workbook('1.xlsx')]).questions).toEqual([]);
    expect(rolledUp([unsure]).questions).toEqual([]);
  });

  test('is asked of those that do not say, where others are of the other', () => {
    const rollup = rolledUp([unsure, workbook('1.xlsx', { mode: 'midterm' })]);
    expect(rollup.questions).toEqual([{ ask: 'time', file: '2.xlsx', taken: 'final' }]);
  });

  test('is asked where another is rolled up, and not once a person has said', () => {
    expect(rolledUp([unsure], { mode: 'midterm' }).questions).toHaveLength(1);
    expect(rolledUp([unsure], { mode: 'midterm', files: { '2.xlsx': { time: 'final' } } }).questions).toEqual([]);
  });
});
