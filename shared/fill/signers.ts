/** Who signs: which of the names that a workbook must bear are filled in, as the check says of them. */
import type { Evaluation, RuleDef } from '../model.ts';

export interface Signer {
  /** 填表人, 审核人, 负责人. */
  readonly label: string;
  readonly isFilledIn: boolean;
}

/** `labelOf`: of a field of the table. Null where the table that they stand in, or the rule, is not there. */
export function signersOf(
  { findings, tables }: Pick<Evaluation, 'findings' | 'tables'>,
  rules: readonly RuleDef[],
  labelOf: (table: string, field: string) => string,
): readonly Signer[] | null {
  for (const { id, table, tests } of rules)
    for (const test of tests) {
      if (test.test !== 'signatures' || test.ask !== 'filled' || table === null) continue;
      if (!tables.some((one) => one.id === table)) return null;
      const blank = findings.flatMap(({ rule, message }) => (rule === id ? namesIn(message, test.message) : []));
      return test.fields.map((field) => {
        const label = labelOf(table, field);
        return { label, isFilledIn: !blank.includes(label) };
      });
    }
  return null;
}

/** What stands in the place of {header}; none where it is a message of another kind. */
function namesIn(message: string, pattern: string): readonly string[] {
  const [before, after] = pattern.split('{header}') as [string, string];
  const isSo = message.startsWith(before) && message.endsWith(after);
  return isSo ? message.slice(before.length, message.length - after.length).split('、') : [];
}
