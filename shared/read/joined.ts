/** One cell of a record that stands on several lines (decision read-21). */
import type { Datum, FieldDef } from '../model.ts';
import { type CellContext, changed, retyped } from './cells.ts';

/** What the lines have in one column, the first of them first, as one value; `cells` holds at least one. */
export function joined(cells: readonly Datum[], field: FieldDef, context: CellContext): Datum {
  const filled = cells.filter(({ state }) => state !== 'blank');
  const [first = cells[0]!, ...others] = filled;
  if (others.every(({ state, text }) => state === first.state && text === first.text)) return first;
  switch (field.type) {
    case 'count':
    case 'amount':
      return added(first, filled);
    case 'date':
      return earliest(first, filled);
    case 'code':
    case 'codes':
    case 'boolean':
    case 'text':
      // As if all were typed into one cell.
      return filled.every(({ raw }) => typeof raw === 'string')
        ? changed(retyped(first, filled.map(({ raw }) => raw).join(SEPARATOR), field, context), { raw: first.raw })
        : first;
    default:
      return first;
  }
}

const SEPARATOR = '、';

/** Parts of one figure; one of them in doubt, all are. */
function added(first: Datum, filled: readonly Datum[]): Datum {
  const doubtful = filled.find(({ state }) => state === 'doubtful');
  if (doubtful) return doubtful;
  return changed(first, { number: filled.reduce((sum, { number }) => sum + (number ?? 0), 0) });
}

/** Since when a person holds a certificate the earliest says (decision read-8). */
function earliest(first: Datum, filled: readonly Datum[]): Datum {
  const doubtful = filled.find(({ state }) => state === 'doubtful');
  if (doubtful) return doubtful;
  const days = filled.filter(({ span }) => span !== null);
  return days.reduce((least, each) => (each.span!.from < least.span!.from ? each : least), days[0] ?? first);
}
