import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isRunning } from './processes.ts';

interface Said {
  readonly command: number;
  readonly child: number;
  readonly home: string;
}

const command = `"${process.execPath}" worker/commands/ready.mjs test/commands/parent.ts`;

/** Runs a command line and hears what `parent.ts` says; `; :` behind it keeps a shell waiting for it, as npm's does. */
async function run(line: string, env: NodeJS.ProcessEnv = {}): Promise<Said & { readonly shell: ChildProcess }> {
  const shell = spawn(line, { shell: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const said = await new Promise<Said>((heard) => shell.stdout.once('data', (data) => heard(JSON.parse(String(data)))));
  onTestFinished(() => {
    for (const pid of [said.command, said.child]) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  });
  return { ...said, shell };
}

/** With room within the five seconds that are promised. */
const soon = { timeout: 5000, interval: 100 };

describe('children end', () => {
  test('when their command is killed', async () => {
    const { command: pid, child } = await run(command);
    expect(isRunning(child)).toBe(true);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => isRunning(child), soon).toBe(false);
  });

  // A process hears of it by getting another parent, which Windows does not give it.
  test.skipIf(process.platform === 'win32')('when the shell of their command is killed', async () => {
    const { shell, command: pid, child } = await run(`${command}; :`);
    expect(pid).not.toBe(shell.pid);
    shell.kill('SIGKILL');
    await expect.poll(() => isRunning(pid) || isRunning(child), soon).toBe(false);
  });

  test.runIf(process.platform === 'linux')('when npm, above that shell, is killed', async () => {
    const { shell, command: pid, child } = await run(`sh -c '${command}; :'; :`, { npm_lifecycle_event: 'start' });
    shell.kill('SIGKILL');
    await expect.poll(() => isRunning(pid) || isRunning(child), soon).toBe(false);
  });
});

describe('the home folder of a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  const homeOf = async (home: string) => (await run(command, { HOME: home, USERPROFILE: home })).home;

  test('is the person’s, in which nothing is left', async () => {
    expect(await homeOf(folder)).toBe(folder);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('is in dist when the person’s is not there, which is not made', async () => {
    expect(await homeOf(folder)).toBe(resolve('dist/home'));
    expect(existsSync(folder)).toBe(false);
  });

  test('is in dist when nothing can be written there', async () => {
    writeFileSync(folder, 'a file');
    onTestFinished(() => rmSync(folder));
    expect(await homeOf(folder)).toBe(resolve('dist/home'));
  });
});
