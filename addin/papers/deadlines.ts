/** Dates of a paper that cannot stand beside each other. */
import { dateText } from '../../shared/model/figures.ts';
import type { Mode } from '../../shared/model.ts';
import type { Terms } from './papers.ts';

/** Deadlines that were over before the paper was signed: whole sentences. At the end nobody is asked to put right by 整改期限. */
export function pastDeadlines(
  { day, resubmitBy, rectifyBy }: Pick<Terms, 'day' | 'resubmitBy' | 'rectifyBy'>,
  mode: Mode,
): readonly string[] {
  const asked = [
    ['重新报送期限', resubmitBy],
    ['整改期限', mode === 'midterm' ? rectifyBy : null],
  ] as const;
  return asked.flatMap(([what, by]) =>
    day !== null && by !== null && by < day ? [`${what}${dateText(by)}早于成文日期${dateText(day)}，请改正。`] : [],
  );
}
