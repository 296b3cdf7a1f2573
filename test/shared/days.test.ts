import { describe, expect, test } from 'vitest';
import { dayOf, isoOf, offset1904, serialOf, serialOfDay } from '../../shared/model/days.ts';

describe('日期序号', () => {
  test.each([
    [44043, '2020-07-31'],
    [43983, '2020-06-01'],
    [44347, '2021-05-31'],
    [61, '1900-03-01'],
    [36585, '2000-02-29'],
    [73050, '2099-12-31'],
  ])('%s = %s', (serial, iso) => {
    expect(isoOf(serial)).toBe(iso);
    expect(serialOf(iso)).toBe(serial);
  });

  test('每一天都往返不变，与日历一致', () => {
    for (let serial = 61; serial <= 73_050; serial += 1) {
      const iso = isoOf(serial);
      expect(serialOf(iso)).toBe(serial);
      if (serial % 997 === 0) expect(iso).toBe(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10));
    }
  });

  test.each(['2021-02-29', '2020-13-01', '2020-00-10', '2020-04-31', '2020-7-31', ''])('%s 不是日期', (iso) => {
    expect(serialOf(iso)).toBeNaN();
  });

  test('一天里的时刻不算', () => {
    expect(dayOf(44043.75)).toEqual({ year: 2020, month: 7, day: 31 });
    expect(isoOf(44043.999)).toBe('2020-07-31');
  });

  test('1904 日期系统的 42581 是同一天', () => {
    expect(isoOf(42581 + offset1904)).toBe('2020-07-31');
    expect(serialOf('1904-01-01')).toBe(offset1904);
  });

  // Excel shows 60 as 1900-02-29, a day that never was, and 59 as 1900-02-28.
  test('1900 年 3 月 1 日是 61，2 月没有 29 日', () => {
    expect(serialOfDay(1900, 3, 1)).toBe(61);
    expect(serialOfDay(1900, 2, 28)).toBe(60);
    expect(serialOfDay(1900, 2, 29)).toBeNaN();
    expect(dayOf(60)).toEqual({ year: 1900, month: 2, day: 28 });
  });

  test.each([
    [2000, true],
    [1900, false],
    [2020, true],
    [2021, false],
  ])('%s 年 2 月有 29 日：%s', (year, leap) => expect(Number.isNaN(serialOfDay(year, 2, 29))).toBe(!leap));
});
