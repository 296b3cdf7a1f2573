// npm run try-files -- FOLDER: opens every .xlsx below the folder, checks, writes, saves, opens again, clears and compares, in
// memory only: no file is changed. One line each; counts at the end. Ends with 2 where something was lost.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tryFile } from './tries.ts';

const [folder = ''] = process.argv.slice(2);
if (folder === '' || !existsSync(folder)) {
  console.error('请给出文件夹：npm run try-files -- 文件夹');
  process.exit(1);
}

const counts = { files: 0, whole: 0, refused: 0, lost: 0 };
for (const path of pathsBelow(folder)) {
  const { said, opened, lost } = tryFile(path, readFileSync(path));
  counts.files++;
  if (lost.length > 0) counts.lost++;
  else if (opened) counts.whole++;
  else counts.refused++;
  const mark = lost.length > 0 ? '有丢失' : opened ? '完好' : '没有打开';
  console.log(`${mark}  ${relative(folder, path)}：${[said, ...lost].join(' ')}`);
}
console.log(`共 ${counts.files} 个文件：完好 ${counts.whole}，没有打开 ${counts.refused}，有丢失 ${counts.lost}。`);
process.exit(counts.lost > 0 ? 2 : 0);

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pathsBelow(path);
      // `~$` are locks of workbooks that are open.
      return /\.xls[xm]$/i.test(entry.name) && !entry.name.startsWith('~$') ? [path] : [];
    });
}
