/** Titles and lines that say whose sheet it is, of which time, and of what data. */
import type { Evaluation } from '../../shared/model.ts';
import { modeWords, urbanRuralWords } from '../../shared/model/words.ts';

/** `at` is the row, 0-based. */
export function headDoubts(text: string, at: number, evaluation: Evaluation): readonly string[] {
  return [
    ...modeDoubts(text, at, evaluation),
    ...unitDoubts(text, evaluation),
    ...codeDoubts(text, evaluation),
  ];
}

function modeDoubts(text: string, at: number, { mode }: Evaluation): readonly string[] {
  const other = modeWords[mode === 'final' ? 'midterm' : 'final'];
  const says = at === 0 ? text.includes(other) : text.includes(`${other}评估`) && text.startsWith('依据');
  const isUntold = at === 0 && !text.includes(modeWords[mode]);
  return says || isUntold ? [`“${text.slice(0, 30)}”：是${modeWords[mode]}评估`] : [];
}

function unitDoubts(text: string, { unit }: Evaluation): readonly string[] {
  const named = /单位：([^　\s]+)/.exec(text)?.[1];
  const whole = [unit.countyName, unit.street, unit.community].filter((one) => one !== null).join('');
  const kind = Object.entries(urbanRuralWords).find(([, word]) => text.includes(`（${word}）`));
  return [
    ...(named !== undefined && whole !== '' && !/^_+$/.test(named) && text.indexOf('审核单位') < 0 && named !== whole
      ? [`“${named}”：单位应为${whole}`]
      : []),
    ...(kind && kind[0] !== unit.urbanRural ? [`“${kind[1]}”：城乡不符`] : []),
  ];
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function codeDoubts(text: string, { dataHash }: Evaluation): readonly string[] {
  const code = /校验码[：:]?\s*([0-9A-Z]{8})(?![0-9A-Z])/.exec(text)?.[1];
  return code === undefined || code === codeOf(dataHash) ? [] : [`“${code}”：校验码不符`];
}

/** The first 40 bits, five a character. */
export function codeOf(dataHash: string): string {
  const bits = BigInt(`0x${dataHash.replace(/^sha256:/, '').slice(0, 10)}`);
  return Array.from({ length: 8 }, (_, at) => LETTERS[Number((bits >> BigInt(35 - 5 * at)) & 31n)]).join('');
}
