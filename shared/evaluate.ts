/** The pipeline: the only file that knows every stage. */
import { compile, judged } from './check/conditions/compile.ts';
import { kindOf } from './check/conditions/counted.ts';
import { layoutOf } from './check/conditions/layouts.ts';
import { openScope } from './check/conditions/scope.ts';
import { IN, UNKNOWN } from './check/conditions/truths.ts';
import { rulesIn } from './check/rules/run.ts';
import { indicatorsIn } from './check/verdicts/indicators.ts';
import { scoreOf } from './check/verdicts/scoring/scores.ts';
import { hashOf } from './identity/data-hash.ts';
import { joinsOf } from './identity/joins.ts';
import { isReadAlike } from './identity/likeness.ts';
import { addressOf, columnName } from './model/addresses.ts';
import { ENGINE } from './model/engine.ts';
import type {
  CheckCatalogue,
  Correction,
  EvaluateOptions,
  Evaluation,
  Finding,
  Joins,
  Mode,
  Policy,
  Reading,
  Register,
  RuleReport,
  Table,
  TableReport,
  WorkbookReading,
  WorkbookSnapshot,
} from './model.ts';
import { policies } from './policies.ts';
import { type Masked, maskSnapshot } from './privacy/mask.ts';
import { withoutTyped } from './privacy/typed.ts';
import { dayBeside, dayIn } from './read/days.ts';
import { dayCheck, explain, headingsIn, isHeading } from './read/explain.ts';
import { surroundingsOf } from './read/surroundings.ts';
import { countyNamed, readUnit } from './read/unit.ts';
import { readWorkbook } from './read/workbook.ts';
import { readings } from './sheets/rules/readings.ts';
import { sheets } from './sheets.ts';

export { findingKey, spelledOut } from './identity/finding-key.ts';
export { ENGINE } from './model/engine.ts';
export { snapshotHash } from './privacy/hash.ts';
export { packed, unpacked } from './privacy/packed.ts';
export { remaining } from './privacy/remaining.ts';
export { nothingKept, restored } from './privacy/restored.ts';

/** By what workbooks are read and judged: what sheets look like, and the policies there are to choose from. */
export interface Grounds {
  readonly catalogue: CheckCatalogue;
  /** The first is taken where none is named. */
  readonly policies: readonly Policy[];
}

/** With the units of all registers, whose names may travel. The rules of reading are in force whatever a pack says. */
export function groundsOf(packs: readonly Policy[]): Grounds {
  const units = packs.flatMap(({ register }) => register.units);
  const withReading = packs.map((pack) => {
    const own = new Set(pack.rules.map(({ id }) => id));
    return { ...pack, rules: [...pack.rules, ...readings.filter(({ id }) => !own.has(id))] };
  });
  return { catalogue: { ...sheets, units }, policies: withReading };
}

/** Those of this product. */
export const grounds: Grounds = groundsOf(policies);

/**
 * What a masked snapshot amounts to: tables, indicators with gaps, findings, and what was not understood. A pure function;
 * people's bad data is never an exception. `reading` is what `deidentify` read of it under the same corrections. Throws
 * RangeError for a policy that is not among the grounds.
 */
export function evaluate(
  snapshot: WorkbookSnapshot,
  options: EvaluateOptions = {},
  by: Grounds = grounds,
  reading: WorkbookReading = readWorkbook(snapshot, by.catalogue, options.corrections),
): Evaluation {
  const policy = policyOf(options, by);
  const { id, name, version } = policy;
  const { mode, asOf } = timeOf(options, policy);
  const unit = readUnit(reading, snapshot.name, by.catalogue, policy.register);
  const scope = openScope({ ...reading, unit }, by.catalogue, policy, { mode, asOf, score: options.score });
  const indicators = indicatorsIn(scope);
  const { findings, notChecked } = rulesIn(scope);
  const { county, countyName, street, community, urbanRural } = unit;
  const sheetOf = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    schema: 'evaluation/1',
    engine: ENGINE,
    policy: { id, name, version },
    targetSet: { id, version },
    mode,
    asOf,
    snapshotHash: options.snapshotHash ?? null,
    dataHash: dataHash(reading, by),
    unit: { county, countyName, street, community, urbanRural },
    tables: dataTables(reading, by.catalogue).map((table) => ({
      ...tableReport(table, by.catalogue, policy),
      ...surroundingsOf(table, layoutOf(table, by.catalogue), sheetOf.get(table.sheet)),
    })),
    indicators,
    findings,
    notChecked,
    rules: named(policy, new Set([...findings, ...notChecked].map(({ rule }) => rule))),
    score: scoreOf(indicators, scope),
    unread: reading.unread,
  };
}

function timeOf({ mode = 'final', asOf }: EvaluateOptions, policy: Policy): { mode: Mode; asOf: string } {
  return { mode, asOf: asOf ?? (mode === 'midterm' ? policy.midtermAsOf : policy.finalAsOf) };
}

function named({ rules }: Policy, ids: ReadonlySet<string>): readonly RuleReport[] {
  return rules.filter(({ id }) => ids.has(id)).map(({ id, title, relation }) => ({ id, title, relation }));
}

/** The policy that a request names, or the first. Throws RangeError for one that is unknown, and for two that differ. */
export function policyOf({ policy: id, targetSet }: EvaluateOptions, { policies }: Grounds = grounds): Policy {
  if (id !== undefined && targetSet !== undefined && id !== targetSet) {
    throw new RangeError(`policy ${id} and targetSet ${targetSet} differ`);
  }
  const wanted = id ?? targetSet;
  const policy = wanted === undefined ? policies[0] : policies.find((each) => each.id === wanted);
  if (!policy) throw new RangeError(`unknown policy: ${wanted}`);
  return policy;
}

/**
 * The snapshot as it may leave the workbook: personal values become tokens under `secret`, sheets in which nothing was
 * recognised are left out and listed in `withheld`. It does not depend on the policy that is judged by; `joins` alone are of
 * the lines that count by `options`.
 */
export function deidentify(
  typed: WorkbookSnapshot,
  secret: string,
  corrections: readonly Correction[] = [],
  by: Grounds = grounds,
  options: EvaluateOptions = {},
): Deidentified {
  const snapshot = withoutTyped(typed);
  const reading = readWorkbook(snapshot, by.catalogue, corrections);
  const unit = readUnit(reading, snapshot.name, by.catalogue, everyRegister(by));
  const whole = { ...reading, unit };
  const masked = maskSnapshot(snapshot, whole, by, secret, { explain, isHeading, headingsIn, dayCheck }, corrections);
  const findings = protectedLists(whole, by);
  const rules = named(by.policies[0]!, new Set(findings.map(({ rule }) => rule)));
  let joins: Joins | null = null;
  return {
    ...masked,
    findings,
    rules,
    typed: reading,
    reading: masked.snapshot === snapshot ? reading : null,
    get joins() {
      joins ??= joinsIn(whole, snapshot.date1904 ?? false, secret, by, options);
      return joins;
    },
  };
}

export interface Deidentified extends Masked {
  /** Lists of protected people, which do not travel (R201): whoever masked puts them into the evaluation. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleReport[];
  /** What was read before masking. */
  readonly typed: WorkbookReading;
  /** What was read of a snapshot that was masked before, for `evaluate`; null where masking changed anything. */
  readonly reading: WorkbookReading | null;
  /** What is held against other workbooks; made when it is first asked for, and neither kept nor sent. */
  readonly joins: Joins;
}

function joinsIn(reading: Reading, date1904: boolean, secret: string, by: Grounds, options: EvaluateOptions): Joins {
  const { catalogue } = by;
  const policy = policyOf(options, by);
  const scope = openScope(reading, catalogue, policy, timeOf(options, policy));
  const register = everyRegister(by);
  return joinsOf(
    reading,
    catalogue,
    {
      counted(table, when) {
        const test = judged(when, scope, table);
        return scope.records(table).filter((record) => test(record) === IN);
      },
      satisfies(record, when) {
        const truth = compile(when, scope, record.table.id)(record);
        return truth === UNKNOWN ? null : truth === IN;
      },
      county: (text) => countyNamed(text, register),
      day: (cell) => dayIn(cell, date1904, catalogue),
      dayBeside: (field) => dayBeside(reading.lines, field, catalogue),
    },
    secret,
  );
}

/** The reading of what was masked, for `evaluate`; null where it is not that of the raw workbook (decision key-5). */
export function readAlike({ snapshot, corrections, words, typed, reading, sent }: Deidentified, by: Grounds = grounds) {
  if (reading) return reading;
  const again = readWorkbook(snapshot, by.catalogue, corrections);
  const travels = new Map([...words.sheets].map(([name, stays]) => [stays, name]));
  const sheetOf = (sheet: string) => (sent.has(sheet) ? (travels.get(sheet) ?? sheet) : undefined);
  const { tables } = by.catalogue;
  const kept = new Set(tables.filter((table) => table.marked).map(({ id }) => id));
  const keysOf = (table: string) =>
    tables.flatMap(({ id, fields }) => (id === table ? fields.map(({ key }) => key) : []));
  return isReadAlike(typed, again, sheetOf, kept, keysOf) ? again : null;
}

/** The rules of reading that judge lists of protected people, on those alone; no policy has others. */
function protectedLists(reading: Reading, by: Grounds): readonly Finding[] {
  const marked = new Set(by.catalogue.tables.filter((table) => table.marked).map(({ id }) => id));
  const tables = reading.tables.filter(({ id }) => marked.has(id));
  const [first] = by.policies;
  if (tables.length === 0 || !first) return [];
  const rules = first.rules.filter(({ tests }) => tests.some(({ test }) => test === 'sensitive'));
  const policy = { ...first, rules };
  const scope = openScope({ ...reading, tables }, by.catalogue, policy, { mode: 'final', asOf: policy.finalAsOf });
  return rulesIn(scope).findings;
}

function everyRegister({ policies }: Grounds): Register {
  return {
    closed: false,
    units: policies.flatMap(({ register }) => register.units),
    within: policies.flatMap(({ register }) => register.within),
  };
}

/**
 * `sha256:` and 64 hex digits over what was understood of a workbook: equal for the same data, however its sheets are laid
 * out and under whatever secret it was masked. A snapshot as it comes, corrected by nobody, or what was read of one.
 */
export function dataHash(given: WorkbookSnapshot | WorkbookReading, by: Grounds = grounds): string {
  const reading = 'tables' in given ? given : readWorkbook(given, by.catalogue);
  return hashOf(dataTables(reading, by.catalogue), reading.lines);
}

/** Lists of protected people are recognised only to be masked and pointed out; they are no data. */
function dataTables(reading: WorkbookReading, { tables }: CheckCatalogue): readonly Table[] {
  const marked = new Set(tables.filter((table) => table.marked).map(({ id }) => id));
  return reading.tables.filter(({ id }) => !marked.has(id));
}

function tableReport(table: Table, catalogue: CheckCatalogue, policy: Policy): TableReport {
  return {
    id: table.id,
    sheet: table.sheet,
    address: addressOf(table.area),
    headerRows: table.headerRows.map((row) => row + 1),
    rows: table.records.length,
    columns: table.columns.map(({ field, header, index, basis, tick, part }) => ({
      field,
      header,
      column: columnName(index),
      basis,
      ...(tick !== undefined && { tick }),
      ...(part && { part }),
    })),
    kind: kindOf(table, layoutOf(table, catalogue), policy),
    community: table.community,
  };
}
