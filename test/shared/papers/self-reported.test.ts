import { expect, test } from 'vitest';
import type { Submitted } from '../../../shared/model.ts';
import { reportOf } from '../../../shared/report/documents/reports.ts';
import { changed } from '../check/sound.ts';
import { dataOf, submitted } from './loops.ts';
import { annexOf, bodyOf } from './papers.ts';

// 春申社区的台账自己写：中期评估发现的问题1个，已销号。

const OWN = '按各单位台账自报，中期评估发现的问题1个，其中';
const DONE = `${OWN}已销号1个，销号率100.00%，达到100%目标。应评的1个单位已达标。`;
const BEGUN = `${OWN}已销号0个，销号率0.00%，距100%目标尚差100.00个百分点、1个。应评的1个单位在推进，进展正常。`;
const COLUMN = '“问题整改”一栏按各单位台账自报。';

const workbook = (mode: 'midterm' | 'final') => submitted(`${mode}.xlsx`, changed({}), mode);

function told(all: readonly Submitted[], mode: 'midterm' | 'final') {
  const report = reportOf(dataOf(all, { mode }));
  return { body: bodyOf(report), annex: annexOf(report, '指标完成情况表') };
}

test.each([
  ['终期，没有中期的工作簿', [workbook('final')], 'final', DONE],
  ['终期，台账要再放入一次', [workbook('midterm'), { ...workbook('final'), joins: null }], 'final', DONE],
  ['中期', [workbook('midterm')], 'midterm', BEGUN],
] as const)('%s：销号率写明是自报', (_when, all, mode, said) => {
  const { body, annex } = told(all, mode);
  expect(body.filter((line) => line.includes('销号率'))).toEqual([said]);
  expect(annex).toContain(COLUMN);
});

test('前后对比里的也写明', () => {
  const { body } = told([workbook('midterm'), workbook('final')], 'final');
  const rows = body.filter((line) => line.startsWith('问题整改|'));
  expect(rows).toEqual(['问题整改|1|中期|0.00%（0/1）|100.00%（1/1）|提高100.00个百分点']);
  expect(body).toContain('“问题整改”按各单位台账自报。');
});

test('几家都销号，也不与别的指标合在一句里，也不算典型', () => {
  const named = (name: string, all: number) => {
    const one = changed(all === 1 ? {} : { '整改!G3': '已销号', '整改!B3': '中期评估', '整改!F3': '2021-02-20' });
    return submitted(`${name}.xlsx`, JSON.parse(JSON.stringify(one).replaceAll('春申社区', name)), 'final');
  };
  const { body } = told([named('甲社区', 2), named('乙社区', 1), named('丙社区', 1)], 'final');
  const lines = body.filter((line) => line.includes('问题整改') || line.includes('销号率'));
  expect(lines.filter((line) => !line.startsWith('按各单位台账自报，') && !line.includes('整改台账'))).toEqual([]);
});
