/** 汇总 of hundreds of files in a browser: how long, when the first row is there, what holds up the window, how much memory. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { createGathering } from '../addin/rollup/gather.ts';
import type { Gathered, Gathering } from '../addin/rollup/gathering.ts';
import { deidentify, evaluate } from '../shared/evaluate.ts';
import type { PolicyAbout, WorkbookSnapshot } from '../shared/model.ts';
import { openBrowser } from './browser/browser.ts';
import { fileOf } from './fixtures/files.ts';

interface Measured {
  readonly first: number;
  readonly total: number;
  /** Milliseconds of processor time, starting included; null where the machine does not tell. */
  readonly cpu: number | null;
  /** Of what held up the window for 50 ms or more; 0 for nothing. */
  readonly longest: number;
  /** Milliseconds from 停止 until no row waits. */
  readonly cancelled: number;
  /** MB; null where the machine does not tell. */
  readonly peak: number | null;
  readonly unreadable: number;
}

/** Prints what it finds. `opened` are workbooks that are taken turn by turn. */
export async function benchGathering(opened: readonly WorkbookSnapshot[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gathering-'));
  const snapshots = Array.from({ length: 500 }, (_, at) => numbered(opened[at % opened.length]!, at));
  const paths = snapshots.map((snapshot, at) => {
    const path = join(folder, `${at}_${snapshot.name}`);
    writeFileSync(path, fileOf(snapshot));
    return path;
  });
  const memory = inMemory(snapshots);
  console.log(`  在内存里评估 500 册：${memory.time.toFixed(0)} ms，处理器 ${memory.cpu.toFixed(0)} ms`);
  const served = await serve(folder);
  try {
    for (const [workers, count] of [
      [1, 500],
      [2, 100],
      [2, 500],
    ] as const) {
      const { first, total, cpu, longest, cancelled, peak, unreadable } = await measure(
        served.url,
        paths.slice(0, count),
        workers,
      );
      const share = total / ((memory.time * count) / 500);
      const work = cpu === null ? '？' : (cpu / ((memory.cpu * count) / 500)).toFixed(2);
      console.log(
        `  ${count} 册，${workers} 个线程：共 ${total.toFixed(0)} ms，是在内存里评估的 ${share.toFixed(2)} 倍，目标 ≤ 3（处理器时间 ${work} 倍，由各线程分担）；` +
          `第一行 ${first.toFixed(0)} ms，目标 ≤ 1000；窗口停顿最长 ${longest.toFixed(0)} ms，目标 ≤ 50；` +
          `停下 ${cancelled.toFixed(0)} ms，目标 ≤ 300；内存最多 ${peak?.toFixed(0) ?? '？'} MB；读不出 ${unreadable}`,
      );
    }
  } finally {
    served.server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each a unit of its own. */
function numbered(snapshot: WorkbookSnapshot, at: number): WorkbookSnapshot {
  const named = (text: string) =>
    text.replace(/(锦湖|柳塘|梧桐里|渡口)/g, `$1${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'东南西北中'[at % 5]}`);
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) => row.map((cell) => (typeof cell === 'string' ? named(cell) : cell))),
  }));
  return { ...snapshot, name: named(snapshot.name ?? ''), sheets };
}

function inMemory(snapshots: readonly WorkbookSnapshot[]): { readonly time: number; readonly cpu: number } {
  const secret = '00'.repeat(32);
  for (const snapshot of snapshots.slice(0, 50)) evaluate(deidentify(snapshot, secret).snapshot);
  const start = performance.now();
  const before = process.cpuUsage();
  for (const snapshot of snapshots) evaluate(deidentify(snapshot, secret).snapshot);
  const { user, system } = process.cpuUsage(before);
  return { time: performance.now() - start, cpu: (user + system) / 1000 };
}

async function serve(folder: string): Promise<{ readonly server: Server; readonly url: string }> {
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><input type="file" multiple><script type="module" src="./page.ts"></script>',
  );
  writeFileSync(
    join(site, 'page.ts'),
    `import { createGathering } from '${resolve('addin/rollup/gather.ts')}';
     import { policyAbouts } from '${resolve('shared/policies/abouts.ts')}';
     Object.assign(globalThis, { createGathering, policyAbouts });`,
  );
  const outDir = join(folder, 'built');
  await build({
    configFile: false,
    root: site,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };
  const server = createServer(({ url = '' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    response.setHeader('content-type', types[path.split('.').pop()!] ?? 'text/plain');
    try {
      response.end(readFileSync(join(outDir, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Set by the page. */
declare const page: {
  readonly createGathering: typeof createGathering;
  readonly policyAbouts: readonly PolicyAbout[];
  readonly gathering: Gathering;
};

async function measure(url: string, paths: readonly string[], workers: number): Promise<Measured> {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    await tab.addInitScript((cores) => {
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => cores });
      Object.assign(globalThis, { page: globalThis });
    }, workers);
    await tab.goto(url);
    await tab.waitForFunction(() => page.createGathering !== undefined);
    await tab.locator('input').setInputFiles([...paths]);
    const measured = await tab.evaluate(run);
    const usage = await usageOf(browser);
    return { ...measured, ...usage, cancelled: await tab.evaluate(cancel) };
  } finally {
    await browser.close();
  }
}

/** In the page. */
async function run(): Promise<Omit<Measured, 'peak' | 'cpu' | 'cancelled'>> {
  const files = [...document.querySelector('input')!.files!];
  const sources = files.map((file) => ({ path: file.name, file }));
  const gathering = page.createGathering(page.policyAbouts);
  const until = (isSo: (shown: Gathered) => boolean) =>
    new Promise<void>((done) => {
      const stop = gathering.subscribe(() => {
        if (!isSo(gathering.current())) return;
        stop();
        done();
      });
    });
  await until(({ words }) => words !== null);
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  const start = performance.now();
  const first = until(({ files }) => files.some(({ step }) => step === 'judged')).then(() => performance.now() - start);
  gathering.add(sources);
  await until(
    ({ progress, rollup }) =>
      progress === null && rollup?.units.filter(({ file }) => file !== null).length === sources.length,
  );
  const total = performance.now() - start;
  const unreadable = gathering.current().files.filter(({ step }) => step === 'unreadable').length;
  Object.assign(globalThis, { gathering });
  return { first: await first, total, longest, unreadable };
}

/** In the page, once more: from 停止 until no file waits. */
async function cancel(): Promise<number> {
  const { gathering } = page;
  const sources = [...document.querySelector('input')!.files!].map((file) => ({ path: file.name, file }));
  gathering.add(sources);
  await new Promise<void>((done) => {
    const stop = gathering.subscribe(() => {
      if ((gathering.current().progress?.done ?? 0) < 3) return;
      stop();
      done();
    });
  });
  const before = performance.now();
  gathering.cancel();
  return performance.now() - before;
}

/** Of the process that shows the page, on Linux. */
async function usageOf(browser: Browser): Promise<Pick<Measured, 'cpu' | 'peak'>> {
  if (process.platform !== 'linux') return { cpu: null, peak: null };
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const all = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
      return { cpu: cpuTime * 1000, peak: Number(peak ?? 0) / 1000 };
    });
  return all.reduce((most, each) => (each.peak > most.peak ? each : most));
}
