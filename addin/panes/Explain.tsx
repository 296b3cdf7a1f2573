import { createContext, use } from 'react';
import type { Explanation } from '../../shared/model.ts';

/** What the pane knows of 核实说明, for wherever a finding or a gap is shown. */
export interface Explaining {
  readonly explanations: readonly Explanation[];
  readonly busy: boolean;
  /** In the place of those of before. */
  readonly onExplain: (explanations: readonly Explanation[]) => void;
}

export const ExplainingContext = createContext<Explaining>({ explanations: [], busy: false, onExplain: () => {} });

/** 核实说明 of the finding or gap of this key. */
export function Explain({ of }: { readonly of: Pick<Explanation, 'key' | 'about'> }) {
  const { explanations } = use(ExplainingContext);
  const said = explanations.find(({ key }) => key === of.key);
  return said ? <p className="explanation">核实说明：{said.text}</p> : null;
}
