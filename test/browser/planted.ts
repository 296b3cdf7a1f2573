/** Workbooks with personal words planted in them, as files. */
import { type Cell, writeXlsx } from 'hucre';
import { parseAddress } from '../../shared/model/addresses.ts';
import type { SheetSnapshot, WorkbookSnapshot } from '../../shared/model.ts';

export function fileOf({ sheets }: WorkbookSnapshot): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writeSheet) });
}

/** The same cells at the same places; what Excel cannot hold below a merged area is left out by whoever opens it. */
function writeSheet({ name, visibility, address, values, numberFormat, merges = [] }: SheetSnapshot) {
  const { top, left } = parseAddress(address)!;
  const cells = new Map<string, Partial<Cell>>();
  for (const [r, row] of values.entries())
    for (const [c, value] of row.entries()) {
      if (value === null || typeof value === 'object') continue;
      const numFmt = numberFormat?.[r]?.[c] ?? 'General';
      cells.set(`${top + r},${left + c}`, { value, style: { numFmt } });
    }
  return {
    name,
    rows: [],
    cells,
    merges: merges.map((merge) => {
      const area = parseAddress(merge)!;
      return { startRow: area.top, startCol: area.left, endRow: area.bottom, endCol: area.right };
    }),
    hidden: visibility === 'Hidden',
    veryHidden: visibility === 'VeryHidden',
  };
}
