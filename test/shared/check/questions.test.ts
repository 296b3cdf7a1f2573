/** What was not understood is asked once for each wording, and one answer settles it throughout the workbook. */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Cell, Correction } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const SECRET = '5e'.repeat(32);
const HEADINGS = ['姓名', '人员类别', '是否在岗', '持证情况'];

function judged(rows: readonly (readonly Cell[])[], corrections: readonly Correction[] = []) {
  const workbook = workbookOf(sheetOf('花名册', [['望淮社区工作者花名册'], HEADINGS, ...rows]));
  const masked = deidentify(workbook, SECRET, corrections);
  const evaluation = evaluate(masked.snapshot, { corrections: masked.corrections });
  const main = evaluation.indicators.find(({ id }) => id === 'G03')!;
  const questions = evaluation.findings.filter(({ asks }) => asks !== undefined);
  const figure = `${main.lower}/${main.lowerDenominator ?? main.denominator}..${main.upper}/${main.upperDenominator ?? main.denominator}`;
  return {
    questions,
    figure,
    findings: evaluation.findings,
    sent: JSON.stringify([masked.snapshot, masked.corrections]),
  };
}

const ROWS: readonly (readonly Cell[])[] = [
  ['赵一', '社区干事', '是', '中级会计师'],
  ['钱二', '社区干事', '是', '中级会计师'],
  ['孙三', '社区干事', '是', '中级'],
  ['李四', '社区干事', '是', '高级工'],
  ['周五', '社区干事', '是', '无'],
];

describe('认不出的说法，一个说法问一次', () => {
  test('同一个说法两格，一条，都指到', () => {
    const { questions } = judged(ROWS);
    expect(questions.map(({ rule, at, related }) => [rule, at.address, related.map(({ address }) => address)])).toEqual(
      [
        ['R046', 'D3', ['D4']],
        ['R046', 'D6', []],
      ],
    );
    expect(questions[0]).toMatchObject({ value: '中级〔〕', asks: { kind: 'word', table: 'W03', field: 'cert' } });
  });
  test('核实前只动上限', () => {
    expect(judged(ROWS).figure).toBe('1/5..4/5');
  });
  test('没有认出的话不离开工作簿', () => {
    expect(judged(ROWS).sent).not.toMatch(/会计师|高级工/);
  });
  test('说一次“无”，全册照此，没有说的还问', () => {
    const means: Correction = { kind: 'word', table: 'W03', field: 'cert', text: '中级会计师', means: '0' };
    const { questions, figure, sent } = judged(ROWS, [means]);
    expect(questions.map(({ at }) => at.address)).toEqual(['D6']);
    expect(figure).toBe('1/5..2/5');
    expect(sent).not.toMatch(/会计师/);
  });
  test('说它就是“中级”，算持证', () => {
    const means: Correction = { kind: 'word', table: 'W03', field: 'cert', text: ' 高级工 ', means: '2' };
    expect(judged(ROWS, [means]).figure).toBe('2/5..4/5');
  });
  test('认得的说法也可以另说：这里的“保洁”是专职社区工作者', () => {
    const rows = [...ROWS.slice(2), ['吴六', '保洁', '是', '中级']];
    expect(judged(rows).figure).toBe('1/3..2/3');
    const means: Correction = { kind: 'word', table: 'W03', field: 'wtype', text: '保洁', means: 'A3' };
    expect(judged(rows, [means]).figure).toBe('2/4..3/4');
  });
});

test('N047：岗位上写的不是人名', () => {
  const workbook = workbookOf(
    sheetOf('岗位', [
      ['机构层级', '机构名称', '岗位编号', '设岗日期', '在岗人员姓名', '专职/兼职'],
      ['中心', '云桥街道社会工作服务中心', 'G1', '2020-07-01', '社区兼任', '专职'],
    ]),
  );
  const { findings } = evaluate(deidentify(workbook, SECRET).snapshot);
  expect(findings.find(({ rule }) => rule === 'N047')).toMatchObject({ severity: 'warning', at: { address: 'E2' } });
});

test('N049：印好的选项都没有勾，一栏说一次，按没有填计', () => {
  const rows = ROWS.map(([name, type, duty]) => [name!, type!, duty!, '□初级 □中级 □高级']);
  const { findings, figure } = judged(rows);
  expect(findings.filter(({ rule }) => rule === 'N049').map(({ at }) => at.address)).toEqual(['D3']);
  expect(figure).toBe('0/5..0/5');
});
