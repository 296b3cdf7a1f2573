/** Going on where Excel refuses one of many things. */
import { HostError } from './host.ts';
import { sync } from './syncs.ts';

const refusals: ReadonlySet<string> = new Set(['failed', 'gone', 'denied', 'other_sheet']);

/** Refused for something that was asked, not for the state that Excel is in: asked for less, it may agree. */
export function isRefusal(error: unknown): boolean {
  return error instanceof HostError && refusals.has(error.code);
}

/**
 * Asks for all at once; where Excel refuses, for each half by itself, so that one that cannot be read hides no other.
 * Null for those. `queue` must change nothing, for it is called again.
 */
export async function askEach<Of, Got>(
  context: Excel.RequestContext,
  all: readonly Of[],
  queue: (one: Of) => Got,
  isLeftOut: (error: unknown) => boolean = isRefusal,
  signal?: AbortSignal,
): Promise<(Got | null)[]> {
  if (all.length === 0) return [];
  const queued = all.map(queue);
  try {
    await sync(context, signal);
    return queued;
  } catch (error) {
    if (!isLeftOut(error)) throw error;
  }
  if (all.length === 1) return [null];
  const half = Math.ceil(all.length / 2);
  const first = await askEach(context, all.slice(0, half), queue, isLeftOut, signal);
  return [...first, ...(await askEach(context, all.slice(half), queue, isLeftOut, signal))];
}

/** Null for chart sheets and macro sheets, which have no cells to be asked about. */
export function askSheets<Got>(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  queue: (sheet: Excel.Worksheet) => Got,
  signal?: AbortSignal,
): Promise<(Got | null)[]> {
  return askEach(context, sheets, queue, hasNoCells, signal);
}

function hasNoCells(error: unknown): boolean {
  return error instanceof HostError && error.code === 'other_sheet';
}

/** Does what the result does not depend on: together, and where Excel refuses, each by itself. True when all of it was done. */
export async function atBest(context: Excel.RequestContext, pieces: readonly (() => void)[]): Promise<boolean> {
  if (pieces.length === 0) return true;
  try {
    for (const piece of pieces) piece();
    if (await isDone(context)) return true;
    for (const piece of pieces) {
      piece();
      await isDone(context);
    }
  } catch {
    // Not now: a cell is being edited.
  }
  return false;
}

/** Frozen rows fail in the same words on an old Excel as with another workbook in front (office-js #2196, #771). */
async function isDone(context: Excel.RequestContext): Promise<boolean> {
  try {
    return await isTaken(context);
  } catch (error) {
    if (error instanceof HostError && error.code === 'inactive') return false;
    throw error;
  }
}

/** Sends what was queued; false where Excel refuses it. Throws HostError for the state that it is in. */
export async function isTaken(context: Excel.RequestContext): Promise<boolean> {
  try {
    await sync(context);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}
