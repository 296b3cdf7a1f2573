/** How one indicator stands, in quantity, rate and distance: 注册志愿者1498人，其中参加服务96人，参与率6.40%，距10%目标差3.60个百分点、54人。 */
import { isCeiling, isCertain, isSet, rateText } from '../model/figures.ts';
import { isStep } from '../model/gaps.ts';
import { verdictWords } from '../model/words.ts';
import type { Indicator, Target } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, quotedSentences, says } from './parts.ts';
import { dueToken, figure, gapOf, nameOf, plainTargetToken, spokenGap, targetToken, valueToken } from './tokens.ts';

/** `common` is the day that most of what is under way is due, which is said once for all. */
export function sentence(indicator: Indicator, common: string | null = null): Paragraph {
  const { spoken, verdict, reasons } = indicator;
  if (spoken?.kind === 'title') return says`${quote(indicator.name)}：${verdictWords[verdict]}，见评分部分。`;
  return says`${standing(indicator, common)}。${quotedSentences(reasons)}`;
}

/** The same without its reasons and its full stop. */
export function standing(indicator: Indicator, common: string | null = null): Paragraph {
  const { name, verdict } = indicator;
  switch (verdict) {
    case 'met':
      return says`${quantity(indicator)}${reached(indicator)}`;
    case 'unmet':
      return says`${quantity(indicator)}${short(indicator, '差')}`;
    case 'on_track':
    case 'behind':
      return says`${quantity(indicator)}${pace(indicator)}${short(indicator, '尚差')}${due(indicator, common)}`;
    case 'to_verify':
      return says`${quantity(indicator)}${perhaps(indicator)}，待核实`;
    default:
      return says`${quote(name)}：${verdictWords[verdict]}`;
  }
}

/** 注册志愿者1498人，其中参加服务96人，参与率6.40%; 志愿服务活动8～10个; 社区专项基金：已成立. */
function quantity(indicator: Indicator): Paragraph {
  const { name, spoken, verdict } = indicator;
  const isOpen = verdict === 'to_verify';
  // That it is open is said at the end.
  if (isStep(indicator))
    return isOpen ? [quote(name)] : says`${quote(name)}：${stepWords(indicator)}${wanted(indicator)}`;
  if (spoken?.kind === 'count')
    return says`${quote(spoken.what)}${isOpen ? '按现有数据为' : ''}${valueToken(indicator)}`;
  if (spoken?.kind !== 'share' || !isCertain(indicator)) {
    return says`${quote(name)}${isOpen ? '按现有数据为' : '为'}${valueToken(indicator)}`;
  }
  const { whole, part, rate, unit } = spoken;
  const of = nameOf(indicator);
  const [all, some] = [
    figure(`${indicator.denominator}${unit}`, { what: 'denominator', ...of }),
    figure(`${indicator.numerator}${unit}`, { what: 'numerator', ...of }),
  ];
  const percent = rateText(indicator);
  const share = rate && percent ? says`，${quote(rate)}${figure(percent, { what: 'rate', ...of })}` : [];
  return says`${quote(whole)}${all}，其中${quote(part)}${some}${share}`;
}

function stepWords(indicator: Indicator): Paragraph {
  const { spoken, verdict } = indicator;
  if (spoken?.kind === 'step') return [valueToken(indicator)];
  return [verdict === 'met' ? '已完成' : verdict === 'unmet' ? '未达标' : '正在推进'];
}

/** （应成立1个）, where the number says something. */
function wanted(indicator: Indicator): Paragraph {
  const { verdict, target, spoken, gap } = indicator;
  if (verdict !== 'unmet' || !target || spoken?.kind !== 'step' || gap?.unit === '天') return [];
  return NUMBERED.has(target.unit) ? says`（应${quote(spoken.deed)}${plainTargetToken(indicator, target)}）` : [];
}

const NUMBERED = new Set(['个', '支', '家']);

function reached(indicator: Indicator): Paragraph {
  const { target } = indicator;
  if (!target || !isSet(target) || isStep(indicator) || target.p === 0) return [];
  const goal = plainTargetToken(indicator, target);
  return isCeiling(target) ? says`，没有超出${goal}目标` : says`，达到${goal}目标`;
}

/** ，距40%目标差10.00个百分点、1人; lateness is told by the reasons. */
function short(indicator: Indicator, word: string): Paragraph {
  const { gap, target } = indicator;
  if (isStep(indicator)) return [];
  if (!gap || !target || target.p === 0) return indicator.verdict === 'unmet' ? ['，未达标'] : [];
  return says`，${distanceTo(indicator, target, word)}`;
}

/** 距40%目标差10.00个百分点、1人; 超出2%目标1.00个百分点、3人 where less is better. */
function distanceTo(indicator: Indicator, target: Target, word: string): Paragraph {
  const [to, gap] = [plainTargetToken(indicator, target), spokenGap(indicator)];
  return isCeiling(target) ? says`超出${to}目标${gap}` : says`距${to}目标${word}${gap}`;
}

function perhaps(indicator: Indicator): Paragraph {
  const { gap, target } = indicator;
  if (!target || isStep(indicator)) return [];
  const distance = gap ? listed(['，', isCeiling(target) ? '超出' : '差', gapOf(indicator)]) : [];
  return says`，目标${targetToken(indicator)}${distance}`;
}

function pace(indicator: Indicator): string {
  if (indicator.verdict === 'behind') return '，进度滞后';
  return isStep(indicator) ? '' : '，进度正常';
}

function due(indicator: Indicator, common: string | null): Paragraph {
  const { target } = indicator;
  return !target || target.due === common ? [] : says`，应于${dueToken(indicator, target)}（含）前完成`;
}
