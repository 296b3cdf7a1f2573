/**
 * What the pane holds through being opened anew, which a button of the ribbon may do: on this machine, for the session, by the
 * workbook. Keys of findings, their secret and names of sheets are in it, nothing of what stands in cells.
 */
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { Job } from './panes/jobs.ts';
import type { State, Task } from './panes/states.ts';

export interface Held extends Pick<State, 'whereabouts' | 'book'> {
  /** By which findings have their keys; null before the first check. */
  readonly secret: string | null;
  /** What was under way. */
  readonly task: Task | null;
}

/** Where the person was among the jobs of the pane. */
export interface Gone {
  readonly job: Job;
  /** Gone to since the session began. */
  readonly been: readonly Job[];
}

export interface Memory<What = Held> {
  /** Null where nothing is held, or it cannot be had. */
  recall(): What | null;
  hold(what: What): void;
}

export const sessionMemory = (): Memory => memoryUnder<Held>('ssld.pane');

export const jobMemory = (): Memory<Gone> => memoryUnder<Gone>('ssld.jobs');

/** As useState, for what was chosen among things that anybody may see. It is kept as JSON; two of one key begin alike. */
export function useHeld<What>(key: string, first: What): readonly [What, Dispatch<SetStateAction<What>>] {
  const [memory] = useState(() => memoryUnder<{ readonly what: What }>(`ssld.${key}`));
  const [what, setWhat] = useState(() => memory.recall()?.what ?? first);
  useEffect(() => memory.hold({ what }), [memory, what]);
  return [what, setWhat];
}

/** Another shape is another version's. */
const VERSION = 1;

/** Storage may be switched off, or full: then the pane begins where it always begins. */
function memoryUnder<What extends object>(key: string): Memory<What> {
  return {
    recall() {
      try {
        const { version, ...held } = JSON.parse(sessionStorage.getItem(key) ?? '{}');
        return version === VERSION ? (held as What) : null;
      } catch {
        return null;
      }
    },
    hold(what) {
      try {
        sessionStorage.setItem(key, JSON.stringify({ version: VERSION, ...what }));
      } catch {
        // Nothing else depends on it.
      }
    },
  };
}
