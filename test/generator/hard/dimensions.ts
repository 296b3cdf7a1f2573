/** The difficulties, each by its name; they are done in this order. */
import { headings } from './headings.ts';
import { kinds } from './kinds.ts';
import { absent, continued, marks, merged, upright } from './layouts.ts';
import { others } from './others.ts';
import { again, copies, sections, totals } from './repeats.ts';
import { months, spans } from './times.ts';
import type { World } from './world.ts';
import { leftovers, ticks, usual, vacancy } from './writing.ts';

export type Dimension = (world: World) => void;

export const DIMENSIONS = {
  none: () => {},
  others,
  kinds,
  ticks,
  leftovers,
  usual,
  vacancy,
  absent,
  merged,
  sections,
  again,
  months,
  spans,
  continued,
  upright,
  copies,
  marks,
  totals,
  headings,
} satisfies Record<string, Dimension>;

export type DimensionName = keyof typeof DIMENSIONS;
export const dimensionNames = Object.keys(DIMENSIONS) as DimensionName[];
