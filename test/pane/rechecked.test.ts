import { expect, test } from 'vitest';
import { recheckedOf } from '../../addin/rollup/views/rechecked.ts';
import { unchanged } from './cities.ts';

const at = { part: '二、总体进展', paragraph: '', sentence: '社区工作者65人，持证率40.00%。' };

test('nothing was edited', () => {
  expect(recheckedOf('报告.docx', { ...unchanged, figures: 426 })).toEqual({
    head: '“报告.docx”：导出时有426个数，没有改动。',
    groups: [],
  });
});

test('figures first, then words, each with its part and its sentence', () => {
  const told = recheckedOf('报告.docx', {
    ...unchanged,
    figures: 426,
    changed: [
      { before: '36.92%', after: '40.00%', isReworded: false, at, was: null },
      {
        before: null,
        after: '〔2020〕18号',
        isReworded: true,
        at: { ...at, paragraph: '根据《实施意见》…' },
        was: null,
      },
    ],
    unsourced: [{ numbers: ['三成', '42'], at, was: '社区工作者65人。' }],
    added: [{ numbers: ['88%'], at: { part: '页脚', paragraph: '', sentence: '持证率88%' }, was: null }],
    gone: [
      { figures: ['65人', '24人'], sentences: 2, isRow: false, at, was: null, isReworded: false },
      { figures: [], sentences: 1, isRow: true, at: null, was: null, isReworded: false },
      { figures: ['1个'], sentences: 0, isRow: false, at, was: '达标1个。', isReworded: true },
    ],
    reworded: [
      { kind: 'edited', at: { ...at, sentence: '该社区达标。' }, was: '该社区未达标。' },
      { kind: 'moved', at, was: null },
    ],
    stale: [{ text: '10', found: null, at }],
    notes: ['里面有没有接受的修订，按全部接受以后的样子核对。'],
  });
  const where = '二、总体进展：“社区工作者65人，持证率40.00%。”';
  expect(told.head).toBe('“报告.docx”：导出时有426个数，有10处要看。');
  expect(told.groups).toEqual([
    {
      title: '数字改了',
      lines: [
        `36.92% → 40.00%　${where}`,
        '引用的文字里，数改了　二、总体进展，“根据《实施意见》…”一段：“社区工作者65人，持证率40.00%。”（这句的文字也改过）',
      ],
    },
    { title: '没有来源的数字', lines: [`三成、42　${where}（原来是“社区工作者65人。”）`] },
    { title: '新加的带数字的句子', lines: ['88%　页脚：“持证率88%”'] },
    {
      title: '删掉的',
      lines: [
        `2句，里面有2个数：65人、24人　在${where}的后面`,
        '表里一行　在最前面',
        `1个　原在${where}（这句的文字也改过，原来是“达标1个。”）`,
      ],
    },
    {
      title: '改过文字的句子，请看是否改了意思',
      lines: ['这句改过　二、总体进展：“该社区达标。”（原来是“该社区未达标。”）', `这句移到了别的标题下面　${where}`],
    },
    { title: '和现在的汇总不一样', lines: [`10，现在是没有这个数　${where}`] },
    { title: '另外', lines: ['里面有没有接受的修订，按全部接受以后的样子核对。'] },
  ]);
});
