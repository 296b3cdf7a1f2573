/** What the pane does on opening, and what it hears of the workbook from then on. */
import { type Dispatch, useEffect, useEffectEvent } from 'react';
import { type Host, HostError } from './host/host.ts';
import { failureNotice } from './messages.ts';
import type { Action } from './panes/states.ts';

/** `begin` runs once for each host. */
export function useOpening(host: Host, dispatch: Dispatch<Action>, begin: () => void): void {
  const beginning = useEffectEvent(begin);
  useEffect(() => {
    const stop = watch(host, dispatch);
    beginning();
    return stop;
  }, [host, dispatch]);
}

/** Selections and changes, until the function that is returned is called. */
function watch(host: Host, dispatch: Dispatch<Action>): () => void {
  let over = false;
  let unwatch: (() => Promise<void>) | null = null;
  host
    .watch(
      (place) => dispatch({ type: 'selected', place }),
      () => dispatch({ type: 'changed' }),
    )
    .then(
      (stop) => {
        if (over) void stop();
        else unwatch = stop;
      },
      (error) => {
        // Everything else shows when it matters; that nothing will work here is said at once.
        if (error instanceof HostError && error.code === 'unsupported') {
          dispatch({ type: 'told', notice: failureNotice(error, 'check') });
        }
      },
    );
  return () => {
    over = true;
    void unwatch?.();
  };
}
