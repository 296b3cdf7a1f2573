/** A column that nobody gave a name of ours may speak against a line: 核实情况、是否举办. It is asked, never passed over. */
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { changed, sound } from './sound.ts';
import { judged, type Sheets } from './workbooks.ts';

/** The sound workbook with one more column: `said` in one row, `usual` in the others. */
function widened(sheet: string, heading: string, row: number, said: Cell, usual: Cell): Sheets {
  const rows = sound[sheet]!.map((cells, at) => [...cells, at === 0 ? heading : at + 1 === row ? said : usual]);
  return changed({ [sheet]: rows, 汇总表: null });
}

describe('另一栏说这一行不算', () => {
  test.each([
    ['活动台账', '活动状态', 11, '已取消', '已举办', 'S09', 'R087 活动台账!F11'],
    ['活动台账', '是否举办', 11, '否', '是', 'S09', 'R087 活动台账!F11'],
    ['活动台账', '完成情况', 11, '未完成', '已完成', 'S09', 'R087 活动台账!F11'],
    ['活动台账', '是否志愿服务', 11, '否', '是', 'S09', 'R087 活动台账!F11'],
    ['微公益创投', '是否举办', 2, '否', '是', 'S06', 'R092 微公益创投!I2'],
    ['名录', '核实情况', 11, '已注销', '在册', 'G01', 'R031 名录!J11'],
    ['名录', '是否计入', 11, '否', '是', 'G01', 'R031 名录!J11'],
    ['社工岗位', '在岗情况', 4, '离职', '在岗', 'P05', 'N042 社工岗位!L1'],
    ['社工岗位', '岗位状态', 4, '空岗', '在岗', 'P05', 'N042 社工岗位!L1'],
    ['花名册', '状态', 3, '已离职', '在职', 'G03', 'R045 花名册!K3'],
    ['有无表', '街道核实', 4, '未建', '已建', 'P06', 'R101 有无表!G4'],
  ] as const)('“%s”的“%s”', (sheet, heading, row, said, usual, id, finding) => {
    const workbook = judged(widened(sheet, heading, row, said, usual));
    expect(workbook.indicator(id).verdict).toBe('to_verify');
    expect(workbook.said(finding.split(' ')[0])).toContain(finding);
  });

  test.each([
    ['活动台账', '有无照片', 11, '否', '是', 'S09'],
    ['活动台账', '天气', 11, '取消原定路线', '晴', 'S09'],
    ['花名册', '是否党员', 3, '否', '是', 'G03'],
    ['名录', '星级', 11, '未评', '三星', 'G01'],
  ] as const)('“%s”的“%s”：第 %i 行写“%s”，照样计', (sheet, heading, row, said, usual, id) => {
    expect(judged(widened(sheet, heading, row, said, usual)).indicator(id).verdict).toBe('met');
  });

  test('本栏自己已经说不算的，仍不算：不因另一栏变成待核实', () => {
    const workbook = widened('名录', '核实情况', 11, '已注销', '在册');
    const rows = workbook.名录!.map((cells, at) => cells.map((cell, n) => (at === 10 && n === 8 ? '注销' : cell)));
    expect(judged({ ...workbook, 名录: rows }).indicator('G01')).toMatchObject({ verdict: 'unmet', numerator: 9 });
  });
});

test('参加人数和志愿者人数都有的，计志愿者：来了 30 人而没有志愿者的不算', () => {
  const rows = sound.活动台账!.map(([date, name, place], at): readonly Cell[] =>
    at === 0 ? [date!, name!, place!, '参加人数', '志愿者人数'] : [date!, name!, place!, 30, at === 10 ? 0 : 20],
  );
  const { indicator, said } = judged(changed({ 活动台账: rows, 汇总表: null }));
  expect(said('R083')).toEqual(['R083 活动台账!E11']);
  expect(indicator('S09')).toMatchObject({ verdict: 'unmet', numerator: 9 });
});
