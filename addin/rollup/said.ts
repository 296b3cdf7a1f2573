/** What people say beside the files, put to what they said before. */
import type { FileSaid, JudgedPoints, Mode, RollupOptions } from '../../shared/model.ts';

export interface Said extends RollupOptions {
  /** 报送截止 of the evaluation that is not rolled up now. */
  readonly otherDue?: string;
}

/**
 * By file and by member; a received date of '' is taken back, and a list takes the place of the list before. Each evaluation
 * has its own 报送截止: whoever handed in for the final one would be late by that of mid-term.
 */
export function withSaid(before: Said, more: RollupOptions): Said {
  return {
    ...(more.mode === undefined || more.mode === before.mode ? before : turned(before)),
    ...more,
    ...(more.files && { files: merged(before.files ?? {}, more.files) }),
    ...(more.chosen && { chosen: { ...before.chosen, ...more.chosen } }),
  };
}

/** There are two evaluations, and the one that is said now is another than was rolled up, whether that was said or not. */
function turned({ due, otherDue, ...others }: Said): Said {
  return { ...others, ...(otherDue && { due: otherDue }), ...(due && { otherDue: due }) };
}

type Files = Readonly<Record<string, FileSaid>>;

function merged(before: Files, more: Files): Files {
  const both = Object.entries(more).map(([path, said]) => {
    const { unit, ...others } = before[path] ?? {};
    const units = unit || said.unit ? { unit: { ...unit, ...said.unit } } : {};
    const { received, ...rest } = { ...others, ...said, ...units };
    return [path, received ? { ...rest, received } : rest] as const;
  });
  return { ...before, ...Object.fromEntries(both) };
}

/** As which evaluation a file is judged; `spoken` is that of its own words. */
export const modeBy = (said: RollupOptions, path: string, spoken: Mode | null): Mode =>
  said.files?.[path]?.time ?? spoken ?? said.mode ?? 'final';

/** As of which day a file of this evaluation is judged, an ISO date; undefined for that of the policy. */
export const dayBy = (said: RollupOptions, mode: Mode): string | undefined =>
  (said.mode ?? mode) === mode ? said.asOf : undefined;

/** Of each unit, item and evaluation what was given last. */
export function withPoints(before: readonly JudgedPoints[], given: readonly JudgedPoints[]): readonly JudgedPoints[] {
  return [...new Map([...before, ...given].map((one) => [`${one.key} ${one.item} ${one.mode}`, one])).values()];
}

/** What this machine kept, without points that do not say in which evaluation they were given: nobody guesses it; and how many they are. */
export function withKnownPoints(kept: RollupOptions): { readonly said: RollupOptions; readonly dropped: number } {
  const { judged = [] } = kept;
  const known = judged.filter(({ mode }) => mode !== undefined);
  const dropped = judged.length - known.length;
  return { said: dropped > 0 ? { ...kept, judged: known } : kept, dropped };
}
