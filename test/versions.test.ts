import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENGINE } from '../shared/evaluate.ts';

test('engine, package and newest entry of the change log have one version', () => {
  const [, newest] = /^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect({ newest, version, lock: lock.version }).toEqual({ newest: ENGINE, version: ENGINE, lock: ENGINE });
});
