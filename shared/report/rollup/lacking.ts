/** 未报送与缺数据: who did not hand in, what could not be read, and what is missing in what was handed in. */
import { type Demand, lacking, type MissingGroup, missingByReason } from '../../model/missing.ts';
import { unitStateText } from '../../model/words.ts';
import type { Evaluation, PaperSheet, PlanCell } from '../../model.ts';
import { missingAdvice } from '../advice.ts';
import { textOf } from '../parts.ts';
import { listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { emptyText, missingCell, type Told, unseenText } from './told.ts';

export function lackingSheet(told: Told): PaperSheet {
  return listSheet<Lack>({
    name: '未报送与缺数据',
    title: titleOf(told, '未报送与缺数据'),
    head: ['未报送和缺数据的不作0计，也不参与各率计算。', ...unseenText(told)],
    columns: [
      { heading: '序号', width: 6, cell: (_, at) => plain(at + 1, 'number') },
      { heading: '单位', width: 24, cell: ({ unit }) => plain(unit) },
      { heading: '类别', width: 9, cell: ({ category }) => category },
      { heading: '缺什么', width: 43, cell: ({ what }) => plain(what) },
      { heading: '因此缺数据的指标', width: 34, cell: ({ indicators }) => plain(indicators) },
      { heading: '处理建议', width: 32, cell: ({ advice }) => plain(advice) },
    ],
    rows: [...notHandedIn(told), ...notReadable(told), ...withoutData(told)],
    empty: emptyText(told, '应报的单位都已报送，没有缺的数据。'),
    foot: [],
    as: 'list',
  });
}

interface Lack {
  readonly unit: string;
  readonly category: PlanCell;
  readonly what: string;
  readonly indicators: string;
  readonly advice: string;
}

function notHandedIn({ missing, nameOf }: Told): readonly Lack[] {
  return missing.map((unit) => ({
    unit: nameOf(unit),
    category: missingCell,
    what: '没有收到可以计入的文件。',
    indicators: '全部',
    advice: '请催报。',
  }));
}

function notReadable({ rollup, nameOf }: Told): readonly Lack[] {
  return rollup.units
    .filter(({ state }) => state === 'unreadable')
    .map((unit) => ({
      unit: unit.key === '' ? (unit.file ?? '—') : nameOf(unit),
      category: plain(unitStateText(unit), 'error'),
      what: unit.because ?? '文件不能计入。',
      indicators: '全部',
      // Some were only stopped, or could not be had from the disk.
      advice: '处理好以后再放入一次；文件本身有毛病的，请报送单位改好后重新报送。',
    }));
}

function withoutData({ counting, nameOf }: Told): readonly Lack[] {
  return counting.flatMap(({ unit, evaluation }) =>
    evaluation
      ? [
          ...groupsOf(evaluation, 'now').map((group) => lackOf(group, nameOf(unit))),
          ...groupsOf(evaluation, 'later').map((group) => notDueOf(group, nameOf(unit))),
        ]
      : [],
  );
}

/** Other calibres only inform. */
function groupsOf(evaluation: Evaluation, demand: Demand): readonly MissingGroup[] {
  return missingByReason(lacking(evaluation, demand).filter(({ basis }) => basis === undefined));
}

function lackOf(group: MissingGroup, unit: string): Lack {
  const { reason, indicators } = group;
  return {
    unit,
    category: plain('缺数据', 'warning'),
    what: reason,
    indicators: namesOf(indicators.map(({ name }) => name)),
    advice: textOf(missingAdvice(group)),
  };
}

/** It may be told already, and is not asked for. */
function notDueOf(group: MissingGroup, unit: string): Lack {
  return { ...lackOf(group, unit), category: plain('未到期'), advice: '还没到期，到期前补齐。' };
}

/** Names that are read in a line; all stand in the matrix. */
const NAMED = 4;

function namesOf(names: readonly string[]): string {
  const told = names.slice(0, NAMED).join('、');
  return names.length > NAMED ? `${told}等${names.length}项` : told;
}
