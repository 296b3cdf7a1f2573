/**
 * Conditions on a record of a table, as data that `check/` interprets with a closed set of operators. The answer is in,
 * out or unknown for each record.
 */
import type { Comparison } from './contract.ts';

export type Answer = 'in' | 'out' | 'unknown';

/** A day that the evaluation knows; `countEnd` is the earlier of closing date and end of the window. */
export type Moment =
  | { readonly day: 'asOf' | 'windowStart' | 'windowEnd' | 'countEnd'; readonly plus?: number }
  /** ISO date. */
  | { readonly on: string };

/**
 * The answer where a cell holds no certain value: nothing, `/`, something that was not understood; or where the table has
 * no such column. Every condition names all four.
 */
export type Otherwise = Readonly<Record<'blank' | 'void' | 'doubtful' | 'absent', Answer>>;

interface OfField {
  readonly field: string;
  readonly otherwise: Otherwise;
}

export type Condition =
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  /** Where `of` is in, the answer is only unknown: the record stays out of the lower bound (decision sheets-1). */
  | {
      readonly is: 'perhaps';
      readonly of: Condition;
      readonly would: string;
      /** What would have to be found where the better end is that it is not so; else the same. */
      readonly wouldNot?: string;
    }
  /** Any value. */
  | (OfField & { readonly is: 'filled' })
  | (OfField & { readonly is: 'oneOf'; readonly codes: readonly string[] })
  | (OfField & { readonly is: 'yes' })
  /** Wholly between two days, both included. */
  | (OfField & { readonly is: 'within'; readonly from?: Moment; readonly to?: Moment })
  | (OfField & { readonly is: 'number'; readonly op: Comparison; readonly than: number })
  /** `field` / `other` against p/q, by integer multiplication. */
  | (OfField & {
      readonly is: 'share';
      readonly other: string;
      readonly op: Comparison;
      readonly p: number;
      readonly q: number;
    })
  /** The day of `field` is not after the day of `other`; `otherwise` answers for either of them. */
  | (OfField & { readonly is: 'notAfter'; readonly other: string })
  /** The value's own rules (check digit, calendar, length) hold; with `fault` only that one is looked for. */
  | (OfField & { readonly is: 'valid'; readonly fault?: 'invalid' | 'lossy' })
  | (OfField & { readonly is: 'like'; readonly pattern: string })
  | (OfField & { readonly is: 'contains'; readonly words: readonly string[] })
  | (OfField & { readonly is: 'ends'; readonly words: readonly string[] })
  /**
   * One of the words makes up a clause of the text, alone or behind a day: neither 取消聚餐 nor 未取消 is 取消. Of a clause with a
   * day that must lie within; one without a day says so too, unless there is `from`.
   */
  | (OfField & { readonly is: 'says'; readonly words: readonly string[]; readonly from?: Moment; readonly to?: Moment })
  /**
   * A list of communities that names the pilot community; `doubt` answers for 全街道 and the like, without it unknown. With
   * `street` the name of its street alone is in.
   */
  | (OfField & { readonly is: 'own'; readonly street?: true; readonly doubt?: Answer })
  /** The name of a centre or station that belongs to the pilot community, or to none by name. */
  | (OfField & { readonly is: 'ofOwn'; readonly doubt?: Answer })
  /** Another community that the workbook names stands in it, and not the pilot: 乙社区活动室. */
  | (OfField & { readonly is: 'namesOther' })
  /** The same text as in the pilot unit's line of another table, for example the confirmed agency; in where that is empty. */
  | (OfField & { readonly is: 'same'; readonly table: string; readonly as: string });
