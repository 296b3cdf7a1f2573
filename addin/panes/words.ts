/** What the catalogue says of one indicator: how it is computed, what the document leaves open, and what was taken. */
export interface IndicatorWords {
  readonly name: string;
  /** Only those of which there is something to say. */
  readonly sections: readonly (readonly [title: string, lines: readonly string[]])[];
}

/** By the indicator's id. */
export type Words = Readonly<Record<string, IndicatorWords>>;
