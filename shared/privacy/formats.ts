/** Number formats may hold text, in quotation marks or without: 0"人", 0\\人, yyyy年m月. */
import type { SheetSnapshot } from '../model.ts';
import { reduced, type Words } from './texts.ts';

// Without a second mark the text goes on to the end.
const LITERAL = /"([^"]*)("|$)|[^"]+/g;
// What formats of dates and of figures write.
const OTHER = /[^ -~年月日号时分秒上下午星期周季度人名位元角万亿千百户个家次场件项%％¥￥€]/g;
const DIGITS = /\d{3,}/g;

export function plainFormats(formats: SheetSnapshot['numberFormat'], words: Words): SheetSnapshot['numberFormat'] {
  const plain = new Map<string, string>();
  const of = (format: string | null) => {
    if (format === null || format === 'General') return format;
    let result = plain.get(format);
    if (result === undefined) {
      result = format.replace(LITERAL, (part, text: string | undefined, end: string | undefined) => {
        if (text === undefined) return part.replace(OTHER, '某').replace(DIGITS, (digits) => '0'.repeat(digits.length));
        return `"${text.length < 2 ? text : reduced(text, words)}${end}`;
      });
      plain.set(format, result);
    }
    return result;
  };
  return formats?.map((row) => row.map(of)) ?? null;
}
