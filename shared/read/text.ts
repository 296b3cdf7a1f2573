/** Text as people type it, brought to one form (decision read-1). */
import { comparable, foldWidth } from '../model/identifiers.ts';
import { headingWords } from '../model/tokens.ts';
import { trimmedEnd, trimmedStart } from '../model/trims.ts';

// Letters, digits and Chinese characters that normalisation leaves alone; most cells are made of nothing else.
const PLAIN = /^[0-9A-Za-z.\-_\u4e00-\u9fff]*$/;
const BREAK = /[\r\n\t]+/g;
const SPACES = / {2,}/g;

/** Width folded, without invisible characters, spaces collapsed, trimmed. */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return foldWidth(text.replace(BREAK, ' ')).replace(SPACES, ' ').trim();
}

// Brackets at the end that hold a unit only: （人） (万元) (%).
const UNIT_NOTE =
  /[([](?:单位:)?(人|家|个|万元|元|m2|平方米|%|次|小时|户|人次|场|场次|支|项|份|名|件|可多选|可多个|必填|选填)[)\]]$/;
const BEFORE = /[*★●·.]/;
const BEHIND = /[*★:：]/;

/** The form in which headings are compared: no spaces, no asterisks, no trailing colon or unit in brackets. */
export function heading(text: string): string {
  if (PLAIN.test(text)) return text;
  const bare = unadorned(comparable(headingWords(text)));
  return bare.endsWith(')') || bare.endsWith(']') ? unadorned(bare.replace(UNIT_NOTE, '')) : bare;
}

/** The unit that a heading names in brackets, or null. */
export function unitOf(text: string): string | null {
  if (PLAIN.test(text)) return null;
  return UNIT_NOTE.exec(unadorned(comparable(headingWords(text))))?.[1] ?? null;
}

function unadorned(text: string): string {
  return trimmedEnd(trimmedStart(text, BEFORE), BEHIND);
}
