/** What the catalogue says of one indicator, in words; '' where it says nothing. */
export interface IndicatorWords {
  readonly name: string;
  /** How it is computed. */
  readonly formula: string;
  /** What the document leaves open. */
  readonly open: string;
  /** How that was taken. */
  readonly calibre: string;
}

/** By the indicator's id. */
export type Words = Readonly<Record<string, IndicatorWords>>;

/**
 * The catalogue letters what is open, a)每社区；b)每街道, and answers by the same letters, a每社区；b作参考: each is a line of
 * its own, and has its bracket.
 */
export function clausesOf(text: string): readonly string[] {
  const lines = text.replace(/([；。])(?=(?:.{1,2}：)?[a-h])/g, '$1\n').split('\n');
  return lines.map((line) => line.replace(/^([a-h](?:、[a-h])*)(?=[^)、])/, '$1)'));
}
