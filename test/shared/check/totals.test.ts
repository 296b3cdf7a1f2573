/** 合计行 = Σ明细 (Z20): a list whose sums are right is never reported, however it is laid out; what is wrong always is. */
import { describe, expect, test } from 'vitest';
import { dice } from '../../generator/dice.ts';
import { judged, type Rows } from './workbooks.ts';

const HEADINGS = ['日期', '活动名称', '活动地点', '参与志愿者人数'];
/** A number is an activity with so many people, `小计 7` a row of sums, `表头` the headings again, null an empty row. */
type Line = number | string | null;

function ledger(lines: readonly Line[]): Rows {
  let day = 0;
  const rows = lines.map((line) => {
    if (line === null) return [];
    if (line === '表头') return HEADINGS;
    if (typeof line === 'number') return [`2020-10-${10 + (++day % 20)}`, `清洁家园${day}`, '广场', line];
    const [word, figure] = line.split(/ (?=\S+$)/);
    return [word!, null, null, /^\d+$/.test(figure!) ? Number(figure) : figure!];
  });
  return [HEADINGS, ...rows];
}

/** Cell and what the lines should add up to. */
function said(...lines: readonly Line[]): readonly string[] {
  return judged({ 活动台账: ledger(lines) })
    .findings.filter(({ rule }) => rule === 'Z20')
    .map(({ at, message }) => `${at.address} ${message}`);
}

describe('合计没有错，不提示', () => {
  test.each<[what: string, lines: readonly Line[]]>([
    ['一个合计', [3, 4, '合计 7']],
    ['合　计、总计、共 计：', [3, 4, '合　计 7', '总计 7', '共 计： 7']],
    ['各组小计，再合计', [3, 4, '小计 7', 5, '小计 5', '合计 12']],
    ['只有一组有小计', [3, 4, '小计 7', 5, '合计 12']],
    ['打印分页，表头重复', [3, 4, '小计 7', '表头', 5, 6, '小计 11', '合计 18']],
    ['一组跨两页', [3, '表头', 4, '小计 7', 5, '小计 5', '合计 12']],
    ['每页一个本页合计，最后总计', [3, 4, '本页合计 7', '表头', 5, '本页合计 5', '总计 12']],
    ['每页一个合计，没有总计', [3, 4, '合计 7', '表头', 5, '合计 5']],
    ['每段一个合计，最后总计', [3, 4, '合计 7', null, 5, '合计 5', '总计 12']],
    ['小计、累计逐页写', [3, 4, '小计 7', '累计 7', '表头', 5, '小计 5', '累计 12', '总计 12']],
    ['本月合计、本年累计', [3, 4, '本月合计 7', '本年累计 7', 5, '本月合计 5', '本年累计 12']],
    ['接着上月累计往下加', ['上月累计 20', 3, 4, '本月合计 7', '本年累计 27']],
    ['合计把上月累计也算上', ['上月累计 20', 3, 4, '合计 27']],
    ['累计含以前的表', [3, 4, '合计 7', '累计 300']],
    [
      '两级小计',
      [3, '甲社区小计 3', 4, '乙社区小计 4', '洞泉街道小计 7', 5, '丙社区小计 5', '夏集镇小计 5', '总计 12'],
    ],
    ['两级小计都只写小计', [3, '小计 3', 4, '小计 4', '小计 7', 5, '小计 5', '小计 5', '合计 12']],
    ['三级合计', [3, '合计 3', 4, '合计 4', '合计 7', 5, '合计 5', '总计 12']],
    ['合计写在最上面', ['合计 12', 3, 4, 5]],
    ['合计、小计都写在前面', ['合计 12', '小计 7', 3, 4, '小计 5', 5]],
    ['合计填 /', [3, 4, '合计 /']],
    ['明细有读不出的，无从核对', [3, '2020-10-10 约30人', '合计 33']],
  ])('%s', (_what, lines) => {
    expect(said(...lines)).toEqual([]);
  });

  test('累计行不是一场活动', () => {
    const { indicator, said } = judged({ 活动台账: ledger([3, 4, '合计 7', '累计 7']) });
    expect(indicator('S09').numerator).toBe(2);
    expect(said('R081')).toEqual([]);
  });
});

describe('合计有错，指出应为多少', () => {
  const wrong = (address: string, figure: number, expected: number) =>
    `${address} 合计行“参与志愿者人数”填 ${figure}，明细相加应为 ${expected}。`;
  const twice = (address: string, figure: number, expected: number) =>
    `${address} 合计行“参与志愿者人数”填 ${figure}，把小计又加了一遍，明细相加应为 ${expected}。`;

  test.each<[what: string, lines: readonly Line[], expected: readonly string[]]>([
    ['多 1', [3, 4, '合计 8'], [wrong('D4', 8, 7)]],
    ['有小计', [3, 4, '小计 7', 5, '小计 5', '合计 13'], [wrong('D7', 13, 12)]],
    ['漏了前一组', [3, 4, '小计 7', 5, '小计 5', '合计 5'], [wrong('D7', 5, 12)]],
    ['漏了前一页', [3, 4, '表头', 5, '合计 5'], [wrong('D6', 5, 12)]],
    ['小计错', [3, 4, '小计 8', 5, '小计 5', '合计 12'], [wrong('D4', 8, 7)]],
    ['把小计又加一遍', [3, 4, '小计 7', 5, '小计 5', '合计 24'], [twice('D7', 24, 12)]],
    ['只有一组有小计，又加一遍', [3, 4, '小计 7', 5, '合计 19'], [twice('D6', 19, 12)]],
    ['总计把各段合计又加一遍', [3, 4, '合计 7', 5, '合计 5', '总计 24'], [twice('D7', 24, 12)]],
    ['后一段的合计把小计又加一遍', [3, '合计 3', 4, '小计 4', 5, '合计 13'], [twice('D7', 13, 9)]],
    ['累计少于明细', [3, 4, '合计 7', '累计 6'], [wrong('D5', 6, 7)]],
    ['最上面的合计错', ['合计 13', 3, 4, 5], [wrong('D2', 13, 12)]],
    ['两处都错，各说各的', [3, 4, '小计 9', 5, '小计 5', '合计 13'], [wrong('D4', 9, 7), wrong('D7', 13, 12)]],
  ])('%s', (_what, lines, expected) => {
    expect(said(...lines)).toEqual(expected);
  });
});

describe('随机排出的一百张表', () => {
  const tables = Array.from({ length: 100 }, (_, seed) => {
    const roll = dice(seed + 1);
    const groups = Array.from({ length: roll.between(1, 5) }, () =>
      Array.from({ length: roll.between(1, 6) }, () => roll.between(1, 60)),
    );
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    const [withSubtotals, withPages, withRunning] = [roll.chance(60), roll.chance(50), roll.chance(30)];
    const lines: Line[] = [];
    let all = 0;
    for (const group of groups) {
      for (const people of group) {
        lines.push(people);
        if (withPages && roll.chance(20)) lines.push('表头');
      }
      all += sum(group);
      if (withSubtotals) lines.push(`小计 ${sum(group)}`);
      if (withRunning) lines.push(`累计 ${all}`);
      if (roll.chance(10)) lines.push(null);
    }
    return { seed: seed + 1, lines, all, cell: `D${lines.length + 2}` };
  });

  test('合计对的，一处也不提示', () => {
    const failed = tables.filter(({ lines, all }) => said(...lines, `合计 ${all}`).length > 0);
    expect(failed.map(({ seed }) => seed)).toEqual([]);
  });
  test('合计多 1 的，都只提示合计这一格，并说出应为多少', () => {
    const failed = tables.filter(({ lines, all, cell }) => {
      const [first, ...others] = said(...lines, `合计 ${all + 1}`);
      return others.length > 0 || !first?.startsWith(`${cell} `) || !first.endsWith(`应为 ${all}。`);
    });
    expect(failed.map(({ seed }) => seed)).toEqual([]);
  });
});
