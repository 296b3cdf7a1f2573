/** What people say beside the files, put to what they said before. */
import type { FileSaid, RollupOptions } from '../../shared/model.ts';

/** By file and by member; of a unit's figure, and of points, what was said last. */
export function withSaid(before: RollupOptions, more: RollupOptions): RollupOptions {
  return {
    ...before,
    ...more,
    ...(more.files && { files: merged(before.files ?? {}, more.files) }),
    ...(more.chosen && { chosen: { ...before.chosen, ...more.chosen } }),
    ...(more.baseline && { baseline: latest(before.baseline ?? [], more.baseline, ({ key, id }) => `${key} ${id}`) }),
    ...(more.judged && { judged: latest(before.judged ?? [], more.judged, ({ key, item }) => `${key} ${item}`) }),
  };
}

type Files = Readonly<Record<string, FileSaid>>;

function merged(before: Files, more: Files): Files {
  const both = Object.entries(more).map(([path, said]) => {
    const { unit, ...others } = before[path] ?? {};
    const units = unit || said.unit ? { unit: { ...unit, ...said.unit } } : {};
    return [path, { ...others, ...said, ...units }] as const;
  });
  return { ...before, ...Object.fromEntries(both) };
}

function latest<Of>(before: readonly Of[], more: readonly Of[], keyOf: (one: Of) => string): readonly Of[] {
  return [...new Map([...before, ...more].map((one) => [keyOf(one), one])).values()];
}
