/** What a person has said of words, as a file that another workbook takes over; what was said of places stays. */
import { isPlaced, mostCorrections } from '../shared/model/contract.ts';
import { correctionsIn } from '../shared/model/kept.ts';
import type { Correction, WordCorrection } from '../shared/model.ts';
import type { TableName } from './panes/names.ts';
import { withSaid } from './panes/said.ts';

export const wordingsName = '三社联动用语.json';
const schema = 'wordings/1';
const note =
  '本文件里是一个工作簿中的词语和表头的原文，以及人对它们的说明，供“三社联动”检查在别的工作簿里取用。请按工作资料保管。';
/** More is no file of ours. */
const mostBytes = 1_000_000;

export function wordingsFile(corrections: readonly Correction[]): string {
  return `${JSON.stringify({ schema, note, corrections: corrections.filter((one) => !isPlaced(one)) }, null, 2)}\n`;
}

export interface Taken {
  /** All that then holds. */
  readonly corrections: readonly Correction[];
  readonly taken: number;
  /** Entries that are not well formed, or speak of a table, field or code that is not known here. */
  readonly unknown: number;
  /** Entries beyond what a workbook may hold. */
  readonly tooMany: number;
}

/** Null where the text is no such file. `held` is what was said in this workbook; the file wins. */
export function takeWordings(text: string, held: readonly Correction[], names: readonly TableName[]): Taken | null {
  const entries = entriesIn(text);
  if (!entries) return null;
  const known = entries
    .flatMap((one) => correctionsIn([one]))
    .filter((one): one is WordCorrection => !isPlaced(one) && isKnown(one, names));
  let corrections = held;
  let taken = 0;
  for (const one of known) {
    const next = withSaid(corrections, one);
    if (next.length > mostCorrections) continue;
    corrections = next;
    taken++;
  }
  return { corrections, taken, unknown: entries.length - known.length, tooMany: known.length - taken };
}

function entriesIn(text: string): readonly unknown[] | null {
  if (text.length > mostBytes) return null;
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || !('schema' in file) || !('corrections' in file)) return null;
    return file.schema === schema && Array.isArray(file.corrections) ? file.corrections : null;
  } catch {
    return null;
  }
}

function isKnown(one: WordCorrection, names: readonly TableName[]): boolean {
  const layouts = names.filter(({ id }) => id === one.table);
  if (one.kind === 'column' && one.field === null) return layouts.length > 0;
  const field = layouts.flatMap(({ fields }) => fields).find(({ key }) => key === one.field);
  if (!field || one.kind === 'column') return field !== undefined;
  return one.means === null || (field.meanings ?? []).some(({ means }) => means === one.means);
}
