/** What was last written into the workbook, kept beside our sheets. */
import { verdictWords } from '../../shared/model/words.ts';
import { stoodFrom } from '../../shared/model/written.ts';
import type { Before, Verdict, Written } from '../../shared/model.ts';

/** What is to be kept; undefined for nothing: what is not of a shape is of a version that kept none. */
export function writtenToKeep(written: Before): Written | undefined {
  return written !== null && written !== 'older' ? written : undefined;
}

/** The file has been through other hands. `hasGaps`: a 差距清单 of ours is there. */
export function writtenIn(kept: unknown, hasGaps: boolean): Before {
  return formed(kept) ?? (hasGaps ? 'older' : null);
}

function formed(kept: unknown): Written | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { engine, policy, mode, asOf, on, verdicts, findings } = kept as Readonly<Record<string, unknown>>;
  if (typeof engine !== 'string' || typeof policy !== 'string' || typeof asOf !== 'string') return null;
  if (mode !== 'midterm' && mode !== 'final') return null;
  if (!isDate(asOf) || typeof verdicts !== 'object' || verdicts === null) return null;
  const known = Object.entries(verdicts).filter((one): one is [string, Verdict] => Object.hasOwn(verdictWords, one[1]));
  return {
    engine,
    policy,
    mode,
    asOf,
    on: isDate(on) ? on : null,
    verdicts: Object.fromEntries(known),
    findings: stoodFrom(findings),
  };
}

const isDate = (kept: unknown): kept is string => typeof kept === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(kept);
