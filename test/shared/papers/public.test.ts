import { expect, test } from 'vitest';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { problemChapters } from '../../../shared/report/documents/problem-chapters.ts';
import { figure, workbook } from '../rollup/cities.ts';
import { annexes, annexOf, bodyOf, sampleCity, told, wholeOf } from './papers.ts';

const isPublic = true;

const one = (numerator: number, denominator: number, community = '甲社区') =>
  workbook(`${community}.xlsx`, {
    unit: { community },
    indicators: [figure('G03', 'unmet', numerator, denominator)],
  });

const workers = (submitted: readonly ReturnType<typeof one>[]) =>
  bodyOf(finalReport(told({ submitted }, 'final', { isPublic }))).find((line) => /^社区工作者[\d不]/.test(line));

test.each([
  ['不到五人持证', 3, 20, '社区工作者20人，其中持证不足5人，没有达到40%目标。'],
  ['没有持证的不到五人', 17, 20, '社区工作者20人，其中持证的人数不列，达到40%目标。'],
  ['一共不到五人', 1, 4, '社区工作者不足5人，没有达到40%目标。'],
  ['差不到五人', 6, 20, '社区工作者20人，其中持证6人，持证率30.00%，距40%目标差10.00个百分点。'],
  ['都在五人以上', 5, 50, '社区工作者50人，其中持证5人，持证率10.00%，距40%目标差30.00个百分点、15人。'],
])('%s', (_name, numerator, denominator, sentence) => {
  expect(workers([one(numerator, denominator)])).toContain(sentence);
});

test('按单位不列人数：从合计减去别的单位，也推不出一个单位的', () => {
  const report = finalReport(
    told({ submitted: [one(9, 20, '甲社区'), one(2, 20, '乙社区'), one(8, 20, '丙社区')] }, 'final', { isPublic }),
  );
  const rows = annexOf(report, '指标完成情况表').filter((row) => row.startsWith('田家庵区'));
  expect(rows).toHaveLength(3);
  for (const row of rows) expect(row).not.toMatch(/\d/);
});

test('岗位和人一样：一个单位有几个岗位不列，只说达标没有', async () => {
  const matrix = annexOf(midtermReport(told(await sampleCity(), 'midterm', { isPublic })), '指标完成情况表');
  const table = matrix.slice(matrix.findIndex((row) => row.includes('中心专业社工岗位数')));
  const [heading, ...rows] = table.map((row) => row.split('|'));
  const columns = ['中心专业社工岗位数', '站专业社工岗位数', '专业岗位专职社工配备率'].map((name) =>
    heading!.indexOf(name),
  );
  expect(columns).not.toContain(-1);
  for (const row of rows.filter(({ length }) => length === heading!.length).slice(0, 9))
    for (const column of columns) expect(row[column]).toMatch(/^[✓✗]$/);
});

test('注册志愿者在两处合计的单位不同：只列一处，差额就推不出来', () => {
  const volunteers = (community: string, registered: number, serving: number | null) =>
    workbook(`${community}.xlsx`, {
      unit: { community },
      indicators: [
        figure('S08', 'unmet', registered, 6000),
        ...(serving === null ? [] : [figure('S10', 'met' as const, serving, registered)]),
      ],
    });
  const submitted = [
    volunteers('甲社区', 800, 200),
    volunteers('乙社区', 600, 90),
    volunteers('丙社区', 1, null),
    volunteers('丁社区', 2, null),
  ];
  const lines = bodyOf(finalReport(told({ submitted }, 'final', { isPublic }))).join('\n');
  expect(lines).toContain('常住人口24000人，其中注册志愿者1403人，注册率5.85%');
  expect(lines).toContain('注册志愿者的人数不列，达到10%目标');
  expect(lines).not.toContain('1400人');
});

test('中期的公开版没有列的，终期不用“提高多少”把它说出来', () => {
  const at = (mode: 'midterm' | 'final', numerator: number) =>
    workbook(`${mode}.xlsx`, { mode, indicators: [figure('G03', 'unmet', numerator, 40)] });
  const changes = (before: number) =>
    bodyOf(finalReport(told({ submitted: [at('midterm', before), at('final', 14)] }, 'final', { isPublic })));
  expect(changes(6).join('\n')).toContain('提高20.00个百分点');
  expect(changes(3).join('\n')).not.toContain('个百分点，');
  expect(changes(3).join('\n')).not.toContain('提高');
});

test('前后对比只说提高多少，不列可以推算人数的数', async () => {
  const { submitted } = await sampleCity();
  const both = submitted.filter(({ file }) => /HN-0[13]_/.test(file));
  const lines = bodyOf(finalReport(told({ submitted: both }, 'final', { isPublic })));
  expect(lines).toContain('社区工作者持证比例：2个可比单位终期与中期相比，提高7.85个百分点。');
  expect(lines.join('\n')).not.toContain('6/18');
});

test('不附问题清单、数据质量、来源，没有文件名、单元格、得分和名次', async () => {
  const city = await sampleCity();
  const report = finalReport(told(city, 'final', { isPublic }));
  // No grade is settled: 评分表 would have nothing to tell.
  expect(annexes(report)).toEqual(['指标完成情况表', '资金使用情况', '口径说明']);
  expect(annexOf(report, '指标完成情况表').join()).not.toContain('数据来源');
  for (const whole of [wholeOf(report), wholeOf(midtermReport(told(city, 'midterm', { isPublic })))]) {
    expect(whole).not.toMatch(/xlsx|![A-Z]+\d|57\.67|不符合以下要求/);
    // Nobody is found out by what two workbooks have in common.
    expect(whole).not.toContain('同一人');
  }
});

test('等级定了的才附评分表，只列等级', async () => {
  const city = await sampleCity();
  const data = told(city, 'final', { isPublic });
  const [first, ...others] = data.rollup.ranking;
  const ranking = [{ ...first!, grade: '良好' }, ...others];
  const report = finalReport({ ...data, rollup: { ...data.rollup, ranking } });
  expect(annexOf(report, '评分表').filter((row) => row.includes('|'))).toEqual([
    '城乡|单位|等级',
    '城市社区|田家庵区望淮街道锦湖社区|良好',
    '农村社区|寿县清泉镇柳塘村|待定',
  ]);
});

test('没有可以列的单位，不说下列名单', async () => {
  const city = await sampleCity();
  for (const isPublic of [true, false]) {
    const own = city.submitted.map((one) =>
      'evaluation' in one && one.evaluation.score
        ? { ...one, evaluation: { ...one.evaluation, score: { ...one.evaluation.score, pilotSite: AWARD } } }
        : one,
    );
    const wrong = own.filter(({ file }) => file.includes('HN-01_'));
    const body = bodyOf(finalReport(told({ ...city, submitted: wrong }, 'final', { isPublic })));
    expect(body.find((line) => line.startsWith('有强制性问题没有改正、暂不建议的1个单位'))).toBeDefined();
    expect(body).toContain('按评分表试算（建议方案，非文件规定），没有列入建议名单的单位；是否授予由主管部门决定。');
    expect(body.join('\n')).not.toContain('下列名单');
  }
});

const AWARD = {
  suggestions: [{ scope: 'community', entity: null, suggestion: 'award', reasons: [] }],
  vetoes: [],
} as const;

test('每个单位的图也不画人数', async () => {
  const charts = midtermReport(told(await sampleCity(), 'midterm', { isPublic })).body.flatMap((block) =>
    block.kind === 'chart' ? [JSON.stringify(block.caption)] : [],
  );
  expect(charts.join()).not.toContain('持证');
});

test('中期公开过三个单位的率，终期只报来两个的，不作对比：两份相减能推出第三个的人数', () => {
  const one = (community: string, mode: 'midterm' | 'final', part: number) =>
    workbook(`${community}${mode}.xlsx`, {
      mode,
      unit: { community },
      indicators: [figure('G03', part >= 5 ? 'met' : 'unmet', part, 12)],
    });
  const midterm = [one('甲社区', 'midterm', 7), one('乙社区', 'midterm', 6)];
  const final = [one('甲社区', 'final', 7), one('乙社区', 'final', 7)];
  const moved = (...more: ReturnType<typeof one>[]) =>
    wholeOf(finalReport(told({ submitted: [...midterm, ...more, ...final] }, 'final', { isPublic: true }))).includes(
      '个百分点',
    );
  expect(moved()).toBe(true);
  expect(moved(one('丙社区', 'midterm', 3))).toBe(false);
});

test('只有数据问题的，公开版不列，也不说没有问题', () => {
  const finding = {
    key: 'k',
    rule: 'R024',
    severity: 'error',
    table: null,
    field: null,
    at: { sheet: '名录', address: 'D5' },
    value: null,
    shown: null,
    message: '代码不对。',
    fix: '改正。',
    related: [],
  } as const;
  const chapters = (findings: readonly (typeof finding)[]) => {
    const data = told({ submitted: [workbook('甲.xlsx', { unit: { community: '甲社区' }, findings })] }, 'final', {
      isPublic,
    });
    return JSON.stringify(problemChapters({ ...data, missing: [] }));
  };
  expect(chapters([finding])).not.toContain('没有发现需要整改的问题');
  expect(chapters([finding])).toContain('有数据方面的问题，已请有关单位改正或者说明，公开版不列。');
  expect(chapters([])).toContain('没有发现需要整改的问题。');
});
