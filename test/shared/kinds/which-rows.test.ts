/** One fault each: which lines are records, and what is said once. */
import { expect, test } from 'vitest';
import { bothWays, given, main } from './given.ts';

test('整栏空白：只说一次，指在表头，列出各行', () => {
  for (const { findings } of bothWays(given('blank-column-throughout'))) {
    const blank = findings.filter(({ rule }) => rule === 'R047');
    const related = [{ sheet: '社区工作人员花名册', address: 'E2:E31' }];
    expect(blank).toMatchObject([{ at: { address: 'E1' }, severity: 'warning', related }]);
    expect(blank[0]!.message).toContain('“证书编号”整栏没有填写，30 条');
  }
});

test('没有表头、序号接得上的续表：计入，提示一次', () => {
  for (const evaluation of bothWays(given('continuation-without-headings'))) {
    expect(main(evaluation, 'S09')).toMatchObject({ verdict: 'met', numerator: 12, lower: 12, upper: 12 });
    const said = evaluation.findings.filter(({ at }) => at.sheet === '志愿服务活动台账（续）');
    expect(said).toMatchObject([{ rule: 'N050', severity: 'note' }]);
    expect(evaluation.unread).toEqual([]);
  }
});

test('“政府投入小计”是小计，不是一项来源', () => {
  for (const evaluation of bothWays(given('fund-subtotal-with-words'))) {
    expect(evaluation.findings.filter(({ rule }) => rule === 'R123' || rule === 'R112')).toEqual([]);
    const rates = evaluation.indicators.filter(({ numerator, denominator }) => numerator === 30 && denominator === 30);
    expect(rates).not.toEqual([]);
  }
});

test('项目表只写“暂无”：按 0 计，提请核实', () => {
  for (const evaluation of bothWays(given('none-in-event-table'))) {
    expect(main(evaluation, 'S05')).toMatchObject({ verdict: 'unmet', numerator: 0 });
    expect(evaluation.findings.filter(({ rule }) => rule === 'N004')).toMatchObject([
      { severity: 'warning', at: { address: 'B2' } },
    ]);
  }
});
