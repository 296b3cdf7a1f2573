import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Without these, wrangler asks services on the net that a closed network never answers. */
export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_LOG: 'warn',
  WRANGLER_WRITE_LOGS: 'false',
  NO_COLOR: '1',
};

/** wrangler itself, not npx: a killed npx leaves workerd behind. */
export const wrangler = 'node_modules/wrangler/bin/wrangler.js';

/** Bundles the Worker, to be served with the files in `assets`, into `folder`. Gives the paths of the modules that are in it. */
export async function bundleWorker(assets: string, folder: string): Promise<readonly string[]> {
  const metafile = join(folder, 'modules.json');
  await runWrangler([
    'deploy',
    '--dry-run',
    '--minify',
    '--assets',
    assets,
    '--outdir',
    folder,
    '--metafile',
    metafile,
  ]);
  const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as Metafile;
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs)
      .filter((path) => inputs[path]!.bytesInOutput > 0)
      .map((path) => resolve('worker', path)),
  );
}

/** Of esbuild; paths are relative to the configuration's folder. */
interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** Runs one command of wrangler on the Worker's configuration. Throws with its output when it fails. */
export function runWrangler(args: readonly string[], stdio: 'pipe' | 'inherit' = 'pipe'): Promise<void> {
  const child = spawn(process.execPath, [wrangler, ...args, '--config', 'worker/wrangler.jsonc', '--env', ''], {
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...quiet },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`wrangler ${args[0]}: ${output || code}`))));
  });
}
