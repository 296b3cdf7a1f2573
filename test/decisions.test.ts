/** Decisions are numbered records beside the room or pack they belong to; whoever names one must find it. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const records = globSync('shared/**/decisions.md');
const known = records.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^- \*\*([a-z]+-\d+) /gm)].map(([, id]) => id!),
);

test('every decision has an id of its own', () => {
  expect(records.length).toBeGreaterThan(1);
  expect(known.filter((id, at) => known.indexOf(id) !== at)).toEqual([]);
});

test('every decision that is named is recorded', () => {
  const files = globSync('{shared,addin,worker,test}/**/*.{ts,tsx,md}', {
    exclude: (name) => name.includes('node_modules'),
  });
  const unknown = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bdecisions? ([a-z]+-\d+)/g)].flatMap(([, id]) =>
      known.includes(id!) ? [] : [`${file}: ${id}`],
    ),
  );
  expect(unknown).toEqual([]);
});

test('nothing refers to documents that are not here', () => {
  const files = globSync('{shared,addin,worker,test}/**/*.{ts,tsx,md,css,html}');
  const naming = files.filter((file) =>
    /\b(?:SPEC|RULINGS)(?:\.md)?\b(?! ?\|)|\bPV\d/.test(readFileSync(file, 'utf8')),
  );
  expect(naming.filter((file) => !file.endsWith('decisions.test.ts'))).toEqual([]);
});
