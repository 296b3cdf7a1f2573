/** Findings of one rule on one field of one sheet: one mistake, made over and over. */
import type { Finding } from './contract.ts';

/** In groups, each where its first finding stood. */
export function likeFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}|${finding.at.sheet}|${finding.field}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
