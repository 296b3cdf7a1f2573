/** What a target asks for, as a figure to draw and to round by. */
import type { Target } from '../../../shared/model.ts';

/** Reached when value `op` p/q; `scale` shows a value in the target's unit. */
export interface Aim extends Pick<Target, 'op' | 'p' | 'q'> {
  readonly scale: number;
  readonly unit: string;
}

const operators: Readonly<Record<string, Target['op']>> = { '≥': '>=', '＞': '>', '≤': '<=', '＜': '<' };
const scales: readonly (readonly [ending: string, scale: number])[] = [
  ['%', 100],
  ['‰', 1000],
  ['/万人', 10_000],
];

/** Of a target in words, `≥40%` or `≥10家`; null where it is no figure: `应成立`. */
export function aimOf(target: string): Aim | null {
  const [, sign = '', figure = '', unit = ''] = /^([≥＞≤＜])(\d+(?:\.\d+)?)(.*)$/.exec(target) ?? [];
  const op = operators[sign];
  if (!op) return null;
  const scale = scales.find(([ending]) => unit.endsWith(ending))?.[1] ?? 1;
  return { op, p: Number(figure), q: scale, scale, unit };
}
