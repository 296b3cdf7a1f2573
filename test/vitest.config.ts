import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests that run in Node; those that need a document say so with `@vitest-environment jsdom`. */
const inNode = (name: string, include: string, more: { readonly isolate?: false } = {}) => ({
  root,
  oxc: { jsx: { runtime: 'automatic' as const } },
  // A busy machine is slow; only a hang should fail.
  test: { name, include: [include], environment: 'node' as const, testTimeout: 60_000, ...more },
});

/** Tests of what is served, those of a higher group after those of a lower one. */
const inBrowser = (
  name: string,
  include: string,
  groupOrder: number,
  more: { readonly globalSetup?: string[] } = {},
) => ({
  root,
  test: {
    name,
    include: [include],
    environment: 'node' as const,
    // One browser has the machine: two of them at once lost a key now and then, and save less than a minute.
    fileParallelism: false,
    sequence: { groupOrder },
    // As above: a server that starts takes twenty seconds of a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    ...more,
  },
});

export default defineConfig({
  root,
  test: {
    // By itself it leaves one processor free, which on two is half.
    maxWorkers: 2,
    projects: [
      inNode('repository', 'test/*.test.ts'),
      inNode('engine', 'test/shared/**/*.test.ts', { isolate: false }),
      inNode('fixtures', 'test/fixtures/**/*.test.ts'),
      inNode('host', 'test/host/**/*.test.{ts,tsx}'),
      inNode('pane', 'test/pane/**/*.test.{ts,tsx}'),
      inNode('preview', 'test/preview/**/*.test.{ts,tsx}'),
      inNode('commands', 'test/commands/**/*.test.ts'),
      {
        root,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: 'worker/wrangler.jsonc' },
          }),
        ],
        test: { name: 'worker', include: ['test/worker/**/*.test.ts'] },
      },
      // After the others, whose timing they would disturb; all have one server.
      inBrowser('browser', 'test/browser/**/!(start).test.ts', 1, { globalSetup: ['test/browser/serve.ts'] }),
      // After those: it puts files anew that their server serves.
      inBrowser('browser-start', 'test/browser/start.test.ts', 2),
    ],
  },
});
