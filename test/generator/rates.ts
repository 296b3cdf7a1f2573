/**
 * By hand: `node test/generator/rates.ts 3000` says how many difficult workbooks were judged wrongly and how often was asked
 * needlessly, in all and for each difficulty, and names the first wrong ones. A second figure is the first seed, a third
 * argument one difficulty alone.
 */
import { type DimensionName, dimensionNames } from './hard/dimensions.ts';
import { type Judged, judged } from './hard/judge.ts';
import { dimensionsOf, hardWorkbook } from './hard/workbooks.ts';

const [count, first] = [Number(process.argv[2] ?? 3000), Number(process.argv[3] ?? 0)];
const only = process.argv[4] as DimensionName | undefined;

interface Sum {
  workbooks: number;
  wrongWorkbooks: number;
  entries: number;
  wrong: number;
  asked: number;
  cells: number;
  doubted: number;
}

const empty = (): Sum => ({ workbooks: 0, wrongWorkbooks: 0, entries: 0, wrong: 0, asked: 0, cells: 0, doubted: 0 });
const all = empty();
/** Of workbooks with this difficulty alone. */
const alone = new Map<string, Sum>(dimensionNames.map((name) => [name, empty()]));
const examples: string[] = [];
const open = new Map<string, { times: number; first: string }>();
const questions = new Map<string, number>();

for (let seed = first; seed < first + count; seed++) {
  const dimensions = only ? [only] : dimensionsOf(seed);
  const workbook = hardWorkbook(seed, dimensions);
  const result = { ...judged(workbook) };
  add(all, result);
  if (dimensions.length === 1) add(alone.get(dimensions[0]!)!, result);
  if (result.wrong.length > 0) examples.push(`${seed} [${dimensions.join(' ')}] ${result.wrong.join('; ')}`);
  for (const line of result.asked) {
    const what = `${dimensions.length === 1 ? dimensions[0] : 'several'} ${line.split(' ')[0]}`;
    open.set(what, { times: (open.get(what)?.times ?? 0) + 1, first: open.get(what)?.first ?? `${seed} ${line}` });
  }
  for (const cell of result.doubted) {
    const [table, key] = cell.split(' ');
    const what = `${dimensions.length === 1 ? dimensions[0] : 'several'} ${table}.${key}`;
    questions.set(what, (questions.get(what) ?? 0) + 1);
  }
}

for (const [name, sum] of [['all', all] as const, ...alone]) if (sum.workbooks > 0) print(name, sum);
process.stdout.write(`\nwrong, the first ${Math.min(40, examples.length)} of ${examples.length} workbooks\n`);
for (const line of examples.slice(0, 40)) process.stdout.write(`  ${line}\n`);
process.stdout.write('\ncells asked needlessly, by difficulty and column\n');
for (const [what, times] of [...questions].sort((a, b) => b[1] - a[1]).slice(0, 30))
  process.stdout.write(`  ${String(times).padStart(6)} ${what}\n`);

process.stdout.write('\nentries asked needlessly, by difficulty, each with the first\n');
for (const [what, { times, first: example }] of [...open].sort((a, b) => b[1].times - a[1].times).slice(0, 40))
  process.stdout.write(`  ${String(times).padStart(6)} ${what.padEnd(18)} ${example}\n`);

function add(sum: Sum, { wrong, asked, entries, cells, doubted }: Judged): void {
  sum.workbooks++;
  if (wrong.length > 0) sum.wrongWorkbooks++;
  sum.wrong += wrong.length;
  sum.asked += asked.length;
  sum.entries += entries;
  sum.cells += cells;
  sum.doubted += doubted.length;
}

function print(name: string, sum: Sum): void {
  const share = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`.padStart(7);
  process.stdout.write(
    `${name.padEnd(14)} ${String(sum.workbooks).padStart(5)} workbooks, wrong ${share(sum.wrongWorkbooks, sum.workbooks)} of them, ${share(sum.wrong, sum.entries)} of entries; asked needlessly ${share(sum.asked, sum.entries)} of entries, ${share(sum.doubted, sum.cells)} of deciding cells\n`,
  );
}
