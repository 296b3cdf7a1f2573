/** Words that head a row of sums. */

/** `total` sums up the list or a section, `subtotal` a part of it; `running` may begin before the list does (累计). */
export type SumKind = 'subtotal' | 'total' | 'running';

const PART =
  '本页|本月|本季度?|本期|[\\d一二三四五六七八九十]{1,3}月份?|[上下]半年|第?[一二三四1-4]季度|' +
  '[\\u4e00-\\u9fff]{1,8}(?:社区|居委会|村|街道|镇|乡|区|县|市|中心|站|组|类)';
const SUBTOTAL = new RegExp(`^(?:小计|(?:${PART})(?:小计|合计|共计|总计))$`);
const TOTAL = /^(?:全镇|全乡|全街道|全区|全县|全市|全年)?(?:合计|总计|共计|总合计)$/;
const RUNNING = /^(?:本年度?|本月|本期|上月|上期|上年|上页|全年)?累计数?$/;
/** Longer texts are sentences, or names that happen to end so. */
const LONGEST = 12;

/** What the row is that begins with this text, spaces and a colon at the end aside; null for any other text. */
export function sumKind(text: string): SumKind | null {
  // Called for many cells of every list: what has no 计 in it is told from the rest first.
  if (text.length > LONGEST || !text.includes('计')) return null;
  const bare = text.replace(/\s+|[:：]\s*$/g, '');
  if (TOTAL.test(bare)) return 'total';
  if (SUBTOTAL.test(bare)) return 'subtotal';
  return RUNNING.test(bare) ? 'running' : null;
}
