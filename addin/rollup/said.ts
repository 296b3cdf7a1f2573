/** What people say beside the files, put to what they said before. */
import type { FileSaid, JudgedPoints, Mode, RollupOptions } from '../../shared/model.ts';

/** By file and by member; a received date of '' is taken back, and a list takes the place of the list before. */
export function withSaid(before: RollupOptions, more: RollupOptions): RollupOptions {
  return {
    ...before,
    ...more,
    ...(more.files && { files: merged(before.files ?? {}, more.files) }),
    ...(more.chosen && { chosen: { ...before.chosen, ...more.chosen } }),
  };
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

/** Of each unit and item what was given last. */
export function withPoints(before: readonly JudgedPoints[], given: readonly JudgedPoints[]): readonly JudgedPoints[] {
  return [...new Map([...before, ...given].map((one) => [`${one.key} ${one.item}`, one])).values()];
}
