/** Value against target as a bar of characters, which prints in black and white. */
import { isCeiling, isSet } from '../model/figures.ts';
import { isStep } from '../model/gaps.ts';
import type { Indicator } from '../model.ts';
import type { Paragraph } from './papers.ts';
import { figure, nameOf } from './tokens.ts';

const WIDTH = 10;
const JUDGED = new Set<Indicator['verdict']>(['met', 'unmet', 'behind', 'on_track', 'to_verify']);

/** `■■■■■■□□□□`, full only where the target is reached for certain; empty where nothing grows towards it. */
export function barOf(indicator: Indicator): Paragraph {
  const { verdict, target, numerator, denominator, lower, lowerDenominator } = indicator;
  if (!target || numerator === null || !JUDGED.has(verdict)) return [];
  if (!isSet(target) || isStep(indicator) || isCeiling(target) || target.p === 0) return [];
  const of = lowerDenominator ?? denominator ?? 1;
  return [figure(barText((lower ?? numerator) * target.q, target.p * of), { what: 'bar', ...nameOf(indicator) })];
}

/** Cut, never rounded up. */
export function barText(part: number, whole: number): string {
  return filledBy(whole > 0 ? Math.floor((part * WIDTH) / whole) : 0);
}

/** As near as a tenth tells it, but full only where all of it is there. */
export function nearestBarText(part: number, whole: number): string {
  const nearest = whole > 0 ? Math.round((part * WIDTH) / whole) : 0;
  return filledBy(part < whole ? Math.min(nearest, WIDTH - 1) : nearest);
}

function filledBy(tenths: number): string {
  const filled = Math.max(0, Math.min(WIDTH, tenths));
  return '■'.repeat(filled) + '□'.repeat(WIDTH - filled);
}
