/** Headings and labels of a template that were erased or written over: known again by those beside them. */
import { cellAddress, parseAddress } from '../model/addresses.ts';
import { headingOf } from '../model/headings.ts';
import { comparable } from '../model/identifiers.ts';
import type { Cell, SheetSnapshot, TableDef, TemplateAnchor } from '../model.ts';
import { type FormBlock, isList, type ListBlock, layout } from './layout.ts';
import { fieldOf } from './sheets.ts';
import { version } from './version.ts';

export interface LostHeading {
  readonly address: string;
  /** As the template prints it. */
  readonly heading: string;
  /** What stands there now: a column of the person's own, for all that is known. Null for nothing. */
  readonly was: Cell;
}

/**
 * Of a sheet as it was read, raw; none where it is of another version. Columns and rows may have been put in, taken out or
 * moved: a heading is only told where the nearest known ones on both sides stand as far apart as in the template, or at an edge
 * where something is filled in under it. What reads as a heading all the same is not lost.
 */
export function lostHeadings(sheet: SheetSnapshot, anchor: TemplateAnchor): readonly LostHeading[] {
  const origin = parseAddress(sheet.address);
  if (anchor.version !== version || !origin) return [];
  const ids = anchor.tables.join();
  const own = layout.find(({ blocks }) => blocks.map(({ table }) => table.id).join() === ids);
  return (own?.blocks ?? []).flatMap((block) => {
    const lines = isList(block) ? sheet.values : columnsOf(sheet.values);
    return lostIn(block, lines).map(({ line, at, heading, was }) => ({
      address: isList(block)
        ? cellAddress(origin.top + line, origin.left + at)
        : cellAddress(origin.top + at, origin.left + line),
      heading,
      was,
    }));
  });
}

/** Lines along which headings stand: rows of a list, columns of a form. */
type Lines = readonly (readonly Cell[])[];

const columnsOf = (rows: Lines): Lines =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] ?? null));

interface Lost {
  readonly line: number;
  readonly at: number;
  readonly heading: string;
  readonly was: Cell;
}

/** Of fewer known headings it is not told which line they stand in. */
const least = 3;

function lostIn({ table, fields }: FormBlock | ListBlock, lines: Lines): readonly Lost[] {
  const headings = fields.map((key) => headingOf(fieldOf(table, key)));
  const found = lines.map((cells) => headings.map((heading) => placeOf(heading, cells)));
  const counts = found.map((places) => places.filter((at) => at !== null).length);
  const most = Math.max(...counts);
  const line = counts.indexOf(most);
  if (most < least) return [];
  const known = knownTexts(table);
  const cells = lines[line]!;
  return headings.flatMap((heading, index) => {
    if (found[line]![index] !== null) return [];
    const at = between(found[line]!, index, (edge) => isFilledUnder(lines, line, edge));
    const cell = at === null ? null : (cells[at] ?? null);
    if (at === null || at < 0 || (cell !== null && known.has(comparable(String(cell))))) return [];
    return { line, at, heading, was: isBlank(cell) ? null : cell };
  });
}

const isBlank = (cell: Cell) => cell === null || (typeof cell === 'string' && cell.trim() === '');

/** Null where it stands nowhere, or in several places. */
function placeOf(heading: string, cells: readonly Cell[]): number | null {
  const at = cells.indexOf(heading);
  return at >= 0 && cells.indexOf(heading, at + 1) < 0 ? at : null;
}

function between(places: readonly (number | null)[], index: number, isFilled: (at: number) => boolean): number | null {
  const before = places.reduce<number>((last, at, other) => (other < index && at !== null ? other : last), -1);
  const after = places.findIndex((at, other) => other > index && at !== null);
  const fromLeft = before < 0 ? null : places[before]! + (index - before);
  const fromRight = after < 0 ? null : places[after]! - (after - index);
  if (fromLeft !== null && fromRight !== null) return fromLeft === fromRight ? fromLeft : null;
  const edge = fromLeft ?? fromRight;
  return edge !== null && edge >= 0 && isFilled(edge) ? edge : null;
}

/** Behind the heading, in the next line or below it until a blank one; nothing of another list. */
function isFilledUnder(lines: Lines, line: number, at: number): boolean {
  for (const cells of lines.slice(line + 1)) {
    if (cells.every((cell) => cell === null)) return false;
    if ((cells[at] ?? null) !== null) return true;
  }
  return false;
}

function knownTexts({ fields }: TableDef): ReadonlySet<string> {
  return new Set(fields.flatMap(({ label, synonyms = [] }) => [label, ...synonyms].map(comparable)));
}
