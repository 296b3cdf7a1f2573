/** What 帮助 holds, and how it is searched. */
import type { FieldUse, Handbook, Page, Section, TablePages } from '../../shared/model/handbook.ts';
import { articles } from './articles.ts';
import written from './handbook.json';
import { terms } from './terms.ts';

const handbook = written as unknown as Handbook;

export const groups = ['怎么做', '指标', '审核规则', '表和栏', '用语'] as const;

export interface Entry {
  readonly key: string;
  readonly group: (typeof groups)[number];
  readonly page: Page;
  /** What is searched, in `plain` form; of `beside` alone no word finds it: a table's name would find each of its columns. */
  readonly text: string;
  readonly beside: string;
  /** Only to be found: a column, which its table shows already. */
  readonly hidden?: true;
}

/** What is asked about from elsewhere: a rule or an indicator, by its id. */
export type About = { readonly rule: string } | { readonly indicator: string };

/** Everything, by the policy of this id; by the first where there is none of it. */
export function entriesOf(policy: string): readonly Entry[] {
  const pages = handbook.policies.find(({ id }) => id === policy) ?? handbook.policies[0]!;
  const rules = pages.rules.map((place) => handbook.rules[place]!);
  return [
    ...articles.map((page) => entry('怎么做', page)),
    ...[pages.calibre, ...pages.indicators].map((page) => entry('指标', page)),
    ...rules.map((page) => entry('审核规则', page)),
    ...handbook.tables
      .map((table) => ({
        ...table,
        fields: table.fields.map((page) => fieldPage(page, pages.uses[`${table.id}.${page.id}`])),
      }))
      .flatMap((table) => [
        entry('表和栏', tablePage(table), `${table.name} ${table.citation}`),
        ...table.fields.map((page): Entry => ({ ...entry('表和栏', page, textOf(page), page.under), hidden: true })),
      ]),
    ...terms.map((page) => entry('用语', page)),
  ];
}

/** The one that is asked about; undefined where the policy has none such. */
export function entryAbout(entries: readonly Entry[], about: About): Entry | undefined {
  const [group, id] = 'rule' in about ? ['审核规则', about.rule] : ['指标', about.indicator];
  return entries.find((one) => one.group === group && one.page.id === id);
}

/** In which all words occur, those first whose title has them all. */
export function found(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const hits = entries.filter(
    ({ text, beside }) =>
      words.every((word) => text.includes(word) || beside.includes(word)) && words.some((word) => text.includes(word)),
  );
  const named = ({ page }: Entry) => words.every((word) => plain(page.title).includes(word));
  return [...hits.filter(named), ...hits.filter((hit) => !named(hit))];
}

/** `id` too: sheets that were written by earlier versions name rules by it. */
function entry(
  group: Entry['group'],
  page: Page,
  text = `${page.id} ${page.under} ${textOf(page)}`,
  beside = '',
): Entry {
  return { key: `${group}|${page.under}|${page.id}`, group, page, text: plain(text), beside: plain(beside) };
}

const textOf = ({ title, sections }: Page) => [title, ...sections.flat(2)].join(' ');

/** Without what does not matter to who types: half or full width, great or small letters. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

function tablePage({ name, citation, fields }: TablePages): Page {
  return {
    id: name,
    title: name,
    under: citation,
    sections: fields.map(({ title, sections }) => [
      title,
      sections.filter(([heading]) => briefly.includes(heading)).flatMap(([, lines]) => lines),
    ]),
  };
}

const choosing = '可以填';
/** What a table's page tells of its columns; the rest is found by the column. */
const briefly: readonly string[] = ['填什么', '怎样写', choosing];

/** With the choices in words, where they are not buttons, and what the cell is for. */
function fieldPage(page: Page, uses: readonly FieldUse[] = []): Page {
  const { sections, choices = [] } = page;
  const told: readonly Section[] = [
    ...sections,
    [choosing, choices.length > 0 ? [choices.join('、')] : []],
    ['用来算什么', uses.map(useText)],
  ];
  return { ...page, sections: told.filter(([, lines]) => lines.length > 0) };
}

const useText = ({ indicator, effect, clause }: FieldUse) => `${indicator}：${effect}${clause && `（${clause}）`}`;
