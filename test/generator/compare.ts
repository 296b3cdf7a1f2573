/** What the engine makes of a messy workbook against what it makes of the same records written plainly. */
import { deidentify, evaluate } from '../../shared/evaluate.ts';
import type { Evaluation, WorkbookSnapshot } from '../../shared/model.ts';
import { known } from '../known.ts';
import { type Generated, generate } from './workbooks.ts';

const SECRET = '5e'.repeat(32);

export interface Compared extends Generated {
  readonly masked: ReturnType<typeof masks>;
  /** One line for each main entry that differs; empty when the messy workbook was understood. */
  readonly misses: readonly string[];
}

export function compare(seed: number): Compared {
  const generated = generate(seed);
  const { mode } = generated.community;
  const masked = masks(generated.messy);
  const plain = mainEntries(evaluate(generated.plain, { mode }, known));
  const messy = mainEntries(evaluate(masked.snapshot, { mode }, known));
  const misses = [...plain].flatMap(([id, entry]) => (messy.get(id) === entry ? [] : [`${entry} → ${messy.get(id)}`]));
  return { ...generated, masked, misses };
}

export function masks(snapshot: WorkbookSnapshot) {
  return deidentify(snapshot, SECRET, [], known);
}

function mainEntries({ indicators, unit }: Evaluation): ReadonlyMap<string, string> {
  const entries = new Map([['unit', JSON.stringify(unit)]]);
  for (const { id, basis, numerator, denominator, lower, upper, verdict, gap } of indicators) {
    if (basis !== undefined) continue;
    entries.set(id, `${id} ${verdict} ${JSON.stringify({ numerator, denominator, lower, upper, gap })}`);
  }
  return entries;
}
