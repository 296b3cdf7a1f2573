/** Paths as the disk knows them: two names of one folder are the same. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** Without links, in the disk's own spelling; of what is not there yet, the part that is. */
export function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), basename(path));
  }
}

export function isInside(folder: string, path: string): boolean {
  return realOf(path).startsWith(realOf(folder) + sep);
}
