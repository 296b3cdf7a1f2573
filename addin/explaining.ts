/** 核实说明 and 结论 as they are given in the pane: shown at once, kept in the workbook as soon as it takes them. */
import { type Dispatch, useRef } from 'react';
import { conclusionOf } from '../shared/model/conclusions.ts';
import { keyedToday } from '../shared/model/explanation-keys.ts';
import { withExplained } from '../shared/model/explanations.ts';
import type { Confirmed, Evaluation, Explanation } from '../shared/model.ts';
import { type Host, HostError } from './host/host.ts';
import { unkeptNotice, unlikeNotice } from './messages.ts';
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
  /** `held`: what the pane knew before. */
  readonly add: (changed: readonly Explanation[], secret: string, held: readonly Explanation[]) => void;
} {
  const said = useRef<{
    readonly secret: string;
    readonly explanations: readonly Explanation[];
    readonly held: readonly Explanation[];
  } | null>(null);
  return {
    add(changed, secret, held) {
      const keys = new Set(changed.map(({ key }) => key));
      const before = said.current?.explanations.filter(({ key }) => !keys.has(key)) ?? [];
      said.current = { secret, explanations: [...before, ...changed], held: said.current?.held ?? held };
    },
    withUnkept: (explanations) => withExplained(explanations, said.current?.explanations ?? []),
    async keep() {
      const given = said.current;
      if (!given) return;
      try {
        await host.saveExplanations(given.explanations, given.secret, given.held);
      } catch (error) {
        // Somebody wrote there since: theirs stays, and the next check tells it.
        if (error instanceof HostError && error.code === 'changed' && said.current === given) said.current = null;
        throw error;
      }
      // What was said since is being kept by itself.
      if (said.current === given) said.current = null;
    },
    forget() {
      said.current = null;
    },
  };
}

/** Whether the conclusion is. */
function isSame(evaluation: Evaluation, one: readonly Explanation[], other: readonly Explanation[]): boolean {
  const [first, second] = [one, other].map((each) => JSON.stringify(conclusionOf(evaluation, each)));
  return first === second;
}

interface Saying {
  readonly host: Host;
  readonly state: State;
  readonly dispatch: Dispatch<Action>;
  /** What is on show, and under which secret its keys were made; null before there is anything. */
  readonly checked: () => { readonly secret: string; readonly evaluation: Evaluation } | null;
  readonly unkept: ReturnType<typeof useUnkept>;
}

export function sayingsOn({ host, state, dispatch, checked, unkept }: Saying) {
  /** What people wrote into our sheets up to now. */
  async function explanationsNow(evaluation: Evaluation): Promise<readonly Explanation[]> {
    const { explanations } = await host.read();
    return keyedToday(unkept.withUnkept(explanations[evaluation.mode]), evaluation);
  }

  return {
    explain(changed: readonly Explanation[]) {
      const under = checked()?.secret;
      if (under === undefined) return;
      dispatch({ type: 'explained', explanations: withExplained(state.explanations, changed) });
      unkept.add(changed, under, state.explanations);
      unkept.keep().catch((error) => dispatch({ type: 'told', notice: unkeptNotice(error, '核实说明') }));
    },
    /** Shown as confirmed only once the workbook has it, and only what its sheets say too: nobody tells of what is typed there. */
    async confirm(confirmed: readonly Confirmed[]) {
      try {
        const evaluation = checked()?.evaluation;
        const isGiven = confirmed.some((one) => !state.confirmed.includes(one));
        const explanations = evaluation && isGiven ? await explanationsNow(evaluation) : null;
        if (evaluation && explanations && !isSame(evaluation, explanations, state.explanations)) {
          dispatch({ type: 'explained', explanations });
          return dispatch({ type: 'told', notice: unlikeNotice() });
        }
        await host.saveConfirmed(confirmed);
        dispatch({ type: 'confirmed', confirmed });
      } catch (error) {
        dispatch({ type: 'told', notice: unkeptNotice(error, '结论') });
      }
    },
  };
}
