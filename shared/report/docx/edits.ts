/** What was edited in one sentence: its figures, other numbers that came in, and whether its words are others too. */
import { agrees, type KeptByName, type KeptUnit, ordinalIn, plain, signOfWords, type Unit } from './lines.ts';
import { digitsIn, type Kept } from './tokens.ts';

export interface Edits {
  /** Without words: those may run on through more sentences. */
  readonly changed: readonly { readonly before: string; readonly after: string }[];
  /** Figures that are gone. */
  readonly gone: readonly string[];
  /** Numbers that are in no bookmark of this sentence. */
  readonly loose: readonly string[];
  /** With its figures as they were it still reads differently. */
  readonly isReworded: boolean;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A figure of the sentence, and where it stands; null where its bookmark is gone. */
interface Standing {
  readonly kept: Kept;
  span: { readonly from: number; readonly to: number } | null;
}

/** `tries` are left for the whole file. */
export function editsOf(made: KeptUnit, unit: Unit, kept: KeptByName, tries: { left: number }): Edits {
  const standing = made.marks.map((name): Standing => {
    const places = unit.marks.filter((mark) => mark.name === name);
    const span = places.length > 0 ? { from: places[0]!.from, to: places.at(-1)!.to } : null;
    return { kept: kept.get(name)!, span: span && span.to >= span.from ? span : null };
  });
  const tokens = [...looseIn(unit, standing)];
  for (const one of standing) {
    if (one.kept.of.what === 'words') continue;
    const span = one.span && withTouching(one.span, tokens, unit.text);
    one.span = span && withUnit(one.kept, span, unit.text);
  }
  typedOver(standing, tokens, unit.text);
  if (signWith(standing, unit, kept) !== made.sign) besideIn(standing, unit.text);
  const isRestored = signWith(standing, unit, kept) === made.sign;
  const lost = standing.filter(({ span }) => span === null).map(({ kept }) => kept);
  const figures = lost.filter(({ of }) => of.what !== 'words');
  return {
    changed: standing.flatMap(({ kept, span }) => {
      if (span === null || kept.of.what === 'words') return [];
      const after = unit.text.slice(span.from, span.to);
      return agrees(kept, after) ? [] : [{ before: kept.text, after: after.trim() }];
    }),
    gone: figures.map(({ text }) => text),
    loose: tokens.map(({ text }) => text),
    isReworded: !isRestored && !(lost.length === 1 && isOnlyWithout(figures[0], { made, standing, unit, kept, tries })),
  };
}

/** All numbers of a sentence that is not of ours. */
export const numbersIn = (unit: Pick<Unit, 'text' | 'marks' | 'isFirst'>): readonly string[] =>
  looseIn({ ...unit, marks: [] }, []).map(({ text }) => text);

/** A day is one. */
const NUMBER =
  /\p{Nd}{2,4}年\p{Nd}{1,2}月(?:\p{Nd}{1,2}日)?|\p{Nd}{1,2}月\p{Nd}{1,2}日|\p{Nd}+(?:[.．,，/:]\p{Nd}+)*[%％‰]?/gu;
const COUNT = '[〇零一二两三四五六七八九十百千万亿几数]';
/** Numbers written out, where something is counted by them. */
const WRITTEN = new RegExp(
  [
    `[百千万]分之${COUNT}+(?:点${COUNT}+)?`,
    `${COUNT}+分之${COUNT}+`,
    `${COUNT}+点${COUNT}+`,
    '[二三四五六七八九两](?:成|倍)|[一二三四五六七八九]成[一二三四五六七八九半]?|一倍|翻[一两二三]番|过半|半数',
    `[〇零一二两三四五六七八九十百千万亿]{2,}余?(?=[个家人名项次处户条件元天年月日期批类所支场岁座栋台])`,
    '[二两三四五六七八九十百千](?=(?:百|千|万)?余?(?:个|家|人|名|项|次|处|户|条|件|所|支|场|座|栋|台))(?!个?(?:方面|步|批|定|样|般|致|起|体|道|同))',
  ].join('|'),
  'gu',
);

function looseIn(unit: Pick<Unit, 'text' | 'marks' | 'isFirst'>, standing: readonly Standing[]): readonly Token[] {
  const ordinal = ordinalIn(unit);
  const spans = standing.flatMap(({ span }) => span ?? []);
  // What is bound is blanked out, so that half of a number beside it counts by itself.
  let rest = ' '.repeat(ordinal) + unit.text.slice(ordinal);
  for (const { from, to } of spans) rest = rest.slice(0, from) + '\u0000'.repeat(to - from) + rest.slice(to);
  const found = [...rest.matchAll(NUMBER), ...rest.matchAll(WRITTEN)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
  return found.sort((one, other) => one.from - other.from);
}

/** With digits that touch it: who types at the end of a bookmark writes beside it. */
function withTouching({ from, to }: { from: number; to: number }, tokens: Token[], text: string) {
  const isBlank = plain(text.slice(from, to)) === '';
  const take = (touches: (token: Token) => boolean) => {
    const at = tokens.findIndex(touches);
    return at < 0 ? null : tokens.splice(at, 1)[0]!;
  };
  const before = take((token) => token.to === from);
  const after = take((token) => token.from === to);
  if (isBlank && !before && !after) return null;
  return { from: before?.from ?? from, to: after?.to ?? to };
}

/** Where bookmarks went with what was typed over them: as many numbers between those before and behind stand for them. */
function typedOver(standing: readonly Standing[], tokens: Token[], text: string): void {
  for (let at = 0; at < standing.length; at++) {
    if (standing[at]!.span) continue;
    const first = at;
    while (at + 1 < standing.length && !standing[at + 1]!.span) at++;
    const lost = standing.slice(first, at + 1);
    const from = standing[first - 1]?.span?.to ?? 0;
    const to = standing[at + 1]?.span?.from ?? text.length;
    const between = tokens.filter((token) => token.from >= from && token.to <= to);
    const [only] = lost;
    if (lost.length === 1 && only!.kept.of.what === 'words') {
      // Of words with numbers nothing tells where they begin.
      if (between.length === 0 || digitsIn(text.slice(from, to)) !== only!.kept.text) continue;
      only!.span = { from: between[0]!.from, to: between.at(-1)!.to };
    } else if (between.length !== lost.length || lost.some(({ kept }) => kept.of.what === 'words')) continue;
    else
      for (const [index, { from, to }] of between.entries())
        lost[index]!.span = withUnit(lost[index]!.kept, { from, to }, text);
    for (const token of between) tokens.splice(tokens.indexOf(token), 1);
  }
}

/** A figure that has a unit in its bookmark has it also where it was typed; LibreOffice lets a bookmark end one character early. */
function withUnit({ text: before }: Kept, { from, to }: { from: number; to: number }, text: string) {
  const unit = /[^\p{Nd}.,%]*$/u.exec(before)![0];
  const isOutside = unit !== '' && !text.slice(from, to).endsWith(unit) && text.startsWith(unit, to);
  return isOutside ? { from, to: to + unit.length } : { from, to };
}

const BEFORE = /(?:[-－−负约近逾]|将近|接近|大约)$/;
const AFTER = /^(?:[万亿千百十]+|多|余|倍)/;

/** With what makes another number of it: 约, −, 万. */
function besideIn(standing: readonly Standing[], text: string): void {
  for (const one of standing) {
    if (!one.span || one.kept.of.what === 'words') continue;
    const { from, to } = one.span;
    const before = BEFORE.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
    const after = AFTER.exec(text.slice(to, to + 4))?.[0].length ?? 0;
    one.span = { from: from - before, to: to + after };
  }
}

/** Of the sentence with its figures as they were. */
function signWith(standing: readonly Standing[], unit: Unit, kept: KeptByName): string {
  const spans = standing
    .flatMap(({ kept, span }) => (span ? [{ kept, ...span }] : []))
    .sort((one, other) => one.from - other.from);
  let text = '';
  let at = 0;
  const marks: { name: string; from: number; to: number }[] = [];
  for (const { kept, from, to } of spans) {
    if (from < at) continue;
    text += unit.text.slice(at, from);
    const begin = text.length;
    text += kept.of.what === 'words' ? unit.text.slice(from, to) : kept.text;
    marks.push({ name: kept.name, from: begin, to: text.length });
    at = to;
  }
  return signOfWords({ text: text + unit.text.slice(at), marks, isFirst: unit.isFirst }, kept);
}

interface Without {
  readonly made: KeptUnit;
  readonly standing: readonly Standing[];
  readonly unit: Unit;
  readonly kept: KeptByName;
  readonly tries: { left: number };
}

/** Whether nothing but that figure is gone: put in somewhere, it is the sentence that was. */
function isOnlyWithout(figure: Kept | undefined, { made, standing, unit, kept, tries }: Without): boolean {
  if (!figure || standing.some(({ kept }) => kept.of.what === 'words')) return false;
  const spans = standing.flatMap(({ kept, span }) => (span ? [{ kept, ...span }] : []));
  if (spans.some(({ kept, from, to }) => !agrees(kept, unit.text.slice(from, to)))) return false;
  const text = plain(unit.text.slice(ordinalIn(unit)));
  const put = plain(figure.text);
  for (let at = 0; at <= text.length && tries.left-- > 0; at++)
    if (signOfWords({ text: text.slice(0, at) + put + text.slice(at), marks: [], isFirst: false }, kept) === made.sign)
      return true;
  return false;
}
