/**
 * What the pane holds through being opened anew, which a button of the ribbon may do: on this machine, for the session, by the
 * workbook. Keys of findings, their secret and names of sheets are in it, nothing of what stands in cells.
 */
import type { State, Task } from './panes/states.ts';

export interface Held extends Pick<State, 'whereabouts' | 'book'> {
  /** By which findings have their keys; null before the first check. */
  readonly secret: string | null;
  /** What was under way. */
  readonly task: Task | null;
}

export interface Memory {
  /** Null where nothing is held, or it cannot be had. */
  recall(): Held | null;
  hold(held: Held): void;
}

const KEY = 'ssld.pane';
/** Another shape is another version's. */
const VERSION = 1;

/** Storage may be switched off, or full: then the pane begins where it always begins. */
export function sessionMemory(): Memory {
  return {
    recall() {
      try {
        const { version, ...held } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
        return version === VERSION ? (held as Held) : null;
      } catch {
        return null;
      }
    },
    hold(held) {
      try {
        sessionStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...held }));
      } catch {
        // Nothing else depends on it.
      }
    },
  };
}
