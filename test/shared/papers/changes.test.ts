import { expect, test } from 'vitest';
import type { Cell, Indicator, Submitted } from '../../../shared/model.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { comparedSheet } from '../../../shared/report/rollup/compared.ts';
import { changed, sound } from '../check/sound.ts';
import { dataOf, submitted } from './loops.ts';
import { bodyOf } from './papers.ts';

// 春申社区：社区工作者4人，持证2人；注册志愿者1400人，参与200人。

/** 报告“前后对比”和汇总“对比”里，一项指标写的话。 */
function told(name: string, before: Submitted, after: Submitted) {
  const data = dataOf([before, after], { mode: 'final' });
  const report = finalReport(data);
  expect(unbound(report, data)).toEqual([]);
  const lines = bodyOf(report);
  const from = lines.indexOf('前后对比');
  const own = lines.slice(from + 1).filter((line) => line.includes(name) && /终期|没有比较|\|中期\|/.test(line));
  const rows = comparedSheet(data)!.rows.map((row) => row.map(({ value }) => value));
  return { report: own, book: rows.find((row) => row[1] === name)!.at(-1) };
}

const book = (file: string, cells: Readonly<Record<string, Cell>>, mode: 'midterm' | 'final') =>
  submitted(file, changed(cells, sound), mode);
const midterm = (cells: Readonly<Record<string, Cell>> = {}) => book('中期.xlsx', cells, 'midterm');
const final = (cells: Readonly<Record<string, Cell>> = {}) => book('终期.xlsx', cells, 'final');

test('两次都核定的才比，报告和汇总说的一样', () => {
  expect(told('注册志愿者参与率', midterm(), final({ '志愿者情况!E2': 280 }))).toEqual({
    report: ['注册志愿者参与率|1|中期|14.29%（200/1400）|20.00%（280/1400）|提高5.71个百分点'],
    book: '提高5.71个百分点',
  });
});

const left = (name: string) => [`下列指标有单位的数未核定，没有比较：${name}（与中期相比1个单位）。`];

test('分母没有核定的不比：有一个人的类别没有填', () => {
  const name = '社区工作者持证比例';
  expect(told(name, midterm(), final({ '花名册!D4': null }))).toEqual({ report: left(name), book: '—' });
});

test('待核实的不比：参与的比注册的还多', () => {
  const name = '注册志愿者参与率';
  expect(told(name, midterm(), final({ '志愿者情况!E2': 1600 }))).toEqual({ report: left(name), book: '—' });
  expect(told(name, midterm({ '志愿者情况!E2': 1600 }), final())).toEqual({ report: left(name), book: '—' });
});

test('待核实的不比，哪怕只有一个数', () => {
  const name = '社区工作者持证比例';
  expect(told(name, midterm(), judged(final(), name, { verdict: 'to_verify' }))).toEqual({
    report: left(name),
    book: '—',
  });
});

test('终期只作参考、不适用的不比，也不说未核定', () => {
  const name = '社区工作者持证比例';
  for (const verdict of ['reference', 'not_applicable'] as const)
    expect(told(name, midterm(), judged(final(), name, { verdict }))).toEqual({ report: [], book: '—' });
});

test('待核实的数比目标还多，差距不写零', () => {
  const { attachments } = finalReport(dataOf([final({ '志愿者情况!E2': 1600 })], { mode: 'final' }));
  const rows = attachments.flatMap(({ body }) => body.flatMap((one) => (one.kind === 'table' ? one.rows : [])));
  const row = rows
    .map((cells) => cells.map(textOf))
    .find((cells) => cells.includes('114.29%（1600/1400）') && cells.length > 5);
  expect(row?.slice(4, 7)).toEqual(['114.29%（1600/1400）', '≥10%', '—']);
});

function judged(one: Submitted, name: string, as: Partial<Indicator>): Submitted {
  if (!('evaluation' in one)) return one;
  const { evaluation } = one;
  const indicators = evaluation.indicators.map((entry) => (entry.name === name ? { ...entry, ...as } : entry));
  return { ...one, evaluation: { ...evaluation, indicators } };
}
