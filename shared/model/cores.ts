/** What is left of a name when what says nothing of which thing it is is taken off (decision check-51). */
import { comparable } from './identifiers.ts';

const ORDINALS = '第[一二三四五六七八九十百\\d]+[次场期届回季站轮]';
const MARKS = '\\([^()]*\\)|\\[[^\\[\\]]*\\]|[\\s“”"\'‘’《》〈〉「」『』【】()\\[\\]—\\-·,，、:：!！]';
const PLACE_ENDING = /(?:社区|居委会|居民委员会|村委会|村)$/;

/** With more things than this no target hangs on two of them being one. */
export const mostCompared = 1000;

export type CoreOf = (text: string, where: string | null) => string;

/** `words` say nothing; so do the names of the own places, and of the place where it was. */
export function coresOf(words: readonly string[], community: string | null, street: string | null): CoreOf {
  const known = new Map<string, string>();
  const without = withoutWords([...ownNames(community, street), ...words]);
  const bare = (text: string) => {
    let core = known.get(text);
    if (core === undefined) {
      core = without(text);
      known.set(text, core);
    }
    return core;
  };
  return (text, where) => {
    const place = where !== null && where.length > 1 ? comparable(where) : '';
    const placeless = place !== '' && text.includes(place) ? text.replace(place, '') : text;
    return bare(placeless) || comparable(text);
  };
}

/** What the own places are called in names. */
export function ownNames(community: string | null, street: string | null): readonly string[] {
  const own = [community, community?.replace(PLACE_ENDING, ''), street];
  return own.filter((each): each is string => each != null && each.length > 1);
}

/** In the form in which names are compared; marks and ordinals say nothing either. */
export function withoutWords(words: readonly string[]): (text: string) => string {
  const silent = new RegExp([MARKS, ORDINALS, ...words.map(escaped)].join('|'), 'g');
  return (text) => comparable(text).replace(silent, '');
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
