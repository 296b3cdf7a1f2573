/** The pipeline: the only file that knows every stage. */
import { targetSets } from './catalogue/targets.ts';
import { catalogue } from './catalogue.ts';
import { indicatorsIn } from './check/indicators.ts';
import { rulesIn } from './check/rules.ts';
import { openScope } from './check/scope.ts';
import { scoreOf } from './check/scores.ts';
import { addressOf, columnName } from './model/addresses.ts';
import type {
  Correction,
  EvaluateOptions,
  Evaluation,
  Reading,
  Table,
  TableReport,
  TargetSet,
  WorkbookSnapshot,
} from './model.ts';
import { type Masked, maskSnapshot } from './privacy/mask.ts';
import { readWorkbook } from './read/workbook.ts';

export { snapshotHash } from './privacy/hash.ts';
export { remaining } from './privacy/remaining.ts';

/** Version of the engine, as every evaluation and the Worker's health answer name it. */
export const ENGINE = '0.1.0';

/**
 * What a masked snapshot amounts to: tables, indicators with gaps, findings, and what was not understood. A pure function;
 * people's bad data is never an exception. `reading` is what `deidentify` read of it under the same corrections. Throws RangeError for a target set that `knownTargetSets` does not list.
 */
export function evaluate(
  snapshot: WorkbookSnapshot,
  options: EvaluateOptions = {},
  reading: Reading = readWorkbook(snapshot, catalogue, options.corrections),
): Evaluation {
  const mode = options.mode ?? 'final';
  const targetSet = targetSetOf(options.targetSet);
  const asOf = options.asOf ?? (mode === 'midterm' ? targetSet.midtermAsOf : targetSet.finalAsOf);
  const scope = openScope(reading, catalogue, targetSet, { mode, asOf, score: options.score });
  const indicators = indicatorsIn(scope);
  const { findings, notChecked } = rulesIn(scope);
  const { county, countyName, street, community, urbanRural } = reading.unit;
  return {
    schema: 'evaluation/1',
    engine: ENGINE,
    targetSet: { id: targetSet.id, version: targetSet.version },
    mode,
    asOf,
    snapshotHash: options.snapshotHash ?? null,
    unit: { county, countyName, street, community, urbanRural },
    tables: dataTables(reading).map(tableReport),
    indicators,
    findings,
    notChecked,
    score: scoreOf(indicators, scope),
    unread: reading.unread,
  };
}

/** Ids of the target sets that `evaluate` knows. */
export function knownTargetSets(): readonly string[] {
  return targetSets.map(({ id }) => id);
}

/** The first target set is the default. */
function targetSetOf(id: string | undefined): TargetSet {
  const targetSet = id === undefined ? targetSets[0] : targetSets.find((each) => each.id === id);
  if (!targetSet) throw new RangeError(`unknown target set: ${id}`);
  return targetSet;
}

/**
 * The snapshot as it may leave the workbook (RULINGS PV1–PV8): personal values become tokens under `secret`, sheets in
 * which nothing was recognised are left out and listed in `withheld`.
 */
export function deidentify(
  snapshot: WorkbookSnapshot,
  secret: string,
  corrections: readonly Correction[] = [],
): Deidentified {
  const reading = readWorkbook(snapshot, catalogue, corrections);
  const masked = maskSnapshot(snapshot, reading, catalogue, secret);
  return { ...masked, reading: masked.snapshot === snapshot ? reading : null };
}

export interface Deidentified extends Masked {
  /** What was read of a snapshot that was masked before, for `evaluate`; null where masking changed anything. */
  readonly reading: Reading | null;
}

/** Lists of protected people are recognised only to be masked and pointed out; they are no data. */
function dataTables(reading: Reading): readonly Table[] {
  const marked = new Set(catalogue.tables.filter((table) => table.marked).map(({ id }) => id));
  return reading.tables.filter(({ id }) => !marked.has(id));
}

function tableReport(table: Table): TableReport {
  return {
    id: table.id,
    sheet: table.sheet,
    address: addressOf(table.area),
    headerRows: table.headerRows.map((row) => row + 1),
    rows: table.records.length,
    columns: table.columns.map(({ field, header, index, basis }) => ({
      field,
      header,
      column: columnName(index),
      basis,
    })),
  };
}
