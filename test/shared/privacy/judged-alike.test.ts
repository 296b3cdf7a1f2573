/** Whose a line is, and whether it is a sum, is told of the masked workbook as of the raw one: the verdicts are the same. */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, readAlike } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { snapshotOf } from '../check/snapshots.ts';
import { changed, sound } from '../check/sound.ts';
import type { Rows } from '../check/workbooks.ts';

const FINAL = { mode: 'final', asOf: '2021-05-31' } as const;

/** The verdicts of the raw workbook and of the masked one, and how it was masked. */
function bothWays(sheets: Readonly<Record<string, Rows>>, ids: readonly string[]) {
  const snapshot = snapshotOf(changed({ ...sheets, 汇总表: null }));
  const masked = deidentify(snapshot, '5e'.repeat(32));
  const verdicts = (of: typeof snapshot) => {
    const { indicators } = evaluate(of, FINAL);
    return ids.map((id) => indicators.find((each) => each.id === id)!.verdict);
  };
  return {
    raw: verdicts(snapshot),
    masked: verdicts(masked.snapshot),
    isAlike: readAlike(masked) !== null,
    said: masked,
  };
}

const withColumn = (sheet: string, heading: string, last: string): Rows =>
  sound[sheet]!.map((row, at) => [...row, at === 0 ? heading : at === sound[sheet]!.length - 1 ? last : '春申社区']);

describe('像本社区的一行，两边都待核实', () => {
  test.each(['原春申社区', '春申原社区', '春沈社区'])('所属社区写“%s”', (name) => {
    const { raw, masked } = bothWays({ 名录: withColumn('名录', '所属社区', name) }, ['G01', 'V02']);
    expect(raw).toEqual(['to_verify', 'to_verify']);
    expect(masked).toEqual(raw);
  });
  test('活动的社区、项目的实施社区写“原春申社区”', () => {
    const projects = sound.服务项目!.map((row, at) =>
      row.map((cell, n): Cell => (at === 3 && n === 3 ? '原春申社区' : cell)),
    );
    const sheets = { 活动台账: withColumn('活动台账', '社区', '原春申社区'), 服务项目: projects };
    const { raw, masked } = bothWays(sheets, ['S09', 'S05']);
    expect(raw).toEqual(['to_verify', 'to_verify']);
    expect(masked).toEqual(raw);
  });
  test.each(['新春申社区', '望淮社区'])('“%s”是别的社区', (name) => {
    const { raw, masked } = bothWays({ 名录: withColumn('名录', '所属社区', name) }, ['G01']);
    expect(raw).toEqual(['unmet']);
    expect(masked).toEqual(raw);
  });
});

describe('行间写着是哪里的，两边读法一样', () => {
  const below = (line: string): Rows => {
    const rows = sound.名录!.map((row, at) => [at === 0 ? '序号' : at, ...row]);
    return [...rows.slice(0, 10), [line], rows[10]!];
  };
  test.each([
    ['本社区', 'met'],
    ['我社区的组织', 'met'],
    ['春申新村', 'to_verify'],
  ])('“%s”', (line, verdict) => {
    const { raw, masked } = bothWays({ 名录: below(line) }, ['G01']);
    expect(raw).toEqual([verdict]);
    expect(masked).toEqual(raw);
  });
});

describe('按月、按季的合计是合计，遮蔽以后也是', () => {
  test.each(['十月合计', '第四季度小计', '上半年合计'])('%s', (label) => {
    const activities = sound.活动台账!;
    const sum: readonly Cell[] = ['2020-10-31', label, null, 315, 252];
    const { raw, masked, isAlike } = bothWays({ 活动台账: [...activities.slice(0, 10), sum] }, ['S09']);
    expect(raw).toEqual(['unmet']);
    expect(masked).toEqual(raw);
    expect(isAlike).toBe(true);
  });
  test('某某小组合计里的名称不外传', () => {
    const sum: readonly Cell[] = ['2020-10-31', '王小明小组合计', null, 315, 252];
    const { said } = bothWays({ 活动台账: [...sound.活动台账!.slice(0, 10), sum] }, ['S09']);
    expect(JSON.stringify(said.snapshot)).not.toContain('王小明');
  });
});
