import { addressOf, parseAddress } from '../model/addresses.ts';
import type { Area, Evaluation, Mark, MarkLevel } from '../model.ts';
import { areasOf, type Cells, putCell } from './areas.ts';

// Gravest first: a cell takes the first level that names it.
const LEVELS: readonly MarkLevel[] = ['error', 'gap', 'warning', 'note'];

/** Of what is more, and was too much to be read, the last cell is marked: there something stands. */
const mostRead = 100_000;

/**
 * The cells of every finding and every gap, in as few ranges as rows and columns allow. What is about a whole row, heading
 * or list is marked where that begins: painted as a whole it would hide what else is marked in it. Cells below each other
 * are wrong one by one.
 */
export function marksOf(evaluation: Evaluation): readonly Mark[] {
  const sheets = new Map<string, Cells<MarkLevel>>();
  const wanted = placesByLevel(evaluation);
  for (const level of LEVELS) {
    for (const { sheet, address } of wanted[level]) {
      const area = parseAddress(address);
      if (!area) continue;
      const cells = sheets.get(sheet) ?? new Map();
      sheets.set(sheet, cells);
      for (const [row, column] of cellsOf(area)) if (!cells.get(row)?.has(column)) putCell(cells, row, column, level);
    }
  }
  return [...sheets].flatMap(([sheet, cells]) =>
    areasOf(cells).map(([area, level]) => ({ sheet, address: addressOf(area), level })),
  );
}

function cellsOf({ top, left, bottom, right }: Area): readonly (readonly [row: number, column: number])[] {
  const rows = bottom - top + 1;
  if (rows * (right - left + 1) > mostRead) return [[bottom, right]];
  return left === right ? Array.from({ length: rows }, (_, row) => [top + row, left] as const) : [[top, left]];
}

function placesByLevel(evaluation: Evaluation) {
  const places: Record<MarkLevel, { sheet: string; address: string }[]> = { error: [], gap: [], warning: [], note: [] };
  for (const finding of evaluation.findings) places[finding.severity].push(finding.at);
  for (const { verdict, at } of evaluation.indicators) {
    // What is to be verified is marked at the doubtful cells themselves, by their findings.
    if (at && (verdict === 'unmet' || verdict === 'behind')) places.gap.push(at);
  }
  return places;
}
