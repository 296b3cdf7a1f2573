import { expect, test } from 'vitest';
import { none, open, planOf, secret, sheetOf } from './opened.ts';

const { written } = planOf(none);
const kept = async (host: Awaited<ReturnType<typeof open>>['host']) => (await host.read()).before.final;

test('写入的结论存在工作簿里，下次检查读得到；移除评估表时一并去掉', async () => {
  const { host } = await open();
  expect(await kept(host)).toBeNull();
  await host.apply(await host.read(), secret, planOf);
  expect(await kept(host)).toEqual(written);
  await host.clearMarks();
  expect(await kept(host)).toEqual(written);
  await host.removeSheets();
  expect(await kept(host)).toBeNull();
});

test('有我们的差距清单而没有存下的结论：是较早的版本写的', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  workbook.settings.delete('ssld.written');
  workbook.removeName('_ssld_kept_1', null);
  expect(await kept(host)).toBe('older');
});

test.each([
  ['不是对象', 'x'],
  ['没有版本', { ...written, engine: undefined }],
  ['没有依据', { ...written, policy: 7 }],
  ['不知哪种评估', { ...written, mode: 'yearly' }],
  ['截止日不是日期', { ...written, asOf: '去年' }],
  ['没有结论', { ...written, verdicts: null }],
])('存下的不成样子（%s），当作没有存', async (_, setting) => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.written', setting);
  expect(await kept(host)).toBeNull();
});

test('不认得的结论略去，其余照用', async () => {
  const { host, workbook } = await open();
  workbook.settings.set('ssld.written', { ...written, verdicts: { G01: 'met', G02: '好', G03: 3 }, remark: '张三' });
  expect(await kept(host)).toEqual(written);
});

test('两张表受保护、没有写入时，上次的结论不变', async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  for (const name of ['差距清单', '评估摘要']) sheetOf(workbook, name).protected = true;
  await host.apply(await host.read(), secret, (said) => ({
    ...planOf(said),
    written: { ...written, verdicts: { G01: 'unmet' } },
  }));
  expect(await kept(host)).toEqual(written);
});

test('写到一半工作簿变了，表收回去，结论也不留下', async () => {
  const { host, office, workbook } = await open();
  const basis = await host.read();
  const third = office.host.batches + 3;
  office.host.beforeBatch = (number) => {
    if (number === third) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
  };
  await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'changed' });
  expect(await kept(host)).toBeNull();
});
