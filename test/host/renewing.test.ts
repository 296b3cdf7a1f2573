/** 更新标注：只把标注换成这次检查的，别的都不动。 */
import { describe, expect, test } from 'vitest';
import type { Mark, Marked } from '../../shared/model.ts';
import { contentsOf, marked, none, open, planOf, secret, sheetOf } from './opened.ts';

const of: Marked = { ...planOf(none).marked, on: '2021-06-03', marks: 'new' };
const fewer: readonly Mark[] = [{ sheet: '花名册', address: 'B4', level: 'error' }];
const left = ['花名册!B4 error'];

async function written() {
  const opened = await open();
  await opened.host.apply(await opened.host.read(), secret, planOf);
  return { ...opened, basis: await opened.host.read(), renew: opened.host.renewMarks! };
}

/** All but conditional formats and what is kept of ours. */
function besides({ sheets, names, settings: _, ...rest }: ReturnType<typeof contentsOf>) {
  return {
    ...rest,
    names: names.filter(({ name }) => !name.startsWith('_ssld_kept_')),
    sheets: sheets.map(({ conditionalFormats: __, ...sheet }) => sheet),
  };
}

test('改好的格不再标，两张表和人的内容、条件格式都不动', async () => {
  const { host, workbook, basis, renew } = await written();
  const before = contentsOf(workbook);
  expect(await renew(basis, fewer, of)).toEqual({ skipped: [] });
  expect(marked(workbook)).toEqual(left);
  expect(besides(contentsOf(workbook))).toEqual(besides(before));
  expect(sheetOf(workbook, '花名册').conditionalFormats().at(-1)?.formula).toBe('=$C3="否"');
  const after = await host.read();
  expect(after.marked).toEqual(of);
  expect(after.before).toEqual(basis.before);
  await host.clearMarks();
  expect((await host.read()).marked).toBeNull();
});

test('三次往返，再把存下的写进名称', async () => {
  const { office, basis, renew } = await written();
  const { batches } = office.host;
  await renew(basis, fewer, of);
  expect(office.host.batches - batches).toBe(4);
});

describe('不该动的不动', () => {
  test.each<[string, Partial<Marked>]>([
    ['标注是另一种评估的', { mode: 'midterm' }],
    ['标注是另一份评估依据的', { policy: 'q' }],
  ])('%s', async (_, other) => {
    const { workbook, basis, renew } = await written();
    const before = contentsOf(workbook);
    expect(await renew(basis, fewer, { ...of, ...other })).toBeNull();
    expect(contentsOf(workbook)).toEqual(before);
  });

  test('没有标注', async () => {
    const { host, workbook } = await open();
    const before = contentsOf(workbook);
    expect(await host.renewMarks!(await host.read(), fewer, of)).toBeNull();
    expect(contentsOf(workbook)).toEqual(before);
  });

  test('不知是哪次检查的标注（较早的版本写的）', async () => {
    const { workbook, basis, renew } = await written();
    workbook.settings.delete('ssld.marked');
    for (const { name } of workbook.names()) if (name.startsWith('_ssld_kept_')) workbook.removeName(name, null);
    const before = contentsOf(workbook);
    expect(await renew(basis, fewer, of)).toBeNull();
    expect(contentsOf(workbook)).toEqual(before);
  });

  test('检查以后改过：报告改动，标注不动', async () => {
    const { workbook, basis, renew } = await written();
    sheetOf(workbook, '花名册').setContents(3, 1, [[{ value: '李丙' }]]);
    const before = contentsOf(workbook);
    await expect(renew(basis, fewer, of)).rejects.toMatchObject({ code: 'changed' });
    expect(contentsOf(workbook)).toEqual(before);
  });

  test('受保护的工作表不动，说明是哪一张', async () => {
    const { workbook, basis, renew } = await written();
    sheetOf(workbook, "组织'录").protected = true;
    expect(await renew(basis, fewer, of)).toEqual({ skipped: ["组织'录"] });
    expect(marked(workbook).filter((cell) => cell.startsWith('组织'))).toHaveLength(3);
    expect(marked(workbook)).toEqual([...left, ...marked(workbook).filter((cell) => cell.startsWith('组织'))].sort());
  });
});

test('更新的一瞬间插了行：新的标注收回，不留在别的格上', async () => {
  const { host, office, workbook, basis, renew } = await written();
  const third = office.host.batches + 3;
  office.host.beforeBatch = (number) => {
    if (number === third) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
  };
  expect(await renew(basis, fewer, of)).toBeNull();
  expect(marked(workbook)).toEqual([]);
  expect((await host.read()).marked).toBeNull();
});

test('有的规则 Excel 不让一起删：逐条删，标注照样更新', async () => {
  const { office, workbook, basis, renew } = await written();
  let refused = 0;
  office.host.refuse = (action) => {
    if (action !== 'ConditionalFormat.delete' || refused > 0) return null;
    refused += 1;
    return 'GeneralException';
  };
  expect(await renew(basis, fewer, of)).toEqual({ skipped: [] });
  expect(refused).toBe(1);
  expect(marked(workbook)).toEqual(left);
});
