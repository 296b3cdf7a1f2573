/**
 * A document that people have edited, held against what was exported: figures that say something else now, that are gone, that
 * came in by hand, and that the roll-up would tell differently today. Nothing but the file itself is needed for the first three.
 */
import { signOf } from '../../model/written.ts';
import type { DocumentData } from '../documents/data.ts';
import type { DocumentBinding } from '../documents/documents.ts';
import { problemsOf } from '../documents/problems.ts';
import { resolved } from '../documents/resolve.ts';
import { PaperProblem, readingPaper } from './problems.ts';
import { type PaperMark, type PaperParagraph, readPaper } from './reading.ts';
import { digitsIn, type Kept, type KeptBinding } from './tokens.ts';

export interface Checked {
  /** Figures that were exported. */
  readonly figures: number;
  readonly changed: readonly ChangedFigure[];
  readonly gone: readonly GoneFigure[];
  readonly added: readonly AddedSentence[];
  /** Null where no roll-up is at hand. */
  readonly stale: readonly StaleFigure[] | null;
}

export interface ChangedFigure {
  /** Null in words that are from elsewhere: what stood there is not kept. */
  readonly before: string | null;
  readonly after: string;
  /** Around it, as it reads now; of a table the line's beginning and the cell. */
  readonly sentence: string;
}

export interface GoneFigure {
  readonly text: string;
  /** Where the figure before it stands; '' where that is gone too. */
  readonly near: string;
}

/** Figures in it stand in no bookmark: nothing says where they come from. */
export interface AddedSentence {
  readonly sentence: string;
  readonly figures: readonly string[];
}

export interface StaleFigure {
  readonly text: string;
  /** What the roll-up tells now; null where it tells nothing of it. */
  readonly found: string | null;
  readonly sentence: string;
}

/** Throws PaperProblem. */
export function checkReport(file: Uint8Array, data: DocumentData | null): Checked {
  const { paragraphs, kept } = readingPaper(() => readPaper(file));
  if (kept === null) throw new PaperProblem('not_ours');
  const stood = stoodOf(paragraphs);
  const loose = paragraphs.map(looseIn);
  const texts = kept.map(({ name }) => whole(stood.get(name) ?? [], loose));
  const typedOver = typedOverIn({ kept, texts, stood, loose });
  const changed: ChangedFigure[] = [];
  const gone: GoneFigure[] = [];
  const stale: StaleFigure[] = [];
  const tellNow = data === null ? null : telling(data);
  for (const [at, one] of kept.entries()) {
    const places = stood.get(one.name);
    const replaced = typedOver.get(one.name);
    const found = replaced?.text ?? texts[at]!;
    const sentence = replaced?.sentence ?? (places ? sentenceOf(places[0]!.paragraph, places[0]!.from) : '');
    if (found === '') {
      if (one.of.what !== 'words') gone.push({ text: one.text, near: nearOf(at, kept, stood) });
    } else if (!agrees(one, found)) changed.push({ before: figureOf(one), after: found.trim(), sentence });
    const now = found === '' ? undefined : tellNow?.(one.of);
    if (now !== undefined && now !== one.text) stale.push({ text: one.text, found: now, sentence });
  }
  const figures = kept.filter(({ of }) => of.what !== 'words').length;
  return { figures, changed, gone, added: addedOf(loose), stale: data === null ? null : stale };
}

/** Of a bookmark: what of it stands where. */
interface Place extends PaperMark {
  readonly paragraph: PaperParagraph;
  /** Of the paragraph. */
  readonly index: number;
}

function stoodOf(paragraphs: readonly PaperParagraph[]): ReadonlyMap<string, readonly Place[]> {
  const stood = new Map<string, Place[]>();
  for (const [index, paragraph] of paragraphs.entries())
    for (const mark of paragraph.marks)
      stood.set(mark.name, [...(stood.get(mark.name) ?? []), { ...mark, paragraph, index }]);
  return stood;
}

/** Digits of a paragraph outside of bookmarks; taken off where they are found to belong to one. */
interface Loose {
  readonly paragraph: PaperParagraph;
  readonly tokens: Token[];
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const NUMBER = /\p{Nd}+(?:[.,，/:]\p{Nd}+)*[%％‰]?/gu;
/** Numbers of headings and attachments. */
const ORDINAL = /^\s*(?:附件[：:]?\s*\p{Nd}*[.．]?|\p{Nd}{1,2}[.．、](?!\p{Nd})|[（(]\p{Nd}{1,2}[）)])/u;

function looseIn(paragraph: PaperParagraph): Loose {
  const { text, marks } = paragraph;
  const ordinal = ORDINAL.exec(text)?.[0].length ?? 0;
  // What is bound is blanked out, so that half of a number beside it counts by itself.
  let rest = ' '.repeat(ordinal) + text.slice(ordinal);
  for (const { from, to } of marks) rest = rest.slice(0, from) + '\u0000'.repeat(to - from) + rest.slice(to);
  const tokens = [...rest.matchAll(NUMBER)].map(({ 0: token, index }) => ({
    text: token,
    from: index,
    to: index + token.length,
  }));
  return { paragraph, tokens };
}

/** With digits that touch it: who types at the end of a bookmark writes beside it. */
function whole(places: readonly Place[], loose: readonly Loose[]): string {
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return '';
  const take = (index: number, touches: (token: Token) => boolean): string => {
    const { tokens } = loose[index]!;
    const at = tokens.findIndex(touches);
    return at < 0 ? '' : tokens.splice(at, 1)[0]!.text;
  };
  const before = take(first.index, ({ to }) => to === first.from);
  const after = take(last.index, ({ from }) => from === last.to);
  return before + places.map(({ paragraph, from, to }) => paragraph.text.slice(from, to)).join('') + after;
}

interface Compared {
  readonly kept: readonly Kept[];
  /** Of each; '' for one that is gone. */
  readonly texts: readonly string[];
  readonly stood: ReadonlyMap<string, readonly Place[]>;
  readonly loose: readonly Loose[];
}

/** Where bookmarks went with what was typed over them: as many numbers between those before and behind stand for them. */
function typedOverIn({ kept, texts, stood, loose }: Compared) {
  const typed = new Map<string, { readonly text: string; readonly sentence: string }>();
  for (let at = 0; at < kept.length; at++) {
    if (texts[at] !== '') continue;
    const from = at;
    while (at + 1 < kept.length && texts[at + 1] === '') at++;
    const lost = kept.slice(from, at + 1);
    const before = from > 0 ? stood.get(kept[from - 1]!.name)?.at(-1) : undefined;
    const behind = at + 1 < kept.length ? stood.get(kept[at + 1]!.name)?.[0] : undefined;
    const between = looseBetween(before, behind, loose);
    if (between.length !== lost.length || lost.some(({ of }) => of.what === 'words')) continue;
    for (const [index, { one, token }] of between.entries()) {
      one.tokens.splice(one.tokens.indexOf(token), 1);
      typed.set(lost[index]!.name, { text: token.text, sentence: sentenceOf(one.paragraph, token.from) });
    }
  }
  return typed;
}

/** Farther away it is not the same place any more. */
const farthest = 12;

function looseBetween(before: Place | undefined, behind: Place | undefined, loose: readonly Loose[]) {
  const first = before?.index ?? Math.max(0, (behind?.index ?? 0) - farthest);
  const last = behind?.index ?? Math.min(loose.length - 1, first + farthest);
  if (last - first > farthest) return [];
  return loose.slice(first, last + 1).flatMap((one, at) =>
    one.tokens
      .filter(({ from, to }) => {
        const isBehind = before?.index !== first + at || from >= before.to;
        return isBehind && (behind?.index !== first + at || to <= behind.from);
      })
      .map((token) => ({ one, token })),
  );
}

const figureOf = ({ text, of }: Kept): string | null => (of.what === 'words' ? null : text);

function agrees({ text, of }: Kept, found: string): boolean {
  return of.what === 'words' ? digitsIn(found) === text : plain(found) === plain(text);
}

/** Programs differ in blanks and widths of characters. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

function nearOf(at: number, kept: readonly Kept[], stood: ReadonlyMap<string, readonly Place[]>): string {
  const place = at > 0 ? stood.get(kept[at - 1]!.name)?.at(-1) : undefined;
  return place ? sentenceOf(place.paragraph, place.from) : '';
}

function addedOf(loose: readonly Loose[]): readonly AddedSentence[] {
  return loose.flatMap(({ paragraph, tokens }) => {
    const sentences = new Map<string, string[]>();
    for (const { text, from } of tokens) {
      const sentence = sentenceOf(paragraph, from);
      sentences.set(sentence, [...(sentences.get(sentence) ?? []), text]);
    }
    return [...sentences].map(([sentence, figures]) => ({ sentence, figures }));
  });
}

function sentenceOf({ text, row }: PaperParagraph, at: number): string {
  const from = Math.max(...['。', '；', '！', '？'].map((end) => text.lastIndexOf(end, at - 1))) + 1;
  const ends = ['。', '；', '！', '？'].map((end) => text.indexOf(end, at)).filter((end) => end >= 0);
  const sentence = text.slice(from, ends.length > 0 ? Math.min(...ends) + 1 : undefined).trim();
  return row === null ? sentence : `${row}：${sentence}`;
}

/** What the roll-up tells now: null for nothing, undefined where what is asked for is not known there. */
function telling(data: DocumentData): (of: KeptBinding) => string | null | undefined {
  let signs: ReadonlyMap<string, string> | null = null;
  return (of) => {
    // Days that people set for the paper are no matter of the roll-up.
    if (of.what === 'words' || (of.what === 'day' && (of.of === 'signed' || of.of === 'rectify'))) return undefined;
    signs ??= signsOf(data);
    const binding = unsealed(of, signs);
    if (binding === null) return null;
    try {
      return resolved(binding, data);
    } catch (error) {
      // The list is the file's: what it asks for need not be a question of ours.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
}

/** Null where a word of it stands nowhere in the roll-up. */
function unsealed(of: KeptBinding, signs: ReadonlyMap<string, string>): DocumentBinding | null {
  let isWhole = true;
  const open = (_: string, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('~')) return value;
    const word = signs.get(value.slice(1));
    isWhole &&= word !== undefined;
    return word;
  };
  const binding = JSON.parse(JSON.stringify(of), open) as DocumentBinding;
  return isWhole ? binding : null;
}

/** Every word of the roll-up and of what is behind it, by its sign. */
function signsOf(data: DocumentData): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') signs.set(signOf(value), value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) add(one);
  };
  add(data.rollup);
  add([...data.evaluations.values()]);
  add(problemsOf(data));
  return signs;
}
