/** What goes out with 整改通知, kept on its ledger in a hidden name: so it comes back, also where lines of it do not. */

import type { SentIssue } from './forms.ts';
import { issueNumberIn } from './issues.ts';
import { literalsOf, textIn } from './ours.ts';

/** Scoped to the sheet, so that it goes along when that is copied into the unit's workbook. */
export const sentName = '_ssld_issues';

/** `="2/2021-02-28/ZG-7K2MX-4QX9AB=P01/2021-05-31/ZG-7K2MX-8DEF22+P01+P02"`: how many, and below each day what is asked for until then. No word of a person. */
export function sentFormula(sent: readonly SentIssue[]): string {
  const parts = sent.flatMap((one, at) => [...(sent[at - 1]?.due === one.due ? [] : [one.due]), entryOf(one)]);
  return `=${literalsOf([sent.length, ...parts].join('/')).join('&')}`;
}

function entryOf({ number, about, indicators }: SentIssue): string {
  return number + indicators.map((id) => signs[about] + id).join('');
}

const signs: Readonly<Record<SentIssue['about'], string>> = { findings: '', indicator: '=', behind: '~', missing: '+' };

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
    const [, typed = '', said = ''] = ENTRY.exec(part) ?? [];
    const number = issueNumberIn(typed);
    if (number === null || due === null) return null;
    const about = kinds.find((kind) => signs[kind] === said.slice(0, 1))!;
    sent.push({ number, about, indicators: said.split(/[=~+]/).slice(1), due });
  }
  return sent.length > 0 && String(sent.length) === count ? sent : null;
}

const kinds = ['findings', 'indicator', 'behind', 'missing'] as const;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const ENTRY = /^([^=~+]+)([=~][A-Z0-9-]+|(?:\+[A-Z0-9-]+)+)?$/;
