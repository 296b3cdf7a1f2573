/** What was found across workbooks, as what is wrong in each of them: notices and reports list it like a workbook's own. */
import type { Evaluation, Finding, Place } from './contract.ts';
import type { Policy } from './policies.ts';
import type { RollupFinding } from './rollup.ts';

/** Files of one unit: the one that counts, and all others. */
export interface OwnFiles {
  readonly file: string;
  readonly others: ReadonlySet<string>;
}

/**
 * One for each cell of the unit's own, of the file that counts where it has any. All of a rule are told together, so that they are
 * one issue whichever other unit it is shared with. What is wrong with the register of units is no unit's.
 */
export function findingsOf(
  { file, others }: OwnFiles,
  across: readonly RollupFinding[],
  policy: Policy,
): readonly Finding[] {
  const groups = new Map<string, { readonly of: RollupFinding[]; readonly at: Place[] }>();
  for (const one of across) {
    const own = one.places.filter((place) => place.file === file);
    const at = own.length > 0 ? own : one.places.filter((place) => others.has(place.file));
    if (at.length === 0 || !isOfUnits(one, policy)) continue;
    const key = `${one.severity} ${one.rule}`;
    const group = groups.get(key) ?? { of: [], at: [] };
    group.of.push(one);
    group.at.push(...at);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ of, at }) => {
    const [{ rule, severity }] = of as [RollupFinding];
    const message = together(of.map((one) => one.message));
    const fix = together(of.map((one) => one.fix));
    const cells = new Map(at.map(({ sheet, address }) => [`${sheet}!${address}`, { sheet, address }]));
    return [...cells].map(([key, place]) => ({
      key: `${rule} ${key}`,
      rule,
      severity,
      table: null,
      field: null,
      at: place,
      value: null,
      shown: null,
      message,
      fix,
      related: [],
    }));
  });
}

/** Also with the rules that they are of, by which their clauses are told. */
export function withFindings(evaluation: Evaluation, found: readonly Finding[], { rules }: Policy): Evaluation {
  if (found.length === 0) return evaluation;
  const known = new Set(evaluation.rules.map(({ id }) => id));
  const named = rules.filter(({ id }) => !known.has(id) && found.some(({ rule }) => rule === id));
  return {
    ...evaluation,
    findings: [...evaluation.findings, ...found],
    rules: [...evaluation.rules, ...named.map(({ id, title, relation }) => ({ id, title, relation }))],
  };
}

/** Whether it is about what workbooks say; otherwise about which of them the register expects. */
export function isOfUnits({ rule }: Pick<RollupFinding, 'rule'>, { rules }: Policy): boolean {
  return rules.some(({ id, across = [] }) => id === rule && across.some((test) => test.across !== 'tally'));
}

const together = (texts: readonly string[]) => [...new Set(texts)].join('');
