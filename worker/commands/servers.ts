import { connect } from 'node:net';
import { ensureCertificate } from './certificates.ts';
import { quiet } from './wranglers.ts';

export interface Server {
  readonly url: string;
  /** Ends it with everything that it started. */
  stop(): Promise<void>;
}

/**
 * Serves dist/local and the Worker, as workerd runs it, from https://localhost. Runs wrangler inside this process: its
 * command-line program exits without waiting for workerd. Throws when it does not come up.
 */
export async function startServer(port: number): Promise<Server> {
  Object.assign(process.env, quiet);
  const [{ key, cert }, { unstable_startWorker: startWorker }] = await Promise.all([
    ensureCertificate(),
    import('wrangler'),
  ]);
  const worker = await startWorker({
    config: 'worker/wrangler.jsonc',
    env: 'local',
    dev: {
      server: { hostname: 'localhost', port, secure: true, httpsKeyPath: key, httpsCertPath: cert },
      inspector: false,
      // wrangler calls every browser that does not trust the certificate an error. What the Worker itself logs is shown.
      logLevel: 'none',
      structuredLogsHandler: ({ message }: { readonly message: string }) => console.error(message),
    },
  });
  await worker.ready;
  return { url: `https://localhost:${port}`, stop: () => worker.dispose() };
}

export function isTaken(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ port, host: 'localhost' });
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => answer(false));
    socket.on('close', (failed) => !failed && answer(true));
  });
}
