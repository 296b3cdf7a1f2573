/** What window, readers and keeper tell each other. Readers hand what they judged to the keeper; the window sees small rows only. */
import type { Archived } from '../../shared/files/archives.ts';
import type { Mode, RollupOptions } from '../../shared/model.ts';
import type { Readable, Run } from '../../shared/submissions.ts';
import type { Ground } from '../papers/papers.ts';
import type { CodeAnswer, Detail, RollupWords } from './gathering.ts';

/** A file, or a piece of a .zip that `book` is taken out of. */
export interface Held {
  readonly file: Blob;
  readonly book: Archived | null;
}

/** Of two tasks of one path the one with the higher ticket counts. */
export interface Task extends Held {
  readonly path: string;
  readonly ticket: number;
}

export type ToReader =
  /** Where results go. */
  | { readonly kind: 'pass'; readonly to: MessagePort }
  | { readonly kind: 'judge'; readonly task: Task; readonly run: Run }
  | { readonly kind: 'list'; readonly task: Task };

export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'judged' }
  /** `books` is null where it is a workbook itself. */
  | { readonly kind: 'listed'; readonly books: readonly Task[] | null }
  | { readonly kind: 'unlisted'; readonly problem: string };

/** From reader to keeper. */
export type Result = { readonly path: string; readonly ticket: number } & (
  | { readonly problem: string }
  | {
      /** Without what the roll-up does not look at. */
      readonly submitted: Readable;
      /** The whole evaluation, packed. */
      readonly whole: Uint8Array<ArrayBuffer>;
      /** What this machine may keep of it, packed; null for nothing. */
      readonly kept: Uint8Array<ArrayBuffer> | null;
    }
);

export type ToKeeper =
  /** The first one; what this machine keeps comes back. `policy` holds where it keeps none. */
  | { readonly kind: 'open'; readonly policy: string }
  | { readonly kind: 'take'; readonly from: MessagePort }
  /** Everything of this path up to this ticket. */
  | { readonly kind: 'drop'; readonly path: string; readonly ticket: number }
  /**
   * Judged otherwise now: what is here up to this ticket counts no more; what this machine keeps stays until it is judged anew.
   * `problem`: why it cannot be; null where it will be.
   */
  | { readonly kind: 'aside'; readonly path: string; readonly ticket: number; readonly problem: string | null }
  /** Not read: what is here counts on; without any, nothing is told. */
  | { readonly kind: 'stop'; readonly path: string; readonly ticket: number; readonly problem: string }
  /** Could not be read, for a reason that no reader lived to tell. */
  | { readonly kind: 'fail'; readonly path: string; readonly ticket: number; readonly problem: string }
  | { readonly kind: 'said'; readonly said: RollupOptions }
  | { readonly kind: 'policy'; readonly policy: string }
  /** Nothing more is under way. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

export type Question =
  | { readonly about: 'detail'; readonly path: string; readonly indicator: string }
  | { readonly about: 'code'; readonly code: string }
  | { readonly about: 'book' }
  | { readonly about: 'scoreSheet' }
  /** What papers are told from. */
  | { readonly about: 'ground' }
  | { readonly about: 'scores'; readonly name: string; readonly file: Blob }
  | { readonly about: 'file'; readonly held: Held }
  /** Everything, also what is on its way up to this ticket. */
  | { readonly about: 'clear'; readonly ticket: number };

export interface Answers {
  readonly detail: Detail | null;
  readonly code: CodeAnswer;
  readonly book: Uint8Array<ArrayBuffer>;
  readonly scoreSheet: Uint8Array<ArrayBuffer>;
  readonly ground: Ground;
  readonly scores: { readonly points: NonNullable<RollupOptions['judged']>; readonly problems: readonly string[] };
  readonly file: Uint8Array<ArrayBuffer>;
  readonly clear: null;
}

export type FromKeeper =
  | {
      readonly kind: 'opened';
      readonly policy: string;
      readonly words: RollupWords;
      readonly said: RollupOptions;
      /** In the order in which they were dropped. */
      readonly files: readonly Recalled[];
    }
  | { readonly kind: 'words'; readonly words: RollupWords }
  | ({ readonly kind: 'took' } & Took)
  /** As JSON, which is quicker to take than what it stands for; null where nothing is judged. */
  | { readonly kind: 'rolled'; readonly rollup: string | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: string }
  /** A whole sentence, of what could not be done. */
  | { readonly kind: 'problem'; readonly problem: string };

export interface Took {
  readonly path: string;
  readonly ticket: number;
  /** Null where it was judged. */
  readonly problem: string | null;
  /** Of what counts: beside a problem, of what was judged before. */
  readonly judged: JudgedAs | null;
}

/** Of which evaluation a file was taken, and of which its own words speak. */
export interface JudgedAs {
  readonly mode: Mode;
  readonly spoken: Mode | null;
}

export type Recalled = Omit<Took, 'ticket'>;

/** Why a file that has to be judged otherwise now is not. */
export const gone = '这份要重新评估，但文件已不在这里，留下的只是上次的结果。请把它再放入一次。';
