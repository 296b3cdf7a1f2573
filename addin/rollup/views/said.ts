/** What a person has said of files, with one more thing. */

import type { FileSaid, Mode, RollupOptions } from '../../../shared/model.ts';
import { versionsKey } from '../../../shared/rollup/keys.ts';

export function saidOfFile(said: RollupOptions, path: string, part: Partial<FileSaid>): RollupOptions {
  return { files: { ...said.files, [path]: { ...said.files?.[path], ...part } } };
}

/** Of several files of one unit and time this one counts. */
export function saidToCount(said: RollupOptions, key: string, time: Mode, path: string): RollupOptions {
  return { chosen: { ...said.chosen, [versionsKey(key, time)]: path } };
}
