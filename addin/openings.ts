/** What the pane does on opening, what it hears of the workbook from then on, and what it does when the person comes back to it. */
import { type Dispatch, useEffect, useEffectEvent, useRef } from 'react';
import { type Host, HostError } from './host/host.ts';
import { failureNotice } from './messages.ts';
import type { Action, Command, State } from './panes/states.ts';

/** `begin` runs once for each host. */
export function useOpening(host: Host, dispatch: Dispatch<Action>, { doing }: State, begin: () => void): void {
  const beginning = useEffectEvent(begin);
  const watching = useRef<Watching | null>(null);
  useEffect(() => {
    const watched = watch(host, dispatch);
    watching.current = watched;
    beginning();
    return watched.stop;
  }, [host, dispatch]);
  const isChecking = doing?.task === 'check';
  useEffect(() => {
    if (isChecking) watching.current?.tryAgain();
  }, [isChecking]);
}

/**
 * Takes up what failed because another workbook was in front, once the person is back; not a second time for the same
 * wish of theirs. What it returns is to be called with each of those.
 */
export function useReturn({ notice }: State, command: (name: Command) => void): () => void {
  const isWished = useRef(true);
  const takeUp = useEffectEvent(command);
  const onReturn = notice?.onReturn;
  useEffect(() => {
    if (!onReturn) return;
    const back = () => {
      if (!isWished.current) return;
      isWished.current = false;
      takeUp(onReturn);
    };
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [onReturn]);
  return () => {
    isWished.current = true;
  };
}

interface Watching {
  /** Where it could not begin, for a cell was being edited or another workbook was in front. */
  readonly tryAgain: () => void;
  readonly stop: () => void;
}

/** Selections and changes, from now or from the next time on that the pane gets the focus. */
function watch(host: Host, dispatch: Dispatch<Action>): Watching {
  let isOver = false;
  let isAsked = false;
  let unwatch: (() => Promise<void>) | null = null;
  const begin = async () => {
    if (isOver || isAsked) return;
    isAsked = true;
    try {
      const stop = await host.watch(
        (place) => dispatch({ type: 'selected', place }),
        () => dispatch({ type: 'changed' }),
      );
      if (isOver) void stop();
      else unwatch = stop;
    } catch (error) {
      // Everything else shows when it matters; that nothing will work here is said at once.
      if (error instanceof HostError && error.code === 'unsupported')
        dispatch({ type: 'told', notice: failureNotice(error, 'check') });
      else isAsked = false;
    }
  };
  const tryAgain = () => void begin();
  window.addEventListener('focus', tryAgain);
  tryAgain();
  return {
    tryAgain,
    stop() {
      isOver = true;
      window.removeEventListener('focus', tryAgain);
      void unwatch?.();
    },
  };
}
