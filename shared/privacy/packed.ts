/** A masked snapshot for the way: what repeats stands once (decision mask-16), so that a million cells stay below 16 MiB. */
import type { Cell, MaskedCell, PackedCell, PackedSnapshot, WorkbookSnapshot } from '../model.ts';
import { mapped } from './mapped.ts';

export function packed(snapshot: WorkbookSnapshot): PackedSnapshot {
  const times = new Map<string, number>();
  for (const { values } of snapshot.sheets)
    for (const row of values)
      for (const cell of row) {
        const key = keyOf(cell);
        if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
      }
  const texts: MaskedCell[] = [];
  const places = new Map<string, { readonly text: number }>();
  const packedCell = (cell: Cell): PackedCell => {
    const key = keyOf(cell);
    if (key === null || times.get(key)! < 2) return cell;
    let place = places.get(key);
    if (!place) {
      place = { text: texts.length };
      texts.push(cell as MaskedCell);
      places.set(key, place);
    }
    return place;
  };
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) => row.map(packedCell)),
  }));
  return texts.length === 0 ? snapshot : { ...snapshot, texts, sheets };
}

/** The snapshot that was packed. Throws RangeError for a place that `texts` does not have. */
export function unpacked({ texts, ...snapshot }: PackedSnapshot): WorkbookSnapshot {
  if (texts === undefined) return snapshot as WorkbookSnapshot;
  const cellAt = (cell: PackedCell): PackedCell => {
    if (typeof cell !== 'object' || cell === null || !('text' in cell)) return cell;
    const text = texts[cell.text];
    if (text === undefined) throw new RangeError(`no text ${cell.text}`);
    return text;
  };
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    values: mapped(sheet.values, (row) => mapped(row, cellAt)),
  }));
  return { ...snapshot, sheets } as WorkbookSnapshot;
}

/** Null for a cell that is not masked. */
function keyOf(cell: Cell): string | null {
  if (typeof cell !== 'object' || cell === null || !('masked' in cell)) return null;
  const { masked, kind, check, known, core } = cell;
  return [masked, kind, check, known, core].join('|');
}
