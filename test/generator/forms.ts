/** The basic facts of a community as a vertical form (layout L4), or printed as one line under headings. */
import type { Cell } from '../../shared/model.ts';
import type { Community } from './communities.ts';
import { putFooters, putTitles } from './lines.ts';
import { newPage, type Page } from './pages.ts';
import type { Row } from './rows.ts';
import type { Hand } from './values.ts';

interface Label {
  readonly key: string;
  readonly words: readonly string[];
  readonly write?: (hand: Hand, facts: Row) => Cell;
  readonly spare?: true;
}

const people =
  (key: string) =>
  ({ roll }: Hand, facts: Row): Cell => {
    const value = Number(facts[key]);
    if (value >= 10_000 && value % 100 === 0 && roll.chance(50)) return `${value / 10_000}万人`;
    const grouped = `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}人`;
    return roll.pick<Cell>([value, `${value}人`, `${value} 人`, value >= 1000 ? grouped : value, String(value)]);
  };
const date =
  (key: string) =>
  ({ roll }: Hand, facts: Row): Cell => {
    const [year, month, day] = String(facts[key]).split('-').map(Number);
    return roll.pick([`${year}年${month}月${day}日`, `${year}.${month}.${day}`, `${year}/${month}/${day}`]);
  };

const TITLES = ['“三社联动”试点社区基本情况登记表', '试点社区基本情况表', '社区概况表'];

const LABELS: readonly Label[] = [
  { key: 'unit', words: ['县区', '县（区）', '所属县区', '填报县区'] },
  { key: 'street', words: ['街道（乡镇）', '乡镇街道', '镇街', '街道（乡镇）名称'] },
  { key: 'community', words: ['社区（村）名称', '社区名称', '试点社区', '社区（村）'] },
  {
    key: 'urc',
    words: ['城乡分类代码', '城乡代码'],
    write: ({ roll }, { urc }) => (roll.chance(50) ? Number(urc) : (urc as string)),
  },
  {
    key: 'urban',
    words: ['社区类型', '城市/农村', '城乡类型'],
    spare: true,
    write: ({ roll }, { urban }) => {
      const [tick, box] = roll.pick([
        ['☑', '□'],
        ['■', '□'],
        ['√', '□'],
        ['✓', '☐'],
      ] as const);
      return `${urban ? tick : box}城市${roll.pick([' ', '  ', ''])}${urban ? box : tick}农村`;
    },
  },
  {
    key: 'population',
    words: ['常住人口', '常住人口数', '常住人口总数（人）', '常住人口（人）'],
    write: people('population'),
  },
  { key: 'huji', words: ['户籍人口', '户籍人口数', '户籍人口（人）'], write: people('huji'), spare: true },
  {
    key: 'pop_date',
    words: ['人口数据时点', '统计截止日期', '人口数据截止日期'],
    write: date('pop_date'),
    spare: true,
  },
  { key: 'households', words: ['户数', '总户数', '户数（户）'], spare: true },
  { key: 'secretary', words: ['党组织书记', '社区负责人', '社区书记'], spare: true },
  { key: 'agency', words: ['承接机构', '社工机构名称', '承接机构名称', '承接社工机构'] },
  { key: 'agency_code', words: ['机构统一社会信用代码', '承接机构信用代码', '统一社会信用代码'] },
  { key: 'phone', words: ['联系电话', '联系方式', '办公电话'], spare: true },
  { key: 'address', words: ['社区地址', '详细地址', '地址'], spare: true },
  { key: 'filler', words: ['填表人', '填报人'] },
  { key: 'reviewer', words: ['审核人'] },
  { key: 'leader', words: ['负责人', '单位负责人', '负责人（签字）'] },
  { key: 'fill_date', words: ['填报日期', '填表时间', '报出日期'], write: date('fill_date') },
];

export function plainForm({ facts }: Community): Page {
  const page = newPage();
  LABELS.forEach(({ key, words }, row) => {
    page.put(row, 0, words[0]!);
    const value = facts[key]!;
    page.put(row, 1, key === 'urban' ? (value ? '☑城市 □农村' : '□城市 ☑农村') : (value as Cell));
  });
  return page;
}

export function messyForm(hand: Hand, community: Community): Page {
  const { roll } = hand;
  const { facts } = community;
  const page = newPage();
  const joined = roll.chance(20);
  const kept = LABELS.filter(({ key, spare }) => !(spare && roll.chance(25)) && !(joined && key === 'agency_code'));
  const labels = roll.chance(40) ? roll.shuffled(kept) : kept;
  const value = ({ key, write }: Label): Cell => {
    if (key === 'agency' && joined) return `${facts.agency}（${facts.agency_code}）`;
    return write ? write(hand, facts) : (facts[key] as Cell);
  };
  const pairs = roll.pick([1, 1, 2, 2, 3]);
  const gaps = pairs === 1 && roll.chance(30) ? 2 : 1;
  const width = pairs * (gaps + 1);
  const title = { title: roll.pick(TITLES), units: '人', community, must: false };
  let row = putTitles(hand, page, width, title);
  for (let from = 0; from < labels.length; from += pairs, row++) {
    labels.slice(from, from + pairs).forEach((label, at) => {
      const column = at * (gaps + 1);
      page.put(row, column, word(hand, label));
      page.put(row, column + 1, value(label));
      const last = from + at === labels.length - 1;
      if (gaps > 1 || (last && at < pairs - 1 && roll.chance(60)))
        page.merge(row, column + 1, row, gaps > 1 ? column + gaps : width - 1);
    });
  }
  if (roll.chance(30)) {
    page.put(row, 0, '县区民政局意见');
    page.put(row, 1, '（盖章）    年  月  日');
    page.merge(row, 0, row + 1, 0);
    page.merge(row, 1, row + 1, Math.max(1, width - 1));
    row += 2;
  }
  if (roll.chance(30)) putFooters(hand, page, row, width, community);
  return page;
}

function word({ roll }: Hand, { words }: Label): string {
  const text = roll.pick(words);
  if (roll.chance(80)) return text;
  return roll.pick([
    `${text}：`,
    `${text}:`,
    text.length === 2 ? `${text[0]}　${text[1]}` : `${text.slice(0, 2)}\n${text.slice(2)}`,
    `*${text}`,
  ]);
}
