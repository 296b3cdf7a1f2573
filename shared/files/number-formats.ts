/** Codes of number formats, by the number of a cell's format. */
import { attribute, cursorOf, isNamed, leave, next } from './xml.ts';

/** What a cell without a format of its own has. */
export const general = 'General';

/** By position in `cellXfs`; `text` is the part `styles`, undefined where a file has none. */
export function formatsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const own = new Map<number, string>();
  const numbers: number[] = [];
  const cursor = cursorOf(text);
  while (next(cursor)) {
    if (!cursor.opens) continue;
    if (isNamed(cursor, 'numFmt'))
      own.set(Number(attribute(cursor, 'numFmtId')), attribute(cursor, 'formatCode') ?? general);
    else if (isNamed(cursor, 'dxfs') && !leave(cursor)) break;
    else if (isNamed(cursor, 'cellXfs') && !cursor.closes)
      while (next(cursor) && !(isNamed(cursor, 'cellXfs') && !cursor.opens))
        if (cursor.opens && isNamed(cursor, 'xf')) numbers.push(Number(attribute(cursor, 'numFmtId') ?? 0));
  }
  return numbers.map((number) => own.get(number) ?? builtInFormats[number] ?? general);
}

/** Number formats that files name by number only (ECMA-376 part 1, 18.8.30, with those of simplified Chinese). */
export const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;\\-#,##0',
  38: '#,##0;[Red]\\-#,##0',
  39: '#,##0.00;\\-#,##0.00',
  40: '#,##0.00;[Red]\\-#,##0.00',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
