import { describe, expect, test } from 'vitest';
import { type DateContext, readDate, toSerial } from '../../../shared/read/dates.ts';
import { explainedDate } from '../../../shared/read/figures.ts';
import { writings } from '../../../shared/sheets/writings.ts';

const plain: DateContext = { date1904: false, years: null, month: null, year: null, writings };
const day = (year: number, month: number, date: number) => toSerial(year, month, date);
const read = (raw: string | number, context = plain) => readDate(raw, context);

describe('日期（规格 2.4）', () => {
  test.each([
    '2020.7.31',
    '2020-07-31',
    '2020/7/31',
    '2020年7月31日',
    '２０２０年７月３１日',
    '20200731',
    20200731,
    44043,
    44043.5,
    '2020-07-31 10:30',
  ])('%s 是 2020年7月31日', (raw) => {
    expect(read(raw)).toEqual({ span: { from: 44043, to: 44043 }, otherSpan: null, issue: null });
  });

  test('1904 日期系统的 42581 是同一天', () => {
    expect(read(42581, { ...plain, date1904: true }).span).toEqual({ from: 44043, to: 44043 });
  });

  test.each(['2020.7', '2020年7月', '2020-7'])('%s 精确到月', (raw) => {
    expect(read(raw)).toEqual({ span: { from: day(2020, 7, 1), to: day(2020, 7, 31) }, otherSpan: null, issue: null });
  });

  test('文本 2020.10 是十月；数值 2020.1 可能是一月，也可能是十月', () => {
    expect(read('2020.10').span?.from).toBe(day(2020, 10, 1));
    const { span, otherSpan, issue } = read(2020.1);
    expect([span?.from, otherSpan?.from, issue]).toEqual([day(2020, 1, 1), day(2020, 10, 1), 'N022']);
    expect(read(2020.11)).toMatchObject({ span: { from: day(2020, 11, 1) }, otherSpan: null, issue: null });
  });

  test('2020年7月底精确到月，提请核实', () => {
    expect(read('2020年7月底')).toMatchObject({ span: { from: day(2020, 7, 1), to: day(2020, 7, 31) }, issue: 'N022' });
  });

  test('7月31日缺年份，不取；标题写了年份就取', () => {
    expect(read('7月31日')).toMatchObject({ span: null, issue: 'N022' });
    const years = { year: 2020, fromMonth: 1, toYear: 2020, toMonth: 12 };
    expect(read('7月31日', { ...plain, years }).span?.from).toBe(44043);
  });

  test.each(['2020.7-2021.4', '2020年7月至2021年4月', '2020-7-2021-4'])('%s 从起始的月算', (raw) => {
    expect(read(raw)).toMatchObject({ span: { from: day(2020, 7, 1), to: day(2020, 7, 31) }, issue: null });
  });

  test.each(['2020-7-31 9:00', '2020年7月31日 14:05:00'])('%s 的钟点不算', (raw) => {
    expect(read(raw)).toMatchObject({ span: { from: 44043, to: 44043 }, issue: null });
  });

  test('数值 12.5 在写明年份的标题下是 12月5日，与文本一样，提请核实', () => {
    const years = { year: 2020, fromMonth: 1, toYear: 2020, toMonth: 12 };
    const december = (date: number) => day(2020, 12, date);
    expect(read(12.5, { ...plain, years })).toMatchObject({ span: { from: december(5) }, issue: 'N022' });
    expect(read(12.1, { ...plain, years })).toMatchObject({
      span: { from: december(1) },
      otherSpan: { from: december(10) },
    });
    expect(read(12.5)).toMatchObject({ span: null, issue: 'N022' });
  });

  test.each([
    ['2022.6.1、2019.9.1', day(2019, 9, 1)],
    ['2019.9.1、2022.6.1', day(2019, 9, 1)],
    ['2017\n2022', day(2017, 1, 1)],
    ['2022/2017', day(2017, 1, 1)],
    ['2020-11/2020-10', day(2020, 10, 1)],
  ])('几本证书的日期“%s”，最早的算', (raw, from) => {
    expect(readDate(raw, plain, true)).toMatchObject({ span: { from }, otherSpan: null, issue: null });
  });

  test.each(['2020-7-28/2020-8-5', '2020-8-5、2020-7-28'])('别的栏写“%s”，有两种读法，提请核实', (raw) => {
    expect(read(raw)).toMatchObject({
      span: { from: day(2020, 7, 28) },
      otherSpan: { from: day(2020, 8, 5) },
      issue: 'N022',
    });
  });

  test('同一天写了两遍，就是那一天', () => {
    expect(read('2020-7-28、2020.7.28')).toMatchObject({
      span: { from: day(2020, 7, 28) },
      otherSpan: null,
      issue: null,
    });
  });

  test.each(['取消', '因雨取消', '延期', '已注销', '已撤销', '预计', '已退回', '作废'])(
    '2020-10-20（%s）：括号里的话改变意思，不取',
    (said) => {
      expect(read(`2020-10-20（${said}）`)).toMatchObject({ span: null, issue: 'N022' });
      expect(read(`10月20日（${said}）`)).toMatchObject({ span: null, issue: 'N022', partial: true });
      expect(read(`2020年10月（${said}）`)).toMatchObject({ span: null, issue: 'N022' });
      expect(explainedDate(`2020-10-20（${said}）`, writings)).toContain(said.slice(-2));
    },
  );

  test.each(['重阳节', '星期二', '离职', '退休', '补报', '第二次'])('2020-10-20（%s）照样是那一天', (said) => {
    expect(read(`2020-10-20（${said}）`)).toMatchObject({ span: { from: day(2020, 10, 20) }, issue: null });
  });

  test.each(['2020.2.30', '2020.13', '2020年11月31日', 2020.13])('%s 没有这一天', (raw) => {
    expect(read(raw)).toEqual({ span: null, otherSpan: null, issue: 'N021' });
  });

  test('合并月份下的“4日”“18-19日”，年份在标题；跨日取首日', () => {
    const july = { ...plain, years: { year: 2020, fromMonth: 1, toYear: 2020, toMonth: 12 }, month: 7 };
    expect(read('4日', july).span?.from).toBe(day(2020, 7, 4));
    expect(read('18-19日', july).span?.from).toBe(day(2020, 7, 18));
  });

  test('标题跨两年时，月份决定年份', () => {
    const period = { year: 2020, fromMonth: 6, toYear: 2021, toMonth: 5 };
    expect(read('3月5日', { ...plain, years: period }).span?.from).toBe(day(2021, 3, 5));
    expect(read('9月5日', { ...plain, years: period }).span?.from).toBe(day(2020, 9, 5));
  });

  test('2017/2019 是两本证的年份，以先取得的为准', () => {
    expect(readDate('2017/2019', plain, true).span?.from).toBe(day(2017, 1, 1));
  });

  test('序列号小于61、文字，都不是日期', () => {
    expect(read(44).span).toBeNull();
    expect(read('待定').span).toBeNull();
  });
});
