/** 来源: where each figure comes from, so that whoever doubts it finds the cells. */
import { checkCode } from '../../model/check-codes.ts';
import { valueText } from '../../model/figures.ts';
import type { Evaluation, Indicator, PaperSheet, Place, RollupUnit, Verdict } from '../../model.ts';
import { cellsNamed } from '../cells.ts';
import { textOf } from '../parts.ts';
import { listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { emptyText, type Told, unseenText, verdictCell } from './told.ts';

export function sourceSheet(told: Told): PaperSheet {
  const { defs, rollup } = told;
  return listSheet<Source>({
    name: '来源',
    title: titleOf(told, '各数的来源'),
    head: ['只列有数的指标；缺数据的见“未报送与缺数据”。', ...unseenText(told)],
    columns: [
      { heading: '单位', width: 20, cell: ({ unit }) => plain(told.nameOf(unit)) },
      { heading: '指标', width: 22, cell: ({ indicator }) => plain(indicator.name) },
      {
        heading: '判定',
        width: 11,
        cell: ({ indicator }) => verdictCell(indicator.verdict, defs.get(indicator.id), rollup),
      },
      { heading: '数', width: 20, cell: ({ indicator }) => plain(valueText(indicator)) },
      { heading: '文件', width: 25, cell: ({ unit }) => plain(unit.file ?? '') },
      { heading: '工作表', width: 14, cell: ({ places }) => plain(places[0]?.sheet ?? '—') },
      { heading: '单元格', width: 24, cell: ({ places }) => plain(cellsText(places)) },
      { heading: '校验码', width: 10, cell: ({ code }) => plain(code) },
    ],
    rows: told.counting.flatMap(({ unit, evaluation }) => (evaluation ? sourcesOf(unit, evaluation) : [])),
    empty: emptyText(told, '没有算出的数。'),
    foot: [],
    as: 'list',
  });
}

interface Source {
  readonly unit: RollupUnit;
  readonly code: string;
  readonly indicator: Indicator;
  readonly places: readonly Place[];
}

/** What only informs enters no figure of the roll-up. */
const ASIDE: readonly Verdict[] = ['reference', 'not_applicable'];

function sourcesOf(unit: RollupUnit, evaluation: Evaluation): readonly Source[] {
  const code = checkCode(evaluation.dataHash);
  return evaluation.indicators
    .filter(({ basis, numerator, verdict }) => basis === undefined && numerator !== null && !ASIDE.includes(verdict))
    .map((indicator) => ({ unit, code, indicator, places: indicator.evidence }));
}

function cellsText(places: readonly Place[]): string {
  return places.length === 0 ? '由其他指标得出' : textOf(cellsNamed(places));
}
