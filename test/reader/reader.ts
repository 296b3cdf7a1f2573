/**
 * Reads a written sheet as a person would, and doubts every figure, day, verdict and count that does not follow from the
 * evaluation. It knows nothing of how the sheets are made: what it holds them against it works out itself.
 */
import type { Evaluation, PolicyAbout, SheetRole } from '../../shared/model.ts';
import { headDoubts } from './heads.ts';
import { rowDoubts } from './rows.ts';
import { sentenceDoubts } from './sentences.ts';
import { unnamed } from './unnamed.ts';
import { headings, type Role } from './wordings.ts';

export interface WrittenSheet {
  readonly role: SheetRole;
  /** Every cell as it is read; '' is a blank one. */
  readonly rows: readonly (readonly string[])[];
}

export interface Doubt {
  /** 1-based; 0 where it is of the whole sheet. */
  readonly row: number;
  readonly why: string;
}

/** What stands on a sheet besides the evaluation: the ISO date of the check, and how many findings are explained. */
export interface Beside {
  readonly on: string | null;
  readonly explained: number;
}
const nothing: Beside = { on: null, explained: 0 };

export function doubtsOf(
  { role, rows }: WrittenSheet,
  evaluation: Evaluation,
  policy: PolicyAbout,
  beside: Beside = nothing,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  let columns: readonly Role[] | null = null;
  let last = 0;
  rows.forEach((row, at) => {
    const doubt = (whys: readonly string[]) => doubts.push(...whys.map((why) => ({ row: at + 1, why })));
    const filled = row.filter((cell) => cell !== '');
    const context = { evaluation, policy, ...beside, subjects: [], role: 'value', taken: [] } as const;
    if (isHeadings(row)) {
      columns = row.map((heading) => headings[heading] ?? 'sentence');
      last = 0;
    } else if (filled.length > 1 && columns) {
      const read = rowDoubts(row, columns, last, context);
      last = read.ordinal;
      doubt(read.doubts);
    } else {
      for (const cell of filled) doubt([...headDoubts(cell, at, evaluation), ...sentenceDoubts(cell, context)]);
    }
  });
  return [...doubts, ...unnamed(role, rows, evaluation).map((why) => ({ row: 0, why }))];
}

function isHeadings(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  return filled.length > 2 && filled.filter((cell) => cell in headings).length * 2 > filled.length;
}
