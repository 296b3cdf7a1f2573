/** What the parse of a cell explains of its text, for whoever may only pass on that. */
import type { Catalogue, FieldDef } from '../model.ts';
import { readFlag } from './flags.ts';
import { vocabularyOf } from './vocabulary.ts';
import { readWords } from './words.ts';

export interface Explained {
  /** All of it, where nothing is left over; else the explained parts with 〔〕 for the rest. */
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * Of a cell that is read strictly: yes or no, or a word of a strict list; null for every other field. It is read as the cell
 * itself is. `standIn` takes the place of the names of places.
 */
export function explain(
  text: string,
  field: FieldDef,
  catalogue: Catalogue,
  standIn: (place: string) => string,
): Explained | null {
  if (field.type === 'boolean') {
    const { known } = readFlag(text, catalogue.writings);
    return { text: known || text, isWhole: known === '' };
  }
  const book = field.list === undefined ? undefined : vocabularyOf(catalogue).books.get(field.list);
  if (book?.list.silent === undefined) return null;
  const { segments, known } = readWords(text, book, catalogue.writings, field.type === 'codes');
  if (known !== '') return { text: known, isWhole: false };
  const named = segments.map((each) => (each.is === 'place' ? { ...each, text: standIn(each.text) } : each));
  return {
    text: named.some(({ is }) => is === 'place') ? named.map((each) => each.text).join('') : text,
    isWhole: true,
  };
}
