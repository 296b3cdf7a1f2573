import { describe, expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import { readFile } from '../../../shared/files/read.ts';
import type { Cell, Unit, WorkbookSnapshot } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { national2017 } from '../../../shared/policies/national-2017/policy.ts';
import { readScores, scoreSheets } from '../../../shared/report/rollup/scores.ts';
import { jinhu, lineOf, points, rolledUp, workbook } from './cities.ts';

const rollup = rolledUp([
  workbook('甲.xlsx', { unit: jinhu }),
  workbook('乙.xlsx', { unit: { community: '渡口社区' } }),
]);
const [sheet] = scoreSheets(rollup, huainan2020);
const rows = sheet!.rows.map((row) => row.map(({ value }): Cell => value));
const top = sheet!.filterRow!;
const headings = rows[top]!.map(String);
const column = (heading: string) => headings.indexOf(heading);
const key = 'HN-03/望淮街道/锦湖社区';
const line = (community: string, item: string) =>
  rows.findIndex((row) => String(row[column('单位')]).endsWith(community) && row[column('项目')] === item);

interface Filling {
  readonly 得分?: Cell;
  readonly 评分人?: Cell;
  readonly 日期?: Cell;
  readonly 单位?: Cell;
  readonly 键?: Cell;
  readonly 哪次评估?: Cell;
}

const good = { 得分: 1.5, 评分人: '李某', 日期: '2021-06-20' } as const;
const filled = (filling: Filling, community = '锦湖社区', item = '居民满意度') =>
  rows.map((row, at) =>
    at === line(community, item) ? row.map((cell, place) => filling[headings[place] as keyof Filling] ?? cell) : row,
  );
const snapshotOf = (values: readonly (readonly Cell[])[], more: Partial<WorkbookSnapshot> = {}): WorkbookSnapshot => ({
  schema: 'workbook-snapshot/1',
  sheets: [{ name: '人评分', visibility: 'Visible', address: `A1:K${values.length}`, values }],
  ...more,
});
const read = (values: readonly (readonly Cell[])[], more: Partial<WorkbookSnapshot> = {}) =>
  readScores(snapshotOf(values, more), rollup, huainan2020);
const taken = { key, item: '满意度', points: 1.5, by: '李某', on: '2021-06-20', mode: 'final' };

describe('人评分表', () => {
  test('每个单位、每个由人评的项目一行，写明满分', () => {
    const told = rows.slice(top + 1).map((row) => ['单位', '项目', '满分'].map((heading) => row[column(heading)]));
    expect(told).toEqual([
      ['田家庵区望淮街道渡口社区', '督导机构选定', 2],
      ['田家庵区望淮街道渡口社区', '居民满意度', 2],
      ['田家庵区望淮街道锦湖社区', '督导机构选定', 2],
      ['田家庵区望淮街道锦湖社区', '居民满意度', 2],
    ]);
    expect(sheet!.widths[column('键')]).toBe(0);
  });

  test('没有评分表的文件，没有人评分', () => {
    expect(scoreSheets(rollup, national2017)).toEqual([]);
  });

  test('空着交回来，没有分，也没有问题', () => {
    expect(read(rows)).toEqual({ points: [], problems: [] });
  });
});

describe('读回填好的表', () => {
  test('存成文件再打开，填的分读得回来', () => {
    const returned = {
      ...sheet!,
      rows: sheet!.rows.map((row, at) =>
        row.map((cell, place) => ({ ...cell, value: filled(good)[at]![place] as string | number | null })),
      ),
    };
    const { snapshot } = readFile('人评分表.xlsx', newFile([returned]));
    expect(readScores(snapshot, rollup, huainan2020)).toEqual({ points: [taken], problems: [] });
  });

  test('列换了位置，上下多了行，照样读得回来', () => {
    const moved = filled(good).map((row) => [...row].reverse());
    const blank = moved[0]!.map(() => null);
    expect(read([blank, ...moved, blank, ['李某于6月20日评', ...blank.slice(1)]])).toEqual({
      points: [taken],
      problems: [],
    });
  });

  test('没有键的抄件按单位和项目认', () => {
    const copied = filled(good).map((row) => row.map((cell, at) => (at === column('键') ? null : cell)));
    expect(read(copied)).toEqual({ points: [taken], problems: [] });
  });

  test.each([
    ['1.5分', '2021年6月20日'],
    ['１．５', '2021.6.20'],
    [' 1.5 ', '2021/06/20'],
    [1.5, 20210620],
    [1.5, 44367],
  ])('得分%s、日期%s', (given, on) => {
    expect(read(filled({ 得分: given, 评分人: '李某', 日期: on }))).toEqual({ points: [taken], problems: [] });
  });

  test('1904年起算的工作簿，日期照样对', () => {
    expect(read(filled({ ...good, 日期: 44367 - 1462 }), { date1904: true }).points).toEqual([taken]);
  });

  test('0分是分，空着不是', () => {
    expect(read(filled({ ...good, 得分: 0 })).points).toEqual([{ ...taken, points: 0 }]);
  });
});

describe('没有采用的，一行一句：哪一格，怎么了，怎么办', () => {
  const place = (heading: string) => `“人评分”${'ABCDEFGHIJK'[column(heading)]}${line('锦湖社区', '居民满意度') + 1}`;

  test.each([
    [{ ...good, 得分: '好' }, '得分', '得分“好”不是数，这一分没有采用。请填0到2之间、以0.5为一档的数。'],
    [{ ...good, 得分: 1.2 }, '得分', '得分1.2不在0.5分一档上，没有采用。请填0到2之间、以0.5为一档的数。'],
    [{ ...good, 得分: 2.5 }, '得分', '得分2.5超过满分2，没有采用。请填0到2之间、以0.5为一档的数。'],
    [{ ...good, 得分: -1 }, '得分', '得分-1小于0，没有采用。请填0到2之间、以0.5为一档的数。'],
    [{ ...good, 得分: { error: '#N/A' } }, '得分', '得分“#N/A”不是数，这一分没有采用。请填0到2之间、以0.5为一档的数。'],
    [{ 得分: 1, 日期: '2021-06-20' }, '评分人', '没有填评分人，这一分没有采用。请补填。'],
    [{ 得分: 1, 评分人: '李某' }, '日期', '没有填日期，这一分没有采用。请按 2021-06-03 的样子填写。'],
    [{ ...good, 日期: '6月底' }, '日期', '日期“6月底”看不懂，这一分没有采用。请按 2021-06-03 的样子填写。'],
    [{ ...good, 日期: '2021-02-30' }, '日期', '日期“2021-02-30”看不懂，这一分没有采用。请按 2021-06-03 的样子填写。'],
    [
      { ...good, 键: 'HN-09/某街道/某社区|满意度|final', 单位: '某社区' },
      '单位',
      '没有单位“某社区”的项目“居民满意度”，这一分没有采用。请核对单位和项目，或者先放入该单位的文件。',
    ],
    // Sorted without the hidden column: the points would go to another unit.
    [
      { ...good, 单位: '田家庵区望淮街道渡口社区' },
      '单位',
      '单位或项目改动过，原为“田家庵区望淮街道锦湖社区”的“居民满意度”，这一分没有采用。请改回，或者重新导出后填写。',
    ],
  ] as const)('%o', (filling, heading, told) => {
    expect(read(filled(filling))).toEqual({ points: [], problems: [`${place(heading)}：${told}`] });
  });

  test.each(['', '期末', '中期'])('哪次评估改成了“%s”：不猜是哪次', (time) => {
    expect(read(filled({ ...good, 哪次评估: time }))).toEqual({
      points: [],
      problems: [`${place('哪次评估')}：没有写明是中期还是终期，或者改动过，这一分没有采用。请重新导出后填写。`],
    });
  });

  test('没有“哪次评估”的旧表不采用', () => {
    const old = filled(good).map((row) => row.filter((_, at) => at !== column('哪次评估')));
    expect(read(old)).toEqual({ points: [], problems: [expect.stringContaining('请重新导出后填写')] });
  });

  test('同一单位同一项目填了两行，用前一行', () => {
    const one = filled(good);
    const again = one[line('锦湖社区', '居民满意度')]!.map((cell, at) => (at === column('得分') ? 2 : cell));
    const answer = read([...one, again]);
    expect(answer.points).toEqual([taken]);
    expect(answer.problems).toEqual([
      `“人评分”${'ABCDEFGHIJK'[column('得分')]}${one.length + 1}：与${place('得分')}是同一单位的同一项目，采用了前一行。请只留一行。`,
    ]);
  });

  test('一行不对，不影响别的行', () => {
    const both = filled(good).map((row, at) =>
      at === line('渡口社区', '居民满意度') ? row.map((cell, place) => (place === column('得分') ? 9 : cell)) : row,
    );
    expect(read(both)).toMatchObject({ points: [taken], problems: [expect.stringContaining('得分9超过满分2')] });
  });

  test('不是人评分表的文件', () => {
    expect(read([['姓名', '电话']])).toMatchObject({
      points: [],
      problems: [expect.stringContaining('没有找到人评分表')],
    });
  });
});

describe('中期评的分只在中期算', () => {
  const midterm = (file: string, unit: Partial<Unit>) => workbook(file, { mode: 'midterm', unit });
  const early = rolledUp([midterm('甲.xlsx', jinhu), midterm('乙.xlsx', { community: '渡口社区' })]);
  const [its] = scoreSheets(early, huainan2020);

  test('表的标题、每一行都写明是中期', () => {
    expect(String(its!.rows[0]![0]!.value)).toContain('中期评估');
    const lines = its!.rows.slice(its!.filterRow! + 1);
    expect(lines.map((row) => row[column('哪次评估')]!.value)).toEqual(['中期', '中期', '中期', '中期']);
  });

  test('汇总终期时不取用，一句话说明怎么办；汇总中期时取用，记为中期的分', () => {
    const returned = its!.rows.map((row, at) =>
      row.map(({ value }, place): Cell => {
        const isLine = at > its!.filterRow!;
        return isLine ? (good[headings[place] as keyof typeof good] ?? value) : value;
      }),
    );
    expect(read(returned)).toEqual({
      points: [],
      problems: [
        `“人评分”${'ABCDEFGHIJK'[column('哪次评估')]}${its!.filterRow! + 2}：是中期评估的人评分，现在汇总的是终期评估，这张表的4个分都没有采用。请先改为汇总中期评估，再取用。`,
      ],
    });
    const { points, problems } = readScores(snapshotOf(returned), early, huainan2020);
    expect([points.map(({ mode }) => mode), problems]).toEqual([['midterm', 'midterm', 'midterm', 'midterm'], []]);
  });
});

test('读回来的分计入得分', () => {
  const satisfaction = { id: '满意度', name: '居民满意度', max: 2, applies: true, reason: '由人评' };
  const score = points(80, { max: 98, unscored: [satisfaction] });
  const judged = read(filled(good)).points;
  expect(lineOf(rolledUp([workbook('甲.xlsx', { unit: jinhu, score })], { judged }), '甲.xlsx').score).toBe(81.5);
});
