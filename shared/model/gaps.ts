/** Gaps in the words that work is planned in. */
import type { Indicator } from './contract.ts';

/** What one unit of the gap is: 还差 3 名持证社工. The target set's unit says only 人 or 个. */
const wanting: Readonly<Record<string, string>> = {
  G01: '家社区社会组织',
  G02: '家社区社会组织',
  G03: '名持证社工',
  G04: '个达到设岗标准的中心（站）',
  P03: '个专业社工岗位',
  P04: '个专业社工岗位',
  P05: '名专职社工',
  S05: '个专业服务项目',
  S06: '次微公益创投活动',
  S08: '名注册志愿者',
  S09: '场志愿服务活动',
  S10: '名参加过服务的注册志愿者',
  V01: '家依法登记的社区社会组织',
  V02: '家备案的社区服务组织',
};

/** What is missing, in work units; null where nothing is, or where a step is simply not done yet. */
export function gapWords(indicator: Indicator): string | null {
  const { gap, verdict, numerator, upper } = indicator;
  if (!gap || isStep(indicator)) return null;
  if (gap.unit === '天') return `逾期 ${gap.amount} 天`;
  const what = workUnit(indicator);
  // Without a least amount the gap is the one of the lower bound.
  const most = numerator !== null && upper !== null && upper > numerator ? '最多' : '';
  if (verdict === 'on_track' || verdict === 'behind') return `距目标${most}还差 ${gap.amount} ${what}`;
  const least = gap.amountMin ?? gap.amount;
  if (least <= 0) return `最多还差 ${gap.amount} ${what}，核实后也可能已达标`;
  return least < gap.amount ? `还差 ${least}～${gap.amount} ${what}` : `${most}还差 ${gap.amount} ${what}`;
}

/** True for what is either done or not: to lack one 项 of it says nothing. */
export function isStep({ target }: Indicator): boolean {
  return target?.unit === '项' && target.p === target.q;
}

/** `名持证社工`: what one of the gap is; the target set's own unit where nothing is known to say. */
export function workUnit({ id, gap }: Indicator): string {
  return wanting[id] ?? gap?.unit ?? '';
}
