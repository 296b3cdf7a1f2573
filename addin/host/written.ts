/** What was last written into the workbook, kept beside our sheets. */
import { type ByMode, byMode, isOfKind, type Kind } from '../../shared/model/kinds.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import { verdictWords } from '../../shared/model/words.ts';
import { stoodFrom } from '../../shared/model/written.ts';
import type { Before, Marked, Mode, Verdict, Written } from '../../shared/model.ts';

/** What is to be kept, by evaluation; undefined for nothing. */
export function writtenToKeep(written: ByMode<Before>): Readonly<Record<string, Written>> | undefined {
  const known = Object.entries(written).filter(
    (one): one is [string, Written] => one[1] !== null && one[1] !== 'older',
  );
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** Null where no marks stand, or a version wrote that did not keep it. */
export function markedIn(kept: Readonly<Record<string, unknown>>): Marked | null {
  const one = kept[settingKeys.marked];
  if (typeof one !== 'object' || one === null) return null;
  const { policy, mode, asOf, on, marks } = one as Readonly<Record<string, unknown>>;
  if (typeof policy !== 'string' || (mode !== 'midterm' && mode !== 'final')) return null;
  if (!isDate(asOf) || typeof marks !== 'string') return null;
  return { policy, mode, asOf, on: isDate(on) ? on : null, marks };
}

/**
 * The file has been through other hands. A version that had one sheet for both evaluations kept the verdicts of one; of a
 * 差距清单 among `own` of whose verdicts nothing of a shape is kept, an older version was the writer.
 */
export function writtenIn(kept: unknown, own: readonly Kind[]): ByMode<Before> {
  return byMode((mode) => {
    const each = [(kept as Partial<Record<Mode, unknown>> | null | undefined)?.[mode], kept].map(formed);
    const written = each.find((one) => one?.mode === mode);
    return written ?? (own.some((one) => isOfKind(one, { role: 'gaps', mode })) ? 'older' : null);
  });
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
