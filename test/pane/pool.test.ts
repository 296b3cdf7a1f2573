/** Readers: as many as help, each with one file at a time; what takes too long costs its own file only. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPool, type PoolTask } from '../../addin/rollup/pool.ts';
import type { ToReader } from '../../addin/rollup/protocol.ts';

class PretendReader {
  static all: PretendReader[] = [];
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  readonly asked: string[] = [];
  isOver = false;
  constructor() {
    PretendReader.all.push(this);
  }
  postMessage(message: ToReader) {
    if (message.kind !== 'pass') this.asked.push(message.task.path);
  }
  terminate() {
    this.isOver = true;
  }
  tells(kind: 'ready' | 'judged') {
    this.onmessage({ data: { kind } });
  }
}

const task = (path: string): PoolTask => ({ path, ticket: 1, file: new Blob(), book: null, kind: 'judge' });
const onLost = vi.fn();
const pool = () =>
  createPool({
    most: 2,
    patience: 90_000,
    startWorker: () => new PretendReader() as unknown as Worker,
    runOf: () => ({ secret: 'ab', policy: 'p', mode: null, asOf: null }),
    onPort: () => {},
    onListed: () => {},
    onUnlisted: () => {},
    onLost: ({ path }, loss) => onLost(path, loss),
  });
const asked = () => PretendReader.all.map((reader) => reader.asked);

beforeEach(() => {
  PretendReader.all = [];
  onLost.mockReset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('至多两个，各读一个，读完再给；都读完就关掉', () => {
  pool().add([task('甲'), task('乙'), task('丙')]);
  expect(asked()).toEqual([['甲'], ['乙']]);
  PretendReader.all[1]!.tells('judged');
  expect(asked()).toEqual([['甲'], ['乙', '丙']]);
  for (const reader of PretendReader.all) reader.tells('judged');
  expect(PretendReader.all.map(({ isOver }) => isOver)).toEqual([true, true]);
});

test('读得太久的先放下，换一个接着读别的', () => {
  pool().add([task('甲'), task('乙'), task('丙')]);
  vi.advanceTimersByTime(60_000);
  PretendReader.all[1]!.tells('judged');
  vi.advanceTimersByTime(30_000);
  expect(onLost.mock.calls).toEqual([['甲', 'slow']]);
  expect(PretendReader.all.map(({ isOver }) => isOver)).toEqual([true, false]);
  PretendReader.all[1]!.tells('judged');
  vi.advanceTimersByTime(90_000);
  expect(onLost).toHaveBeenCalledTimes(1);
});

test('读的中间坏了的只丢它；一开始就起不来的，全都说', () => {
  pool().add([task('甲'), task('乙'), task('丙')]);
  PretendReader.all[0]!.tells('ready');
  PretendReader.all[0]!.onerror();
  expect(onLost.mock.calls).toEqual([['甲', 'fault']]);
  expect(asked()).toEqual([['甲'], ['乙'], ['丙']]);
  PretendReader.all[2]!.onerror();
  expect(onLost.mock.calls.slice(1)).toEqual([
    ['乙', 'unloaded'],
    ['丙', 'unloaded'],
  ]);
});

test('停下时当场关掉，没有读的不再读', () => {
  const readers = pool();
  readers.add([task('甲'), task('乙'), task('丙')]);
  readers.stop();
  expect(PretendReader.all.map(({ isOver }) => isOver)).toEqual([true, true]);
  vi.advanceTimersByTime(100_000);
  expect(onLost).not.toHaveBeenCalled();
  readers.add([task('丁')]);
  expect(asked()).toEqual([['甲'], ['乙'], ['丁']]);
});

test('还没有轮到就去掉的，不读', () => {
  const readers = pool();
  readers.add([task('甲'), task('乙'), task('丙'), task('丁')]);
  readers.leave('丙');
  PretendReader.all[0]!.tells('judged');
  expect(asked()).toEqual([['甲', '丁'], ['乙']]);
});
