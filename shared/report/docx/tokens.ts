/** Names of bookmarks: they tell what a figure says to whoever looks, and number it for the list that the file carries. */
import type { Bound, DocumentBinding } from '../documents/documents.ts';

/** A figure as it was written, and what it says. */
export interface Kept {
  readonly name: string;
  readonly text: string;
  readonly of: DocumentBinding;
}

/** Gives each figure of one document a name: Word takes 40 characters, letters first. */
export function bookmarks(): { readonly nameOf: (figure: Bound) => string; readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  return {
    kept,
    nameOf({ figure, of }) {
      const name = `ssld_${kept.length + 1}_${saying(of)}`.slice(0, 40);
      kept.push({ name, text: figure, of });
      return name;
    },
  };
}

export const isOurs = (name: string) => /^ssld_\d+_/.test(name);

function saying(of: DocumentBinding): string {
  const inner = of.what === 'inUnit' ? of.of : of;
  return [inner.what, 'indicator' in inner ? inner.indicator : ''].filter((part) => part !== '').join('_');
}
