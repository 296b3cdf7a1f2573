/** What stands beside a line speaks against it: such a line is asked about, never counted in silence. */
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { changed, sound } from './sound.ts';
import { judged, type Sheets, times } from './workbooks.ts';

/** The sound workbook with a column 备注, of which one row holds something; without the columns left out. */
function remarked(sheet: string, row: number, remark: string, without: readonly string[] = []): Sheets {
  const [headings, ...lines] = sound[sheet]!;
  const kept = headings!.flatMap((heading, at) => (without.includes(heading as string) ? [] : [at]));
  const of = (cells: readonly Cell[]) => kept.map((at) => cells[at] ?? null);
  const rows = lines.map((cells, at) => [...of(cells), at + 2 === row ? remark : null]);
  return changed({ [sheet]: [[...of(headings!), '备注'], ...rows], 汇总表: null });
}

const HEADINGS = ['人员编号', '姓名', '人员类别', '是否在岗', '持证情况'];
/** Ten workers, four of them with a certificate: 40% as it must be. */
const roster = (remark: string): Sheets =>
  changed({
    花名册: [
      [...HEADINGS, '备注'],
      ...times(10, (n): readonly Cell[] => [
        `R${n}`,
        `王${'甲乙丙丁戊己庚辛壬癸'[n - 1]}`,
        '专职社区工作者',
        '是',
        n > 4 ? '无' : '初级',
        n === 4 ? remark : null,
      ]),
    ],
    汇总表: null,
  });

describe('名录备注写着不再运行、备案无效的，只计入上限', () => {
  test.each(['已停止活动', '停办', '已解散', '备案未批', '已撤销备案', '2021年3月停办'])('备注“%s”', (remark) => {
    const { indicator, said } = judged(remarked('名录', 11, remark, ['运行状态']));
    expect(said('R031')).toEqual(['R031 名录!I11']);
    expect(indicator('G01')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
    expect(indicator('V02').verdict).toBe('to_verify');
  });
  test.each(['未停办', '停办学习班一期', '成立时备案', '2021年6月停办'])('备注“%s”，照样计', (remark) => {
    const { indicator, said } = judged(remarked('名录', 11, remark));
    expect(said('R031')).toEqual([]);
    expect(indicator('G01').verdict).toBe('met');
  });
});

describe('备注写着注销日期的，从那天起才不计', () => {
  test('2021年6月注销，截止日还在', () => {
    const { indicator, finding } = judged(remarked('名录', 11, '2021年6月注销'));
    expect(indicator('G01')).toMatchObject({ verdict: 'met', numerator: 10 });
    expect(finding('R031').message).toContain('自注销之日起不计入');
  });
  test.each(['2021年4月注销', '已注销'])('%s，不计', (remark) => {
    expect(judged(remarked('名录', 11, remark)).indicator('G01')).toMatchObject({ verdict: 'unmet', numerator: 9 });
  });
});

describe('花名册备注与人员类别、证书不符', () => {
  test.each([
    ['公益性岗位', 'R044'],
    ['机构派驻', 'R044'],
    ['在考', 'R046'],
    ['2021年10月取得', 'R046'],
    ['已故', 'R045'],
  ])('备注“%s”待核实', (remark, rule) => {
    const { indicator, said } = judged(roster(remark));
    expect(said(rule)).toEqual([`${rule} 花名册!F5`]);
    expect(indicator('G03')).toMatchObject({ verdict: 'to_verify', lower: 3 });
  });
  test('2021年1月调走的不计', () => {
    expect(judged(roster('2021年1月调走')).indicator('G03')).toMatchObject({ verdict: 'unmet', denominator: 9 });
  });
  test.each(['2019年取得', '2019年10月取得', '已取得', '负责公益岗管理', '2021年9月离职'])(
    '备注“%s”，照样计',
    (remark) => {
      expect(judged(roster(remark)).indicator('G03')).toMatchObject({ verdict: 'met', numerator: 4 });
    },
  );
});

describe('创投、事项、任务的备注写着取消、撤销', () => {
  test.each([
    ['微公益创投', 2, '因疫情取消', 'R092 微公益创投!I2', 'S06'],
    ['有无表', 4, '2021年3月已撤销', 'R101 有无表!G4', 'P06'],
    ['进度', 3, '已取消', 'R132 进度!H3', 'M07'],
  ] as const)('“%s”第 %i 行备注“%s”', (sheet, row, remark, said, id) => {
    const workbook = judged(remarked(sheet, row, remark));
    expect(workbook.said(said.split(' ')[0])).toEqual([said]);
    expect(workbook.indicator(id).verdict).toBe('to_verify');
  });
  test.each([
    ['微公益创投', 2, '取消现场路演', 'S06'],
    ['有无表', 4, '2021年6月撤销', 'P06'],
    ['进度', 3, '取消考核', 'M07'],
  ] as const)('“%s”第 %i 行备注“%s”，照样计', (sheet, row, remark, id) => {
    expect(judged(remarked(sheet, row, remark)).indicator(id).verdict).toBe('met');
  });
});
