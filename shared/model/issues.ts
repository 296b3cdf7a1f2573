/**
 * What the mid-term evaluation found of a unit, and asked to be put right: one list, for the notice, for the ledger that the unit
 * fills in, and for what comes back. Each issue has a number that is reckoned from the unit and from what it is about, and from
 * nothing beside it: it is the same however often the list is made, and is never that of another issue, whatever else is found in a
 * later version of the workbook.
 */
import type { Evaluation, Finding, Indicator, Verdict } from './contract.ts';
import type { SentIssue } from './forms.ts';
import { comparable } from './identifiers.ts';
import { lacking, lackingThemselves, missingByReason } from './missing.ts';
import { redRules } from './red.ts';

/** 立即整改 · 数据问题 · 指标问题 · 材料问题. */
export type IssueKind = 'red' | 'data' | 'indicator' | 'material';

export type Issue = { /** `ZG-7K2MX-4QX9AB`. */ readonly number: string } & About;

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
      /** Of one rule in one column, of whatever sheets; of a red one in all columns. */
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
  return order
    .flatMap((kind) => all.filter((one) => one.kind === kind))
    .map((one) => ({ number: written(unitSign(key), issueSign(one)), ...one }));
}

/**
 * As it is sent, to be closed by the day that is asked for; what is not due by then, by the day on which it is, so that nobody is
 * told to be late with what nobody is due to have.
 */
export function sentIssue(issue: Issue, day: string): SentIssue {
  const { number, about } = issue;
  switch (issue.about) {
    case 'findings':
      return { number, about, indicators: [], due: day };
    case 'indicator': {
      const { id, verdict, target } = issue.indicator;
      const isLater = verdict === 'behind' && target !== null && target.due > day;
      return { number, about: isLater ? 'behind' : about, indicators: [id], due: isLater ? target.due : day };
    }
    case 'missing':
      return { number, about, indicators: lackingThemselves(issue).map(({ id }) => id), due: day };
  }
}

/** What the evaluation said of the indicator of an issue: the number tells. Null for what is about none, or about several. */
export const verdictIn = ({ number, indicators: [id] }: Pick<SentIssue, 'number' | 'indicators'>) =>
  (['unmet', 'behind', 'to_verify'] as const).find((verdict) =>
    number.endsWith(signOf(`${verdict} ${id}`, ISSUE_SIGNS)),
  ) ?? null;

/** Still found · shown to be put right · neither: the evaluation did not judge it, or cannot. */
export type Standing = 'found' | 'cleared' | 'unjudged';

/** Rule, table and column of the findings of an issue. */
export type Like = Pick<Finding, 'rule' | 'table' | 'field'>;

/**
 * What an evaluation shows of an issue. Nothing is put right only because it is not found: an indicator has to be reached, or on its
 * way where it is not due; data have to be there; a rule has to have been checked, over the column in which it found something.
 * `like` is null where it is not known what was found.
 */
export function standingIn(evaluation: Evaluation, key: string): (issue: SentIssue, like: Like | null) => Standing {
  const wrong = evaluation.findings.filter(({ rule, severity }) => severity === 'error' || redRules.has(rule));
  const numbers = new Set(wrong.map((one) => written(unitSign(key), signOf(`finding ${likeOf(one)}`, ISSUE_SIGNS))));
  const verdicts = new Map(
    evaluation.indicators.flatMap(({ id, basis, verdict }) => (basis === undefined ? [[id, verdict]] : [])),
  );
  return ({ number, about, indicators: ids }, like) => {
    if (about === 'findings')
      return numbers.has(number) ? 'found' : like && isChecked(like, evaluation) ? 'cleared' : 'unjudged';
    const standings = ids.map((id) => standingOf[about][verdicts.get(id) ?? 'not_applicable'] ?? 'unjudged');
    if (standings.includes('found')) return 'found';
    return standings.length > 0 && standings.every((one) => one === 'cleared') ? 'cleared' : 'unjudged';
  };
}

/** The rule, and over the column; a red one is checked over all that is there. */
function isChecked({ rule, table, field }: Like, { notChecked, tables }: Evaluation): boolean {
  if (notChecked.some((one) => one.rule === rule)) return false;
  if (redRules.has(rule) || table === null) return true;
  return tables.some(
    ({ id, columns }) => id === table && (field === null || columns.some((column) => column.field === field)),
  );
}

type StandingOf = Readonly<Partial<Record<Verdict, Standing>>>;

const ofGoal: StandingOf = {
  met: 'cleared',
  on_track: 'cleared',
  unmet: 'found',
  behind: 'found',
  to_verify: 'found',
};

/** Where data were lacking and are there now, what they say is another issue. */
const standingOf: Readonly<Record<Exclude<SentIssue['about'], 'findings'>, StandingOf>> = {
  indicator: ofGoal,
  behind: ofGoal,
  missing: {
    met: 'cleared',
    on_track: 'cleared',
    unmet: 'cleared',
    behind: 'cleared',
    to_verify: 'cleared',
    missing: 'found',
  },
};

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

/**
 * Findings of which this is the same are one issue. Names of sheets are no part of it: they may be anybody's words, and what is alike
 * in two cannot be told apart without them.
 */
export const likeOf = ({ rule, table, field }: Pick<Finding, 'rule' | 'table' | 'field'>): string =>
  redRules.has(rule) ? rule : `${rule} ${table ?? ''} ${field ?? ''}`;

function alike(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    if (finding.severity !== 'error') continue;
    const like = likeOf(finding);
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
/** So many that no two issues that a catalogue knows of have the same. */
const ISSUE_SIGNS = 6;
const NUMBER = new RegExp(`^ZG([${SIGNS}]{${UNIT_SIGNS}})([${SIGNS}]{${ISSUE_SIGNS}})$`);

const written = (unit: string, issue: string) => `ZG-${unit}-${issue}`;

const unitSign = (key: string) => signOf(key, UNIT_SIGNS);

/** The end of its number, which is the same in all units. */
export const issueSign = (about: About): string => signOf(textOf(about), ISSUE_SIGNS);

/** What is unmet is another issue than what is to be verified, and than what lacks data; so is what lacks data of others as well. */
function textOf(about: About): string {
  switch (about.about) {
    case 'findings':
      return `finding ${likeOf(about.findings[0])}`;
    case 'indicator':
      return `${about.indicator.verdict} ${about.indicator.id}`;
    case 'missing':
      return `missing ${lackingThemselves(about)
        .map(({ id }) => id)
        .sort()
        .join(' ')}`;
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
