import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer } from 'vite';
import { ensureCertificate } from './certificates.ts';
import { startFront } from './fronts.ts';
import { quiet } from './wranglers.ts';

export interface Server {
  readonly url: string;
  /** Ends it with everything that it started. */
  stop(): Promise<void>;
}

/**
 * Serves dist/local and the Worker, as workerd runs it, from https://localhost. Runs wrangler inside this process: its
 * command-line program exits without waiting for workerd. Port 0 is one that is free. Throws when it does not come up.
 */
export async function startServer(port: number): Promise<Server> {
  Object.assign(process.env, quiet);
  const [certificate, { unstable_startWorker: startWorker }] = await Promise.all([
    ensureCertificate(),
    import('wrangler'),
  ]);
  const worker = await startWorker({
    config: 'worker/wrangler.jsonc',
    env: 'local',
    dev: {
      server: { hostname: '127.0.0.1', port: 0 },
      inspector: false,
      // wrangler calls every body that breaks off an error. What the Worker itself logs is shown.
      logLevel: 'none',
      structuredLogsHandler: ({ message }: { readonly message: string }) => console.error(message),
    },
  });
  await worker.ready;
  const front = await startFront(await worker.url, port, certificate);
  return {
    url: `https://localhost:${front.port}`,
    stop: async () => {
      await front.stop();
      await worker.dispose();
    },
  };
}

/** Serves the same from the sources: an edit is on show at once. The pages come without the headers that they have otherwise. */
export async function startSources(port: number): Promise<Server> {
  const [{ key, cert }, worker] = await Promise.all([ensureCertificate(), startServer(0)]);
  const proxy = { target: worker.url, secure: false };
  const pages = await createServer({
    configFile: 'addin/vite.config.ts',
    mode: 'sources',
    logLevel: 'warn',
    server: {
      host: 'localhost',
      port,
      strictPort: true,
      https: { key: readFileSync(key), cert: readFileSync(cert) },
      proxy: { '^/$': proxy, '/api/': proxy, '/office-js/': proxy, '/preview/samples/': proxy, '/samples/': proxy },
    },
  });
  await pages.listen();
  return {
    url: `https://localhost:${port}`,
    stop: async () => {
      await Promise.all([pages.close(), worker.stop()]);
    },
  };
}

export function isTaken(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ port, host: 'localhost' });
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => answer(false));
    socket.on('close', (failed) => !failed && answer(true));
  });
}
