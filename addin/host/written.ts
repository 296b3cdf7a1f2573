/** The verdicts that were last written into the workbook, kept beside our sheets. */
import { verdictWords } from '../../shared/model/words.ts';
import type { Before, Verdict, Written } from '../../shared/model.ts';
import { settingKeys } from './ours.ts';

/** Queues it. What is not of a shape leaves nothing behind: the sheets are then those of a version that kept none. */
export function keepWritten({ settings }: Excel.Workbook, written: Before): void {
  const isKept = written !== null && written !== 'older';
  const setting = settings.add(settingKeys.written, isKept ? written : {});
  // Made first, so that there is something to delete: one trip, whether it was there before or not.
  if (!isKept) setting.delete();
}

/** The file has been through other hands. `hasGaps`: a 差距清单 of ours is there. */
export function writtenIn(kept: unknown, hasGaps: boolean): Before {
  return formed(kept) ?? (hasGaps ? 'older' : null);
}

function formed(kept: unknown): Written | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { engine, policy, mode, asOf, verdicts } = kept as Readonly<Record<string, unknown>>;
  if (typeof engine !== 'string' || typeof policy !== 'string' || typeof asOf !== 'string') return null;
  if (mode !== 'midterm' && mode !== 'final') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || typeof verdicts !== 'object' || verdicts === null) return null;
  const known = Object.entries(verdicts).filter((one): one is [string, Verdict] => Object.hasOwn(verdictWords, one[1]));
  return { engine, policy, mode, asOf, verdicts: Object.fromEntries(known) };
}
