/** Marks on cells of the person's. */
import type { Severity } from './contract.ts';

/** `gap`: an unmet or lagging indicator; the others are the severities of findings. */
export type MarkLevel = Severity | 'gap';

export interface Mark {
  readonly sheet: string;
  /** A1 address of a cell or range on that sheet. Marks of one plan never overlap: the gravest level has the cell. */
  readonly address: string;
  readonly level: MarkLevel;
  /** How its cells show what they hold, with the level's sign in front; without one they have colour and a line around. */
  readonly sign?: Sign;
}

export interface Sign {
  /** Excel's code. */
  readonly format: string;
  /** How much a number takes with it, in widths of a digit: in a narrower column it would be hidden. 0 for text. */
  readonly room: number;
}
