/** Fills sentences: those of `phrases.ts`, and the messages of rules. */
import { type Phrase, phrases } from './phrases.ts';

export type Words = Readonly<Record<string, string | number | null | undefined>>;

/** Templates taken apart: texts and, at the odd places, names of words. All of them are of a catalogue. */
const parts = new Map<string, readonly string[]>();

/** Puts `words` in the places of `{name}`; a place without a word stays empty. */
export function fill(template: string, words: Words): string {
  let known = parts.get(template);
  if (!known) {
    known = template.split(/\{([^{}]*)\}/);
    parts.set(template, known);
  }
  let text = known[0]!;
  for (let at = 1; at < known.length; at += 2) text += (words[known[at]!] ?? '') + known[at + 1]!;
  return text;
}

/** A sentence of the checks with its words. */
export function say(phrase: Phrase, words: Words): string[] {
  return [fill(phrases[phrase], words)];
}

const SHOWN = 5;

/** The first few of a list, with the number of all where there are more. */
export function listed(parts: readonly string[], count: number = parts.length): string {
  if (count <= SHOWN) return parts.join('；');
  return fill(phrases['list.more'], { list: parts.slice(0, SHOWN).join('；'), count });
}
