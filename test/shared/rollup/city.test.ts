import { beforeAll, describe, expect, test } from 'vitest';
import type { Policy, Rollup, Submitted } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import { midterm as workbooks } from '../../fixtures/city/units.ts';
import { cityBytes, listCity } from '../../fixtures/city.ts';

// Every value is that of test/fixtures/samples/city/汇总.md, worked out by hand.

const policy: Policy = policies.find(({ id }) => id === 'huainan-2020')!;
const run = { secret: '3a'.repeat(32), policy: policy.id, mode: null, asOf: null };

let submitted: readonly Submitted[];
let midterm: Rollup;

beforeAll(async () => {
  const files = await listCity();
  submitted = await Promise.all(files.map(async ({ file }) => judgeFile(file, await cityBytes(file), run).submitted));
  midterm = rollUp(submitted, policy, { due: '2020-12-10' });
});

const communityOf = (rollup: Rollup, of: string) => rollup.units.find(({ file }) => file === of)?.unit.community;
const counting = (rollup: Rollup) => rollup.units.filter(({ state }) => state === 'reported');
const indicator = ({ indicators }: Rollup, id: string) => indicators.find((each) => each.id === id)!;
/** `D4:D4` and `D4` are both of row 4. */
const rowsIn = (address: string) => [...new Set(address.match(/\d+/g))].join('、');

test('多数文件是中期的，就汇总中期', () => {
  expect([midterm.schema, midterm.mode, midterm.asOf]).toEqual(['rollup/1', 'midterm', '2020-11-30']);
  expect(midterm.policy.id).toBe('huainan-2020');
});

test('应报 10，实报 9，迟报 1，缺潘集区的一个社区', () => {
  expect(midterm.reporting).toEqual({
    expected: 10,
    reported: 9,
    rate: 0.9,
    late: 1,
    missing: [{ county: 'HN-07', street: '稻香镇', community: '白鹭洲社区' }],
    unclear: [],
    unexpected: [],
  });
  const late = counting(midterm).filter((unit) => unit.late);
  expect(late.map(({ unit }) => unit.community)).toEqual(['星桥社区']);
});

test.each([
  ['W00_试点名册_202012.xlsx', 'register'],
  ['HN-01_寿县_清泉镇_柳塘村_三社联动_202011.xlsx', 'reported'],
  ['HN-01_寿县_清泉镇_柳塘村_三社联动_202105.xlsx', 'other_time'],
  ['HN-02_凤台县_新渡镇_渡口社区_三社联动_202011.xlsx', 'reported'],
  ['HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202011.xlsx', 'reported'],
  ['HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202105.xlsx', 'other_time'],
  ['HN-04_大通区_云岭街道_松风社区_三社联动_202011.xlsx', 'superseded'],
  ['HN-04_大通区_云岭街道_松风社区_三社联动_202011_修改.xlsx', 'reported'],
  ['HN-05_谢家集区_青石街道_梧桐里社区_三社联动_202011.xlsx', 'reported'],
  ['梧桐里社区三社联动（另存）.xlsx', 'duplicate'],
  ['HN-06_八公山区_碧霞街道_桂花园社区_三社联动_202011.xlsx', 'reported'],
  ['HN-08_毛集社会发展综合实验区_晴川镇_芦花村_三社联动_202011.xlsx', 'reported'],
  ['HN-09_经济技术开发区_开元街道_星桥社区_三社联动_202011.xlsx', 'reported'],
  ['HN-10_高新区_澄明街道_书香苑社区_三社联动_202011.xlsx', 'reported'],
  ['HN-10_高新区_澄明街道_书香苑社区_三社联动_202011(1).xlsx', 'unreadable'],
])('%s：%s', (file, state) => {
  expect(midterm.units.find((unit) => unit.file === file)?.state).toBe(state);
});

test('每个文件一行，未报送的单位另有一行；没有要问人的', () => {
  expect(midterm.units).toHaveLength(16);
  const missing = midterm.units.filter(({ state }) => state === 'missing');
  expect(missing.map(({ unit }) => unit.community)).toEqual(['白鹭洲社区']);
  expect(midterm.questions).toEqual([]);
});

test('收文时间取自名册；退回过的写明哪项变了', () => {
  const songfeng = counting(midterm).find(({ unit }) => unit.community === '松风社区')!;
  expect(songfeng.received?.first).toBe('2020-12-04');
  expect([songfeng.returned, songfeng.changed]).toEqual([1, ['G03']]);
  expect(counting(midterm).every(({ received }) => received !== null)).toBe(true);
});

// At mid-term none of the goals is due, so that none is unmet.
test.each([
  ['G01', { applicable: 7, met: 3, on_track: 4, to_verify: 0, missing: 0 }],
  ['G02', { applicable: 2, met: 1, on_track: 1, to_verify: 0, missing: 0 }],
  ['G03', { applicable: 9, met: 4, on_track: 3, to_verify: 1, missing: 1 }],
  ['G04', { applicable: 9, met: 7, on_track: 2, to_verify: 0, missing: 0 }],
  ['S08', { applicable: 9, met: 4, on_track: 4, to_verify: 0, missing: 1 }],
  ['S09', { applicable: 9, met: 1, on_track: 5, behind: 3, to_verify: 0, missing: 0 }],
  ['P05', { applicable: 9, met: 7, unmet: 2, on_track: 0, to_verify: 0, missing: 0 }],
])('%s：各判定的单位数', (id, counts) => {
  expect(indicator(midterm, id)).toMatchObject({ unmet: 0, behind: 0, ...counts });
});

describe('合并率是分子之和除以分母之和', () => {
  test('持证比例 24/65，差 2 人、3.08 个百分点；待核实的只进上下界 27/75～29/75', () => {
    const { pooled } = indicator(midterm, 'G03');
    expect(pooled).toMatchObject({ numerator: 24, denominator: 65, gap: { amount: 2 } });
    expect(pooled!.value).toBeCloseTo(0.36923, 5);
    expect(pooled!.gap!.percentagePoints).toBeCloseTo(3.0769, 3);
    // 渡口社区: 2 or 3 of 8.
    expect(pooled!.open).toBe(1);
    expect(pooled!.bounds).toEqual({ lower: 27, lowerDenominator: 75, upper: 29, upperDenominator: 75 });
  });

  test('岗位覆盖 16/18，差 2 个、11.11 个百分点', () => {
    const { pooled } = indicator(midterm, 'G04');
    expect(pooled).toMatchObject({ numerator: 16, denominator: 18, gap: { amount: 2 } });
    expect(pooled!.gap!.percentagePoints).toBeCloseTo(11.1111, 3);
  });

  test('志愿者注册率 8471/55340，差 384 人、0.69 个百分点', () => {
    const { pooled } = indicator(midterm, 'S08');
    expect(pooled).toMatchObject({ numerator: 8471, denominator: 55340, gap: { amount: 384 } });
    expect(pooled!.gap!.percentagePoints).toBeCloseTo(0.6928, 3);
  });

  test('家数不合并', () => {
    expect([indicator(midterm, 'G01').pooled, indicator(midterm, 'G02').pooled]).toEqual([null, null]);
  });
});

describe('跨册问题', () => {
  const placesOf = (rule: string) =>
    midterm.findings
      .filter((finding) => finding.rule === rule)
      .map(({ severity, places }) => [
        severity,
        places.map(({ file, sheet, address }) => `${communityOf(midterm, file)} ${sheet} ${rowsIn(address)}`).sort(),
      ]);

  test('一个组织、一个人在两册里都计入，各指出两处', () => {
    expect(placesOf('Z11')).toEqual([['error', ['松风社区 社会组织名录 4', '桂花园社区 社会组织名录 12']]]);
    expect(placesOf('Z12')).toEqual([['error', ['松风社区 社区工作者花名册 8', '芦花村 社区工作者花名册 9']]]);
  });

  test('再没有别的；代替掉的、重复的不与别的比', () => {
    expect(midterm.findings.map(({ rule }) => rule).sort()).toEqual(['Z11', 'Z12']);
  });
});

test('重复的那个人，姓名、身份证号都不在汇总里', () => {
  const said = JSON.stringify(midterm);
  const { name, idno } = workbooks['HN-08'].alsoWorker;
  expect(said).not.toContain(name);
  expect(said).not.toContain(idno);
});

test('自报与明细不符的是一册之内的问题，判定用明细', () => {
  const guihua = counting(midterm).find(({ unit }) => unit.community === '桂花园社区')!;
  expect(guihua.findings).toEqual({ error: 3, warning: 0, note: 0 });
  expect(guihua.figures.G03).toMatchObject({ numerator: 4, denominator: 11 });
});

describe('以终期汇总', () => {
  let final: Rollup;
  beforeAll(() => {
    final = rollUp(submitted, policy, { mode: 'final', due: '2021-06-10' });
  });

  test('只有两册：中期的都是另一次评估', () => {
    expect(final.reporting).toMatchObject({ expected: 10, reported: 2, rate: 0.2 });
    expect(indicator(final, 'G01')).toMatchObject({ applicable: 1, met: 1 });
    expect(indicator(final, 'G02')).toMatchObject({ applicable: 1, unmet: 1 });
    expect(indicator(final, 'G03')).toMatchObject({ met: 1, unmet: 1, pooled: { numerator: 7, denominator: 17 } });
    expect(indicator(final, 'G04').pooled).toMatchObject({ numerator: 3, denominator: 4 });
    expect(indicator(final, 'S08')).toMatchObject({
      met: 1,
      unmet: 1,
      pooled: { numerator: 1952, denominator: 11916 },
    });
  });

  test('与中期相比：柳塘村注册志愿者少了一成多，整改台账少一个问题', () => {
    expect(final.findings.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual([
      'Z19 warning',
      'Z21 warning',
    ]);
    for (const { places } of final.findings)
      expect(new Set(places.map(({ file }) => communityOf(final, file)))).toEqual(new Set(['柳塘村']));
  });

  test('名册登记的是中期的报送：不算终期的收文时间，也不与终期核对', () => {
    expect(counting(final).map(({ received, late }) => [received, late])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(final.notChecked.map(({ rule }) => rule)).toContain('Z22');
  });
});
