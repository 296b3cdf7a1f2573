/** Personal words of every class as people type them. All are invented; the same dice give the same words. */
import { idNumber } from '../../fixtures/identifiers.ts';
import type { Dice } from '../dice.ts';

export const plantKinds = [
  'name',
  'minority',
  'pinyin',
  'id',
  'phone',
  'landline',
  'plate',
  'address',
  'mail',
  'chat',
  'account',
  'passport',
  'certificate',
] as const;
export type PlantKind = (typeof plantKinds)[number];

export interface Plant {
  readonly text: string;
  readonly kind: PlantKind;
  /** Kind of place: `field W03.job`, `sheet name`. */
  readonly where: string;
  /** 表!A1, or what else tells where. */
  place: string;
  /** In the snapshot, as the leaves of `windows.ts` are called. */
  path: string;
}

const SURNAMES = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  ...['欧阳', '司马', '诸葛', '上官', '皇甫', '尉迟'],
];
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香梅玉珍凤莲红云春花国建华志永兴德福贵生宝林海波峰龙飞鹏辉斌宁婷雪晶莹倩颖琳慧欣怡佳悦晨浩宇轩泽子涵梓萱一诺瞿潇珑𠮷㐂',
];
const FIRST = ['阿依古丽', '热依汗', '古丽娜尔', '帕提古丽', '艾则孜', '阿卜杜拉', '努尔兰', '斯琴', '卓玛', '扎西'];
const SECOND = ['买买提', '吐尔逊', '阿不都', '艾买提', '热合曼', '卡德尔', '朝鲁', '多吉', '央金'];
/** In other letters than Chinese ones. */
const LATIN = [
  'Zhangwei',
  'LIJIANGUO',
  'Wang Xiuying',
  'Aygul Mamat',
  'zhao.min',
  'Chenguihua',
  'Müllerová',
  'Иванова',
];
const NUMERALS = [...'〇一二三四五六七八九'];
const CIRCLED = [...'⓪①②③④⑤⑥⑦⑧⑨'];
const ROADS = ['槐荫', '柘塘', '菱湖', '蔚蓝', '苜蓿', '榆钱', '筒瓦', '砚池'];
const AREAS = ['340402', '340403', '340421', '341225', '110105', '510107', '653101'];

const two = (value: number) => String(value).padStart(2, '0');
const wide = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xff10 - 0x30));

export function nameIn(roll: Dice): string {
  const surname = roll.pick(SURNAMES);
  const given = roll.pick(GIVEN) + (roll.chance(70) ? roll.pick(GIVEN) : '');
  // Some type a blank between the two.
  return given.length === 1 && roll.chance(20) ? `${surname}${roll.pick([' ', '　', '  '])}${given}` : surname + given;
}

export function mobileIn(roll: Dice): string {
  return `1${roll.pick(['39', '50', '86', '77', '33', '98'])}${roll.digits(8)}`;
}

const ways: Readonly<Record<PlantKind, (roll: Dice) => string | number>> = {
  name: nameIn,
  minority: (roll) => `${roll.pick(FIRST)}${roll.pick(['·', '•', '・', '．', '.'])}${roll.pick(SECOND)}`,
  pinyin: (roll) => roll.pick(LATIN) + roll.digits(1),
  id: idIn,
  phone(roll) {
    const digits = mobileIn(roll);
    const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)];
    return roll.pick<() => string | number>([
      () => digits,
      () => Number(digits),
      () => `${a} ${b} ${c}`,
      () => `${a}-${b}-${c}`,
      () => `${a}.${b}.${c}`,
      () => `${a} ${digits.slice(3, 5)} ${digits.slice(5, 7)} ${digits.slice(7, 9)} ${digits.slice(9)}`,
      () => wide(digits),
      () => digits.replace(/\d/g, (digit) => CIRCLED[Number(digit)]!),
      () => digits.replace(/\d/g, (digit) => NUMERALS[Number(digit)]!),
      () => `+86 ${digits}`,
      () => `2020${digits}`,
      () => `86${digits}`,
      () => digits + roll.digits(1),
      () => digits.slice(0, 10),
      () => Number(digits.slice(0, 10)),
    ])();
  },
  landline(roll) {
    const digits = roll.pick(['2', '6', '5']) + roll.digits(6);
    const code = roll.pick(['0554', '0551', '010', '0558']);
    return roll.pick([
      `${code}-${digits}`,
      `${code}/${digits}`,
      `${code} ${digits}`,
      `（${code}）${digits}`,
      `(${code})${digits}`,
      `${code}${digits}`,
      `+86-${code.slice(1)}-${digits}`,
      `+86 ${code.slice(1)} ${digits}`,
      `${code}－${wide(digits)}`,
      `${code}-${digits}转${roll.digits(3)}`,
      `${code}-${digits.slice(0, 3)} ${digits.slice(3)}`,
      `${digits.slice(0, 3)}-${digits.slice(3)}`,
      digits,
    ]);
  },
  plate(roll) {
    const [letter, digits] = [roll.pick([...'ADEFKM']), roll.digits(5)];
    return roll.pick([
      `皖${letter}${digits}`,
      `皖${letter} ${digits}`,
      `皖 ${letter}${digits}`,
      `皖${letter.toLowerCase()}${digits}`,
      `皖${letter}·${digits}`,
      `皖${letter}-${digits}`,
      `皖${letter}${digits.slice(0, 4)}警`,
      `皖${letter}D${digits}`,
      `皖${letter}${digits.slice(0, 4)}学`,
      `苏${letter}${wide(digits)}`,
      `皖${letter}${digits.slice(0, 2)}K${digits.slice(2, 4)}`,
    ]);
  },
  address: (roll) =>
    `${roll.pick(ROADS)}${roll.pick(['路', '巷', '新村', '花园', '小区'])}${roll.between(2, 98)}${roll.pick(['号', '号院', '栋', '幢'])}${roll.pick(['', `${roll.between(1, 9)}单元`])}${roll.between(101, 988)}${roll.pick(['', '室'])}`,
  mail: (roll) =>
    `${roll.pick(['jianguo', 'xiuying', 'qumin', 'zhaolei'])}${roll.digits(4)}@${roll.pick(['example.com', '163.example', 'qq.example'])}`,
  chat: (roll) =>
    roll.pick([
      `QQ：${roll.between(1, 9)}${roll.digits(roll.between(6, 9))}`,
      `QQ${roll.between(1, 9)}${roll.digits(8)}`,
      `微信：wxid_${roll.digits(3)}k${roll.digits(4)}`,
      `微信号xiuying${roll.digits(4)}`,
      `wx:jg_${roll.digits(6)}`,
      `${roll.between(1, 9)}${roll.digits(9)}`,
    ]),
  account(roll) {
    const digits = `62${roll.digits(14)}${roll.digits(roll.pick([0, 1, 3]))}`;
    return roll.pick<string | number>([
      digits,
      digits.replace(/(\d{4})(?=\d)/g, '$1 '),
      digits.replace(/(\d{4})(?=\d)/g, '$1-'),
      Number(digits),
      `卡号${digits}`,
    ]);
  },
  passport: (roll) =>
    roll.pick([
      `E${roll.digits(8)}`,
      `EA${roll.digits(7)}`,
      `护照G${roll.digits(8)}`,
      `H${roll.digits(10)}`,
      `C${roll.digits(8)}`,
    ]),
  certificate: (roll) =>
    roll.pick([
      `残疾证${idOf(roll)}${roll.between(1, 7)}${roll.between(1, 4)}`,
      `残疾人证号：${idOf(roll)}${roll.digits(2)}B1`,
      `军字第${roll.digits(8)}号`,
      `户口簿${roll.digits(9)}`,
      `低保证号${roll.digits(12)}`,
      `工号${roll.digits(6)}`,
      `医保卡${roll.pick([...'ABC'])}${roll.digits(9)}`,
    ]),
};

function idOf(roll: Dice): string {
  const birth = `${roll.between(1938, 2015)}${two(roll.between(1, 12))}${two(roll.between(10, 28))}`;
  return idNumber(roll.pick(AREAS), birth, roll.pick([996, 997, 998, 999]));
}

function idIn(roll: Dice): string | number {
  const id = idOf(roll);
  const [area, birth, rest] = [id.slice(0, 6), id.slice(6, 14), id.slice(14)];
  return roll.pick<() => string | number>([
    () => id,
    () => id.toLowerCase(),
    () => id.slice(0, 17) + '0123456789X'[('0123456789X'.indexOf(id[17]!) + 3) % 11],
    () => `${area}${birth.slice(0, 4)}0230${rest}`,
    () => `${area}${birth.slice(2)}${rest.slice(0, 3)}`,
    () => id.slice(0, 17),
    () => `${id.slice(0, 17)}${roll.digits(3)}`,
    () => `${area}/${birth}/${rest}`,
    () => `${area} ${birth} ${rest}`,
    () => `${area}-${birth}-${rest}`,
    () => id.replace(/(.{3})(?=.)/g, '$1 '),
    () => wide(id),
    () => Number(`${id.slice(0, 15)}000`),
    () => Number(`${area}${birth.slice(2)}${rest.slice(0, 3)}`),
  ])();
}

export function personalWord(roll: Dice, kind: PlantKind): string | number {
  return ways[kind](roll);
}

/** Words that stand nowhere in particular. */
export const plantsOf = (words: readonly string[]): Plant[] =>
  words.map((text) => ({ text, kind: 'name', where: '', place: '', path: '' }));
