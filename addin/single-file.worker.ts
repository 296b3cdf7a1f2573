/** All workers of the page as one file, each by its name: they have the engine in common, which is then in it once. */
const start: Readonly<Record<string, () => Promise<unknown>>> = {
  'engine.worker.ts': () => import('./engine.worker.ts'),
  'files.worker.ts': () => import('./pages/files.worker.ts'),
  'papers.worker.ts': () => import('./papers/papers.worker.ts'),
  'rollup.worker.ts': () => import('./rollup/rollup.worker.ts'),
};

// What is inside is there before the first message is.
start[self.name]!();
