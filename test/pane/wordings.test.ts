/** 说过的用语：存成文件，在另一个工作簿里取用。 */
import { expect, test } from 'vitest';
import { noWordingsNotice, takenWordingsNotice } from '../../addin/messages.ts';
import { tableNames } from '../../addin/tables.ts';
import { takeWordings, wordingsFile } from '../../addin/wordings.ts';
import type { Correction } from '../../shared/model.ts';

const word: Correction = { kind: 'word', table: 'W03', field: 'cert', text: '中级社工证', means: '2' };
const heading: Correction = { kind: 'column', table: 'W02', heading: '啥时候备的', field: 'file_date' };
const placed: readonly Correction[] = [
  { kind: 'headerRows', sheet: '张三的表', rows: [2] },
  { kind: 'table', sheet: '张三的表', address: 'A1:C9', table: null },
  { kind: 'column', sheet: '张三的表', address: 'A1:C9', column: 'B', field: 'name' },
  { kind: 'continues', sheet: '张三的表', address: 'A1:C9', of: { sheet: '名录', address: 'A1:C9' } },
];
const take = (text: string, held: readonly Correction[] = []) => takeWordings(text, held, tableNames);
const fileOf = (...corrections: readonly unknown[]) => JSON.stringify({ schema: 'wordings/1', corrections });

test('文件里只有词语和表头，没有工作表名和地址；文件自己写明里面是什么', () => {
  const file = wordingsFile([...placed, word, heading]);
  expect(file).not.toMatch(/张三|A1:C9|headerRows/);
  expect(JSON.parse(file)).toMatchObject({ note: expect.stringContaining('原文'), corrections: [word, heading] });
});

test('另一个工作簿取用后与原来一样；指着某一格说的仍是自己的', () => {
  const own = placed[0]!;
  expect(take(wordingsFile([...placed, word, heading]), [own])).toEqual({
    corrections: [own, word, heading],
    taken: 2,
    unknown: 0,
    tooMany: 0,
  });
});

test('同一个词已经说过的，以文件为准', () => {
  expect(take(fileOf(word), [{ ...word, means: null }])).toMatchObject({ corrections: [word], taken: 1 });
});

test.each<[string, unknown]>([
  ['指着某一格说的', placed[3]],
  ['没有这张表', { ...word, table: 'W99' }],
  ['没有这个栏目', { ...word, field: 'nothing' }],
  ['没有这个类别', { ...word, means: '99' }],
  ['不是是非栏', { ...word, means: true }],
  ['表头说成没有的栏目', { ...heading, field: 'nothing' }],
  ['没有这张表的表头', { ...heading, table: 'W99', field: null }],
  ['写坏了的', { ...word, text: 7 }],
])('不取用：%s', (_, one) => {
  expect(take(fileOf(one, word))).toMatchObject({ corrections: [word], taken: 1, unknown: 1 });
});

test('说明“不是数据”“当作没填”的照样取用', () => {
  const said = [
    { ...word, means: null },
    { ...heading, field: null },
  ];
  expect(take(fileOf(...said))).toMatchObject({ corrections: said, taken: 2 });
});

test('总数不超过一个工作簿能记的', () => {
  const many = Array.from({ length: 205 }, (_, at) => ({ ...word, text: `证${at}` }));
  const taken = take(fileOf(...many), [heading])!;
  expect(taken).toMatchObject({ taken: 199, tooMany: 6 });
  expect(taken.corrections).toHaveLength(200);
  expect(takenWordingsNotice(taken).lines).toEqual(['有 6 条没有取用：一个工作簿最多记 200 条更正。']);
});

test.each(['', '{', '[]', 'null', '{"schema":"wordings/1"}', '{"schema":"x","corrections":[]}'])(
  '不是用语文件：%s',
  (text) => {
    expect(take(text)).toBeNull();
    expect(noWordingsNotice(null).title).toBe('这不是“三社联动”的用语文件');
  },
);
