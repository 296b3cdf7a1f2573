/** An opened workbook, and what of it tests and the console see as `preview`. */
import { type BatchHost, openBatchHost } from './batch/host.ts';
import type { Grid } from './univer/grid.ts';
import type { Workbook } from './workbook.ts';
import { saveWorkbook } from './xlsx/save.ts';

export interface Opened {
  readonly workbook: Workbook;
  readonly host: BatchHost;
  /** Once it is on show. */
  grid: Grid | null;
}

export interface Preview extends Opened {
  /** Puts a file in the place of the workbook. */
  open(bytes: Uint8Array, name: string): Promise<void>;
  save(): Promise<Uint8Array>;
}

declare global {
  var preview: Preview | undefined;
}

export function present(workbook: Workbook, open: Preview['open']): Opened {
  const host = openBatchHost(workbook);
  const opened: Preview = { workbook, host, grid: null, open, save: () => saveWorkbook(workbook) };
  const { execute } = host;
  // The pane hears of what it did when it is on show.
  host.execute = (body) => (opened.grid ? opened.grid.write(() => execute(body)) : execute(body));
  globalThis.preview = opened;
  return opened;
}
