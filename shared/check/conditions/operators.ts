/** What a condition asks of a cell that holds something: one function an operator. */

import { compares } from '../../model/comparisons.ts';
import { comparable, mayBeCode } from '../../model/identifiers.ts';
import { sayingsOf } from '../../model/remarks.ts';
import type { Condition, DataRecord, Datum } from '../../model.ts';
import { isOfOwn, isOwn, isOwnStreet, namesOther, withoutOwn } from './community-names.ts';
import { type Ask, inColumn } from './named-columns.ts';
import { confirmedLine } from './pilot-lines.ts';
import type { Scope } from './scope.ts';
import { datumWithin, limits, within } from './spans.ts';
import { IN, OUT, TRUTHS, type Truth, truthsOtherwise, UNKNOWN } from './truths.ts';

type CellCondition = Extract<Condition, { readonly field: string }>;
export type CellOperator = CellCondition['is'];
type Of<Is extends CellOperator> = Extract<CellCondition, { readonly is: Is }>;

/** The answer for a cell; the record is for what else stands in its line. */
export type Reader = (datum: Datum, record: DataRecord) => Truth;
type Operator<Is extends CellOperator> = (condition: Of<Is>, scope: Scope, table: string | null) => Reader;

const operators: { readonly [Is in CellOperator]: Operator<Is> } = {
  filled: () => () => IN,
  oneOf,
  yes: () => truthOfFlag,
  within: (condition, scope) => {
    const allowed = limits(condition, scope);
    return (datum) => datumWithin(datum, allowed);
  },
  number,
  share,
  notAfter,
  valid: ({ fault }) => {
    return ({ check }) => truthOf(fault ? check !== fault : check !== 'invalid' && check !== 'lossy');
  },
  like: (condition) => {
    const pattern = new RegExp(condition.pattern, 'u');
    return (datum) => {
      if (isMasked(datum)) return datum.check === 'valid' ? IN : OUT;
      return datum.check === 'invalid' && !mayBeCode(datum.text) ? OUT : truthOf(pattern.test(comparable(datum.text)));
    };
  },
  contains: ({ words }, scope) => inName((text) => words.some((word) => text.includes(word)), scope),
  ends: ({ words }, scope) => inName((text) => words.some((word) => text.endsWith(word)), scope),
  says,
  own: (condition, scope, table) => {
    const isOfCommunity = ofCommunity(isOwn, condition, scope, table);
    if (!condition.street) return isOfCommunity;
    return (datum, record) => (isOwnStreet(datum.text, scope) ? IN : isOfCommunity(datum, record));
  },
  ofOwn: (condition, scope, table) => ofCommunity(isOfOwn, condition, scope, table),
  namesOther: (_condition, scope) => {
    const names = namesOther(scope);
    return ({ text }) => truthOf(names(text));
  },
  same,
};

/** What the condition asks of a cell that is not empty. With the table's id a name is seen among all names of its column. */
export function readerOf(condition: CellCondition, scope: Scope, table: string | null): Reader {
  const operator = operators[condition.is] as Operator<CellOperator>;
  return operator(condition, scope, table);
}

/** The own names are taken off before words are looked for: 望淮社区居委会志愿队 is a team. */
function inName(holds: (text: string) => boolean, scope: Scope): Reader {
  const bare = withoutOwn(scope);
  return ({ text }) => {
    const name = comparable(text);
    return truthOf(holds(name) && holds(bare(name)));
  };
}

function truthOf(holds: boolean): Truth {
  return holds ? IN : OUT;
}

/** A word with a day beside it holds from that day on: 2021年8月注销 was 正常 until then. */
function oneOf({ field, codes }: Of<'oneOf'>, scope: Scope, table: string | null): Reader {
  const wanted = new Set(codes);
  const list = table === null ? undefined : scope.field(table, field)?.list;
  const before = list === undefined ? undefined : scope.catalogue.codes[list]?.before;
  if (before === undefined) return (datum) => truthOf(datum.codes.some((code) => wanted.has(code)));
  const end = scope.day({ day: 'countEnd' });
  return ({ codes: own, span }) => {
    const [then, now] = [truthOf(wanted.has(before)), truthOf(own.some((code) => wanted.has(code)))];
    if (span === null || span.to <= end || then === now) return now;
    return span.from > end ? then : UNKNOWN;
  };
}

function truthOfFlag({ flag }: Datum): Truth {
  return flag === null ? UNKNOWN : truthOf(flag);
}

function says({ words, from, to }: Of<'says'>, scope: Scope): Reader {
  const wanted = new Set(words.map(comparable));
  const allowed = limits({ from, to }, scope);
  return ({ text }) => {
    const said = sayingsOf(text).filter((each) => wanted.has(comparable(each.words)));
    const truths = said.map(({ day }) => (day ? within(day, allowed) : truthOf(!from)));
    return truths.reduce<Truth>((most, truth) => (truth > most ? truth : most), OUT);
  };
}

/** 约30人 is at least one, whatever it is. */
function number({ op, than }: Of<'number'>): Reader {
  return (datum) => {
    if (datum.number === null) return datum.atLeastOne && op === '>=' && than <= 1 ? IN : UNKNOWN;
    return truthOf(compares(datum.number, op, than));
  };
}

function share({ other, op, p, q }: Of<'share'>): Reader {
  return (datum, record) => {
    const whole = record.data[other]?.number ?? null;
    if (datum.number === null || whole === null) return UNKNOWN;
    return truthOf(compares(datum.number * q, op, whole * p));
  };
}

function notAfter({ other, otherwise }: Of<'notAfter'>): Reader {
  const truths = truthsOtherwise(otherwise);
  return (datum, record) => {
    const later = record.data[other];
    if (later === undefined) return truths.absent;
    if (later.state !== 'value') return truths[later.state];
    if (!datum.span || !later.span) return UNKNOWN;
    return datum.span.to <= later.span.from ? IN : datum.span.from > later.span.to ? OUT : UNKNOWN;
  };
}

/** A name that names no community is nobody else's. */
function ofCommunity(ask: Ask, { field, doubt }: Of<'own' | 'ofOwn'>, scope: Scope, table: string | null): Reader {
  const answer = table === null ? null : inColumn(ask, table, field, scope);
  const doubted = TRUTHS[doubt ?? 'unknown'];
  return ({ text }) => {
    const truth = answer ? answer(text) : (ask(text, scope) ?? IN);
    return truth === UNKNOWN ? doubted : truth;
  };
}

function same({ table, as }: Of<'same'>, scope: Scope): Reader {
  const other = confirmedLine(table, scope)?.data[as];
  const name = other?.state === 'value' ? comparable(other.text) : null;
  if (name === null) return () => IN;
  return (datum) => {
    const text = comparable(datum.text);
    // One of the two often leaves out the city before the name.
    return truthOf(isWithin(text, name) || isWithin(name, text));
  };
}

/** 淮南市春晖社会工作服务中心 is 春晖社会工作服务中心, and so is what is said of it in brackets behind. */
function isWithin(name: string, long: string): boolean {
  const at = long.indexOf(name);
  if (at < 0) return false;
  const [before, behind] = [long.slice(0, at), long.slice(at + name.length)];
  return (before === '' || /[省市县区镇乡]$|街道$/.test(before)) && (behind === '' || /^\([^()]*\)$/.test(behind));
}

function isMasked({ raw }: Datum): boolean {
  return typeof raw === 'object' && raw !== null && 'masked' in raw;
}
