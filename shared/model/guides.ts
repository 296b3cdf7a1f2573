/** What the person who fills a cell is told of its field: in 这一格, in the prompts of the template and in 帮助, all of it in Chinese. */

export interface FieldGuide {
  /** What is to be written here, in one sentence that says more than the label. */
  readonly means: string;
  /** Who or what counts, an example to each; only of fields by which something is counted. */
  readonly counts?: readonly string[];
  /** Who or what does not, wherever the domain says so. */
  readonly not?: readonly string[];
  /** How it is written, beyond what the type of the field says of itself. */
  readonly format?: string;
  /** What goes wrong most often, and what to do instead; the commonest first. */
  readonly mistakes: readonly string[];
  /** What raises a finding at this very field; absent where nothing can fail, which the test lists. */
  readonly wrong?: WrongExample;
  /** Law or standard for this field alone; clauses of the policy come with the indicators that it is for. */
  readonly source?: string;
}

export interface WrongExample {
  readonly value: string | number;
  /** Other fields of the line, where the example line alone does not make it wrong; null leaves one blank. */
  readonly beside?: Readonly<Record<string, string | number | null>>;
  /** Why, in words for the person who typed it. */
  readonly because: string;
}

/** By table and field. A table with two layouts has its fields together. */
export type Guides = Readonly<Record<string, Readonly<Record<string, FieldGuide>>>>;
