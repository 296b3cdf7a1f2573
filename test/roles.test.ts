/** The engine asks a table for its role, never for its number. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const NUMBER = /['"`]W\d\d\b/;

test.each(['shared/check', 'shared/read'])('no table is named by its number in %s', (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => NUMBER.test(readFileSync(`${folder}/${name}`, 'utf8')))).toEqual([]);
});
