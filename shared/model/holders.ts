/** Who fills a post (decision read-28), as its cell says: a person, nobody, or something that is neither for certain. */
import type { Writings } from './catalogue.ts';
import { comparable } from './identifiers.ts';

export type Holder = 'person' | 'vacant' | 'doubtful';

const SEPARATORS = /[、，,;；/()（）。.\s]+/;
const CHINESE_NAME = /^[\u4e00-\u9fff〇×○]{2,4}$/;
const LONG_NAME = /^[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,10})+$/;
/** In place of any character of a name. */
const STANDS_FOR_ANY = '某×○〇';

/** 李某某; 空缺（招聘中）; several names are persons where each of them is. */
export function holderIn(text: string, { vacant, surnames, unnamed }: Writings): Holder {
  const parts = comparable(text).replaceAll('•', '·').split(SEPARATORS).filter(Boolean);
  if (parts.length === 0) return 'doubtful';
  const isVacant = (part: string) => vacant.includes(part);
  if (parts.every(isVacant)) return 'vacant';
  return parts.every((part) => isName(part, surnames, unnamed)) ? 'person' : 'doubtful';
}

/** 王某某（已离职）, 拟招1人. */
export function saysGone(text: string, words: readonly string[] = []): boolean {
  const bare = comparable(text);
  return words.some((word) => bare.includes(word));
}

/** Two to four characters after a surname, none of them of a word like 待聘人员; or 买买提·艾力. */
export function isName(part: string, surnames: string, unnamed: string): boolean {
  if (LONG_NAME.test(part)) return true;
  if (!CHINESE_NAME.test(part)) return false;
  if ([...part].some((character) => unnamed.includes(character))) return false;
  return surnames.includes(part[0]!) || STANDS_FOR_ANY.includes(part[0]!);
}
