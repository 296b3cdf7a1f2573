/** A snapshot is read: its tables, the lines around them, what was hidden, and what was not understood. */
import { addressOf, cellAddress, parseAddress } from '../model/addresses.ts';
import { isWordToken } from '../model/contract.ts';
import { comparable } from '../model/identifiers.ts';
import type {
  Area,
  Catalogue,
  Correction,
  FieldDef,
  Line,
  SheetSnapshot,
  Table,
  Unread,
  WorkbookReading,
  WorkbookSnapshot,
} from '../model.ts';
import type { CellContext, Meanings } from './cells.ts';
import { readContexts, type SectionsOf } from './context/contexts.ts';
import { type Places, placesOf } from './context/places.ts';
import { continuedLists, type ListRead, type OpenSheet } from './continued.ts';
import { markCopies } from './copies.ts';
import { bearing, headingCorrections } from './corrections.ts';
import { readForms } from './forms.ts';
import { type Grid, openGrid } from './grid.ts';
import { readHidden } from './hidden.ts';
import { readLines } from './lines.ts';
import { readList } from './lists.ts';
import { findRegions, meet } from './regions.ts';
import { freeRuns, type Run } from './runs.ts';
import { isSpare, numberedIn } from './spare-rows.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { yearsOfFile } from './years.ts';

export function readWorkbook(
  snapshot: WorkbookSnapshot,
  catalogue: Catalogue,
  said: readonly Correction[] = [],
): WorkbookReading {
  const corrections = bearing(said, snapshot.sheets);
  const vocabulary = vocabularyOf(catalogue);
  vocabulary.passing.none.clear();
  vocabulary.passing.near.clear();
  const context: CellContext = {
    date1904: snapshot.date1904 ?? false,
    years: yearsOfFile(snapshot.name),
    month: null,
    year: null,
    writings: catalogue.writings,
    books: vocabulary.books,
    meanings: meaningsOf(vocabulary, corrections),
  };
  const begun = snapshot.sheets.map((sheet) => beginSheet(sheet, vocabulary, context, corrections));
  const open = begun.map((sheet) => ('grid' in sheet ? sheet : null));
  const continued = continuedLists(open, vocabulary, context, corrections);
  const sheets = begun.map((sheet, at) => {
    if (!('grid' in sheet)) return { grid: null, tables: [], sections: new Map(), lines: [], unread: [sheet] };
    const more = continued.get(at) ?? [];
    return finishSheet({ ...sheet, lists: [...sheet.lists, ...more] }, vocabulary);
  });
  const places: Places = placesOf(sheets, catalogue);
  readContexts(sheets, new Map(sheets.flatMap(({ sections }) => [...sections])), places, vocabulary, context);
  followLists(sheets.flatMap((sheet) => sheet.tables));
  const tables = markCopies(sheets.flatMap((sheet) => sheet.tables));
  const lines = sheets.flatMap((sheet) => sheet.lines);
  return {
    tables,
    places: places.words,
    communities: places.communities,
    lines,
    unread: [...sheets.flatMap((sheet) => sheet.unread), ...snapshot.sheets.flatMap(beyond)],
    hidden: sheets.flatMap((sheet) => (sheet.grid ? readHidden(sheet.grid, sheet.tables) : [])),
  };
}

/** What stands too far away, or is too much, was not read. */
function beyond({ name, values, beyond: address }: SheetSnapshot): readonly Unread[] {
  if (address === undefined) return [];
  const whole = values.every((row) => row.every((cell) => cell === null));
  const reason = whole
    ? `这张表一直用到 ${address.split(':').at(-1)}，超过一百万个单元格，没有读取；多半是远处误填了内容。请删去多余的行、列，保存后重新检查。`
    : '这里的内容离表格太远，没有读取；多半是误填。不需要的请删去，需要的请移到表格旁边。';
  return [{ sheet: name, address, reason }];
}

/** What was said of wordings, by the fields of all layouts of a table. */
function meaningsOf(
  { tables, fields, catalogue: { codes } }: Vocabulary,
  corrections: readonly Correction[],
): Meanings | null {
  const meanings = new Map<FieldDef, Map<string, string | boolean | null>>();
  for (const one of corrections) {
    if (one.kind !== 'word') continue;
    tables.forEach(({ id }, at) => {
      const field = id === one.table ? fields[at]!.get(one.field) : undefined;
      if (!field || !isMeaning(one.means, field, codes)) return;
      const words = meanings.get(field) ?? new Map<string, string | boolean | null>();
      meanings.set(field, words.set(isWordToken(one.text) ? one.text : comparable(one.text), one.means));
    });
  }
  return meanings.size > 0 ? meanings : null;
}

/** What no list knows says nothing. */
function isMeaning(means: string | boolean | null, { list = '' }: FieldDef, codes: Catalogue['codes']): boolean {
  return typeof means !== 'string' || (codes[list]?.entries.some(({ code }) => code === means) ?? false);
}

interface SheetReading {
  readonly grid: Grid | null;
  readonly tables: readonly Table[];
  readonly sections: SectionsOf;
  readonly lines: readonly Line[];
  readonly unread: readonly Unread[];
}

interface SheetBegun extends OpenSheet {
  readonly forms: readonly Table[];
  readonly notData: readonly Area[];
}

/** The tables of one sheet; a deeply hidden one is only named. */
function beginSheet(
  sheet: SheetSnapshot,
  vocabulary: Vocabulary,
  context: CellContext,
  corrections: readonly Correction[],
): SheetBegun | Unread {
  if (sheet.visibility === 'VeryHidden') {
    const reason = '本表已隐藏，且不能从菜单取消隐藏，没有检查；如需检查，请制表人恢复显示。';
    return { sheet: sheet.name, address: sheet.address, reason };
  }
  const grid = openGrid(sheet);
  const lists = findRegions(grid, vocabulary, corrections).map((region): ListRead => {
    return { ...readList(grid, region, vocabulary, context), region, grid };
  });
  sayWhat(
    lists.map(({ table }) => table),
    corrections,
  );
  const areas = lists.map(({ table }) => table.area);
  const notData = corrections.flatMap((c) =>
    c.kind === 'table' && c.table === null && c.sheet === sheet.name ? (parseAddress(c.address) ?? []) : [],
  );
  const free = freeRuns(grid.area, [...areas, ...notData]);
  const forms = readForms(grid, vocabulary, free, areas, context, headingCorrections(corrections));
  return { grid, lists, forms, notData, taken: [...forms.map(({ area }) => area), ...notData] };
}

/** What stands beside its tables. */
function finishSheet({ grid, lists, forms, notData }: SheetBegun, vocabulary: Vocabulary): SheetReading {
  const tables = [...lists.map(({ table }) => table), ...forms];
  const known = [...tables.map(({ area }) => area), ...notData];
  const outside = freeRuns(grid.area, known);
  const lines = known.length > 0 ? readLines(grid, outside, vocabulary.catalogue.writings, known) : [];
  const unread = unreadOf(grid, tables, known.length > 0, withoutSpare(grid, lists, outside), lines);
  // Beside what is no data stands none either.
  const sections = new Map(lists.map((list) => [list.table, list.sections] as const));
  return { grid, tables, sections, lines: tables.length > 0 ? lines : [], unread };
}

/** Without rows that hold nothing but running numbers below a list. */
function withoutSpare(grid: Grid, lists: readonly ListRead[], outside: readonly Run[]): readonly Run[] {
  const numbered = lists.map(({ table, region }) => ({
    area: table.area,
    columns: numberedIn(table, region.fit.table),
  }));
  return outside.filter(({ row, left, right }) => {
    const above = numbered.filter(({ area }) => area.bottom < row);
    const isNumbered = (column: number) => above.some(({ columns }) => columns.has(column));
    for (let column = left; column <= right; column++)
      if (!isSpare(grid.cell(row, column), isNumbered(column))) return true;
    return false;
  });
}

/** What is said of a list holds for the pages that go on it. */
function followLists(tables: readonly Table[]): void {
  for (const table of tables) {
    let of = table.continues?.of;
    while (of?.continues) of = of.continues.of;
    if (!of) continue;
    const { words, kind, community, saidToBe } = of;
    Object.assign(table, { words, kind: kind === 'full' ? 'continuation' : kind, community, saidToBe });
  }
}

/** What a person has said of a list goes before its words. */
function sayWhat(lists: readonly Table[], corrections: readonly Correction[]): void {
  for (const correction of corrections) {
    if (correction.kind !== 'table' || correction.as === undefined) continue;
    const area = parseAddress(correction.address);
    const { as } = correction;
    for (const table of lists)
      if (area && table.sheet === correction.sheet && meet(table.area, area))
        (table as { saidToBe: Table['saidToBe'] }).saidToBe = as;
  }
}

/** Fewer cells than this beside the tables are a remark, not a table that was missed. */
const LEAST_UNREAD = 6;
/** So many in one row below a list may be one of its records; a name and a remark beside it are not. */
const LEAST_OF_ROW = 3;

/** `isKnown` where some table of the sheet was recognised, or called no data. */
function unreadOf(
  grid: Grid,
  tables: readonly Table[],
  isKnown: boolean,
  outside: readonly Run[],
  lines: readonly Line[],
): readonly Unread[] {
  const inLines = new Set(
    lines.flatMap(({ row, column, valueColumn }) => [cellAddress(row, column), cellAddress(row, valueColumn)]),
  );
  let cells = 0;
  let isBelow = false;
  const area = { top: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, bottom: -1, right: -1 };
  for (const { row, left, right } of outside) {
    const before = cells;
    for (let column = left; column <= right; column++) {
      if (grid.cell(row, column) === null || (inLines.size && inLines.has(cellAddress(row, column)))) continue;
      cells++;
      area.top = Math.min(area.top, row);
      area.left = Math.min(area.left, column);
      area.bottom = Math.max(area.bottom, row);
      area.right = Math.max(area.right, column);
    }
    isBelow ||= cells - before >= LEAST_OF_ROW && tables.some((table) => standsAbove(table, row, left, right));
  }
  if (cells === 0 || (isKnown && cells < LEAST_UNREAD && !isBelow)) return [];
  return [{ sheet: grid.sheet.name, address: addressOf(area), reason: reasonOf(isKnown, cells) }];
}

function standsAbove({ shape, area }: Table, row: number, left: number, right: number): boolean {
  return shape === 'list' && area.bottom < row && left <= area.left && area.right <= right;
}

function reasonOf(isKnown: boolean, cells: number): string {
  if (!isKnown) return '没有认出表头，整张表没有读取；如是试点数据，请检查表头用语，或说明表头所在的行。';
  return cells < LEAST_UNREAD
    ? '这一行在表格下方，与表格隔开，没有当作记录；如是记录，请把它移到表格里，中间不留空行。'
    : '这一片单元格不在认出的表格之内，没有读取；如是数据，请检查它的表头。';
}
