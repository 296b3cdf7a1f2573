/** 核实说明: what people say of a finding or a gap, and what the office says to that. */

/** What an explanation begins with; words of one's own follow a colon. */
export const explanationWays = ['数据属实', '口径不同', '电话核实', '已修改', '其他'] as const;
export type ExplanationWay = (typeof explanationWays)[number];

/** The one shape in which it is kept, in a line of 差距清单 or hidden in the workbook. */
export interface Explanation {
  /** Of the finding or gap: rule, record and value, so that it lapses with the value. */
  readonly key: string;
  /** `数据属实：…`, `电话核实：张某，十二月三日，“……”`; what a person wrote by hand need not begin so. */
  readonly text: string;
  /** `接受`, or `不接受：…`; '' while the office has said nothing. */
  readonly review: string;
  /** What the line said then, to show where it has lapsed. */
  readonly about: string;
  /** True when the line already stands under 已消除. */
  readonly cleared: boolean;
}
