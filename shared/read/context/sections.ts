/**
 * Lines between the rows of a list that say something of those below them (decision read-17): 一、依法登记的社会组织（6家）,
 * 乙社区, 已注销. They are told by how they stand, so that a masked one is told as well.
 */
import { communityField } from '../../model/catalogue.ts';
import type { Cell, Datum, FieldDef, Section, Words, Writings } from '../../model.ts';
import type { Body } from '../bodies.ts';
import { type CellContext, changed, typed } from '../cells.ts';
import { clean, heading } from '../text.ts';
import type { CodeBook } from '../words.ts';
import { timeOf } from '../years.ts';
import type { Lexicon } from './titles.ts';
import { isTitle, NO_WORDS, NUMBERED, readTitle, saysAside } from './titles.ts';

const MOST_FILLED = 3;
const LONGEST = 40;
const SENTENCE = /[。；;]|，.*，/;
const NUMERAL = /^[([]?[一二三四五六七八九十]{1,3}[)\].、．:：]*$/;
const FIGURE = /^[([]?(?:共|计|合计)?\d{1,6}[\u4e00-\u9fff]{0,2}[)\]]?$/;

interface Found {
  readonly column: number;
  readonly text: string;
}

/** Null for a row that is no such line. */
export function sectionAt(body: Body, row: number): Found | null {
  const cells = body.grid.row(row);
  const offset = body.grid.area.left;
  let said: Found | null = null;
  let isNumbered = false;
  let filled = 0;
  for (let column = body.left; column <= body.right; column++) {
    const cell: Cell = cells[column - offset] ?? null;
    if (cell === null || cell === '') continue;
    if (++filled > MOST_FILLED) return null;
    if (typeof cell !== 'string') {
      if (typeof cell !== 'number' || !said) return null;
      continue;
    }
    const text = clean(cell);
    if (!said && NUMERAL.test(text) && isSerial(body, column)) isNumbered = true;
    else if (!said && (text.length > 1 || isCode(body, { column, text }))) said = { column, text };
    else if (!FIGURE.test(text)) return null;
  }
  if (!said || said.text.length > LONGEST || SENTENCE.test(said.text)) return null;
  const stands = isNumbered || NUMBERED.test(said.text) || isWide(body, row, said.column);
  if (stands || filled > 1) return stands ? said : null;
  if (isNumbers(body, said.column)) return /^\d+$/.test(said.text) ? null : said;
  return isCode(body, said) || isPlace(body, said) || isList(body, said) ? said : null;
}

/** 计划备案的组织清单, or 以下作废, alone in the first column. */
function isList({ left, vocabulary }: Body, { column, text }: Found): boolean {
  const { writings } = vocabulary.catalogue;
  const isNamed = writings.titles.nouns.some((noun) => text.endsWith(noun)) || foreignIn(text, writings) !== null;
  return column === left && (isNamed || (saysMoreThanAside(text, writings) && saysAside(text, writings)));
}

/** 以下作废 is of the lines below; 尚未举办 alone reports none. */
function saysMoreThanAside(text: string, { titles: { aside } }: Writings): boolean {
  return aside.some((word) => text.includes(word) && text.length > word.length + 1);
}

/** 东岭社区 alone in the first column, where no column is for it. */
function isPlace({ left, region, vocabulary }: Body, { column, text }: Found): boolean {
  const { communities } = vocabulary.catalogue.writings;
  const { columns } = region.fit;
  return (
    column === left &&
    communities.some((ending) => text.length > ending.length && text.endsWith(ending)) &&
    !columns.some(({ field }) => field === communityField)
  );
}

/** Running numbers, or a first column whose heading nobody understands. */
function isNumbers(body: Body, column: number): boolean {
  const isUnknown = column === body.left && !body.fields.some(({ index }) => index === column);
  return isUnknown || isSerial(body, column);
}

/** 专职网格员 alone in the first column, whatever that column is: a value of some field that no column has. */
function isCode({ left, region, vocabulary }: Body, { column, text }: Found): boolean {
  if (column !== left) return false;
  const word = heading(text).replace(COUNTED, '');
  const { columns, table } = region.fit;
  return table.fields.some(
    ({ key, list }) =>
      list && vocabulary.books.get(list)?.exact.has(word) && !columns.some(({ field }) => field === key),
  );
}

function isSerial({ fields }: Body, column: number): boolean {
  return fields.some(({ field, index }) => index === column && field.type === 'serial');
}

/** Merged over more than half of the list. */
function isWide({ grid, left, right }: Body, row: number, column: number): boolean {
  const merge = grid.merge(row, column);
  return merge !== null && merge.top === merge.bottom && (merge.right - merge.left + 1) * 2 > right - left + 1;
}

/** A section before it is known which places the workbook names. */
export interface OpenSection extends Section {
  words: Words;
  values: Readonly<Record<string, Datum>>;
  /** For dates below it that lack a year or a month. */
  readonly time: ReturnType<typeof timeOf>;
  /** The line that this one is part of: 一、 above （一）. */
  readonly within: OpenSection | null;
  readonly level: number;
}

export function openSection(
  row: number,
  { column, text }: Found,
  before: OpenSection | null,
  above: readonly string[],
): OpenSection {
  const level = levelOf(text);
  let within = before;
  while (within && within.level >= level) within = within.within;
  const words: string[] = [text];
  for (let each = within; each; each = each.within) words.push(each.text);
  return { row, column, text, words: NO_WORDS, values: {}, time: timeOf([...words, ...above]), within, level };
}

/** 一、 before （一） before 1. */
function levelOf(text: string): number {
  if (/^[([]?\d/.test(text)) return 3;
  return /^[([]/.test(text) ? 2 : 1;
}

/** What the lines say, once the places of the workbook are known. */
export function readSections(
  sections: readonly OpenSection[],
  lexicon: Lexicon,
  lacking: readonly FieldDef[],
  context: CellContext,
): void {
  for (const section of sections) {
    const own = readTitle(section.text, lexicon);
    const outer = section.within?.words ?? NO_WORDS;
    const whose = own.whose === 'unsaid' ? outer : own;
    section.words = {
      kind: own.kind ?? outer.kind,
      community: whose.community,
      whose: whose.whose,
      // A heading between rows has no noun by which to ask: 其他, 平台建设方面.
      doubt: (own.kind === null ? doubtOf(own, section.text, lexicon) : null) ?? outer.doubt,
      // 附：2017年度花名册 is a list of that time; 一、2017年登记的 is of what stands.
      period: (isTitle(section.text, lexicon) ? own.period : null) ?? outer.period,
    };
    section.values = { ...section.within?.values, ...valuesOf(section, lexicon, lacking, context) };
  }
}

/** 以下作废, 社区工作者及后备人员, and the name of a list of other work: 会议记录. */
function doubtOf({ doubt }: Words, text: string, { def, writings }: Lexicon): string | null {
  const isRestricted = (def.restricting ?? []).some(({ words }) => words.some((word) => text.includes(word)));
  return isRestricted || saysAside(clean(text), writings) ? doubt : foreignIn(text, writings);
}

/** 党员活动台账, and not 一、值班服务. */
function foreignIn(text: string, { foreign, titles: { nouns } }: Writings): string | null {
  const said = heading(text).replace(NUMBERED, '');
  const isList = nouns.some((noun) => said.endsWith(noun));
  return foreign.find((word) => (isList ? said.includes(word) : said === word)) ?? null;
}

/** The code that the whole line stands for, where one field alone knows it; 未登记 and 登记备案 stand for none. */
function valuesOf(
  section: OpenSection,
  lexicon: Lexicon,
  lacking: readonly FieldDef[],
  context: CellContext,
): Readonly<Record<string, Datum>> {
  const [whole, bare] = bareOf(section.text, lexicon);
  if (section.words.kind !== null) return {};
  const given = lacking.flatMap((field) => {
    const book = context.books.get(field.list ?? '');
    const code = codeOf(whole, book) ?? codeOf(bare, book);
    return code === null ? [] : [{ field, code }];
  });
  const [first, ...others] = given;
  if (!first || others.length > 0) return {};
  const datum = typed(first.code, section.row, section.column, null, first.field, context);
  return { [first.field.key]: changed(datum, { raw: section.text }) };
}

const COUNTED = /[([](?:共|计|合计)?\d+[\u4e00-\u9fff]{0,2}[)\]]|(?:共|计|合计)?\d+[家个支人名项]$/g;

/** Without its number and count; the same without places and words that are silent between rows. */
function bareOf(text: string, { writings, places, def }: Lexicon): readonly [whole: string, bare: string] {
  const whole = heading(text)
    .replace(NUMBERED, '')
    .replace(COUNTED, '')
    .replace(/[:：]$/, '');
  let bare = whole;
  for (const word of places.words) bare = bare.replace(word, '');
  const silent = [...writings.titles.between, def.name, ...def.titles].sort((a, b) => b.length - a.length);
  for (const word of silent) bare = bare.replaceAll(word, '');
  return [whole, bare];
}

function codeOf(text: string, book: CodeBook | undefined): string | null {
  const word = book?.exact.get(text);
  return word && !word.doubtful && word.code !== book?.list.denied ? word.code : null;
}
