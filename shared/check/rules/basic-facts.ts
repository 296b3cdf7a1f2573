/** Rules on the form of basic facts: which county, urban or rural, whose names stand below it. */
import { cellAddress } from '../../model/addresses.ts';
import { roleFields } from '../../model/catalogue.ts';
import { comparable } from '../../model/identifiers.ts';
import type { DataRecord, Place, UnitDef } from '../../model.ts';
import { textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { headerRange, placeOf } from '../measures/evidence.ts';
import type { Judge } from './findings.ts';

const keys = roleFields.facts;

const SIGNED = /(?:签字|签名|签章)$/;

/** The form may leave it out where the line 填报单位 names it. */
export const judgeUnit: Judge<'unit'> = (rule, test, scope, report) => {
  const form = scope.records(rule.table!)[0];
  if (!form) return;
  const datum = form.data[keys.unit];
  const said = datum?.state === 'value' ? comparable(datum.text) : null;
  const known = (unit: UnitDef) => [unit.name, ...unit.synonyms].some((name) => said?.includes(name));
  if (said === null ? scope.reading.unit.county !== null : scope.policy.register.units.some(known)) return;
  if (datum) report(rule, test, { record: form, field: keys.unit, datum });
  else report(rule, test, { table: form.table, field: keys.unit, at: headerRange(form.table) });
};

export const judgeUrbanRural: Judge<'urbanRural'> = (rule, test, scope, report) => {
  const form = scope.records(rule.table!)[0];
  if (!form || test.from !== decidedBy(form, scope)) return;
  const { urbanRuralCode, urbanRural, community } = keys;
  const isConflict = test.from === 'conflict';
  const field = (isConflict ? [urbanRuralCode] : [urbanRuralCode, urbanRural, community]).find((key) => form.data[key]);
  const tick = isConflict && form.data[urbanRural];
  const related = tick ? [placeOf({ sheet: form.table.sheet, datum: tick })] : [];
  if (field) report(rule, test, { record: form, field, datum: form.data[field], related });
  else report(rule, test, { table: form.table, field: urbanRuralCode, at: headerRange(form.table) });
};

/** What urban or rural was taken from, or what stands against it. */
function decidedBy(form: DataRecord, { reading: { unit } }: Scope): 'code' | 'tick' | 'name' | 'nothing' | 'conflict' {
  const tick = form.data[keys.urbanRural];
  const ticked = tick?.state === 'value' ? tick.codes[0] : undefined;
  const isConflict = unit.urbanRuralFrom === 'code' && ticked !== undefined && ticked !== unit.urbanRural;
  return isConflict ? 'conflict' : (unit.urbanRuralFrom ?? 'nothing');
}

interface Signature {
  readonly field: string;
  readonly label: string;
  readonly text: string | null;
  readonly at: Place | null;
}

export const judgeSignatures: Judge<'signatures'> = (rule, test, scope, report) => {
  const form = scope.records(rule.table!)[0];
  if (!form) return;
  const named = test.fields.map((field) => signature(form, field, scope));
  const meant = test.ask === 'filled' ? lacking(named) : twins(named);
  const first = test.ask === 'filled' ? (meant.find(({ at }) => at !== null) ?? meant[0]) : meant.at(-1);
  if (!first) return;
  report(rule, test, {
    table: form.table,
    field: first.field,
    at: first.at ?? headerRange(form.table),
    related: meant.flatMap(({ at }) => (at && at !== first.at ? [at] : [])),
    words: { header: meant.map(({ label }) => label).join('、') },
  });
};

function lacking(signatures: readonly Signature[]): readonly Signature[] {
  return signatures.filter(({ text }) => text === null || text === '');
}

/** All that bear one name, the second of them last. */
function twins(signatures: readonly Signature[]): readonly Signature[] {
  const said = signatures.filter(({ text }) => text !== null && text !== '');
  const twin = said.find(({ text }, i) => said.slice(0, i).some((other) => other.text === text));
  if (!twin) return [];
  return [...said.filter(({ text, field }) => text === twin.text && field !== twin.field), twin];
}

/** The name stands in the form, or on the lines below it (decision check-14). */
function signature(form: DataRecord, field: string, scope: Scope): Signature {
  const def = scope.field(form.table.id, field)!;
  const datum = form.data[field];
  const { sheet } = form.table;
  if (datum) {
    const text = datum.state === 'value' ? textOf(datum) : null;
    return { field, label: def.label, text, at: placeOf({ sheet, datum }) };
  }
  const words = [def.label, ...(def.synonyms ?? [])];
  const line = scope.reading.lines.find(
    ({ kind, label, ...line }) =>
      kind === 'signature' &&
      line.sheet === sheet &&
      label !== null &&
      spellings(label).some((word) => words.includes(word)),
  );
  if (!line) return { field, label: def.label, text: null, at: null };
  return { field, label: def.label, text: line.value, at: { sheet, address: cellAddress(line.row, line.valueColumn) } };
}

/** 审核： and 负责人签字： as well as 审核人 and 负责人. */
function spellings(label: string): readonly string[] {
  const bare = label.replace(SIGNED, '');
  return [label, bare, `${bare}人`];
}
