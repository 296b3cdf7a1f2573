// npm run excel: opens desktop Excel on this machine with the add-in loaded. Needs npm start in another window. `-- stop` takes it out.
import { spawnSync } from 'node:child_process';

const debugging = 'office-addin-debugging@7.0.0';
const action = process.argv[2] === 'stop' ? 'stop' : 'start';

function run(...args: string[]): void {
  const { status } = spawnSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.error(
    '桌面版 Excel 只有 Windows 和 Mac 版。在本机可以用预览（npm start 后打开 /preview/），或按 README 用网页版 Excel。',
  );
  process.exit(1);
}
// The system asks the person whether to trust the certificate; npm start made it, and serves with it.
if (action === 'start') run('office-addin-dev-certs', 'install');
run(
  '--yes',
  debugging,
  action,
  'manifest.xml',
  'desktop',
  ...(action === 'start' ? ['--app', 'excel', '--no-debug'] : []),
);
