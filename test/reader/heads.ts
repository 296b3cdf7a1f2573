/** Titles and lines that say whose sheet it is, of which time, and of what data. */
import type { Evaluation, Unit } from '../../shared/model.ts';
import { kinds, modes } from './wordings.ts';

/** `at` is the row, 0-based. */
export function headDoubts(text: string, at: number, evaluation: Evaluation): readonly string[] {
  return [
    ...modeDoubts(text, at, evaluation),
    ...(at === 0 ? ownerDoubts(text, evaluation) : []),
    ...unitDoubts(text, evaluation),
    ...codeDoubts(text, evaluation),
  ];
}

function modeDoubts(text: string, at: number, { mode }: Evaluation): readonly string[] {
  const other = modes[mode === 'final' ? 'midterm' : 'final'];
  const says = at === 0 ? text.includes(other) : text.includes(`${other}评估`) && text.startsWith('依据');
  const isUntold = at === 0 && !text.includes(modes[mode]);
  return says || isUntold ? [`“${text.slice(0, 30)}”：是${modes[mode]}评估`] : [];
}

/** A title may begin with the community: 柳塘村“三社联动”…. */
function ownerDoubts(text: string, { unit }: Evaluation): readonly string[] {
  const owner = text.slice(0, Math.max(text.indexOf('“'), 0));
  const whole = wholeOf(unit);
  return owner === '' || whole.endsWith(owner) ? [] : [`“${owner}”：单位应为${whole}`];
}

const wholeOf = ({ countyName, street, community }: Unit) =>
  [countyName, street, community].filter((one) => one !== null).join('');

function unitDoubts(text: string, { unit }: Evaluation): readonly string[] {
  const named = /单位：([^　\s]+)/.exec(text)?.[1];
  const whole = wholeOf(unit);
  const kind = Object.entries(kinds).find(([, word]) => text.includes(`（${word}）`));
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
