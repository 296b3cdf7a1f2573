/** Which rows of a list count for which indicator, and why others do not: by where its figures were taken from. */
import { parseAddress } from '../../shared/model/addresses.ts';
import type { Evaluation, Evidence, Finding, Indicator } from '../../shared/model.ts';
import type { ReadRow, ReadTable } from './names.ts';
import { meet } from './said.ts';

export interface CountedRows {
  readonly indicator: Indicator;
  /** Cells that count, and those that may. */
  readonly counted: readonly Evidence[];
  readonly undecided: readonly Evidence[];
  readonly others: readonly ReadRow[];
  /** False where some of the others may count too: what is missing in them has no cell to point to. */
  readonly isCertain: boolean;
}

export function countedRows(table: ReadTable, indicators: readonly Indicator[]): readonly CountedRows[] {
  return indicators.flatMap((indicator): readonly CountedRows[] => {
    const { basis, evidence, lower, upper, lowerDenominator = 0, upperDenominator = 0 } = indicator;
    const here = evidence.filter(
      ({ role, sheet, address }) => role !== 'source' && sheet === table.sheet && meet(address, table.address),
    );
    if (basis !== undefined || here.length === 0) return [];
    const taken = new Set(here.flatMap(rowsOf));
    const undecided = here.filter(({ role }) => role === 'undecided');
    const open = Math.max((upper ?? 0) - (lower ?? 0), upperDenominator - lowerDenominator);
    return [
      {
        indicator,
        counted: here.filter(({ role }) => role !== 'undecided'),
        undecided,
        others: table.rows.filter(({ row }) => !taken.has(row)),
        isCertain: open <= new Set(undecided.flatMap(rowsOf)).size,
      },
    ];
  });
}

/** What is said of this row alone. */
export function saidOfRow({ sheet }: ReadTable, row: number, { findings }: Evaluation): readonly Finding[] {
  return findings.filter(({ at }) => {
    const area = at.sheet === sheet ? parseAddress(at.address) : null;
    return area?.top === row - 1 && area.bottom === row - 1;
  });
}

function rowsOf({ address }: Pick<Evidence, 'address'>): readonly number[] {
  const area = parseAddress(address);
  return area ? Array.from({ length: area.bottom - area.top + 1 }, (_, at) => area.top + at + 1) : [];
}
