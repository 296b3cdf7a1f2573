/** Readers, keeper and writer of 汇总 in this very thread, in the place of the browser's workers. */
import type { FromWriter, ToWriter } from '../../addin/papers/papers.ts';
import { answerTo } from '../../addin/papers/writing.ts';
import { createKeeper } from '../../addin/rollup/keeper.ts';
import type { FromKeeper, FromReader, ToKeeper, ToReader } from '../../addin/rollup/protocol.ts';
import { createReader } from '../../addin/rollup/reader.ts';
import type { KeptFile, KeptSaid, Shelf } from '../../addin/rollup/shelf.ts';

type Message = FromReader | FromKeeper | FromWriter;

/** What becomes of workers, and what this machine keeps, of a test. */
export const machine = {
  shelf: null as Shelf | null,
  /** Paths over which a reader dies. */
  deadly: new Set<string>(),
  /** Nothing is read while it is true. */
  holdsUp: false,
  /** No worker can be had. */
  isOld: false,
  started: 0,
};

export function reset(): void {
  Object.assign(machine, { shelf: shelf(), deadly: new Set(), holdsUp: false, isOld: false, started: 0 });
}

export class InProcessWorker {
  onmessage: (event: { readonly data: Message }) => void = () => {};
  onerror: (event: { readonly message: string }) => void = () => {};
  #isOver = false;
  readonly #tell = (data: Message) => {
    if (!this.#isOver) this.onmessage({ data });
  };
  readonly #reader = createReader(this.#tell);
  readonly #keeper = createKeeper(this.#tell, async () => machine.shelf);
  #isKeeper = false;

  constructor() {
    machine.started += 1;
    if (machine.isOld) setTimeout(() => this.onerror({ message: '' }));
  }

  postMessage(message: ToReader | ToKeeper | ToWriter) {
    if ('about' in message) {
      answerTo(message).then((answer) => this.#tell({ ...answer, id: message.id }));
      return;
    }
    this.#isKeeper ||= message.kind === 'open';
    setTimeout(() => this.#take(message));
  }

  #take(message: ToReader | ToKeeper) {
    if (this.#isOver || machine.isOld) return;
    if (this.#isKeeper) {
      this.#keeper(message as ToKeeper);
      return;
    }
    const given = message as ToReader;
    if (given.kind === 'judge' && machine.holdsUp) return;
    if (given.kind === 'judge' && machine.deadly.has(given.task.path)) this.onerror({ message: 'out of memory' });
    else this.#reader(given);
  }

  terminate() {
    this.#isOver = true;
  }
}

/** As the browser's database keeps it: copies, by path. */
function shelf(): Shelf {
  const files = new Map<string, KeptFile>();
  let said: KeptSaid | null = null;
  return {
    all: async () => structuredClone({ files: [...files.values()].sort((a, b) => a.order - b.order), said }),
    keep: async (file) => void files.set(file.path, structuredClone(file)),
    forget: async (path) => void files.delete(path),
    keepSaid: async (next) => {
      said = structuredClone(next);
    },
    clear: async () => {
      files.clear();
      said = null;
    },
  };
}
