/** What a paper says in the order of reading, in pieces that can be held against each other: sentences, and cells of rows. */
import { signOf } from '../../model/written.ts';
import { PaperProblem } from './problems.ts';
import type { PaperCell, PaperMark, PaperParagraph } from './stories.ts';
import { digitsIn, type Kept } from './tokens.ts';

/** A paragraph, or the row of a table. */
export interface Line {
  readonly isRow: boolean;
  /** Counted through the part; null for a paragraph. */
  readonly table: number | null;
  /** Sentences of a paragraph; cells of a row, also empty ones. */
  readonly units: readonly Unit[];
}

export interface Unit {
  /** As it reads, with the blanks between lines of a cell. */
  readonly text: string;
  readonly marks: readonly PaperMark[];
  /** Of the text without its number; blanks and widths of characters make no difference. */
  readonly sign: string;
  readonly paragraph: PaperParagraph;
  /** It begins its paragraph, where a number may stand in front; never of a cell. */
  readonly isFirst: boolean;
}

/** By name. */
export type KeptByName = ReadonlyMap<string, Kept>;

/** Of one paper; a city of a thousand units has a tenth of it. */
const mostUnits = 300_000;

/** Without those that hold nothing. Throws PaperProblem. */
export function linesOf(paragraphs: readonly PaperParagraph[], kept: KeptByName): readonly Line[] {
  const lines: { isRow: boolean; table: number | null; units: Unit[] }[] = [];
  let count = 0;
  for (let at = 0, row = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]!;
    const { cell } = paragraph;
    if (cell === null) {
      const units = [...sentencesOf(paragraph, kept)];
      if (units.length > 0) lines.push({ isRow: false, table: null, units });
      count += units.length;
    } else {
      if (cell.row !== row) lines.push({ isRow: true, table: cell.table, units: [] });
      row = cell.row;
      const from = at;
      while (isWithin(paragraphs[at + 1], cell)) at++;
      lines
        .at(-1)!
        .units.push(unitOf({ ...together(paragraphs.slice(from, at + 1)), paragraph, isFirst: false }, kept));
      count++;
    }
    if (count > mostUnits) throw new PaperProblem('too_many');
  }
  return lines;
}

const isWithin = (paragraph: PaperParagraph | undefined, { row, column }: PaperCell): boolean =>
  paragraph?.cell?.row === row && paragraph.cell.column === column;

const ENDS = /[。；！？]/g;

function sentencesOf(paragraph: PaperParagraph, kept: KeptByName): readonly Unit[] {
  const { text } = paragraph;
  const ends = [...[...text.matchAll(ENDS)].map(({ index }) => index + 1), text.length];
  const byEnd = marksByEnd(paragraph.marks, ends);
  let from = 0;
  return ends.flatMap((to, at) => {
    const begin = from;
    from = to;
    const part = text.slice(begin, to);
    if (plain(part) === '') return [];
    const marks = byEnd[at]!.map((mark) => ({
      name: mark.name,
      from: Math.max(0, mark.from - begin),
      to: Math.min(to, mark.to) - begin,
    }));
    return [unitOf({ text: part, marks, paragraph, isFirst: begin === 0 }, kept)];
  });
}

/** Each to the sentences that it stands in. */
function marksByEnd(marks: readonly PaperMark[], ends: readonly number[]): readonly (readonly PaperMark[])[] {
  const all = ends.map((): PaperMark[] => []);
  let left = mostOverlapping(marks.length);
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.from - other.from)) {
    while (at < ends.length - 1 && ends[at]! <= mark.from && mark.from < mark.to) at++;
    while (at < ends.length - 1 && ends[at]! < mark.from) at++;
    for (let one = at; one < ends.length; one++) {
      if (left-- === 0) throw new PaperProblem('too_many');
      all[one]!.push(mark);
      if (mark.to <= ends[one]!) break;
    }
  }
  return all;
}

/** Of a cell. */
function together(paragraphs: readonly PaperParagraph[]): Pick<Unit, 'text' | 'marks'> {
  let moved = 0;
  const marks = paragraphs.flatMap((one) => {
    const before = moved;
    moved += one.text.length + 1;
    return one.marks.map(({ name, from, to }) => ({ name, from: from + before, to: to + before }));
  });
  return { text: paragraphs.map(({ text }) => text).join(' '), marks };
}

/** Bookmarks of ours lie one behind the other; who lays them over each other has the same words read once for each. */
const mostOverlapping = (length: number) => 16 * length + 10_000;

function unitOf(one: Omit<Unit, 'sign'>, kept: KeptByName): Unit {
  if (one.marks.reduce((sum, { from, to }) => sum + to - from, 0) > mostOverlapping(one.text.length))
    throw new PaperProblem('too_many');
  const marks = [...one.marks].sort((mark, other) => mark.from - other.from);
  return { ...one, marks, sign: signOfWords({ ...one, marks }, kept) };
}

/** Numbers of headings, attachments and lists; they change with what stands before them. */
const ORDINAL =
  /^\s*(?:附件\s*(?:\p{Nd}{1,2}\s*$|[：:]\s*(?:\p{Nd}{1,2}[.．])?)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\p{Nd}{1,2}[.．、](?!\p{Nd})|[（(]\p{Nd}{1,2}[）)])/u;

/** Length of what is no more than a number in front. */
export function ordinalIn({ text, marks, isFirst }: Pick<Unit, 'text' | 'marks' | 'isFirst'>): number {
  const length = isFirst ? (ORDINAL.exec(text)?.[0].length ?? 0) : 0;
  return marks.some(({ from, to }) => from < length && to > from) ? 0 : length;
}

/**
 * Sixteen bits: enough to see that something was edited, too few to find out from them what was struck out. For the same reason
 * of digits of quoted words only how many there are counts; what became of them `digitsIn` tells.
 */
export function signOfWords(unit: Pick<Unit, 'text' | 'marks' | 'isFirst'>, kept: KeptByName): string {
  const ordinal = ordinalIn(unit);
  let text = '';
  let at = ordinal;
  for (const { name, from, to } of unit.marks) {
    if (from < at || kept.get(name)?.of.what !== 'words') continue;
    text += unit.text.slice(at, from) + unit.text.slice(from, to).replace(/\p{Nd}/gu, '#');
    at = to;
  }
  text += unit.text.slice(at);
  // The last bit says whether there is any digit: who writes a number where none was is always seen.
  const sign = Number.parseInt(shortSign(plain(text)), 16);
  return hex((sign & 0xfffe) | (DIGIT.test(unit.text.slice(ordinal)) ? 1 : 0));
}

const DIGIT = /\p{Nd}/u;
const hex = (sign: number) => sign.toString(16).padStart(4, '0');

/** Whether what has the sign of a sentence of ours has its figures too. */
export function hasFigures({ marks }: KeptUnit, unit: Pick<Unit, 'text' | 'marks'>, kept: KeptByName): boolean {
  const stand = new Set(unit.marks.map(({ name }) => name));
  const lost = marks.filter((name) => !stand.has(name) && kept.get(name)?.of.what !== 'words');
  if (lost.length === 0) return true;
  const text = plain(unit.text);
  if (lost.length * text.length > mostSought) return false;
  return lost.every((name) => text.includes(plain(kept.get(name)!.text)));
}

/** Characters, in one sentence; what is not sought is told as edited. */
const mostSought = 2_000_000;

/** Of plain text. */
export const shortSign = (text: string): string => hex(Number.parseInt(signOf(text), 36) % 0x10000);

/** Programs and people differ in blanks, widths of characters, and signs between thousands. */
export function plain(text: string): string {
  const plainer = text.normalize('NFKC').replace(/\s+/g, '');
  return plainer.includes(',')
    ? plainer.replace(THOUSANDS, (_, before, number) => before + number.replaceAll(',', ''))
    : plainer;
}

const THOUSANDS = /(^|[^\d.,])(\d{1,3}(?:,\d{3})+)(?![\d,])/g;

export function agrees({ text, of }: Kept, found: string): boolean {
  return of.what === 'words' ? digitsIn(found) === text : plain(found) === plain(text);
}

/** What of a line is kept with the paper. */
export interface KeptLine {
  readonly isRow: boolean;
  readonly table: number | null;
  readonly units: readonly KeptUnit[];
}

export interface KeptUnit {
  readonly sign: string;
  /** Names of the bookmarks in it. */
  readonly marks: readonly string[];
}

/** Only bookmarks of the list count, each once. */
export function keptLines(lines: readonly Line[], kept: KeptByName): readonly KeptLine[] {
  return lines.map(({ isRow, table, units }) => ({
    isRow,
    table,
    units: units.map(({ sign, marks }) => ({
      sign,
      marks: [...new Set(marks.flatMap(({ name }) => (kept.has(name) ? [name] : [])))],
    })),
  }));
}
