/** Rules by what they are called: a code says nothing to whoever reads it. */
import { trimmedEnd } from '../model/trims.ts';
import type { Evaluation, NotChecked } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, quotedSentence, says } from './parts.ts';
import { figure } from './tokens.ts';

/** The clause, standard or reason that a rule rests on; empty where the evaluation does not tell it: a code tells nobody. */
export function ruleClauses({ rules }: Evaluation): (id: string) => Paragraph {
  const clauses = new Map(rules.map(({ id, relation }) => [id, quotedSentence(relation)]));
  return (id) => clauses.get(id) ?? [];
}

/** Tables without data, which the unit can hand in; and what this workbook cannot be held against, whatever is in it. */
export function notChecked(evaluation: Evaluation): readonly Paragraph[] {
  const { notChecked: rules, tables } = evaluation;
  const read = new Set(tables.map(({ id }) => id));
  return [
    ...lacking(rules, '没有报送', false, (id) => !read.has(id)),
    ...lacking(rules, '没有可以检查的数据', true, (id) => read.has(id)),
    ...held(rules.flatMap(({ lacks, reason }) => (lacks ? [] : [reason]))),
  ];
}

/** 以下7张表没有报送，有关24条审核规则未检查：…。 */
function lacking(
  rules: readonly NotChecked[],
  what: string,
  handedIn: boolean,
  isOne: (table: string) => boolean,
): readonly Paragraph[] {
  const names = rules.flatMap(({ lacks }) => (lacks && isOne(lacks.id) ? [lacks.name] : []));
  if (names.length === 0) return [];
  const each = [...new Set(names)];
  const count = (of: 'tables' | 'rules', number: number) => figure(String(number), { what: 'lacking', of, handedIn });
  return [
    says`以下${count('tables', each.length)}张表${what}，有关${count('rules', names.length)}条审核规则未检查：${listed(each.map(quote), '、')}。`,
  ];
}

/** 另有6条审核规则不是本工作簿能够核对的，没有检查：…（4条）；…（2条）。 */
function held(reasons: readonly string[]): readonly Paragraph[] {
  if (reasons.length === 0) return [];
  const each = [...new Set(reasons)].map((reason) => {
    const count = figure(String(reasons.filter((one) => one === reason).length), { what: 'notChecked', reason });
    return says`${quote(trimmedEnd(reason, /[。；;.\s]/))}（${count}条）`;
  });
  const all = figure(String(reasons.length), { what: 'notChecked', reason: null });
  return [says`另有${all}条审核规则，本工作簿的数据不足以核对：${listed(each, '；')}。`];
}
