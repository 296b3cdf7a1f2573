/** What people wrote into the lines of 差距清单. */
import { keysIn } from './explanation-keys.ts';
import { type Explanation, isEmpty } from './explanations.ts';

/** A line of 差距清单 as it stands in the workbook. */
export interface GapLine {
  /** Its place among the rows. */
  readonly row: number;
  /** Of all that it stands for. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly review: string;
  readonly about: string;
  readonly cleared: boolean;
}

export interface GapLines {
  /** Where 核实说明 and 审核意见 stand; null in sheets of before, which had no 审核意见. */
  readonly text: number;
  readonly review: number | null;
  readonly lines: readonly GapLine[];
}

/** Found by their headings, for people sort, filter and insert. Null where those are gone. */
export function gapLinesIn(values: readonly (readonly unknown[])[]): GapLines | null {
  const heading = values.findIndex((row) => headings.text.some((word) => row.includes(word)) && row.includes('键'));
  if (heading < 0) return null;
  const columnOf = (...words: readonly string[]) => values[heading]!.findIndex((one) => words.includes(String(one)));
  const [text, review, about] = [headings.text, headings.review, headings.about].map((words) => columnOf(...words));
  const [key, category] = [columnOf('键'), columnOf('类别')];
  let below = false;
  const lines = values.slice(heading + 1).flatMap((row, index): GapLine[] => {
    below ||= row[0] === '已消除';
    const said = (column: number | undefined) => String(row[column ?? -1] ?? '');
    if (said(key) === '' || said(key) === '键') return [];
    const cleared = below || said(category) === '已消除';
    const keys = keysIn(said(key));
    return [{ row: heading + 1 + index, keys, text: said(text), review: said(review), about: said(about), cleared }];
  });
  return { text: text!, review: review! < 0 ? null : review!, lines };
}

const headings = { text: ['核实说明', '说明'], review: ['审核意见'], about: ['问题'] };

/** What people wrote into the lines of 差距清单, once for each finding or gap. */
export function explanationsIn(values: readonly (readonly unknown[])[]): Explanation[] {
  return (gapLinesIn(values)?.lines ?? [])
    .filter((line) => !isEmpty(line))
    .flatMap(({ keys, text, review, about, cleared }) => keys.map((key) => ({ key, text, review, about, cleared })));
}
