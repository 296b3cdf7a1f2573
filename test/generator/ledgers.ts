/** A ledger of activities by months: the year stands in the title, the month merged over its days (layout L5). */
import type { Row } from './rows.ts';
import type { ListSay, Say } from './tables.ts';
import type { Hand } from './values.ts';

export interface Ledger {
  readonly list: ListSay;
  readonly rows: readonly Row[];
  /** What the title begins with; undefined where the month column names the years. */
  readonly period: string | undefined;
}

export function monthLedger({ roll }: Hand, list: ListSay, rows: readonly Row[]): Ledger | null {
  const dates = rows.map(({ date }) => String(date));
  const years = new Set(dates.map((date) => date.slice(0, 4)));
  const within = dates.every((date) => date >= '2020-06' && date < '2021-06');
  const oneYear = years.size === 1;
  const period = oneYear
    ? `${[...years][0]}年${roll.pick(['', '度', '社区'])}`
    : within
      ? roll.pick(['2020年6月至2021年5月', '（2020.6—2021.5）', '2020年6月-2021年5月'])
      : undefined;
  if (period !== undefined && roll.chance(40))
    return { period, rows, list: withColumns(list, [dayOfYear(roll.int(3))]) };
  const month: Say = {
    key: 'month',
    kind: 'text',
    plain: '月份',
    headings: ['月份', '月 份', '活动月份'],
    held: true,
    value: ({ date }) => {
      const [year, one] = String(date).split('-');
      return period === undefined ? `${year}年${Number(one)}月` : `${Number(one)}月`;
    },
  };
  return { period, rows, list: withColumns(list, [month, dayOfMonth(roll.int(3))]) };
}

function withColumns(list: ListSay, says: readonly Say[]): ListSay {
  return {
    ...list,
    columns: [[says], ...list.columns.filter((choice) => choice[0]![0]!.key !== 'date')],
  };
}

function dayOfYear(way: number): Say {
  return {
    key: 'date',
    kind: 'text',
    plain: '日期',
    headings: ['日期', '活动日期', '时间', '活动时间'],
    value: ({ date }) => {
      const [, month, day] = String(date).split('-').map(Number);
      return [`${month}月${day}日`, `${month}.${day}`, `${month}月${day}日上午`][way]!;
    },
  };
}

function dayOfMonth(way: number): Say {
  return {
    key: 'date',
    kind: 'text',
    plain: '日期',
    headings: ['日期', '日 期', '活动日期'],
    value: ({ date }) => {
      const day = Number(String(date).split('-')[2]);
      return [`${day}日`, `${day}日`, day < 27 ? `${day}-${day + 1}日` : `${day}号`][way]!;
    },
  };
}
