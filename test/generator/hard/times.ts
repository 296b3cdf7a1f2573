/** Days of which the sheet, its title or another column says the rest: month sheets, months and days in columns, spans. */
import type { Row } from '../rows.ts';
import { columnOf } from './layouts.ts';
import { type Draft, type HardRow, hasColumn, record, replaceColumn, type World } from './world.ts';

const parts = ({ date }: Row) => String(date).split('-').map(Number) as [number, number, number];

/** The ledger of activities by months: year in the title, month in the sheet's name or in a column. */
export function months(world: World): void {
  const { roll, lists, later } = world;
  if (!world.claim('W07', 'lists', 'months') || !world.claim('W07', 'date', 'months')) return;
  const way = roll.pick([monthSheets, monthSheets, yearSheets, dateColumns]);
  // Two Junes would need names that tell them apart.
  lists.W07 = lists.W07.filter(({ clean }) => String(clean.date) >= '2020-06' && String(clean.date) < '2021-06');
  later.push(() => way(world, world.draft('W07')));
}

function monthSheets(world: World, draft: Draft): void {
  const { roll, own, drafts } = world;
  const groups = new Map<string, HardRow[]>();
  for (const line of draft.lines) {
    if (line.kind !== 'record') continue;
    const month = String(line.row.clean.date).slice(0, 7);
    groups.set(month, [...(groups.get(month) ?? []), line.row]);
  }
  const way = roll.int(3);
  const day = columnOf('date', [roll.pick(['日期', '活动日期', '时间'])], ({ clean }) => {
    const [, month, one] = parts(clean);
    return [`${one}日`, `${month}月${one}日`, `${month}.${one}`][way]!;
  });
  replaceColumn(draft, 'date', day);
  const title = roll.pick(draft.list.titles);
  const yearIn = roll.pick(['title', 'title', 'sheet']);
  const made = [...groups].map(([month, rows]): Draft => {
    const [year, number] = month.split('-').map(Number) as [number, number];
    return {
      ...draft,
      heads: [
        yearIn === 'title' ? `${roll.pick(['', own])}${year}年${roll.pick(['', '度'])}${title}` : `${own}${title}`,
      ],
      sheet: yearIn === 'title' ? `${number}月` : roll.pick([`${year}年${number}月`, `${year}.${number}`]),
      lines: rows.map((row) => record(row)),
    };
  });
  drafts.splice(drafts.indexOf(draft), 1, ...made);
}

function yearSheets(world: World, draft: Draft): void {
  const { roll, drafts } = world;
  const written = roll.pick(['two columns', 'one', 'one with week']);
  if (written === 'two columns') {
    const group = roll.pick(['日期', '活动时间', '时间']);
    const unit = roll.chance(30);
    replaceColumn(
      draft,
      'date',
      columnOf('date', [group, '月'], ({ clean }) => (unit ? `${parts(clean)[1]}月` : parts(clean)[1])),
      columnOf('date', [group, '日'], ({ clean }) => (unit ? `${parts(clean)[2]}日` : parts(clean)[2])),
    );
  } else {
    replaceColumn(
      draft,
      'date',
      columnOf('date', [roll.pick(['日期', '活动时间'])], ({ clean }) => {
        const [year, month, day] = parts(clean);
        const week = '日一二三四五六'[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
        return `${month}月${day}日${written === 'one' ? '' : roll.pick([`（星期${week}）`, '上午', '下午'])}`;
      }),
    );
  }
  const title = roll.pick(draft.list.titles);
  const made = ['2020', '2021'].flatMap((year): Draft[] => {
    const lines = draft.lines.filter((line) => line.kind === 'record' && String(line.row.clean.date).startsWith(year));
    if (lines.length === 0) return [];
    return [
      {
        ...draft,
        heads: [`${year}年${roll.pick(['', '度', '社区'])}${title}`],
        sheet: roll.pick(['', `${title}${year}`]),
        lines,
      },
    ];
  });
  drafts.splice(drafts.indexOf(draft), 1, ...made);
}

function dateColumns({ roll }: World, draft: Draft): void {
  const group = roll.pick(['日期', '活动时间', '活动日期']);
  const name = roll.chance(50) ? [group] : [];
  replaceColumn(
    draft,
    'date',
    columnOf('date', [...name, '年'], ({ clean }) => parts(clean)[0]),
    columnOf('date', [...name, '月'], ({ clean }) => parts(clean)[1]),
    columnOf('date', [...name, '日'], ({ clean }) => parts(clean)[2]),
  );
}

const SPANS: readonly ((from: string, to: string) => string)[] = [
  (from, to) => `${dotted(from)}-${dotted(to)}`,
  (from, to) => `${dotted(from)}—${dotted(to)}`,
  (from, to) => `${dotted(from)}至${dotted(to)}`,
  (from, to) => `${worded(from)}至${worded(to)}`,
  (from, to) => `${worded(from)}-${worded(to)}`,
  (from, to) => `${worded(from)}～${worded(to)}`,
  (from, to) =>
    from.slice(0, 4) === to.slice(0, 4) ? `${worded(from)}至${worded(to).slice(5)}` : `${dotted(from)}~${dotted(to)}`,
  (from, to) => `${dotted(from)}\n至${dotted(to)}`,
];
const dotted = (day: string) =>
  day
    .split('-')
    .map((part, at) => (at === 0 ? part : Number(part)))
    .join('.');
const worded = (day: string) =>
  day
    .split('-')
    .map((part, at) => `${Number(part)}${'年月日'[at]}`)
    .join('');

/** Beginning and end of a project in one cell; one that ended before the pilot began. */
export function spans(world: World): void {
  const { roll, lists, own, later } = world;
  if (!['start', 'end', 'span'].every((key) => world.claim('W05', key, 'spans'))) return;
  const [last] = lists.W05;
  if (last && roll.chance(50)) {
    const clean = {
      ...last.clean,
      no: 'XM90',
      name: '往年为老服务项目',
      community: own,
      status: '已结项',
      people: 40,
      times: 160,
      evidence: '方案90',
      start: '2019-03',
      end: '2020-04',
    };
    lists.W05.push({ clean });
  }
  const write = roll.pick(SPANS);
  const heading = roll.pick([
    '起止时间',
    '项目起止时间',
    '服务周期',
    '实施周期',
    '起止年月',
    '服务期限',
    '项目时间',
    '实施时间',
  ]);
  later.push(() => {
    const draft = world.draft('W05');
    if (!hasColumn(draft, 'start')) return;
    draft.columns = draft.columns.filter(({ key }) => key !== 'end');
    replaceColumn(
      draft,
      'start',
      columnOf('span', [heading], ({ clean }) => write(String(clean.start), String(clean.end))),
    );
  });
}
