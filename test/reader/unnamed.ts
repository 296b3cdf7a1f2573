/** What a summary leaves out. */
import type { Evaluation } from '../../shared/model.ts';
import type { Doubt } from './reader.ts';

/** Indicators that were judged and are named nowhere. */
export function unnamed(rows: readonly (readonly string[])[], { indicators }: Evaluation): readonly Doubt[] {
  const text = rows.flat().join('\n');
  return indicators
    .filter(({ basis, verdict, name }) => basis === undefined && verdict !== 'not_applicable' && !text.includes(name))
    .map(({ name }) => ({ row: 0, why: `${name}：没有写到` }));
}
