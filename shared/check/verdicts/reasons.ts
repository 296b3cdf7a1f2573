/** Why a verdict is open, doubtful or late, in the words of the catalogue. */
import { cellAddress } from '../../model/addresses.ts';
import { isoOf, serialOf } from '../../model/days.ts';
import { dateText } from '../../model/figures.ts';
import type { Evidence, IndicatorDef, Verdict } from '../../model.ts';
import type { Scope } from '../conditions/scope.ts';
import type { Bounds, Said, Taken } from '../measures/taken.ts';
import { phrases } from '../phrases.ts';
import { listed, say } from '../say.ts';
import { type Opening, opening, openings } from './deciding-cells.ts';

/** Of very many undecided things only the first are looked into. */
const ASKED = 60;

/** For each undecided thing the cells that leave it open. */
export function undecidedIn(taken: Taken, scope: Scope): readonly (readonly Opening[])[] {
  return taken.undecided
    .slice(0, ASKED)
    .map(({ record, asks, once }) => {
      const cells = asks.flatMap(([ask, wanted]) => openings(ask, record, wanted, scope));
      return once ? [...cells, opening(record, once.field, once.phrase, '', scope)] : cells;
    })
    .filter((cells) => cells.length > 0);
}

/** 若“活动台账”第14行“日期”为2020年10月，则达标; of several, how many of them it takes. */
export function whatDecides(def: IndicatorDef, taken: Taken, open: readonly (readonly Opening[])[]): readonly string[] {
  const { bounds, undecided } = taken;
  if (open.length === 0 || !bounds) return [];
  const things = open.map((cells) => cells.map(({ text }) => text).join(phrases['open.and']));
  const count = undecided.length;
  const words = { list: listed(things, count), count };
  const needed = howMany(def, bounds, undecided);
  // Where more is open than these records, or the community's kind, no number of cells can be named.
  if (!needed) return say('open.shares', words);
  const [least, most] = needed;
  const phrase =
    count === 1
      ? 'open.one'
      : least === count
        ? 'open.every'
        : least === most
          ? 'open.some'
          : least === 1 && most === count
            ? 'open.all'
            : 'open.range';
  return say(phrase, { ...words, least, most });
}

/** With luck so many of the undecided things reach the target, and any so many of them do for certain. */
function howMany(
  { target: { op, p, q } }: IndicatorDef,
  { lower, lowerOf }: Bounds,
  undecided: Taken['undecided'],
): readonly [least: number, most: number] | null {
  if (op !== '>=' && op !== '>') return null;
  const short = p * (lowerOf ?? 1) - q * lower + (op === '>' ? 1 : 0);
  const gains = undecided.map(({ adds: [part, whole] }) => part * q - (lowerOf === null ? 0 : whole * p));
  gains.sort((a, b) => b - a);
  const least = reachedAfter(gains, short);
  const most = reachedAfter(gains.reverse(), short);
  return short > 0 && least !== null && most !== null ? [least, most] : null;
}

function reachedAfter(gains: readonly number[], short: number): number | null {
  let left = short;
  for (let taken = 0; taken < gains.length; taken++) {
    left -= gains[taken]!;
    if (left <= 0) return taken + 1;
  }
  return null;
}

/** Cells that leave the verdict open: of undecided records, and figures that cannot be taken. */
export function openCells(open: readonly (readonly Opening[])[], { doubts }: Taken): readonly Evidence[] {
  const cells = new Map<string, Evidence>();
  const figures = doubts.flatMap(({ opens, sheet, datum }) => (opens ? [{ ...datum, sheet }] : []));
  for (const { sheet, row, column } of [...open.flat(), ...figures]) {
    if (column === null) continue;
    const address = cellAddress(row, column);
    cells.set(`${sheet}!${address}`, { sheet, address, role: 'undecided' });
  }
  return [...cells.values()];
}

/** Cells that were taken with doubt, and what else is to be said of the figure. */
export function whyDoubtful(def: IndicatorDef, taken: Taken, bounds: Bounds, isOpen: boolean): readonly string[] {
  const doubts = taken.doubts.flatMap(({ phrase, sheet, field, datum: { row, column, raw, text } }) => {
    const value = typeof raw === 'string' || typeof raw === 'number' ? raw : text;
    return say(phrase, { sheet, field, cell: cellAddress(row, column), value });
  });
  const { lower, upper, lowerOf, upperOf } = bounds;
  const need = Math.ceil((def.target.p * (lowerOf ?? 1)) / def.target.q);
  const figure = taken.doubts.some(({ opens }) => opens) && lower < upper && lowerOf === upperOf && lowerOf !== null;
  const unsure: readonly Said[] = [
    ...(figure && def.target.op === '>='
      ? [{ phrase: 'figure.need', words: { need, lower, upper } } satisfies Said]
      : []),
    ...taken.unsure,
  ];
  const said = [...(isOpen ? unsure : []), ...taken.notes].flatMap(({ phrase, words }) => say(phrase, words));
  return [...doubts, ...said];
}

/** Done, but after the day (decision check-7); or merely not encouraged enough (decision check-10). */
export function whyLate(def: IndicatorDef, verdict: Verdict, taken: Taken): readonly string[] {
  const { due, guiding } = def.target;
  if (verdict === 'met' && taken.reachedOn !== null) {
    const days = taken.reachedOn - serialOf(due);
    return days > 0 ? say('late.met', { date: dateText(isoOf(taken.reachedOn)), days, due: dateText(due) }) : [];
  }
  if (verdict !== 'unmet') return [];
  if (taken.daysLate) return say('late.unmet', { days: taken.daysLate, due: dateText(due) });
  return guiding ? say('guiding', {}) : [];
}
