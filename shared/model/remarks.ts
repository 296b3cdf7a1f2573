/** Words that a remark is read by. */
import { serialOfDay } from './days.ts';
import { foldWidth } from './identifiers.ts';
import type { Span } from './reading.ts';
import { keptOf, LEFT_OVER, withoutTokens } from './tokens.ts';

const CLAUSE = /[(),，;；。、（） ]/;

/** The parts of a text between commas, full stops, brackets and the like, without those that are empty. */
export const clausesOf = (text: string): readonly string[] => text.split(CLAUSE).filter((clause) => clause !== '');

/** Whether the text says so, and not that it is not so, or not yet: neither 未离职 nor 拟于年底离职. */
export function says(text: string, word: string, notYet: readonly string[]): boolean {
  // Where the clause begins, and where in it each denial stands first: both only ever move on.
  let clause = 0;
  let passed = 0;
  const first = notYet.map(() => -1);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    for (; passed < at; passed++) if (CLAUSE.test(text[passed]!)) clause = passed + 1;
    const isDenied = notYet.some((denial, which) => {
      if (first[which]! < clause) first[which] = placeOf(text, denial, clause);
      return first[which]! + denial.length <= at;
    });
    if (!isDenied) return true;
  }
  return false;
}

const DAY_BEFORE =
  /^[于自]?(20\d\d)(?:年底?|[.\-/](?=\d))(?:(\d{1,2})(?:月[份底末初]?|[.\-/](?=\d)|(?!\d))(?:(\d{1,2})[日号]?)?)?/;
const MONTH_BEFORE = /^\d{1,2}月[份底末初]?(?:\d{1,2}[日号])?/;

/** The clauses of a text, each without the day that it begins with: 2021年3月已撤销 says 已撤销. */
export function sayingsOf(text: string): readonly { readonly words: string; readonly day: Span | null }[] {
  return clausesOf(text).map((clause) => {
    const match = DAY_BEFORE.exec(clause);
    const day = match ? spanOf(Number(match[1]), match[2], match[3]) : null;
    return { words: clause.slice((match ?? MONTH_BEFORE.exec(clause))?.[0].length ?? 0), day };
  });
}

/** Null where there is no such day. */
function spanOf(year: number, month: string | undefined, day: string | undefined): Span | null {
  const first = serialOfDay(year, Number(month ?? 1), Number(day ?? 1));
  if (day !== undefined) return Number.isNaN(first) ? null : { from: first, to: first };
  const [nextYear, next] = month === undefined || month === '12' ? [year + 1, 1] : [year, Number(month) + 1];
  const last = serialOfDay(nextYear, next, 1) - 1;
  return Number.isNaN(first + last) ? null : { from: first, to: last };
}

const DATE =
  /(?<!\d|\d[-. ])20\d\d(?:年(?:\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{1,2}[日号])?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?(?!\d|[-. ]\d))|(?<!\d)\d{1,2}月(?:\d{1,2}[日号])?/g;
const LETTER = /[^\p{P}\p{S}\p{Z}]|[〔〕]/u;

/**
 * What a remark is read by: those of the `words` that it says and, beside them, dates; words that are `sought` in any text,
 * with the date right before them;
 * 〔〕 for the rest. Without colons, which could make the row look like a line of signatures.
 */
export function toldRemark(
  text: string,
  words: readonly string[],
  notYet: readonly string[],
  sought: readonly string[],
): string {
  const folded = withoutTokens(foldWidth(text), LEFT_OVER);
  const held = words.filter((word) => says(folded, word, notYet));
  const isKept = Array.from({ length: folded.length }, (_, at) => !LETTER.test(folded[at]!));
  for (const word of [...held, ...sought])
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      isKept.fill(true, at, at + word.length);
  for (const { index, 0: date } of folded.matchAll(DATE)) {
    const end = index + date.length;
    if (held.length > 0 || sought.some((word) => folded.startsWith(word, end))) isKept.fill(true, index, end);
  }
  return keptOf(folded.replace(/[:：]/g, ' '), isKept);
}

function placeOf(text: string, word: string, from: number): number {
  const at = text.indexOf(word, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
