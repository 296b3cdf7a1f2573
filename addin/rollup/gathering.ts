/** The port between what 汇总 shows and the workers that read, judge and roll up. Nothing of it leaves this machine. */
import type { PolicyAbout, Rollup, RollupOptions, Verdict } from '../../shared/model.ts';
import type { Checked, Paper, Terms } from '../papers/papers.ts';

/** A file as it was dropped: `path` with its folders, or its place in a .zip. */
export interface Source {
  readonly path: string;
  readonly file: Blob;
}

export interface FileRow {
  readonly path: string;
  /**
   * `kept`: judged before and recalled; its words come back when it is dropped again. `stopped`: not read, and no part of the
   * roll-up. While it waits, what was judged of it before still counts.
   */
  readonly step: 'waiting' | 'judged' | 'kept' | 'unreadable' | 'stopped';
  /** Whole sentences: why it was not read; where it is `judged` or `kept`, why it was not read anew, so that what was there counts. */
  readonly problem: string | null;
}

/** Everything that is shown; a new object whenever any of it changes. */
export interface Gathered {
  readonly policy: PolicyAbout;
  /** As they were dropped. */
  readonly files: readonly FileRow[];
  /** Null where nothing is under way. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  /** Over all that is judged by now; null before the first. */
  readonly rollup: Rollup | null;
  readonly said: RollupOptions;
  /** Words for indicators and units, which views do not carry. */
  readonly words: RollupWords | null;
  /** A whole sentence, of what could not be done last. */
  readonly problem: string | null;
}

export interface RollupWords {
  /** In the order of columns; goals first. */
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly isGoal: boolean;
    /** 10 个, ≥40%. */
    readonly target: string;
    /** From which day on data is demanded, an ISO date; null where it never is. */
    readonly due: string | null;
  }[];
  /** By id: units of the policy's register. */
  readonly counties: Readonly<Record<string, string>>;
  /** Items that people judge: points from 0 to `max` in steps of 0.5. */
  readonly judged: readonly { readonly id: string; readonly name: string; readonly max: number }[];
  /** ISO date until which problems are to be put right where nobody says otherwise. */
  readonly rectifyBy: string;
}

/** One cell of the matrix, with where its figure comes from. */
export interface Detail {
  readonly file: string;
  readonly dataHash: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** 3／10＝30.00%. */
  readonly figure: string;
  readonly target: string;
  readonly gap: string | null;
  readonly reasons: readonly string[];
  /** Clause, with its words. */
  readonly clause: string;
  readonly evidence: readonly { readonly role: string; readonly sheet: string; readonly address: string }[];
}

/** 校验码 as typed, against the files. */
export interface CodeAnswer {
  /** Paths of files with this code. */
  readonly files: readonly string[];
  /** Units with several versions of which one has the code: indicators that differ from the one that counts. */
  readonly differs: readonly {
    readonly file: string;
    readonly counts: string;
    readonly indicators: readonly string[];
  }[];
}

export interface Gathering {
  current(): Gathered;
  /** Calls back after every change; returns what stops it. */
  subscribe(listener: () => void): () => void;
  /** .zip among them are opened; a file of a path that is there takes its place. */
  add(sources: readonly Source[]): void;
  drop(path: string): void;
  /** Stops what is under way within 300 ms; what is judged stays, also of files that were to be read anew. */
  cancel(): void;
  /** Reads after all what is `stopped`. */
  resume(): void;
  /** Adds to what was said before, by file and by version; a list takes the place of the list before, and a received date of '' is taken back. */
  say(said: RollupOptions): void;
  /** Takes all that is here by another policy; asks for the files again where they are gone. */
  choose(policy: string): void;
  detail(path: string, indicator: string): Promise<Detail | null>;
  check(code: string): Promise<CodeAnswer>;
  /** The dropped file, for opening it in 检查; null where only its result is kept. */
  fileOf(path: string): Promise<File | null>;
  /** 汇总.xlsx. */
  book(): Promise<Uint8Array>;
  /** 中期评估报告.docx or 终期总结报告.docx, by a .docx of the office's own where one is given. Throws Unwritten. */
  report(terms: Terms, template: Blob | null): Promise<Paper>;
  /** Throws Unwritten where no report can be put into it. */
  checkTemplate(file: Blob): Promise<void>;
  /** 退回修改通知 and 整改通知 of all units, with the ledger to be sent back, in a .zip. Throws Unwritten. */
  notices(terms: Terms): Promise<Paper>;
  /** An edited report, against what was exported and what is rolled up now. Throws Unwritten. */
  checkReport(file: Blob, terms: Terms): Promise<Checked>;
  /** 人评分表.xlsx, to be filled. */
  scoreSheet(): Promise<Uint8Array>;
  /** Takes a filled one; whole sentences on what was not taken and why. */
  takeScores(file: Blob): Promise<readonly string[]>;
  /** Forgets everything, also what this machine keeps. */
  clear(): Promise<void>;
}
