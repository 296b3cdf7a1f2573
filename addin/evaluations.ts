/** From a raw snapshot to its evaluation: masked here, judged by the service, or here where the service is out of reach. */
import * as v from 'valibot';
import type { EvaluateOptions, Evaluation, Template, TemplateKind, WorkbookSnapshot } from '../shared/model.ts';
import { problem } from '../shared/wire/answers.ts';
import { evaluation as evaluationSchema } from '../shared/wire/evaluations.ts';
import type { EvaluationRequest } from '../shared/wire/requests.ts';
import type { Judging, Masked, Masking, Mending, Reply, Request, Restoring } from './engine.worker.ts';
import type { Entry } from './host/host.ts';
import type { TableName } from './panes/names.ts';
import type { Words } from './panes/words.ts';

export interface Question {
  /** Raw; it never leaves this machine. */
  readonly snapshot: WorkbookSnapshot;
  /** Hex; of this workbook. */
  readonly secret: string;
  readonly options: EvaluateOptions;
  /** Leave the service out. */
  readonly here: boolean;
}

export interface Answer {
  /** With the withheld sheets among `unread`. */
  readonly evaluation: Evaluation;
  readonly local: boolean;
  /** Judged here because the service is of another version than this pane. */
  readonly outdated?: boolean;
  /** What was masked would be read otherwise, so that the raw workbook was judged on this machine. */
  readonly isUnlike?: boolean;
  /** The words for tables and fields. */
  readonly tables: readonly TableName[];
  /** The words for the indicators of the policy judged by. */
  readonly words: Words;
}

/** This web view cannot load the engine: its patterns look behind, which Safari does from 16.4 on. */
export class OldWebView extends Error {}

export type Evaluate = (
  question: Question,
  onStep: (step: 'masking' | 'sending' | 'computing') => void,
  signal: AbortSignal,
) => Promise<Answer>;

/** What the service has against the request, in its own words. */
export class EvaluationProblem extends Error {
  readonly title: string;
  readonly detail: string;
  /** Seconds, or null. */
  readonly retryAfter: number | null;
  constructor(title: string, detail: string, retryAfter: number | null) {
    super(title);
    this.title = title;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** What the catalogue is needed for: the pane itself does not carry it. */
export interface Engine {
  /** Throws EvaluationProblem where the service refuses, OldWebView, and the signal's reason where it is aborted. */
  readonly evaluate: Evaluate;
  /** By the id of a policy. Throws OldWebView. */
  readonly template: (policy: string, kind: TemplateKind) => Promise<Template>;
  /** What is to be put where, so that sheets of a template have their headings again. Throws OldWebView. */
  readonly lostHeadings: (sheets: Mending['sheets']) => Promise<readonly Entry[]>;
}

/** It is fetched at once and kept: when the service is out of reach, so is its file. One thing is asked of it at a time. */
export function createEngine(): Engine {
  let current = startWorker();
  let last: Promise<unknown> = Promise.resolve();
  const never = new AbortController().signal;

  function inTurn<Result>(ask: (worker: EngineWorker) => Promise<Result>): Promise<Result> {
    const turn = last.then(() => {
      if (!looksBehind()) throw new OldWebView();
      if (current.ended) current = startWorker();
      return ask(current);
    });
    last = turn.catch(() => {});
    return turn;
  }

  const evaluate: Evaluate = (question, onStep, signal) =>
    inTurn(async (worker) => {
      stopIfAborted(signal);
      // Ending the worker is the only way to stop a computation.
      const stop = () => {
        worker.stop();
        current = startWorker();
      };
      signal.addEventListener('abort', stop);
      try {
        return await answerTo(question, worker, onStep, signal);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    });

  return {
    evaluate,
    template: (policy, form) =>
      inTurn(async (worker) => {
        const reply = await worker.ask({ kind: 'template', policy, form }, never);
        if ('template' in reply) return reply.template;
        throw faultOf(reply);
      }),
    lostHeadings: (sheets) =>
      inTurn(async (worker) => {
        const reply = await worker.ask({ kind: 'headings', sheets }, never);
        if ('headings' in reply) return reply.headings;
        throw faultOf(reply);
      }),
  };
}

async function answerTo(
  { snapshot, secret, options, here }: Question,
  engine: EngineWorker,
  onStep: Parameters<Evaluate>[1],
  signal: AbortSignal,
): Promise<Answer> {
  onStep('masking');
  const policy = options.policy ?? options.targetSet;
  const masking: Masking = { kind: 'mask', snapshot, secret, corrections: options.corrections ?? [], policy };
  const masked = await engine.mask(masking, signal);
  const judged = options.corrections ? { ...options, corrections: masked.corrections } : options;
  let answer: Evaluation | 'outdated' | null = null;
  // Written so that a build by LOCAL_ONLY holds neither this nor the address.
  if (!import.meta.env.LOCAL_ONLY && !here && masked.snapshot.sheets.length > 0) {
    onStep('sending');
    const { snapshotHash: _, ...sent } = judged;
    answer = await askService({ workbook: masked.snapshot, ...sent, engine: masked.engine }, signal);
  }
  const { tables, words } = masked;
  if (answer === null || answer === 'outdated') {
    onStep('computing');
    const { evaluation, isUnlike } = await engine.judge({ kind: 'evaluate', options: judged }, signal);
    return { evaluation, local: true, outdated: answer === 'outdated', isUnlike, tables, words };
  }
  const restoring = { kind: 'restore', evaluation: answer, options: judged } as const;
  const { evaluation, isUnlike } = await engine.judge(restoring, signal);
  return { evaluation, local: isUnlike, isUnlike, tables, words };
}

/** How long the service may take before it counts as out of reach: 16 MB over a slow line included. */
const patience = 45_000;

/**
 * Null where the service is out of reach: no line, a fault of its own, or an answer that is not its own (a proxy's page);
 * `outdated` where it is of another version.
 */
async function askService(request: EvaluationRequest, signal: AbortSignal): Promise<Evaluation | 'outdated' | null> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, patience);
  signal.addEventListener('abort', abort);
  try {
    const response = await fetch('/api/evaluations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: stop.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    if (response.status >= 500) return null;
    if (!response.ok) {
      if (!type.startsWith('application/problem+json')) return null;
      if (response.status === 409) return 'outdated';
      throw problemOf(await response.json(), response.headers.get('retry-after'));
    }
    const answer: unknown = await response.json();
    return v.is(evaluationSchema, answer) ? answer : null;
  } catch (error) {
    stopIfAborted(signal);
    if (error instanceof EvaluationProblem) throw error;
    return null;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

function problemOf(body: unknown, retryAfter: string | null): EvaluationProblem {
  const told = v.safeParse(v.partial(problem), body);
  const { title = '服务器没有受理', detail = '' } = told.success ? told.output : {};
  const seconds = Number(retryAfter);
  return new EvaluationProblem(title, detail, seconds > 0 ? seconds : null);
}

/** The signal's own is not in Chromium 94. */
function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw signal.reason;
}

/** As a text: a pattern written out would keep this very file from loading there. */
const behind = '(?<=a)b';

function looksBehind(): boolean {
  try {
    return new RegExp(behind).test('ab');
  } catch {
    return false;
  }
}

interface EngineWorker {
  /** Stopped, or never fetched. */
  readonly ended: boolean;
  readonly stop: () => void;
  readonly ask: (request: Request, signal: AbortSignal) => Promise<Reply>;
  readonly mask: (request: Masking, signal: AbortSignal) => Promise<Masked>;
  /** Judges, or puts the words back into what the service judged. */
  readonly judge: (request: Judging | Restoring, signal: AbortSignal) => Promise<Judged>;
}

type Judged = Extract<Reply, { readonly evaluation: Evaluation }>;

const faultOf = (reply: Reply) => new Error('fault' in reply ? reply.fault : '');

function startWorker(): EngineWorker {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  let ended = false;
  const stop = () => {
    ended = true;
    worker.terminate();
  };
  worker.onerror = stop;
  const ask = (request: Request, signal: AbortSignal) =>
    new Promise<Reply>((resolve, reject) => {
      stopIfAborted(signal);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
      worker.onerror = ({ message }) => {
        stop();
        reject(new Error(message));
      };
      worker.postMessage(request);
    });
  return {
    get ended() {
      return ended;
    },
    stop,
    ask,
    async mask(request, signal) {
      const reply = await ask(request, signal);
      if ('masked' in reply) return reply.masked;
      throw faultOf(reply);
    },
    async judge(request, signal) {
      const reply = await ask(request, signal);
      if ('evaluation' in reply) return reply;
      throw faultOf(reply);
    },
  };
}
