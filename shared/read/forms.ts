/** Vertical forms: a label and, in the cell to its right, the value. */
import { cellsOver, summaryOf } from '../model/summaries.ts';
import type { Area, Column, Datum, FieldDef, Table, TableDef, Writings } from '../model.ts';
import { type CellContext, typed } from './cells.ts';
import { isForeign } from './columns.ts';
import { complete } from './complete.ts';
import { NO_WORDS } from './context/titles.ts';
import { type HeadingCorrections, keyOf } from './corrections.ts';
import { type Grid, textAt } from './grid.ts';
import { basisOf, meaningsOf } from './headings.ts';
import { isFooter, UNIT_LABEL } from './lines.ts';
import type { Run } from './runs.ts';
import { heading } from './text.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

interface Label {
  readonly row: number;
  readonly column: number;
  readonly field: FieldDef;
  readonly text: string;
  readonly basis: Column['basis'];
}

/** A form has at least so many labels that are understood; the three dates of 方案报送 are a form of their own. */
const LEAST_LABELS = 3;
/** Rows without any label that end a form. */
const GAP = 3;
/** More forms of a kind than this on one sheet are not read; what remains is listed as unread. */
const MOST_FORMS = 100;

export function readForms(
  grid: Grid,
  vocabulary: Vocabulary,
  outside: readonly Run[],
  lists: readonly Area[],
  context: CellContext,
  corrections: HeadingCorrections,
): readonly Table[] {
  const words = findWords(grid, vocabulary, outside, corrections);
  const found = vocabulary.tables.flatMap((def, index) => {
    if (def.shape !== 'form' && !def.upright) return [];
    const labels = labelsOf(words, vocabulary, index, corrections).filter((label) => !isSigned(label, lists));
    const groups = divide(labels, lists).slice(0, MOST_FORMS);
    return groups.filter((group) => isForm(group, def, vocabulary, grid)).map((group) => ({ index, group }));
  });
  return withoutRivals(found).map(({ index, group }) => formOf(grid, vocabulary, index, group, context));
}

function isForm(group: readonly Label[], def: TableDef, vocabulary: Vocabulary, grid: Grid): boolean {
  const keys = new Set(group.map(({ field }) => field.key));
  const isEnough = def.needs ? def.needs.every((any) => any.some((key) => keys.has(key))) : keys.size >= LEAST_LABELS;
  if (!isEnough || !def.key.some((key) => keys.has(key))) return false;
  if (def.shape === 'list' && keys.size < LEAST_LABELS) return false;
  if (def.atLeast && def.atLeast.of.filter((key) => keys.has(key)).length < def.atLeast.count) return false;
  const headings = group.map(({ field, text }) => ({ field: field.key, header: text }));
  return !isForeign(vocabulary, def, headings, grid.title);
}

interface Found {
  readonly index: number;
  readonly group: readonly Label[];
}

/** A label is of one form: of those that would have it the one with most labels. */
function withoutRivals(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const taken = new Set<string>();
  const kept = new Set<Found>();
  for (const form of [...found].sort((a, b) => b.group.length - a.group.length)) {
    const cells = form.group.map(({ row, column }) => `${row},${column}`);
    if (cells.some((cell) => taken.has(cell))) continue;
    for (const cell of cells) taken.add(cell);
    kept.add(form);
  }
  return found.filter((form) => kept.has(form));
}

/** Rows below a list within which its signatures stand. */
const SIGNATURE_ROWS = 5;

/** 审核人： below a list is not the label of a form beside or below it; other labels in its row are. */
function isSigned({ row, column, text }: Label, lists: readonly Area[]): boolean {
  if (!isFooter(text)) return false;
  return lists.some(
    ({ left, right, bottom }) => bottom < row && row <= bottom + SIGNATURE_ROWS && left <= column && column <= right,
  );
}

interface Word {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly meanings: readonly Meaning[];
}

/** Cells outside the lists that would be a label in some form. */
function findWords(
  grid: Grid,
  vocabulary: Vocabulary,
  outside: readonly Run[],
  corrections: HeadingCorrections,
): readonly Word[] {
  const isSaid = (text: string) =>
    corrections.size > 0 && vocabulary.tables.some(({ id }) => corrections.has(keyOf(id, heading(text))));
  const words: Word[] = [];
  for (const { row, left, right } of outside) {
    for (let column = left; column <= right; column++) {
      const text = textAt(grid, row, column);
      if (text === null || headsUnits(grid, row, column, vocabulary.catalogue.writings)) continue;
      const meanings = meaningsOf(vocabulary, text);
      if (meanings.length > 0 || isSaid(text)) words.push({ row, column, text, meanings });
    }
  }
  return words;
}

/** So many rows below its heading a column of units has its first. */
const UNIT_ROWS = 3;

/** 指标 | 单位 | 数量: the heading of the units is no label of a form. */
function headsUnits(grid: Grid, row: number, column: number, writings: Writings): boolean {
  if (!UNIT_LABEL.test(heading(textAt(grid, row, column) ?? ''))) return false;
  for (let below = row + 1; below <= row + UNIT_ROWS; below++) if (isUnit(grid, below, column, writings)) return true;
  return false;
}

function labelsOf(
  words: readonly Word[],
  vocabulary: Vocabulary,
  table: number,
  corrections: HeadingCorrections,
): readonly Label[] {
  const { id } = vocabulary.tables[table]!;
  return words.flatMap(({ row, column, text, meanings }): Label[] => {
    const key = corrections.size > 0 ? corrections.get(keyOf(id, heading(text))) : undefined;
    if (key === null) return [];
    const said = key === undefined ? undefined : vocabulary.fields[table]!.get(key);
    if (said) return [{ row, column, field: said, text, basis: 'corrected' }];
    const own = meanings.filter((meaning) => meaning.table === table);
    if (own.length !== 1) return [];
    return [
      {
        row,
        column,
        field: own[0]!.field,
        text,
        basis: basisOf(own[0]!, text),
      },
    ];
  });
}

/** Forms below one another: a label over again, or several rows without any, begins the next. */
function divide(labels: readonly Label[], lists: readonly Area[]): readonly (readonly Label[])[] {
  return divideRows(labels).flatMap((group) => divideColumns(group, lists));
}

/** Labels beside a list are not those above or below it: 审核人： stands under many. */
function divideColumns(group: readonly Label[], lists: readonly Area[]): readonly (readonly Label[])[] {
  const [top, bottom] = [group[0]!.row, group.at(-1)!.row];
  const beside = lists.filter((area) => area.top <= bottom && top <= area.bottom);
  const parts = new Map<number, Label[]>();
  for (const label of group) {
    const part = beside.reduce(
      (sum, { left, right }) => sum + Number(label.column >= left) + Number(label.column > right),
      0,
    );
    const labels = parts.get(part);
    if (labels) labels.push(label);
    else parts.set(part, [label]);
  }
  return [...parts.values()];
}

function divideRows(labels: readonly Label[]): readonly (readonly Label[])[] {
  const groups: Label[][] = [];
  let seen = new Set<string>();
  for (const label of labels) {
    const last = groups.at(-1)?.at(-1);
    // 人口总户数 and 常住人口户数 stand in one form; the next one has the same words again.
    const word = heading(label.text);
    const again = seen.has(word) && seen.size >= LEAST_LABELS;
    if (!last || again || label.row - last.row > GAP) {
      groups.push([label]);
      seen = new Set([word]);
    } else {
      groups.at(-1)!.push(label);
      seen.add(word);
    }
  }
  return groups;
}

/** To the right of the label; where units stand there (指标 | 单位 | 数量), to the right of that. */
function valueColumn(grid: Grid, row: number, column: number, hasUnits: boolean, { writings }: CellContext): number {
  const next = besides(grid, row, column);
  const isPassed = isUnit(grid, row, next, writings) || (hasUnits && grid.cell(row, next) === null);
  const beyond = besides(grid, row, next);
  return isPassed && grid.cell(row, beyond) !== null ? beyond : next;
}

function besides(grid: Grid, row: number, column: number): number {
  return (grid.merge(row, column)?.right ?? column) + 1;
}

function isUnit(grid: Grid, row: number, column: number, { units }: Writings): boolean {
  const text = textAt(grid, row, column)?.trim();
  return text !== undefined && units.some((group) => group.includes(text));
}

function formOf(
  grid: Grid,
  vocabulary: Vocabulary,
  index: number,
  group: readonly Label[],
  context: CellContext,
): Table {
  const def = vocabulary.tables[index]!;
  const data: Record<string, Datum | undefined> = {};
  const labels: [number, number][] = [];
  const values: (Area | null)[] = [];
  const columns: Column[] = [];
  const taken = new Set(group.map(({ row, column }) => `${row},${column}`));
  const area = { top: group[0]!.row, left: group[0]!.column, bottom: group[0]!.row, right: group[0]!.column };
  const hasUnits = group.some(({ row, column }) => isUnit(grid, row, besides(grid, row, column), context.writings));
  for (const { row, column, field, text, basis } of group) {
    const next = valueColumn(grid, row, column, hasUnits, context);
    labels.push([row, column]);
    const isLabel = taken.has(`${row},${next}`);
    const raw = isLabel ? null : grid.cell(row, next);
    const isSecond = data[field.key] !== undefined && raw !== null;
    data[field.key] ??= typed(raw, row, next, grid.format(row, next), field, context);
    const own = isSecond ? ({ field: null, basis: 'none' } as const) : { field: field.key, basis };
    columns.push({ ...own, header: text, index: column, unit: null, ambiguous: isSecond });
    const value = grid.merge(row, next) ?? { top: row, left: next, bottom: row, right: next };
    values.push(isLabel ? null : value);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, value.right);
    area.bottom = Math.max(area.bottom, value.bottom);
  }
  complete(data, def, vocabulary.fields[index]!, context);
  const records: Table['records'][number][] = [];
  const summaries = new Map(def.fields.map(({ key }) => [key, summaryOf(data[key])]));
  const table: Table = {
    id: def.id,
    sheet: grid.sheet.name,
    shape: 'form',
    area,
    headerRows: [],
    columns,
    records,
    totals: [],
    summaries: () => summaries,
    cells: () => cellsOver(records, Object.keys(data)),
    rowKinds: [],
    leftovers: [],
    labels,
    values,
    pivot: null,
    title: grid.title,
    words: NO_WORDS,
    kind: 'full',
    saidToBe: null,
    community: null,
    continues: null,
    copyOf: null,
  };
  records.push({ table, row: area.top, data, hidden: grid.hiddenRows.has(area.top), section: null });
  return table;
}
