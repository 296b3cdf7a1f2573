import { describe, expect, test } from 'vitest';
import { checkCode } from '../../../shared/model/check-codes.ts';
import type { Evaluation, PaperSheet, Rollup, RollupOptions, Submitted, Unit } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { columnPoints, fittedHeight, heightOf } from '../../../shared/report/drawn.ts';
import { filteredRows, printable } from '../../../shared/report/pages.ts';
import { rollupBook } from '../../../shared/report/rollup/book.ts';
import { scoreSheets } from '../../../shared/report/rollup/scores.ts';
import { certified, finding, indicator } from '../evaluations.ts';
import { figure, points, register, rolledUp, workbook as workbookOf } from './cities.ts';

/** With a hash as real ones are, of which a 校验码 is made. */
const workbook = (file: string, parts: Parameters<typeof workbookOf>[1]) =>
  workbookOf(file, {
    dataHash: `sha256:${[...file]
      .map((sign) => sign.codePointAt(0)!.toString(16))
      .join('')
      .padEnd(64, '0')}`,
    ...parts,
  });

const unit = (county: string, community: string, urbanRural: Unit['urbanRural'] = 'urban'): Unit => ({
  county,
  countyName: huainan2020.register.units.find(({ id }) => id === county)!.name,
  street: '望淮街道',
  community,
  urbanRural,
});
const [jinhu, liutang, dukou, qingshi] = [
  unit('HN-03', '锦湖社区'),
  unit('HN-01', '柳塘村', 'rural'),
  unit('HN-02', '渡口社区'),
  unit('HN-05', '青石社区'),
];
const share = (verdict: 'met' | 'unmet' | 'on_track' | 'to_verify', part: number, whole: number) =>
  figure('G03', verdict, part, whole);
const listed = register(
  'W00.xlsx',
  [jinhu, liutang, dukou, qingshi].map((each) => ({ ...each })),
);
/** Three communities with 4/8, 3/10 and 9/30; the fourth on the register sent nothing. */
const city: readonly Submitted[] = [
  listed,
  workbook('甲.xlsx', { unit: jinhu, indicators: [share('met', 4, 8)] }),
  workbook('乙.xlsx', { unit: liutang, indicators: [share('unmet', 3, 10)] }),
  workbook('丙.xlsx', { unit: dukou, indicators: [share('unmet', 9, 30)] }),
];

const evaluationsOf = (submitted: readonly Submitted[]): ReadonlyMap<string, Evaluation> =>
  new Map(submitted.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation] as const] : [])));
const bookOf = (submitted: readonly Submitted[], options?: RollupOptions, more: Partial<Rollup> = {}) =>
  rollupBook({ ...rolledUp(submitted, options), ...more }, huainan2020, evaluationsOf(submitted));
const sheetOf = (book: readonly PaperSheet[], name: string): PaperSheet => {
  const sheet = book.find((one) => one.name === name);
  if (!sheet) throw new Error(`no ${name}: ${book.map((one) => one.name).join('、')}`);
  return sheet;
};
const headingsAt = ({ page }: PaperSheet) => page.repeated![0];
const headingsOf = (sheet: PaperSheet) => sheet.rows[headingsAt(sheet)]!.map(({ value }) => String(value));
const linesOf = (sheet: PaperSheet) =>
  sheet.rows.filter((_, row) => row > headingsAt(sheet) && !sheet.spans.includes(row));
/** Each line by its headings. */
const table = (sheet: PaperSheet): readonly Readonly<Record<string, string | number | null>>[] =>
  linesOf(sheet).map((row) => Object.fromEntries(headingsOf(sheet).map((heading, at) => [heading, row[at]!.value])));
const said = ({ rows, spans }: PaperSheet) => spans.map((row) => rows[row]![0]!.value).join('\n');
const cellOf = (sheet: PaperSheet, heading: string) => linesOf(sheet)[0]![headingsOf(sheet).indexOf(heading)];
const of = (sheet: PaperSheet, heading: string, value: string) =>
  table(sheet).filter((line) => line[heading] === value);

describe('三个社区持证4/8、3/10、9/30，应报4个、实报3个', () => {
  const book = bookOf(city);
  const overview = sheetOf(book, '总览');

  test('总览写明应报、实报、报送率、未报送，和依据、口径', () => {
    expect(said(overview)).toContain(
      '应报4个单位，实报3个，报送率75.00%。未报送：谢家集区望淮街道青石社区（不参与各率计算）。',
    );
    expect(said(overview)).toContain('收到文件4个：计入3个，应报名册1个');
    expect(said(overview)).toContain(`评估依据：${huainan2020.document.title}`);
    expect(said(overview)).toContain('终期评估　　数据截止日：2021年5月31日');
    expect(said(overview)).toContain(huainan2020.document.note);
  });

  test('合并率是合计除以合计，差距有百分点和人数', () => {
    expect(of(overview, '指标', '社区工作者持证比例')).toEqual([
      expect.objectContaining({
        目标: '≥40%',
        应评单位: 3,
        达标: 1,
        未达标: 2,
        待核实: 0,
        缺数据: 0,
        '合并率（合计/合计）': '33.33%（16/48）',
        差距: '6.67个百分点、4人',
        连同待核实的: '—',
      }),
    ]);
  });

  test('总体目标排在最前，没有应评单位的其他指标只写名称', () => {
    expect(table(overview).map(({ 指标 }) => 指标)).toEqual(
      huainan2020.goals.map((goal) => huainan2020.indicators.find(({ id }) => id === goal)!.name),
    );
    expect(said(overview)).toMatch(/没有应评单位或者只作参考，未列入：.*社区志愿者注册率/);
  });

  test('矩阵：有符号也有字，未报送的写未报送', () => {
    const lines = table(sheetOf(book, '指标矩阵'));
    expect(lines.map((line) => [line.单位, line.社区工作者持证比例])).toEqual([
      ['寿县望淮街道柳塘村', '✗未达标'],
      ['凤台县望淮街道渡口社区', '✗未达标'],
      ['田家庵区望淮街道锦湖社区', '✓达标'],
      ['谢家集区望淮街道青石社区', '未报送'],
    ]);
  });

  test('未报送与缺数据先列未报送的单位', () => {
    expect(table(sheetOf(book, '未报送与缺数据'))[0]).toMatchObject({
      单位: '谢家集区望淮街道青石社区',
      类别: '未报送',
    });
  });

  test('任何一行都没有空格子，也没有把未报送写成0', () => {
    for (const sheet of book)
      for (const row of linesOf(sheet)) {
        expect([sheet.name, row.map(({ value }) => value)].flat()).not.toContain('');
        expect(row.map(({ value }) => value)).not.toContain(null);
        if (row.some(({ value }) => value === '未报送'))
          expect(row.slice(1).map(({ value }) => value)).not.toContain(0);
      }
  });

  test('没有可比的，就没有对比表', () => {
    expect(book.map(({ name }) => name)).not.toContain('对比');
  });
});

test('有待核实的，合并率只算确定的，另写上下界', () => {
  const open = figure('G03', 'to_verify', 3, 10);
  const doubtful = workbook('丁.xlsx', { unit: qingshi, indicators: [{ ...open, lower: 3, upper: 5 }] });
  const [line] = of(sheetOf(bookOf([...city, doubtful]), '总览'), '指标', '社区工作者持证比例');
  expect(line).toMatchObject({
    待核实: 1,
    '合并率（合计/合计）': '33.33%（16/48）',
    连同待核实的: '32.76%～36.21%（19/58～21/58）',
  });
});

test('判定已定、数还未定的，合并率按下限计并写明是几个单位', () => {
  const perhaps = workbook('丁.xlsx', { unit: qingshi, indicators: [{ ...share('unmet', 2, 8), upper: 3 }] });
  const [line] = of(sheetOf(bookOf([...city, perhaps]), '总览'), '指标', '社区工作者持证比例');
  expect(line).toMatchObject({
    '合并率（合计/合计）': '32.14%（18/56），其中1个单位的数未定，按下限计',
    连同待核实的: '32.14%～33.93%（18/56～19/56）',
  });
});

test('按单位逐个评的指标不合并', () => {
  const kinds = figure('G01', 'unmet', 6, null);
  const [line] = of(
    sheetOf(bookOf([workbook('甲.xlsx', { unit: jinhu, indicators: [kinds] })]), '总览'),
    '指标',
    '城市社区社会组织数',
  );
  expect(line).toMatchObject({ 未达标: 1, '合并率（合计/合计）': '—', 差距: '—' });
});

describe('中期', () => {
  const midterm = { mode: 'midterm', asOf: '2020-11-30' } as const;
  /** With the target of the policy, which tells when it is due. */
  const lackingOf = (id: string) => {
    const { name, target } = huainan2020.indicators.find((def) => def.id === id)!;
    return indicator({ ...figure(id, 'missing', null), name, target });
  };
  const book = bookOf([
    workbook('甲.xlsx', {
      ...midterm,
      unit: jinhu,
      indicators: [share('on_track', 3, 10), lackingOf('S08'), lackingOf('P01')],
      score: points(70),
    }),
  ]);

  test('没到期的是进行中，不说未达标', () => {
    const overview = sheetOf(book, '总览');
    expect(headingsOf(overview)).not.toContain('未达标');
    expect(of(overview, '指标', '社区工作者持证比例')[0]).toMatchObject({ 进行中正常: 1, 到期未达标: 0 });
    expect(table(sheetOf(book, '指标矩阵'))[0]).toMatchObject({ 社区工作者持证比例: '→进行中' });
  });

  test('没到期而缺的数据不算缺', () => {
    const [overview, matrix] = [sheetOf(book, '总览'), sheetOf(book, '指标矩阵')];
    expect(of(overview, '指标', '社区志愿者注册率')[0]).toMatchObject({ 缺数据: '1（未到期）' });
    expect(cellOf(matrix, '社区志愿者注册率')).toEqual({ value: '–未到期', style: 'text' });
    expect(said(matrix)).toContain('–未到期（还没有数据）');
    expect(of(overview, '指标', '街道（乡镇）社会工作服务中心')[0]).toMatchObject({ 缺数据: 1 });
    expect(cellOf(matrix, '街道（乡镇）社会工作服务中心')).toEqual({ value: '–缺数据', style: 'warning' });
    expect(
      table(sheetOf(book, '未报送与缺数据')).flatMap(({ 类别, 因此缺数据的指标 }) =>
        类别 === '未报送' ? [] : [[类别, 因此缺数据的指标]],
      ),
    ).toEqual([
      ['缺数据', '街道（乡镇）社会工作服务中心'],
      ['未到期', '社区志愿者注册率'],
    ]);
  });

  test('人评过的，中期的评分也标出来', () => {
    const satisfaction = { id: '满意度', name: '居民满意度', max: 2, applies: true, reason: '由人评' };
    const score = points(70, { max: 98, unscored: [satisfaction] });
    const one = workbook('甲.xlsx', { ...midterm, unit: jinhu, indicators: [], score });
    const given = { key: 'HN-03/望淮街道/锦湖社区', item: '满意度', points: 1.5, by: '李某', on: '2020-12-01' };
    const ranked = sheetOf(bookOf([one], { judged: [{ ...given, mode: 'midterm' }] }), '排名');
    expect(of(ranked, '街道社区', '望淮街道锦湖社区')[0]).toMatchObject({
      进度评分: 71.5,
      等级: '中期不出等级（评分含人评）',
      人评: '含人评1项',
    });
  });

  test('中期还不是最后的得分，也不出等级', () => {
    const ranking = sheetOf(book, '排名');
    expect(of(ranking, '街道社区', '望淮街道锦湖社区')[0]).toMatchObject({
      名次: 1,
      进度评分: 70,
      等级: '中期不出等级',
    });
    expect(headingsOf(ranking)).not.toContain('得分');
  });
});

describe('排名', () => {
  const satisfaction = { id: '满意度', name: '居民满意度', max: 2, applies: true, reason: '由人评' };
  const scored = (file: string, of: Unit, total: number) =>
    workbook(file, {
      unit: of,
      indicators: [share('unmet', 3, 10)],
      score: points(total, { max: 98, unscored: [satisfaction] }),
    });
  const submitted = [
    listed,
    scored('甲.xlsx', jinhu, 90),
    scored('乙.xlsx', liutang, 95),
    scored('丙.xlsx', dukou, 88.5),
  ];
  const key = 'HN-03/望淮街道/锦湖社区';
  const judged = [{ key, item: '满意度', points: 1.5, by: '李某', on: '2021-06-20', mode: 'final' as const }];
  const ranking = sheetOf(bookOf(submitted, { judged, due: '2021-06-10' }), '排名');

  test('城市、农村各从1排起，未报送的在最后，没有名次', () => {
    expect(table(ranking).map((line) => [line.名次, line.县区, line.城乡, line.得分])).toEqual([
      [1, '田家庵区', '城市社区', 91.5],
      [2, '凤台县', '城市社区', 88.5],
      [1, '寿县', '农村社区', 95],
      ['—', '谢家集区', '城市社区', '未报送'],
    ]);
  });

  test('人评过的标出来，没评的说缺几项', () => {
    expect(table(ranking).map((line) => [line.等级, line.人评])).toEqual([
      ['优秀（含人评）', '含人评1项'],
      ['待人评（缺1项）', '缺1项'],
      ['优秀', '缺1项'],
      ['未报送', '未报送'],
    ]);
  });

  test('城乡在第一列：筛选城市社区，只剩城市的名次', () => {
    expect(headingsOf(ranking).slice(0, 2)).toEqual(['城乡', '名次']);
  });

  test('得分条取最近的一格，得满分才画满', () => {
    expect(table(ranking).map((line) => line.得分与满分之比)).toEqual([
      '■■■■■■■■■□',
      '■■■■■■■■■□',
      '■■■■■■■■■□',
      '未报送',
    ]);
  });

  test('改过再报的写前面有几份，不说退回：没有人退过也会有', () => {
    const again = sheetOf(
      bookOf([workbook('v1.xlsx', { score: points(60) }), workbook('v2.xlsx', { score: points(70) })]),
      '排名',
    );
    expect(table(again)[0]).toMatchObject({ 报送情况: '已报送，前面有1份' });
  });

  test.each([
    ['midterm', 40.35, 44.85, '中期不出等级，至多44.85分'],
    ['final', 78, 92.5, '待核实、缺数据的定后再出，至多92.50分'],
  ] as const)('得分还会变的，%s写明至多多少', (mode, total, upper, grade) => {
    const open = workbook('甲.xlsx', { mode, unit: jinhu, score: points(total, { upper }) });
    expect(table(sheetOf(bookOf([open]), '排名'))[0]).toMatchObject({ 等级: grade });
  });

  test('写明达标几项、应评几项，哪些未达标', () => {
    expect(table(ranking)[0]).toMatchObject({ '达标/应评': '0/1', '未达标、滞后的指标': '社区工作者持证比例' });
  });
});

describe('问题', () => {
  const bad = finding({ at: { sheet: '花名册', address: 'K5' } });
  const submitted = [
    workbook('甲.xlsx', { unit: jinhu, indicators: [certified], findings: [bad], filled: '2021-05-30' }),
    workbook('甲-初稿.xlsx', {
      unit: jinhu,
      indicators: [certified],
      findings: [finding({ message: '旧稿里的问题。' })],
      filled: '2021-05-20',
    }),
    workbook('乙.xlsx', { unit: liutang, indicators: [] }),
  ];
  const across = {
    rule: 'Z11',
    severity: 'error' as const,
    message: '同一社会组织在两个社区都计入。',
    fix: '只由登记住所所在的社区计入。',
    places: [
      { file: '甲.xlsx', sheet: '名录', address: 'D7' },
      { file: '乙.xlsx', sheet: '社会组织', address: 'C12' },
    ],
  };
  const book = bookOf(
    submitted,
    {},
    {
      findings: [across],
      notChecked: [
        { rule: 'Z22', reason: '没有应报名册。' },
        { rule: 'R002', reason: '没有应报名册。' },
      ],
    },
  );
  const sheet = sheetOf(book, '问题');

  test('跨册的在前，两处都写明', () => {
    expect(table(sheet)[0]).toMatchObject({
      单位: '田家庵区望淮街道锦湖社区、寿县望淮街道柳塘村',
      类别: '跨册强制',
      工作表: '名录',
      单元格: 'D7',
      问题: '同一社会组织在两个社区都计入。涉及：田家庵区望淮街道锦湖社区“名录”D7；寿县望淮街道柳塘村“社会组织”C12。',
      处理建议和依据: '只由登记住所所在的社区计入。',
    });
    expect(said(sheet).split('跨册没有核对的：没有应报名册。')).toHaveLength(2);
  });

  test('再按单位列差距和问题，只列计入的那一份', () => {
    expect(
      table(sheet)
        .slice(1)
        .map((line) => [line.单位, line.类别, line.工作表, line.单元格]),
    ).toEqual([
      ['田家庵区望淮街道锦湖社区', '指标差距', '花名册', 'H3'],
      ['田家庵区望淮街道锦湖社区', '强制', '花名册', 'K5'],
    ]);
    expect(JSON.stringify(sheet.rows)).not.toContain('旧稿');
  });

  test('文件表写明每份文件的下落', () => {
    const files = table(sheetOf(book, '文件')).filter(({ 文件 }) => 文件 !== '未报送');
    expect(files.map((line) => [line.文件, line.状态, line.说明, line.前面份数])).toEqual([
      ['乙.xlsx', '计入', '—', 0],
      ['甲.xlsx', '计入', '—', 1],
      ['甲-初稿.xlsx', '已有更新版本', '计入的是：甲.xlsx', 0],
    ]);
  });

  test('没有载入逐项结果的单位，有一句话说明', () => {
    const part = rollupBook(rolledUp(submitted), huainan2020, new Map());
    for (const name of ['问题', '未报送与缺数据', '来源'])
      expect(said(sheetOf(part, name))).toContain('未列入本表的单位：寿县望淮街道柳塘村、田家庵区望淮街道锦湖社区。');
    expect(said(sheetOf(part, '问题'))).not.toContain('没有发现问题');
  });
});

test('读不出的文件说为什么；没有读的不说是报送单位的错', () => {
  const stopped = { file: '停.xlsx', problem: '已停止，这个文件还没有读。需要时请再放入一次。' };
  const book = bookOf([...city, { file: '坏.xlsx', problem: '“坏.xlsx”已损坏。' }, stopped]);
  expect(of(sheetOf(book, '未报送与缺数据'), '单位', '坏.xlsx')[0]).toMatchObject({
    类别: '未能计入',
    缺什么: '“坏.xlsx”已损坏。',
    处理建议: '处理好以后再放入一次；文件本身有毛病的，请报送单位改好后重新报送。',
  });
  expect(of(sheetOf(book, '未报送与缺数据'), '单位', '停.xlsx')[0]).toMatchObject({ 缺什么: stopped.problem });
});

test('同样的缺法一个单位只占一行', () => {
  const reason = '工作簿中没有找到“经费”，无法计算；请补报该表。';
  const lacks = ['O06', 'O07'].map((id) =>
    indicator({ ...figure(id, 'missing', null), name: id === 'O06' ? '专项资金' : '经费管理办法', reasons: [reason] }),
  );
  const sheet = sheetOf(bookOf([workbook('甲.xlsx', { unit: jinhu, indicators: lacks })]), '未报送与缺数据');
  expect(of(sheet, '单位', '田家庵区望淮街道锦湖社区')).toEqual([
    expect.objectContaining({ 类别: '缺数据', 缺什么: reason, 因此缺数据的指标: '专项资金、经费管理办法' }),
  ]);
});

test('来源写明文件、工作表、单元格和校验码', () => {
  const evidence = [
    { sheet: '花名册', address: 'H4:H6', role: 'numerator' as const },
    { sheet: '基本情况', address: 'B6', role: 'denominator' as const },
  ];
  const one = workbook('甲.xlsx', { unit: jinhu, indicators: [{ ...certified, evidence }] });
  expect(table(sheetOf(bookOf([one]), '来源'))).toEqual([
    {
      单位: '田家庵区望淮街道锦湖社区',
      指标: '社区工作者持证比例',
      判定: '✗未达标',
      数: '30.00%（3/10）',
      文件: '甲.xlsx',
      工作表: '花名册',
      单元格: 'H4:H6、“基本情况”B6',
      校验码: checkCode(one.evaluation.dataHash),
    },
  ]);
});

test('对比：率差百分点，个数差个数，缺一方的不比', () => {
  const at = (file: string, mode: 'midterm' | 'final', part: number, count: number) =>
    workbook(file, { mode, unit: jinhu, indicators: [share('unmet', part, 10), figure('S09', 'unmet', count)] });
  const key = 'HN-03/望淮街道/锦湖社区';
  const baseline = [{ key, id: 'G03', numerator: 1, denominator: 10 }];
  const book = bookOf([at('中.xlsx', 'midterm', 2, 4), at('终.xlsx', 'final', 3, 9)], { mode: 'final', baseline });
  expect(
    table(sheetOf(book, '对比')).map(({ 指标, 基线, 中期, 终期, 较基线, 终期较中期 }) => [
      指标,
      基线,
      中期,
      终期,
      较基线,
      终期较中期,
    ]),
  ).toEqual([
    [
      '社区工作者持证比例',
      '10.00%（1/10）',
      '20.00%（2/10）',
      '30.00%（3/10）',
      '提高20.00个百分点',
      '提高10.00个百分点',
    ],
    ['年度志愿服务活动数', '未填', '4个', '9个', '—', '增加5个'],
  ]);
});

test('未达标比缺数据醒目', () => {
  const one = workbook('甲.xlsx', { unit: jinhu, indicators: [share('unmet', 3, 10), figure('G04', 'missing', null)] });
  const matrix = sheetOf(bookOf([one]), '指标矩阵');
  expect(cellOf(matrix, '社区工作者持证比例')).toEqual({ value: '✗未达标', style: 'error' });
  expect(cellOf(matrix, '社会工作专业岗位全覆盖率')).toEqual({ value: '–缺数据', style: 'warning' });
});

test('对比：数还未定的写出上下限，不算差', () => {
  const at = (file: string, mode: 'midterm' | 'final', part: number, most: number) => {
    const indicators = [
      { ...share('unmet', part, 10), upper: most },
      { ...figure('S09', 'unmet', part), upper: most },
    ];
    return workbook(file, { mode, unit: jinhu, indicators });
  };
  const book = bookOf([at('中.xlsx', 'midterm', 2, 3), at('终.xlsx', 'final', 3, 3)], { mode: 'final' });
  expect(table(sheetOf(book, '对比')).map(({ 中期, 终期, 终期较中期 }) => [中期, 终期, 终期较中期])).toEqual([
    ['20.00%～30.00%（2/10～3/10）', '30.00%（3/10）', '—'],
    ['2～3个', '3个', '—'],
  ]);
});

/** Excel prints columns somewhat wider than it counts them. */
const wider = 1.05;

describe('六十个单位、全部指标的册子', () => {
  const all = huainan2020.indicators.map(({ id, name }) => ({ ...figure(id, 'unmet', 1, 3), name }));
  const names = Array.from({ length: 60 }, (_, at) => `第${at + 10}社区`);
  const submitted = names.map((name) =>
    workbook(`${name}.xlsx`, { unit: unit('HN-09', name), indicators: all, score: points(60) }),
  );
  const book = bookOf(submitted);
  const half = names
    .slice(0, 3)
    .map((name) =>
      workbook(`中期${name}.xlsx`, { mode: 'midterm', unit: unit('HN-09', name), indicators: all, score: points(60) }),
    );
  const baseline = [{ key: `HN-09/望淮街道/${names[0]}`, id: 'G03', numerator: 1, denominator: 10 }];
  const printed = [
    ...book,
    ...bookOf([...submitted.slice(0, 3), ...half], { mode: 'midterm', baseline }),
    ...scoreSheets(rolledUp(submitted), huainan2020),
  ];
  const matrices = book.filter(({ name }) => name.startsWith('指标矩阵'));

  test.each(printed.map((sheet) => [sheet.name, sheet] as const))(
    '%s：A4横放，字不小于9磅，标题行每页重印',
    (_, sheet) => {
      const width = sheet.widths.reduce((sum, one) => sum + (one > 0 ? columnPoints(one) : 0), 0);
      expect(Math.min(1, printable(sheet.page).width / (width * wider)) * 11).toBeGreaterThanOrEqual(9);
      expect(sheet.page).toEqual({ orientation: 'landscape', repeated: [headingsAt(sheet), headingsAt(sheet)] });
      for (const row of sheet.rows) expect(row).toHaveLength(sheet.widths.length);
      for (const row of sheet.rows.keys())
        expect(sheet.spans.includes(row) ? heightOf(sheet, row) : fittedHeight(sheet, row)).toBeLessThan(409);
    },
  );

  test('清单可以筛选，标题行留在上面', () => {
    for (const sheet of book.filter(({ name }) => name !== '总览')) {
      expect([sheet.name, filteredRows(sheet)?.[0]]).toEqual([sheet.name, headingsAt(sheet)]);
      expect(sheet.frozenRows).toBe(headingsAt(sheet) + 1);
    }
  });

  test('矩阵分成几张，张张有单位名称，合起来每个应评指标恰有一次', () => {
    expect(matrices.length).toBeGreaterThan(1);
    for (const sheet of matrices)
      expect(
        table(sheet)
          .map(({ 单位 }) => 单位)
          .slice(0, 60),
      ).toEqual(names.map((name) => `经济技术开发区望淮街道${name}`));
    const columns = matrices.flatMap((sheet) => headingsOf(sheet).slice(2));
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns).toEqual(table(sheetOf(book, '总览')).map(({ 指标 }) => 指标));
  });

  test('表名各不相同', () => {
    expect(new Set(book.map(({ name }) => name)).size).toBe(book.length);
  });
});

test('没有评分表的文件没有排名', () => {
  const policy = { ...huainan2020, scoreTable: null };
  expect(rollupBook(rolledUp(city), policy, evaluationsOf(city)).map(({ name }) => name)).not.toContain('排名');
});

test('一份文件也没有，册子仍说得清', () => {
  const book = bookOf([]);
  expect(said(sheetOf(book, '总览'))).toContain('应报10个单位，实报0个，报送率0.00%。');
  expect(said(sheetOf(book, '来源'))).toContain('没有算出的数。');
});
