import { spawn } from 'node:child_process';

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
