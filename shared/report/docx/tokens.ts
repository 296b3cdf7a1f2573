/** Names of bookmarks: they tell what a figure says to whoever looks, and number it for the list that the file carries. */
import { signOf } from '../../model/written.ts';
import type { DocumentBinding } from '../documents/documents.ts';

/** What stands in a bookmark, and what it says. */
export interface Kept {
  readonly name: string;
  /** A figure as it was written; of words only `digitsIn`: no word and no number of a person goes along unseen. */
  readonly text: string;
  readonly of: KeptBinding;
}

/** As `sealed`; `words` hold digits that are word for word from elsewhere: names, clauses, messages. */
export type KeptBinding = DocumentBinding | { readonly what: 'words' };

/** Begins a bookmark; says its name. */
export type NameOf = (text: string, of: KeptBinding) => string;

/**
 * Gives all that holds digits in one document a name, numbered after `taken`: Word takes 40 characters, letters first. Of a paper
 * for the public it is not kept of whom a figure is.
 */
export function bookmarks(isPublic: boolean, taken = 0): { readonly nameOf: NameOf; readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  return {
    kept,
    nameOf(text, of) {
      const name = `ssld_${taken + kept.length + 1}_${saying(of)}`.slice(0, 40);
      kept.push(of.what === 'words' ? { name, text: digitsIn(text), of } : { name, text, of: sealed(of, isPublic) });
      return name;
    },
  };
}

/** Place in the list, from 1; null for a bookmark of somebody else. */
export function placeOf(name: string): number | null {
  const place = /^ssld_(\d{1,7})_/.exec(name)?.[1];
  return place === undefined ? null : Number(place);
}

/**
 * Of the digits of words one check character in all, `~7`; empty without any. Another digit, one more or two that changed places
 * make it another (one change in eleven of several at once does not), and no number can be found out from it: whoever strikes a
 * birthday, a telephone or a house number out of the paper has it out of the file.
 */
export function digitsIn(text: string): string {
  const runs = text.normalize('NFKC').match(/\p{Nd}+/gu) ?? [];
  if (runs.length === 0) return '';
  let check = 0;
  // Naughts to nines are 0 to 9, and what stands between two runs is 10.
  for (const sign of runs.join('/')) check = (check * 2 + ((sign.codePointAt(0)! + 7) % 11)) % 11;
  return `~${check === 10 ? 'X' : check}`;
}

/**
 * Without the words of people: units, sheets and reasons as signs, by which they are found again where they are at hand. In public
 * not even those: whoever guesses a name could try it.
 */
export function sealed(of: KeptBinding, isPublic: boolean): KeptBinding {
  const seal = (key: string, value: unknown) =>
    typeof value === 'string' && (said.has(key) || !/^\w{1,40}$/.test(value))
      ? isPublic
        ? UNKEPT
        : `~${signOf(value)}`
      : value;
  return JSON.parse(JSON.stringify(of, seal)) as KeptBinding;
}

/** Stands for a word of which nothing is kept. */
export const UNKEPT = '#';

/** Fields that hold words, whatever letters those are of. */
const said: ReadonlySet<string> = new Set(['unit', 'sheet', 'reason', 'entity']);

function saying(of: KeptBinding): string {
  const inner = of.what === 'inUnit' ? of.of : of;
  return [inner.what, 'indicator' in inner ? inner.indicator : ''].filter((part) => part !== '').join('_');
}
