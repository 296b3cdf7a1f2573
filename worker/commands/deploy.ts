// npm run deploy: builds as `npm run build` does, and publishes. `npm run deploy -- --dry-run` does all but publish, also without a network.
import { resolve } from 'node:path';
import { buildPublished } from './published.ts';
import { runWrangler } from './wranglers.ts';

const dryRun = process.argv.includes('--dry-run') || process.env.npm_config_dry_run === 'true';
const baseUrl = process.env.BASE_URL ?? (dryRun ? 'https://localhost:3000' : '');
if (!baseUrl) {
  console.error(
    '请先设 BASE_URL 为发布后的网址，例如 BASE_URL=https://sanshe-liandong.example.workers.dev npm run deploy',
  );
  process.exit(1);
}
await buildPublished(baseUrl);
await runWrangler(['deploy', ...(dryRun ? ['--dry-run', '--outdir', resolve('dist/worker')] : [])], 'inherit');
console.log(dryRun ? '演练完成，没有发布。' : '已发布。分发给用户的清单：dist/deploy/manifest.xml');
