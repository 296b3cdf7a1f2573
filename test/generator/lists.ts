/** A list as streets keep it: title lines, headings, rows, subtotals, headings again on the next page, totals, signatures. */
import type { Cell } from '../../shared/model.ts';
import type { Community } from './communities.ts';
import { type Column, columnsOf, putHeadings } from './headings.ts';
import { monthLedger } from './ledgers.ts';
import { putFooters, putTitles } from './lines.ts';
import { newPage, type Page } from './pages.ts';
import type { Row } from './rows.ts';
import type { ListSay } from './tables.ts';
import { cleanOf, type Hand, wayOf, writtenValue } from './values.ts';

const TOTALS = ['合计', '合  计', '合　计', '总计', '合计：', '总  计'];

export function messyList(hand: Hand, list: ListSay, community: Community): Page {
  const { roll } = hand;
  const ledger = list.id === 'W07' && roll.chance(40) ? monthLedger(hand, list, community.lists.W07) : null;
  const rows = ledger?.rows ?? community.lists[list.id];
  const columns = columnsOf(hand, ledger?.list ?? list, rows);
  const page = newPage();
  const top = putTitles(hand, page, columns.length, {
    title: `${ledger?.period ?? ''}${roll.pick(list.titles)}`,
    units: list.units,
    community,
    must: ledger?.period !== undefined,
  });
  const leaned = roll.chance(8);
  const levels = putHeadings(page, columns, top, leaned);
  const ways = columns.map(({ say }) => (say ? wayOf(hand, say.kind) : 0));
  const pageBreak = roll.chance(20) ? roll.between(3, 8) : Number.POSITIVE_INFINITY;
  const withSubtotals = list.id !== 'W13' && list.id !== 'W06' && roll.chance(12);
  let at = top + levels;
  let first = at;
  let since = 0;
  const written: { row: Row; at: number }[] = [];
  const close = () => {
    putHeld(hand, page, columns, written.slice(-since), first);
    if (withSubtotals && since > 0) putSum(hand, page, columns, rowsOf(written.slice(-since)), at++, '小计');
    since = 0;
  };
  rows.forEach((row, index) => {
    if (since >= pageBreak) {
      close();
      at += putHeadings(page, columns, at, leaned);
      first = at;
    }
    if (since > 0 && roll.chance(2)) {
      // Spare rows in the middle, left over from when there were more.
      close();
      at += roll.between(1, 2);
      first = at;
    }
    putRow(hand, page, columns, row, at, index + 1, ways, community);
    written.push({ row, at });
    since++;
    at++;
  });
  close();
  const hasSerial = columns.some(({ kind }) => kind === 'serial');
  const spare = list.id !== 'W13' && hasSerial && roll.chance(20) ? roll.between(1, 4) : 0;
  for (let line = 0; line < spare; line++) page.put(at++, 0, rows.length + line + 1);
  if (list.id !== 'W13' && (list.id !== 'W06' || rows.length > 1) && roll.chance(50)) {
    putSum(hand, page, columns, rows, at++, roll.pick(TOTALS));
  }
  if (roll.chance(15)) page.hide({ row: roll.pick(written).at });
  const personal = columns.findIndex(({ say }) => say?.key === 'id' || say?.key === 'phone');
  if (personal >= 0 && roll.chance(30)) page.hide({ column: personal });
  if (list.id === 'W07' && roll.chance(15))
    page.put(at++, 0, `累计开展活动${rows.length}场次，参与${rows.length * 20}人次`);
  putFooters(hand, page, at, columns.length, community);
  if (roll.chance(12)) putJottings(hand, page, community);
  return page;
}

const rowsOf = (written: readonly { row: Row }[]) => written.map(({ row }) => row);

function putRow(
  hand: Hand,
  page: Page,
  columns: readonly Column[],
  row: Row,
  at: number,
  number: number,
  ways: readonly number[],
  community: Community,
): void {
  const { roll } = hand;
  columns.forEach(({ say, kind }, column) => {
    if (say) page.put(at, column, writtenValue(hand, say, row, ways[column]!));
    else if (kind === 'serial') page.put(at, column, roll.chance(90) ? number : String(number));
    else if (kind === 'extra' && roll.chance(50))
      page.put(at, column, roll.pick<Cell>(['有', 12, '每月一次', '财政', '232000', { error: '#N/A' }]));
    else if (kind === 'remark' && roll.chance(12)) page.put(at, column, gossip(hand, community));
  });
}

/** What somebody who checked the list wrote below it. */
function putJottings(hand: Hand, page: Page, community: Community): void {
  const { roll } = hand;
  const row = page.height + roll.between(1, 2);
  page.put(row, roll.int(2), roll.pick(['已核对', '请补盖章', '与上报数不一致', '缺一家']));
  page.put(row, 2, gossip(hand, community));
}

function gossip({ roll }: Hand, { people }: Community): string {
  const { name, phone } = people.person();
  return roll.pick([`由${name}代管`, `联系${name} ${phone}`, `${name}介绍`, '资料已归档']);
}

/** Neighbouring equal values become one merged cell. */
function putHeld(
  hand: Hand,
  page: Page,
  columns: readonly Column[],
  written: readonly { row: Row; at: number }[],
  first: number,
): void {
  columns.forEach(({ say }, column) => {
    if (!say?.held || written.length < 2 || hand.roll.chance(50)) return;
    for (let from = 0; from < written.length; ) {
      let to = from;
      while (
        to + 1 < written.length &&
        String(cleanOf(say, written[to + 1]!.row)) === String(cleanOf(say, written[from]!.row))
      )
        to++;
      page.merge(first + from, column, first + to, column);
      from = to + 1;
    }
  });
}

/** Sums under the figures; the word in the first column, in the second, or across both. */
function putSum(
  hand: Hand,
  page: Page,
  columns: readonly Column[],
  rows: readonly Row[],
  at: number,
  word: string,
): void {
  const { roll } = hand;
  const label = word === '小计' && columns.length > 1 && roll.chance(60) ? 1 : 0;
  columns.forEach(({ say }, column) => {
    if (column <= 1 || !say || (say.kind !== 'count' && say.kind !== 'amount') || say.holds) return;
    const sum = rows.reduce((all, row) => all + Number(cleanOf(say, row)), 0);
    page.put(at, column, Math.round(sum * 10) / 10);
  });
  page.put(at, label, word);
  if (label === 0 && roll.chance(40)) page.merge(at, 0, at, 1);
}
