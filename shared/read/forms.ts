/** Vertical forms: a label and, in the cell to its right, the value. */
import { summaryOf } from '../model/summaries.ts';
import type { Area, Column, Datum, FieldDef, Table } from '../model.ts';
import { type CellContext, typed } from './cells.ts';
import { isForeign } from './columns.ts';
import { complete } from './complete.ts';
import { NO_WORDS } from './context/titles.ts';
import { type Grid, textAt } from './grid.ts';
import { isFooter } from './lines.ts';
import type { Run } from './runs.ts';
import { type Meaning, meaningsOf, type Vocabulary } from './vocabulary.ts';

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
): readonly Table[] {
  const words = findWords(grid, vocabulary, outside);
  return vocabulary.tables.flatMap((def, index) => {
    if (def.shape !== 'form') return [];
    const labels = labelsOf(words, index).filter((label) => !isSigned(label, lists));
    const groups = divide(labels, lists).slice(0, MOST_FORMS);
    return groups.flatMap((group) => {
      const keys = new Set(group.map(({ field }) => field.key));
      const enough = def.needs ? def.needs.every((any) => any.some((key) => keys.has(key))) : keys.size >= LEAST_LABELS;
      if (!enough || !def.key.some((key) => keys.has(key))) return [];
      const headings = group.map(({ field, text }) => ({ field: field.key, header: text }));
      if (isForeign(vocabulary, def, headings, grid.sheet.name)) return [];
      return [formOf(grid, vocabulary, index, group, context)];
    });
  });
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
function findWords(grid: Grid, vocabulary: Vocabulary, outside: readonly Run[]): readonly Word[] {
  const words: Word[] = [];
  for (const { row, left, right } of outside) {
    for (let column = left; column <= right; column++) {
      const text = textAt(grid, row, column);
      if (text === null) continue;
      const meanings = meaningsOf(vocabulary, text);
      if (meanings.length > 0) words.push({ row, column, text, meanings });
    }
  }
  return words;
}

function labelsOf(words: readonly Word[], table: number): readonly Label[] {
  return words.flatMap(({ row, column, text, meanings }): Label[] => {
    const own = meanings.filter((meaning) => meaning.table === table);
    if (own.length !== 1) return [];
    const { field, basis } = own[0]!;
    return [
      {
        row,
        column,
        field,
        text,
        basis: basis === 'synonym' ? 'synonym' : text === field.label ? 'exact' : 'normalized',
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
    const again = seen.has(label.field.key) && seen.size >= LEAST_LABELS;
    if (!last || again || label.row - last.row > GAP) {
      groups.push([label]);
      seen = new Set([label.field.key]);
    } else {
      groups.at(-1)!.push(label);
      seen.add(label.field.key);
    }
  }
  return groups;
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
  const columns: Column[] = [];
  const taken = new Set(group.map(({ row, column }) => `${row},${column}`));
  const area = { top: group[0]!.row, left: group[0]!.column, bottom: group[0]!.row, right: group[0]!.column };
  for (const { row, column, field, text, basis } of group) {
    const next = (grid.merge(row, column)?.right ?? column) + 1;
    labels.push([row, column]);
    const isLabel = taken.has(`${row},${next}`);
    const raw = isLabel ? null : grid.cell(row, next);
    if (!data[field.key]) data[field.key] = typed(raw, row, next, grid.format(row, next), field, context);
    columns.push({ field: field.key, header: text, index: column, basis, unit: null, ambiguous: false });
    const value = grid.merge(row, next);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, value?.right ?? next);
    area.bottom = Math.max(area.bottom, value?.bottom ?? row);
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
    rowKinds: [],
    labels,
    pivot: null,
    title: grid.sheet.name,
    words: NO_WORDS,
    kind: 'full',
    saidToBe: null,
    community: null,
    copyOf: null,
  };
  records.push({ table, row: area.top, data, hidden: grid.hiddenRows.has(area.top), section: null });
  return table;
}
