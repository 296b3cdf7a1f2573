/** Which indicators a text names, and where. */
import type { Evaluation, Indicator } from '../../shared/model.ts';

export interface Named {
  readonly at: number;
  /** Where the name ends. */
  readonly to: number;
  readonly indicator: Indicator;
}

/** Main entries; another calibre only where it stands behind the name in brackets. */
export function namedIn(text: string, { indicators }: Evaluation): readonly Named[] {
  const main = indicators.filter(({ basis }) => basis === undefined);
  const byLength = [...main].sort((a, b) => b.name.length - a.name.length);
  const found: Named[] = [];
  for (const indicator of byLength) {
    const { name } = indicator;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const to = at + name.length;
      if (found.some((one) => one.at < to && at < one.to) || isPartOfQuote(text, at, to)) continue;
      const other = indicators.find(
        ({ name, basis }) => name === indicator.name && basis !== undefined && text.startsWith(`（${basis}）`, to),
      );
      found.push({ at, to: other ? to + other.basis!.length + 2 : to, indicator: other ?? indicator });
    }
  }
  return found.sort((a, b) => a.at - b.at);
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
