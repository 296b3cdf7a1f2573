/**
 * 字多四倍，用时也只多四倍左右：每一处能写字的地方，各种字连成长串。地方和词都取自目录，目录里添了什么，这里自然就有。
 * 量的是本进程用的处理器时间，不是钟表时间；超出的先在更长的字上复核，再量几次取最少的，才算超出。
 * GROWTH=all 时每一处都试每一种字（十来分钟），平时各处轮流。
 */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, grounds } from '../../shared/evaluate.ts';
import { reportOf } from '../../shared/report/reports.ts';
import { type Kind, kinds } from './growth/texts.ts';
import { places, written } from './growth/workbooks.ts';

/** Excel 一格最多的字数。 */
const MOST = 32_767;
const FIRST = 1500;
/** 线性的不到 4 倍，平方的近 16 倍；一处平方混在几处线性之中，先看出的只是多一点。 */
const SUSPECT = 4.8;
const TOO_MUCH = 5.5;
/** 这么少的毫秒看不出倍数。 */
const LEAST = 40;
const ROUNDS = process.env.GROWTH === 'all' ? 1 : 24;

/** 毫秒。 */
function timeOf(kind: Kind, at: number, length: number): number {
  const chosen = places.filter((_, place) => place % ROUNDS === at % ROUNDS);
  const { workbook, corrections } = written(chosen, kind.of(length));
  const before = process.cpuUsage();
  const masked = deidentify(workbook, '5e'.repeat(32), corrections);
  reportOf(evaluate(masked.snapshot, { corrections: masked.corrections }), grounds.policies[0]!);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const leastOf = (times: number, measure: () => number) => Math.min(...Array.from({ length: times }, measure));

/** 字多四倍，用时多几倍；太短看不出的作 1。 */
function growth(kind: Kind, at: number, length: number, times: number): number {
  const more = leastOf(times, () => timeOf(kind, at, length * 4));
  return more < LEAST ? 1 : more / leastOf(times, () => timeOf(kind, at, length));
}

function isTooMuch(kind: Kind, at: number): boolean {
  const long = Math.floor(MOST / 4);
  return growth(kind, at, FIRST, 1) > SUSPECT && [1, 2, 3].every((times) => growth(kind, at, long, times) > TOO_MUCH);
}

describe('用时随字数增长', { timeout: 600_000 }, () => {
  timeOf(kinds[0]!, 0, 100);

  test.each(kinds.map((kind, at) => [kind.name, kind, at] as const))('%s', (_, kind, at) => {
    expect(isTooMuch(kind, at)).toBe(false);
  });
});
