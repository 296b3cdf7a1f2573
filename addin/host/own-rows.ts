/** Rows of our own sheets as they are now. */
import { type Block, inPieces } from './blocks.ts';
import { sync } from './syncs.ts';

/** Ours are within these; what a person leaves further away stays theirs. */
const width = 26;
const height = 20_000;
const usualBytesPerRow = 1500;

/** Of a 差距清单: the range that holds anything, with its rowIndex and rowCount. */
export interface Filled {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** From the first row on. No round trip for no sheets. */
export async function readRows(
  context: Excel.RequestContext,
  sheets: readonly Filled[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<Excel.Worksheet, readonly (readonly unknown[])[]>> {
  const rows = new Map(sheets.map(({ sheet }) => [sheet, [] as (readonly unknown[])[]]));
  const blocks = sheets
    .filter(({ used }) => !used.isNullObject)
    .map(({ sheet, used }): Block<Excel.Worksheet> => {
      return {
        of: sheet,
        from: 0,
        to: Math.min(height, used.rowIndex + used.rowCount),
        bytesOf: () => usualBytesPerRow,
      };
    });
  if (blocks.length > 0)
    await inPieces(blocks, {
      queue: (piece) => piece.map(({ of, from, to }) => of.getRangeByIndexes(from, 0, to - from, width).load('values')),
      send: () => sync(context, signal),
      keep(ranges, piece) {
        for (const [index, { of }] of piece.entries()) rows.get(of)!.push(...ranges[index]!.values);
      },
    });
  return rows;
}
