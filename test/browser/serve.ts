import type { TestProject } from 'vitest/node';
import { buildLocal } from '../../worker/commands/bundles.ts';
import { startServer } from '../../worker/commands/servers.ts';
import { openBrowser } from './browser.ts';
import { freePort } from './ports.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin that serves the pane, the API and the preview, for example `https://localhost:40123`. */
    origin: string;
  }
}

/** Before the browser tests: builds what is stale, unpacks the browser, starts the server once for all files. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  await buildLocal();
  await (await openBrowser()).close();
  const server = await startServer(await freePort());
  project.provide('origin', server.url);
  return () => server.stop();
}
