/** What a workbook keeps for the person in it, and what it says of itself, by which a choice can be guessed. */
import type { Cell, Mode } from './contract.ts';

/** Of the choices that are kept in a workbook; `policy` is null where none was chosen. */
export interface Choices {
  /** Id of the policy that it is judged by. */
  readonly policy: string | null;
  /** Whether it is to be scored. */
  readonly score: boolean;
  /** Whether it is judged on this machine only, and nothing of it is sent. */
  readonly local: boolean;
  /** Which evaluation; null where none was chosen. */
  readonly mode: Mode | null;
  /** ISO date that it is judged as of; null: the policy's closing date. */
  readonly asOf: string | null;
}

/** File name, sheet names, and the rows in which titles stand; a whole snapshot will do. */
export interface Titles {
  readonly name?: string;
  readonly sheets: readonly { readonly name: string; readonly values: readonly (readonly Cell[])[] }[];
}
