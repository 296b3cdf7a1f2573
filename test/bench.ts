// npm run bench: speed as ratios within one run, so that machines can be compared, and sizes. Nothing is kept or judged by it but
// what it prints beside each figure as its aim. On a busy machine only what is compared within a line means anything.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { readXlsx } from 'hucre';
import { deidentify, evaluate, packed } from '../shared/evaluate.ts';
import { readFile } from '../shared/files/read.ts';
import type { WorkbookSnapshot } from '../shared/model.ts';
import { buildDeploy, buildLocal } from '../worker/commands/bundles.ts';
import { startServer } from '../worker/commands/servers.ts';
import { sizes } from '../worker/commands/sizes.ts';
import { benchGathering } from './bench-gathering.ts';
import { benchPapers } from './bench-papers.ts';
import { freePort } from './browser/ports.ts';
import { fileOf } from './fixtures/files.ts';
import { listSamples, sampleBytes, sampleSnapshot } from './fixtures/samples.ts';
import { ledger } from './ledgers.ts';

const secret = '00'.repeat(32);

const samples = await listSamples();
const opened = await Promise.all(samples.map(sampleSnapshot));
const largest = opened.reduce((a, b) => (cells(b) > cells(a) ? b : a));
const typical = opened.reduce((a, b) => (Math.abs(cells(b) - 900) < Math.abs(cells(a) - 900) ? b : a));
const typicalSample = samples[opened.indexOf(typical)]!;

console.log('引擎用时（中位数，括号内为第 10–90 百分位）');
against('平常的样例', typical, 300, 15);
against('最大的样例', largest, 300, 20);
against('5000 行台账', ledger(5000), 30, 3);

console.log('\n从文件读出');
await againstOther('平常的样例', await sampleBytes(typicalSample), 200);
await againstOther('5000 行台账', fileOf(ledger(5000)), 20);

console.log('\n改一格以后重新脱敏、评估');
edited('平常的样例', typical);
edited('最大的样例', largest);

console.log('\n每个单元格的用时（微秒）：应大致不变');
for (const rows of [125, 1250, 12_500, 125_000]) perCell(ledger(rows));

console.log('\n发给接口的内容');
for (const raw of [...opened, ledger(125_000)]) {
  const mebibytes = Buffer.byteLength(bodyOf(raw)) / 2 ** 20;
  console.log(`  ${raw.name ?? '台账'}（${cells(raw)} 格）：${mebibytes.toFixed(3)} MiB，目标 < 16`);
}

console.log('\n汇总');
await benchGathering(opened);

console.log('\n报告');
await benchPapers();

await buildDeploy('https://localhost:3000');
console.log('\n体积');
for (const { name, kilobytes, most } of sizes()) {
  console.log(`  ${name} ${kilobytes.toFixed(1)} kB，上限 ${most}`);
}

console.log('\n在 workerd 里评估最大的样例');
await inWorkerd(largest);
process.exit(0);

/** Ratios of evaluating and masking to parsing and to each other, measured turn by turn so that all meet the same disturbances. */
function against(name: string, raw: WorkbookSnapshot, runs: number, aim: number): void {
  const { snapshot } = deidentify(raw, secret);
  const json = JSON.stringify(snapshot);
  const turns = {
    parsing: () => JSON.parse(json),
    masking: () => deidentify(raw, secret),
    evaluating: () => evaluate(snapshot),
    evaluatingRaw: () => evaluate(raw),
  };
  const times = timesOf(turns, runs);
  const row = (what: keyof typeof turns, word: string, to: keyof typeof turns, than: string, most: number) => {
    const ratio = middle(times[what]) / middle(times[to]);
    console.log(`    ${word} ${spread(times[what])}，是${than}的 ${ratio.toFixed(2)} 倍，目标 ≤ ${most}`);
  };
  console.log(
    `  ${name}（${cells(raw)} 格）：解析 ${spread(times.parsing)}，评估原样的 ${spread(times.evaluatingRaw)}`,
  );
  row('evaluating', '评估', 'parsing', '解析', aim);
  row('evaluating', '评估', 'evaluatingRaw', '评估原样', 1.1);
  row('masking', '脱敏', 'evaluatingRaw', '评估原样', 2);
}

/** Ratio of the product's reading to that of a library, turn by turn. */
async function againstOther(name: string, bytes: Uint8Array, runs: number): Promise<void> {
  const own: number[] = [];
  const other: number[] = [];
  for (let run = -Math.ceil(runs / 3); run < runs; run++) {
    const times = [milliseconds(() => readFile(name, bytes))];
    const start = performance.now();
    await readXlsx(bytes, { readStyles: true });
    times.push(performance.now() - start);
    if (run < 0) continue;
    own.push(times[0]!);
    other.push(times[1]!);
  }
  const ratio = middle(own) / middle(other);
  console.log(`  ${name}：${spread(own)}，是 hucre（${spread(other)}）的 ${ratio.toFixed(2)} 倍，目标 ≤ 1.2`);
}

/** Milliseconds of each, a third more runs going before. */
function timesOf<Name extends string>(
  turns: Readonly<Record<Name, () => unknown>>,
  runs: number,
): Record<Name, number[]> {
  const names = Object.keys(turns) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let run = -Math.ceil(runs / 3); run < runs; run++) {
    for (const name of names) {
      const time = milliseconds(turns[name]);
      if (run >= 0) times[name].push(time);
    }
  }
  return times;
}

/** What the pane sends. */
function bodyOf(raw: WorkbookSnapshot): string {
  return JSON.stringify({ workbook: packed(deidentify(raw, secret).snapshot) });
}

/** What a live check costs: a workbook of which one cell is new is masked and evaluated as a whole. */
function edited(name: string, raw: WorkbookSnapshot): void {
  const times: number[] = [];
  const [first, ...others] = raw.sheets;
  for (let run = 0; run < 200; run++) {
    const values = [...first!.values.slice(0, -1), [...first!.values.at(-1)!.slice(0, -1), run]];
    const snapshot = { ...raw, sheets: [{ ...first!, values }, ...others] };
    times.push(milliseconds(() => evaluate(deidentify(snapshot, secret).snapshot)));
  }
  console.log(`  ${name}：${spread(times.slice(50))}，目标 ≤ 16`);
}

function perCell(raw: WorkbookSnapshot): void {
  const { snapshot } = deidentify(raw, secret);
  const runs = Math.max(3, Math.round(200_000 / cells(raw)));
  const times = Array.from({ length: runs }, () => milliseconds(() => evaluate(snapshot)));
  console.log(`  ${cells(raw)} 格：${((middle(times) * 1000) / cells(raw)).toFixed(2)}`);
}

/** Clocks of the Worker stand still while it computes, so its processes' own processor time is read, on Linux. */
async function inWorkerd(snapshot: WorkbookSnapshot): Promise<void> {
  await buildLocal();
  const { url, stop } = await startServer(await freePort());
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const body = bodyOf(snapshot);
  const evaluation = () => send(agent, `${url}/api/evaluations`, body, 200);
  const parsingOnly = () => send(agent, `${url}/api/evaluations`, `${body.slice(0, -1)},"mode":"?"}`, 400);
  const runs = 100;
  for (let run = 0; run < runs; run++) await evaluation();
  const cost = async (ask: () => Promise<void>) => {
    const before = workerdMilliseconds();
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
    return { cpu: (workerdMilliseconds() - before) / runs, times };
  };
  const whole = await cost(evaluation);
  const edge = await cost(parsingOnly);
  const difference = middle(whole.times) - middle(edge.times);
  console.log(
    `  往返 ${spread(whole.times)}；除去收发和核对格式（${spread(edge.times)}）为 ${difference.toFixed(1)} ms`,
  );
  if (process.platform === 'linux') {
    console.log(`  处理器时间 ${(whole.cpu - edge.cpu).toFixed(1)} ms，连同收发 ${whole.cpu.toFixed(1)} ms，目标 ≤ 10`);
  }
  agent.destroy();
  await stop();
}

function send(agent: Agent, url: string, body: string, status: number): Promise<void> {
  return new Promise((done, failed) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      if (response.statusCode !== status) failed(new Error(`${url}: ${response.statusCode}`));
      response.resume().on('end', done);
    });
    sent.on('error', failed).end(body);
  });
}

/** Processor time of this process's workerd children so far. */
function workerdMilliseconds(): number {
  if (process.platform !== 'linux') return 0;
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  let ticks = 0;
  for (const pid of children) {
    const [, name, rest] = /\((.*)\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = rest?.split(' ') ?? [];
    // utime and stime: fields 14 and 15 of the file, in hundredths of a second.
    if (name === 'workerd') ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
}

function cells(snapshot: WorkbookSnapshot): number {
  return snapshot.sheets.reduce((sum, { values }) => sum + values.reduce((more, row) => more + row.length, 0), 0);
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
}

function middle(times: readonly number[]): number {
  return at(times, 0.5);
}

function spread(times: readonly number[]): string {
  return `${middle(times).toFixed(2)} ms（${at(times, 0.1).toFixed(2)}–${at(times, 0.9).toFixed(2)}）`;
}
