/** What stands behind a report: all units by all indicators, their problems, how good the data is, how was counted, and where figures come from. */
import { isSet, rateText, targetText, valueText } from '../../model/figures.ts';
import { verdictSigns } from '../../model/verdict-signs.ts';
import { unitStateText, verdictWords } from '../../model/words.ts';
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { calibreNotes } from '../narrative.ts';
import { listed, quote, says, textOf } from '../parts.ts';
import { verdictCell } from '../rollup/told.ts';
import { paragraphs, table } from './blocks.ts';
import { type DocumentData, unitKey } from './data.ts';
import type { Attachment, Bound, DocumentBinding, DocumentTable, DocumentText } from './documents.ts';
import { problemColumns, problemRows } from './problem-lists.ts';
import { problemsOf } from './problems.ts';
import { isPrivate } from './public.ts';
import { entryOf } from './standings.ts';
import { tell } from './tokens.ts';

/** So many indicators go on one table lying down, beside the unit's name. */
const AT_ONCE = 13;

export function matrixAnnex(data: DocumentData): Attachment {
  const shown = judgedIndicators(data);
  const units = [...data.counting.map(({ unit }) => unit), ...data.missing];
  const groups = Array.from({ length: Math.ceil(shown.length / AT_ONCE) }, (_, at) =>
    shown.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  return {
    title: ['指标完成情况表'],
    orientation: 'landscape',
    body:
      shown.length === 0
        ? [reportedTable(units, data)]
        : [
            ...paragraphs([LEGEND]),
            ...groups.map((group) =>
              table<RollupUnit>(
                [
                  { heading: '单位', width: 19, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
                  ...group.map((def) => ({
                    heading: def.name,
                    width: 6,
                    align: 'center' as const,
                    cell: (unit: RollupUnit) => shortCell(def, unit, data),
                  })),
                ],
                units,
                '没有单位。',
              ),
            ),
          ],
  };
}

const LEGEND = `${(['met', 'unmet', 'on_track', 'behind', 'to_verify', 'reference'] as const).map((one) => `${verdictSigns[one]} ${verdictWords[one]}`).join('　')}。率的分子、分母见附件“数据来源”。`;

/** Nothing holds for anybody: who handed in is all that can be told. */
function reportedTable(units: readonly RollupUnit[], data: DocumentData): DocumentTable {
  return table<RollupUnit>(
    [
      { heading: '单位', width: 70, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
      { heading: '报送情况', width: 30, align: 'center', cell: (unit) => [unitStateText(unit)] },
    ],
    units,
    '没有单位。',
  );
}

/** Goals first; those that hold for nobody, or set no target, are not in it. */
export function judgedIndicators(data: DocumentData): readonly IndicatorDef[] {
  const { policy } = data;
  const all = policy.indicators.filter(
    (def) => isSet(def.target) && def.spoken?.kind !== 'title' && (entryOf(def, data)?.applicable ?? 0) > 0,
  );
  const isGoal = ({ id }: IndicatorDef) => policy.goals.includes(id);
  return [...all.filter(isGoal), ...all.filter((def) => !isGoal(def))];
}

/** The figure, and how it is judged; 未报送 of a unit that did not hand in. */
export function matrixCell(def: IndicatorDef, unit: RollupUnit, data: DocumentData): DocumentText {
  const { judged, figure } = cellOf(def, unit, data, 'value');
  return figure ? says<DocumentBinding>`${figure}　${judged}` : [judged];
}

/** Where many stand side by side: a rate without its counts, and the sign alone beside a figure. */
function shortCell(def: IndicatorDef, unit: RollupUnit, data: DocumentData): DocumentText {
  const { judged, figure } = cellOf(def, unit, data, 'rate');
  return figure ? says<DocumentBinding>`${figure}${judged[0]!}` : [judged];
}

function cellOf(
  def: IndicatorDef,
  unit: RollupUnit,
  data: DocumentData,
  what: 'value' | 'rate',
): { readonly judged: string; readonly figure: Bound | null } {
  if (unit.state === 'missing') return { judged: '未报送', figure: null };
  const { rollup } = data;
  const verdict = unit.verdicts[def.id];
  if (verdict === undefined || verdict === 'not_applicable') return { judged: '不适用', figure: null };
  const judged = String(verdictCell(verdict, def, rollup).value);
  const indicator = data.evaluations
    .get(unitKey(unit.key, rollup.mode))
    ?.indicators.find(({ id, basis }) => id === def.id && basis === undefined);
  const isNone = !indicator || indicator.numerator === null || valueText(indicator) === '—';
  if (isNone || isPrivate(def, data) || def.spoken?.kind === 'step') return { judged, figure: null };
  const { id, entity } = indicator;
  const isRate = what === 'rate' && rateText(indicator) !== null;
  const of = { what: isRate ? ('rate' as const) : ('value' as const), indicator: id, entity };
  return { judged, figure: tell(data).bound({ what: 'inUnit', unit: unit.key, time: rollup.mode, of }) };
}

/** What is not for the public: who is to put what right, files and cells. */
export function inside(
  data: DocumentData,
  annexes: readonly ((data: DocumentData) => Attachment)[],
): readonly Attachment[] {
  return data.options.isPublic ? [] : annexes.map((annex) => annex(data));
}

export function problemAnnex(data: DocumentData): Attachment {
  const rows = problemsOf(data).flatMap((one) => problemRows(one, data));
  return {
    title: ['各单位问题清单'],
    orientation: 'landscape',
    body: [table(problemColumns(data), rows, '没有发现问题。')],
  };
}

/** 强制、核实、提示 of each unit, how often it was sent back, and who did not hand in. */
export function qualityAnnex(data: DocumentData): Attachment {
  const units = [...data.counting.map(({ unit }) => unit), ...data.missing];
  const count = (severity: 'error' | 'warning' | 'note') => (unit: RollupUnit) =>
    unit.state === 'missing' ? ['—'] : [tell(data).bound({ what: 'findings', severity, unit: unit.key })];
  return {
    title: ['数据质量说明'],
    orientation: 'portrait',
    body: [
      ...paragraphs(says<DocumentBinding>`强制性问题不改不能汇总，核实性问题须写核实说明，提示性问题不需处理。`),
      table<RollupUnit>(
        [
          { heading: '单位', width: 24, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
          { heading: '强制', width: 7, align: 'center', cell: count('error') },
          { heading: '核实', width: 7, align: 'center', cell: count('warning') },
          { heading: '提示', width: 7, align: 'center', cell: count('note') },
          { heading: '报送情况', width: 14, align: 'center', cell: (unit) => [unitStateText(unit)] },
        ],
        units,
        '没有单位。',
      ),
    ],
  };
}

export function calibreAnnex(data: DocumentData): Attachment {
  return {
    title: ['口径说明'],
    orientation: 'portrait',
    body: paragraphs(
      ...calibreNotes(data.policy).map((note): DocumentText => [quote(textOf(note))]),
      [
        '各率的合计是分子合计除以分母合计，不是各单位的率的平均；只计判定确定的单位，未报送和缺数据的单位不进分子、分母。',
      ],
      data.options.isPublic ? ['为保护个人信息，人数不足五人的、能由其他数推算出来的，不列具体数。'] : [],
    ),
  };
}

/** A line for each figure of a unit: from which file, sheet and cells. */
export function sourceAnnex(data: DocumentData): Attachment {
  const { counting, rollup, nameOf } = data;
  const defs = judgedIndicators(data);
  const rows = counting.flatMap(({ unit, evaluation }) =>
    defs.flatMap((def) => {
      const indicator = evaluation?.indicators.find(({ id, basis }) => id === def.id && basis === undefined);
      const places = indicator?.evidence ?? [];
      return indicator && indicator.numerator !== null && places.length > 0 ? [{ unit, indicator, places }] : [];
    }),
  );
  return {
    title: ['数据来源'],
    orientation: 'landscape',
    body: [
      table(
        [
          { heading: '单位', width: 18, align: 'left', cell: ({ unit }) => [quote(nameOf(unit))] },
          { heading: '指标', width: 16, align: 'left', cell: ({ indicator }) => [quote(indicator.name)] },
          {
            heading: '数',
            width: 14,
            align: 'left',
            cell: ({ unit, indicator: { id, entity } }) => [
              tell(data).bound({
                what: 'inUnit',
                unit: unit.key,
                time: rollup.mode,
                of: { what: 'value', indicator: id, entity },
              }),
            ],
          },
          { heading: '目标', width: 8, align: 'left', cell: ({ indicator }) => [quote(targetText(indicator))] },
          { heading: '文件', width: 22, align: 'left', cell: ({ unit }) => [quote(unit.file ?? '')] },
          {
            heading: '工作表和单元格',
            width: 26,
            align: 'left',
            cell: ({ places }) =>
              listed<DocumentBinding>(
                [...new Set(places.map(({ sheet, address }) => `${sheet}!${address}`))].map(quote),
                '、',
              ),
          },
        ],
        rows,
        '没有数据。',
      ),
    ],
  };
}
