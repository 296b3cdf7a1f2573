/**
 * A document that people have edited, held against what was exported: figures that say something else now, numbers that came in by
 * hand, what is gone, sentences whose words are others, and what the roll-up would tell differently today. Nothing but the file
 * itself is needed for all but the last; with the roll-up at hand an edited sentence is shown as it was.
 */
import { trimmedEnd } from '../../model/trims.ts';
import { modeWords } from '../../model/words.ts';
import type { DocumentData } from '../documents/data.ts';
import { wasOf } from './as-made.ts';
import { textsBeside } from './beside.ts';
import type { Carried } from './carried.ts';
import { chartEdits } from './chart-checks.ts';
import { compared } from './comparing.ts';
import { editsOf, numbersIn, spansIn } from './edits.ts';
import { agrees, type KeptByName, type Line, linesOf, plain, signOfWords } from './lines.ts';
import type { Gone, KeptPlace, Pair, Place } from './pairs.ts';
import { readingPaper } from './problems.ts';
import { otherKinds, type PaperRead, readPaper } from './reading.ts';
import { type Spot, spotsOf } from './spots.ts';
import { telling } from './telling.ts';

export type { Spot };

export interface Checked {
  /** Figures that were exported. */
  readonly figures: number;
  /** 数字改了. */
  readonly changed: readonly ChangedFigure[];
  /** 没有来源的数字: numbers that came into a sentence of ours. */
  readonly unsourced: readonly NumbersAt[];
  /** 新加的带数字的句子. */
  readonly added: readonly NumbersAt[];
  /** 删掉的. */
  readonly gone: readonly GonePart[];
  /** 改过文字的句子. */
  readonly reworded: readonly RewordedSentence[];
  /** Null where no roll-up is at hand. */
  readonly stale: readonly StaleFigure[] | null;
  /** Findings beyond those that are listed: of each kind the first few thousand are. */
  readonly unlisted: number;
  /** What is not checked, and how changes that are not accepted were read: whole sentences. */
  readonly notes: readonly string[];
}

interface Sentence {
  readonly at: Spot;
  /** As it was made; null where the roll-up is not at hand, or tells it differently by now. */
  readonly was: string | null;
}

export interface ChangedFigure extends Sentence {
  /** Null in words that are from elsewhere: what stood there is not kept. */
  readonly before: string | null;
  readonly after: string;
  /** Other words of the sentence were edited as well. */
  readonly isReworded: boolean;
}

export interface NumbersAt extends Sentence {
  readonly numbers: readonly string[];
}

export interface GonePart {
  readonly figures: readonly string[];
  /** Sentences, or a row of a table, that are gone as a whole; 0 where only figures of one are. */
  readonly sentences: number;
  readonly isRow: boolean;
  /** What stands before it now, or around it; null at the beginning. */
  readonly at: Spot | null;
  readonly was: string | null;
  readonly isReworded: boolean;
}

export interface RewordedSentence extends Sentence {
  /** 改过 · 新加 · 移到别的标题下面 · 移到别的段或表里 · 看不见或划掉的文字. */
  readonly kind: 'edited' | 'added' | 'moved' | 'displaced' | 'hidden';
}

export interface StaleFigure {
  readonly text: string;
  /** What the roll-up tells now; null where it tells nothing of it. */
  readonly found: string | null;
  readonly at: Spot;
}

/** `dataFor` what a paper is told from where it is public, or is not; null where no roll-up is at hand. Throws PaperProblem. */
export function checkReport(file: Uint8Array, dataFor: ((isPublic: boolean) => DocumentData) | null): Checked {
  const read = readingPaper(() => readPaper(file));
  const { carried } = read;
  const atHand = dataFor?.(carried.isPublic) ?? null;
  const isOther = atHand !== null && atHand.rollup.mode !== carried.mode;
  // What is told of the other evaluation is no change of this one.
  const data = isOther ? null : atHand;
  const kept: KeptByName = new Map(carried.kept.map((one) => [one.name, one]));
  const now = withoutContents(linesOf(read.main.paragraphs, kept));
  const comparison = compared(carried.lines, now, kept);
  const spotOf = spotsOf(now);
  const was = wasOf(carried, data);
  const found: Found = { changed: [], unsourced: [], added: [], gone: [], reworded: [] };
  const tries = { left: mostTries };
  for (const pair of comparison.pairs) edited({ pair, kept, tries, spotOf, was, found });
  wordsIn(comparison.pairs, { carried, kept, spotOf, was, found });
  for (const place of comparison.added) addedIn(place, spotOf, found);
  for (const one of comparison.gone) found.gone.push(goneOf(one, kept, spotOf, was));
  for (const place of comparison.moved) found.reworded.push({ kind: 'moved', at: spotOf(place), was: null });
  for (const place of comparison.displaced) found.reworded.push({ kind: 'displaced', at: spotOf(place), was: null });
  besideIn(read, found);
  chartsIn(read, found);
  return {
    figures: carried.kept.filter(({ of }) => of.what !== 'words').length,
    ...listed(found),
    stale: data && staleOf({ pairs: comparison.pairs, kept, spotOf, data }).slice(0, mostListed),
    unlisted: Object.values(found).reduce((sum, all) => sum + Math.max(0, all.length - mostListed), 0),
    notes: [
      ...(isOther ? [otherText(carried, atHand)] : []),
      ...(data && carried.isPublic ? ['公开版里没有记下哪个数是哪个单位的：各单位的数没有和汇总对照。'] : []),
      ...notesOf(read),
    ],
  };
}

/** Of each kind; of a paper that is another one altogether nobody reads on. */
const mostListed = 5000;

const listed = ({ changed, unsourced, added, gone, reworded }: Found): Found => ({
  changed: changed.slice(0, mostListed),
  unsourced: unsourced.slice(0, mostListed),
  added: added.slice(0, mostListed),
  gone: gone.slice(0, mostListed),
  reworded: reworded.slice(0, mostListed),
});

interface Found {
  readonly changed: ChangedFigure[];
  readonly unsourced: NumbersAt[];
  readonly added: NumbersAt[];
  readonly gone: GonePart[];
  readonly reworded: RewordedSentence[];
}

/** Of a whole file: places that a figure which is gone is put in to see whether anything else was edited. */
const mostTries = 20_000;

interface Finding {
  readonly kept: KeptByName;
  readonly spotOf: (place: Place) => Spot;
  readonly was: (place: KeptPlace) => string | null;
  readonly found: Found;
}

interface OfPair extends Finding {
  readonly pair: Pair;
  readonly tries: { left: number };
}

interface OfWords extends Finding {
  readonly carried: Carried;
}

function edited({ pair, kept, tries, spotOf, was, found }: OfPair): void {
  const { made, now } = pair;
  if (pair.isSame) return;
  const { changed, gone, loose, isReworded } = editsOf(made.unit, now.unit, kept, tries);
  const sentence = { at: spotOf(now), was: was(made) };
  for (const one of changed) found.changed.push({ ...one, ...sentence, isReworded });
  if (gone.length > 0) found.gone.push({ figures: gone, sentences: 0, isRow: false, ...sentence, isReworded });
  if (loose.length > 0) found.unsourced.push({ numbers: loose, ...sentence });
  if (changed.length + gone.length + loose.length === 0 && isReworded)
    found.reworded.push({ kind: 'edited', ...sentence });
}

/** Digits of quoted words are in no sign, and the words may run on through some sentences: those that all still stand are looked at. */
function wordsIn(pairs: readonly Pair[], { carried, kept, spotOf, was, found }: OfWords): void {
  const parts = new Map<string, { pair: Pair; text: string; count: number }>();
  for (const pair of pairs) {
    const spans = spansIn(pair.now.unit);
    for (const name of pair.made.unit.marks) {
      const span = spans.get(name);
      if (kept.get(name)!.of.what !== 'words' || !span) continue;
      const text = pair.now.unit.text.slice(span.from, span.to);
      const before = parts.get(name);
      parts.set(name, {
        pair: before?.pair ?? pair,
        text: (before?.text ?? '') + text,
        count: (before?.count ?? 0) + 1,
      });
    }
  }
  const counts = new Map<string, number>();
  for (const { units } of carried.lines)
    for (const { marks } of units) for (const name of marks) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, { pair, text, count }] of parts)
    if (count >= counts.get(name)! && !agrees(kept.get(name)!, text))
      found.changed.push({
        before: null,
        after: text.trim(),
        isReworded: false,
        at: spotOf(pair.now),
        was: was(pair.made),
      });
}

function addedIn(place: Place, spotOf: Finding['spotOf'], found: Found): void {
  const numbers = numbersIn(place.unit);
  if (numbers.length > 0) found.added.push({ numbers, at: spotOf(place), was: null });
  else if (plain(place.unit.text) !== '') found.reworded.push({ kind: 'added', at: spotOf(place), was: null });
}

function goneOf(
  { made, isRow, after }: Gone,
  kept: KeptByName,
  spotOf: Finding['spotOf'],
  was: Finding['was'],
): GonePart {
  const figures = made.flatMap(({ unit }) =>
    unit.marks.flatMap((name) => (kept.get(name)!.of.what === 'words' ? [] : [kept.get(name)!.text])),
  );
  const texts = made.map(was);
  return {
    figures,
    sentences: isRow ? 1 : made.length,
    isRow,
    at: after && spotOf(after),
    was: texts.includes(null) ? null : texts.join(isRow ? '｜' : ''),
    isReworded: false,
  };
}

/** Headers, footers, notes, comments, and what is not seen: there is no order in them to be held against. */
function besideIn({ main, others, carried }: PaperRead, found: Found): void {
  const known = new Set(carried.others);
  const told = new Set<string>();
  for (const { kind, story } of [...others, { kind: null, story: main }])
    for (const { text, sign, isHidden } of textsBeside(story, kind === null)) {
      if (known.has(sign) || told.has(sign)) continue;
      told.add(sign);
      const at: Spot = { part: kind === null ? '' : otherKinds[kind], paragraph: '', sentence: text.trim() };
      const numbers = numbersIn({ text, marks: [], isFirst: false });
      if (isHidden) found.reworded.push({ kind: 'hidden', at, was: null });
      else if (numbers.length > 0) found.added.push({ numbers, at, was: null });
      // Remarks are no text of the paper.
      else if (kind !== 'comments') found.reworded.push({ kind: 'added', at, was: null });
    }
}

/** A table of contents says the headings again. */
function withoutContents(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ units }) => units[0]?.paragraph.isListed)) return lines;
  const said = new Set(
    lines.flatMap(({ units }) => units.flatMap(({ paragraph, sign }) => (paragraph.isListed ? [] : [sign]))),
  );
  const isSaid = ({ text }: { readonly text: string }) =>
    said.has(signOfWords({ text: withoutPage(text), marks: [], isFirst: true }, new Map()));
  return lines.filter(({ units }) => !units.every((unit) => unit.paragraph.isListed && isSaid(unit)));
}

/** Without what leads to its page, and that. */
function withoutPage(line: string): string {
  const text = line.trimEnd();
  const page = /\p{Nd}{1,3}$/u.exec(text.slice(-3))?.[0];
  return page === undefined ? line : trimmedEnd(text.slice(0, -page.length), /[\s.…·]/);
}

function chartsIn({ charts, carried }: PaperRead, found: Found): void {
  const { changed, renamed, gone, added, typed } = chartEdits(carried.charts, charts, carried.otherCharts);
  const at = (where: string, sentence = ''): Spot => ({ part: where, paragraph: '', sentence });
  for (const { before, after, where } of changed)
    found.changed.push({ before, after, isReworded: false, at: at(where), was: null });
  for (const { where, what } of renamed) found.reworded.push({ kind: 'edited', at: at(where, what), was: null });
  for (const { where, points } of gone)
    found.gone.push({
      figures: [`${where}（${points}组数）`],
      sentences: 0,
      isRow: false,
      at: null,
      was: null,
      isReworded: false,
    });
  if (added > 0) found.added.push({ numbers: [`${added}幅图`], at: at('图'), was: null });
  for (const { where, text } of typed) {
    const numbers = numbersIn({ text, marks: [], isFirst: false });
    if (numbers.length > 0) found.added.push({ numbers, at: at(where, text), was: null });
    else found.reworded.push({ kind: 'added', at: at(where, text), was: null });
  }
}

const otherText = ({ mode }: Carried, { rollup }: DocumentData): string =>
  `这份是${modeWords[mode]}的，现在汇总的是${modeWords[rollup.mode]}：只核对了导出以后的改动，没有和汇总对照。要对照的，请先把汇总换成${modeWords[mode]}。`;

function notesOf({ isTracked, isPasted, numbering, main, carried }: PaperRead): readonly string[] {
  const pictures = main.pictures - carried.pictures;
  return [
    ...(isTracked ? ['里面有没有接受的修订，按全部接受以后的样子核对。'] : []),
    ...(pictures > 0 ? [`放进去了${pictures}张图片或别的对象，里面的字和数没有核对。`] : []),
    ...(main.isAmbiguous && !carried.isAmbiguous ? ['有的图形在旧版 Word 里显示另外的字，那些字没有核对。'] : []),
    ...(main.pageFields > carried.pageFields ? ['正文里插了页码一类的域，域里的数没有核对。'] : []),
    ...(numbering.length > 0
      ? [
          `自动编号里有文字（${numbering
            .slice(0, 3)
            .map((text) => `“${text.trim().slice(0, 20)}”`)
            .join('、')}），没有核对。`,
        ]
      : []),
    ...(isPasted ? ['插进去了整份别的文件，里面的字和数没有核对。'] : []),
  ];
}

interface Standing {
  readonly pairs: readonly Pair[];
  readonly kept: KeptByName;
  readonly spotOf: Finding['spotOf'];
  readonly data: DocumentData;
}

function staleOf({ pairs, kept, spotOf, data }: Standing): readonly StaleFigure[] {
  const tellNow = telling(data);
  return pairs.flatMap(({ made, now }) =>
    made.unit.marks.flatMap((name) => {
      const one = kept.get(name)!;
      const found = now.unit.marks.some((mark) => mark.name === name) ? tellNow(one.of) : undefined;
      return found === undefined || found === one.text ? [] : [{ text: one.text, found, at: spotOf(now) }];
    }),
  );
}
