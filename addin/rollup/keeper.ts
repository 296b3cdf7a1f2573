/** The keeper: holds what was judged, rolls it up, keeps it on this machine, and answers what is asked of it. */
import { ENGINE, policyOf } from '../../shared/evaluate.ts';
import { newFile } from '../../shared/files/new.ts';
import { FileProblem } from '../../shared/files/problems.ts';
import { readFile } from '../../shared/files/read.ts';
import type { Evaluation, Policy, Rollup, RollupOptions, Submitted } from '../../shared/model.ts';
import { rollupBook } from '../../shared/report/rollup/book.ts';
import { readScores, scoreSheets } from '../../shared/report/rollup/scores.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import type { Readable } from '../../shared/submissions.ts';
import { codeAnswer, detailOf, wordsOf } from './details.ts';
import { packed, slim, unpackedFrom } from './packing.ts';
import {
  type Answers,
  type FromKeeper,
  gone,
  type Question,
  type Recalled,
  type Result,
  type ToKeeper,
  type Took,
} from './protocol.ts';
import { bytesOf } from './reader.ts';
import { dayBy, modeBy, withKnownPoints } from './said.ts';
import type { KeptFile, Shelf } from './shelf.ts';

interface Kept {
  readonly ticket: number;
  readonly submitted: Submitted;
  /** The evaluation, packed; null where there is none. */
  readonly whole: Uint8Array | null;
}

/** Takes messages one by one; `tell` reaches the window. */
export function createKeeper(
  tell: (message: FromKeeper) => void,
  openShelf: () => Promise<Shelf | null>,
): (message: ToKeeper) => Promise<void> {
  const files = new Map<string, Kept>();
  /** By path: what came up to this ticket is not wanted any more. */
  const dropped = new Map<string, number>();
  let policy: Policy = policyOf({});
  let said: RollupOptions = {};
  let rollup: Rollup | null = null;
  let shelf: Shelf | null = null;
  /** Of what was kept, the last; behind it come those of now, as they were dropped. */
  let lastKept = 0;
  /** As of `dropped`, of all paths. */
  let floor = 0;
  let line = Promise.resolve();
  const rolling = createThrottle(roll);

  /** Never lets a full disk stop the work; said once. */
  async function shelve(change: (shelf: Shelf) => Promise<void>) {
    if (!shelf) return;
    try {
      await change(shelf);
    } catch {
      if (shelf) tell({ kind: 'problem', problem: unkept });
      shelf = null;
    }
  }

  async function open(wanted: string) {
    shelf = await openShelf();
    const kept = await shelf?.all().catch(() => null);
    if (!kept) {
      shelf = null;
      tell({ kind: 'problem', problem: unkept });
    }
    policy = known(kept?.said?.policy) ?? policyOf({ policy: wanted });
    const recalledSaid = withKnownPoints((kept?.said?.said ?? {}) as RollupOptions);
    said = recalledSaid.said;
    const recalled = (kept?.files ?? []).map(recall);
    tell({ kind: 'opened', policy: policy.id, words: wordsOf(policy), said, files: recalled });
    rolling.now();
    if (recalledSaid.dropped === 0) return;
    tell({ kind: 'problem', problem: timeless(recalledSaid.dropped) });
    await shelve((shelf) => shelf.keepSaid({ policy: policy.id, said }));
  }

  function recall({ path, order: at, readable, problem }: KeptFile): Recalled {
    lastKept = Math.max(lastKept, at);
    const one = readable && (unpackedFrom(readable) as Readable);
    const { mode } = one?.evaluation ?? {};
    const stale = one && isStale(one, policy, said) ? outdated : null;
    const why = one ? stale : (problem ?? outdated);
    const submitted = one && why === null ? slim(one) : { file: path, problem: why ?? outdated };
    files.set(path, { ticket: 0, submitted, whole: one && why === null ? packed(one.evaluation) : null });
    return { path, problem: why, judged: one && mode && why === null ? { mode, spoken: one.spoken } : null };
  }

  function take(result: Result) {
    const { path, ticket } = result;
    const before = files.get(path);
    if (ticket <= (dropped.get(path) ?? floor) || (before && before.ticket > ticket)) return;
    const problem = 'problem' in result ? result.problem : null;
    if (before?.whole && (before.ticket === ticket || problem !== null)) return stand(path, before, ticket, problem);
    const read = 'problem' in result ? null : result;
    const submitted = 'problem' in result ? { file: path, problem: result.problem } : result.submitted;
    const one = { ticket, submitted, whole: read?.whole ?? null };
    files.set(path, one);
    tell({ kind: 'took', ...tookOf(path, one) });
    rolling.soon();
    const readable = read?.kept ?? null;
    const kept = { path, order: lastKept + ticket, readable, problem };
    // What may not be kept is asked for again.
    shelve((shelf) => shelf.keep(kept));
  }

  /** What is here counts on; `why` nothing newer does. What was read just before it was given up is as good as any. */
  function stand(path: string, one: Kept, ticket: number, why: string | null) {
    const took = tookOf(path, one);
    tell({ kind: 'took', ...took, ticket, problem: one.whole && one.ticket < ticket ? why : took.problem });
  }

  function setAside({ path, ticket, problem }: Extract<ToKeeper, { readonly kind: 'aside' }>) {
    dropped.set(path, ticket);
    files.delete(path);
    if (problem !== null) {
      const one = { ticket, submitted: { file: path, problem }, whole: null };
      files.set(path, one);
      tell({ kind: 'took', ...tookOf(path, one) });
    }
    rolling.soon();
  }

  function roll() {
    try {
      const all = [...files.values()].map(({ submitted }) => submitted);
      rollup = all.length > 0 ? rollUp(all, policy, said) : null;
      tell({ kind: 'rolled', rollup: rollup && JSON.stringify(rollup) });
    } catch {
      rollup = null;
      tell({ kind: 'rolled', rollup: null });
      tell({ kind: 'problem', problem: unrolled });
    }
  }

  /** Of what is here by now. */
  function current(): Rollup {
    rolling.now();
    if (!rollup) throw new Refusal('还没有汇总：请先放入工作簿。');
    return rollup;
  }

  const evaluationOf = (path: string): Evaluation | null => {
    const whole = files.get(path)?.whole;
    return whole ? (unpackedFrom(whole) as Evaluation) : null;
  };

  /** All at once: only what is written down at once needs them. */
  const evaluations = (): ReadonlyMap<string, Evaluation> =>
    new Map(
      [...files.keys()].flatMap((path) => {
        const evaluation = evaluationOf(path);
        return evaluation ? [[path, evaluation]] : [];
      }),
    );

  async function answer(question: Question): Promise<Answers[keyof Answers]> {
    switch (question.about) {
      case 'detail':
        return detailOf(question.path, evaluationOf(question.path), question.indicator);
      case 'code':
        return codeAnswer(question.code, current(), policy);
      case 'book':
        return newFile(rollupBook(current(), policy, evaluations())) as Answers['book'];
      case 'scoreSheet':
        return newFile(scoreSheets(current(), policy)) as Answers['scoreSheet'];
      case 'ground':
        return {
          policy: policy.id,
          rollup: JSON.stringify(current()),
          evaluations: [...files].flatMap(([path, { whole }]) => (whole ? [[path, whole] as const] : [])),
          recalled: recalledIn(current(), [...files.values()]),
        };
      case 'scores': {
        const { snapshot } = readFile(question.name, await bytesOf({ file: question.file, book: null }));
        return readScores(snapshot, current(), policy);
      }
      case 'file':
        return bytesOf(question.held);
      case 'clear':
        return clear(question.ticket);
    }
  }

  async function clear(ticket: number) {
    floor = ticket;
    dropped.clear();
    files.clear();
    said = {};
    rolling.now();
    await shelve((shelf) => shelf.clear());
    return null;
  }

  async function handle(message: ToKeeper): Promise<void> {
    switch (message.kind) {
      case 'open':
        return open(message.policy);
      case 'take':
        message.from.onmessage = ({ data }: MessageEvent<Result>) => take(data);
        return;
      case 'fail':
        return take(message);
      case 'stop': {
        const one = files.get(message.path);
        return one && stand(message.path, one, message.ticket, message.problem);
      }
      case 'aside':
        return setAside(message);
      case 'drop': {
        const { path, ticket } = message;
        dropped.set(path, ticket);
        if ((files.get(path)?.ticket ?? Number.POSITIVE_INFINITY) > ticket) return;
        files.delete(path);
        rolling.soon();
        return shelve((shelf) => shelf.forget(path));
      }
      case 'said':
        said = message.said;
        rolling.now();
        return shelve((shelf) => shelf.keepSaid({ policy: policy.id, said }));
      case 'policy':
        policy = policyOf(message);
        tell({ kind: 'words', words: wordsOf(policy) });
        return shelve((shelf) => shelf.keepSaid({ policy: policy.id, said }));
      case 'settled':
        return rolling.now();
      case 'ask':
        try {
          tell({ kind: 'answer', id: message.id, answer: await answer(message.question) });
        } catch (error) {
          tell({ kind: 'refused', id: message.id, problem: refusalOf(error) });
        }
    }
  }

  // One after the other: nothing is asked of what is not open yet.
  return (message) => {
    const turn = line.then(() => handle(message));
    line = turn.catch(() => {});
    return turn;
  };
}

/** A whole sentence for a person. */
class Refusal extends Error {}

function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof FileProblem) return `这个文件${error.message}`;
  return '没有做成。请再试一次；还不行，请重新打开。';
}

const timeless = (count: number) =>
  `以前保存的人评分有${count}项没有记下是中期还是终期评的，没有采用。请在“表与打印”里重新填写。`;
const unkept = '本机不让保存，或没有空间了：关闭以后这一次的汇总不会留下，请及时导出汇总表。';
const unrolled = '这些文件没能汇总出来。请一次少放几个再试，找出是哪一个，从清单里去掉。';
const outdated =
  '上次的结果不能再用：软件更新过，或换了评估依据、评估时间，或当时没有留下结果。请把这个文件再放入一次。';

/** Paths of what is to be put in again. Another with the same data stands for a duplicate. */
function recalledIn({ units }: Rollup, all: readonly Kept[]): readonly string[] {
  const spare = new Set(units.flatMap(({ state, file }) => (state === 'duplicate' ? (file ?? []) : [])));
  return all.flatMap(({ submitted }) => {
    const isWhole = 'problem' in submitted ? !isToReturn(submitted.problem) : submitted.joins !== null;
    return isWhole || spare.has(submitted.file) ? [] : [submitted.file];
  });
}

const isToReturn = (problem: string) => problem === outdated || problem === gone;

/** Judged otherwise than it would be now. */
function isStale({ file, evaluation, spoken }: Readable, policy: Policy, said: RollupOptions): boolean {
  const { engine, policy: of, mode, asOf } = evaluation;
  const day = dayBy(said, mode) ?? (mode === 'midterm' ? policy.midtermAsOf : policy.finalAsOf);
  return engine !== ENGINE || of.id !== policy.id || mode !== modeBy(said, file, spoken) || asOf !== day;
}

function tookOf(path: string, { ticket, submitted }: Kept): Took {
  if ('problem' in submitted) return { path, ticket, problem: submitted.problem, judged: null };
  const { evaluation, spoken } = submitted;
  return { path, ticket, problem: null, judged: { mode: evaluation.mode, spoken } };
}

function known(id: string | undefined): Policy | null {
  try {
    return id === undefined ? null : policyOf({ policy: id });
  } catch {
    return null;
  }
}

interface Throttle {
  readonly soon: () => void;
  readonly now: () => void;
}

/** Runs at once, then after a pause that leaves most of the time to the rest of the work. */
function createThrottle(run: () => void): Throttle {
  const pause = 300;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let next = 0;
  const now = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const start = performance.now();
    run();
    const end = performance.now();
    next = end + Math.max(pause, 5 * (end - start));
  };
  return {
    now,
    soon() {
      if (timer !== null) return;
      timer = setTimeout(now, Math.max(0, next - performance.now()));
    },
  };
}
