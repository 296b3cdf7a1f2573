/** 总览: on what it rests, who handed in, and one table of all indicators. */
import {
  dateText,
  gapAmountText,
  gapPointsText,
  isSet,
  isShare,
  percentText,
  targetText,
  valueText,
} from '../../model/figures.ts';
import { demandOf } from '../../model/missing.ts';
import { modeWords, unitStateText } from '../../model/words.ts';
import type { Indicator, IndicatorDef, PaperSheet, PlanCell, Pooled, Rollup, RollupIndicator } from '../../model.ts';
import { nearestBarText } from '../bars.ts';
import { calibreNotes } from '../narrative.ts';
import { textOf } from '../parts.ts';
import { type Column, listSheet, plain } from './lists.ts';
import type { Told } from './told.ts';

export function overviewSheet(told: Told): PaperSheet {
  const { rollup, policy } = told;
  const { listed, aside } = indicatorsIn(told);
  return listSheet<RollupIndicator>({
    name: '总览',
    title: titleOf(told, ''),
    head: [
      `评估依据：${policy.document.title}`,
      `范围：${modeWords[rollup.mode]}评估　　数据截止日：${dateText(rollup.asOf)}　　评估口径：${rollup.policy.name}（${rollup.policy.version}版）`,
      reporting(told),
      ...filesText(rollup),
    ],
    columns: columnsOf(told),
    rows: listed,
    empty: '没有可以汇总的指标。',
    foot: [
      '粗体的是总体目标。合并率是各单位分子合计除以分母合计，不是各单位的率的平均；只计判定确定的单位，未报送和缺数据的单位不进分子、分母；判定已定、数还未定的单位按下限计。“—”表示按单位逐个评，不合并，或者没有待核实的数据。',
      ...(aside.length > 0 ? [`没有应评单位或者只作参考，未列入：${aside.join('、')}。`] : []),
      ...calibreNotes(policy).map(textOf),
    ],
    as: 'page',
  });
}

/** “三社联动”试点工作中期评估汇总　排名. */
export function titleOf({ rollup, policy }: Told, part: string): string {
  return `${policy.words.work}${modeWords[rollup.mode]}评估汇总${part === '' ? '' : `　${part}`}`;
}

/** Goals first, then in the order of the policy; those that hold for nobody are only named. */
export function indicatorsIn({ rollup, policy, defs }: Told): {
  readonly listed: readonly RollupIndicator[];
  readonly aside: readonly string[];
} {
  const isGoal = ({ id }: RollupIndicator) => policy.goals.includes(id);
  const informs = ({ id, applicable }: RollupIndicator) => applicable === 0 || !isSet(defs.get(id)!.target);
  const { indicators } = rollup;
  return {
    listed: [...indicators.filter(isGoal), ...indicators.filter((one) => !isGoal(one) && !informs(one))],
    aside: indicators.filter((one) => !isGoal(one) && informs(one)).map(({ name }) => name),
  };
}

/** Names of units that are missing, as many as are read. */
const NAMED = 20;

export function reporting({ rollup, missing, nameOf }: Told): string {
  const { expected, reported, rate, late, unclear, unexpected } = rollup.reporting;
  const names = missing.slice(0, NAMED).map(nameOf);
  const more = missing.length > NAMED ? `等${missing.length}个单位，见“未报送与缺数据”` : '';
  return [
    rate === null
      ? `没有应报名册，已报送${reported}个单位`
      : `应报${expected}个单位，实报${reported}个，报送率${percentText(reported, expected, null)}`,
    late === null ? '' : `，其中逾期${late}个`,
    '。',
    names.length > 0 ? `未报送：${names.join('、')}${more}（不参与各率计算）。` : '',
    unclear.length > 0
      ? `另有${unclear.length}个单位有没有报送待核实，收到的文件分不清是不是它们的，见“文件”：${unclear.slice(0, NAMED).join('、')}${unclear.length > NAMED ? '等' : ''}。`
      : '',
    unexpected.length > 0 ? `另有${unexpected.length}个单位不在应报名册内，见“文件”。` : '',
  ].join('');
}

export function filesText({ units }: Rollup): readonly string[] {
  const files = units.filter(({ file }) => file !== null);
  const aside = (['superseded', 'duplicate', 'other_time', 'register', 'ledger', 'unreadable'] as const).flatMap(
    (state) => {
      const names = files.filter((one) => one.state === state).map(unitStateText);
      return [...new Set(names)].map((name) => `${name}${names.filter((one) => one === name).length}个`);
    },
  );
  const counting = files.filter(({ state }) => state === 'reported').length;
  const rest = aside.length > 0 ? `，${aside.join('，')}，各见“文件”` : '';
  return files.length === 0 ? [] : [`收到文件${files.length}个：计入${counting}个${rest}。`];
}

function columnsOf(told: Told): readonly Column<RollupIndicator>[] {
  const { rollup, policy, defs } = told;
  const isMidterm = rollup.mode === 'midterm';
  const count = (heading: string, of: (one: RollupIndicator) => number): Column<RollupIndicator> => ({
    heading,
    width: 7,
    cell: (one) => plain(of(one), 'number'),
  });
  const pooled = (say: (pooled: Pooled, all: Indicator) => string) => (one: RollupIndicator) => {
    const def = defs.get(one.id)!;
    return plain(one.pooled && isShare(def.target) ? say(one.pooled, pooledIndicator(one.pooled, def)) : '—');
  };
  return [
    {
      heading: '指标',
      width: 22,
      cell: ({ id, name }) => plain(name, policy.goals.includes(id) ? 'subtitle' : 'text'),
    },
    { heading: '目标', width: 8, cell: ({ id }) => plain(targetText(defs.get(id)!) || '—') },
    count('应评单位', ({ applicable }) => applicable),
    count('达标', ({ met }) => met),
    ...(isMidterm
      ? [
          count('进行中正常', ({ on_track }) => on_track),
          count('进行中滞后', ({ behind }) => behind),
          count('到期未达标', ({ unmet }) => unmet),
        ]
      : [count('未达标', ({ unmet }) => unmet)]),
    count('待核实', ({ to_verify }) => to_verify),
    { heading: '缺数据', width: isMidterm ? 11 : 7, cell: (one) => missingCount(one, defs.get(one.id)!, rollup) },
    // Before the end few are through, and a bar would say that the others are not on their way.
    ...(isMidterm
      ? []
      : [
          {
            heading: '达标占应评',
            width: 19,
            cell: (one: RollupIndicator) => plain(nearestBarText(one.met, one.applicable)),
          },
        ]),
    { heading: '合并率（合计/合计）', width: 20, cell: pooled(rateOf) },
    { heading: isMidterm ? '距目标' : '差距', width: 16, cell: pooled(gapOf) },
    { heading: '连同待核实的', width: 24, cell: pooled(boundsText) },
  ];
}

/** Data that is not due is no failing. */
function missingCount({ missing }: RollupIndicator, def: IndicatorDef, { mode, asOf }: Rollup): PlanCell {
  const isDue = demandOf(def, { mode, asOf }) === 'now';
  return isDue || missing === 0 ? plain(missing, 'number') : plain(`${missing}（未到期）`);
}

/** As an indicator of all units together, so that it is said in the same words. */
function pooledIndicator({ numerator, denominator, value, gap }: Pooled, def: IndicatorDef): Indicator {
  return {
    ...(def.noun === undefined ? {} : { noun: def.noun }),
    id: def.id,
    name: def.name,
    scope: def.scope,
    entity: null,
    numerator,
    denominator,
    value,
    lower: numerator,
    upper: numerator,
    target: def.target,
    gap,
    verdict: gap ? 'unmet' : 'met',
    citation: def.citation,
    evidence: [],
    at: null,
    reasons: [],
  };
}

function rateOf({ denominator, open }: Pooled, all: Indicator): string {
  if (denominator === 0) return '没有确定的数据';
  return valueText(all) + (open > 0 ? `，其中${open}个单位的数未定，按下限计` : '');
}

/** `6.67个百分点、4人`. */
function gapOf({ denominator, gap }: Pooled, all: Indicator): string {
  if (denominator === 0) return '—';
  if (!gap) return '已达到';
  return [gapPointsText(all), gapAmountText(all)].filter((text) => text !== null).join('、');
}

/** From the worst to the best that it can be once all is verified. */
function boundsText({ numerator, denominator, bounds }: Pooled, all: Indicator): string {
  const { lower, lowerDenominator, upper, upperDenominator } = bounds;
  const isCertain = lower === upper && lowerDenominator === upperDenominator;
  if (isCertain && lower === numerator && lowerDenominator === denominator) return '—';
  return valueText({ ...all, numerator: lower, lower, lowerDenominator, upper, upperDenominator });
}
