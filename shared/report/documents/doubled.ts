/** Figures that rest on what another unit counts too: 跨册重复. */
import type { Evaluation, Evidence, Place, Policy, RollupUnit } from '../../model.ts';
import type { DocumentData } from './data.ts';

/** Units whose figure counts a cell, or counts by one in its row, that an error of a thing in two workbooks is about. */
export function doubledIn(indicator: string, { counting, policy }: DocumentData): readonly RollupUnit[] {
  const rules = sharedRules(policy);
  return counting.flatMap(({ unit, evaluation }) => {
    const cells = evaluation ? doubledCells(evaluation, rules) : [];
    const of = evaluation?.indicators.find(({ id, basis }) => id === indicator && basis === undefined);
    const counted = (of?.evidence ?? []).filter(({ role }) => role !== 'source');
    return counted.some((range) => cells.some((cell) => isBeside(cell, range))) ? [unit] : [];
  });
}

/** Rules by which a thing counts in one workbook only. */
function sharedRules({ rules }: Policy): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ id, across = [] }) =>
      across.some((test) => test.across === 'shared' && test.severity === 'error') ? [id] : [],
    ),
  );
}

const doubledCells = ({ findings }: Evaluation, rules: ReadonlySet<string>): readonly Place[] =>
  findings.flatMap(({ rule, severity, table, at }) =>
    // Of the workbook by itself they name their table.
    severity === 'error' && table === null && rules.has(rule) ? [at] : [],
  );

/** In one of its rows. */
function isBeside({ sheet, address }: Place, range: Evidence): boolean {
  const [first = 0, last = first] = rowsOf(range.address);
  const [row = -1] = rowsOf(address);
  return sheet === range.sheet && row >= first && row <= last;
}

const rowsOf = (address: string): readonly number[] => (address.match(/\d+/g) ?? []).map(Number);
