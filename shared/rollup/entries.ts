/** A judged file as the roll-up placed it. */
import type { Evaluation, Joins, Mode, ReturnedIssue, SentIssue, Unit, UnitState } from '../model.ts';

export interface Entry {
  readonly key: string;
  /** What people call the unit: 田家庵区望淮街道锦湖社区. */
  readonly name: string;
  readonly unit: Unit;
  readonly time: Mode;
  readonly state: UnitState;
  readonly file: string;
  readonly evaluation: Evaluation;
  readonly joins: Joins | null;
  /** 填报日期, an ISO date; null where it is not known. */
  readonly filled: string | null;
  /** Of the versions of its unit and time the one that counts, and files tell that it is the latest. */
  readonly isLast: boolean;
  /** Lines of its ledger of issues that bear numbers of ours; null where they are not known any more. */
  readonly issues: readonly ReturnedIssue[] | null;
  /** What each ledger of ours in it listed when it was sent. */
  readonly sent: readonly (readonly SentIssue[])[];
}
