/** One fault each: what a cell says. */
import { expect, test } from 'vitest';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { bothWays, given, main } from './given.ts';

test('台账里只写月日、无年可取：核实，不是强制，这一场只进上限', () => {
  for (const evaluation of bothWays(given('date-without-year-is-error-in-ledger'))) {
    expect(main(evaluation, 'S09')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
    expect(evaluation.findings.filter(({ rule }) => rule === 'R081')).toEqual([]);
    expect(evaluation.findings.filter(({ rule }) => rule === 'N022').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  }
});

test('2021年8月才注销的组织，到 2021-05-31 还在', () => {
  for (const evaluation of bothWays(given('status-ended-later')))
    expect(main(evaluation, 'G01')).toMatchObject({ verdict: 'met', numerator: 10, lower: 10 });
});

test('印好的证书选项都没勾：没有证书，一栏提示一次', () => {
  for (const evaluation of bothWays(given('ticks-none-certificate'))) {
    expect(main(evaluation, 'G03')).toMatchObject({ verdict: 'unmet', numerator: 1, denominator: 8, upper: 1 });
    expect(evaluation.findings.filter(({ rule }) => rule === 'N049')).toHaveLength(1);
  }
});

test('多选的服务人群勾了两项，就是两类', () => {
  for (const evaluation of bothWays(given('ticks-several-of-many')))
    expect(main(evaluation, 'S11')).toMatchObject({ numerator: 2, denominator: 7 });
});

test('派驻、公益岗、选派的不算；“支部书记助理”问一次', () => {
  for (const evaluation of bothWays(given('worker-words-that-contradict'))) {
    expect(main(evaluation, 'G03')).toMatchObject({
      verdict: 'unmet',
      lower: 0,
      denominator: 3,
      upper: 1,
      upperDenominator: 4,
    });
    expect(evaluation.findings.filter(({ asks }) => asks?.kind === 'word')).toHaveLength(1);
  }
});

test.each([
  ['2020年10月离职', '1/1'],
  ['未离职', '1/2'],
  ['拟于2020年底离职', '1/2'],
  ['2020年9月入职，2020年12月离职', '1/1'],
  ['2020年9月入职，2021年8月离职', '1/2'],
])('备注“%s”', (remark, expected) => {
  const rows = [
    ['姓名', '人员类别', '是否在岗', '持证情况', '备注'],
    ['赵一', '社区干事', '是', '中级', null],
    ['钱二', '社区干事', '是', '无', remark],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('花名册', rows)))) {
    const { lower, denominator } = main(evaluation, 'G03');
    expect(`${lower}/${denominator}`).toBe(expected);
  }
});

test('从 PDF 复制来的部首字，按它所代表的字读', () => {
  const line = (name: string, n: number) => [n, name, '备案', '2020-07-01'];
  const teams = Array.from({ length: 9 }, (_, at) => line(`春风${at}队`, at + 1));
  const rows = [['序号', '组织名称', '管理方式', '备案⽇期'], ...teams, line('望淮村村⺠委员会', 10)];
  for (const evaluation of bothWays(workbookOf(sheetOf('社会组织名录', rows))))
    expect(main(evaluation, 'V02').upper).toBe(9);
});

test.each(['在岗 离岗', '是（已退休）', '在岗(2021.3调走)', '是（公益岗）'])('在岗写“%s”：核实，只进上限', (said) => {
  const rows = [
    ['姓名', '人员类别', '是否在岗', '持证情况'],
    ['赵一', '社区干事', '是', '中级'],
    ['钱二', '社区干事', said, '中级'],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('花名册', rows)))) {
    expect(main(evaluation, 'G03')).toMatchObject({ lower: 1, denominator: 1, upper: 2 });
    expect(evaluation.findings.filter(({ at }) => at.address === 'C3')).toMatchObject([{ severity: 'warning' }]);
  }
});

test.each(['2020-10-20（取消）', '2020-10-20（因雨延期）', '2020年10月20日（预计）'])(
  '活动日期“%s”：核实，不是强制，这一场只进上限',
  (said) => {
    const day = (date: string, n: number) => [date, `清洁家园${n}`, '社区广场', 35];
    const rows = [['日期', '活动名称', '活动地点', '参与志愿者人数'], day('2020-10-10', 1), day(said, 2)];
    for (const evaluation of bothWays(workbookOf(sheetOf('志愿服务活动台账', rows)))) {
      expect(main(evaluation, 'S09')).toMatchObject({ lower: 1, upper: 2 });
      expect(evaluation.findings.filter(({ at }) => at.address === 'A3')).toMatchObject([
        { rule: 'N022', severity: 'warning' },
      ]);
    }
  },
);

test('方案报送日期写了两天，一天在期限之内、一天不在：核实', () => {
  const rows = [
    ['方案确认日期', '2020-07-20'],
    ['方案报送日期', '2020-7-28/2020-8-5'],
    ['市局批复日期', '2020-08-10'],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('方案', rows))))
    expect(main(evaluation, 'M03')).toMatchObject({ verdict: 'to_verify', lower: 0, upper: 1 });
});

test.each(['申请中', '办理中', '未编号', '作废', '已过期'])('备案号写“%s”：与空白一样核实', (said) => {
  const rows = [
    ['组织名称', '管理方式', '备案号', '备案日期'],
    ['春风队', '备案', '洞街社备01', '2020-07-01'],
    ['秋雨队', '备案', said, '2020-07-01'],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('社会组织名录', rows))))
    expect(main(evaluation, 'V02')).toMatchObject({ lower: 1, upper: 2 });
});

test.each(['8642（七普）', '8642（其中流动人口1200）'])('常住人口“%s”：按 8642 计，提请核实', (said) => {
  const rows = [
    ['社区', '常住人口', '注册志愿者数', '其中：实名认证数'],
    ['春申社区', said, 1500, '1400（系统数据）'],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('志愿者情况', rows)))) {
    expect(main(evaluation, 'S08')).toMatchObject({ verdict: 'met', numerator: 1400, denominator: 8642 });
    expect(evaluation.findings.filter(({ rule }) => rule === 'N001')).toEqual([]);
  }
});

test.each([
  ['初级（2021年10月）', '0/1'],
  ['初级（2021-06-30）', '0/1'],
  ['社会工作师（2022年）', '0/1'],
  ['初级（2020年10月）', '1/1'],
  ['社会工作师（2019年）', '1/1'],
  ['初级、中级（2021年10月）', '1/1'],
  ['无（2021年10月）', '0/1'],
])('没有取得时间一栏，证书写“%s”：晚于截止日的不计持证，并且说出来', (cert, expected) => {
  const rows = [
    ['姓名', '人员类别', '是否在岗', '持证情况'],
    ['赵一', '社区干事', '是', cert],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('花名册', rows)))) {
    const { lower, upper, denominator } = main(evaluation, 'G03');
    expect([`${lower}/${denominator}`, upper]).toEqual([expected, lower]);
    const isLater = expected === '0/1' && !cert.startsWith('无');
    expect(evaluation.findings.filter(({ rule }) => rule === 'R048').map(({ at }) => at.address)).toEqual(
      isLater ? ['D2'] : [],
    );
  }
});

test('取得时间一栏写了的，以那一栏为准', () => {
  const rows = [
    ['姓名', '人员类别', '是否在岗', '持证情况', '取得时间'],
    ['赵一', '社区干事', '是', '初级（2021年10月）', '2019-10-31'],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('花名册', rows))))
    expect(main(evaluation, 'G03')).toMatchObject({ lower: 1, denominator: 1 });
});

test.each(['10+', '十来人', '10来人'])('参与人数“%s”：约数，至少有一人，不是强制', (said) => {
  const rows = [
    ['日期', '活动名称', '活动地点', '参与志愿者人数'],
    ['2020-10-10', '清洁家园', '社区广场', said],
  ];
  for (const evaluation of bothWays(workbookOf(sheetOf('志愿服务活动台账', rows)))) {
    expect(main(evaluation, 'S09')).toMatchObject({ lower: 1, upper: 1 });
    expect(evaluation.findings.filter(({ at }) => at.address === 'D2')).toMatchObject([{ rule: 'N003' }]);
  }
});
