import { describe, expect, test } from 'vitest';
import { isoOf, serialOf } from '../../shared/model/days.ts';

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
});
