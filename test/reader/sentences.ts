/** One line or cell of words: every figure, day, count and word of verdict in it is held against the evaluation. */
import type { Evaluation, Indicator, PolicyAbout } from '../../shared/model.ts';
import { type Figure, figuresIn } from './figures.ts';
import { equal, exactly, minus, rounded } from './fractions.ts';
import { type Named, namedIn, spokenOf, spreadIn } from './names.ts';
import { barDoubt, type FigureRole, figureDoubt } from './said.ts';
import { type Standing, standingOf } from './standings.ts';
import { suggestionDoubts } from './suggestions.ts';
import { tallyDoubt } from './tallies.ts';
import { everywhere, ofIndicator, ofSuggestions, ofTold, plain, TAKEN, toldIn, without } from './traced.ts';
import { truthOf } from './truths.ts';
import {
  asOfCues,
  checkedCues,
  dueEnds,
  gapCues,
  harmless,
  scoreCues,
  suppositions,
  targetCues,
  verdictWords,
} from './wordings.ts';

export interface Context {
  readonly evaluation: Evaluation;
  readonly policy: PolicyAbout;
  /** ISO date of the check; null where none is told. */
  readonly on: string | null;
  /** How many findings of severity 核实 are explained. */
  readonly explained: number;
  /** Whom it speaks of where it names nobody: those of its row. */
  readonly subjects: readonly Indicator[];
  /** What figures of its column are, where no word says so. */
  readonly role: FigureRole;
  /** What may be taken over besides: texts of the finding of its row. */
  readonly taken: readonly string[];
}

/** What cannot be traced, or is false, each with its words. */
export function sentenceDoubts(text: string, context: Context): readonly string[] {
  const { evaluation, policy, subjects } = context;
  const line = plain(text);
  const about = [...subjects, ...namedIn(line, evaluation).map(({ indicator }) => indicator)];
  const known = [
    ...everywhere(evaluation, policy),
    ...ofSuggestions(line, evaluation),
    ...toldIn(line, evaluation).flatMap(ofTold),
    ...about.flatMap(ofIndicator),
    ...context.taken,
  ];
  const own = harmless.reduce((rest, words) => rest.replace(words, TAKEN), without(line, known));
  const doubts: string[] = [...suggestionDoubts(own, line, evaluation)];
  let carried: readonly Indicator[] = subjects;
  for (const sentence of own.split(/[。！？]|　　/)) {
    let heading = '';
    for (const clause of sentence.split('；')) {
      const pieces = piecesOf(clause, carried, evaluation);
      heading = headingOf(pieces) ?? heading;
      for (const piece of pieces) doubts.push(...pieceDoubts(piece, line, context));
      for (const { of } of pieces.slice(1)) doubts.push(...verdictDoubts(heading, of, evaluation));
      carried = pieces.at(-1)?.of ?? carried;
    }
  }
  return doubts;
}

interface Piece {
  /** Last the one that its figures are of. */
  readonly of: readonly Indicator[];
  readonly text: string;
  /** All that the rest of the sentence names. */
  readonly listed: readonly Indicator[];
  /** Before all names. */
  readonly isFirst: boolean;
}

/** From each name, or names in a row, to the next; what stands before the first speaks of all of them. */
function piecesOf(sentence: string, carried: readonly Indicator[], evaluation: Evaluation): readonly Piece[] {
  const named = namedIn(sentence, evaluation);
  if (named.length === 0) {
    const spread = carried.length === 0 && /\d/.test(sentence) ? spreadIn(sentence, evaluation) : null;
    return [{ of: spread ? [spread] : carried, text: sentence, listed: [], isFirst: true }];
  }
  const groups: Named[][] = [];
  for (const one of named) {
    const last = groups.at(-1)?.at(-1);
    if (last && /^[、和及]$/.test(sentence.slice(last.to, one.at))) groups.at(-1)!.push(one);
    else groups.push([one]);
  }
  const all = named.map(({ indicator }) => indicator);
  const first: Piece = { of: carried, text: sentence.slice(0, named[0]!.at), listed: all, isFirst: true };
  return [
    first,
    ...groups.map((group, at) => ({
      of: group.map(({ indicator }) => indicator),
      text: sentence.slice(group.at(-1)!.to, groups[at + 1]?.at(0)?.at ?? sentence.length),
      listed: all.slice(all.indexOf(group.at(-1)!.indicator) + 1),
      isFirst: false,
    })),
  ];
}

const isHeading = ({ text, listed, isFirst }: Piece) => isFirst && listed.length > 0 && /[：:]$/.test(text.trimEnd());

/** What stands before all names of a list: 已达标：…；…; null where nothing does. */
function headingOf([first]: readonly Piece[]): string | null {
  return first && isHeading(first) ? first.text : null;
}

function pieceDoubts(piece: Piece, line: string, context: Context): readonly string[] {
  const { text, of } = piece;
  const subject = of.at(-1) ?? null;
  const doubts: string[] = [];
  let role: FigureRole = context.role;
  const bars = text.match(/[■□]{2,}/g) ?? [];
  for (const bar of bars) {
    const doubt = subject ? barDoubt(bar, subject) : '不知是哪一项的';
    if (doubt) doubts.push(`${bar}：${doubt}`);
  }
  for (const figure of figuresIn(text)) {
    role = roleOf(figure, role, context.role);
    const doubt = doubtOf(figure, role, piece, line, context);
    if (doubt) doubts.push(`${subject?.name ?? ''}“${figure.before.slice(-8)}${figure.text}”：${doubt}`);
  }
  return isHeading(piece) ? doubts : [...doubts, ...verdictDoubts(text, of, context.evaluation)];
}

function roleOf({ before, after }: Figure, last: FigureRole, own: FigureRole): FigureRole {
  if (/^[、和]$/.test(before)) return last;
  // 超出1个目标2个.
  if (last === 'target' && before === '目标') return 'gap';
  if (targetCues.test(before) || /^(?:的?目标)/.test(after)) return 'target';
  return gapCues.test(before) ? 'gap' : own;
}

function doubtOf(figure: Figure, role: FigureRole, piece: Piece, line: string, context: Context): string | null {
  const { evaluation } = context;
  const subject = piece.of.at(-1) ?? null;
  if (figure.kind === 'day') return dayDoubt(figure, subject, piece, context);
  if (figure.kind === 'place') return '不知是哪一格';
  const counted = tallyDoubt(figure, piece.listed, line, evaluation, context.explained);
  if (counted !== undefined) return counted;
  if (figure.unit === '分') return pointsDoubt(figure, evaluation);
  return subject ? figureDoubt(figure, role, subject) : '不知来历';
}

function dayDoubt(
  { day, before, after }: Figure,
  subject: Indicator | null,
  piece: Piece,
  context: Context,
): string | null {
  const { evaluation, policy, on } = context;
  if (checkedCues.test(before)) return day === on ? null : '检查日期不符';
  if (asOfCues.test(before)) return day === evaluation.asOf ? null : '截止日不符';
  const listed = piece.listed.map(({ target }) => target?.due);
  if (dueEnds.test(after)) {
    const running = evaluation.indicators.filter(({ verdict }) => verdict === 'on_track' || verdict === 'behind');
    const dues = subject
      ? [subject.target?.due]
      : listed.length > 0
        ? listed
        : running.map(({ target }) => target?.due);
    return dues.includes(day!) ? null : '期限不符';
  }
  const known = [evaluation.asOf, policy.window.from, policy.window.to, subject?.target?.due, ...listed];
  return known.includes(day!) ? null : '不知来历的日期';
}

function pointsDoubt({ before, from, isRange }: Figure, { score }: Evaluation): string | null {
  if (!score) return '没有评分';
  const of = scoreCues.find(([cue]) => cue.test(before.trimEnd()))?.[1];
  if (of === undefined || isRange) return '不知是什么分';
  const points = of === 'rest' ? minus(exactly(score.full), exactly(score.max)) : exactly(score[of]);
  return equal(from, rounded(points)) ? null : '分数不符';
}

/** Of each of these, for words that say where it stands. */
function verdictDoubts(text: string, of: readonly Indicator[], evaluation: Evaluation): readonly string[] {
  if (suppositions.test(text)) return [];
  const said = standingsIn(text);
  return of
    .filter(
      (one) => !said.every((standings) => standings.includes(standingOf(one, evaluation))) || isStepFalse(text, one),
    )
    .map(({ name }) => `${name}“${text.slice(0, 20)}”：判定不符`);
}

/** 已成立 of what is reached, 尚未成立 of what is not. */
function isStepFalse(text: string, indicator: Indicator): boolean {
  const { done, undone } = spokenOf(indicator);
  const words = text.replace(/^[：:，]/, '');
  const isDone = done !== undefined && words.startsWith(done);
  const isUndone = undone !== undefined && words.startsWith(undone);
  return (isDone || isUndone) && (truthOf(indicator)?.isReached?.least ?? false) !== isDone;
}

/** Counts of verdicts are no verdict. */
function standingsIn(text: string): readonly (readonly Standing[])[] {
  let rest = text.replace(/\p{Script=Han}*\d+[项条处]/gu, '');
  const found: (readonly Standing[])[] = [];
  for (const [word, standings] of [...verdictWords].sort(([a], [b]) => b.length - a.length)) {
    if (!rest.includes(word)) continue;
    found.push(standings);
    rest = rest.split(word).join(TAKEN);
  }
  return found;
}
