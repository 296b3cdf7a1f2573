// npm start: the task pane, the Worker and the preview from https://localhost:3000, as they are published.
// npm run dev: from the sources, so that edits are seen at once.
import { buildLocal, copyLocal } from './bundles.ts';
import { isTaken, type Server, startServer, startSources } from './servers.ts';

const fromSources = process.argv[2] === 'sources';
const port = Number(process.env.PORT ?? 3000);
let serving: Promise<Server> | undefined;
let stopping = false;

async function main(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    fail(`PORT 应为 1 到 65535 的整数，现在是 ${process.env.PORT}。`);
  if (await isTaken(port)) {
    fail(`端口 ${port} 已被占用（可能已经启动过）。请先停止占用它的程序，或换一个端口，例如 PORT=${port + 1}。`);
  }
  await (fromSources ? copyLocal() : buildLocal());
  serving = fromSources ? startSources(port) : startServer(port);
  const { url } = await serving;
  // miniflare has put in handlers that end this process before workerd is gone.
  listen();
  console.log(`已启动。按 Ctrl-C 停止。
  预览（浏览器里的工作簿和任务窗格）：${url}/preview/
  网页（不用 Excel）：               ${url}/workbooks.html
  任务窗格（供 Excel 加载）：        ${url}/taskpane.html
  浏览器提示证书不受信任时，选择“继续前往 localhost”。在 Excel 里使用见 README。${
    fromSources ? '\n  改了源文件，页面自动更新。' : ''
  }`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Ctrl-C in a terminal ends workerd at the same time, which wrangler takes for a failure.
  process.on('uncaughtException', () => {});
  // Waits for a server that is about to be there: ending earlier would leave its workerd behind.
  await serving?.then((server) => server.stop()).catch(() => {});
  process.exit(0);
}

function listen(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal).on(signal, stop);
}

listen();
await main();
