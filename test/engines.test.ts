/** What runs in the pane runs in Chromium 94 and Safari 15.4, the engine's worker in Safari 16.4. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the types allow, and those lack. */
const newer =
  /\b(?:throwIfAborted|structuredClone|AbortSignal\.(?:any|timeout)|findLast(?:Index)?|toSorted|toReversed|toSpliced|withResolvers|(?:Object|Map)\.groupBy|isWellFormed|randomUUID|fromAsync)\b/;
const lookBehind = /\(\?<[=!]/;
const asText = /'\(\?<=a\)b'/;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\/(?:node_modules|preview)\//.test(path));

const code = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '');

const shared = sourcesIn('shared');
const addin = sourcesIn('addin');
/** Loaded by the worker alone. */
const ofEngine = ['shared/read/', 'shared/check/', 'shared/privacy/', 'shared/policies/', 'addin/indicators.ts'];

test('nothing that those engines lack', () => {
  expect(shared.length).toBeGreaterThan(100);
  expect(addin.length).toBeGreaterThan(40);
  const found = [...shared, ...addin].filter((path) => newer.test(code(path)));
  expect(found).toEqual([]);
});

test('patterns look behind only in what the worker loads, which says so where it cannot', () => {
  const found = [...shared, ...addin].filter((path) => lookBehind.test(code(path).replace(asText, '')));
  const allowed = [...ofEngine, 'shared/model/remarks.ts'];
  expect(found.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
});
