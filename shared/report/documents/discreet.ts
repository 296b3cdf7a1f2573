/** What messages and reasons quote of cells, without persons and their numbers: the cell is named, where whoever may see it finds them. */
import { isName } from '../../model/holders.ts';
import { mayBeCode } from '../../model/identifiers.ts';
import { surnames, unnamed } from '../../model/surnames.ts';
import type { Evaluation } from '../../model.ts';

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
  const quiet = text.includes('填')
    ? text.replace(TYPED, (_, before: string, cell: string) => before + withoutNames(cell))
    : text;
  return withoutNumbers(quiet);
}

/** What a cell holds: 填“…”. */
const TYPED = /(填 ?“)([^”]*)/g;
const NOBODY = '××';

/** Of the name of a sheet what may be a person's, behind what says what the sheet is. */
export function sheetName(name: string): string {
  return withoutNumbers(name.replace(WORDS, (word) => (isPerson(word) && !SHEETS.test(word) ? NOBODY : word)));
}

/** What sheets are called by. */
const SHEETS = /[册表录账单况度案目息计总志月年页书汇费员人会区村街镇乡县市]$/;
const WORDS = /[\u4e00-\u9fff·×○〇]+/g;

/** The file alone, not where it lies on somebody's machine. */
export function fileName(path: string): string {
  return withoutNumbers(path.split(/[\\/]/).filter(Boolean).at(-1) ?? '');
}

function withoutNames(cell: string): string {
  return cell.replace(WORDS, (word) => {
    if (isPerson(word)) return NOBODY;
    // Without anything between: 专职人员司马某某.
    const from = [4, 3, 2].map((length) => word.length - length).find((at) => at > 0 && isPerson(word.slice(at)));
    return from === undefined ? word : word.slice(0, from) + NOBODY;
  });
}

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
const DAY = /^(?:19|20)\d\d-\d\d?-\d\d?(?:$| )/;
