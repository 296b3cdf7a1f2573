/** Figures in the line that a community reports of itself. */
import type { DataRecord, Datum, RuleDef } from '../../model.ts';
import { byCommunity, isPooled } from '../conditions/communities.ts';
import { ownLine, selfReport } from '../conditions/pilot-lines.ts';
import type { Scope } from '../conditions/scope.ts';

export interface OwnCell {
  readonly record: DataRecord;
  readonly datum: Datum & { readonly number: number };
  /** In a summary of several communities each line answers for its own. */
  readonly scope: Scope;
}

export function ownCells(rule: RuleDef, field: string, scope: Scope): readonly OwnCell[] {
  const table = rule.table!;
  const scopes = isPooled(table, scope) ? byCommunity(scope) : [scope];
  return scopes.flatMap((each) => {
    const record = scope.role(table) === 'selfReport' ? selfReport(table, each) : ownLine(table, each);
    const datum = record && figureIn(record, field);
    return record && datum ? [{ record, datum, scope: each }] : [];
  });
}

export function figureIn(record: DataRecord, field: string): OwnCell['datum'] | null {
  const datum = record.data[field];
  return datum?.state === 'value' && datum.number !== null ? (datum as OwnCell['datum']) : null;
}
