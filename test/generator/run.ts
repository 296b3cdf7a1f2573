/** By hand: `node test/generator/run.ts 0 3000` says how many of these workbooks are understood, and what was missed. */
import { compare } from './compare.ts';

const [from, to] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 3000)];
let missed = 0;
for (let seed = from; seed < to; seed++) {
  const { misses } = compare(seed);
  if (misses.length === 0) continue;
  missed++;
  process.stdout.write(`${seed}\n${misses.map((miss) => `  ${miss}\n`).join('')}`);
}
const share = ((1 - missed / (to - from)) * 100).toFixed(2);
process.stdout.write(`${to - from - missed} of ${to - from} understood, ${share}%\n`);
