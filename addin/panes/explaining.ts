import { createContext } from 'react';
import type { Evaluation, Explanation } from '../../shared/model.ts';

/** What the pane knows of 核实说明, for wherever a finding or a gap is shown. */
export interface Explaining {
  /** Null where nothing is on show. */
  readonly evaluation: Evaluation | null;
  readonly explanations: readonly Explanation[];
  readonly busy: boolean;
  /** In the place of what was said under the same keys; one without words is taken back. */
  readonly onExplain: (changed: readonly Explanation[]) => void;
}

export const ExplainingContext = createContext<Explaining>({
  evaluation: null,
  explanations: [],
  busy: false,
  onExplain: () => {},
});
