import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { runsAnyOf } from '../commands/processes.ts';
import { freePort } from './ports.ts';

interface Started {
  readonly child: ChildProcess;
  /** Settles when it has said so much, or has ended without. */
  readonly said: (words: string) => Promise<string>;
  readonly ended: Promise<number | null>;
}

/** As `npm start` does, in a process group of its own as a terminal gives one. */
function start(port: number): Started {
  const child = spawn(process.execPath, ['worker/commands/ready.mjs', 'worker/commands/start.ts'], {
    env: { ...process.env, PORT: String(port) },
    detached: true,
  });
  let output = '';
  const ended = new Promise<number | null>((end) => child.on('exit', end));
  const said = (words: string) =>
    new Promise<string>((heard) => {
      const listen = () => output.includes(words) && heard(output);
      ended.then(() => heard(output));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (data) => {
          output += data;
          listen();
        });
      }
    });
  onTestFinished(() => {
    if (runsAnyOf(child.pid!)) process.kill(-child.pid!, 'SIGKILL');
  });
  return { child, said, ended };
}

// Windows has no process groups to ask.
test.skipIf(process.platform === 'win32')(
  'starts, says that its port is taken, and leaves no process behind',
  async () => {
    const port = await freePort();
    const first = start(port);
    expect(await first.said('已启动')).toContain(`https://localhost:${port}/preview/`);

    const second = start(port);
    expect(await second.said('占用')).toContain(`端口 ${port} 已被占用`);
    expect(await second.ended).toBe(1);

    // Ctrl-C in a terminal reaches the whole group.
    process.kill(-first.child.pid!, 'SIGINT');
    expect(await first.ended).toBe(0);
    expect(runsAnyOf(first.child.pid!)).toBe(false);
  },
);

test.skipIf(process.platform === 'win32')(
  'leaves no process behind within five seconds when it is killed',
  async () => {
    const { child, said } = start(await freePort());
    await said('已启动');
    // The group's leader only: workerd and what else it started are told nothing.
    process.kill(child.pid!, 'SIGKILL');
    await expect.poll(() => runsAnyOf(child.pid!), { timeout: 5000, interval: 100 }).toBe(false);
  },
);
