/** Units as dots above their values: equal ones lie on each other, and of many units one dot stands for several. */
import type { RollupUnit, Verdict } from '../../../shared/model.ts';
import { unitValue } from './figures.ts';

export interface Dots {
  /** Values at the ends of the axis. */
  readonly most: number;
  /** Units that one dot stands for. */
  readonly each: number;
  readonly dots: readonly Dot[];
}

export interface Dot {
  /** Share of the axis. */
  readonly at: number;
  /** From the ground, 0 the lowest. */
  readonly level: number;
  readonly verdict: DotVerdict;
}

export type DotVerdict = Exclude<Verdict, 'missing' | 'not_applicable' | 'reference'>;

const bins = 40;
const highest = 6;
/** Of those that have a figure, from the ground up. */
export const dotVerdicts: readonly DotVerdict[] = ['met', 'on_track', 'behind', 'unmet', 'to_verify'];

/** `aimed`: the target's value, which has its place on the axis too; null where there is none. */
export function dotsOf(units: readonly RollupUnit[], indicator: string, aimed: number | null): Dots {
  const values = units.flatMap(({ state, verdicts, figures }) => {
    const [verdict, figure] = [verdicts[indicator], figures[indicator]];
    const value = figure && unitValue(figure);
    const drawn = dotVerdicts.find((one) => one === verdict);
    return state === 'reported' && drawn && value !== null && value !== undefined ? [{ value, verdict: drawn }] : [];
  });
  const most = Math.max(...values.map(({ value }) => value), (aimed ?? 0) * 1.25) || 1;
  const piles = new Map<number, DotVerdict[]>();
  for (const { value, verdict } of values) {
    const bin = Math.min(bins, Math.max(0, Math.round((value / most) * bins)));
    piles.set(bin, [...(piles.get(bin) ?? []), verdict]);
  }
  const each = Math.max(1, Math.ceil(Math.max(0, ...[...piles.values()].map(({ length }) => length)) / highest));
  return {
    most,
    each,
    dots: [...piles].flatMap(([bin, pile]) =>
      dotVerdicts
        .flatMap((verdict) => {
          const count = pile.filter((one) => one === verdict).length;
          return Array.from({ length: Math.ceil(count / each) }, () => verdict);
        })
        .map((verdict, level) => ({ at: bin / bins, level, verdict })),
    ),
  };
}
