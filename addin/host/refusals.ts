/** Going on where Excel refuses one of many things. */
import { HostError } from './host.ts';
import { sync } from './syncs.ts';

/** Refused for something that was asked, not for the state that Excel is in: asked for less, it may agree. */
export function isRefusal(error: unknown): boolean {
  return error instanceof HostError && (error.code === 'failed' || error.code === 'gone');
}

/**
 * Asks for all at once; where Excel refuses, for each half by itself, so that one that cannot be read hides no other.
 * Null for those. `queue` must change nothing, for it is called again.
 */
export async function askEach<Of, Got>(
  context: Excel.RequestContext,
  all: readonly Of[],
  queue: (one: Of) => Got,
): Promise<(Got | null)[]> {
  if (all.length === 0) return [];
  const queued = all.map(queue);
  try {
    await sync(context);
    return queued;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (all.length === 1) return [null];
    const half = Math.ceil(all.length / 2);
    const first = await askEach(context, all.slice(0, half), queue);
    return [...first, ...(await askEach(context, all.slice(half), queue))];
  }
}

/** Does all of what the result does not depend on: together, and where Excel refuses, each by itself. Throws HostError only for its state. */
export async function atBest(context: Excel.RequestContext, pieces: readonly (() => void)[]): Promise<void> {
  for (const piece of pieces) piece();
  try {
    await sync(context);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    for (const piece of pieces) {
      piece();
      await sync(context).catch((refused: unknown) => {
        if (!isRefusal(refused)) throw refused;
      });
    }
  }
}
