import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The page of workbooks as one file. */
export const singleFile = '三社联动检查.html';

export interface Size {
  readonly name: string;
  /** 1 kB is 1,000 bytes; after gzip where the name says so. */
  readonly kilobytes: number;
  readonly most: number;
}

/** Of what `buildDeploy` left in dist: what a person waits for before a page is there, what is carried on a stick, and the Worker. */
export function sizes(): readonly Size[] {
  return [
    { name: '任务窗格首次加载（gzip）', kilobytes: kilobytes(firstLoad('dist/deploy', 'taskpane.html')), most: 145 },
    {
      name: '网页首次加载，打开文件之前（gzip）',
      kilobytes: kilobytes(firstLoad('dist/deploy', 'workbooks.html')),
      most: 160,
    },
    { name: '单个文件', kilobytes: statSync(`dist/deploy/${singleFile}`).size / 1000, most: 1500 },
    { name: 'Worker（gzip）', kilobytes: kilobytes(['dist/worker/index.js']), most: 300 },
  ];
}

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).byteLength, 0) / 1000;

/** The page, and the scripts and styles of ours that it names or that those import when they load. */
function firstLoad(folder: string, page: string): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(join(folder, path), 'utf8');
    if (path.endsWith('.html'))
      for (const [, next] of text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) visit(next!);
    // import(…) is later by design; `from"./x.js"` and `import"./x.js"` are now.
    else for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(`assets/${next}`);
  };
  visit(page);
  return [...seen].map((path) => join(folder, path));
}
