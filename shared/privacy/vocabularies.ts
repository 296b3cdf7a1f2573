/** The words that may travel, of each kind of text, all of them out of the catalogue and the conditions of the policies. */
import { comparable, foldWidth, mayBeCode } from '../model/identifiers.ts';
import { placeWords } from '../model/places.ts';
import { sumWords } from '../model/totals.ts';
import type { Catalogue, CheckCatalogue, Policy } from '../model.ts';
import { byFirst, type Words } from './reduced.ts';
import { type Explaining, explaining } from './told.ts';

export interface Vocabularies {
  /** Of cells in fields of text: words that conditions look for, places. */
  readonly texts: Explaining;
  readonly headings: Explaining;
  /** Of lines outside the tables, names of sheets and of the file. */
  readonly titles: Words;
  /** Single characters by which titles are read. */
  readonly characters: string;
  /** Words that conditions look for in any text. */
  readonly sought: readonly string[];
  /** Whole cells that say nothing of anybody wherever they stand, in the form of `comparable`. */
  readonly plain: ReadonlySet<string>;
  /** Fields of text that conditions test by a pattern. */
  readonly tests: ReadonlyMap<string, RegExp>;
}

/** By what a workbook is masked. */
export interface MaskingGrounds {
  readonly catalogue: CheckCatalogue;
  readonly policies: readonly Policy[];
}

const made = new WeakMap<MaskingGrounds, Vocabularies>();

export function vocabulariesOf(by: MaskingGrounds): Vocabularies {
  let vocabularies = made.get(by);
  if (!vocabularies) {
    vocabularies = build(by);
    made.set(by, vocabularies);
  }
  return vocabularies;
}

function build({ catalogue, policies }: MaskingGrounds): Vocabularies {
  const known = catalogueWords(catalogue);
  const { titles, places } = catalogue.writings;
  const { nouns, silent, part, aside, notAside, without, beside, between } = titles;
  const ofTitles = [
    nouns,
    silent,
    part,
    aside,
    notAside,
    without,
    beside,
    between,
    places.endings,
    places.several,
    // 本社区: the one character would not travel, and names nothing before such an ending.
    silent
      .filter(({ length }) => length === 1)
      .flatMap((word) => places.endings.filter(({ length }) => length > 1).map((ending) => word + ending)),
  ].flat();
  const conditions = conditionWords([policies, catalogue]);
  const ofPlaces = [
    ...placeWords,
    ...catalogue.units.flatMap(({ name, synonyms }) => [name, ...synonyms]),
    ...policies.flatMap(({ register }) => register.within),
  ];
  return {
    texts: explaining([...conditions, ...ofPlaces].map(comparable), TEXT_PATTERNS),
    headings: explaining([...headingWords(catalogue), ...placeWords].map(comparable), HEADING_PATTERNS),
    titles: byFirst([...known, ...ofTitles, ...sumWords, ...TITLE_WORDS, ...conditions].map(foldWidth)),
    characters: [
      titles.characters,
      '表册单页',
      ...catalogue.writings.continued.filter(({ length }) => length === 1),
    ].join(''),
    sought: conditions,
    tests: new Map(patternTests([policies, catalogue]).map(([field, pattern]) => [field, new RegExp(pattern, 'u')])),
    plain: new Set([...known, ...catalogue.noneWords].map(comparable)),
  };
}

// Words that titles and notes are read by, beside those of the catalogue; 矫正 and 救助 tell sheets that must not be (R201).
const TITLE_WORDS = [
  '三社联动',
  '试点',
  '工作',
  '本年累计',
  '累计',
  '开展',
  '共开展',
  '合计开展',
  '参与',
  '活动',
  '年度',
  '上半年',
  '下半年',
  '季度',
  '街道',
  '乡镇',
  '社区',
  '矫正',
  '救助',
  '附件',
  '附表',
  'Sheet',
  'sheet',
  'xlsx',
  'xlsm',
  'xls',
];

const NUMERAL =
  '(?:(?<!\\d)\\d{1,3}(?!\\d)|(?<![〇零一二三四五六七八九十])[一二三四五六七八九十两几多]{1,3}(?![〇零一二三四五六七八九十]))个?';
const HOW_MANY = `全部|全体|所有|若干|多个|几个|每个|整个|[全本各每]|${NUMERAL}`;
const OF_PLACES = /[市县区街道镇乡社村居小辖片域范所级层内]|^[全各本每整多几若]/;
const TEXT_PATTERNS: Explaining['patterns'] = [
  // 甲社区和乙社区, 甲社区等3个社区.
  { pattern: /(?<=社区|村|委会)[和及与]|等/g, sign: /[和及与等]/ },
  // 全街道, 各社区, 区级层面, 街道下辖的: several communities, or nobody's in particular.
  { pattern: new RegExp(`(?:${HOW_MANY})(?=[市县区街镇乡社村居小辖片域])`, 'g'), sign: OF_PLACES },
  {
    pattern: new RegExp(
      `(?<=[市县区道镇乡域村居]|辖区|片区|社区|^)(?:内|范围|下辖|所辖|辖区|片区|级|层面|域|${HOW_MANY})+(?![^市县区街镇乡社村居小辖片域、,;/+()])`,
      'g',
    ),
    sign: OF_PLACES,
  },
  { pattern: /[0-9A-HJ-NP-RTUW-Y]{18}/g, holds: mayBeCode, sign: /[0-9A-Z]{18}/ },
];

const HEADING_PATTERNS: Explaining['patterns'] = [
  {
    sign: /\d/,
    pattern: /(?<!\d|\d[-–—])20[12]\d(?:年度?|(?![\d]|[-–—]\d))|(?<!\d)\d{1,2}[月日号](?!\d)/g,
  },
];

function catalogueWords({ tables, codes, units, headings, writings: all }: Catalogue): readonly string[] {
  // Words of rows that explain a list, and of titles, stay there alone: 数据 and 内容 are of any text.
  const {
    examples,
    besideExamples,
    numbersLabels,
    instructions,
    titles: _,
    places: __,
    surnames: ___,
    figures: ____,
    ...writings
  } = all;
  return [
    ...tables.flatMap(({ name, titles, subjects = [], telling, marked, remarks, restricting = [] }) => [
      name,
      ...subjects,
      ...restricting.flatMap(({ words, unless = [] }) => [...words, ...unless]),
      ...(telling?.words ?? []),
      ...(marked ?? []),
      ...titles,
      ...(remarks ?? []).flatMap((remark) => remark.words),
    ]),
    ...fieldWords(tables),
    ...codeWords(codes),
    ...units.flatMap(({ id, name, synonyms }) => [id, name, ...synonyms]),
    ...Object.values(writings).flat(2),
    ...[headings.alike, headings.endings, headings.brackets, headings.otherTimes].flat(2),
    ...headings.silent.flatMap(({ words }) => words),
  ];
}

function headingWords({ tables, codes, headings, writings }: Catalogue): readonly string[] {
  return [
    ...tables.flatMap(({ subjects = [], telling, marked = [], titles }) => [
      ...subjects,
      ...(telling?.words ?? []),
      ...marked,
      ...titles,
    ]),
    ...fieldWords(tables),
    ...codeWords(codes),
    ...[headings.alike, headings.endings, headings.brackets, headings.otherTimes, headings.numbers].flat(2),
    ...headings.silent.flatMap(({ words }) => words),
    ...writings.units.flat(),
    ...writings.yes,
    ...writings.no,
    ...writings.communities,
    ...['姓名', '年', '月', '日', '号', '年度', '月份', '年份', '必填', '选填', '可多选', '可多个', '单位'],
  ];
}

function fieldWords(tables: Catalogue['tables']): readonly string[] {
  return tables.flatMap(({ fields }) =>
    fields.flatMap(({ label, synonyms = [], groups = [], leaves = [], elsewhere = [], denied = [] }) => [
      label,
      ...synonyms,
      ...groups,
      ...leaves,
      ...elsewhere,
      ...denied,
    ]),
  );
}

function codeWords(codes: Catalogue['codes']): readonly string[] {
  return Object.values(codes).flatMap(({ entries }) =>
    entries.flatMap(({ label, synonyms = [], doubtful = [] }) => [label, ...synonyms, ...doubtful]),
  );
}

/** Words that conditions and measures look for inside a text, wherever they are written. */
export function conditionWords(data: unknown): readonly string[] {
  const words = new Set<string>();
  for (const { is, kind, words: looked, levels } of nodes(data)) {
    if (is === 'contains' || is === 'ends' || is === 'says' || kind === 'words')
      for (const word of looked as string[]) words.add(word);
    if (Array.isArray(levels)) for (const word of levels.flat() as string[]) words.add(word);
  }
  return [...words];
}

/** Fields that conditions test by a pattern. */
function patternTests(data: unknown): readonly (readonly [field: string, pattern: string])[] {
  return nodes(data).flatMap(({ is, field, pattern }) =>
    is === 'like' ? [[field as string, pattern as string] as const] : [],
  );
}

/** All objects of the data, however deep. */
function nodes(data: unknown): readonly Readonly<Record<string, unknown>>[] {
  const met = new Set<unknown>();
  const found: Record<string, unknown>[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || met.has(node)) return;
    met.add(node);
    if (!Array.isArray(node)) found.push(node as Record<string, unknown>);
    for (const each of Object.values(node)) visit(each);
  };
  visit(data);
  return found;
}
