/** The first sheet of an .xlsx as somebody reads it who knows nothing of how it was made: what stands in its cells, row by row. */
import { strFromU8, unzipSync } from 'fflate';
import { type Element, find, tree } from './xml.ts';

/** Empty cells are empty text. */
export function readSheet(file: Uint8Array): readonly (readonly string[])[] {
  const parts = unzipSync(file, { filter: ({ name }) => /^xl\/(?:worksheets\/sheet1|sharedStrings)\.xml$/.test(name) });
  const xml = (path: string) => (parts[path] ? tree(strFromU8(parts[path])) : null);
  const shared = xml('xl/sharedStrings.xml');
  const texts = shared ? find(shared, 'si').map(textOf) : [];
  const rows = find(xml('xl/worksheets/sheet1.xml')!, 'row');
  return rows.map((row) => {
    const cells: string[] = [];
    for (const cell of find(row, 'c')) {
      // Cells without an address follow each other.
      const at = cell.attributes.r === undefined ? cells.length : columnOf(cell.attributes.r);
      while (cells.length < at) cells.push('');
      cells.push(shownIn(cell, texts));
    }
    return cells;
  });
}

function shownIn(cell: Element, texts: readonly string[]): string {
  const value = find(cell, 'v').map(({ text }) => text)[0] ?? '';
  if (cell.attributes.t === 's') return texts[Number(value)] ?? '';
  return cell.attributes.t === 'inlineStr' ? textOf(cell) : value;
}

const textOf = (element: Element) =>
  find(element, 't')
    .map(({ text }) => text)
    .join('');

const columnOf = (address: string) =>
  [...address.replace(/\d/g, '')].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
