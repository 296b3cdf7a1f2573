/** What would decide an undecided record: its doubtful cells, and what they would have to say. */
import { isoOf } from '../../model/days.ts';
import { dateText } from '../../model/figures.ts';
import type { Comparison, Condition, DataRecord, Datum, Span } from '../../model.ts';
import type { FieldCondition } from '../conditions/column-summaries.ts';
import { compile } from '../conditions/compile.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN, OUT, UNKNOWN } from '../conditions/truths.ts';
import { headingText } from '../measures/labels.ts';
import { type Phrase, phrases } from '../phrases.ts';
import { fill } from '../say.ts';

export interface Opening {
  readonly sheet: string;
  readonly row: number;
  /** Where the cell stands, if the table has the column. */
  readonly column: number | null;
  readonly text: string;
}

/** The doubtful cells of a record under a condition, each with the words of what would make it so, or not so. */
export function openings(condition: Condition, record: DataRecord, wanted: boolean, scope: Scope): readonly Opening[] {
  if (compile(condition, scope, record.table.id)(record) !== UNKNOWN) return [];
  switch (condition.is) {
    case 'all':
    case 'any': {
      const alike = condition.is === 'any' ? asOne(condition.of) : null;
      if (alike) return openings(alike, record, wanted, scope);
      const ways = condition.of.map((each) => openings(each, record, wanted, scope)).filter((way) => way.length > 0);
      if ((condition.is === 'all') === wanted) return distinct(ways.flat());
      // Of several ways the one that asks least.
      return ways.reduce((least, way) => (way.length < least.length ? way : least), ways[0] ?? []);
    }
    case 'not':
      return openings(condition.of, record, !wanted, scope);
    case 'perhaps': {
      const would = wanted ? condition.would : (condition.wouldNot ?? condition.would);
      return [opening(record, fieldOf(condition.of), 'open.would', would, scope)];
    }
    default:
      return [fieldOpening(condition, record, wanted, scope)];
  }
}

/** 登记 or 备案 of one cell is asked as one. */
function asOne(conditions: readonly Condition[]): Condition | null {
  const [first] = conditions;
  if (first?.is !== 'oneOf') return null;
  const codes = conditions.flatMap((each) => (each.is === 'oneOf' && each.field === first.field ? [each.codes] : []));
  return codes.length === conditions.length ? { ...first, codes: codes.flat() } : null;
}

/** Of what is asked of one cell, 补填 is said with 补填，且不晚于2021年5月31日. */
function distinct(list: readonly Opening[]): readonly Opening[] {
  return list.filter((one, i) =>
    list.every((other, j) => i === j || !other.text.startsWith(one.text) || (other.text === one.text && i < j)),
  );
}

const OPPOSITES: Readonly<Record<Comparison, string>> = { '>=': '<', '>': '<=', '<=': '>', '<': '>=', '=': '≠' };

function fieldOpening(condition: FieldCondition, record: DataRecord, wanted: boolean, scope: Scope): Opening {
  const datum = record.data[condition.field];
  const { is, field } = condition;
  if (is === 'filled') return opening(record, field, 'open.filled', '', scope);
  const reading = is === 'within' ? decidingReading(condition, record, datum, wanted, scope) : null;
  if (reading) return opening(record, field, 'open.reading', spanText(reading), scope);
  const empty = !datum || datum.state === 'blank' || datum.state === 'void';
  const phrase = phrases[phraseOf(condition, wanted)];
  const would = fill(phrase, {
    from: is === 'within' && condition.from ? dateText(isoOf(scope.day(condition.from))) : '',
    to: is === 'within' && condition.to ? dateText(isoOf(scope.day(condition.to))) : '',
    than: is === 'number' ? condition.than : '',
    codes: is === 'oneOf' ? labelsOf(record, field, condition.codes, scope) : '',
    other: is === 'notAfter' ? headingText(record, condition.other, scope) : '',
  });
  return opening(record, field, empty ? 'open.filledIn' : 'open.checked', would, scope);
}

/** `open.oneOf`, `open.to`, `open.>=`; with `!` before the kind where the opposite is wanted. */
function phraseOf(condition: FieldCondition, wanted: boolean): Phrase {
  const phrase = phraseName(condition, wanted);
  return phrase in phrases ? (phrase as Phrase) : 'open.other';
}

function phraseName(condition: FieldCondition, wanted: boolean): string {
  if (condition.is === 'number') return `open.${wanted ? condition.op : OPPOSITES[condition.op]}`;
  const not = wanted ? '' : '!';
  if (condition.is !== 'within') return `open.${not}${condition.is}`;
  return `open.${not}${condition.from && condition.to ? 'within' : condition.from ? 'from' : 'to'}`;
}

/** “社会团体”“基金会”或“其他”, as the field's list calls them. */
function labelsOf(record: DataRecord, field: string, codes: readonly string[], scope: Scope): string {
  const { codes: lists } = scope.catalogue;
  const entries = lists[scope.field(record.table.id, field)?.list ?? '']?.entries ?? [];
  const labels = codes.map((code) => entries.find((entry) => entry.code === code)?.label ?? code);
  const quoted = labels.map((label) => `“${label}”`);
  return [quoted.slice(0, -1).join(''), quoted.at(-1)].filter(Boolean).join(phrases['open.or']);
}

export function opening(record: DataRecord, field: string, phrase: Phrase, would: string, scope: Scope): Opening {
  const datum = record.data[field];
  const said = fill(phrases[phrase]!, { would, date: would });
  const { sheet } = record.table;
  const words = { sheet, row: (datum?.row ?? record.row) + 1, header: headingText(record, field, scope), would: said };
  return {
    sheet,
    row: datum?.row ?? record.row,
    column: datum?.column ?? null,
    text: fill(phrases['open.cell'], words),
  };
}

/** Of two readings of one date the one with which the condition is so, or is not so. */
function decidingReading(
  condition: Condition & { is: 'within' },
  record: DataRecord,
  datum: Datum | undefined,
  wanted: boolean,
  scope: Scope,
): Span | null {
  if (!datum?.span || !datum.otherSpan) return null;
  const test = compile(condition, scope, null);
  for (const span of [datum.span, datum.otherSpan]) {
    const alone = {
      ...record,
      data: { [condition.field]: Object.assign(Object.create(datum), { span, otherSpan: null }) },
    };
    if (test(alone) === (wanted ? IN : OUT)) return span;
  }
  return null;
}

/** 2020年10月, 2020年10月3日. */
export function spanText(span: Span): string {
  const [year, month, day] = isoOf(span.from).split('-').map(Number);
  return span.from === span.to ? `${year}年${month}月${day}日` : `${year}年${month}月`;
}

export function fieldOf(condition: Condition): string {
  if (condition.is === 'all' || condition.is === 'any') return fieldOf(condition.of[0]!);
  return condition.is === 'not' || condition.is === 'perhaps' ? fieldOf(condition.of) : condition.field;
}
