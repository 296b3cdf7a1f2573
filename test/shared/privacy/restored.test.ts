/** 应答回来，把字换回去：值照原来打的，表名、表头照原来的，键稳定，留在本机的也并进来。 */
import { describe, expect, test } from 'vitest';
import { type Deidentified, deidentify, evaluate, nothingKept, readAlike, restored } from '../../../shared/evaluate.ts';
import type { Cell, Evaluation, WorkbookSnapshot } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, SECRET } from './deidentify.ts';

const raw: WorkbookSnapshot = {
  ...workbookOf(
    sheetOf('李建国的花名册', [
      ['序号', '姓名', '身份证号', '职务（李建国填）', '人员类别', '证书等级', '取得时间'],
      [1, '张某', '340403190001010011', '主任', ' 身份　不明 ', '初级（张某的）', '2021-07-12'],
      [2, '李某', null, '委员', '专职', '高某说的证', '前年春天'],
    ]),
    sheetOf('名录', [
      ['组织名称', '管理方式', '类别', '成员人数', '信用代码'],
      ['春风队', '街道说的那种', '志愿服务', '很多（王秀英）', '13955401234'],
      ['春风队', '备案', '航天（王秀英）', 12, null],
    ]),
    sheetOf('王秀英通讯录', [['王秀英', '13955401234']]),
  ),
  name: '李建国.xlsx',
};
const masked = deidentified(raw);
const answer: Evaluation = JSON.parse(JSON.stringify(evaluate(masked.snapshot)));
const back = restored(answer, masked, raw, SECRET);
const direct = restored(evaluate(raw), nothingKept, raw, SECRET);

test('应答里没有一个字是没发出去的', () => {
  expect(JSON.stringify(answer)).not.toMatch(/李建国|王秀英|春风|13955401234|街道说/);
});

test('换回以后没有一个记号', () => {
  expect(JSON.stringify(back)).not.toMatch(/〔[a-z]+-|\{sheet:|某某/);
});

test('问题逐条与不脱敏时一样：位置、值、显示、话、建议、键', () => {
  const said = ({ findings }: Evaluation) =>
    findings.map(({ rule, at, value, shown, message, fix, key }) => ({ rule, at, value, shown, message, fix, key }));
  expect(said(back)).toEqual(said(direct));
  expect(back.findings.length).toBeGreaterThan(5);
});

test('表名、表头照原来的', () => {
  const [roster] = back.tables;
  expect(roster!.sheet).toBe('李建国的花名册');
  expect(roster!.columns.map(({ header }) => header)).toContain('职务（李建国填）');
  expect(back.tables).toEqual(direct.tables);
});

test('指标、未检查的、未识别的照原来的', () => {
  expect(back.indicators).toEqual(direct.indicators);
  expect(back.notChecked).toEqual(direct.notChecked);
  expect(back.unread.map(({ sheet }) => sheet)).toEqual(['王秀英通讯录']);
});

test('再换一次不变', () => {
  expect(restored(back, nothingKept, raw, SECRET)).toEqual(back);
});

describe('读得是否一样', () => {
  const sheet = (...cells: Cell[]) =>
    sheetOf('名录', [
      ['组织名称', '管理方式', '成员人数'],
      ['春风队', ...cells],
    ]);
  const good = deidentify(workbookOf(sheet('备案', 12)), SECRET);
  const instead = (snapshot: WorkbookSnapshot): Deidentified => ({ ...good, snapshot });

  test('遮过的读来一样：给出读到的', () => {
    expect(readAlike(good)?.tables).toHaveLength(1);
  });

  test.each<[string, WorkbookSnapshot]>([
    ['少了一张表', workbookOf()],
    ['少了一行', workbookOf(sheetOf('名录', [['组织名称', '管理方式', '成员人数']]))],
    [
      '表头不同',
      workbookOf(
        sheetOf('名录', [
          ['组织名称', '某某某某', '成员人数'],
          ['春风队', '备案', 12],
        ]),
      ),
    ],
    ['人数不同', workbookOf(sheet('备案', 13))],
    ['人数读不出', workbookOf(sheet('备案', '〔number-0123456789ab〕'))],
    ['管理方式不同', workbookOf(sheet('登记', 12))],
    ['管理方式读不出', workbookOf(sheet({ masked: '0123456789ab', kind: 'text', known: '〔〕' }, 12))],
    ['换了一张表的名称', workbookOf({ ...sheet('备案', 12), name: '花名册' })],
  ])('%s：不采信，在本机算', (_, snapshot) => {
    expect(readAlike(instead(snapshot))).toBeNull();
  });

  test('只换了组织的名称，读来一样', () => {
    const other = sheetOf('名录', [
      ['组织名称', '管理方式', '成员人数'],
      ['〔word-0123456789ab〕', '备案', 12],
    ]);
    expect(readAlike(instead(workbookOf(other)))).not.toBeNull();
  });
});
