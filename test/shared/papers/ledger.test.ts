/** 问题整改台账这张表：填的人有下拉、提示、变色；怎样填、怎样排，读回来每一栏都准确认出。 */
import { describe, expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import type { LedgerSheet, PlanCell, Validation } from '../../../shared/model.ts';
import { states } from '../../../shared/report/documents/ledger-aids.ts';
import { codes } from '../../../shared/sheets/codes.ts';
import { tables } from '../../../shared/sheets/tables.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import { closed, dataOf, type Filling, HEADINGS, ledgerOf, midterm, RUN } from './loops.ts';

const ledger = ledgerOf(dataOf([midterm], { mode: 'midterm' }));
const headings = ledger.rows[HEADINGS]!.map(({ value }) => String(value));
const lines = ledger.rows.slice(HEADINGS + 1);
const numbers = lines.map((line) => line[1]!.value);

/** The sheet itself as it comes back, hidden name, validations and all. */
function returned(rows: readonly (readonly PlanCell[])[]) {
  const sheet: LedgerSheet = { ...ledger, rows: [...ledger.rows.slice(0, HEADINGS + 1), ...rows] };
  const { submitted } = judgeFile('台账.xlsx', newFile([sheet]), RUN);
  if (!('evaluation' in submitted)) throw new Error('unreadable');
  const [table] = submitted.evaluation.tables;
  return {
    basis: new Set(table!.columns.map(({ basis }) => basis)),
    issues: submitted.joins!.issues!,
    findings: submitted.evaluation.findings.filter(({ severity }) => severity !== 'note'),
  };
}

const fill = (line: readonly PlanCell[], filling: Filling) =>
  line.map((cell, at): PlanCell => {
    const value = filling[headings[at]!] ?? cell.value;
    return { ...cell, value: value as PlanCell['value'] };
  });

describe('交回来的', () => {
  test('填好了的', () => {
    const { basis, issues, findings } = returned(lines.map((line) => fill(line, closed())));
    expect(basis).toEqual(new Set(['exact']));
    expect(issues.map(({ number }) => number)).toEqual(numbers);
    expect(issues.every(({ isClosed, isProved, closedOn }) => isClosed && isProved && closedOn === '2021-02-20')).toBe(
      true,
    );
    expect(findings).toEqual([]);
  });

  test('打字时多了空格、换了全角的', () => {
    const spaced = { ...closed(), 状态: ' 已 销 号 ', 完成日: ' ２０２１-02-20 ', 佐证: ' 照片三张 ' };
    const { basis, issues } = returned(
      lines.map((line) => fill(line, { ...spaced, 问题编号: ` ${line[1]!.value}  `.replace('-', '－') })),
    );
    expect(basis).toEqual(new Set(['exact']));
    expect(issues.map(({ number }) => number)).toEqual(numbers);
    expect(issues.every(({ isClosed, isProved, closedOn }) => isClosed && isProved && closedOn === '2021-02-20')).toBe(
      true,
    );
  });

  test('删了一行的', () => {
    const { basis, issues } = returned(lines.slice(1).map((line) => fill(line, closed())));
    expect(basis).toEqual(new Set(['exact']));
    expect(issues.map(({ number }) => number)).toEqual(numbers.slice(1));
  });

  test('重新排过序的', () => {
    const { basis, issues } = returned(
      [...lines].reverse().map((line, at) => fill(line, at === 0 ? closed() : { 状态: '整改中' })),
    );
    expect(basis).toEqual(new Set(['exact']));
    expect(issues.map(({ number }) => number)).toEqual([...numbers].reverse());
    expect(issues.map(({ isClosed }) => isClosed)).toEqual(lines.map((_, at) => at === 0));
  });
});

test('横排打印，字不小于八磅：各栏加起来不宽', () => {
  // 八磅时，A4横排减去页边，排得下的半角字数。
  expect(ledger.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(150);
  expect(ledger.widths).toHaveLength(headings.length);
});

describe('填的时候', () => {
  const of = (heading: string): Validation => ledger.validations.find(({ prompt }) => prompt?.title === heading)!;
  const column = (heading: string) => 'ABCDEFGHIJKLMNOP'[headings.indexOf(heading)];

  test('状态的下拉就是读的时候认的那几样', () => {
    const list = tables.find(({ id }) => id === 'W14')!.fields.find(({ label }) => label === '状态')!.list!;
    expect(codes[list]!.entries.map(({ label }) => label)).toEqual(states);
    expect(of('状态').rule).toEqual({ kind: 'list', values: states });
  });

  test('完成日要年月日，从中期的截止日起；写错了只提醒，不拦', () => {
    expect(of('完成日').rule).toEqual({ kind: 'date', from: '2020-11-30', to: '2099-12-31' });
    expect(ledger.validations.flatMap(({ alert }) => alert?.style ?? [])).toEqual(['warning', 'warning']);
  });

  test('提示放得下，说的都是表上的栏', () => {
    for (const { prompt } of ledger.validations) {
      expect(headings).toContain(prompt!.title);
      expect(prompt!.text.length).toBeLessThan(256);
    }
  });

  test('每一行都有；选了已销号的，没有填的完成日、佐证变色', () => {
    const [first, last] = [HEADINGS + 2, HEADINGS + 1 + lines.length];
    for (const { area } of ledger.validations) expect(area).toMatch(new RegExp(`^[A-P]${first}:[A-P]${last}$`));
    expect(ledger.conditions.map(({ area, formula }) => [area, formula])).toEqual(
      ['完成日', '佐证'].map((heading) => [
        `${column(heading)}${first}:${column(heading)}${last}`,
        `AND(TRIM($${column('状态')}${first})="已销号",TRIM($${column(heading)}${first})="")`,
      ]),
    );
  });

  test('填进去的字还是字', () => {
    const texts = ledger.formats.filter(({ format }) => format === '@').map(({ area }) => area[0]);
    for (const heading of ['问题编号', '整改措施', '责任人', '佐证', '状态']) expect(texts).toContain(column(heading));
    expect(ledger.formats.find(({ format }) => format === 'yyyy-mm-dd')?.area[0]).toBe(column('完成日'));
  });
});
