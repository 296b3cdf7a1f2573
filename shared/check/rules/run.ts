/** Every rule of the catalogue against the reading: what is wrong, and which rules could not run. */
import type { Finding, NotChecked, RuleDef, RuleTest } from '../../model.ts';
import { communitiesOf, isPooled } from '../conditions/communities.ts';
import type { Scope } from '../conditions/scope.ts';
import { phrases } from '../phrases.ts';
import { fill } from '../say.ts';
import { openReport, type Report } from './findings.ts';
import { judgePairs } from './pairs.ts';
import { judgeIssues, judgeReading } from './readings.ts';
import { judgeRecords } from './records.ts';
import { judgeFigures } from './self-reports.ts';

export interface Ruled {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

export function rulesIn(scope: Scope): Ruled {
  const { findings, report } = openReport(scope);
  const notChecked: NotChecked[] = [];
  const { rules } = scope.policy;
  for (const rule of rules) {
    const reason = whyNot(rule, scope);
    if (reason !== null) notChecked.push({ rule: rule.id, reason });
    else for (const test of rule.tests) run(rule, test, scope, report);
  }
  judgeIssues(scope, new Map(rules.map((rule) => [rule.id, rule])), report);
  return { findings: findings(), notChecked };
}

function whyNot(rule: RuleDef, scope: Scope): string | null {
  if (rule.waits !== undefined && rule.tests.length === 0) return rule.waits;
  if (rule.several && communitiesOf(rule.table!, scope).length === 0) return rule.waits ?? null;
  const lacking = [rule.table, ...(rule.also ?? [])].find((id) => id !== null && scope.records(id).length === 0);
  if (lacking == null) return whole(rule, scope);
  // A sentence below the ledger reports as well as a summary sheet does.
  const stated = rule.tests.some(({ test }) => test === 'stated');
  if (stated && scope.reading.lines.some(({ kind }) => kind === 'statement')) return null;
  if (rule.waits !== undefined && lacking !== rule.table) return rule.waits;
  return fill(phrases['notChecked.table'], { table: scope.tableDef(lacking)?.name ?? lacking });
}

/** In a summary of several communities a line can only be held against what is told apart by community as well. */
function whole({ table, also = [], tests }: RuleDef, scope: Scope): string | null {
  if (table === null || !isPooled(table, scope)) return null;
  if (!tests.some(({ test }) => test === 'reported' || test === 'against')) return null;
  const other = also.find((id) => communitiesOf(id, scope).length === 0);
  if (other === undefined) return null;
  return fill(phrases['notChecked.several'], { table: scope.tableDef(other)?.name ?? other });
}

function run(rule: RuleDef, test: RuleTest, scope: Scope, report: Report): void {
  switch (test.test) {
    case 'required':
    case 'holds':
    case 'readable':
      judgeRecords(rule, test, scope, report);
      return;
    case 'repeated':
    case 'shared':
    case 'perDay':
    case 'matched':
    case 'alsoIn':
      judgePairs(rule, test, scope, report);
      return;
    case 'reported':
    case 'stated':
    case 'tally':
    case 'equal':
    case 'against':
    case 'exceeds':
    case 'totals':
      judgeFigures(rule, test, scope, report);
      return;
    default:
      judgeReading(rule, test, scope, report);
      return;
  }
}
