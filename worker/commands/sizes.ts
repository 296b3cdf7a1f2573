import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runWrangler } from './wranglers.ts';

export interface Size {
  readonly name: string;
  /** 1 kB is 1,000 bytes after gzip. */
  readonly kilobytes: number;
  readonly most: number;
}

/** Of what dist/deploy and the Worker hold: what a person waits for before the pane is there, and what is uploaded. */
export async function sizes(): Promise<readonly Size[]> {
  return [
    { name: '任务窗格首次加载', kilobytes: kilobytes(firstLoad('dist/deploy', 'taskpane.html')), most: 170 },
    { name: 'Worker', kilobytes: kilobytes(await bundledWorker()), most: 300 },
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

async function bundledWorker(): Promise<string[]> {
  const folder = resolve('dist/worker');
  await runWrangler(['deploy', '--dry-run', '--outdir', folder, '--minify']);
  return [join(folder, 'index.js')];
}
