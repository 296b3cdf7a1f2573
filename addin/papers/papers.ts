/** The port between views and the worker that writes papers in Word. Nothing of it leaves this machine. */
import type { Evaluation, PlanSheet } from '../../shared/model.ts';
import type { Checked } from '../../shared/report/docx/check.ts';

export type { Checked };

/** What a report and notices are told from. */
export type Ground =
  /** 汇总: the roll-up as JSON, and the evaluation of each file by its path, packed. */
  | {
      readonly policy: string;
      readonly rollup: string;
      readonly evaluations: readonly (readonly [path: string, packed: Uint8Array])[];
      /** Files of which only the result of last time is here, without words and without what is held against other workbooks. */
      readonly recalled: readonly string[];
    }
  /** 检查: one workbook by itself. */
  | { readonly own: Evaluation; readonly file: string };

/** Of the paper itself; null leaves room for it. */
export interface Terms {
  readonly office: string | null;
  readonly commissioner: string | null;
  /** ISO dates: 成文日期, and until when what is sent back is to be handed in again. */
  readonly day: string | null;
  readonly resubmitBy: string | null;
  /** ISO date until which problems are to be put right; null for the policy's. */
  readonly rectifyBy: string | null;
  readonly isPublic: boolean;
}

export type Wish =
  /** `template`: a .docx of an office's own; null for our layout. */
  | { readonly about: 'report'; readonly ground: Ground; readonly terms: Terms; readonly template: Blob | null }
  /** 退回修改通知 and 整改通知 of all units, with the ledger to be sent back, in a .zip. */
  | { readonly about: 'notices'; readonly ground: Ground; readonly terms: Terms }
  /** 退回修改通知 of one workbook, in Word, as an .xlsx, or as a sheet for the workbook itself. */
  | {
      readonly about: 'notice';
      readonly ground: Ground;
      readonly terms: Terms;
      readonly form: 'docx' | 'xlsx' | 'sheet';
    }
  /** A template by itself: whether a report can be put into it. */
  | { readonly about: 'template'; readonly file: Blob }
  /** An edited report; without a ground it is held against itself only. */
  | { readonly about: 'check'; readonly file: Blob; readonly ground: Ground | null; readonly terms: Terms };

export interface Paper {
  /** Of the file, with its extension. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Answer =
  | { readonly paper: Paper }
  | { readonly sheet: PlanSheet }
  | { readonly checked: Checked }
  /** A template that is as it should be. */
  | { readonly isUsable: true }
  /** Whole sentences: nothing was made. */
  | { readonly problems: readonly string[] };

export type ToWriter = Wish & { readonly id: number };

export type FromWriter = Answer & { readonly id: number };

/** Nothing was made, and why: whole sentences for a person. */
export class Unwritten extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join(''));
    this.name = 'Unwritten';
    this.problems = problems;
  }
}

export interface Writer {
  /** Throws Unwritten. */
  readonly write: (
    wish: Exclude<Wish, { readonly about: 'check' | 'template' } | { readonly form: 'sheet' }>,
  ) => Promise<Paper>;
  /** Throws Unwritten. */
  readonly sheet: (wish: Omit<Extract<Wish, { readonly about: 'notice' }>, 'form'>) => Promise<PlanSheet>;
  /** Throws Unwritten. */
  readonly checkTemplate: (file: Blob) => Promise<void>;
  /** Throws Unwritten. */
  readonly check: (wish: Omit<Extract<Wish, { readonly about: 'check' }>, 'about'>) => Promise<Checked>;
}

/** The worker, which is fetched with the first wish and let go of once nothing is wished for. */
export function createWriter(): Writer {
  const waiting = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (why: Error) => void }
  >();
  let worker: Worker | null = null;
  let wishes = 0;

  function settle(id: number) {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size > 0) return one;
    // What is idle holds memory.
    worker?.terminate();
    worker = null;
    return one;
  }

  function start(): Worker {
    const started = new Worker(new URL('./papers.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<FromWriter>) => settle(data.id)?.resolve(data);
    started.onerror = () => {
      for (const id of [...waiting.keys()]) settle(id)?.reject(new Unwritten([unloaded]));
    };
    return started;
  }

  const ask = (wish: Wish) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++wishes;
      waiting.set(id, { resolve, reject });
      worker ??= start();
      worker.postMessage({ ...wish, id } satisfies ToWriter);
    });

  return {
    async write(wish) {
      const answer = await ask(wish);
      if ('paper' in answer) return answer.paper;
      throw unwritten(answer);
    },
    async sheet(wish) {
      const answer = await ask({ ...wish, form: 'sheet' });
      if ('sheet' in answer) return answer.sheet;
      throw unwritten(answer);
    },
    async checkTemplate(file) {
      const answer = await ask({ about: 'template', file });
      if (!('isUsable' in answer)) throw unwritten(answer);
    },
    async check(wish) {
      const answer = await ask({ ...wish, about: 'check' });
      if ('checked' in answer) return answer.checked;
      throw unwritten(answer);
    },
  };
}

const unwritten = (answer: Answer) => new Unwritten('problems' in answer ? answer.problems : [unloaded]);

const unloaded =
  '处理 Word 文件的程序没能打开，或出了错。请重试；仍不行请检查网络后重新打开，或换用新版的 Edge、Chrome 浏览器。';
