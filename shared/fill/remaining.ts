/** 还差什么: which tables are there, which required cells are blank, and what else was found, table by table as the sheets stand. */
import { cellAddress, parseAddress } from '../model/addresses.ts';
import type {
  Cell,
  Evaluation,
  Finding,
  Place,
  TableReport,
  Template,
  TemplateSheet,
  WorkbookSnapshot,
} from '../model.ts';

/** A table by its words, as it is asked for. */
export interface Wanted {
  readonly id: string;
  readonly name: string;
}

export interface Tables {
  /** With something filled in. */
  readonly filled: readonly Wanted[];
  /** There, and nothing in it yet. */
  readonly empty: readonly Wanted[];
  readonly lacking: readonly Wanted[];
}

/** Findings of one table, in the order of its cells. */
export interface TableFindings {
  readonly sheet: string;
  /** Null for what is of no table. */
  readonly table: string | null;
  readonly findings: readonly Finding[];
}

export interface Remaining {
  readonly tables: Tables;
  /** Required cells in which nothing stands. */
  readonly blanks: readonly TableFindings[];
  /** What else was found. */
  readonly others: readonly TableFindings[];
  /** Areas of sheets of the template of which nothing was understood, though something stands there. */
  readonly unread: readonly Place[];
}

/** What was looked at. */
export interface Looked {
  readonly evaluation: Evaluation;
  /** The one that was judged. */
  readonly snapshot: WorkbookSnapshot;
  /** Its sheets that were made from a template. */
  readonly made: readonly TemplateSheet[];
  /** By which it is told what there is to be. */
  readonly template: Template;
  /** The catalogue's; of a table with several layouts the first counts. */
  readonly names: readonly Wanted[];
}

export function remainingOf(looked: Looked): Remaining {
  const { evaluation, snapshot } = looked;
  const cellAt = cellsOf(snapshot);
  const isLeft = ({ field, severity, at }: Finding) =>
    field !== null && severity !== 'note' && cellAt(at) !== undefined && isBlank(cellAt(at));
  const { findings } = evaluation;
  return {
    tables: tablesIn(looked, cellAt),
    blanks: byTable(findings.filter(isLeft), snapshot),
    others: byTable(
      findings.filter((finding) => !isLeft(finding)),
      snapshot,
    ),
    unread: evaluation.unread
      .filter(({ sheet }) => looked.made.some((one) => one.sheet === sheet))
      .map(({ sheet, address }) => ({ sheet, address })),
  };
}

/** All of them, from the first table to the last: the way of 上一条 and 下一条. */
export function inOrder({ blanks, others }: Pick<Remaining, 'blanks' | 'others'>): readonly Finding[] {
  return [...blanks, ...others].flatMap(({ findings }) => findings);
}

/**
 * The finding after the one of this key, or with -1 the one before it; null at the end. Where that one stands no longer, the one
 * that came into its place; the first where none was come to yet.
 */
export function stepTo(
  findings: readonly Finding[],
  at: { readonly key: string; readonly index: number } | null,
  by: 1 | -1,
): { readonly finding: Finding; readonly index: number } | null {
  const here = at ? findings.findIndex(({ key }) => key === at.key) : -1;
  const next = at === null ? 0 : here >= 0 ? here + by : by > 0 ? at.index : at.index - 1;
  const finding = at === null && by < 0 ? undefined : findings[next];
  return finding ? { finding, index: next } : null;
}

function tablesIn(looked: Looked, cellAt: CellAt): Tables {
  const { evaluation, template, names } = looked;
  const ids = [...new Set(template.sheets.flatMap(({ anchor }) => anchor.tables))];
  const wanted = ids.map((id) => ({ id, name: names.find((one) => one.id === id)?.name ?? id }));
  const there = new Set(evaluation.tables.map(({ id }) => id));
  const filled = new Set(evaluation.tables.filter((table) => isFilled(table, looked, cellAt)).map(({ id }) => id));
  return {
    filled: wanted.filter(({ id }) => filled.has(id)),
    empty: wanted.filter(({ id }) => there.has(id) && !filled.has(id)),
    lacking: wanted.filter(({ id }) => !there.has(id)),
  };
}

/** Whether anything stands in it that the template did not bring. */
function isFilled(table: TableReport, { made, template }: Looked, cellAt: CellAt): boolean {
  const { sheet, cells } = table;
  const tables = made.find((one) => one.sheet === sheet)?.anchor.tables.join('+');
  if (tables === undefined && !cells) return table.rows > 0;
  // By column: a number that is typed is not the running number of a line.
  const given = new Set(
    template.sheets
      .filter(({ anchor }) => anchor.tables.join('+') === tables)
      .flatMap(({ rows }) => rows)
      .flatMap((row) => row.flatMap(({ style, value }, column) => (style === 'example' ? [] : `${column}|${value}`))),
  );
  return placesIn(table).some((at) => {
    const cell = cellAt(at);
    return !isBlank(cell) && !given.has(`${parseAddress(at.address)?.left}|${cell}`);
  });
}

/** Where values stand, and no headings, sums, examples. */
function placesIn({ sheet, address, headerRows, others = [], cells }: TableReport): readonly Place[] {
  if (cells) return cells.flatMap(({ value }) => (value === null ? [] : [{ sheet, address: value }]));
  const area = parseAddress(address);
  if (!area) return [];
  const left = new Set([...headerRows, ...others.map(({ row }) => row)]);
  return Array.from({ length: area.bottom - area.top + 1 }, (_, row) => area.top + row)
    .filter((row) => !left.has(row + 1))
    .flatMap((row) =>
      Array.from({ length: area.right - area.left + 1 }, (_, column) => ({
        sheet,
        address: cellAddress(row, area.left + column),
      })),
    );
}

/** What stands in the first cell of a place; undefined where nothing was read of it. */
type CellAt = (place: Place) => Cell | undefined;

function cellsOf({ sheets }: WorkbookSnapshot): CellAt {
  const bySheet = new Map(
    sheets.map((sheet) => [sheet.name, { values: sheet.values, used: parseAddress(sheet.address) }]),
  );
  return ({ sheet, address }) => {
    const at = parseAddress(address);
    const { values, used } = bySheet.get(sheet) ?? { values: [], used: null };
    return at && used ? (values[at.top - used.top]?.[at.left - used.left] ?? null) : undefined;
  };
}

const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

function byTable(findings: readonly Finding[], { sheets }: WorkbookSnapshot): readonly TableFindings[] {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  const groups = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(beside(order))) {
    const name = `${finding.at.sheet}|${finding.table ?? ''}`;
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return [...groups.values()].map((group) => ({
    sheet: group[0]!.at.sheet,
    table: group[0]!.table,
    findings: group,
  }));
}

/** By sheet, then row, then column. */
function beside(order: ReadonlyMap<string, number>) {
  return (one: Finding, other: Finding): number => {
    const sheets = (order.get(one.at.sheet) ?? order.size) - (order.get(other.at.sheet) ?? order.size);
    if (sheets !== 0) return sheets;
    const [a, b] = [parseAddress(one.at.address), parseAddress(other.at.address)];
    return (a?.top ?? 0) - (b?.top ?? 0) || (a?.left ?? 0) - (b?.left ?? 0);
  };
}
