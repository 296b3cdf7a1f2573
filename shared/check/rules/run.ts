/** Every rule of the catalogue against the reading: what is wrong, and which rules could not run. */
import type { Finding, NotChecked, RuleDef, RuleTest, TestName } from '../../model.ts';
import { communitiesOf, isPooled } from '../conditions/communities.ts';
import type { Scope } from '../conditions/scope.ts';
import { tableName } from '../measures/labels.ts';
import { phrases } from '../phrases.ts';
import { fill } from '../say.ts';
import { judgeSignatures, judgeUnit, judgeUrbanRural } from './basic-facts.ts';
import { judgeIssues } from './cell-issues.ts';
import { judgeAgainst, judgeEqual, judgeExceeds } from './compared-figures.ts';
import { judgePerDay, judgeRepeated, judgeShared } from './duplicates.ts';
import { judgeHolds, judgeReadable, judgeRequired } from './each-record.ts';
import { type Judge, openReport, type Report } from './findings.ts';
import { judgeGiven, judgeListed, judgeOthers, judgeRivals } from './lists.ts';
import { judgeAlsoIn, judgeMatched } from './other-tables.ts';
import { judgeSensitive } from './protected-lists.ts';
import {
  judgeAside,
  judgeContained,
  judgeContinued,
  judgeCopy,
  judgeHeading,
  judgeHidden,
  judgeLeftover,
  judgeNone,
  judgeUnread,
} from './readings.ts';
import { judgeReported, judgeStated, judgeTally } from './self-reports.ts';
import { judgeTotals } from './totals.ts';

export interface Ruled {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

export function rulesIn(scope: Scope): Ruled {
  const { findings, report } = openReport(scope);
  const notChecked: NotChecked[] = [];
  const { rules } = scope.policy;
  for (const rule of rules) {
    const why = whyNot(rule, scope);
    if (why) notChecked.push({ rule: rule.id, ...why });
    else for (const test of rule.tests) run(rule, test, scope, report);
  }
  judgeIssues(scope, new Map(rules.map((rule) => [rule.id, rule])), report);
  return { findings: findings(), notChecked };
}

type Why = Omit<NotChecked, 'rule'>;

function whyNot(rule: RuleDef, scope: Scope): Why | null {
  const waits = rule.waits === undefined ? null : { reason: rule.waits };
  if (waits && rule.tests.length === 0) return waits;
  // Lists of others have no records that count.
  if (rule.tests.some(({ test }) => test === 'others')) return null;
  if (rule.several && communitiesOf(rule.table!, scope).length === 0) return waits;
  const lacking = [rule.table, ...(rule.also ?? [])].find((id) => id !== null && scope.records(id).length === 0);
  if (lacking == null) return whole(rule, scope);
  // A sentence below the ledger reports as well as a summary sheet does.
  const stated = rule.tests.some(({ test }) => test === 'stated');
  if (stated && scope.reading.lines.some(({ kind }) => kind === 'statement')) return null;
  if (waits && lacking !== rule.table) return waits;
  const name = tableName(lacking, scope);
  return { reason: fill(phrases['notChecked.table'], { table: name }), lacks: { id: lacking, name } };
}

/** In a summary of several communities a line can only be held against what is told apart by community as well. */
function whole({ table, also = [], tests }: RuleDef, scope: Scope): Why | null {
  if (table === null || !isPooled(table, scope)) return null;
  if (!tests.some(({ test }) => test === 'reported' || test === 'against')) return null;
  const other = also.find((id) => communitiesOf(id, scope).length === 0);
  if (other === undefined) return null;
  return { reason: fill(phrases['notChecked.several'], { table: tableName(other, scope) }) };
}

/** Each test by the function that looks for what breaks it. */
const judges: { readonly [Name in TestName]: Judge<Name> } = {
  required: judgeRequired,
  readable: judgeReadable,
  holds: judgeHolds,
  repeated: judgeRepeated,
  shared: judgeShared,
  perDay: judgePerDay,
  matched: judgeMatched,
  alsoIn: judgeAlsoIn,
  reported: judgeReported,
  stated: judgeStated,
  tally: judgeTally,
  equal: judgeEqual,
  against: judgeAgainst,
  exceeds: judgeExceeds,
  totals: judgeTotals,
  // Judged for all rules in one pass over the cells.
  issue: () => {},
  unit: judgeUnit,
  urbanRural: judgeUrbanRural,
  signatures: judgeSignatures,
  hidden: judgeHidden,
  unread: judgeUnread,
  copy: judgeCopy,
  aside: judgeAside,
  leftover: judgeLeftover,
  continued: judgeContinued,
  heading: judgeHeading,
  contained: judgeContained,
  others: judgeOthers,
  rivals: judgeRivals,
  listed: judgeListed,
  given: judgeGiven,
  none: judgeNone,
  sensitive: judgeSensitive,
};

function run(rule: RuleDef, test: RuleTest, scope: Scope, report: Report): void {
  const judge = judges[test.test] as Judge<TestName>;
  judge(rule, test, scope, report);
}
