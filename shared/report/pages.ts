/** How our own sheets are printed: the same through Office.js and in a file. */
import type { PageSetup, PaperSheet } from '../model.ts';

/** In points. */
export const margins = { left: 18, right: 18, top: 18, bottom: 26, header: 8, footer: 10 } as const;

/** A4, in points. */
const [short, long] = [595, 842];

/** Excel's codes: of the page, and of how many there are. */
export const footer = '第 &P 页，共 &N 页';

/** What is left between the margins, in points. */
export function printable({ orientation }: PageSetup): { readonly width: number; readonly height: number } {
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}

/** 0-based rows that are filtered, with their headings first; null where there is nothing to filter. */
export function filteredRows({ filterRow, rows, spans }: PaperSheet): readonly [from: number, to: number] | null {
  if (filterRow === null) return null;
  const to = (spans.find((row) => row > filterRow) ?? rows.length) - 1;
  return to > filterRow ? [filterRow, to] : null;
}
