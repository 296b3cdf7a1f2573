/** Boxes and ticks in a cell: which of the printed options was chosen. What is printed is never what was ticked. */
import type { Writings } from '../model.ts';

export interface Option {
  readonly isTicked: boolean;
  readonly text: string;
}

/**
 * Options of a cell with boxes, in order. `options` is null where it cannot be told whether the boxes stand before or behind
 * their words.
 */
export interface Options {
  /** The text with every box drawn as one of two signs. */
  readonly drawn: string;
  readonly options: readonly Option[] | null;
}

interface Box {
  readonly at: number;
  readonly end: number;
  readonly isTicked: boolean;
}

// U+00A8, an empty box in Wingdings, as normalisation leaves it.
const WINGDINGS_BOX = / ?\u0308/g;
// Letters that Wingdings draws as boxes: only beside each other or another box, before a Chinese word or behind one.
const LETTER_BOX = /(?<![A-Za-z])[Ro](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[Ro](?![A-Za-z])|[£þ]/g;
const PLAIN_OPTIONS =
  /^\s*(?:[Ro][\u4e00-\u9fff]+(?:\s+[Ro][\u4e00-\u9fff]+)+|[\u4e00-\u9fff]+[Ro](?:\s+[\u4e00-\u9fff]+[Ro])+)\s*$/;

const patterns = new WeakMap<Writings, RegExp>();

/** A sign by itself, or between brackets; an empty pair of brackets is an empty box. */
function patternOf(writings: Writings): RegExp {
  let pattern = patterns.get(writings);
  if (!pattern) {
    const [ticked, unticked] = [writings.ticked, writings.unticked].map(escaped);
    pattern = new RegExp(
      `[[(【]\\s*(?:[${ticked}xX]\\s*)?[\\])】]|(?![○](?<=[一二三四五六七八九].))[${ticked}${unticked}]`,
      'gu',
    );
    patterns.set(writings, pattern);
  }
  return pattern;
}

function escaped(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}

/** Null for a text without boxes. `text` is clean. */
export function optionsIn(text: string, writings: Writings): Options | null {
  if (text.length < 2) return null;
  const drawn = text.replace(WINGDINGS_BOX, '□');
  const boxes = boxesIn(drawn, writings);
  if (boxes.length === 0) return null;
  if (boxes.length === 1 && boxes[0]!.end - boxes[0]!.at === drawn.length) return alone(boxes[0]!);
  const side = sideOf(drawn, boxes);
  if (side === null) return { drawn: redrawn(drawn, boxes), options: null };
  const options = boxes.map(({ at, end, isTicked }, i) => {
    const from = side === 'before' ? end : (boxes[i - 1]?.end ?? 0);
    const to = side === 'before' ? (boxes[i + 1]?.at ?? drawn.length) : at;
    return { isTicked, text: drawn.slice(from, to).trim() };
  });
  return { drawn: redrawn(drawn, boxes), options };
}

function redrawn(text: string, boxes: readonly Box[]): string {
  let drawn = '';
  let end = 0;
  for (const box of boxes) {
    drawn += text.slice(end, box.at) + (box.isTicked ? '☑' : '□');
    end = box.end;
  }
  return drawn + text.slice(end);
}

/** [√] or ( ) and nothing else: chosen, or not. */
function alone({ isTicked }: Box): Options {
  return { drawn: isTicked ? '☑' : '□', options: [{ isTicked, text: isTicked ? TICK : '' }] };
}

const TICK = '√';

function boxesIn(text: string, writings: Writings): readonly Box[] {
  const isTicked = (sign: string) => [...sign].some((each) => writings.ticked.includes(each) || /[xXRþ]/.test(each));
  const found = [...text.matchAll(patternOf(writings))];
  const letters = [...text.matchAll(LETTER_BOX)];
  const hasBoxes = found.length > 0 || letters.some(([sign]) => sign === '£' || sign === 'þ');
  if (letters.length > 0 && (hasBoxes || PLAIN_OPTIONS.test(text))) found.push(...letters);
  found.sort((a, b) => a.index - b.index);
  return found.map((match) => ({ at: match.index, end: match.index + match[0].length, isTicked: isTicked(match[0]) }));
}

const LETTER = /[\p{L}\p{N}〔〕]/u;
const LABEL = /[:：]\s*$/;
const BEHIND = /^\s*\([^()]*\)\s*$/;

/** The whole cell tells: it begins with a box, or it ends with one, a remark in brackets aside. */
function sideOf(text: string, boxes: readonly Box[]): 'before' | 'behind' | null {
  const before = text.slice(0, boxes[0]!.at);
  const after = text.slice(boxes.at(-1)!.end);
  const begins = !LETTER.test(before) || LABEL.test(before);
  const ends = !LETTER.test(after) || BEHIND.test(after);
  if (begins === ends) return null;
  return begins ? 'before' : 'behind';
}
