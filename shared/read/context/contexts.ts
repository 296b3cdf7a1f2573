/** What the nearest words above each table say of it (decision read-15): its title, 填报单位, the sheet's title and name. */
import type { FieldDef, Line, Table, TableDef, Words } from '../../model.ts';
import type { CellContext } from '../cells.ts';
import type { Grid } from '../grid.ts';
import { overlap, TITLE_ROWS } from '../regions.ts';
import { clean } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Places, SheetOfPlaces } from './places.ts';
import { type OpenSection, readSections } from './sections.ts';
import { isTitle, type Lexicon, lexiconOf, NO_WORDS, readTitle, saysAside } from './titles.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Sections of the lists, which they were found in. */
export type SectionsOf = ReadonlyMap<Table, readonly OpenSection[]>;

/** Puts words into the tables and their sections. */
export function readContexts(
  sheets: readonly SheetOfPlaces[],
  sections: SectionsOf,
  places: Places,
  vocabulary: Vocabulary,
  context: CellContext,
): void {
  for (const { grid, tables, lines } of sheets) {
    if (!grid) continue;
    for (const table of tables) {
      const def = defOf(table, vocabulary);
      if (!def || def.role === 'facts' || def.role === 'register' || def.role === 'protected') continue;
      const lexicon = lexiconOf(def, context.writings, places);
      const words = wordsOf(table, grid, tables, lines, lexicon);
      const mutable = table as Mutable<Table>;
      mutable.words = words;
      if (table.kind === 'full')
        mutable.kind = table.saidToBe ?? words.kind ?? (words.doubt === null ? 'full' : 'subset');
      mutable.community = words.community;
      const own = sections.get(table);
      if (own) readSections(own, lexicon, lackingIn(table, def), context);
    }
  }
}

/** Of several layouts of a table the one that knows most of the columns. */
function defOf({ id, columns }: Table, { tables }: Vocabulary): TableDef | undefined {
  const keys = new Set(columns.map(({ field }) => field));
  const known = ({ fields }: TableDef) => fields.filter(({ key }) => keys.has(key)).length;
  const fitting = tables.filter((def) => def.id === id);
  return fitting.reduce<TableDef | undefined>(
    (best, def) => (best && known(best) >= known(def) ? best : def),
    undefined,
  );
}

function lackingIn({ columns }: Table, { fields }: TableDef): readonly FieldDef[] {
  const present = new Set(columns.map(({ field }) => field));
  return fields.filter(({ key, type }) => (type === 'code' || type === 'codes') && !present.has(key));
}

function wordsOf(table: Table, grid: Grid, tables: readonly Table[], lines: readonly Line[], lexicon: Lexicon): Words {
  const own = titlesOf(table, grid, tables, lines);
  const first = Math.min(...tables.map(({ area }) => area.top));
  const ofSheet = lines.filter(({ kind, row }) => kind === 'title' && row < first).reverse();
  // The title at the top of a sheet is that of its first list, and of the same list further down.
  const isOfSheet =
    tables.length === 1 ||
    tables.some(({ id, area }) => id === table.id && area.top === first && area.bottom < table.area.top);
  const titles = own.length > 0 || !isOfSheet ? own : ofSheet;
  const said = titles.map(({ value }) => readTitle(value ?? '', lexicon));
  const name = readTitle(clean(grid.title).replace(/\(\d+\)$/, ''), lexicon);
  const reporter = nearest(lines, 'reporter', table);
  const reported = reporter ? readTitle(reporter.replace(/\([^()]*\)/g, ''), lexicon) : NO_WORDS;
  const above = titles !== ofSheet ? ofSheet.map(({ value }) => readTitle(value ?? '', lexicon)) : [];
  const levels = [...said, reported, ...above, name];
  // A word before 社区 that nothing else knows settles nothing where a community is named further away.
  const whose =
    levels.find((each) => each.whose === 'named' || each.whose === 'several') ??
    levels.find((each) => each.whose === 'strange');
  // The name of a sheet with several lists is not that of each.
  const isNamed = titles.some(({ value }) => isTitle(value ?? '', lexicon));
  // 名录（作废） holds of all that stands there, however its title calls it.
  const isSetAside = saysAside(clean(grid.title), lexicon.writings);
  const kinds =
    tables.length > 1 && (isNamed || !isOfSheet)
      ? said
      : [...said, isNamed && !isSetAside ? { ...name, doubt: null } : name];
  return {
    kind: kinds.find(({ kind }) => kind !== null)?.kind ?? null,
    community: whose?.community ?? null,
    whose: whose?.whose ?? 'unsaid',
    doubt: kinds.find(({ doubt }) => doubt !== null)?.doubt ?? null,
    period: [...said, ...above, name].find(({ period }) => period !== null)?.period ?? null,
  };
}

/** Lines right above the table in its columns, the nearest first; not those above another table. */
function titlesOf({ area }: Table, grid: Grid, tables: readonly Table[], lines: readonly Line[]): readonly Line[] {
  const above = tables.filter((other) => other.area.bottom < area.top && overlap(other.area, area));
  const end = Math.max(area.top - TITLE_ROWS - 1, ...above.map(({ area: { bottom } }) => bottom));
  return lines
    .filter(({ kind, row, column }) => {
      if (kind !== 'title' || row <= end || row >= area.top) return false;
      const right = grid.merge(row, column)?.right ?? column;
      return column <= area.right && area.left <= right;
    })
    .reverse();
}

/** The last line of a kind above the table; else any on the sheet. */
function nearest(lines: readonly Line[], kind: Line['kind'], { area }: Table): string | null {
  const own = lines.filter((line) => line.kind === kind && line.value !== null);
  return (own.filter(({ row }) => row < area.top).at(-1) ?? own[0])?.value ?? null;
}
