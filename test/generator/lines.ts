/** What stands around a table: title, unit, date, 填报单位, signatures, notes. */
import type { Community } from './communities.ts';
import type { Page } from './pages.ts';
import type { Hand } from './values.ts';

interface Titles {
  readonly title: string;
  readonly units: string;
  readonly community: Community;
  /** The year of the dates stands in the title. */
  readonly must: boolean;
}

/** Returns the row after the lines. */
export function putTitles(
  { roll }: Hand,
  page: Page,
  width: number,
  { title, units, community, must }: Titles,
): number {
  const { facts } = community;
  const name = String(facts.community);
  let row = 0;
  if (must || roll.chance(85)) {
    const before = must ? roll.pick(['', name]) : roll.pick(['', '', name, '淮南市', `${facts.unit}“三社联动”`]);
    page.put(row, 0, `${before}${title}`);
    if (roll.chance(75)) page.merge(row, 0, row, width - 1);
    row++;
  }
  if (roll.chance(60)) {
    const reporter = `填报单位${roll.pick(['', '（盖章）'])}：${facts.unit}${facts.street}${name}`;
    const date = `${roll.pick(['填报日期', '填报时间', '截止时间'])}：${String(facts.fill_date).replaceAll('-', '.')}`;
    const unit = `单位：${units}`;
    if (roll.chance(50)) page.put(row, 0, [reporter, date, unit].join('      '));
    else
      for (const [at, text] of [reporter, date, unit].entries())
        page.put(row, Math.floor((at * (width - 1)) / 2), text);
    row++;
  }
  return row + (roll.chance(10) ? 1 : 0);
}

export function putFooters(
  { roll }: Hand,
  page: Page,
  from: number,
  width: number,
  { facts, people }: Community,
): void {
  let row = from + roll.int(3);
  if (roll.chance(60)) {
    const [filler, reviewer, leader] = [facts.filler, roll.pick([facts.reviewer, '']), roll.pick([facts.leader, ''])];
    const texts = [
      `填表人：${filler}`,
      `审核人：${reviewer}`,
      `${roll.pick(['负责人（签字）', '单位负责人', '负责人'])}：${leader}`,
    ];
    if (roll.chance(15)) texts.push(`联系电话：${people.phone()}`);
    if (roll.chance(50)) page.put(row, 0, texts.join('        '));
    else for (const [at, text] of texts.entries()) page.put(row, Math.floor((at * (width - 1)) / 3), text);
    row++;
  }
  if (roll.chance(30)) {
    page.put(
      row,
      0,
      roll.pick([
        '注：本表一式两份。',
        '说明：1.本表由社区填写；2.数据截至填报日。',
        `注：如有疑问请联系${people.person().name}，${people.phone()}。`,
      ]),
    );
  }
}
