import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Choices } from '../../shared/model.ts';
import { open, planOf, secret } from './opened.ts';

const usual: Choices = { policy: null, score: true, local: false, mode: null, asOf: null };

test('a workbook is scored and sent unless that was switched off, and has no policy until one is chosen', async () => {
  const { host, office } = await open();
  expect((await host.read()).choices).toEqual(usual);

  const before = office.host.batches;
  await host.saveChoices({ policy: 'national-2017', score: false, local: true, mode: null, asOf: null });
  // What is kept is looked up, for it is kept twice.
  expect(office.host.batches - before).toBe(2);
  expect((await host.read()).choices).toEqual({
    policy: 'national-2017',
    score: false,
    local: true,
    mode: null,
    asOf: null,
  });

  await host.saveChoices({ score: true });
  expect((await host.read()).choices).toEqual({
    policy: 'national-2017',
    score: true,
    local: true,
    mode: null,
    asOf: null,
  });
});

test('what is usual leaves the workbook as it was', async () => {
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  await host.saveChoices(usual);
  await host.saveChoices({ policy: 'national-2017', score: false, local: true, mode: null, asOf: null });
  await host.saveChoices(usual);
  expect(workbook.settings.size).toBe(0);
  expect(contentsOf(workbook)).toEqual(original);
});

test('选过的不是对工作簿的改动；清除标注、移除评估表以后还在，只在本机计算的不会因此又发送', async () => {
  const { host } = await open();
  const basis = await host.read();
  const chosen: Choices = { policy: 'provinces-2025', score: false, local: true, mode: null, asOf: null };
  await host.saveChoices(chosen);
  await host.apply(basis, secret, planOf);
  await host.clearMarks();
  await host.removeSheets();
  expect((await host.read()).choices).toEqual(chosen);
  expect((await host.look()).choices).toEqual(chosen);
});

test('a look shows the choices, the names and the rows in which titles stand, in two trips', async () => {
  const { host, office, workbook } = await open();
  workbook.sheets[1]!.insertLines('rows', 0, 2);
  await host.saveChoices({ policy: 'provinces-2025' });
  const before = office.host.batches;
  const { titles, choices } = await host.look();
  expect(office.host.batches - before).toBe(2);
  expect(choices).toEqual({ policy: 'provinces-2025', score: true, local: false, mode: null, asOf: null });
  expect(titles.name).toBe('花名册.xlsx');
  expect(titles.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表']);
  expect(titles.sheets.map(({ values }) => values[0]?.[0])).toEqual(['社区工作者花名册', '组织名称', undefined]);
});

test('sheets of ours say nothing of the workbook', async () => {
  const { host } = await open();
  await host.apply(await host.read(), secret, planOf);
  expect((await host.look()).titles.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表']);
});

test.each([null, 0, 'false', {}])('what is malformed chooses nothing: %j', async (kept) => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.score', kept);
  expect((await host.read()).choices.score).toBe(true);
  workbook.settings.set('ssld.policy', kept === 'false' ? false : kept);
  expect((await host.read()).choices.policy).toBeNull();
});

test.each([null, 0, 1, 'false', '', {}])('看不懂是否只在本机计算的，只在本机计算：%j', async (kept) => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.local', kept);
  expect((await host.read()).choices.local).toBe(true);
  await host.saveChoices({ local: false, mode: null, asOf: null });
  expect((await host.read()).choices.local).toBe(false);
});
