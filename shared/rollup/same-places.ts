/** Names of counties, streets and communities as two files write them. */
import type { Parts } from './keys.ts';

/** `unclear`: one is written as a code or by a few characters of the other (经开区), and no register of the policy tells what it is. */
export function countiesOf(one: Parts, other: Parts): 'same' | 'other' | 'unclear' | 'unknown' {
  if (one.county === null || other.county === null) return 'unknown';
  if (!differ(one.county, other.county)) return 'same';
  const [name, otherName] = [one.countyName ?? one.county, other.countyName ?? other.county];
  // Ids are the policy's own: two of them are two counties.
  if (one.county !== one.countyName && other.county !== other.countyName) return 'other';
  const [short, long] = name.length < otherName.length ? [name, otherName] : [otherName, name];
  if (!differ(name, otherName) || (long.endsWith(short) && HIGHER.test(long.slice(0, -short.length)))) return 'same';
  return isCode(name) || isCode(otherName) || isShortFor(short, long) ? 'unclear' : 'other';
}

/** 淮南市 before 田家庵区. */
const HIGHER = /^.{2,}[省市州盟]$/;

const isCode = (name: string): boolean => !/[\u4e00-\u9fff]/.test(name);

/** Its characters in their order. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

const ENDING = /(?:街道|社区|[县区市镇乡村])$/;

/** 锦湖 may be 锦湖社区, which is not 锦湖村. */
export function differ(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return false;
  const [bare, bareOther] = [bareOf(one), bareOf(other)];
  return bare !== bareOther || (bare !== one && bareOther !== other);
}

export function bareOf(name: string): string {
  return name.replace(ENDING, '');
}
