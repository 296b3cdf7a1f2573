/** 汇总 behind its views: files go to readers, results to the keeper, and small rows come back. Nothing leaves this machine. */
import type { PolicyAbout, Rollup, RollupOptions } from '../../shared/model.ts';
import type { Run } from '../../shared/submissions.ts';
import { createWriter } from '../papers/papers.ts';
import { randomSecret } from '../secrets.ts';
import type { FileRow, Gathered, Gathering, RollupWords, Source } from './gathering.ts';
import { createPool, type Loss, type PoolTask } from './pool.ts';
import {
  type Answers,
  type FromKeeper,
  gone,
  type Held,
  type JudgedAs,
  type Question,
  type Task,
  type ToKeeper,
  type Took,
} from './protocol.ts';
import { dayBy, modeBy, withPoints, withSaid } from './said.ts';

interface Known {
  readonly ticket: number;
  /** Null where only its result is kept. */
  readonly held: Holding | null;
  readonly step: FileRow['step'];
  readonly problem: string | null;
  readonly judged: JudgedAs | null;
  /** Of what was there before it: what counts until this is judged. */
  readonly before: Known | null;
}

/** A .zip is looked into before anything of it is judged. */
type Holding = Held & Pick<PoolTask, 'kind'>;

/** Milliseconds for one file; the largest that is read takes some ten seconds. */
const PATIENCE = 90_000;
/** More at once only wait for each other: the disk is one. */
const MOST_READERS = 4;
/** Milliseconds between two changes that views hear of, while files come in. */
const PAUSE = 100;

export function createGathering(policies: readonly PolicyAbout[]): Gathering {
  const secret = randomSecret();
  const files = new Map<string, Known>();
  const listeners = new Set<() => void>();
  const asked = new Map<number, Asked>();
  let policy = policies[0]!;
  let said: RollupOptions = {};
  let words: RollupWords | null = null;
  let rollup: Rollup | null = null;
  let problem: string | null = null;
  /** Why nothing goes on any more. */
  let end: string | null = null;
  /** Since nothing was under way. */
  let done = 0;
  let tickets = 0;
  let questions = 0;
  /** Tasks wait for what this machine keeps: it says by which policy. */
  let early: PoolTask[] | null = [];
  let chosen: PolicyAbout | null = null;
  let shown = gathered();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;

  const pool = createPool({
    most: Math.max(1, Math.min(navigator.hardwareConcurrency || 2, MOST_READERS)),
    patience: PATIENCE,
    startWorker,
    runOf,
    onPort: (port) => keep({ kind: 'take', from: port }, [port]),
    onListed: (task, books) => {
      if (files.get(task.path)?.ticket !== task.ticket) return;
      if (books === null) return put([toJudge(task)]);
      files.delete(task.path);
      keep({ kind: 'drop', path: task.path, ticket: task.ticket });
      put(books.map(toJudge));
    },
    onUnlisted: (task, why) => keep({ kind: 'fail', path: task.path, ticket: task.ticket, problem: why }),
    onLost: (task, loss) => keep({ kind: 'fail', path: task.path, ticket: task.ticket, problem: losses[loss] }),
  });
  const writer = createWriter();
  const keeper = startWorker();
  keeper.onmessage = ({ data }: MessageEvent<FromKeeper>) => hear(data);
  keeper.onerror = () => fail(early ? losses.unloaded : broken);
  keep({ kind: 'open', policy: policy.id });

  function keep(message: ToKeeper, transfer: Transferable[] = []) {
    keeper.postMessage(message, transfer);
  }

  function ask<About extends Question['about']>(question: Question & { readonly about: About }) {
    return new Promise<Answers[About]>((resolve, reject) => {
      if (end !== null) return reject(new Error(end));
      const id = ++questions;
      asked.set(id, { resolve: resolve as Asked['resolve'], reject });
      keep({ kind: 'ask', id, question });
    });
  }

  function hear(message: FromKeeper) {
    switch (message.kind) {
      case 'opened':
        return recall(message);
      case 'words':
        words = message.words;
        return publish();
      case 'took':
        return took(message);
      case 'rolled':
        rollup = message.rollup === null ? null : (JSON.parse(message.rollup) as Rollup);
        return publishSoon();
      case 'answer':
        return settle(message.id)?.resolve(message.answer);
      case 'refused':
        return settle(message.id)?.reject(new Error(message.problem));
      case 'problem':
        problem = message.problem;
        return publish();
    }
  }

  function settle(id: number): Asked | undefined {
    const one = asked.get(id);
    asked.delete(id);
    return one;
  }

  function recall(opened: Extract<FromKeeper, { readonly kind: 'opened' }>) {
    words = opened.words;
    policy = policies.find(({ id }) => id === opened.policy) ?? policy;
    const before = [...files];
    files.clear();
    for (const { path, problem, judged } of opened.files) {
      const step = problem === null ? 'kept' : 'unreadable';
      files.set(path, { ticket: 0, held: null, step, problem, judged, before: null });
    }
    for (const [path, known] of before) files.set(path, { ...known, before: makeWay(path) });
    const since = said;
    said = withSaid(opened.said, since);
    if (Object.keys(since).length > 0) heed(opened.said);
    if (chosen && chosen !== policy) turnTo(chosen);
    const tasks = early ?? [];
    early = null;
    pool.add(tasks);
    publish();
  }

  /** Nothing can be kept, rolled up or asked. */
  function fail(why: string) {
    end = why;
    pool.stop();
    early = null;
    for (const [path, known] of files) if (known.step === 'waiting') files.set(path, unread(known, 'unreadable', why));
    for (const { reject } of asked.values()) reject(new Error(why));
    asked.clear();
    problem = why;
    publish();
  }

  function took({ path, ticket, problem: why, judged }: Took) {
    const known = files.get(path);
    if (known?.ticket !== ticket) return;
    if (known.step === 'waiting') done += 1;
    const before = judged && { ...(known.before ?? { ...known, step: 'judged' }), judged };
    if (why === null) files.set(path, { ...known, step: 'judged', problem: null, judged, before: null });
    else files.set(path, unread({ ...known, before }, 'unreadable', why));
    if (!isUnderWay()) {
      done = 0;
      keep({ kind: 'settled' });
    }
    publishSoon();
  }

  const isUnderWay = () => [...files.values()].some(({ step }) => step === 'waiting');

  /** Each anew; what was judged of its path counts until then. */
  function put(all: readonly (readonly [path: string, held: Holding])[]) {
    const tasks = all.map(([path, held]): PoolTask => {
      if (files.get(path)?.step === 'waiting') leave(path);
      const before = makeWay(path);
      const ticket = ++tickets;
      files.set(path, { ticket, held, step: 'waiting', problem: null, judged: null, before });
      return { path, ticket, ...held };
    });
    if (early) early.push(...tasks);
    else pool.add(tasks);
    publish();
  }

  /** What counts of a path until it is judged anew. That it could not be read counts no more. */
  function makeWay(path: string): Known | null {
    const known = files.get(path);
    if (known?.step === 'unreadable') keep({ kind: 'aside', path, ticket: known.ticket, problem: null });
    return standingOf(known);
  }

  function leave(path: string) {
    pool.leave(path);
    early &&= early.filter((task) => task.path !== path);
  }

  /** What was judged otherwise, or is about to be, is judged again; what is not here any more is asked for. */
  function judgeAgain(isOther: (path: string, known: Known) => boolean) {
    const others = [...files].filter(([path, known]) => known.step !== 'stopped' && isOther(path, known));
    const again = others.flatMap(([path, known]) => {
      const held = known.step === 'waiting' ? known.held : heldOf(known);
      leave(path);
      // A later ticket: nothing that is on its way comes in its place.
      const ticket = held ? known.ticket : ++tickets;
      files.set(path, { ...known, ticket, before: null, ...(held && { step: 'stopped' }) });
      keep({ kind: 'aside', path, ticket, problem: held ? null : gone });
      return held ? [[path, held] as const] : [];
    });
    put(again);
  }

  function say(more: RollupOptions) {
    const before = said;
    said = withSaid(before, more);
    if (!early) heed(before);
    publish();
  }

  /** What is said now, not as before. */
  function heed(before: RollupOptions) {
    keep({ kind: 'said', said });
    judgeAgain((path, { step, judged }) =>
      step === 'waiting' ? isOtherRun(path, before, said) : judged !== null && isOtherwise(path, judged, before, said),
    );
  }

  function turnTo(next: PolicyAbout) {
    policy = next;
    // The days were those of the other policy.
    const { asOf: _, rectifyBy: __, ...others } = said;
    said = others;
    keep({ kind: 'policy', policy: policy.id });
    keep({ kind: 'said', said });
    judgeAgain(() => true);
  }

  function runOf(path: string): Run {
    return {
      secret,
      policy: policy.id,
      mode: said.mode ?? null,
      asOf: said.asOf ?? null,
      said: said.files?.[path]?.time ?? null,
    };
  }

  function gathered(): Gathered {
    const rows = [...files].map(([path, { step, problem }]) => ({ path, step, problem }));
    const left = rows.filter(({ step }) => step === 'waiting').length;
    const progress = left > 0 ? { done, all: done + left } : null;
    return { policy, files: rows, progress, rollup, said, words, problem };
  }

  function publish() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = performance.now();
    shown = gathered();
    for (const listener of listeners) listener();
  }

  function publishSoon() {
    timer ??= setTimeout(publish, Math.max(0, last + PAUSE - performance.now()));
  }

  return {
    current: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(sources: readonly Source[]) {
      problem = null;
      put(sources.map(({ path, file }) => [path, { file, book: null, kind: /\.zip$/i.test(path) ? 'list' : 'judge' }]));
    },
    drop(path) {
      const known = files.get(path);
      if (!known) return;
      leave(path);
      files.delete(path);
      keep({ kind: 'drop', path, ticket: known.ticket });
      if (known.step === 'waiting' && !isUnderWay()) {
        done = 0;
        keep({ kind: 'settled' });
      }
      publish();
    },
    cancel() {
      pool.stop();
      early &&= [];
      for (const [path, known] of files) {
        if (known.step !== 'waiting') continue;
        files.set(path, unread(known, 'stopped', stopped));
        keep({ kind: 'stop', path, ticket: known.ticket, problem: stopped });
      }
      done = 0;
      keep({ kind: 'settled' });
      publish();
    },
    resume() {
      problem = null;
      put([...files].flatMap(([path, { step, held }]) => (step === 'stopped' && held ? [[path, held] as const] : [])));
    },
    say,
    choose(id) {
      const next = policies.find((each) => each.id === id);
      if (!next || next === policy) return;
      problem = null;
      if (early) chosen = next;
      else turnTo(next);
      publish();
    },
    detail: (path, indicator) => ask({ about: 'detail', path, indicator }),
    check: (code) => ask({ about: 'code', code }),
    async fileOf(path) {
      const known = files.get(path);
      const held = known && heldOf(known);
      if (!held) return null;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (held.book === null) return held.file instanceof File ? held.file : new File([held.file], name);
      return new File([await ask({ about: 'file', held })], name);
    },
    book: () => ask({ about: 'book' }),
    report: async (terms, template) =>
      writer.write({ about: 'report', ground: await ask({ about: 'ground' }), terms, template }),
    checkTemplate: (file) => writer.checkTemplate(file),
    notices: async (terms) => writer.write({ about: 'notices', ground: await ask({ about: 'ground' }), terms }),
    checkReport: async (file, terms) => {
      const unread = [...files.values()].filter(({ step }) => step === 'waiting' || step === 'stopped').length;
      const ground = rollup && unread === 0 ? await ask({ about: 'ground' }) : null;
      const checked = await writer.check({ file, ground, terms });
      return unread === 0 ? checked : { ...checked, notes: [unheld(unread), ...checked.notes] };
    },
    scoreSheet: () => ask({ about: 'scoreSheet' }),
    async takeScores(file) {
      const name = file instanceof File ? file.name : '';
      const { points, problems } = await ask({ about: 'scores', name, file });
      if (points.length > 0) say({ judged: withPoints(said.judged ?? [], points) });
      return problems;
    },
    async clear() {
      pool.stop();
      early &&= [];
      files.clear();
      said = {};
      rollup = null;
      problem = null;
      done = 0;
      publish();
      await ask({ about: 'clear', ticket: tickets });
    },
  };
}

interface Asked {
  readonly resolve: (answer: Answers[keyof Answers]) => void;
  readonly reject: (error: Error) => void;
}

function startWorker(): Worker {
  return new Worker(new URL('./rollup.worker.ts', import.meta.url), { type: 'module' });
}

const toJudge = ({ path, file, book }: Task): readonly [string, Holding] => [path, { file, book, kind: 'judge' }];

/** The file of what counts. */
const heldOf = (known: Known): Holding | null => (known.before ?? known).held;

function standingOf(known: Known | undefined): Known | null {
  if (!known) return null;
  return known.before ?? (known.judged ? known : null);
}

/** What was judged before counts on; `step` holds where nothing was. */
function unread(known: Known, step: 'unreadable' | 'stopped', why: string): Known {
  const { before } = known;
  if (!before) return { ...known, step, problem: why, judged: null };
  return { ...known, step: before.step, problem: `${why}${counted}`, judged: before.judged };
}

/** Whether a file would be judged as of another day, or of another evaluation, by what is said now. */
function isOtherwise(path: string, { mode, spoken }: JudgedAs, before: RollupOptions, now: RollupOptions): boolean {
  return modeBy(now, path, spoken) !== mode || dayBy(before, mode) !== dayBy(now, mode);
}

/** The same of a file that is not judged yet. */
function isOtherRun(path: string, before: RollupOptions, now: RollupOptions): boolean {
  const isOtherTime = before.files?.[path]?.time !== now.files?.[path]?.time;
  return isOtherTime || before.mode !== now.mode || before.asOf !== now.asOf;
}

const losses: Readonly<Record<Loss, string>> = {
  slow: '读了很久没有读完，先放下了：这个文件可能太大。请删去多余的行、列、图片后另存，再放入一次。',
  fault: '读这个文件时出了错，没有读成。请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”，再放入一次。',
  unloaded:
    '读取的程序没能在本机打开：显示网页的组件过旧，或程序没有下载完。Mac 请把系统更新到带有 Safari 16.4 及以上版本的 macOS，Windows 请更新 Edge 和 WebView2，然后重新打开。',
};
const broken = '汇总的程序出了错，停下了。已经评估的都留着，请重新打开这一页。';
const stopped = '已停止，这个文件还没有读。';
const unheld = (unread: number) => `汇总现在不全，没有拿来对照：还有${unread}个文件没有检查。检查完再核对一次。`;
const counted = '现在计入的仍是原来的结果。';
