/** Exact numbers: what the reader works out is never a rounded one. */

/** `under` is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const zero: Fraction = { over: 0n, under: 1n };

/** Of a number as it is written in decimals: 0.1 is a tenth. */
export function exactly(number: number): Fraction {
  const [whole, decimals = ''] = plainText(number).split('.');
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) };
}

/** 1e21 and 1e-7 are no figures of a workbook. */
function plainText(number: number): string {
  const text = String(number);
  if (/e/i.test(text)) throw new RangeError(`${text} is not written in decimals`);
  return text;
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

/** By what is not zero. */
export function by(a: Fraction, b: Fraction): Fraction {
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
}

/** Below zero, zero or above, as `a` is less than `b`, equal, or more. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.over * b.under - b.over * a.under;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const equal = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;

/** The greatest whole multiple of `step` that is not above. */
export function floored(a: Fraction, step: Fraction = exactly(1)): Fraction {
  const { over, under } = by(a, step);
  const whole = over >= 0n ? over / under : -((-over + under - 1n) / under);
  return times({ over: whole, under: 1n }, step);
}

export function ceiled(a: Fraction, step: Fraction = exactly(1)): Fraction {
  const { over, under } = a;
  const { over: negative, under: same } = floored({ over: -over, under }, step);
  return { over: -negative, under: same };
}

const HUNDREDTH: Fraction = { over: 1n, under: 100n };
const HALF: Fraction = { over: 1n, under: 200n };

/** To hundredths, half of one up. */
export const rounded = (a: Fraction): Fraction => floored(plus(a, HALF), HUNDREDTH);
export const cutDown = (a: Fraction): Fraction => floored(a, HUNDREDTH);
export const cutUp = (a: Fraction): Fraction => ceiled(a, HUNDREDTH);
