/** README's 如何增加, followed to the letter in a copy of the repository: nothing else has to change. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apply, snippetsOf } from './snippets.ts';

const LEFT_OUT = ['node_modules', '.git', 'dist', '.wrangler', 'coverage'];
const MINUTE = 60_000;

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

async function passes(tool: string, ...args: readonly string[]) {
  const { said, status } = await run(tool, ...args);
  expect(status, said).toBe(0);
}

test('every kind of thing is added', () => {
  const files = snippets.map(({ file }) => file).join('\n');
  const parts = ['sheets/tables/', 'codes.ts', 'tables.ts', 'indicators/', 'rules/', 'policies.ts', 'scoring.ts'];
  expect(parts.filter((part) => !files.includes(part))).toEqual([]);
});

test('npm run format leaves every line as README has it', { timeout: 2 * MINUTE }, async () => {
  await passes('../worker/commands/format.ts', ...new Set(snippets.map(({ file }) => file)));
  const changed = snippets.flatMap(({ file, code }) => {
    const lines = new Set(trimmed(readFileSync(join(copy, file), 'utf8')));
    // Imports are merged, and a name or a word alone goes into a list that may stand in one line.
    return trimmed(code).filter((line) => !/^(import |\w+,$|'[^']+',$)/.test(line) && !lines.has(line));
  });
  expect(changed).toEqual([]);
});

describe('then nothing is wrong', { concurrent: true, timeout: 10 * MINUTE }, () => {
  test('in format and lint', async () => {
    await passes('@biomejs/biome/bin/biome', 'check');
  });

  test.each(['shared', 'test'])('in the types of %s', async (part) => {
    await passes('typescript/bin/tsc', '-p', part);
  });

  test('in the tests of the engine and of the repository, the added cases among them', async () => {
    const unlikely = [
      // Those of generated workbooks know only entries that are written down (`known.ts`).
      ...['generated', 'fuzz', 'growth', 'plants', 'data-hash', 'properties'].map((name) => `**/${name}.test.ts`),
      // Files, papers as files and which ledger was sent know no entry; the sentences of papers do.
      '**/shared/files/**',
      '**/papers/word-*.test.ts',
      ...['loop-sent', 'reader', 'public-found-out'].map((name) => `**/papers/${name}.test.ts`),
    ];
    const only = `--project engine --project repository ${unlikely.map((files) => `--exclude ${files}`).join(' ')}`;
    const args = `run -c test/vitest.config.ts ${only} --reporter json --outputFile results.json`;
    const { status } = await run('vitest/vitest.mjs', ...args.split(' '));
    const { testResults } = JSON.parse(readFileSync(join(copy, 'results.json'), 'utf8')) as Results;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = results.filter((one) => one.status === 'failed');
    expect([...failed, ...testResults.flatMap(({ message }) => message || [])]).toEqual([]);
    expect(status).toBe(0);
    const passed = results.filter((one) => one.status === 'passed').map(({ fullName }) => fullName);
    expect(ADDED.filter((name) => !passed.some((each) => each.endsWith(name)))).toEqual([]);
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
