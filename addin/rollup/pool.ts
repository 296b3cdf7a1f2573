/** Readers: as many workers as help, each with one file at a time. One that takes too long, or dies, costs its own file only. */
import type { Run } from '../../shared/submissions.ts';
import type { FromReader, Task, ToReader } from './protocol.ts';

export interface Pool {
  /** Behind what is waiting. */
  readonly add: (tasks: readonly PoolTask[]) => void;
  /** What is not begun is left out; what is begun goes on, and its result is not wanted. */
  readonly leave: (path: string) => void;
  /** At once: what is begun is given up too. */
  readonly stop: () => void;
}

export type PoolTask = Task & { readonly kind: 'judge' | 'list' };

/** `slow`: not done within the patience · `fault`: the worker died of it · `unloaded`: no worker can be had at all. */
export type Loss = 'slow' | 'fault' | 'unloaded';

export interface Around {
  readonly most: number;
  /** Milliseconds for one file. */
  readonly patience: number;
  readonly startWorker: () => Worker;
  /** By what a file is judged now. */
  readonly runOf: (path: string) => Run;
  /** The other end of a reader's way to the keeper. */
  readonly onPort: (port: MessagePort) => void;
  readonly onListed: (task: Task, books: readonly Task[] | null) => void;
  readonly onUnlisted: (task: Task, problem: string) => void;
  readonly onLost: (task: Task, loss: Loss) => void;
}

interface Reader {
  readonly worker: Worker;
  task: PoolTask | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  isLoaded: boolean;
}

export function createPool(around: Around): Pool {
  let waiting: PoolTask[] = [];
  const readers = new Set<Reader>();

  function start(): Reader {
    const reader: Reader = { worker: around.startWorker(), task: null, timer: undefined, isLoaded: false };
    reader.worker.onmessage = ({ data }: MessageEvent<FromReader>) => hear(reader, data);
    reader.worker.onerror = () => (reader.isLoaded ? lose(reader, 'fault') : giveUp());
    const { port1, port2 } = new MessageChannel();
    around.onPort(port2);
    send(reader, { kind: 'pass', to: port1 }, [port1]);
    readers.add(reader);
    return reader;
  }

  function hear(reader: Reader, message: FromReader) {
    reader.isLoaded = true;
    if (message.kind === 'ready') return;
    const task = done(reader);
    if (task && message.kind === 'listed') around.onListed(task, message.books);
    if (task && message.kind === 'unlisted') around.onUnlisted(task, message.problem);
    next();
  }

  function done(reader: Reader): Task | null {
    const { task } = reader;
    clearTimeout(reader.timer);
    reader.task = null;
    return task;
  }

  function next() {
    while (waiting.length > 0) {
      const reader = [...readers].find(({ task }) => task === null) ?? (readers.size < around.most ? start() : null);
      if (!reader) return;
      give(reader, waiting.shift()!);
    }
    // What is idle holds memory.
    for (const reader of readers) if (reader.task === null) end(reader);
  }

  function give(reader: Reader, task: PoolTask) {
    reader.task = task;
    reader.timer = setTimeout(() => lose(reader, 'slow'), around.patience);
    const { kind, ...held } = task;
    send(reader, kind === 'list' ? { kind, task: held } : { kind, task: held, run: around.runOf(task.path) });
  }

  function lose(reader: Reader, loss: Loss) {
    const task = done(reader);
    end(reader);
    if (task) around.onLost(task, loss);
    next();
  }

  /** A worker that never came is not to be had by trying again. */
  function giveUp() {
    const tasks = [...readers].flatMap((reader) => done(reader) ?? []);
    const all = [...tasks, ...waiting];
    stop();
    for (const task of all) around.onLost(task, 'unloaded');
  }

  function end(reader: Reader) {
    clearTimeout(reader.timer);
    reader.worker.terminate();
    readers.delete(reader);
  }

  function stop() {
    waiting = [];
    for (const reader of readers) end(reader);
  }

  return {
    add(tasks) {
      waiting.push(...tasks);
      next();
    },
    leave(path) {
      waiting = waiting.filter((task) => task.path !== path);
    },
    stop,
  };
}

function send({ worker }: Reader, message: ToReader, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
