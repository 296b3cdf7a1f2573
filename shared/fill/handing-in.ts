/** 报送: what keeps a workbook from being handed in, and what is to be explained before. */
import { type Explanation, explanationsByKey, lackOf } from '../model/explanations.ts';
import type { Evaluation, Finding } from '../model.ts';

export interface HandingIn {
  /** To be put right, whatever is said of them. */
  readonly blocking: readonly Finding[];
  /** To be put right, or to be explained. */
  readonly open: readonly Finding[];
  readonly explained: readonly Finding[];
  /** What the office did not accept. */
  readonly refused: readonly { readonly finding: Finding; readonly explanation: Explanation }[];
}

/** Of lines that were taken for examples: what was typed over one counts for nothing, which nobody wants who hands in. */
const notCounted = 'N050';

/** `made`: names of the sheets that were made from a template. */
export function handingIn(
  { findings }: Evaluation,
  explanations: readonly Explanation[],
  made: readonly string[] = [],
): HandingIn {
  const said = explanationsByKey(explanations);
  const isExplained = ({ key }: Finding) => {
    const one = said.get(key);
    return one !== undefined && lackOf(one) === null;
  };
  const warnings = findings.filter(
    ({ severity, rule, at }) => severity === 'warning' || (rule === notCounted && made.includes(at.sheet)),
  );
  return {
    blocking: findings.filter(({ severity }) => severity === 'error'),
    open: warnings.filter((one) => !isExplained(one)),
    explained: warnings.filter(isExplained),
    refused: warnings.flatMap((finding) => {
      const explanation = said.get(finding.key);
      return explanation && lackOf(explanation) === 'refused' ? [{ finding, explanation }] : [];
    }),
  };
}
