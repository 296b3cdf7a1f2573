import { beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, type WorkbookContents } from '../../addin/preview/contents.ts';
import { allMarked, marked, open, planOf, secret, sheetOf } from './opened.ts';

/** After so many changes of the batch; `all` loses nothing but the answer. */
const moments = [
  ...[1, 2].flatMap((trip) => (['none', 'all'] as const).map((applied) => ({ trip, applied }))),
  ...(['none', ...Array.from({ length: 24 }, (_, index) => index + 1), 40, 60, 80, 'half', 'all'] as const).map(
    (applied) => ({ trip: 3, applied }),
  ),
];

let undisturbed: WorkbookContents;
beforeAll(async () => {
  const { host, workbook } = await open();
  await host.apply(await host.read(), secret, planOf);
  undisturbed = contentsOf(workbook);
});

describe.each(moments)('a failure at round trip $trip with $applied of it done', ({ trip, applied }) => {
  test('on the first writing: clearing and removing gives back the workbook', async () => {
    const { host, workbook, office } = await open();
    const original = contentsOf(workbook);
    const basis = await host.read();
    office.host.fault = { number: office.host.batches + trip, applied };
    await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'failed' });
    await host.clearMarks();
    await host.removeSheets();
    expect(contentsOf(workbook)).toEqual(original);
  });

  test('on a later writing: the next one makes it whole, and no explanation is lost', async () => {
    const { host, workbook, office } = await open();
    const basis = await host.read();
    await host.apply(basis, secret, planOf);
    sheetOf(workbook, '差距清单').setContents(2, 2, [[{ value: '已核实' }], [{ value: '待补' }]]);
    const whole = contentsOf(workbook);
    office.host.fault = { number: office.host.batches + trip, applied };
    await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'failed' });
    await host.apply(await host.read(), secret, planOf);
    expect(contentsOf(workbook)).toEqual(whole);
    expect(marked(workbook)).toEqual(allMarked);
  });

  test('on the first writing: the next one makes it whole', async () => {
    const { host, workbook, office } = await open();
    const basis = await host.read();
    office.host.fault = { number: office.host.batches + trip, applied };
    await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'failed' });
    expect(await host.apply(await host.read(), secret, planOf)).toEqual({
      sheets: ['差距清单', '评估摘要'],
      skipped: [],
    });
    expect(marked(workbook)).toEqual(allMarked);
    expect(contentsOf(workbook)).toEqual(undisturbed);
  });
});

describe.each(['none', 1, 2, 3, 4, 5, 6, 7, 'half', 'all'] as const)('a failure with %s of it done', (applied) => {
  test('while taking back what went astray: clearing and removing is enough', async () => {
    const { host, workbook, office } = await open();
    const basis = await host.read();
    const third = office.host.batches + 3;
    office.host.beforeBatch = (number) => {
      if (number === third) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
    };
    office.host.fault = { number: third + 1, applied };
    await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ code: 'failed' });
    await host.clearMarks();
    await host.removeSheets();
    sheetOf(workbook, '花名册').removeLines('rows', 0, 1);
    expect(contentsOf(workbook)).toEqual(contentsOf((await open()).workbook));
  });

  test('while clearing and while removing: once more is enough', async () => {
    const { host, workbook, office } = await open();
    const original = contentsOf(workbook);
    await host.apply(await host.read(), secret, planOf);
    office.host.fault = { number: office.host.batches + 4, applied };
    await expect(host.clearMarks()).rejects.toMatchObject({ code: 'failed' });
    await host.clearMarks();
    office.host.fault = {
      number: office.host.batches + 3,
      applied: applied === 'half' || applied === 'all' ? applied : 1,
    };
    await expect(host.removeSheets()).rejects.toMatchObject({ code: 'failed' });
    await host.removeSheets();
    expect(contentsOf(workbook)).toEqual(original);
  });
});
