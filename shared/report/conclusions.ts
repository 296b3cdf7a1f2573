/** 结论: whether the workbook may be accepted, and who has confirmed that. */
import { dateText } from '../model/figures.ts';
import type { Evaluation, Filing } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, says } from './parts.ts';
import { figure } from './tokens.ts';

export function conclusionParagraphs(evaluation: Evaluation, filing: Filing): readonly Paragraph[] {
  const { findings, tables } = evaluation;
  const of = (severity: 'error' | 'warning') => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [of('error'), of('warning')];
  const explained = explainedIn(evaluation, filing);
  const mandatory = figure(String(errors), { what: 'findings', severity: 'error' });
  const open = says`核实性问题${figure(String(warnings), { what: 'findings', severity: 'warning' })}项，已说明${figure(String(explained), { what: 'explained' })}项`;
  return [
    errors > 0
      ? says`有强制性问题${mandatory}项，退回修改。${warnings > 0 ? says`另有${open}。` : []}`
      : explained < warnings
        ? says`有${open}，其余核实后再定。`
        : // Where nothing was recognised there is nothing to accept.
          tables.length === 0
          ? ['没有读出可以检查的表，尚不能定。']
          : says`${warnings > 0 ? says`${open}，` : []}可以接收。`,
    ...confirmation(evaluation, filing),
  ];
}

/** Only of these data, under this policy and mode, as of this day. */
function confirmation({ policy, mode, asOf, dataHash }: Evaluation, { confirmed }: Filing): readonly Paragraph[] {
  if (!confirmed || confirmed.policy !== policy.id || confirmed.mode !== mode) return [];
  if (confirmed.asOf !== asOf || confirmed.dataHash !== dataHash) return [];
  const day = figure(dateText(confirmed.on), { what: 'confirmedOn' });
  return [listed(['经', quote(confirmed.office), '于', day, '确认。'])];
}

/** Questions that somebody answered, and whose answer was not turned down. */
function explainedIn({ findings }: Evaluation, { explanations }: Filing): number {
  const answered = new Set(
    explanations
      .filter(({ text, review, cleared }) => !cleared && text.trim() !== '' && !review.startsWith('不接受'))
      .map(({ key }) => key),
  );
  return findings.filter(({ severity, key }) => severity === 'warning' && answered.has(key)).length;
}
