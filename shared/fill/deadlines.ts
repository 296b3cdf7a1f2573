/** When what is to be handed in: from the dates of the policy alone. */
import { serialOf } from '../model/days.ts';
import { dateText } from '../model/figures.ts';
import { modeWords } from '../model/words.ts';
import type { Mode, PolicyAbout } from '../model.ts';

export interface Deadline {
  readonly mode: Mode;
  /** ISO date. */
  readonly on: string;
  /** Days until then; 0 on the day itself. */
  readonly days: number;
}

const modes: readonly Mode[] = ['midterm', 'final'];

/** The next evaluation from this day on; null once the last one is over. */
export function nextDeadline({ midtermAsOf, finalAsOf }: PolicyAbout, day: string): Deadline | null {
  const dates: Readonly<Record<Mode, string>> = { midterm: midtermAsOf, final: finalAsOf };
  const mode = modes.find((one) => dates[one] >= day);
  return mode ? { mode, on: dates[mode], days: serialOf(dates[mode]) - serialOf(day) } : null;
}

/** The day that counts: today, as long as the policy runs; else the day of filling in, where that falls into it; else today. */
export function dayOf({ window: { from, to } }: PolicyAbout, today: string, filled: string | null): string {
  const runs = (day: string) => from <= day && day <= to;
  return runs(today) || filled === null || !runs(filled) ? today : filled;
}

/** `距中期评估还有 16 天（数据截至2020年11月30日）`. */
export function deadlineText(policy: PolicyAbout, day: string): string {
  const next = nextDeadline(policy, day);
  if (!next)
    return `终期评估（数据截至${dateText(policy.finalAsOf)}）的日期已过：补报、改报前先问收件单位还收不收，数仍填到那一天为止。`;
  const until = `数据截至${dateText(next.on)}`;
  return next.days === 0
    ? `今天是${modeWords[next.mode]}评估的截止日（${until}）。`
    : `距${modeWords[next.mode]}评估还有 ${next.days} 天（${until}）。`;
}
