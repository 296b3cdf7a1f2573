/** 指标矩阵: units by indicators, on as many sheets as paper has room for at 9 points, units named on each. */
import { shortVerdict, signedVerdict } from '../../model/verdict-signs.ts';
import type { PaperSheet, PlanCell, RollupIndicator, RollupUnit, Verdict } from '../../model.ts';
import { columnPoints } from '../drawn.ts';
import { printable } from '../pages.ts';
import { type Column, listSheet, plain } from './lists.ts';
import { indicatorsIn, titleOf } from './overview.ts';
import { missingCell, sideWord, type Told, verdictCell } from './told.ts';

export function matrixSheets(told: Told): readonly PaperSheet[] {
  const { rollup } = told;
  const units = [...told.counting.map(({ unit }) => unit), ...told.missing];
  const groups = grouped(indicatorsIn(told).listed);
  return groups.map((indicators, at) => {
    const part = groups.length === 1 ? '' : `（${at + 1}/${groups.length}）`;
    return listSheet<RollupUnit>({
      name: `指标矩阵${at === 0 ? '' : at + 1}`,
      title: titleOf(told, `指标矩阵${part}`),
      head: [
        `${shownVerdicts(told)}${rollup.mode === 'midterm' ? '　–未到期（还没有数据）' : ''}　总体目标排在最前。各数和出处见“来源”。`,
      ],
      columns: [
        { heading: '单位', width: unitWidth, cell: (unit) => plain(told.nameOf(unit)) },
        { heading: '城乡', width: sideWidth, cell: (unit) => plain(sideWord(unit)) },
        ...indicators.map((indicator) => verdictColumn(indicator, told)),
      ],
      rows: units,
      empty: '没有单位。',
      foot: [],
      as: 'list',
    });
  });
}

/** In characters. */
const unitWidth = 25;
const sideWidth = 8;
const verdictWidth = 8;

/** Letters of our sheets, and the smallest that they may become in print, in points. */
const letters = 11;
const smallest = 9;
/** Excel prints columns somewhat wider than it counts them. */
const wider = 1.05;

/** As even as can be. */
function grouped(indicators: readonly RollupIndicator[]): readonly (readonly RollupIndicator[])[] {
  const { width } = printable({ orientation: 'landscape', repeated: null });
  const room = (width * letters) / (smallest * wider) - columnPoints(unitWidth) - columnPoints(sideWidth);
  const groups = Math.max(1, Math.ceil(indicators.length / Math.floor(room / columnPoints(verdictWidth))));
  const each = Math.ceil(indicators.length / groups);
  return Array.from({ length: groups }, (_, at) => indicators.slice(at * each, (at + 1) * each));
}

function verdictColumn({ id, name }: RollupIndicator, told: Told): Column<RollupUnit> {
  return { heading: name, width: verdictWidth, cell: (unit) => cellOf(unit, id, told) };
}

function cellOf({ state, verdicts }: RollupUnit, id: string, { rollup, defs }: Told): PlanCell {
  if (state === 'missing') return missingCell;
  const verdict = verdicts[id];
  return verdict === undefined ? plain(shortVerdict('not_applicable')) : verdictCell(verdict, defs.get(id), rollup);
}

/** Which signs there are. */
function shownVerdicts({ rollup }: Told): string {
  const running: readonly Verdict[] = rollup.mode === 'midterm' ? ['on_track', 'behind'] : [];
  const all: readonly Verdict[] = ['met', ...running, 'unmet', 'to_verify', 'not_applicable', 'missing'];
  return all.map(signedVerdict).join('　');
}
