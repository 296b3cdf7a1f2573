/** Findings as they are listed, and the way from one to the next. */
import { likeFindings } from '../../shared/model/like-findings.ts';
import type { Finding, Severity, Since } from '../../shared/model.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** So many like findings are folded. */
const many = 4;

/** One finding, or many like ones that are one line until it is opened. */
export type Group = readonly [Finding, ...Finding[]];

/** The gravest first, without those that are filtered out. */
export function listedFindings(
  findings: readonly Finding[],
  { hidden, since: kind }: Pick<Whereabouts, 'hidden' | 'since'>,
  since: Since | null,
): readonly Group[] {
  const shown = kind && since ? findings.filter(({ key }) => since[kind].has(key)) : findings;
  return severities
    .filter((severity) => !hidden.includes(severity))
    .flatMap((severity) => likeFindings(shown.filter((finding) => finding.severity === severity)))
    .flatMap((group) => (group.length < many ? group.map((one) => [one]) : [group])) as unknown as readonly Group[];
}

export const findingName = ({ key, at }: Finding) => `finding|${key}|${at.sheet}|${at.address}`;

export const groupName = ([{ rule, at, field }]: Group) => `like|${rule}|${at.sheet}|${field}`;

interface Step {
  readonly group: Group;
  readonly finding: Finding;
  readonly index: number;
}

/**
 * The next one, or with -1 the one before, that is not dealt with; null where there is none. Where the one that was come to
 * last stands no longer, the next is what came into its place.
 */
export function stepFrom(
  groups: readonly Group[],
  { at, dealtWith }: Pick<Whereabouts, 'at' | 'dealtWith'>,
  by: 1 | -1,
): Step | null {
  const steps = groups.flatMap((group) => group.map((finding) => ({ group, finding })));
  const here = at ? steps.findIndex(({ finding }) => findingName(finding) === at.name) : -1;
  const gone = at ? at.index : 0;
  const dealt = new Set(dealtWith);
  let index = here >= 0 ? here + by : by > 0 ? gone : gone - 1;
  while (steps[index] && dealt.has(steps[index]!.finding.key)) index += by;
  const step = steps[index];
  return step ? { ...step, index } : null;
}
