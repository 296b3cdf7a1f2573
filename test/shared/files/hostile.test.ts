/** Each file gets one plain line, within five seconds and 300 MB: measured in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { hostileFiles } from './hostile-files.ts';
import type { Measured } from './measured.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('measured.ts', import.meta.url));

function measure(...args: readonly string[]): Measured {
  const said = execFileSync(process.execPath, ['--no-warnings', script, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return JSON.parse(said) as Measured;
}

const empty = measure();

describe('files that are no workbooks, are broken, or mean harm', () => {
  test.each(hostileFiles)('$name', ({ name, bytes, says }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    const { problem, sheets, milliseconds, peak, ...rest } = measure(path);
    console.info(
      [name, problem ?? sheets.join('；'), `${milliseconds} ms`, `${peak - empty.peak} MB`].join(' | '),
      says ? '' : rest,
    );
    if (says) expect(problem).toMatch(says);
    else expect([problem, sheets.length > 0]).toEqual([null, true]);
    expect(milliseconds).toBeLessThan(5000);
    expect(peak - empty.peak).toBeLessThan(300);
  });
});
