/** Names of communities seen among all names of their column. */
import { holdsNearToken, LIKE } from '../../model/places.ts';
import { isLike, isOwn, ownName, type Pilot } from './community-names.ts';
import { kept } from './kept.ts';
import type { Scope } from './scope.ts';
import { IN, OUT, type Truth, UNKNOWN } from './truths.ts';

export type Ask = (text: string, scope: Pilot) => Truth | null;

/**
 * The same, or what else is asked of a column, in view of all its lines: where none names the pilot community, a name that
 * begins alike, and the one community that all lines name, may be another spelling.
 */
export function inColumn(ask: Ask, table: string, field: string, scope: Scope): (text: string) => Truth {
  const answers = answersOn(table, scope);
  let answer = answers.get(field);
  if (!answer) {
    const truths = truthsIn(ask, table, field, scope);
    answer = (text) => truths.get(text) ?? ask(text, scope) ?? IN;
    answers.set(field, answer);
  }
  return answer;
}

const answersOn = kept((_table: string) => new Map<string, (text: string) => Truth>());

function truthsIn(ask: Ask, table: string, field: string, scope: Scope): ReadonlyMap<string, Truth | null> {
  const truths = new Map<string, Truth | null>();
  let blank = false;
  for (const { data } of scope.records(table)) {
    const datum = data[field];
    if (datum?.state !== 'value') blank = true;
    else if (!truths.has(datum.text)) truths.set(datum.text, ask(datum.text, scope));
  }
  if (scope.community !== null && ![...truths.values()].includes(IN)) {
    const like = beginningOf(ownName(scope.community, scope).base);
    const others = [...truths].flatMap(([text, truth]) => (truth === OUT ? [text] : []));
    const alone = ask === isOwn && others.length === 1 && !blank;
    for (const text of others) if (alone || text.includes(like) || holdsNearToken(text)) truths.set(text, UNKNOWN);
  }
  if (ask === isOwn)
    for (const [text, truth] of truths) if (truth === OUT && isLike(text, scope)) truths.set(text, UNKNOWN);
  return truths;
}

/** Of what stands for a name only the whole is known. */
function beginningOf(base: string): string {
  return base.includes('〔') ? base : base.slice(0, LIKE);
}
