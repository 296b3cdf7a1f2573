/**
 * What each row below the headings is: a record or a further line of one, a total, headings printed again, a row that tells
 * how to fill the list in, blank, or a footer that ends the list.
 */
import { isPlainSum, sumKind } from '../model/totals.ts';
import type { FieldDef, RowKind } from '../model.ts';
import { openAsides } from './asides.ts';
import type { Body } from './bodies.ts';
import { type CellContext, typed } from './cells.ts';
import { sectionAt } from './context/sections.ts';
import { continuesList } from './continuations.ts';
import { isVacancy, lastWithout } from './ends.ts';
import { textAt } from './grid.ts';
import { meaningsOf } from './headings.ts';
import { isFooter, isStatement, isTopLine } from './lines.ts';
import { openMore } from './more-lines.ts';
import { clean } from './text.ts';
import { holdsFiguresOnly, isTopSum, openSums } from './unnamed-totals.ts';

/** Blank rows after which a stray cell no longer belongs to the list. */
const GAP = 1;

/** Kinds of the rows below the headings, up to the last that belongs to the list. */
export function classify(body: Body, context: CellContext): readonly RowKind[] {
  const { region } = body;
  const kinds: RowKind[] = [];
  const asideAt = openAsides(body);
  const isMore = openMore(body);
  const addsUp = openSums(body, context);
  let last = 0;
  let blanks = 0;
  let isEmptyAbove = false;
  let above: number | null = null;
  // Nothing but explanations since the headings.
  let isTop = true;
  for (let row = region.block.area.bottom + 1; row <= region.bottom; row++) {
    let kind = kindOf(body, row, blanks);
    const isTold = kind === 'record' || kind === 'section' || (kind === 'blank' && !isEmpty(body, row));
    const aside = isTold ? asideAt(row, isTop) : null;
    if (aside) {
      last = kinds.push(aside);
      blanks = 0;
      isEmptyAbove = false;
      continue;
    }
    if (kind === 'record' && body.persons.length > 0 && isVacancy(body, row, context)) {
      // It stands for a row of the list all the same.
      last = kinds.push('blank');
      isEmptyAbove = isTop = false;
      continue;
    }
    if (above !== null && blanks === 0 && (kind === 'record' || kind === 'blank') && isMore(row, above)) {
      kind = 'more';
    } else if (
      kind === 'record' &&
      (addsUp(row, kinds) || (isTop && isTopSum(body, row, linesBelow(body, row), context)))
    ) {
      kind = 'total';
    } else if (kind === 'record') {
      if (above === null || blanks === 0 || continues(body, row) || continuesList(body, row, above, blanks, context))
        above = row;
      else kind = 'blank';
    }
    if ((kind === 'footer' && !isWithinList(body, row)) || (isEmptyAbove && beginsForm(body, row, context))) break;
    isTop = kind === 'header' || (isTop && kind === 'blank');
    isEmptyAbove = kind === 'blank' && isEmpty(body, row);
    kinds.push(kind);
    blanks = kind === 'blank' || kind === 'section' ? blanks + 1 : 0;
    if (kind !== 'blank' && kind !== 'footer' && kind !== 'section') last = kinds.length;
  }
  kinds.length = lastWithout(body, kinds, context, last);
  return kinds;
}

/** Without rows of sums. */
function linesBelow(body: Body, row: number): readonly number[] {
  const below = Array.from({ length: body.region.bottom - row }, (_, at) => row + 1 + at);
  return below.filter((at) => ['record', 'blank'].includes(kindOf(body, at, 0)));
}

function isEmpty({ grid, left, right }: Body, row: number): boolean {
  for (let column = left; column <= right; column++) if (grid.cell(row, column) !== null) return false;
  return true;
}

/** Labels of a form so many rows in sequence, one below the other, make the form; its title may stand above them. */
const FORM_ROWS = 3;
const FORM_TITLE_ROWS = 2;

/** After an empty row: a vertical form that stands below the list, or its title. */
function beginsForm(body: Body, row: number, context: CellContext): boolean {
  if (isFull(body, row)) return false;
  for (let first = row; first <= row + FORM_TITLE_ROWS; first++) {
    for (let column = body.left; column <= body.right; column++) {
      if (isItem(body, first, column, context)) continue;
      const labels = new Set<FieldDef>();
      for (let at = first; at < first + FORM_ROWS; at++) {
        const field = formLabel(body, at, column);
        if (field) labels.add(field);
        else break;
      }
      if (labels.size === FORM_ROWS) return true;
    }
  }
  return false;
}

/** Items of a checklist are called as labels of a form are: 社会工作服务中心, 社区专项基金. */
function isItem({ grid, fields }: Body, row: number, column: number, context: CellContext): boolean {
  const field = fields.find(({ index }) => index === column)?.field;
  return field?.type === 'code' && typed(grid.cell(row, column), row, column, null, field, context).state === 'value';
}

/** More than two pairs of label and value, over more than half of the list: a record. */
function isFull({ grid, left, right }: Body, row: number): boolean {
  let filled = 0;
  for (let column = left; column <= right; column++) if (grid.cell(row, column) !== null) filled++;
  return filled > 4 && filled * 2 > right - left + 1;
}

/** What a label with a value beside it means in a form. */
function formLabel({ grid, vocabulary }: Body, row: number, column: number): FieldDef | null {
  const text = textAt(grid, row, column);
  if (text === null || text.length > 20) return null;
  const next = (grid.merge(row, column)?.right ?? column) + 1;
  if (grid.cell(row, next) === null) return null;
  return meaningsOf(vocabulary, text).find(({ table }) => vocabulary.tables[table]!.shape === 'form')?.field ?? null;
}

function kindOf(body: Body, row: number, blanksAbove: number): RowKind {
  const { grid, left, right, headings } = body;
  const leaves = headings[0]!;
  const cells = grid.row(row);
  const offset = grid.area.left;
  let filled = 0;
  let repeated = 0;
  let first: string | null = null;
  for (let column = left; column <= right; column++) {
    const value = cells[column - offset];
    if (value === null || value === undefined || value === '') continue;
    filled++;
    if (typeof value !== 'string') {
      // A masked name must not let the text beside it pass for the row's first; numbers are no text, masked or not.
      if (typeof value === 'object' && !isNumber(value)) first ??= '';
      continue;
    }
    first ??= value;
    if (value === leaves[column - left]) {
      repeated++;
      continue;
    }
    const sum = filled <= 3 ? sumKind(value) : null;
    if (sum && (isPlainSum(value) || holdsFiguresOnly(body, row, column))) return sum;
  }
  if (filled === 0) return 'blank';
  if ((repeated >= 2 && repeated * 2 >= filled) || isGroupsAgain(body, row)) return 'header';
  if (first !== null && isLine(first, filled)) return 'footer';
  if (filled <= MOST_OF_SECTION && first !== null && first !== '' && sectionAt(body, row)) return 'section';
  return isRecord(body, row, filled, blanksAbove) ? 'record' : 'blank';
}

function isNumber(cell: object): boolean {
  return 'kind' in cell && cell.kind === 'number';
}

/** Most rows hold more than a line between them. */
const MOST_OF_SECTION = 3;

/** An upper heading row printed again: all its cells, however few they are. */
function isGroupsAgain({ grid, headings, left, right }: Body, row: number): boolean {
  return headings.some((heading, level) => {
    if (level === 0) return false;
    for (let column = left; column <= right; column++) {
      if (grid.cell(row, column) !== heading[column - left]) return false;
    }
    return true;
  });
}

function isLine(text: string, filled: number): boolean {
  if (filled <= 2 && isStatement(text)) return true;
  return (text.includes(':') || text.includes('：')) && (isFooter(text) || isTopLine(text));
}

/** At least a key, or several cells without one; a running number alone is a spare line. */
function isRecord(body: Body, row: number, filled: number, blanksAbove: number): boolean {
  const { grid, fields } = body;
  if (filled === 1 && spansTable(body, row)) return false;
  const cells = grid.row(row);
  const offset = grid.area.left;
  let values = 0;
  let hasKey = false;
  for (const { field, index, isKey } of fields) {
    if (field.type === 'serial' || field.down === 'always') continue;
    const value = cells[index - offset];
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'string' && value.length <= 2 && clean(value) === '') continue;
    values++;
    if (values > 1) return true;
    hasKey ||= isKey;
  }
  if (continues(body, row)) return values > 0;
  return hasKey && (filled > 1 || blanksAbove < GAP);
}

/** A key merged over several rows: they are one record, unless the field says that its value holds for each. */
function continues(body: Body, row: number): boolean {
  return body.fields.some(({ field, index, isKey }) => {
    if (field.down !== 'merged' || !isKey) return false;
    const merge = body.grid.merge(row, index);
    return merge !== null && merge.top < row && merge.top > body.region.block.area.bottom;
  });
}

function spansTable(body: Body, row: number): boolean {
  for (let column = body.left; column <= body.right; column++) {
    const merge = body.grid.merge(row, column);
    if (merge && (merge.right - merge.left + 1) * 2 > body.right - body.left + 1) return true;
  }
  return false;
}

/** A sentence that sums up, or the lines of the top printed again, after which the list may go on. */
function isWithinList(body: Body, row: number): boolean {
  for (let column = body.left; column <= body.right; column++) {
    const value = body.grid.cell(row, column);
    if (typeof value === 'string') return isStatement(value) || isTopLine(value);
  }
  return false;
}
