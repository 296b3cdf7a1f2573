/** Sheets that have nothing to do with the pilot and are left in the workbook all the same. */
import type { Cell } from '../../shared/model.ts';
import type { Community } from './communities.ts';
import { newPage, type Page } from './pages.ts';
import type { Hand } from './values.ts';

export function foreignSheet({ roll }: Hand, { people }: Community): { readonly name: string; readonly page: Page } {
  const page = newPage();
  const rows = roll.between(3, 8);
  const row = (cells: readonly Cell[], at: number) => {
    for (const [column, cell] of cells.entries()) page.put(at, column, cell);
  };
  const person = () => people.person();
  const kind = roll.pick(['通讯录', '值班表', '物资领用', '签到表', '公式', '通知']);
  switch (kind) {
    case '通讯录':
      row(['单位', '姓名', '电话', '办公室'], 0);
      for (let at = 1; at <= rows; at++) row([`${at}科`, person().name, people.phone(), 300 + at], at);
      break;
    case '值班表':
      row(['2021年5月值班安排'], 0);
      row(['星期', '值班人', '带班领导', '电话'], 1);
      for (let at = 2; at <= rows; at++)
        row([`星期${'一二三四五六日'[at % 7]}`, person().name, person().name, people.phone()], at);
      break;
    case '物资领用':
      row(['物资名称', '数量', '领用人', '领用日期', '签字'], 0);
      for (let at = 1; at <= rows; at++)
        row([roll.pick(['口罩', '横幅', '马甲']), roll.between(1, 90), person().name, '2020.9.1'], at);
      break;
    case '签到表':
      row(['社区居民议事会签到'], 0);
      for (let at = 1; at <= rows; at++) row([at, person().name, people.phone(), person().id], at);
      break;
    case '公式':
      for (let at = 0; at <= rows; at++) row([at, at * 1.5, { error: '#REF!' }], at);
      break;
    default:
      row([`请${person().name}于本周五前报送，电话${people.phone()}。`], 0);
  }
  return { name: kind, page };
}
