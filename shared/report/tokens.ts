/** Figures of the evaluation as tokens: what is read, bound to what it says. */
import {
  dateText,
  gapAmountText,
  gapPointsText,
  gapRange,
  targetFigure,
  targetText,
  valueText,
} from '../model/figures.ts';
import { workUnit } from '../model/gaps.ts';
import type { Citation, Evaluation, Indicator, Target } from '../model.ts';
import type { Binding, Figure, IndicatorName, Paragraph } from './papers.ts';
import { listed, quote, quoted, says } from './parts.ts';

/** `30.00%（3/10）` */
export function valueToken(indicator: Indicator): Figure {
  return figure(valueText(indicator), { what: 'value', ...nameOf(indicator) });
}

/** `≥40%`; empty where the document sets none. */
export function targetToken(indicator: Indicator): Figure {
  return figure(targetText(indicator), { what: 'target', ...nameOf(indicator) });
}

/** `40%`, where the sentence says which way. */
export function plainTargetToken(indicator: Indicator, target: Target): Figure {
  return figure(targetFigure(target), { what: 'target', ...nameOf(indicator) });
}

export function dueToken(indicator: Indicator, target: Target): Figure {
  return figure(dateText(target.due), { what: 'due', ...nameOf(indicator) });
}

/** `1人、10.00个百分点`; empty without a gap. */
export function gapOf(indicator: Indicator): Paragraph {
  return listed(gapFigures(indicator), '、');
}

/** Percentage points before heads, as it is spoken: `10.00个百分点、1人`. */
export function spokenGap(indicator: Indicator): Paragraph {
  return listed([...gapFigures(indicator)].reverse(), '、');
}

/** `1名持证社工、10.00个百分点`: as `gapOf`, in the words that work is planned in; of no step. */
export function workGapOf(indicator: Indicator): Paragraph {
  const [least, most] = gapRange(indicator);
  const points = gapPointsText(indicator);
  const name = nameOf(indicator);
  const amount = figure(least === most ? String(most) : `${least}～${most}`, { what: 'gap', ...name });
  return listed(
    [
      says`${amount}${quote(workUnit(indicator))}`,
      ...(points === null ? [] : [figure(points, { what: 'percentagePoints', ...name })]),
    ],
    '、',
  );
}

export function asOfToken({ asOf }: Evaluation): Figure {
  return figure(dateText(asOf), { what: 'asOf' });
}

export function figure(text: string, of: Binding): Figure {
  return { figure: text, of };
}

export function nameOf({ id, entity, basis }: Indicator): IndicatorName {
  return { indicator: id, entity, ...(basis === undefined ? {} : { basis }) };
}

/** The clause, with its words: not a figure, but what every figure is measured by. */
export function clauseOf({ source, section, quote: text }: Citation): Paragraph {
  return says`${quote(source)}${quote(section)}：${quoted(text)}`;
}

function gapFigures(indicator: Indicator): readonly Figure[] {
  const [amount, points] = [gapAmountText(indicator), gapPointsText(indicator)];
  const name = nameOf(indicator);
  return [
    ...(amount === null ? [] : [figure(amount, { what: 'gap', ...name })]),
    ...(points === null ? [] : [figure(points, { what: 'percentagePoints', ...name })]),
  ];
}
