/** What changes by itself is no change of the workbook. */
import { expect, test } from 'vitest';
import { sameCell } from '../../addin/host/cells.ts';
import { isChanging } from '../../addin/host/volatile.ts';
import type { CellValue } from '../../addin/preview/workbook.ts';
import { marked, none, open, planOf, secret, sheetOf } from './opened.ts';

type Opened = Awaited<ReturnType<typeof open>>;

/** A cell whose formula comes to something else in every round trip. */
function restless({ workbook, office }: Opened, formula: string, row: number, column: number): void {
  const sheet = sheetOf(workbook, '花名册');
  let value = 44_000;
  const change = () => sheet.setContents(row, column, [[{ formula, value: ++value }]]);
  change();
  office.host.beforeBatch = change;
}

const plan = () => {
  const whole = planOf(none);
  return { ...whole, marks: [...whole.marks, { sheet: '花名册', address: 'E3', level: 'note' as const }] };
};

test.each(['=NOW()', '=TEXT(TODAY(),"yyyy年m月d日")', '=INT(RAND()*100)', '=YEAR(today())-YEAR(D3)'])(
  'writing goes on where %s has changed, marked or not',
  async (formula) => {
    const opened = await open();
    restless(opened, formula, 2, 4);
    const { host, workbook } = opened;
    const basis = await host.read();
    await host.apply(basis, secret, plan);
    expect(marked(workbook)).toContain('花名册!E3 note');
    expect(marked(workbook)).toHaveLength(planOf(none).marks.length + 2);
  },
);

test.each(['=SUM(A1:A3)', '="NOW()"', '=OFFSET(A1,1,0)'])(
  'a result of %s that has changed is a change',
  async (formula) => {
    const opened = await open();
    restless(opened, formula, 2, 4);
    const { host, workbook } = opened;
    const basis = await host.read();
    await expect(host.apply(basis, secret, plan)).rejects.toMatchObject({ code: 'changed', detail: '花名册!E3' });
    expect(marked(workbook)).toEqual([]);
  },
);

test('what a person changed beside it is found', async () => {
  const opened = await open();
  restless(opened, '=NOW()', 2, 4);
  const { host, workbook } = opened;
  const basis = await host.read();
  sheetOf(workbook, '花名册').setContents(3, 1, [[{ value: '改' }]]);
  await expect(host.apply(basis, secret, plan)).rejects.toMatchObject({ code: 'changed', detail: '花名册!B4' });
});

test('a formula is asked for only where something differs', async () => {
  const { host, office } = await open();
  const basis = await host.read();
  const asked: string[] = [];
  office.host.forbid = (member) => {
    asked.push(member);
    return null;
  };
  await host.apply(basis, secret, plan);
  expect(asked).toContain('Range.values');
  expect(asked).not.toContain('Range.formulas');
});

const numbers: readonly (readonly [CellValue, CellValue, boolean])[] = [
  [0.1 + 0.2, 0.3, true],
  [1.1 + 2.2 + 3.3, 6.6, true],
  [0.3, 0.300000000000001, false],
  [110101199003070, 110101199003071, false],
  [1, '1', false],
];

test.each(numbers)('two engines may sum otherwise, in the sixteenth digit: %s and %s', (a, b, same) => {
  expect(sameCell(a, b)).toBe(same);
});

test('functions that change by themselves are told from names and texts', () => {
  expect(['=NOW()', '=a+Rand ()', '=IF(A1="",TODAY(),B1)'].map(isChanging)).toEqual([true, true, true]);
  expect(['=NOWHERE()', '=SUM(A1)', '=KNOW()', 'NOW()', '="TODAY()"', 44000].map(isChanging)).toEqual(
    Array(6).fill(false),
  );
});
