/** Workbooks as the engine reads them, with the unit that they are of by the register of the pilot. */
import { grounds } from '../../shared/evaluate.ts';
import type { Correction, Reading, WorkbookSnapshot } from '../../shared/model.ts';
import { policies } from '../../shared/policies.ts';
import { readUnit } from '../../shared/read/unit.ts';
import { readWorkbook } from '../../shared/read/workbook.ts';

const { catalogue } = grounds;

export function readingOf(snapshot: WorkbookSnapshot, corrections: readonly Correction[] = []): Reading {
  const reading = readWorkbook(snapshot, catalogue, corrections);
  return { ...reading, unit: readUnit(reading, snapshot.name, catalogue, policies[0]!.register) };
}
