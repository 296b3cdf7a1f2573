/**
 * By hand: `node test/generator/leaks.ts 200 0` plants personal words in so many workbooks from this seed on, and says what of
 * them is found in the bytes sent, by class and place, and for how many workbooks the answer to what was sent, words put
 * back, equals that to the raw workbook. A third argument, `all`, prints every leak and difference.
 */

import { type Difference, explainedIn, type Leak, leaksIn, resultOf } from './plants/found.ts';
import { planted } from './plants.ts';

const [count, first] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 0)];
const everything = process.argv[4] === 'all';
const say = (line: string) => process.stdout.write(`${line}\n`);
const short = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'undefined';
  return everything || text.length <= 160 ? text : `${text.slice(0, 160)}…`;
};

class Tally<T> {
  readonly all = new Map<string, { times: number; readonly first: T }>();
  add(key: string, one: T): void {
    const known = this.all.get(key);
    if (known) known.times++;
    else this.all.set(key, { times: 1, first: one });
  }
  print(tell: (one: T) => string): void {
    for (const [key, { times, first }] of [...this.all].sort((a, b) => b[1].times - a[1].times))
      say(`  ${String(times).padStart(6)} ${key.padEnd(34)} ${tell(first)}`);
  }
}

const kinds = new Tally<Leak & { seed: number }>();
const places = new Tally<Leak & { seed: number }>();
const unlike = new Tally<Difference & { seed: number }>();
const plantedAt = new Map<string, number>();
let [plants, leaked, equal, unlikely, failed] = [0, 0, 0, 0, 0];

for (let seed = first; seed < first + count; seed++) {
  const workbook = planted(seed);
  plants += workbook.plants.length;
  for (const { where } of workbook.plants) plantedAt.set(group(where), (plantedAt.get(group(where)) ?? 0) + 1);
  try {
    const { sent, differences, isUnlike } = resultOf(workbook, workbook.by);
    if (isUnlike) unlikely++;
    const leaks = leaksIn(sent, workbook.plants, explainedIn(workbook.base));
    leaked += leaks.length;
    for (const leak of leaks) {
      kinds.add(leak.plant.kind, { ...leak, seed });
      places.add(leak.plant.where, { ...leak, seed });
      if (everything) say(`${seed} ${told({ ...leak, seed })}`);
    }
    if (differences.length === 0) equal++;
    for (const difference of differences) {
      unlike.add(difference.kind, { ...difference, seed });
      if (everything) say(`${seed} ${difference.kind}: ${toldDifference({ ...difference, seed })}`);
    }
  } catch (error) {
    failed++;
    say(`${seed} throws ${(error as Error).stack}`);
  }
}

function group(where: string): string {
  return where.split(' ')[0]!;
}
function told({ plant, sent, windows, path, seed }: Leak & { seed: number }): string {
  return `${plant.text} → ${short(sent)} (${windows.slice(0, 3).join(' ')}) seed ${seed} ${plant.place} ${path}`;
}
function toldDifference({ raw, masked, seed }: Difference & { seed: number }): string {
  return `${short(raw)} | ${short(masked)} seed ${seed}`;
}

say(`${count} workbooks, ${plants} plants (${[...plantedAt].map(([where, n]) => `${where} ${n}`).join(', ')})`);
say(
  `${leaked} leaks; ${equal} of ${count} answers equal, ${unlikely} of them judged unmasked${failed ? `; ${failed} threw` : ''}`,
);
say('\nleaks by class, each with the first');
kinds.print(told);
say('\nleaks by place, each with the first');
places.print(told);
say('\ndifferences, each with the first: raw | masked');
unlike.print(toldDifference);
