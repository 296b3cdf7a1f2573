import { readdirSync, readFileSync } from 'node:fs';

/** Whether the process runs; one that has ended and waits for a parent to hear of it does not. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') return running().some((each) => each.pid === pid);
  return answers(pid);
}

/** Whether anything of a process group runs. */
export function runsAnyOf(group: number): boolean {
  if (process.platform === 'linux') return running().some((each) => each.group === group);
  return answers(-group);
}

function running() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [, state, , group] = /\) (\S) (\d+) (\d+)/.exec(statOf(name)) ?? [];
      return state && state !== 'Z' ? [{ pid: Number(name), group: Number(group) }] : [];
    });
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

function answers(target: number): boolean {
  try {
    return process.kill(target, 0);
  } catch {
    return false;
  }
}
