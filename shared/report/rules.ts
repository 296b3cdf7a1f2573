/** Rules by what they are called: a code says nothing to whoever reads it. */
import type { Evaluation } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, quotedSentence, says } from './parts.ts';
import { figure } from './tokens.ts';

/** So many titles are read; more are counted. */
const NAMED = 3;

/** The clause, standard or reason that a rule rests on; empty where the evaluation does not tell it: a code tells nobody. */
export function ruleClauses({ rules }: Evaluation): (id: string) => Paragraph {
  const clauses = new Map(rules.map(({ id, relation }) => [id, quotedSentence(relation)]));
  return (id) => clauses.get(id) ?? [];
}

/** Rules that could not run, a paragraph for each reason: 未检查　审核规则“甲”、“乙”、“丙”等8条：…。 */
export function notChecked(evaluation: Evaluation): readonly Paragraph[] {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of evaluation.notChecked) rules.set(reason, [...(rules.get(reason) ?? []), rule]);
  const titles = new Map(evaluation.rules.map(({ id, title }) => [id, title]));
  return [...rules].map(([reason, ids]) => {
    const names = ids.slice(0, NAMED).map((id) => nameOf(id, titles.get(id)));
    const count = figure(String(ids.length), { what: 'notChecked', reason });
    const rest = ids.length > NAMED ? says`等${count}条` : [];
    return says`未检查　审核规则${listed(names, '、')}${rest}：${quotedSentence(reason)}`;
  });
}

/** Quotation marks inside quotation marks are single. */
function nameOf(id: string, title: string | undefined): Paragraph {
  if (title === undefined) return [quote(id)];
  const words = title.split(/[“”]/).map(quote);
  return says`“${listed(words.map((word, index) => (index === 0 ? word : says`${index % 2 === 1 ? '‘' : '’'}${word}`)))}”`;
}
