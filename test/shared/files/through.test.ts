/**
 * A sample that was checked and written as `writeFile` does, with something said under 说明, and then opened and saved by
 * LibreOffice 7.4 (`soffice --headless --convert-to xlsx`), once and by hand.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../../shared/files/read.ts';
import { writeFile } from '../../../shared/files/write.ts';
import { givenFile, partsOf } from './packages.ts';

const file = new URL('../../fixtures/inputs/through-libreoffice.xlsx', import.meta.url);
const bytes = new Uint8Array(readFileSync(file));
const { snapshot, own } = readFile('样例.xlsx', bytes);

test('marks, 说明, secret, policy, corrections and score are known again', () => {
  expect(own.marks).toBe(14);
  expect(own.kept).toEqual({
    'ssld.secret': 'ab'.repeat(32),
    'ssld.policy': 'huainan-2020',
    'ssld.corrections': [{ kind: 'demo', about: '持证"情况"<&>' }],
    'ssld.score': false,
  });
  expect(own.sheets.map(({ role, name }) => [role, name])).toEqual([
    ['gaps', '差距清单'],
    ['summary', '评估摘要'],
  ]);
  const [, , headings, first] = own.sheets[0]?.values ?? [];
  expect(first?.[headings?.indexOf('说明') ?? -1]).toBe('正在整改');
});

test('the settings part is lost there: what is known is known by names', () => {
  expect([...partsOf(bytes).keys()].filter((path) => /webextension\d/.test(path))).toEqual([]);
});

test('written again, what is kept is kept in both places again', () => {
  const written = writeFile(bytes, { plan: null, kept: { 'ssld.score': true } }).bytes;
  expect(readFile('样例.xlsx', written).own.kept).toEqual({ 'ssld.score': true });
  const parts = partsOf(written);
  expect(parts.get('xl/webextensions/webextension1.xml')).toContain('ssld.score');
  expect(parts.get('xl/webextensions/taskpanes.xml')?.match(/webextensionref /g)).toHaveLength(1);
});

test('the person’s sheets say what they said before', () => {
  const before = readFile('样例.xlsx', givenFile('HN-02').bytes).snapshot;
  expect(snapshot.sheets.map(({ name, values, merges }) => [name, values, merges])).toEqual(
    before.sheets.map(({ name, values, merges }) => [name, values, merges]),
  );
});

test('nothing of ours is left once it is cleared', () => {
  const cleared = readFile('样例.xlsx', writeFile(bytes, { plan: null, kept: {} }).bytes);
  expect(cleared.own).toEqual({ kept: {}, sheets: [], marks: 0 });
  expect(cleared.snapshot).toEqual(snapshot);
});
