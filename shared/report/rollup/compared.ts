/** 对比: before the pilot, at mid-term and at the end, a unit and an indicator a line. */
import { comparability, type FigureThen } from '../../model/comparable.ts';
import { isRatio, isSet, isShare, shownHundredths, valueText } from '../../model/figures.ts';
import type { Compared, ComparedFigure, Indicator, IndicatorDef, PaperSheet, PlanCell, Verdict } from '../../model.ts';
import { type Column, listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { missingCell, type Told, verdictCell } from './told.ts';

/** Null where there is nothing to compare. */
export function comparedSheet(told: Told): PaperSheet | null {
  const { rollup, defs } = told;
  const lines = rollup.comparison.flatMap((one) => {
    const def = defs.get(one.id);
    return def && isSet(def.target) && def.spoken?.kind !== 'title' && isTold(one) ? [{ ...one, def }] : [];
  });
  if (lines.length === 0) return null;
  const nameOf = keyNames(told);
  const isBased = lines.some(({ baseline }) => baseline !== null);
  const before = (column: Column<Line>) => (isBased ? [column] : []);
  return listSheet<Line>({
    name: '对比',
    title: titleOf(told, '基线、中期、终期对比'),
    head: [
      '率的差以百分点计；缺一方的、待核实和数还未定的（写作“～”）、超过100%的、不适用和只作参考的、不是数的不比，记“—”。',
    ],
    columns: [
      { heading: '单位', width: 21, cell: ({ key }) => plain(nameOf(key)) },
      { heading: '指标', width: 21, cell: ({ def }) => plain(def.name) },
      ...before({
        heading: '基线',
        width: 15,
        cell: ({ baseline, def }) => plain(baseline ? textOf(baseline, def) : '未填'),
      }),
      { heading: '中期', width: 17, cell: ({ midterm, def }) => figureCell(midterm, def) },
      { heading: '中期判定', width: 10, cell: ({ midterm, def }) => judged(midterm, def, 'midterm', told) },
      { heading: '终期', width: 17, cell: ({ final, def }) => figureCell(final, def) },
      { heading: '终期判定', width: 10, cell: ({ final, def }) => judged(final, def, 'final', told) },
      ...before({
        heading: '较基线',
        width: 17,
        cell: ({ baseline, midterm, final, def }) => plain(changeText(baseline, final ?? midterm, def)),
      }),
      {
        heading: '终期较中期',
        width: 17,
        cell: ({ midterm, final, def }) => plain(changeText(midterm, final, def)),
      },
    ],
    rows: lines,
    empty: '',
    foot: [],
    as: 'list',
  });
}

interface Line extends Compared {
  readonly def: IndicatorDef;
}

/** Figures on one side at least, of an indicator that holds for the unit. */
function isTold({ baseline, midterm, final }: Compared): boolean {
  const known = [baseline, midterm, final].some((figure) => figure !== null && figure.numerator !== null);
  return known && [midterm, final].some((figure) => figure !== null && !ASIDE.includes(figure.verdict));
}

const ASIDE: readonly Verdict[] = ['reference', 'not_applicable'];

function keyNames({ rollup, nameOf }: Told): (key: string) => string {
  const names = new Map(rollup.units.map((unit) => [unit.key, nameOf(unit)]));
  return (key) => names.get(key) ?? key;
}

function figureCell(figure: ComparedFigure | null, def: IndicatorDef): PlanCell {
  return figure ? plain(textOf(figure, def)) : missingCell;
}

function judged(figure: ComparedFigure | null, def: IndicatorDef, mode: 'midterm' | 'final', { rollup, policy }: Told) {
  const asOf = mode === rollup.mode ? rollup.asOf : mode === 'midterm' ? policy.midtermAsOf : policy.finalAsOf;
  return figure ? verdictCell(figure.verdict, def, { mode, asOf }) : missingCell;
}

function textOf(figures: FigureThen, { target, spoken }: IndicatorDef): string {
  const { numerator } = figures;
  return valueText({
    ...(spoken === undefined ? {} : { spoken }),
    verdict: 'reference',
    lower: numerator,
    upper: numerator,
    target,
    gap: null,
    ...figures,
  } as Indicator);
}

/** `提高12.34个百分点`, between the rates as they are shown; `增加3家` of a count. */
function changeText(from: FigureThen | null, to: FigureThen | null, { target, spoken }: IndicatorDef): string {
  if (comparability(from, to, target) !== 'comparable' || spoken?.kind === 'step') return '—';
  if (isShare(target) && !isRatio(target)) return '—';
  const of = (figures: FigureThen | null) =>
    isRatio(target) ? shownHundredths(figures!.numerator!, figures!.denominator!, target) : figures!.numerator!;
  const by = of(to) - of(from);
  if (!isShare(target)) return changed(by, '增加', '减少', (amount) => `${amount}${target.unit}`);
  return changed(by, '提高', '降低', (points) => `${(points / 100).toFixed(2)}个百分点`);
}

function changed(by: number, up: string, down: string, text: (by: number) => string): string {
  return by === 0 ? '持平' : `${by > 0 ? up : down}${text(Math.abs(by))}`;
}
