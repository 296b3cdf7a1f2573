import { demandOf } from '../../shared/model/missing.ts';
import { verdictWords } from '../../shared/model/words.ts';
import type { Evaluation, Indicator, Verdict } from '../../shared/model.ts';

/** `later`: without data, and not due yet. */
export type Standing = Verdict | 'later';

/** How an indicator is told here and in the written summary: what is missing and not demanded is no failing. */
export function standingOf(indicator: Indicator, evaluation: Evaluation): Standing {
  if (indicator.verdict !== 'missing') return indicator.verdict;
  const demand = demandOf(indicator, evaluation);
  if (demand === 'later') return 'later';
  return demand === 'never' ? 'reference' : 'missing';
}

export const standingWords: Readonly<Record<Standing, string>> = { ...verdictWords, later: '未到期' };

/** Whose colour and sign it has. */
export const lookOf = (standing: Standing): Verdict => (standing === 'later' ? 'not_applicable' : standing);
