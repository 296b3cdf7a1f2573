/** Fills the templates of the catalogue; all prose lives there. */

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

/** A phrase of the catalogue with its words; nothing for a phrase that the catalogue leaves out. */
export function say(
  phrase: string,
  words: Words,
  { catalogue }: { readonly catalogue: { readonly phrases: Readonly<Record<string, string>> } },
): string[] {
  const template = catalogue.phrases[phrase];
  return template === undefined ? [] : [fill(template, words)];
}

const SHOWN = 5;

/** The first few of a list, with the number of all where there are more. */
export function listed(
  parts: readonly string[],
  phrases: Readonly<Record<string, string>>,
  count: number = parts.length,
): string {
  if (count <= SHOWN) return parts.join('；');
  return fill(phrases['list.more']!, { list: parts.slice(0, SHOWN).join('；'), count });
}
