/**
 * Workbooks in which invented personal words of all classes are planted wherever a person can write one. What of them may be
 * found in the bytes sent is nothing (decision mask-7).
 */
import { grounds } from '../../shared/evaluate.ts';
import type { Correction, EvaluateOptions, WorkbookSnapshot } from '../../shared/model.ts';
import { readWorkbook } from '../../shared/read/workbook.ts';
import { dice } from './dice.ts';
import { baseOf } from './plants/bases.ts';
import { type Draft, draftOf, snapshotOf } from './plants/drafts.ts';
import type { Plant, PlantKind } from './plants/people.ts';
import * as places from './plants/places.ts';
import { correctionsIn } from './plants/said.ts';
import * as sheets from './plants/sheets.ts';
import { tellingIn } from './plants/writings.ts';

export interface Planted {
  readonly base: WorkbookSnapshot;
  readonly snapshot: WorkbookSnapshot;
  readonly corrections: readonly Correction[];
  readonly plants: readonly Plant[];
  /** What it is judged by. */
  readonly by: Pick<EvaluateOptions, 'mode' | 'policy'>;
}

/** Percent of the plants. */
const WAYS: readonly (readonly [number, (planting: places.Planting) => boolean])[] = [
  [52, places.field],
  [7, places.heading],
  [3, places.column],
  [1, places.renamed],
  [6, places.line],
  [5, places.newLine],
  [3, places.section],
  [2, places.total],
  [3, places.formLabel],
  [5, places.neighbour],
  [4, places.anywhere],
  [3, sheets.format],
  [2, sheets.merged],
  [2, sheets.sheetName],
  [1, sheets.fileName],
  [1, sheets.hidden],
];
const DECK = WAYS.flatMap(([percent, way]) => Array.from({ length: percent }, () => way));

/** From a few plants, which leave the workbook what it was, to many. */
const COUNTS = [4, 30, 90, 180, 320];

export function planted(seed: number): Planted {
  const roll = dice(seed + 19_000_013);
  const base = baseOf(seed);
  const draft = draftOf(base, readWorkbook(base, grounds.catalogue));
  const plants: Plant[] = [];
  const planting: places.Planting = {
    roll,
    draft,
    keep(writing, place, path) {
      for (const plant of writing.plants) plants.push(Object.assign(plant, { place, path }));
    },
  };
  let wanted = roll.pick(COUNTS);
  if (wanted === COUNTS.at(-1)) wanted -= places.everyField(planting);
  for (let tries = wanted * 2; wanted > 0 && tries > 0; tries--) if (roll.pick(DECK)(planting)) wanted--;
  const corrections = roll.chance(60) ? correctionsIn(planting) : [];
  ownOf(draft);
  const snapshot = snapshotOf(draft);
  for (const { rows } of draft.sheets) for (const row of rows) for (const spot of row) plants.push(...spot.plants);
  const policy = grounds.policies[seed % 5 < 3 ? 0 : roll.int(grounds.policies.length)]!.id;
  return { base, snapshot, corrections, plants, by: { policy, mode: roll.pick(['midterm', 'final']) } };
}

/** The people of the workbook itself, in the columns that are for them, are plants as well. */
function ownOf({ tables }: Draft): void {
  for (const { id, records } of tables)
    for (const { field, spot } of records.flatMap(({ cells }) => cells)) {
      const kind = OWN.get(`${id}.${field}`);
      if (kind === undefined || spot.plants.length > 0 || !/[\u3400-\u9fff]{2}|\d{11}/.test(String(spot.value)))
        continue;
      const text = String(spot.value);
      if (tellingIn(text).length > 0)
        spot.plants.push({ text, kind, where: `own ${id}.${field}`, place: '', path: '' });
    }
}

const OWN: ReadonlyMap<string, PlantKind> = new Map(
  grounds.catalogue.tables.flatMap(({ id, fields }) =>
    fields.flatMap(({ key, personal }) =>
      personal === 'name' || personal === 'phone' || personal === 'id' ? [[`${id}.${key}`, personal] as const] : [],
    ),
  ),
);
