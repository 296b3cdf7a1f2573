/** The port between views and the worker that writes papers in Word. Nothing of it leaves this machine. */
import type { Evaluation } from '../../shared/model.ts';

/** What a report and notices are told from. */
export type Ground =
  /** 汇总: the roll-up as JSON, and the evaluation of each file by its path, packed. */
  | {
      readonly policy: string;
      readonly rollup: string;
      readonly evaluations: readonly (readonly [path: string, packed: Uint8Array])[];
    }
  /** 检查: one workbook by itself. */
  | { readonly own: Evaluation; readonly file: string };

/** Of the paper itself; null leaves room for it. */
export interface Terms {
  readonly office: string | null;
  readonly commissioner: string | null;
  /** ISO date. */
  readonly day: string | null;
  readonly isPublic: boolean;
}

export type Wish =
  | { readonly about: 'report'; readonly ground: Ground; readonly terms: Terms }
  /** 退回修改通知 and 整改通知 of all units, with the ledger to be sent back, in a .zip. */
  | { readonly about: 'notices'; readonly ground: Ground; readonly terms: Terms }
  /** 退回修改通知 of one workbook. */
  | { readonly about: 'notice'; readonly ground: Ground; readonly terms: Terms };

export interface Paper {
  /** Of the file, with its extension. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ToWriter = Wish & { readonly id: number };

export type FromWriter =
  | { readonly id: number; readonly paper: Paper }
  /** Whole sentences: nothing was made. */
  | { readonly id: number; readonly problems: readonly string[] };

/** Nothing was made, and why: whole sentences for a person. */
export class Unwritten extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join(''));
    this.name = 'Unwritten';
    this.problems = problems;
  }
}

export type Write = (wish: Wish) => Promise<Paper>;

/** The worker, which is fetched with the first wish and let go of once nothing is wished for. Throws Unwritten. */
export function createWriter(): Write {
  const waiting = new Map<
    number,
    { readonly resolve: (paper: Paper) => void; readonly reject: (why: Unwritten) => void }
  >();
  let worker: Worker | null = null;
  let wishes = 0;

  function end() {
    worker?.terminate();
    worker = null;
  }

  function settle(id: number) {
    const one = waiting.get(id);
    waiting.delete(id);
    // What is idle holds memory.
    if (waiting.size === 0) end();
    return one;
  }

  function start(): Worker {
    const started = new Worker(new URL('./papers.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<FromWriter>) => {
      const one = settle(data.id);
      if ('paper' in data) one?.resolve(data.paper);
      else one?.reject(new Unwritten(data.problems));
    };
    started.onerror = () => {
      for (const id of [...waiting.keys()]) settle(id)?.reject(new Unwritten([unloaded]));
    };
    return started;
  }

  return (wish) =>
    new Promise((resolve, reject) => {
      const id = ++wishes;
      waiting.set(id, { resolve, reject });
      worker ??= start();
      worker.postMessage({ ...wish, id } satisfies ToWriter);
    });
}

const unloaded =
  '写 Word 文件的程序没能打开，或出了错。请重试；仍不行请检查网络后重新打开，或换用新版的 Edge、Chrome 浏览器。';
