/** Kinds of long texts: runs of one class of characters, of one word of the catalogue, and of pairs of such. */
import { sheets as catalogue } from '../../../shared/sheets.ts';
import type { Writer } from './workbooks.ts';

export interface Kind {
  readonly name: string;
  /** Writes texts of so many characters. */
  readonly of: (length: number) => Writer;
}

/** Each class by itself and before another, for a run that ends otherwise than it began is what is tried again and again. */
const RUNS =
  `★ ： （ ） () ( 〔 〔〕 〔text-0123456789ab〕 [ “ 《 、 ， 。 ； / - — ~ 至 . · + % _ 0 9 ９ 1. 1, 1+ a Ａ Ro 一 ⻓ \u0315\u0300 \u0308 \u200b \u2028
  □ ☑ □是 是□ √ 1个 1月 2020年 2020-09-01 2020年1月至 第1期 一百二十 （一） 1、 社区 甲社区 甲社区、 街道 甲街道甲社区 王秀英 李建国13955401234 0554-2654321
  a@b. 皖D12345 ：， ★： 未离职 非登记 拟社区 （2020）1号`.split(/[ \n]+/);
const SPACES = [' ', '\u3000', '\n', '\t\u2028'];

const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const run = (unit: string): Kind => ({
  name: JSON.stringify(unit),
  of: (length) => () => `${repeated(unit, length)}甲`,
});

/** Place by place another of the words, and each in two ways: by itself, and behind a word that it follows. */
const turning = (name: string, wordsOf: (own: readonly string[]) => readonly string[]): Kind => ({
  name,
  of: (length) => {
    let turn = 0;
    return (own) => {
      const words = wordsOf(own);
      const word = words[(turn++ * 7) % words.length] ?? '社区';
      return repeated(word, length);
    };
  },
});

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

const lists = Object.entries({
  ...catalogue.writings,
  ...catalogue.writings.titles,
  ...catalogue.writings.places,
  ...catalogue.headings,
});

/** Of what the catalogue gains, each new list of writings is a kind of its own. */
export const kinds: readonly Kind[] = [
  ...[...RUNS, ...SPACES].map(run),
  ...lists.map(([name, value]) => turning(name, () => wordsIn(value))),
  turning('自己的词', (own) => own),
  turning('自己的词，倒着数', (own) => [...own].reverse()),
];
