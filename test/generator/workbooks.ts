/** One community's records as a plain workbook, and as a street would really hand it in. */
import type { SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';
import { type Community, communityOf } from './communities.ts';
import { dice } from './dice.ts';
import { foreignSheet } from './foreign.ts';
import { messyForm, plainForm } from './forms.ts';
import { messyList } from './lists.ts';
import { newPage, type Page } from './pages.ts';
import { PROGRESS } from './progress.ts';
import { LISTS } from './tables.ts';
import { type Hand, plainValue } from './values.ts';

export interface Generated {
  readonly community: Community;
  readonly plain: WorkbookSnapshot;
  readonly messy: WorkbookSnapshot;
}

export function generate(seed: number): Generated {
  const community = communityOf(seed);
  return { community, plain: plainWorkbook(community), messy: messyWorkbook(community) };
}

const ALL = [...LISTS, ...PROGRESS];

function plainWorkbook(community: Community): WorkbookSnapshot {
  const lists = ALL.map(({ id, columns, titles }) => {
    const page = newPage();
    const says = columns.flatMap((choice) => choice[0]!);
    for (const [column, { plain }] of says.entries()) page.put(0, column, plain);
    community.lists[id].forEach((row, at) => {
      for (const [column, say] of says.entries()) page.put(at + 1, column, plainValue(say, row));
    });
    return page.snapshot(titles[0]!);
  });
  return { schema: 'workbook-snapshot/1', sheets: [plainForm(community).snapshot('基本情况表'), ...lists] };
}

interface Part {
  readonly title: string;
  readonly page: Page;
}

function messyWorkbook(community: Community): WorkbookSnapshot {
  const roll = dice(community.seed + 7_000_001);
  const hand: Hand = { roll, date1904: roll.chance(15) };
  const parts: Part[] = [
    { title: '基本情况', page: messyForm(hand, community) },
    ...ALL.map((list) => ({ title: roll.pick(list.titles), page: messyList(hand, list, community) })),
  ];
  const sheets = together(hand, roll.chance(60) ? parts : roll.shuffled(parts));
  if (roll.chance(12)) {
    const original = roll.pick(sheets);
    sheets.push({ title: `${original.title}${roll.pick([' (2)', '副本', '（备份）'])}`, page: original.page });
  }
  for (let more = roll.int(3); more > 0; more--) {
    const { name, page } = foreignSheet(hand, community);
    sheets.splice(roll.int(sheets.length + 1), 0, { title: name, page });
  }
  const meaningless = roll.chance(35);
  const knowsMerges = roll.chance(85);
  const names = new Set<string>();
  const snapshots = sheets.map(({ title, page }, at): SheetSnapshot => {
    const wanted = meaningless ? roll.pick([`Sheet${at + 1}`, `附件${at + 1}`, `表${at + 1}`]) : title.slice(0, 24);
    const name = names.has(wanted) ? `${wanted} ${at}` : wanted;
    names.add(name);
    const snapshot = page.snapshot(name, roll.chance(6) ? { visibility: 'Hidden' } : {});
    return knowsMerges ? snapshot : { ...snapshot, merges: undefined };
  });
  return {
    schema: 'workbook-snapshot/1',
    name: roll.pick(['汇总.xlsx', '三社联动材料（定稿）.xlsx', `${community.facts.community}报表.xlsx`]),
    ...(hand.date1904 ? { date1904: true } : {}),
    sheets: snapshots,
  };
}

/** Most tables have a sheet of their own; some stand below one another or side by side on one. */
function together({ roll }: Hand, parts: readonly Part[]): Part[] {
  const sheets: Part[] = [];
  for (let at = 0; at < parts.length; ) {
    const page = newPage();
    const [top, left] = roll.chance(80) ? [0, 0] : [roll.int(3), roll.int(3)];
    const { title } = parts[at]!;
    const way = roll.int(100);
    page.add(parts[at]!.page, top, left);
    if (way < 15 && at + 1 < parts.length) {
      page.add(parts[++at]!.page, page.height + roll.between(1, 3), left);
    } else if (way < 25 && at + 1 < parts.length) {
      page.add(parts[++at]!.page, top, page.width + roll.between(1, 3));
    }
    at++;
    phantom(page, roll.chance(15) ? roll.between(1, 300) : 0);
    sheets.push({ title, page });
  }
  return sheets;
}

/** Rows that were formatted once: they widen the used range and hold nothing. */
function phantom(page: Page, rows: number): void {
  if (rows > 0) page.put(page.height + rows, page.width + (rows % 3), null);
}
