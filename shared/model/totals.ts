/** Words that head a row of sums. */

import { withoutTokens } from './tokens.ts';

/** `total` sums up the list or a section, `subtotal` a part of it; `running` may begin before the list does (累计). */
export type SumKind = 'subtotal' | 'total' | 'running';

const TIME = '本页|本月|本季度?|本期|[\\d一二三四五六七八九十]{1,3}月份?|[上下]半年|第?[一二三四1-4]季度';
const PART = `${TIME}|[\\u4e00-\\u9fff]{1,8}(?:社区|居委会|村|街道|镇|乡|区|县|市|中心|站|组|类)|[市省县区镇乡村]`;
const ENDING = '(?:小计|合计|共计|总计)(?:数|额|金额|人数)?';
const SUBTOTAL = new RegExp(`^(?:小计(?:数|额)?|(${PART})${ENDING})$`);
const TOTAL = /^(?:全镇|全乡|全街道|全区|全县|全市|全年)?(?:合计|总计|共计|总合计|总数|总额|总金额)(?:数|额|金额)?$/;
const RUNNING = /^(?:本年度?|本月|本期|上月|上期|上年|上页|全年)?累计数?$/;
// 财政小计, 两委合计: whatever stands before, but a character that may be a surname.
const WORDED = new RegExp(`^([\\u4e00-\\u9fffA-Z0-9“”"、·]{2,10})(${ENDING})$`);
// 共12人, 合计：12人, 总计30名.
const COUNTED =
  /^(?:共|总共|一共|合计|共计|总计|小计)[:：]?约?\d{1,7}(?:\.\d+)?(?:个|家|人次|人|名|位|项|支|场次|场|次|户|份|件|条|万元|元)$/;
// （一）小计, 1.小计.
const NUMBERED = /^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,2}[、.．])/;
const BRACKET = /[(（][^()（）]{1,10}[)）]$/;
/** Words that sums are told by, as they stand in a text. */
export const sumWords: readonly string[] = [
  ...['小计', '合计', '共计', '总计', '总合计', '累计'].flatMap((word) =>
    ['', '数', '额', '金额', '人数'].map((more) => word + more),
  ),
  ...['总数', '总额', '总金额', '总共', '一共', '全镇', '全乡', '全街道', '全区', '全县', '全市', '全年'],
  ...['本页', '上页', '本月', '上月', '本期', '上期', '本季度', '本季', '上年', '本年度', '本年'],
];

/** Longer texts are sentences, or names that happen to end so. */
const LONGEST = 20;

/** What the row is that begins with this text, spaces, brackets and a colon at the end aside; null for any other text. */
export function sumKind(text: string): SumKind | null {
  return read(text)?.kind ?? null;
}

/** Whether the text can be nothing else; 财政小计 might also be what somebody or something is called. */
export function isPlainSum(text: string): boolean {
  return read(text)?.isPlain ?? false;
}

const OF_TIME = new RegExp(`^(?:${TIME})$`);

/** 十月合计, 第四季度小计: nobody's name stands in it. */
export function isSumOfTime(text: string): boolean {
  return OF_TIME.test(sumOf(text));
}

/** The words that say what is summed: 财政 of 财政小计; empty where none do. */
export function sumOf(text: string): string {
  return read(text)?.of ?? '';
}

/** The text as it may travel: what no list of words knows may be a name, 某某小计. It heads the same sum. */
export function nameless(text: string): string {
  const sum = read(text);
  return sum === null || sum.isPlain ? text : '某'.repeat(sum.of.length) + sum.ending;
}

interface Sum {
  readonly kind: SumKind;
  readonly isPlain: boolean;
  readonly of: string;
  /** What follows those words. */
  readonly ending: string;
}

function read(cell: string): Sum | null {
  // Called for many cells of every list: what has none of the words in it is told from the rest first.
  if (!/[计共总]/.test(cell)) return null;
  const text = withoutTokens(cell, '某');
  if (text.length > LONGEST) return null;
  const spaceless = text.replace(/\s+|[:：]\s*$/g, '');
  if (COUNTED.test(spaceless))
    return { kind: spaceless.startsWith('小计') ? 'subtotal' : 'total', isPlain: true, of: '', ending: '' };
  const unnumbered = spaceless.replace(NUMBERED, '');
  const bare = unnumbered.replace(BRACKET, '').replace(/[:：]$/, '');
  if (TOTAL.test(bare)) return { kind: 'total', isPlain: true, of: '', ending: '' };
  const part = SUBTOTAL.exec(bare);
  if (part) return { kind: 'subtotal', isPlain: true, of: part[1] ?? '', ending: '' };
  if (RUNNING.test(bare)) return { kind: 'running', isPlain: true, of: '', ending: '' };
  const worded = WORDED.exec(bare);
  return worded ? { kind: 'subtotal', isPlain: false, of: worded[1]!, ending: worded[2]! } : null;
}
