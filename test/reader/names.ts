/** Which indicators a text names, and where. */
import type { Evaluation, Indicator } from '../../shared/model.ts';

export interface Named {
  readonly at: number;
  /** Where the name ends. */
  readonly to: number;
  readonly indicator: Indicator;
}

/** The words that an evaluation may give an indicator for sentences. */
export interface SpokenWords {
  /** 志愿服务活动 14个. */
  readonly what?: string;
  /** 注册志愿者1498人，其中参加服务96人. */
  readonly whole?: string;
  readonly part?: string;
  readonly unit?: string;
  /** 已成立, 尚未成立. */
  readonly done?: string;
  readonly undone?: string;
}

export function spokenOf(indicator: Indicator & { readonly spoken?: SpokenWords }): SpokenWords {
  return indicator.spoken ?? {};
}

/** Main entries; another calibre only where it stands behind the name in brackets. The longest name has the place. */
export function namedIn(text: string, { indicators }: Evaluation): readonly Named[] {
  const main = indicators.filter(({ basis }) => basis === undefined);
  const calls = main.flatMap((indicator) => callsOf(indicator, text).map((call) => ({ ...call, indicator })));
  const found: Named[] = [];
  for (const { at, words, indicator } of calls.sort((a, b) => b.words.length - a.words.length)) {
    const to = at + words.length;
    if (found.some((one) => one.at < to && at < one.to) || isPartOfQuote(text, at, to)) continue;
    const other = indicators.find(
      ({ name, basis }) => name === words && basis !== undefined && text.startsWith(`（${basis}）`, to),
    );
    found.push({ at, to: other ? to + other.basis!.length + 2 : to, indicator: other ?? indicator });
  }
  return found.sort((a, b) => a.at - b.at);
}

interface Call {
  readonly at: number;
  readonly words: string;
}

/** Where it is called by its name; by what it counts only right before the figure, and with the part that it counts. */
function callsOf(indicator: Indicator, text: string): readonly Call[] {
  const { what, whole, part } = spokenOf(indicator);
  const counted = placesOf(what ?? whole, text).filter(({ at, words }) => {
    const rest = text.slice(at + words.length);
    const clause = rest.slice(0, /[；。]/.exec(rest)?.index ?? rest.length);
    return /^(?:\d|按现有|为\d|至少)/.test(clause) && (part === undefined || clause.includes(part));
  });
  return [...placesOf(indicator.name, text), ...counted];
}

function placesOf(words: string | undefined, text: string): readonly Call[] {
  if (words === undefined) return [];
  const places: Call[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push({ at, words });
  return places;
}

/**
 * The indicator whose name is spread over a sentence: 注册志愿者参与率 in “注册志愿者1498人，…，参与率6.40%”. Null where none
 * is, or several are.
 */
export function spreadIn(text: string, { indicators }: Evaluation): Indicator | null {
  const spread = indicators.filter(({ name, basis }) => basis === undefined && isSpread(name, text));
  return spread.length === 1 ? spread[0]! : null;
}

/** In at most three pieces of two characters or more, in their order. */
function isSpread(name: string, text: string, pieces = 3): boolean {
  if (name === '') return true;
  if (pieces === 0) return false;
  for (let length = name.length; length >= 2; length--) {
    const at = text.indexOf(name.slice(0, length));
    if (at >= 0 && isSpread(name.slice(length), text.slice(at + length), pieces - 1)) return true;
  }
  return false;
}

/** “问题整改台账” names a table. */
function isPartOfQuote(text: string, at: number, to: number): boolean {
  const opened = text.lastIndexOf('“', at);
  const closed = text.indexOf('”', to);
  if (opened < 0 || closed < 0 || text.slice(opened, at).includes('”') || text.slice(to, closed).includes('“'))
    return false;
  return opened + 1 !== at || closed !== to;
}
