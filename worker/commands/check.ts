// npm run check: types, format and lint, then the fences between the parts and the manifest. Says everything that is wrong, not the first.
import { spawnSync } from 'node:child_process';

const node = (...args: string[]) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
const failed: string[] = [];

for (const part of ['shared', 'addin', 'worker', 'test', 'test/worker']) {
  if (!node('node_modules/typescript/bin/tsc', '-p', part)) failed.push(`类型 ${part}`);
}
if (!node('node_modules/@biomejs/biome/bin/biome', 'check')) failed.push('格式和写法');
if (!node('node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', '--project', 'repository')) {
  failed.push('导入界线或清单');
}
console.log(failed.length === 0 ? '检查通过。' : `没有通过：${failed.join('、')}`);
process.exit(failed.length === 0 ? 0 : 1);
