/** Folders that `npm run summarize` wrote into before, known by their rollup.json. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROLLUP = 'rollup.json';

/** What a roll-up of before was made of. */
export interface Earlier {
  /** Paths of its files, as they stand in it. */
  readonly files: readonly string[];
}

/** Null where the folder holds no roll-up of ours, be it that its rollup.json is somebody else's. */
export function earlierIn(folder: string): Earlier | null {
  const path = join(folder, ROLLUP);
  if (!existsSync(path)) return null;
  try {
    const { schema, units }: { schema?: unknown; units?: unknown } = JSON.parse(readFileSync(path, 'utf8'));
    return schema === 'rollup/1' && Array.isArray(units) ? { files: units.flatMap(fileOf) } : null;
  } catch {
    return null;
  }
}

function fileOf(unit: unknown): readonly string[] {
  const file = typeof unit === 'object' && unit !== null && 'file' in unit ? unit.file : null;
  return typeof file === 'string' ? [file] : [];
}
