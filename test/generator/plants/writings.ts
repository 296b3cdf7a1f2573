/** Personal words in the company in which they stand in cells: alone, with a number, behind a label, several. */
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import type { Dice } from '../dice.ts';
import type { Plant } from './people.ts';
import { type PlantKind, personalWord, plantKinds } from './people.ts';
import { windowsIn, windowsOf } from './windows.ts';

export interface Writing {
  readonly value: string | number;
  readonly plants: readonly Plant[];
}

export const textOf = ({ value }: Writing): string => String(value);

/** All that the catalogue and the policies say in words or figures: what of a plant stands here tells nothing. */
export const catalogueWindows: ReadonlySet<string> = windowsIn([grounds.catalogue, grounds.policies]);

export const tellingIn = (text: string): string[] =>
  [...windowsOf(text)].filter((window) => !catalogueWindows.has(window));

type Valued = Plant & { readonly value: string | number };

/** The words before and behind such a number tell nothing: 残疾证, 军字第…号. */
const LABELLED: ReadonlySet<PlantKind> = new Set(['certificate', 'chat', 'account', 'passport']);
/** Of an address: words that every third one has. */
const COMMON = /新村|花园|小区|单元/g;
const LABEL = /^[\u3400-\u9fff：]+|[\u3400-\u9fff]+$/g;

function plantOf(roll: Dice, where: string, kind: PlantKind): Valued {
  for (;;) {
    const value = personalWord(roll, kind);
    const whole = String(value);
    const text =
      kind === 'address' ? whole.replace(COMMON, ' ') : LABELLED.has(kind) ? whole.replace(LABEL, '') : whole;
    if (tellingIn(text).length > 0) return { text, value, kind, where, place: '', path: '' };
  }
}

/** Most plants are names: of them nothing tells but that no word explains them. */
const kindIn = (roll: Dice): PlantKind =>
  roll.chance(35) ? 'name' : roll.chance(20) ? 'phone' : roll.chance(20) ? 'id' : roll.pick(plantKinds);

const ROLES = ['志愿者', '艾滋病感染者', '困境儿童', '党员', '居民', '甲街道 ', '由', '社工', '组长', '楼栋长'];
const LABELS = [
  '联系人：',
  '负责人：',
  '监护人：',
  '举报人',
  '经办人:',
  '联系人',
  '电话：',
  '姓名',
  '住址：',
  '患者',
  '对象 ',
];
const RELATIONS = ['之妻', '同志', '老师', '等3人', '（女）', '代', '家', '已离职', '主任', '工作室', '社区'];

/** One writing with one or two plants; a plant is all of it where `value` is a number. */
export function writingOf(roll: Dice, where: string): Writing {
  const one = plantOf(roll, where, kindIn(roll));
  const name = () => plantOf(roll, where, roll.chance(80) ? 'name' : 'minority');
  const number = () => plantOf(roll, where, roll.pick(['phone', 'landline', 'id', 'plate', 'account']));
  const said = (parts: readonly (string | Valued)[]): Writing => ({
    value: parts.map((part) => (typeof part === 'string' ? part : part.value)).join(''),
    plants: parts.filter((part) => typeof part !== 'string'),
  });
  if (roll.chance(45)) return { value: one.value, plants: [one] };
  return roll.pick<() => Writing>([
    () => said([name(), '（', number(), '）']),
    () => said([name(), number()]),
    () => said([number(), name()]),
    () => said([name(), ' ', number()]),
    () => said([name(), roll.pick(['、', '，', ' ', '/', '；', '\n']), name()]),
    () => said([roll.pick(LABELS), one]),
    () => said([roll.pick(LABELS), name(), roll.pick(['、', '，', ' ']), name()]),
    () => said([roll.pick(ROLES), name()]),
    () => said([roll.pick(ROLES), name(), number()]),
    () => said([name(), roll.pick(RELATIONS)]),
    () => said([roll.pick(ROLES), one]),
  ])();
}

const COMMAS = ['，', '、', ',', '；', ' ', '　', '/', '\n', '：', '-', ' · '];

/** What stood in the cell, with the writing in its place, before it, behind it or in brackets. */
export function joined(roll: Dice, old: Cell, { value }: Writing): { readonly value: Cell; readonly way: string } {
  if (old === null || typeof old === 'object' || old === '') return { value, way: 'alone' };
  const word = String(value);
  const before = typeof old === 'boolean' ? '是' : String(old);
  // A figure beside a figure would be another figure.
  const touch = /\d\s*$/.test(before) && /^\s*\d/.test(word.normalize('NFKC')) ? '（' : '';
  const touched = /\d\s*$/.test(word.normalize('NFKC')) && /^\s*\d/.test(before) ? '，' : '';
  return roll.pick<() => { value: Cell; way: string }>([
    () => ({ value, way: 'alone' }),
    () => ({ value: `${before}${touch}${word}`, way: 'behind' }),
    () => ({ value: `${word}${touched}${before}`, way: 'before' }),
    () => ({ value: `${before}（${word}）`, way: 'bracket' }),
    () => ({ value: `${before}(${word})`, way: 'bracket' }),
    () => {
      const comma = roll.pick(COMMAS);
      return { value: `${before}${comma}${word}`, way: `comma ${comma}` };
    },
    () => ({
      value: `${before}${roll.pick(['联系人：', '联系人', ' 负责人 ', '，由', '。', '—'])}${word}`,
      way: 'label',
    }),
  ])();
}

/** At most nine digits and what may stand in a figure: in a column of figures or days that is one, and explained. */
export const mayBeFigure = (value: Cell): boolean =>
  (typeof value === 'number' && Math.abs(value) < 1e9) ||
  (typeof value === 'string' &&
    /^[\d\s.,，、/\-—－~至:：()（）]{1,24}$/.test(value.normalize('NFKC')) &&
    !/\d{10}/.test(value));
