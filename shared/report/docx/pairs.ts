/** Sentences and cells, as they were made and as they stand now. */
import { hasFigures, type KeptByName, type KeptLine, type KeptUnit, type Line, type Unit } from './lines.ts';

export interface Pair {
  readonly made: KeptPlace;
  readonly now: Place;
  readonly isSame: boolean;
}

export interface Place {
  readonly line: number;
  readonly at: number;
  readonly unit: Unit;
}

export interface KeptPlace {
  readonly line: number;
  readonly at: number;
  readonly unit: KeptUnit;
}

/** Sentences that followed each other in one paragraph, or a whole row. */
export interface Gone {
  readonly made: readonly KeptPlace[];
  readonly isRow: boolean;
  /** What stands before it now; null at the beginning. */
  readonly after: Place | null;
}

/** Lines that are not word for word somewhere; `gap` numbers the stretches between those that stayed. */
export interface Left {
  readonly made: readonly { readonly line: number; readonly gap: number; readonly of: KeptLine }[];
  readonly now: readonly { readonly line: number; readonly gap: number; readonly of: Line }[];
}

export interface Paired {
  readonly pairs: readonly Pair[];
  readonly added: readonly Place[];
  readonly gone: readonly Omit<Gone, 'after'>[];
}

export const isSame = ({ unit: made }: KeptPlace, { unit }: Place, kept: KeptByName): boolean =>
  made.sign === unit.sign && hasFigures(made, unit, kept);
