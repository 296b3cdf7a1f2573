/** 核实说明 and 结论 as they are given in the pane: shown at once, kept in the workbook as soon as it takes them. */
import { type Dispatch, useRef } from 'react';
import { withExplained } from '../shared/model/explanations.ts';
import type { Confirmed, Explanation } from '../shared/model.ts';
import type { Host } from './host/host.ts';
import { unkeptNotice } from './messages.ts';
import type { Action, State } from './panes/states.ts';

export interface Unkept {
  /** With what was said here and is not in the workbook yet. */
  readonly withUnkept: (explanations: readonly Explanation[]) => readonly Explanation[];
  /** Tries again. Throws HostError. */
  readonly keep: () => Promise<void>;
  readonly forget: () => void;
}

/** A save that fails is made up for by the next one, by the next check, or by writing. */
export function useUnkept(host: Host): Unkept & {
  readonly add: (changed: readonly Explanation[], secret: string) => void;
} {
  const said = useRef<{ readonly secret: string; readonly explanations: readonly Explanation[] } | null>(null);
  return {
    add(changed, secret) {
      const keys = new Set(changed.map(({ key }) => key));
      const before = said.current?.explanations.filter(({ key }) => !keys.has(key)) ?? [];
      said.current = { secret, explanations: [...before, ...changed] };
    },
    withUnkept: (explanations) => withExplained(explanations, said.current?.explanations ?? []),
    async keep() {
      const given = said.current;
      if (!given) return;
      await host.saveExplanations(given.explanations, given.secret);
      // What was said since is being kept by itself.
      if (said.current === given) said.current = null;
    },
    forget() {
      said.current = null;
    },
  };
}

interface Saying {
  readonly host: Host;
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  /** Under which the keys on show were made; undefined before there are any. */
  readonly secret: () => string | undefined;
  readonly unkept: ReturnType<typeof useUnkept>;
}

export function sayingsOn({ host, state, dispatch, secret, unkept }: Saying) {
  return {
    explain(changed: readonly Explanation[]) {
      const under = secret();
      if (under === undefined) return;
      dispatch({ type: 'explained', explanations: withExplained(state.explanations, changed) });
      unkept.add(changed, under);
      unkept.keep().catch((error) => dispatch({ type: 'told', notice: unkeptNotice(error, '核实说明') }));
    },
    /** Shown as confirmed only once the workbook has it. */
    async confirm(confirmed: readonly Confirmed[]) {
      try {
        await host.saveConfirmed(confirmed);
        dispatch({ type: 'confirmed', confirmed });
      } catch (error) {
        dispatch({ type: 'told', notice: unkeptNotice(error, '结论') });
      }
    },
  };
}
