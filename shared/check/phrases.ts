/** Fills the templates of the catalogue; all prose lives there. */

export type Words = Readonly<Record<string, string | number | null | undefined>>;

/** Puts `words` in the places of `{name}`; a place without a word stays empty. */
export function fill(template: string, words: Words): string {
  let text = '';
  let from = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    text += template.slice(from, open) + (words[template.slice(open + 1, close)] ?? '');
    from = close + 1;
  }
  return text + template.slice(from);
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
