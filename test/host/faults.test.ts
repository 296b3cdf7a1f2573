import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../addin/preview/contents.ts';
import { allMarked, marked, open, planOf, secret, sheetOf } from './opened.ts';

/** After so many changes of the batch; `all` loses nothing but the answer. */
const moments = [
  ...[1, 2].flatMap((trip) => (['none', 'all'] as const).map((applied) => ({ trip, applied }))),
  ...(['none', ...Array.from({ length: 30 }, (_, index) => index + 1), 40, 50, 60, 70, 80, 'half', 'all'] as const).map(
    (applied) => ({ trip: 3, applied }),
  ),
];

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
    const undisturbed = await open();
    await undisturbed.host.apply(await undisturbed.host.read(), secret, planOf);
    expect(contentsOf(workbook)).toEqual(contentsOf(undisturbed.workbook));
  });
});
