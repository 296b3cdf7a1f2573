/** What the parse of a cell explains of its text, for whoever may only pass on that. */
import { LEFT_OVER } from '../model/tokens.ts';
import type { Catalogue, FieldDef } from '../model.ts';
import { readDate } from './dates.ts';
import { knownWithin } from './explained.ts';
import { explainedDate, explainedFigure } from './figures.ts';
import { readFlag } from './flags.ts';
import { meaningsOf } from './headings.ts';

import { vocabularyOf } from './vocabulary.ts';
import { readWords } from './words.ts';

export interface Explained {
  /** All of it, where nothing is left over; else the explained parts with 〔〕 for the rest. */
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * Of a cell that is read as yes or no, a word of a list, a figure or a day; null for fields of text. It is read as the cell
 * itself is. `standIn` takes the place of the names of places.
 */
export function explain(
  text: string,
  field: FieldDef,
  catalogue: Catalogue,
  standIn: (place: string) => string,
): Explained | null {
  const { writings } = catalogue;
  switch (field.type) {
    case 'boolean': {
      const { known } = readFlag(text, writings);
      return { text: known || text, isWhole: known === '' };
    }
    case 'count':
    case 'amount':
    case 'ratio':
      return told(text, explainedFigure(text, field, writings));
    case 'date':
      return told(text, explainedDate(text, writings));
    case 'code':
    case 'codes':
      return wordsOf(text, field, catalogue, standIn);
    default:
      // Beside the days of a list.
      if (field.key === 'month' || field.key === 'year') return told(text, explainedDate(text, writings));
      // 中心2个、站1个.
      return field.inner?.every(({ words }) => !words.includes('uscc'))
        ? told(text, explainedFigure(text, field, writings))
        : null;
  }
}

/** Whether the text as a whole is a heading of some table. */
export function isHeading(text: string, catalogue: Catalogue): boolean {
  return meaningsOf(vocabularyOf(catalogue), text).length > 0;
}

/** Headings that stand inside a text, in whatever table. */
export function headingsIn(text: string, catalogue: Catalogue): readonly string[] {
  return knownWithin(vocabularyOf(catalogue), text);
}

/** How well a day can be read: not at all, in two ways or in part, or as it stands. */
export function dayCheck(
  cell: string | number,
  date1904: boolean,
  { writings }: Catalogue,
): 'invalid' | 'lossy' | null {
  const raw = typeof cell === 'string' ? explainedDate(cell, writings) : cell;
  const { span, issue } = readDate(raw, { date1904, years: null, month: null, year: null, writings });
  return span === null ? 'invalid' : issue === null ? null : 'lossy';
}

function told(text: string, explained: string): Explained {
  const isWhole = !explained.includes(LEFT_OVER);
  return { text: isWhole ? text : explained, isWhole };
}

function wordsOf(
  text: string,
  field: FieldDef,
  catalogue: Catalogue,
  standIn: (place: string) => string,
): Explained | null {
  const book = field.list === undefined ? undefined : vocabularyOf(catalogue).books.get(field.list);
  if (!book) return null;
  const { segments, known } = readWords(text, book, catalogue.writings, field.type === 'codes');
  if (known !== '') return { text: known, isWhole: false };
  const named = segments.map((each) => (each.is === 'place' ? { ...each, text: standIn(each.text) } : each));
  return {
    text: named.some(({ is }) => is === 'place') ? named.map((each) => each.text).join('') : text,
    isWhole: true,
  };
}
