/**
 * What the mid-term evaluation found of a unit, and asked to be put right: one list, for the notice, for the ledger that the unit
 * fills in, and for what comes back. Each issue has a number that is reckoned from the unit and from what it is about, so that it
 * is the same however often the list is made.
 */
import type { Evaluation, Finding, Indicator, Verdict } from './contract.ts';
import { comparable } from './identifiers.ts';
import { lacking, missingByReason } from './missing.ts';
import { redRules } from './red.ts';

/** 立即整改 · 数据问题 · 指标问题 · 材料问题. */
export type IssueKind = 'red' | 'data' | 'indicator' | 'material';

export type Issue = { /** `ZG-7K2MX-4QX9`. */ readonly number: string } & About;

export type About =
  | {
      readonly kind: 'indicator' | 'material';
      readonly about: 'indicator';
      /** Unmet, behind, or to be verified. */
      readonly indicator: Indicator;
    }
  | {
      readonly kind: 'material';
      readonly about: 'missing';
      readonly reason: string;
      readonly indicators: readonly Indicator[];
    }
  | {
      readonly kind: 'red' | 'data';
      readonly about: 'findings';
      /** Of one rule in one column. */
      readonly findings: readonly [Finding, ...Finding[]];
    };

/**
 * In the order in which notices tell them. What is 核实 is explained by 核实说明, what is 提示 needs nothing: neither is in it.
 * `key` is that of the unit in the roll-up.
 */
export function issuesOf(evaluation: Evaluation, key: string): readonly Issue[] {
  const all = [
    ...alike(evaluation.findings).map(
      (findings) =>
        ({
          kind: redRules.has(findings[0].rule) ? 'red' : 'data',
          about: 'findings',
          findings,
        }) as const satisfies About,
    ),
    ...ofVerdicts(evaluation, ['unmet', 'behind']).map(
      (indicator) => ({ kind: 'indicator', about: 'indicator', indicator }) as const satisfies About,
    ),
    ...ofVerdicts(evaluation, ['to_verify']).map(
      (indicator) => ({ kind: 'material', about: 'indicator', indicator }) as const satisfies About,
    ),
    ...missingByReason(lacking(evaluation, 'now').filter(({ basis }) => basis === undefined)).map(
      (group) => ({ kind: 'material', about: 'missing', ...group }) as const satisfies About,
    ),
  ];
  const taken = new Set<string>();
  return order
    .flatMap((kind) => all.filter((one) => one.kind === kind))
    .map((one) => ({ number: numberOf(one, key, taken), ...one }));
}

/** Null for what is no number of ours: it may be anybody's words. */
export function issueNumberIn(text: string): string | null {
  const bare = comparable(text)
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
  const [, unit, issue] = NUMBER.exec(bare) ?? [];
  return unit && issue ? written(unit, issue) : null;
}

/** Whether the number is one of this unit's. */
export const isNumberOf = (number: string, key: string): boolean => number.startsWith(written(unitSign(key), ''));

const order: readonly IssueKind[] = ['red', 'data', 'indicator', 'material'];

function alike(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { rule, severity, at, field } = finding;
    if (severity !== 'error') continue;
    const like = JSON.stringify([rule, at.sheet, field]);
    const group = groups.get(like);
    if (group) group.push(finding);
    else groups.set(like, [finding]);
  }
  return [...groups.values()];
}

/** A title is what follows from the others. */
function ofVerdicts({ indicators }: Evaluation, verdicts: readonly Verdict[]): readonly Indicator[] {
  return indicators.filter(
    ({ verdict, basis, spoken }) => verdicts.includes(verdict) && basis === undefined && spoken?.kind !== 'title',
  );
}

// Numbers -------------------------------------------------------------------------------------------------------------

/** Not taken for each other, in print or by hand. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const BITS = 5;
const UNIT_SIGNS = 5;
const ISSUE_SIGNS = 4;
const NUMBER = new RegExp(`^ZG([${SIGNS}]{${UNIT_SIGNS}})([${SIGNS}]{${ISSUE_SIGNS}})$`);

const written = (unit: string, issue: string) => `ZG-${unit}-${issue}`;

const unitSign = (key: string) => signOf(key, UNIT_SIGNS);

/** Names of sheets are no part of it: they may be anybody's words. What is alike without them is counted on. */
function numberOf(about: About, key: string, taken: Set<string>): string {
  for (let count = 0; ; count++) {
    const number = written(unitSign(key), signOf(`${aboutOf(about)} ${count}`, ISSUE_SIGNS));
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function aboutOf(about: About): string {
  switch (about.about) {
    case 'findings':
      return `${about.findings[0].rule} ${about.findings[0].field ?? ''}`;
    case 'indicator':
      return about.indicator.id;
    case 'missing':
      // Not what it would be once it is known, which is another issue.
      return `missing ${about.indicators[0]?.id ?? ''}`;
  }
}

function signOf(text: string, length: number): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  sum ^= sum >>> 16;
  return Array.from({ length }, (_, at) => SIGNS[(sum >>> (BITS * at)) & 31]).join('');
}
