/** Counts of indicators, findings and rules. */

import type { Evaluation, Indicator } from '../../shared/model.ts';
import { causeOf } from '../papers/facts.ts';
import type { Figure } from './figures.ts';
import { equal, exactly } from './fractions.ts';
import { type Standing, standingOf } from './standings.ts';
import { plain, tablesWanted, toldIn } from './traced.ts';
import {
  cutShort,
  explainedWords,
  findingWords,
  judgedWords,
  leftWords,
  likeWords,
  severityWords,
  tallyUnits,
  tallyWords,
} from './wordings.ts';

/**
 * Undefined where the figure is no count of these; null where it is right; else what is wrong. `listed` are the indicators
 * that the sentence names after it, `line` all of the line as it was written.
 */
export function tallyDoubt(
  figure: Figure,
  listed: readonly Indicator[],
  line: string,
  evaluation: Evaluation,
  explained: number,
): string | null | undefined {
  if (figure.kind !== 'number' || figure.isRange || figure.decimals > 0 || !tallyUnits.test(figure.unit))
    return undefined;
  if (explainedWords.test(figure.before)) return equal(figure.from, exactly(explained)) ? null : '已说明的数不符';
  const count = countOf(figure, listed, line, evaluation);
  if (count === undefined) return undefined;
  return equal(figure.from, exactly(count.number)) ? null : `${count.of}应为${count.number}`;
}

interface Count {
  readonly number: number;
  readonly of: string;
}

function countOf(
  figure: Figure,
  listed: readonly Indicator[],
  line: string,
  evaluation: Evaluation,
): Count | undefined {
  const { indicators, findings } = evaluation;
  const before = figure.before.trimEnd();
  const left = leftWords.find(([words]) => words.test(figure.after))?.[1];
  if (left) return leftCount(left, evaluation);
  if (figure.unit === '条' || figure.unit === '张') return notCheckedCount(figure.unit, line, evaluation);
  const own = listed.filter((one, at) => listed.findIndex(({ id }) => id === one.id) === at);
  const isFor = (one: Indicator) => line.includes(plain(causeOf(one)).replace(/。$/, ''));
  const isCut = own.length > 0 && cutShort.test(line);
  const count = (standings: readonly Standing[]) =>
    own.length > 0 && !isCut
      ? own.length
      : indicators.filter((one) => standings.includes(standingOf(one, evaluation)) && (!isCut || isFor(one))).length;
  const word = wordAtEnd(before, tallyWords);
  if (word) return { number: count(word[1]), of: `${word[0]}的指标` };
  if (judgedWords.test(before)) return { number: count(JUDGED), of: '判定的指标' };
  const severity = wordAtEnd(before, severityWords);
  if (severity)
    return { number: findings.filter((one) => one.severity === severity[1]).length, of: `${severity[0]}问题` };
  if (likeWords.test(before)) return likeCount(line, evaluation);
  return findingWords.test(before) ? { number: findings.length, of: '问题' } : undefined;
}

/** What the conclusion does not speak of. */
function leftCount(left: (typeof leftWords)[number][1], evaluation: Evaluation): Count {
  const { unread, findings, indicators } = evaluation;
  if (left === 'unread') return { number: unread.length, of: '未能读取的' };
  if (left === 'asked') return { number: findings.filter(({ asks }) => asks).length, of: '看不懂的' };
  return { number: indicators.filter((one) => standingOf(one, evaluation) === 'missing').length, of: '缺数据的指标' };
}

/** `达标`, `缺数据的指标有`, `强制性问题`. */
function wordAtEnd<Of>(text: string, words: readonly (readonly [string, Of])[]): readonly [string, Of] | undefined {
  const end = text.replace(/(?:性?问题|的?指标)?(?:共|有|计)*$/, '');
  const fitting = words.filter(([word]) => end.endsWith(word));
  return fitting.reduce<readonly [string, Of] | undefined>(
    (longest, one) => (longest && longest[0].length >= one[0].length ? longest : one),
    undefined,
  );
}

const JUDGED: readonly Standing[] = ['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'];

/** Findings of one rule on one field of one sheet, of which the line tells one. */
function likeCount(line: string, evaluation: Evaluation): Count | undefined {
  const [told] = toldIn(line, evaluation);
  if (!told) return undefined;
  const like = evaluation.findings.filter(
    ({ rule, field, at }) => rule === told.rule && field === told.field && at.sheet === told.at.sheet,
  );
  return { number: like.length, of: '同类问题' };
}

/** Rules with the reason that the line tells, else those for want of the tables that it names. */
function notCheckedCount(unit: string, line: string, evaluation: Evaluation): Count | undefined {
  const { notChecked } = evaluation;
  const told = notChecked.filter(({ reason }) => line.includes(reason.replace(/。$/, '')));
  if (told.length > 0 && unit === '条') return { number: told.length, of: '未检查的规则' };
  const tables = tablesWanted(evaluation).filter((name) => line.includes(name));
  if (tables.length === 0) return unit === '条' ? { number: notChecked.length, of: '未检查的规则' } : undefined;
  if (unit === '张') return { number: tables.length, of: '没有报送的表' };
  const number = notChecked.filter(({ reason }) => tables.some((name) => reason.includes(`“${name}”的数据`))).length;
  return { number, of: '未检查的规则' };
}
