import { expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { open, planOf, secret } from './opened.ts';

test('a workbook is scored unless that was switched off, and again once it is switched on', async () => {
  const { host, office } = await open();
  expect((await host.read()).score).toBe(true);

  const before = office.host.batches;
  await host.saveScore(false);
  expect(office.host.batches - before).toBe(1);
  expect((await host.read()).score).toBe(false);

  await host.saveScore(true);
  expect((await host.read()).score).toBe(true);
});

test('switched on, it leaves the workbook as it was', async () => {
  const { host, workbook } = await open();
  const original = contentsOf(workbook);
  await host.saveScore(true);
  await host.saveScore(false);
  await host.saveScore(true);
  expect(workbook.settings.size).toBe(0);
  expect(contentsOf(workbook)).toEqual(original);
});

test('the choice is no change of the workbook, and outlives our sheets', async () => {
  const { host } = await open();
  const basis = await host.read();
  await host.saveScore(false);
  await host.apply(basis, secret, planOf);
  await host.removeSheets();
  expect((await host.read()).score).toBe(false);
});

test.each([null, 0, 'false', {}])('what is malformed switches nothing off: %j', async (kept) => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.score', kept);
  expect((await host.read()).score).toBe(true);
});
