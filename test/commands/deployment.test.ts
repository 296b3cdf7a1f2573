import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import viteConfig from '../../addin/vite.config.ts';
import { buildDeploy } from '../../worker/commands/bundles.ts';
import { handbookText } from '../../worker/commands/handbook.ts';
import { packagesOf } from '../../worker/commands/licences.ts';

let folder: string;
let notices: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  await buildDeploy('https://sanshe.example.cn', folder);
  notices = readFileSync(join(folder, 'deploy/licences.txt'), 'utf8');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files in the deployment, without the hashes in their names. */
const published = () =>
  readdirSync(join(folder, 'deploy'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(join(folder, 'deploy').length + 1)
        .replaceAll('\\', '/'),
    )
    .map((path) => path.replace(/-[\w-]{8}\.(js|css)$/, '.$1'));

describe('the deployment', () => {
  test('holds the pages, the function file, their icons and the manifest, and nothing else', () => {
    const others = published().filter((path) => !/^(assets\/[\w.-]+\.(js|css)|icons\/\w+-\d\d\.png)$/.test(path));
    expect(others.sort()).toEqual([
      '_headers',
      '_redirects',
      'commands.html',
      'licences.txt',
      'manifest.xml',
      'opening.js',
      'taskpane.html',
      'workbooks.html',
      '三社联动检查.html',
    ]);
  });

  test('the one file names no other, lets nothing out, and carries the licences', () => {
    const page = readFileSync(join(folder, 'deploy/三社联动检查.html'), 'utf8');
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
    expect([script, ...packedIn(script)].filter((text) => text.includes('/api/evaluations'))).toEqual([]);
    expect(page.replace(script, '')).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(page).toContain(notices.slice(0, 200));
  });

  test('the one file has its workers and its help packed, whole', () => {
    const page = readFileSync(join(folder, 'deploy/三社联动检查.html'), 'utf8');
    const [workers, help, ...others] = packedIn(page).sort((a, b) => b.length - a.length);
    expect(workers).toContain('onmessage');
    expect(JSON.parse(help!)).toEqual(JSON.parse(handbookText()));
    expect(others).toEqual([]);
  });

  test('只有发布的网站要求浏览器从此只用 https', () => {
    const rules = readFileSync(join(folder, 'deploy/_headers'), 'utf8');
    expect(rules).toMatch(/^\/\*\n(?: {2}.+\n)*? {2}strict-transport-security: max-age=\d+\n/);
  });

  test('names the packages whose code the pane, its engine and the Worker hold', () => {
    for (const name of [
      'react',
      'react-dom',
      'scheduler',
      '@fluentui/react-button',
      '@griffel/core',
      '@noble/hashes',
      'hono',
      'valibot',
    ]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\S+ \\(MIT\\)$`, 'm'));
    }
    // Of the preview and of the tools, whose code stays here.
    expect(notices).not.toMatch(/^(@univerjs|@valibot|vite|wrangler|typescript)\b/m);
  });

  test('carries a licence with its copyright line for each of them', () => {
    const parts = notices.split(`\n${'-'.repeat(80)}\n`);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      expect(part).toMatch(/^\S+ \d\S* \([\w.-]+\)$/m);
      expect(part).toMatch(/copyright/i);
      expect(part).toMatch(/Permission is hereby granted/);
    }
  });
});

/** Long texts that a script carries deflated, in base64. */
const packedIn = (script: string) =>
  [...script.matchAll(/[A-Za-z0-9+/]{5000,}={0,2}/g)].map(([packed]) =>
    inflateRawSync(Buffer.from(packed, 'base64')).toString(),
  );

/** What of that is in the scripts of a page: its button, and the address of the service. */
function heldBy(scripts: readonly string[]) {
  const holds = (words: string) => scripts.some((script) => script.includes(words));
  return { page: holds('检查本工作簿'), service: holds('/api/evaluations') };
}

/** The scripts of the pane as they are built with that `LOCAL_ONLY`; they are kept nowhere. */
async function builtWith(localOnly: string) {
  vi.stubEnv('LOCAL_ONLY', localOnly);
  vi.stubEnv('NODE_ENV', 'production');
  const options = {
    configFile: 'addin/vite.config.ts',
    mode: 'deploy',
    logLevel: 'warn',
    build: { write: false },
  } as const;
  const built = await build(options).finally(() => vi.unstubAllEnvs());
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return files.flatMap((file) => (file.type === 'chunk' ? file.code : []));
}

describe('LOCAL_ONLY', () => {
  // Each word makes a build what it makes of `import.meta.env.LOCAL_ONLY`; of both that there are, one is built.
  test.each([
    ['1', 'true'],
    ['true', 'true'],
    ['是', 'true'],
    ['', 'false'],
    ['0', 'false'],
  ])('“%s”：%s', (word, meant) => {
    vi.stubEnv('LOCAL_ONLY', word);
    const { define } = viteConfig({ mode: 'deploy', command: 'build' });
    vi.unstubAllEnvs();
    expect(define!['import.meta.env.LOCAL_ONLY']).toBe(meant);
  });

  test('1：窗格里没有接口的网址', async () => {
    expect(heldBy(await builtWith('1'))).toEqual({ page: true, service: false });
  }, 120_000);

  test('没有写的：照常请接口评估', () => {
    const assets = join(folder, 'deploy/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(heldBy(scripts.map((name) => readFileSync(join(assets, name), 'utf8')))).toEqual({
      page: true,
      service: true,
    });
  });
});

test('a package is named once, by the innermost folder that it lies in', () => {
  const modules = ['react', 'react', 'hono'].map((name, at) => `${process.cwd()}/node_modules/${name}/${at}.js`);
  expect(
    packagesOf([...modules, '\0vite/preload-helper.js', `${process.cwd()}/shared/evaluate.ts`]).map(({ name }) => name),
  ).toEqual(['hono', 'react']);
});
