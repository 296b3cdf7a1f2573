/** Words for yes and no. */
import type { State, Writings } from '../model.ts';
import { type Options, optionsIn } from './boxes.ts';
import { knownOf, type Segment } from './segments.ts';
import { clean } from './text.ts';

export type Flag = 'yes' | 'no' | 'underWay';

export interface FlagReading {
  readonly state: Exclude<State, 'void'>;
  /** Null where nothing was understood. */
  readonly flag: Flag | null;
  /** Boxes of which none is ticked. */
  readonly unticked: boolean;
  /** What was understood, 〔〕 for the rest; empty where all was. */
  readonly known: string;
}

const NOTHING: FlagReading = { state: 'doubtful', flag: null, unticked: false, known: '' };

/** The first word up to a bracket or comma decides; what follows speaks against it only by a denial, a condition or another body. */
export function readFlag(raw: string | number | boolean, writings: Writings): FlagReading {
  if (raw === true || raw === 1) return plain('yes');
  if (raw === false || raw === 0) return plain('no');
  if (typeof raw === 'number') return NOTHING;
  const text = clean(raw);
  const direct = flagOf(text, writings);
  if (direct) return plain(direct);
  const boxes = optionsIn(text, writings);
  if (!boxes) return byStart(text, writings);
  const known = knownOf(segmentsOf(boxes.drawn, writings));
  const ticked = boxes.options?.filter(({ isTicked }) => isTicked) ?? [];
  if (boxes.options && ticked.length === 0) {
    const isUnderWay = underWayIn(text, writings);
    return isUnderWay ? { ...plain('underWay'), known } : { ...NOTHING, state: 'blank', unticked: true, known };
  }
  if (ticked.length !== 1) return { ...NOTHING, known };
  const option = nearest(ticked[0]!.text, boxes, writings);
  const flag = flagOf(option, writings);
  return { ...(flag ? plain(flag) : byStart(option, writings)), known };
}

/** Of several words beside the only box the one next to it: 是 否√. */
function nearest(option: string, { drawn, options }: Options, writings: Writings): string {
  const words = option.split(CLAUSE_END).filter((word) => word !== '');
  if (options?.length !== 1 || !words.every((word) => flagOf(word, writings))) return option;
  return LETTER.test(drawn[0]!) ? words.at(-1)! : words[0]!;
}

function plain(flag: Flag): FlagReading {
  return { state: 'value', flag, unticked: false, known: '' };
}

function flagOf(text: string, { yes, no, underWay }: Writings): Flag | null {
  const word = text.toUpperCase();
  if (yes.includes(word)) return 'yes';
  if (no.includes(word)) return 'no';
  return underWay.includes(word) ? 'underWay' : null;
}

function underWayIn(text: string, { underWay }: Writings): boolean {
  return underWay.some((word) => word.length > 1 && text.includes(word));
}

const CLAUSE_END = /[(,，;；。、 ]/;

/** 是（2020年9月成立）, 未建（缺场地）, 正在筹建; but neither 是，但未挂牌 nor 是（街道统一设立）. */
function byStart(text: string, writings: Writings): FlagReading {
  const segments = segmentsOf(text, writings);
  const known = knownOf(segments);
  const end = text.search(CLAUSE_END);
  const flag = end < 0 ? null : flagOf(text.slice(0, end), writings);
  if (flag && isPrinted(segments, flag, writings)) return { ...NOTHING, known };
  if (flag !== 'yes')
    return { ...(underWayIn(text, writings) ? plain('underWay') : flag ? plain(flag) : NOTHING), known };
  const rest = text.slice(end);
  const against = [
    ...writings.conditions,
    ...writings.elsewhere,
    ...writings.underWay.filter(({ length }) => length > 1),
  ];
  const isUndone = segments.some((segment, at) => undoes(segment, segments[at + 1], writings));
  return isUndone || against.some((word) => rest.includes(word)) ? { ...NOTHING, known } : { ...plain(flag), known };
}

/** 已撤销, 2021.3调走: it ends a clause; 退休党员工作室 tells of something else. */
function undoes({ text, is }: Segment, next: Segment | undefined, writings: Writings): boolean {
  if (is !== 'word' || (next && next.is !== 'mark')) return false;
  return writings.undone.includes(text) || flagOf(text, writings) === 'no';
}

/** 是  否: both words, and nothing that tells which of them was meant. */
function isPrinted(segments: readonly Segment[], flag: Flag, writings: Writings): boolean {
  const opposite = flag === 'yes' ? 'no' : 'yes';
  return (
    segments.every(({ is }) => is !== 'left') &&
    segments.some(({ text, is }) => is === 'word' && flagOf(text, writings) === opposite)
  );
}

const LETTER = /[^\p{P}\p{S}\p{Z}]|[〔〕]/u;
const parts = new WeakMap<Writings, readonly string[]>();

/** Words that a yes or no is read by; all else is left over. */
function segmentsOf(text: string, writings: Writings): readonly Segment[] {
  let words = parts.get(writings);
  if (!words) {
    const { yes, no, undone, underWay, conditions, elsewhere } = writings;
    words = [...new Set([...yes, ...no, ...undone, ...underWay, ...conditions, ...elsewhere])].sort(
      (a, b) => b.length - a.length,
    );
    parts.set(writings, words);
  }
  const segments: { text: string; is: Segment['is'] }[] = [];
  const upper = text.toUpperCase();
  for (let at = 0; at < text.length; ) {
    const word = words.find((each) => upper.startsWith(each, at) && isWhole(text, at, each, writings));
    const taken = text.slice(at, at + (word?.length ?? 1));
    const is = word ? 'word' : LETTER.test(taken) ? 'left' : 'mark';
    const last = segments.at(-1);
    if (is === 'left' && last?.is === 'left') last.text += taken;
    else segments.push({ text: taken, is });
    at += taken.length;
  }
  return segments;
}

/** Of one character only between marks, unless it opens the reading wherever it stands: 待, 未. */
function isWhole(text: string, at: number, word: string, { conditions }: Writings): boolean {
  if (word.length > 1 || conditions.includes(word)) return true;
  return !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + 1] ?? ' ');
}
