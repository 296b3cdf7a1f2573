/** Dates that a workbook is judged as of: which is usual, and which are to be asked about. */
import { serialOf } from '../../shared/model/days.ts';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode, PolicyAbout } from '../../shared/model.ts';

export function usualDate({ midtermAsOf, finalAsOf }: PolicyAbout, mode: Mode): string {
  return mode === 'midterm' ? midtermAsOf : finalAsOf;
}

/** A sentence where the date lies outside the policy's time, or nearer to its beginning or the other evaluation; else null. */
export function dateDoubt(policy: PolicyAbout, mode: Mode, asOf: string): string | null {
  if (asOf === '') return null;
  const { window, midtermAsOf, finalAsOf } = policy;
  const usual = usualDate(policy, mode);
  const span = `${dateText(window.from)}至${dateText(window.to)}`;
  const usually = `${modeWords[mode]}评估通常截至${dateText(usual)}`;
  if (asOf < window.from || asOf > window.to)
    return `截止日${dateText(asOf)}不在评估依据的起止时间（${span}）内，${usually}，请确认。`;
  const away = (date: string) => Math.abs(serialOf(date) - serialOf(asOf));
  const isFar = [window.from, midtermAsOf, finalAsOf].some((date) => away(date) < away(usual));
  return isFar ? `${usually}（起止时间为${span}），截止日${dateText(asOf)}离得较远，请确认。` : null;
}
