/** What would decide an undecided record: its doubtful cells, and what they would have to say. */
import { isoOf } from '../model/days.ts';
import type { Condition, DataRecord, Datum, Span } from '../model.ts';
import type { FieldCondition } from './columns.ts';
import { compile } from './conditions.ts';
import { fill } from './phrases.ts';
import type { Scope } from './scope.ts';
import { IN, UNKNOWN } from './truths.ts';

export interface Opening {
  readonly sheet: string;
  readonly row: number;
  /** Where the cell stands, if the table has the column. */
  readonly column: number | null;
  readonly text: string;
}

/** The doubtful cells of a record under a condition, each with the words of what would make it count. */
export function openings(condition: Condition, record: DataRecord, scope: Scope): readonly Opening[] {
  if (compile(condition, scope, record.table.id)(record) !== UNKNOWN) return [];
  switch (condition.is) {
    case 'all':
      return distinct(condition.of.flatMap((each) => openings(each, record, scope)));
    case 'any': {
      // Of several ways of counting the one that asks least.
      const ways = condition.of.map((each) => openings(each, record, scope)).filter((way) => way.length > 0);
      return ways.reduce((least, way) => (way.length < least.length ? way : least), ways[0] ?? []);
    }
    case 'not':
      return openings(condition.of, record, scope);
    case 'perhaps':
      return [opening(record, fieldOf(condition.of), 'open.would', condition.would, scope)];
    default:
      return [fieldOpening(condition, record, scope)];
  }
}

function distinct(list: readonly Opening[]): readonly Opening[] {
  return list.filter((one, i) => list.findIndex((other) => other.text === one.text) === i);
}

function fieldOpening(condition: FieldCondition, record: DataRecord, scope: Scope): Opening {
  const { phrases } = scope.catalogue;
  const datum = record.data[condition.field];
  const { is, field } = condition;
  if (is === 'filled') return opening(record, field, 'open.filled', '', scope);
  const reading = is === 'within' ? decidingReading(condition, record, datum, scope) : null;
  if (reading) return opening(record, field, 'open.reading', spanText(reading), scope);
  const empty = !datum || datum.state === 'blank' || datum.state === 'void';
  const phrase = empty ? 'open.filledIn' : 'open.checked';
  if (is === 'within') {
    const from = condition.from && isoOf(scope.day(condition.from));
    const to = condition.to && isoOf(scope.day(condition.to));
    const would = fill(phrases[from && to ? 'open.within' : from ? 'open.from' : 'open.to']!, { from, to });
    return opening(record, field, phrase, would, scope);
  }
  const than = is === 'number' ? condition.than : null;
  return opening(record, field, phrase, fill(phrases[`open.${is}`] ?? phrases['open.other']!, { than }), scope);
}

function opening(record: DataRecord, field: string, phrase: string, would: string, scope: Scope): Opening {
  const { phrases } = scope.catalogue;
  const datum = record.data[field];
  const said = fill(phrases[phrase]!, { would, date: would });
  const words = { row: (datum?.row ?? record.row) + 1, header: headerOf(record, field, scope), would: said };
  return {
    sheet: record.table.sheet,
    row: datum?.row ?? record.row,
    column: datum?.column ?? null,
    text: fill(phrases['open.cell']!, words),
  };
}

/** Of two readings of one date the one that satisfies the condition. */
function decidingReading(
  condition: Condition & { is: 'within' },
  record: DataRecord,
  datum: Datum | undefined,
  scope: Scope,
): Span | null {
  if (!datum?.span || !datum.otherSpan) return null;
  const test = compile(condition, scope, null);
  for (const span of [datum.span, datum.otherSpan]) {
    const alone = {
      ...record,
      data: { [condition.field]: Object.assign(Object.create(datum), { span, otherSpan: null }) },
    };
    if (test(alone) === IN) return span;
  }
  return null;
}

/** 2020年10月, 2020年10月3日. */
export function spanText(span: Span): string {
  const [year, month, day] = isoOf(span.from).split('-').map(Number);
  return span.from === span.to ? `${year}年${month}月${day}日` : `${year}年${month}月`;
}

/** Heading as typed, or the template's where the table has no such column. */
export function headerOf(record: DataRecord, field: string, scope: Scope): string {
  // Of a table with one line an item all figures stand under one heading; the item is what tells them apart.
  if (record === record.table.pivot) return scope.field(record.table.id, field)?.label ?? field;
  const datum = record.data[field];
  const column = datum && record.table.columns.find(({ index }) => index === datum.column);
  if (column && record.table.shape === 'list') return column.header.split(' / ').at(-1)!;
  return scope.field(record.table.id, field)?.label ?? field;
}

export function fieldOf(condition: Condition): string {
  if (condition.is === 'all' || condition.is === 'any') return fieldOf(condition.of[0]!);
  return condition.is === 'not' || condition.is === 'perhaps' ? fieldOf(condition.of) : condition.field;
}
