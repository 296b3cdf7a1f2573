/** What is to be done about a gap. */
import { isCeiling } from '../model/figures.ts';
import { isStep } from '../model/gaps.ts';
import type { MissingGroup } from '../model/missing.ts';
import type { Evaluation, Indicator } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { quote, quotedSentence, says } from './parts.ts';
import { dueToken } from './tokens.ts';

/**
 * After the closing date nothing that is done counts any more: to ask for it would be to ask for padding. `until` is the day, as it
 * is written, that a letter sets for what is overdue; null where none does.
 */
export function adviceOf(indicator: Indicator, { mode, asOf }: Evaluation, until: string | null = null): Paragraph {
  const { verdict, gap, target, advice, spoken } = indicator;
  if (verdict === 'to_verify') {
    return [`请${spoken?.kind === 'title' ? '补齐缺的数据，' : ''}核实存疑的数据，据实改填后重新检查。`];
  }
  if (gap?.unit === '天') return advice === undefined ? ['时限已过，请书面说明原因。'] : quotedSentence(advice);
  const due = target && target.due > asOf ? dueToken(indicator, target) : null;
  if (mode === 'final' && !due) {
    return says`列入整改。${advice === undefined ? [] : quotedSentence(advice)}确有遗漏的据实补报。`;
  }
  if (advice !== undefined) return says`${quotedSentence(advice)}${due ? says`期限为${due}（含）。` : []}`;
  const deed = deedOf(indicator);
  if (due) return says`请于${due}（含）前${deed}。`;
  return until === null
    ? says`期限已过，请尽快${deed}，更新有关表格后重新检查。`
    : says`请于${quote(until)}前${deed}，更新有关表格后重新报送。`;
}

/** A blank is no 否, and no naught either. That a table is to be handed in, its reason says; a title is filled in nowhere. */
export function missingAdvice({ reason, indicators }: MissingGroup): Paragraph {
  if (indicators.every(({ spoken }) => spoken?.kind === 'title')) return ['补齐有关数据后重新检查。'];
  const steps = indicators.filter(isStep).length;
  return says`${reason.includes('请补') ? '' : '请补填或补报有关表格；'}${steps > 0 ? '没有做到的填“否”' : ''}${steps > 0 && steps < indicators.length ? '，' : ''}${
    steps < indicators.length ? '确实没有的填0，空白和“/”不作0计' : '，空白不作“否”计'
  }。`;
}

function deedOf(indicator: Indicator): Paragraph {
  const { gap, spoken, target } = indicator;
  if (spoken?.kind === 'step') return [quote(spoken.deed)];
  if (!gap || isStep(indicator)) return ['完成该项工作'];
  return [isCeiling(target) ? '减到目标以内' : '补足'];
}
