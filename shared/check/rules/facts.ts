/** Rules on the form of basic facts: which county, urban or rural, whose names stand below it. */
import { cellAddress } from '../../model/addresses.ts';
import { comparable } from '../../model/identifiers.ts';
import type { DataRecord, Datum, Place, ReadingTest, RuleDef, UnitDef } from '../../model.ts';
import { textOf } from '../conditions/same-things.ts';
import type { Scope } from '../conditions/scope.ts';
import { headerRange } from '../measures/evidence.ts';
import { placeOf, type Report } from './findings.ts';

const SIGNED = /(?:签字|签名|签章)$/;

/** The form may leave it out where the line 填报单位 names it. */
export function judgeUnit(rule: RuleDef, test: ReadingTest, scope: Scope, report: Report): void {
  const form = scope.records(rule.table!)[0];
  if (!form) return;
  const datum = form.data.unit;
  const said = datum?.state === 'value' ? comparable(datum.text) : null;
  const known = (unit: UnitDef) => [unit.name, ...unit.synonyms].some((name) => said?.includes(name));
  if (said === null ? scope.reading.unit.county !== null : scope.policy.register.units.some(known)) return;
  if (datum) report(rule, test, { record: form, field: 'unit', datum });
  else report(rule, test, { table: form.table, field: 'unit', at: headerRange(form.table) });
}

export function judgeUrbanRural(
  rule: RuleDef,
  test: ReadingTest & { test: 'urbanRural' },
  scope: Scope,
  report: Report,
): void {
  const { urbanRural, urbanRuralFrom } = scope.reading.unit;
  const form = scope.records(rule.table!)[0];
  const [code, tick, name] = [form?.data.urc, form?.data.urban_rural, form?.data.community];
  const ticked = tick?.state === 'value' ? tick.codes[0] : undefined;
  const conflict = urbanRuralFrom === 'code' && ticked !== undefined && ticked !== urbanRural;
  const now = conflict ? 'conflict' : urbanRuralFrom === null ? 'nothing' : urbanRuralFrom;
  if (now !== test.from) return;
  const field = conflict || code ? 'urc' : tick ? 'urban_rural' : 'community';
  const datum = conflict || code ? code : (tick ?? name);
  if (form && datum)
    report(rule, test, { record: form, field, datum, related: conflict && tick ? [placeOf(form.table, tick)] : [] });
  else if (form) report(rule, test, { table: form.table, field: 'urc', at: headerRange(form.table) });
}

/** The names stand in the form, or on the lines below it (RULINGS PV5). */
export function judgeSignatures(
  rule: RuleDef,
  test: ReadingTest & { test: 'signatures' },
  scope: Scope,
  report: Report,
): void {
  const form = scope.records(rule.table!)[0];
  if (!form) return;
  const named = test.fields.map((field) => ({ field, ...signature(form, field, scope) }));
  const said = named.filter(({ text }) => text !== null && text !== '');
  const labels = (list: typeof named) => list.map(({ label }) => label).join('、');
  if (test.ask === 'filled') {
    const lacking = named.filter(({ text }) => text === null || text === '');
    const first = lacking.find(({ at }) => at !== null) ?? lacking[0];
    if (!first) return;
    const related = lacking.flatMap(({ at }) => (at && at !== first.at ? [at] : []));
    const at = first.at ?? headerRange(form.table);
    report(rule, test, { table: form.table, field: first.field, at, related, words: { header: labels(lacking) } });
    return;
  }
  const twin = said.find(({ text }, i) => said.slice(0, i).some((other) => other.text === text));
  if (!twin) return;
  const others = said.filter(({ text, field }) => text === twin.text && field !== twin.field);
  const related = others.flatMap(({ at }) => (at ? [at] : []));
  report(rule, test, {
    table: form.table,
    field: twin.field,
    at: twin.at!,
    related,
    words: { header: labels([...others, twin]) },
  });
}

/** 审核： and 负责人签字： as well as 审核人 and 负责人. */
function spellings(label: string): readonly string[] {
  const bare = label.replace(SIGNED, '');
  return [label, bare, `${bare}人`];
}

function signature(
  form: DataRecord,
  field: string,
  scope: Scope,
): { label: string; text: string | null; at: Place | null } {
  const def = scope.field(form.table.id, field)!;
  const datum: Datum | undefined = form.data[field];
  const { sheet } = form.table;
  if (datum) {
    const text = datum.state === 'value' ? textOf(datum) : null;
    return { label: def.label, text, at: placeOf(form.table, datum) };
  }
  const words = [def.label, ...(def.synonyms ?? [])];
  const line = scope.reading.lines.find(
    ({ kind, label, ...line }) =>
      kind === 'signature' &&
      line.sheet === sheet &&
      label !== null &&
      spellings(label).some((word) => words.includes(word)),
  );
  if (!line) return { label: def.label, text: null, at: null };
  return { label: def.label, text: line.value, at: { sheet, address: cellAddress(line.row, line.valueColumn) } };
}
