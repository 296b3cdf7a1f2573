/** 还差什么: which tables are there, which required cells are blank, and what else was found, table by table as the sheets stand. */
import { parseAddress } from '../model/addresses.ts';
import type { Evaluation, Finding, Place, WorkbookSnapshot } from '../model.ts';

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
}

/** `wanted` in the order in which they are told. The snapshot is the one that was judged. */
export function remainingOf(evaluation: Evaluation, snapshot: WorkbookSnapshot, wanted: readonly Wanted[]): Remaining {
  const isBlank = blanksIn(snapshot);
  const isLeft = (finding: Finding) => finding.field !== null && finding.severity !== 'note' && isBlank(finding.at);
  const { findings } = evaluation;
  return {
    tables: tablesIn(evaluation, wanted),
    blanks: byTable(findings.filter(isLeft), snapshot),
    others: byTable(
      findings.filter((finding) => !isLeft(finding)),
      snapshot,
    ),
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

function tablesIn({ tables }: Evaluation, wanted: readonly Wanted[]): Tables {
  const rows = new Map<string, number>();
  for (const { id, rows: more } of tables) rows.set(id, (rows.get(id) ?? 0) + more);
  return {
    filled: wanted.filter(({ id }) => (rows.get(id) ?? 0) > 0),
    empty: wanted.filter(({ id }) => rows.get(id) === 0),
    lacking: wanted.filter(({ id }) => !rows.has(id)),
  };
}

/** Whether the first cell of a place holds nothing. */
function blanksIn({ sheets }: WorkbookSnapshot): (place: Place) => boolean {
  const bySheet = new Map(
    sheets.map((sheet) => [sheet.name, { values: sheet.values, used: parseAddress(sheet.address) }]),
  );
  return ({ sheet, address }) => {
    const at = parseAddress(address);
    const { values, used } = bySheet.get(sheet) ?? { values: [], used: null };
    if (!at || !used) return false;
    const cell = values[at.top - used.top]?.[at.left - used.left] ?? null;
    return cell === null || (typeof cell === 'string' && cell.trim() === '');
  };
}

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
