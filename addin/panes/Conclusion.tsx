import type { Confirmed, Evaluation, Explanation } from '../../shared/model.ts';

export interface ConclusionProps {
  readonly evaluation: Evaluation;
  readonly explanations: readonly Explanation[];
  readonly confirmed: readonly Confirmed[];
  readonly busy: boolean;
  /** In the place of those of before. */
  readonly onConfirm: (confirmed: readonly Confirmed[]) => void;
}

/** 结论 in one line, and its confirmation. */
export function Conclusion({ evaluation, confirmed }: ConclusionProps) {
  const held = confirmed.find(({ mode, policy }) => mode === evaluation.mode && policy === evaluation.policy.id);
  return held ? <p className="conclusion">{held.office}</p> : null;
}
