/** The lines of the list of mechanisms: what the policy's indicators ask for, in the order of the code list. */
import type { CodeEntry, Policy } from '../model.ts';
import { ITEM } from '../sheets/codes.ts';

/** All that are known where the policy asks for none. */
export function itemsOf({ indicators }: Policy): readonly CodeEntry[] {
  const asked = new Set(indicators.flatMap(({ measure }) => ('items' in measure ? measure.items : [])));
  const { entries } = ITEM.def;
  return asked.size === 0 ? entries : entries.filter(({ code }) => asked.has(code));
}
