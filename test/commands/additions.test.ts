/** README's 如何增加, followed to the letter in a copy of the repository: nothing else has to change. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apply, snippetsOf } from './snippets.ts';

const LEFT_OUT = ['node_modules', '.git', 'dist', '.wrangler', 'coverage'];
const MINUTES = 60_000;

const copy = mkdtempSync(join(tmpdir(), 'additions-'));
cpSync('.', copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
afterAll(() => rmSync(copy, { recursive: true }));

const snippets = snippetsOf(readFileSync('README.md', 'utf8'));
for (const snippet of snippets) apply(snippet, copy);

/** Runs a tool in the copy, without what the test runner around it has set; what it says, and how it ended. */
function run(
  tool: string,
  ...args: readonly string[]
): Promise<{ readonly said: string; readonly status: number | null }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|NODE_ENV)/.test(name)),
  );
  const child = spawn(process.execPath, [join('node_modules', tool), ...args], { cwd: copy, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((ended) => child.once('close', (status) => ended({ said, status })));
}

const passes = { status: 0 };

describe('README 如何增加', () => {
  test('every kind of thing is added', () => {
    const files = snippets.map(({ file }) => file).join('\n');
    for (const part of [
      'sheets/tables/',
      'codes.ts',
      'tables.ts',
      'indicators/',
      'rules/',
      'policies.ts',
      'scoring.ts',
    ]) {
      expect(files).toContain(part);
    }
  });

  test('npm run format leaves every line as README has it; nothing is wrong then', {
    timeout: 2 * MINUTES,
  }, async () => {
    const biome = '@biomejs/biome/bin/biome';
    expect(await run(biome, 'check', '--write', ...new Set(snippets.map(({ file }) => file)))).toMatchObject(passes);
    expect(await run(biome, 'check')).toMatchObject(passes);
    const changed = snippets.flatMap(({ file, code }) => {
      const lines = new Set(trimmed(readFileSync(join(copy, file), 'utf8')));
      return trimmed(code).filter((line) => !line.startsWith('import ') && !lines.has(line));
    });
    expect(changed).toEqual([]);
  });

  test.each(['shared', 'test'])('the types of %s are right', { timeout: 4 * MINUTES }, async (part) => {
    expect(await run('typescript/bin/tsc', '-p', part)).toMatchObject(passes);
  });

  test('all tests of the engine pass, the added cases among them', { timeout: 8 * MINUTES }, async () => {
    // Those of generated workbooks take long, and know only entries that are written down (`known.ts`).
    const left = ['generated', 'fuzz'].flatMap((name) => ['--exclude', `**/${name}.test.ts`]);
    const projects = ['engine', 'repository'].flatMap((name) => ['--project', name]);
    const args = ['run', '-c', 'test/vitest.config.ts', ...projects, ...left, '--reporter', 'json'];
    const { said, status } = await run('vitest/vitest.mjs', ...args);
    const { testResults } = JSON.parse(said.slice(said.indexOf('{"'))) as Results;
    const results = testResults.flatMap(({ assertionResults, message }) => [
      ...assertionResults.map((one) => ({ ...one, message: one.failureMessages.join('\n') })),
      ...(message ? [{ fullName: '', status: 'failed', message }] : []),
    ]);
    expect(results.filter((one) => one.status === 'failed')).toEqual([]);
    expect(status).toBe(0);
    const passed = results.filter((one) => one.status === 'passed').map(({ fullName }) => fullName);
    for (const name of ADDED)
      expect(
        passed.filter((each) => each.endsWith(name)),
        name,
      ).not.toEqual([]);
  });
});

/** What the cases that README tells to add are called. */
const ADDED = [
  '同义词“归口办法”',
  '代码“环境保护”',
  '表“居民议事记录”',
  'huainan-2020 Y01',
  'R035 党员多于成员',
  '每条规则有算例 R035 党员不多于成员',
  'linxi-2023 L01',
  '目标集须写得对 linxi-2023',
];

interface Results {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function trimmed(code: string): readonly string[] {
  return code.split('\n').map((line) => line.trim());
}
