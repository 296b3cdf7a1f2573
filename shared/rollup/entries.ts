/** A judged file as the roll-up placed it. */
import type { Evaluation, Joins, Mode, Unit, UnitState } from '../model.ts';

export interface Entry {
  key: string;
  /** What people call the unit: 田家庵区望淮街道锦湖社区. */
  name: string;
  unit: Unit;
  time: Mode;
  state: UnitState;
  file: string;
  evaluation: Evaluation;
  joins: Joins | null;
}
