/** What is asked of every sheet at once, though some have no cells to be asked about. */
import { HostError } from './host.ts';
import { sync } from './syncs.ts';

/** Null for chart sheets and macro sheets, on which Excel refuses the whole of a request. `queue` may be called again. */
export async function askSheets<Got>(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  queue: (sheet: Excel.Worksheet) => Got,
  signal?: AbortSignal,
): Promise<(Got | null)[]> {
  const queued = sheets.map(queue);
  try {
    await sync(context, signal);
    return queued;
  } catch (error) {
    if (!(error instanceof HostError && error.code === 'other_sheet') || sheets.length === 0) throw error;
    if (sheets.length === 1) return [null];
    const half = Math.ceil(sheets.length / 2);
    const first = await askSheets(context, sheets.slice(0, half), queue, signal);
    return [...first, ...(await askSheets(context, sheets.slice(half), queue, signal))];
  }
}
