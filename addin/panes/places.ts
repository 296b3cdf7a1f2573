/** Which findings and gaps stand where the person has put the cursor. */
import { parseAddress } from '../../shared/model/addresses.ts';
import type { Evaluation, Finding, Indicator, Place } from '../../shared/model.ts';

export interface Said {
  readonly findings: readonly Finding[];
  readonly indicators: readonly Indicator[];
}

/** What is said about a place; nothing about whole rows, columns or sheets, which would say everything at once. */
export function saidAbout(place: Place, evaluation: Evaluation): Said {
  const selected = parseAddress(place.address);
  if (!selected || selected.bottom - selected.top > 200 || selected.right - selected.left > 50) {
    return { findings: [], indicators: [] };
  }
  const here = (at: Place | null) => {
    if (at?.sheet !== place.sheet) return false;
    const marked = parseAddress(at.address);
    return (
      marked !== null &&
      marked.top <= selected.bottom &&
      marked.bottom >= selected.top &&
      marked.left <= selected.right &&
      marked.right >= selected.left
    );
  };
  return {
    findings: evaluation.findings.filter((finding) => here(finding.at)),
    indicators: evaluation.indicators.filter((indicator) => isOpen(indicator) && here(indicator.at)),
  };
}

/** Indicators that ask for something to be done. */
export const isOpen = ({ verdict }: Indicator) =>
  verdict === 'unmet' || verdict === 'behind' || verdict === 'to_verify';
