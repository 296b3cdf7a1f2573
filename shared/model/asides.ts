/**
 * Rows that tell people how to fill a list in: examples, numbers of the columns, units, 必填. None of them is a record. What
 * decides are the words of the catalogue, so that masking can leave just those.
 */
import type { FieldDef, Writings } from './catalogue.ts';
import type { Cell } from './contract.ts';
import { comparable } from './identifiers.ts';

export interface Asides {
  /** The part of a text that says that this is an example: 示例，填报时删除, (例)夕阳红志愿队; null where nothing says so. */
  readonly example: (text: string) => string | null;
  /** Place of 甲, (2), 3, C or ④ in its series; null for anything else. */
  readonly ordinal: (cell: Cell) => Ordinal | null;
  /** 栏次 and what else heads a row of column numbers. */
  readonly isNumbersLabel: (text: string) => boolean;
  /** （万元）, 人, %. */
  readonly isUnit: (text: string) => boolean;
  /** The word of a text that tells how to fill a column in: 必填, 下拉选择; null where there is none. */
  readonly instruction: (text: string) => string | null;
}

export interface Ordinal {
  readonly series: string;
  readonly place: number;
}

const SERIES: readonly (readonly [name: string, members: string])[] = [
  ['stem', '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'],
  ['letter', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['numeral', '一二三四五六七八九十'],
];
// 3, (3), [3], 3栏, 第3栏, 3=1+2.
const NUMBER = /^[([]?(?:第)?(\d{1,2})(?:栏|列)?[)\]]?(?:=[-+*/×÷()[\]\d]+)?$/;
const BRACKETED = /[(（[【]([^()（）[\]【】]{1,16})[)）\]】]/g;
const COLON = /[:：]/;
const MARKS = /[\s\d,，。.;；:：!！()（）[\]【】<>《》“”"'—~*※-]/g;
const LONGEST = 30;

const compiled = new WeakMap<Writings, Asides>();

export function asidesOf(writings: Writings): Asides {
  let asides = compiled.get(writings);
  if (!asides) {
    asides = build(writings);
    compiled.set(writings, asides);
  }
  return asides;
}

/** The cell says what the template's example says: words that are everybody's, whoever left them in. */
export function isExampleOf({ example }: FieldDef, cell: Cell): boolean {
  if (example === undefined || (typeof cell !== 'string' && typeof cell !== 'number')) return false;
  return comparable(String(cell)) === comparable(String(example));
}

function build({ examples, besideExamples, numbersLabels, instructions, units }: Writings): Asides {
  const words = longestFirst([...examples, ...besideExamples]);
  const example = new Set(examples);
  const signs = charactersOf(examples);
  /** Completely made of words for an example and such as stand beside them. */
  const isExample = (text: string): boolean => {
    if (text.length > LONGEST) return false;
    let left = comparable(text).replace(MARKS, '');
    let found = false;
    while (left !== '') {
      const word = words.find((each) => left.startsWith(each));
      if (word === undefined) return false;
      found ||= example.has(word);
      left = left.slice(word.length);
    }
    return found;
  };
  const unitWords = new Set(units.flat().map(comparable));
  const told = longestFirst(instructions);
  return {
    example: (text) => {
      if (!signs.some((sign) => text.includes(sign))) return null;
      if (isExample(text)) return text;
      for (const [whole, inner] of text.matchAll(BRACKETED)) if (isExample(inner!)) return whole;
      const colon = text.search(COLON);
      return colon > 0 && isExample(text.slice(0, colon)) ? text.slice(0, colon + 1) : null;
    },
    ordinal,
    isNumbersLabel: (text) => numbersLabels.includes(comparable(text).replace(MARKS, '')),
    isUnit: (text) =>
      text.length <= 8 &&
      unitWords.has(
        comparable(text)
          .replace(/^[([]|[)\]]$/g, '')
          .replace(/^单位:?/, ''),
      ),
    instruction: (text) => told.find((word) => text.includes(word)) ?? null,
  };
}

function ordinal(cell: Cell): Ordinal | null {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell > 0 && cell < 100 ? { series: '', place: cell } : null;
  if (typeof cell !== 'string' || cell.length > 12) return null;
  const text = comparable(cell);
  const number = NUMBER.exec(text);
  if (number) return { series: '', place: Number(number[1]) };
  const bare = text.replace(/^[([]|[)\]]$/g, '').toUpperCase();
  if (bare.length !== 1) return null;
  for (const [series, members] of SERIES) {
    const at = members.indexOf(bare);
    if (at >= 0) return { series, place: at + 1 };
  }
  return null;
}

/** A few characters of which every word has one: asked of many cells, which mostly have none. */
function charactersOf(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let left = [...words]; left.length > 0; left = left.filter((word) => !word.includes(found.at(-1)!))) {
    const counts = new Map<string, number>();
    for (const word of left) for (const sign of new Set(word)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    found.push([...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0]);
  }
  return found;
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}
