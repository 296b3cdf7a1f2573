// npm run excel: opens desktop Excel on this machine with the add-in loaded. Needs npm start in another window. `-- stop` takes it out.
import { spawnSync } from 'node:child_process';
import { systemStore, trustCertificate } from './trusts.ts';

/** Not a dependency: it brings some 600 packages, for one value in the registry (Windows) or one copied file (Mac). */
const debugging = 'office-addin-debugging@7.0.0';
const action = process.argv[2] === 'stop' ? 'stop' : 'start';

const store = systemStore();
if (!store) {
  fail(
    '桌面版 Excel 只有 Windows 和 Mac 版。在本机可以用预览（npm start 后打开 /preview/），或按 README 用网页版 Excel。',
  );
}
if (action === 'start' && !(await trustCertificate(store, 3000))) process.exit(1);
const options = action === 'start' ? ['--app', 'excel', '--no-debug'] : [];
const { status } = spawnSync('npx', ['--yes', debugging, action, 'manifest.xml', 'desktop', ...options], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) {
  fail(`没能${action === 'start' ? '打开 Excel' : '取下加载项'}。本命令要从 npm 取微软的 ${debugging}，网络不通、公司电脑不许运行的都会停在这里。
请改为手工装入，不用网络：Windows 用共享文件夹，Mac 用 wef 文件夹，步骤见 README“在 Excel 里使用”。`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
