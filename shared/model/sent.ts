/** What goes out with 整改通知, kept on its ledger in a hidden name: so it comes back, also where lines of it do not. */

import type { SentIssue } from './forms.ts';
import { issueNumberIn } from './issues.ts';
import { literalsOf, textIn } from './ours.ts';

/** Scoped to the sheet, so that it goes along when that is copied into the unit's workbook. */
export const sentName = '_ssld_issues';

/** `="2/2021-02-28/ZG-7K2MX-4QX9AB=P01/2021-05-31/ZG-7K2MX-8DEF22+P01+P02"`: how many, and by day what each is about. No word of a person. */
export function sentFormula(sent: readonly SentIssue[]): string {
  const days = [...new Set(sent.map(({ due }) => due))];
  const parts = days.flatMap((day) => [day, ...sent.flatMap((one) => (one.due === day ? entryOf(one) : []))]);
  return `=${literalsOf([sent.length, ...parts].join('/')).join('&')}`;
}

function entryOf({ number, about, indicators }: SentIssue): string {
  return number + indicators.map((id) => signs[about] + id).join('');
}

const signs = { findings: '', indicator: '=', missing: '+' } as const;

/** Null for what is none, or is not whole; files leave `=` out. */
export function sentIn(formula: string | null | undefined): readonly SentIssue[] | null {
  const [count, ...parts] = textIn(formula ?? '').split('/');
  const sent: SentIssue[] = [];
  let due: string | null = null;
  for (const part of parts) {
    if (DAY.test(part)) {
      due = part;
      continue;
    }
    const [, typed, about = ''] = ENTRY.exec(part) ?? [];
    const number = issueNumberIn(typed ?? '');
    if (number === null || due === null) return null;
    const indicators = about.split(/[=+]/).filter((id) => id !== '');
    sent.push({
      number,
      about: about === '' ? 'findings' : about[0] === '=' ? 'indicator' : 'missing',
      indicators,
      due,
    });
  }
  return sent.length > 0 && String(sent.length) === count ? sent : null;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const ENTRY = /^([^=+]+)(=[A-Z0-9-]+|(?:\+[A-Z0-9-]+)+)?$/;
