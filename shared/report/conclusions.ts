/** 结论: whether the workbook may be accepted, in the words of the pane, and who has confirmed that. */
import { conclusionOf, confirmedOf, isCurrent } from '../model/conclusions.ts';
import { dateText } from '../model/figures.ts';
import type { Conclusion, Evaluation, Filing } from '../model.ts';
import type { Binding, Paragraph } from './papers.ts';
import { listed, quote, says } from './parts.ts';
import { figure } from './tokens.ts';

export function conclusionParagraphs(
  evaluation: Evaluation,
  { explanations, confirmed }: Filing,
): readonly Paragraph[] {
  const conclusion = conclusionOf(evaluation, explanations);
  const held = confirmed && confirmedOf([confirmed], evaluation);
  return [
    listed([outcome(conclusion), '。', reserve(conclusion)]),
    ...(held && isCurrent(held, evaluation, conclusion)
      ? [says`经${quote(held.office)}于${figure(dateText(held.on), { what: 'confirmedOn' })}确认。`]
      : []),
  ];
}

function outcome({ outcome, errors, warnings, explained }: Conclusion): Paragraph {
  const [said, told] = [
    count(warnings, { what: 'findings', severity: 'warning' }),
    count(explained, { what: 'explained' }),
  ];
  const questions = says`核实${said}项，已说明${told}项`;
  if (outcome === 'return') {
    const mandatory = count(errors, { what: 'findings', severity: 'error' });
    return says`有强制性问题${mandatory}项，退回修改${warnings > 0 ? says`；${questions}` : []}`;
  }
  if (outcome === 'accept') return ['可以接收'];
  return explained < warnings ? questions : ['没有读出可以检查的表，尚不能定'];
}

/** What the conclusion leaves out; empty for nothing. */
function reserve({ unread, asked, missing }: Conclusion): Paragraph {
  const left = [
    ...(unread > 0 ? [says`${count(unread, { what: 'unread' })}处未能读取`] : []),
    ...(asked > 0 ? [says`${count(asked, { what: 'asked' })}处看不懂`] : []),
    ...(missing > 0 ? [says`${count(missing, { what: 'indicators', verdict: 'missing' })}项指标缺数据`] : []),
  ];
  return left.length > 0 ? says`另有${listed(left, '、')}，不在其内。` : [];
}

function count(number: number, of: Binding) {
  return figure(String(number), of);
}
