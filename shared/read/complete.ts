/** Values that stand in another place than their own column: shared columns, inside another cell, in a remark. */
import { comparable } from '../model/identifiers.ts';
import type { Cell, Datum, FieldDef, TableDef } from '../model.ts';
import type { FieldColumn } from './bodies.ts';
import { type CellContext, changed, retyped } from './cells.ts';
import { findDate } from './dates.ts';
import { clean } from './text.ts';
import { readCodes } from './words.ts';

type Data = Record<string, Datum | undefined>;

/** Adds what the record's cells say about further fields. `data` is the record's own and is changed. */
export function complete(
  data: Data,
  table: TableDef,
  fields: ReadonlyMap<string, FieldDef>,
  context: CellContext,
): void {
  for (const field of table.fields) {
    if (!field.by && !field.inner) continue;
    const datum = data[field.key];
    if (field.by && datum) divide(data, datum, field.by, fields, context);
    if (field.inner && datum) unpack(data, datum, field, fields, context);
  }
  for (const field of table.fields) if (field.fallback) standIn(data, field, context);
  const remark = data.remark;
  if (remark?.state === 'value' && table.remarks) fromRemark(data, remark, table.remarks);
}

/**
 * Tells of a row's cells whether `complete` may find anything in them; never no where it would. Most rows have nothing,
 * and need not be typed for it.
 */
export function completion(
  def: TableDef,
  columns: readonly (FieldColumn | undefined)[],
  left: number,
): (cells: readonly Cell[]) => boolean {
  const tests = def.fields.flatMap(({ by, inner, fallback, type }, at): ((cells: readonly Cell[]) => boolean)[] => {
    const own = columns[at] ? columns[at].index - left : null;
    const ways: ((cells: readonly Cell[]) => boolean)[] = [];
    if (by && own !== null) ways.push((cells) => isFilled(cells[own]));
    if (inner && own !== null) ways.push((cells) => typeof cells[own] === 'string' && isFilled(cells[own]));
    const other = fallback && columns.find((column) => column?.field.key === fallback.field);
    if (other && (own === null || !fallback.columnOnly)) {
      const source = other.index - left;
      ways.push((cells) => isFilled(cells[source]) && (own === null || type === 'boolean' || !saysMuch(cells[own])));
    }
    return ways;
  });
  const remark = def.remarks && columns.find((column) => column?.field.key === 'remark');
  if (remark) tests.push((cells) => isFilled(cells[remark.index - left]));
  return tests.length === 0 ? () => false : (cells) => tests.some((test) => test(cells));
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== '';
}

const LETTER = /[0-9A-Za-z\u4e00-\u9fff]/;

/** Certainly neither blank nor a dash. */
function saysMuch(cell: Cell | undefined): boolean {
  return typeof cell === 'string' ? LETTER.test(cell) : isFilled(cell);
}

/** One column for two fields: 信用代码（备案号）. Without the telling code the writing decides. */
function divide(
  data: Data,
  datum: Datum,
  by: NonNullable<FieldDef['by']>,
  fields: ReadonlyMap<string, FieldDef>,
  context: CellContext,
): void {
  const code = data[by.field]?.codes[0];
  const target = code === undefined ? undefined : by.to[code];
  const key = target ?? Object.values(by.to)[CREDIT_CODE.test(comparable(datum.text)) ? 0 : 1];
  const field = key === undefined ? undefined : fields.get(key);
  if (field && (data[field.key]?.state ?? 'blank') === 'blank')
    data[field.key] = retyped(datum, datum.raw, field, context);
}

const CREDIT_CODE = /[0-9A-Z]{18}/;

/** 35人（注册28人）; 中心2个、站1个; ××社会工作服务中心（52340403MJA0000249）. */
function unpack(
  data: Data,
  datum: Datum,
  field: FieldDef,
  fields: ReadonlyMap<string, FieldDef>,
  context: CellContext,
): void {
  if (typeof datum.raw !== 'string' || (datum.state === 'value' && datum.issue === null && field.type !== 'text'))
    return;
  const text = clean(datum.raw);
  let found = false;
  for (const { words, field: key } of field.inner!) {
    const target = fields.get(key);
    const part = target?.type === 'uscc' ? CREDIT_CODE.exec(comparable(text))?.[0] : figureAfter(text, words);
    if (part === undefined) continue;
    found = true;
    if (target && (data[key]?.state ?? 'blank') === 'blank') {
      data[key] = retyped(datum, part, target, context);
    }
  }
  if (!found) return;
  // What the brackets say is understood, so that the figure before them is no longer in doubt.
  const own = text.split('(', 1)[0]!;
  const plain = own === '' ? datum : retyped(datum, own, field, context);
  data[field.key] = changed(plain, { raw: datum.raw });
}

const FIGURE = /^[^\d(]{0,4}(\d+[^\d、，,;；()]{0,3})/;

function figureAfter(text: string, words: readonly string[]): string | undefined {
  for (const word of words) {
    const at = text.indexOf(word);
    const match = at < 0 ? null : FIGURE.exec(text.slice(at + word.length));
    if (match) return match[1]!;
  }
  return undefined;
}

/** Where a field's column is absent or its cell says nothing, another field of the record stands in. */
function standIn(data: Data, field: FieldDef, context: CellContext): void {
  const { field: other, take, yes, no, columnOnly } = field.fallback!;
  const own = data[field.key];
  const source = data[other];
  if (source?.state !== 'value' || (own && (columnOnly || (own.state !== 'blank' && own.state !== 'void')))) return;
  const book = context.books.get(field.list ?? '');
  if (take === 'codes') {
    const { codes, doubtful } = book ? readCodes(source.text, book, context.writings) : { codes: [], doubtful: false };
    if (codes.length > 1 && field.type === 'code') data[field.key] = changed(source, { state: 'doubtful' });
    else if (codes.length) data[field.key] = changed(source, { codes, issue: doubtful ? (book?.doubt ?? null) : null });
  } else if (source.flag !== null) {
    const code = source.flag ? yes : no;
    if (code) {
      data[field.key] = changed(source, { codes: [code], issue: source.flag ? (book?.doubt ?? null) : null });
    }
  }
}

/** 2020年10月离职; 成绩合格，证书未发. */
function fromRemark(data: Data, remark: Datum, defs: NonNullable<TableDef['remarks']>): void {
  for (const { words, field, take, rule } of defs) {
    if (!words.some((word) => remark.text.includes(word))) continue;
    if (take !== 'date') {
      data[field] = changed(remark, { codes: [take.code], issue: rule });
    } else if ((data[field]?.state ?? 'blank') !== 'value') {
      const span = findDate(remark.text);
      data[field] = changed(remark, { state: span ? 'value' : 'doubtful', span, issue: rule });
    }
  }
}
