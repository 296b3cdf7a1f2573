import { expect, test } from 'vitest';
import { allMarked, contentsOf, marked, open, planOf, secret, sheetOf } from './opened.ts';

type Opened = Awaited<ReturnType<typeof open>>;

/**
 * Runs `attempt` again and again, each time failing at its round trip `trip` one change later than before, until it has
 * no more changes to fail at; then once with only the answer lost.
 */
async function failEverywhere(
  { office }: Opened,
  trip: number,
  attempt: () => Promise<unknown>,
  afterwards: (applied: number | 'all') => Promise<void>,
): Promise<number> {
  const fails = async (applied: number | 'all') => {
    office.host.fault = { number: office.host.batches + trip, applied };
    // Some failures are made good at once, and what only dresses the sheets may fail without harm.
    // `inactive` where the documentation names another workbook in front as the reason.
    await attempt().catch(({ code }) => expect(['failed', 'inactive']).toContain(code));
    const struck = office.host.fault === null;
    await afterwards(applied);
    return struck;
  };
  let changes = 0;
  while (await fails(changes)) changes += 1;
  expect(await fails('all')).toBe(true);
  return changes;
}

test('the first writing fails: clearing and removing gives back the workbook', async () => {
  const opened = await open();
  const { host, workbook } = opened;
  const original = contentsOf(workbook);
  const basis = await host.read();
  const attempt = () => host.apply(basis, secret, planOf);
  const afterwards = async (applied: number | 'all') => {
    await host.clearMarks();
    await host.removeSheets();
    expect(contentsOf(workbook), `after ${applied}`).toEqual(original);
  };
  expect(await failEverywhere(opened, 1, attempt, afterwards)).toBe(0);
  expect(await failEverywhere(opened, 2, attempt, afterwards)).toBe(0);
  expect(await failEverywhere(opened, 3, attempt, afterwards)).toBeGreaterThan(30);
  expect(await failEverywhere(opened, 4, attempt, afterwards)).toBeGreaterThan(30);
});

test('the first writing fails: the next one makes it whole', async () => {
  const opened = await open();
  const { host, workbook } = opened;
  await host.apply(await host.read(), secret, planOf);
  const whole = contentsOf(workbook);
  await host.clearMarks();
  await host.removeSheets();
  const attempt = async () => host.apply(await host.read(), secret, planOf);
  await failEverywhere(opened, 6, attempt, async (applied) => {
    expect(await attempt()).toEqual({ sheets: ['差距清单', '评估摘要'], skipped: [] });
    expect(contentsOf(workbook), `after ${applied}`).toEqual(whole);
    await host.clearMarks();
    await host.removeSheets();
  });
});

test('a later writing fails: the next one makes it whole, and no explanation is lost', async () => {
  const opened = await open();
  const { host, workbook } = opened;
  const basis = await host.read();
  await host.apply(basis, secret, planOf);
  const gaps = sheetOf(workbook, '差距清单');
  gaps.setContents(2, 2, [[{ value: '已核实' }], [{ value: '待补' }]]);
  const whole = contentsOf(workbook);
  const attempt = () => host.apply(basis, secret, planOf);
  const afterwards = async (applied: number | 'all') => {
    await attempt();
    expect(contentsOf(workbook), `after ${applied}`).toEqual(whole);
    expect(marked(workbook)).toEqual(allMarked);
  };
  expect(await failEverywhere(opened, 3, attempt, afterwards)).toBe(0);
  expect(await failEverywhere(opened, 4, attempt, afterwards)).toBeGreaterThan(30);
});

test.each([
  ['#771: GeneralException at adding a sheet', 'WorksheetCollection.add', 'GeneralException'],
  ['#6365: InvalidSelection at a name', 'NamedItemCollection.add', 'InvalidSelection'],
  ['InactiveWorkbook at the values', 'Range.values', 'InactiveWorkbook'],
  ['AccessDenied at the values', 'Range.values', 'AccessDenied'],
])(
  '%s while another workbook is in front or something guards the file: the next writing makes it whole',
  async (_, refused, code) => {
    const { host, office, workbook } = await open();
    const original = contentsOf(workbook);
    await host.apply(await host.read(), secret, planOf);
    const whole = contentsOf(workbook);
    await host.clearMarks();
    await host.removeSheets();
    expect(contentsOf(workbook)).toEqual(original);
    const basis = await host.read();
    office.host.refuse = (action) => (action === refused ? code : null);
    await expect(host.apply(basis, secret, planOf)).rejects.toMatchObject({ name: 'HostError' });
    office.host.refuse = null;
    await host.apply(await host.read(), secret, planOf);
    expect(contentsOf(workbook)).toEqual(whole);
  },
);

test('taking back what went astray fails: clearing and removing is enough', async () => {
  const opened = await open();
  const { host, workbook, office } = opened;
  const original = contentsOf(workbook);
  const attempt = async () => {
    const basis = await host.read();
    const third = office.host.batches + 3;
    office.host.beforeBatch = (number) => {
      if (number === third) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
    };
    // Without a failure of the host it still is an error that the workbook changed.
    await host.apply(basis, secret, planOf).catch((error) => {
      if (error.code !== 'changed') throw error;
    });
  };
  const changes = await failEverywhere(opened, 7, attempt, async (applied) => {
    await host.clearMarks();
    await host.removeSheets();
    sheetOf(workbook, '花名册').removeLines('rows', 0, 1);
    expect(contentsOf(workbook), `after ${applied}`).toEqual(original);
  });
  expect(changes).toBeGreaterThan(5);
});

test('clearing or removing fails: once more is enough', async () => {
  const opened = await open();
  const { host, workbook } = opened;
  const original = contentsOf(workbook);
  const whole = async () => host.apply(await host.read(), secret, planOf);
  await whole();
  await failEverywhere(opened, 4, host.clearMarks, async () => {
    await host.clearMarks();
    expect(marked(workbook)).toEqual([]);
    await whole();
  });
  await failEverywhere(opened, 3, host.removeSheets, async (applied) => {
    await host.removeSheets();
    await host.clearMarks();
    expect(contentsOf(workbook), `after ${applied}`).toEqual(original);
    await whole();
  });
});
