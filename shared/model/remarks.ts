/** Words that a remark is read by. */
import { foldWidth } from './identifiers.ts';
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

const DATE =
  /(?<!\d|\d[-. ])20\d\d(?:年(?:\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{1,2}[日号])?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?(?!\d|[-. ]\d))|(?<!\d)\d{1,2}月(?:\d{1,2}[日号])?/g;
const LETTER = /[^\p{P}\p{S}\p{Z}]|[〔〕]/u;

/**
 * What a remark is read by: those of the `words` that it says and, beside them, dates; words that are `sought` in any text;
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
  if (held.length > 0)
    for (const { index, 0: date } of folded.matchAll(DATE)) isKept.fill(true, index, index + date.length);
  return keptOf(folded.replace(/[:：]/g, ' '), isKept);
}

function placeOf(text: string, word: string, from: number): number {
  const at = text.indexOf(word, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
