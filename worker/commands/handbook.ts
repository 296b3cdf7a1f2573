import { writeFileSync } from 'node:fs';
import type { Handbook } from '../../shared/model/handbook.ts';
import { policies } from '../../shared/policies.ts';
import { indicatorPages, policyPage } from './handbook/indicators.ts';
import { rulePage } from './handbook/rules.ts';
import { tablePages } from './handbook/tables.ts';
import { usesOf } from './handbook/uses.ts';

/** What the pane's 帮助 shows beside its own articles; made again by every build, and compared by a test. */
export const handbookFile = 'addin/help/handbook.json';

export function writeHandbook(): void {
  writeFileSync(handbookFile, handbookText());
}

export function handbookText(): string {
  return `${JSON.stringify(handbook(), null, 1)}\n`;
}

export function handbook(): Handbook {
  const rules = [...new Set(policies.flatMap((policy) => policy.rules))];
  return {
    policies: policies.map((policy) => ({
      id: policy.id,
      name: policy.name,
      calibre: policyPage(policy),
      indicators: indicatorPages(policy),
      rules: policy.rules.map((rule) => rules.indexOf(rule)),
      uses: usesOf(policy),
    })),
    rules: rules.map(rulePage),
    tables: tablePages(),
  };
}
