/** Charts as they are now, held against those that were exported: what is drawn, and the numbers behind it. */
import type { KeptChart } from './carried.ts';
import type { ChartRead } from './chart-reading.ts';
import { plain, shortSign } from './lines.ts';

export interface ChangedPoint {
  readonly before: string;
  readonly after: string;
  /** 图1, and what stands below the column. */
  readonly where: string;
}

export interface ChartEdits {
  readonly changed: readonly ChangedPoint[];
  /** Names that are not the ones that were exported, or in another order, and numbers that show otherwise than they are. */
  readonly renamed: readonly { readonly where: string; readonly what: string }[];
  /** Charts that are gone: how many columns each had. */
  readonly gone: readonly { readonly where: string; readonly points: number }[];
  /** Charts that were put in. */
  readonly added: number;
  /** Words that were typed into one. */
  readonly typed: readonly { readonly where: string; readonly text: string }[];
}

/** `others` are charts that were there and are not ours. */
export function chartEdits(made: readonly KeptChart[], now: readonly ChartRead[], others: number): ChartEdits {
  const partners = partnersOf(made, now);
  const used = new Set(partners);
  const pairs = made.flatMap((kept, at) => {
    const found = partners[at] === null ? undefined : now[partners[at]!];
    return found ? [{ kept, found, where: `图${at + 1}` }] : [];
  });
  return {
    changed: pairs.flatMap(pointsOf),
    renamed: pairs.flatMap(({ kept, found, where }) => [
      ...(namesSign(found.names) === kept.names ? [] : [{ where, what: '图下面的名称' }]),
      ...(namesSign(found.titles) === kept.titles ? [] : [{ where, what: '图例里的名称' }]),
      ...(found.formats.every((format) => PLAIN.test(format)) ? [] : [{ where, what: '图里数字的写法' }]),
    ]),
    gone: made.flatMap(({ series }, at) =>
      partners[at] === null ? [{ where: `图${at + 1}`, points: series[0]?.length ?? 0 }] : [],
    ),
    added: Math.max(0, now.filter((_, at) => !used.has(at)).length - others),
    typed: pairs.flatMap(({ found, where }) => found.texts.map((text) => ({ where, text }))),
  };
}

/** As they are, with more digits or fewer. */
const PLAIN = /^(?:General|@|#?,?#{0,2}0(?:\.[0#?]{1,10})?(?:_ |\s)?)?$/i;

export const namesSign = (names: readonly string[]): string => shortSign(plain(names.join('\n')));

/** By their names, then in order. */
function partnersOf(made: readonly KeptChart[], now: readonly ChartRead[]): readonly (number | null)[] {
  const free = new Set(now.keys());
  const take = (fits: (found: ChartRead) => boolean): number | null => {
    const at = [...free].find((one) => fits(now[one]!));
    if (at === undefined) return null;
    free.delete(at);
    return at;
  };
  const named = made.map(({ names }) => take((found) => namesSign(found.names) === names));
  return made.map(({ series }, at) => named[at] ?? take((found) => found.series.length === series.length));
}

interface ChartPair {
  readonly kept: KeptChart;
  readonly found: ChartRead;
  readonly where: string;
}

function pointsOf({ kept, found, where }: ChartPair): readonly ChangedPoint[] {
  const { unit } = kept;
  const differing = (series: ChartRead['series'], behind: string) =>
    kept.series.flatMap((values, at) => {
      const now = series[at] ?? [];
      return Array.from({ length: Math.max(values.length, now.length) }, (_, index): ChangedPoint | null => {
        const [before, after] = [values[index] ?? null, now[index] ?? null];
        if (isAlike(before, after)) return null;
        const name = found.names[index] ?? '';
        return {
          before: textOf(before, unit),
          after: textOf(after, unit),
          where: `${where}${behind}${name && `“${name}”`}的${at === 0 ? '现值' : '目标'}`,
        };
      }).filter((one) => one !== null);
    });
  const drawn = differing(found.series, '');
  // What is drawn is what is read; the numbers behind it come up with the next 编辑数据.
  return drawn.length > 0 || !found.book ? drawn : differing(found.book, '的数据表里');
}

/** Programs write 36.36 also as 36.359999999999999. */
const isAlike = (one: number | null, other: number | null): boolean =>
  one === other || (one !== null && other !== null && Math.abs(one - other) < 1e-9 * Math.max(1, Math.abs(one)));

const textOf = (value: number | null, unit: string): string => (value === null ? '（空）' : `${value}${unit}`);
