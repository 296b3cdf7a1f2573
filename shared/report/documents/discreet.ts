/** What messages and reasons quote of cells, without persons and their numbers: the cell is named, where whoever may see it finds them. */
import { isName } from '../../model/holders.ts';
import { mayBeCode } from '../../model/identifiers.ts';
import { OFFICE } from '../../model/places.ts';
import { surnames, unnamed } from '../../model/surnames.ts';
import type { Evaluation, Unit } from '../../model.ts';
import { isPlace } from './places.ts';

/** The evaluation as documents quote it. */
export function discreet(evaluation: Evaluation): Evaluation {
  const { findings, indicators } = evaluation;
  return {
    ...evaluation,
    findings: findings.map((one) => {
      const [message, fix] = [withoutPersons(one.message), withoutPersons(one.fix)];
      return message === one.message && fix === one.fix ? one : { ...one, message, fix };
    }),
    indicators: indicators.map((one) => {
      const reasons = one.reasons.map(withoutPersons);
      return reasons.every((reason, at) => reason === one.reasons[at]) ? one : { ...one, reasons };
    }),
  };
}

/** “社会工作师（欧阳某某）” is “社会工作师（××）”; 13800138000 is ×××. */
export function withoutPersons(text: string): string {
  const quiet = quoting.reduce(
    (rest, quoted) => rest.replace(quoted, (_, before: string, cell: string) => before + withoutNames(cell)),
    text,
  );
  return withoutNumbers(quiet);
}

/** What a cell holds, or somebody's heading: 填“…”, 表头“…”, 岗位“…”, 第5行“…”与第3行, 别的社区的（…）. */
const quoting: readonly RegExp[] = [
  /((?:填|表头|写有|状态为|岗位|的是|只填了|上一行的) ?“)([^”]*)/g,
  /(行“)([^”]*)(?=”(?:与|名称|从名称))/g,
  /(社区的?（)([^）]*)(?=）)/g,
];
const NOBODY = '××';

/** Of the name of a sheet what may be a person's, behind what says what the sheet is. */
export function sheetName(name: string): string {
  return withoutNumbers(name.replace(WORDS, (word) => (isPerson(word) && !SHEETS.test(word) ? NOBODY : word)));
}

/** What sheets are called by. */
const SHEETS = /[册表录账单况度案目息计总志月年页书汇费员人会区村街镇乡县市]$/;
const WORDS = /[\u4e00-\u9fff·×○〇]+/g;

/**
 * The file alone, not where it lies on somebody's machine: of its name the unit, as documents call it, what files are usually
 * called by, days and numbers. Whatever else is ××, and the file is found by its `place` in the list of files, from 1.
 */
export function fileName(path: string, unit: Unit, place: number): string {
  const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z]{2,5})?$/su.exec(name) ?? [];
  const known = [...placesOf(unit), ...USUAL].sort((one, other) => other.length - one.length);
  const parts = stem.split(new RegExp(`(${known.join('|')})`, 'u'));
  const bare = parts
    .map((part, at) => (at % 2 ? part : part.replace(LETTERS, (word) => (CODE.test(word) ? word : NOBODY))))
    .join('');
  const told = withoutNumbers(bare);
  return told === stem ? told + ending : `${told}${ending}（“文件”表第${place}个）`;
}

const LETTERS = /\p{L}+/gu;
/** Of the code of a county: HN-03. */
const CODE = /^[A-Z]{1,2}$/;

const USUAL = [
  '三社联动',
  '工作簿',
  '名册',
  '填报表',
  '试点',
  '中期',
  '终期',
  '评估',
  '报送',
  '修改',
  '另存',
  '汇总',
  '社区',
  '街道',
  '副本',
];

function placesOf({ countyName, street, community }: Unit): readonly string[] {
  const names = [countyName, street, community].filter((name) => name !== null && /^\p{L}+$/u.test(name)) as string[];
  const bases = [community?.replace(OFFICE, ''), street?.replace(/(?:街道办事处|街道办|街道|镇|乡)$/, '')];
  return [...names, ...(bases.filter((base) => base !== undefined && /^\p{L}{2,}$/u.test(base)) as string[])];
}

/**
 * From the first character on that may begin a name: nobody knows where it ends, but before what ends the word and is nobody's. A word
 * behind a number is a unit: 10余家.
 */
function withoutNames(cell: string): string {
  return cell.replace(WORDS, (word, at: number) => {
    if (OFFICE.test(word) && isPlace(word.replace(OFFICE, ''))) return word;
    const first = /\d/.test(cell[at - 1] ?? '') ? (MEASURE.exec(word)?.[0].length ?? 0) : 0;
    const [ending = ''] = ENDINGS.exec(word) ?? [];
    const until = word.length - ending.length;
    const from = [...word].findIndex((_, index) => index >= first && index < until && mayBegin(word.slice(index)));
    return from < 0 ? word : word.slice(0, from) + NOBODY + ending;
  });
}

/** By which a rule tells what it is: of organisations, and of certificates. */
const ENDINGS =
  /(?:业主委员会|居民委员会|村民委员会|居委会|村委会|党支部|有限公司|事务所|服务中心|服务队|协会|联合会|成绩合格未发证)$/;
const MEASURE = /^余?(?:[万亿]?元|[个家人名次场户份位项件号岁年月日时])/;
const mayBegin = (rest: string) => [2, 3].some((length) => rest.length >= length && isPerson(rest.slice(0, length)));
const isPerson = (word: string) => isName(word, surnames, unnamed);

/** Telephones, identity numbers; a day and the code of an organisation are nobody's. */
function withoutNumbers(text: string): string {
  return text.replace(NUMBERS, (number) => {
    const isLong = number.replace(/\D/g, '').length >= LONG;
    return isLong && !DAY.test(number) && !(/[A-W]/.test(number) && mayBeCode(number)) ? '×××' : number;
  });
}

/** Digits. */
const LONG = 7;
const NUMBERS = /\d[0-9A-Za-z]*(?:[- ]\d+[Xx]?)*/g;
const DAY = /^(?:19|20)\d\d(?:-\d\d?-\d\d?(?:$| )|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$)/;
