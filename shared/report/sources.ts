/** Where figures and findings come from: what a footnote leads to. */
import type { Evaluation, Evidence, Place } from '../model.ts';
import type { Binding, FindingName, IndicatorName, Source } from './papers.ts';
import { nameOf } from './tokens.ts';

/** Of every indicator that was computed from cells, and of every finding. */
export function sourcesIn({ indicators, findings }: Evaluation): readonly Source[] {
  return [
    ...indicators
      .map((one) => ({ of: nameOf(one), evidence: one.evidence }))
      .filter(({ evidence }) => evidence.length > 0),
    ...findings.map(({ key, at, related }) => ({ of: { finding: key }, evidence: [at, ...related].map(asSource) })),
  ];
}

/** Null for what no cell holds: counts, points, dates, and figures of what is missing. */
export function sourceOf(name: Binding | FindingName, sources: readonly Source[]): Source | null {
  const same = 'finding' in name ? isFinding(name) : 'indicator' in name ? isIndicator(name) : () => false;
  return sources.find(same) ?? null;
}

const isFinding =
  ({ finding }: FindingName) =>
  ({ of }: Source) =>
    'finding' in of && of.finding === finding;

const isIndicator =
  ({ indicator, entity, basis }: IndicatorName) =>
  ({ of }: Source) =>
    'indicator' in of && of.indicator === indicator && of.entity === entity && of.basis === basis;

function asSource({ sheet, address }: Place): Evidence {
  return { sheet, address, role: 'source' };
}
