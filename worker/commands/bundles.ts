import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { ownOrigins, pageHeaders, pagePolicy, previewPolicy, strictTransport, workbooksPolicy } from '../headers.ts';
import { collectModules, licenceNotices, packagesOf } from './licences.ts';
import { deployedManifest } from './manifests.ts';
import { singleFile } from './sizes.ts';
import { bundleWorker } from './wranglers.ts';

/** What `npm start` serves: pane, preview, office.js and samples in dist/local. Builds only what is older than its sources. */
export async function buildLocal(): Promise<void> {
  await whenStale('pane', ['addin', 'shared'], async () => {
    for (const name of listed('dist/local')) {
      if (name !== 'preview' && name !== 'office-js') rmSync(join('dist/local', name), { recursive: true });
    }
    await bundle('pane');
    await bundle('file', { build: { outDir: resolve('dist/local') } });
  });
  await whenStale('preview', ['addin', 'shared'], async () => {
    if (existsSync('addin/preview/index.html')) await bundle('preview');
  });
  await copyLocal();
}

/** Of what is served locally, that which is not built: office.js, samples, and which page has which headers. */
export async function copyLocal(): Promise<void> {
  await whenStale('office-js', ['node_modules/@microsoft/office-js/package.json'], async () => copyOfficeJs());
  copySamples('dist/local');
  writeFileSync(
    'dist/local/_headers',
    headers(pageHeaders, pagePolicy(), ...workbooks, withPolicy('/preview/*', previewPolicy)),
  );
  writeFileSync(
    'dist/local/_redirects',
    '/ /preview/ 302\n/preview /preview/ 301\n/preview/ /preview/index.html 200\n',
  );
}

/** The sample workbooks beside the preview, and the sample city where the page finds it. */
export function copySamples(to: string): void {
  const from = 'test/fixtures/samples';
  const [samples, city] = [join(to, 'preview/samples'), join(to, 'samples/city')];
  for (const each of [samples, city]) rmSync(each, { recursive: true, force: true });
  if (!existsSync(from)) return;
  cpSync(from, samples, { recursive: true, filter: (file) => basename(file) !== 'city' });
  cpSync(join(from, 'city'), city, { recursive: true });
}

/**
 * What is published, in `to`/deploy: no preview, no samples, no office.js. `baseUrl` is where it will be served. The Worker, which
 * wrangler bundles again when it publishes, is in `to`/worker, to be weighed.
 */
export async function buildDeploy(baseUrl: string, to = 'dist'): Promise<void> {
  const folder = resolve(to, 'deploy');
  const origins = ownOrigins(process.env.FRAME_ANCESTORS ?? '');
  const modules = new Set<string>();
  await bundle('deploy', {
    plugins: [collectModules(modules)],
    worker: { plugins: () => [collectModules(modules)] },
    build: { outDir: folder },
  });
  await bundle('file', { build: { outDir: folder } });
  for (const module of await bundleWorker(folder, resolve(to, 'worker'))) modules.add(module);
  const notices = licenceNotices(packagesOf(modules));
  writeFileSync(join(folder, 'licences.txt'), notices);
  carry(notices, join(folder, singleFile));
  const lasting = { ...pageHeaders, 'strict-transport-security': strictTransport };
  writeFileSync(join(folder, '_headers'), headers(lasting, pagePolicy(origins), ...workbooks));
  writeFileSync(join(folder, '_redirects'), '/ /taskpane.html 302\n');
  writeFileSync(join(folder, 'manifest.xml'), deployedManifest(readFileSync('manifest.xml', 'utf8'), baseUrl));
}

/** What goes from hand to hand has the notices in it. */
function carry(notices: string, file: string): void {
  const page = readFileSync(file, 'utf8');
  if (notices.includes('</')) throw new Error('a notice would end the element that it is in');
  const carried = `<script type="text/plain" id="licences">\n${notices}</script>`;
  writeFileSync(
    file,
    page.replace('</body>', () => `  ${carried}\n  </body>`),
  );
}

async function bundle(mode: 'pane' | 'preview' | 'deploy' | 'file', more: InlineConfig = {}): Promise<void> {
  console.log(`正在构建 ${mode} ……`);
  // Tests build in their own process, whose NODE_ENV would put React's development build into the bundle.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ configFile: 'addin/vite.config.ts', mode, logLevel: 'warn', ...more });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
}

/** Runs `make` when any source was added, changed or removed since it last succeeded. */
async function whenStale(name: string, sources: readonly string[], make: () => Promise<void>): Promise<void> {
  const stamp = `dist/${name}.stamp`;
  const state = [...sources, 'package-lock.json', 'tsconfig.json'].flatMap(stateOf).join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync('dist', { recursive: true });
  writeFileSync(stamp, state);
}

function stateOf(path: string): string[] {
  const { mtimeMs, size } = statSync(path);
  if (!statSync(path).isDirectory()) return [`${path} ${size} ${mtimeMs}`];
  return readdirSync(path).flatMap((name) => stateOf(join(path, name)));
}

/** The files that Excel's programs and the preview ask for, unmodified; the whole package is 86 MB. */
function copyOfficeJs(): void {
  const from = 'node_modules/@microsoft/office-js/dist';
  const to = 'dist/local/office-js';
  rmSync(to, { recursive: true, force: true });
  const wanted = /^(office|excel.*|o15apptofilemappingtable|es6-promise|custom-functions-runtime)\.js$/;
  for (const name of readdirSync(from)) {
    if (wanted.test(name)) cpSync(join(from, name), join(to, name));
  }
  for (const folder of ['zh-cn', 'en-us', 'ariatelemetry', 'telemetry']) {
    cpSync(join(from, folder), join(to, folder), { recursive: true, filter: (file) => !file.includes('.debug.') });
  }
}

/** A later, narrower rule takes the policy of the first away before it sets its own. */
const withPolicy = (path: string, policy: string) => [
  path,
  '  ! content-security-policy',
  `  content-security-policy: ${policy}`,
];

/** The one file is to be kept: served, it would have the policy of a page whose scripts are files. */
const workbooks = [
  withPolicy('/workbooks.html', workbooksPolicy),
  [`/${singleFile}`, '  content-disposition: attachment'],
];

/** Cloudflare's `_headers`. */
function headers(
  common: Readonly<Record<string, string>>,
  policy: string,
  ...narrower: readonly (readonly string[])[]
): string {
  const lines = Object.entries(common).map(([name, value]) => `  ${name}: ${value}`);
  const rules = [
    ['/*', ...lines, `  content-security-policy: ${policy}`],
    ['/assets/*', '  cache-control: public, max-age=31536000, immutable'],
    ...narrower,
  ];
  return `${rules.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const listed = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
