/** 结论: whether a workbook may be accepted, by rule; a person confirms it. */
import type { Mode } from './contract.ts';

/** 退回修改 · 核实 · 可以接收. */
export type Outcome = 'return' | 'verify' | 'accept';

export interface Conclusion {
  readonly outcome: Outcome;
  /** Findings of severity 强制. */
  readonly errors: number;
  /** Findings of severity 核实, and those of them that are explained and not turned down. */
  readonly warnings: number;
  readonly explained: number;
}

/** Kept in the workbook, one for each evaluation. It speaks of the data that it was confirmed for, and of no other. */
export interface Confirmed extends Conclusion {
  /** Id. */
  readonly policy: string;
  readonly mode: Mode;
  /** ISO dates: judged as of, and confirmed on. */
  readonly asOf: string;
  readonly on: string;
  readonly dataHash: string;
  /** 审核单位. */
  readonly office: string;
}
