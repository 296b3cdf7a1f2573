import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test.each(Object.entries(scripts))('npm run %s: the program that it names is there', (_, command) => {
  const programs = command.split(' ').filter((word) => /\.m?ts$|\.mjs$/.test(word));
  expect(programs).toHaveLength(2);
  expect(programs.filter((program) => !existsSync(program))).toEqual([]);
});
