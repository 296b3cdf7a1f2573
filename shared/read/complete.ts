/** Values that stand in another place than their own column: shared columns, inside another cell, in a remark. */
import { comparable } from '../model/identifiers.ts';
import { says, toldRemark } from '../model/remarks.ts';
import type { Cell, Datum, FieldDef, TableDef } from '../model.ts';
import type { FieldColumn } from './bodies.ts';
import { type CellContext, changed, dayBeside, retyped } from './cells.ts';
import { findDate } from './dates.ts';
import { explainedDate, explainedFigure } from './figures.ts';
import { clean } from './text.ts';

type Data = Record<string, Datum | undefined>;

/** Adds what the record's cells say about further fields. `data` is the record's own and is changed. */
export function complete(
  data: Data,
  table: TableDef,
  fields: ReadonlyMap<string, FieldDef>,
  context: CellContext,
): void {
  for (const field of table.fields) {
    if (!field.by && !field.inner && !field.ends) continue;
    const datum = data[field.key];
    if (field.by && datum) divide(data, datum, field.by, fields, context);
    if (field.ends && datum) part(data, datum, field.ends, fields, context);
    if (field.inner && datum) unpack(data, datum, field, fields, context);
  }
  for (const field of table.fields) if (field.fallback) standIn(data, field, fields, context);
  const remark = data.remark;
  if (remark?.state === 'value' && table.remarks) fromRemark(data, remark, table.remarks, context);
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
  const tests = def.fields.flatMap(
    ({ by, inner, ends, fallback, type }, at): ((cells: readonly Cell[]) => boolean)[] => {
      const own = columns[at] ? columns[at].index - left : null;
      const ways: ((cells: readonly Cell[]) => boolean)[] = [];
      if (by && own !== null) ways.push((cells) => isFilled(cells[own]));
      if ((inner || ends) && own !== null) ways.push((cells) => typeof cells[own] === 'string' && isFilled(cells[own]));
      const other = fallback && columns.find((column) => column?.field.key === fallback.field);
      if (other && (own === null || !fallback.columnOnly)) {
        const source = other.index - left;
        const holds = fallback.take === 'date' ? mayHoldDay : isFilled;
        ways.push((cells) => holds(cells[source]) && (own === null || type === 'boolean' || !saysMuch(cells[own])));
      }
      return ways;
    },
  );
  const remark = def.remarks && columns.find((column) => column?.field.key === 'remark');
  if (remark) tests.push((cells) => isFilled(cells[remark.index - left]));
  return tests.length === 0 ? () => false : (cells) => tests.some((test) => test(cells));
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== '';
}

const YEAR = /20\d\d/;

function mayHoldDay(cell: Cell | undefined): boolean {
  return typeof cell === 'string' ? YEAR.test(cell) : typeof cell === 'object' && isFilled(cell);
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
  const key = target ?? Object.values(by.to)[isCode(datum) ? 0 : 1];
  const field = key === undefined ? undefined : fields.get(key);
  if (field && (data[field.key]?.state ?? 'blank') === 'blank')
    data[field.key] = retyped(datum, datum.raw, field, context);
}

const CREDIT_CODE = /[0-9A-Z]{18}/;

/** Of a masked one its own rules were told. */
function isCode({ raw, text }: Datum): boolean {
  return (
    CREDIT_CODE.test(comparable(text)) ||
    (typeof raw === 'object' && raw !== null && 'check' in raw && raw.check === 'invalid')
  );
}

/** 2019.7-2020.4; of one day alone, 2020年6月起 and 2020.6至今, the beginning. */
function part(
  data: Data,
  datum: Datum,
  ends: NonNullable<FieldDef['ends']>,
  fields: ReadonlyMap<string, FieldDef>,
  context: CellContext,
): void {
  const [from, to] = typeof datum.raw === 'string' ? endsOf(clean(explainedDate(datum.raw, context.writings))) : [];
  const [start, end] = ends.map((key) => fields.get(key));
  if (start && from !== undefined && from !== datum.raw)
    data[start.key] = changed(retyped(datum, from, start, context), { raw: datum.raw });
  if (end && to !== undefined && (data[end.key]?.state ?? 'blank') === 'blank')
    data[end.key] = retyped(datum, to, end, context);
}

const BETWEEN = /(?:至|到|—+|~|-+)/g;
const MONTH_OF_YEAR = /^(?:19|20)\d\d\D+\d/;
const WITH_YEAR = /^(?:19|20)\d\d/;
const MONTH_FIRST = /^\d{1,2}(?:$|\D)/;
const NO_END = /^(?:今|现在|目前|长期|持续)/;

/** The beginning and the end of a span as texts; one where it does not name two. */
function endsOf(text: string): readonly string[] {
  const month = MONTH_OF_YEAR.exec(text)?.[0].length ?? Number.POSITIVE_INFINITY;
  for (const { 0: mark, index } of text.matchAll(BETWEEN)) {
    if (index < month) continue;
    const [from, to] = [text.slice(0, index).trim(), text.slice(index + mark.length).trim()];
    if (NO_END.test(to)) return [from];
    if (WITH_YEAR.test(to)) return [from, to];
    // 2020.6-12 and 2020年6月—12月 are of one year; 2020-06-01 is one day.
    if (MONTH_FIRST.test(to) && !from.includes(mark)) return [from, `${from.slice(0, 5)}${to}`];
  }
  return [text.replace(/起$/, '')];
}

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
  const text = clean(figuresIn(datum.raw, field, context));
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

/** A credit code in a name stands there itself; of figures only what explains them is read. */
function figuresIn(raw: string, field: FieldDef, { writings }: CellContext): string {
  return field.inner!.some(({ words }) => words.includes('uscc')) ? raw : explainedFigure(raw, field, writings);
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
function standIn(data: Data, field: FieldDef, fields: ReadonlyMap<string, FieldDef>, context: CellContext): void {
  const { field: other, take, yes, no, columnOnly } = field.fallback!;
  const own = data[field.key];
  const source = data[other];
  if (source?.state !== 'value' || (own && (columnOnly || (own.state !== 'blank' && own.state !== 'void')))) return;
  const book = context.books.get(field.list ?? '');
  if (take === 'codes') {
    const read = retyped(source, source.raw, field, context);
    // What is not understood there is as good as not said here.
    if (read.state === 'value' || isSeveral(read, field)) data[field.key] = read;
  } else if (take === 'date') {
    const [code, ...others] = source.codes;
    const isOne = others.length === 0 && code !== undefined && field.fallback!.of?.includes(code);
    const span = isOne ? dayBeside(source, fields.get(other)?.list, context) : null;
    if (span) data[field.key] = changed(source, { codes: [], span, issue: null });
  } else if (source.flag !== null) {
    const code = source.flag ? yes : no;
    if (code) {
      data[field.key] = changed(source, { codes: [code], issue: source.flag ? (book?.list.doubt ?? null) : null });
    }
  }
}

/** Two words of a list where one is asked for, each understood. */
function isSeveral({ state, known }: Datum, { type }: FieldDef): boolean {
  return type === 'code' && state === 'doubtful' && known === '';
}

/** 2020年10月离职; 成绩合格，证书未发. */
function fromRemark(data: Data, remark: Datum, defs: NonNullable<TableDef['remarks']>, context: CellContext): void {
  const all = defs.flatMap(({ words }) => words);
  const text = toldRemark(remark.text, all, context.writings.notYet, []);
  for (const { words, field, take, rule } of defs) {
    if (!words.some((word) => says(text, word, context.writings.notYet))) continue;
    const clause = text.split(/[,，;；。]/).find((each) => words.some((word) => each.includes(word)));
    if (take !== 'date') {
      data[field] = changed(remark, { codes: [take.code], span: findDate(clause ?? ''), issue: rule });
    } else if ((data[field]?.state ?? 'blank') !== 'value') {
      const span = findDate(clause ?? '') ?? findDate(text);
      data[field] = changed(remark, { state: span ? 'value' : 'doubtful', span, issue: rule });
    }
  }
}
