/** Workbooks with one fault each, and what the engine says of them as typed and masked. */
import { readFileSync } from 'node:fs';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Evaluation, Indicator, WorkbookSnapshot } from '../../../shared/model.ts';

const FOLDER = new URL('../../fixtures/inputs/kinds/', import.meta.url);

export function given(kind: string): WorkbookSnapshot {
  return JSON.parse(readFileSync(new URL(`${kind}.snapshot.json`, FOLDER), 'utf8'));
}

/** As typed, and masked. */
export function bothWays(snapshot: WorkbookSnapshot): readonly [typed: Evaluation, masked: Evaluation] {
  const { snapshot: masked } = deidentify(snapshot, '5e'.repeat(32));
  const judged = (each: WorkbookSnapshot) => evaluate(each, { mode: 'final', asOf: '2021-05-31' });
  return [judged(snapshot), judged(masked)];
}

/** The main entry of an indicator. */
export function main({ indicators }: Evaluation, id: string): Indicator {
  return indicators.find((entry) => entry.id === id && entry.basis === undefined)!;
}
