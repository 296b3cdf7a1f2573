/** 表头里说不清的字只剩字数，后面跟一个记号；还是读成原来那一栏，人说过的话照样找得到它。 */
import { describe, expect, test } from 'vitest';
import { deidentify, readAlike } from '../../../shared/evaluate.ts';
import type { Cell, Correction } from '../../../shared/model.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { readingOf } from '../readings.ts';
import { deidentified, SECRET, shapeOf } from './deidentify.ts';

const roster = (heading: Cell) =>
  workbookOf(
    sheetOf('花名册', [
      ['序号', '姓名', heading, '证书等级'],
      [1, '张某', '主任', '无'],
    ]),
  );
/** 第三栏的表头带走什么。 */
const travelling = (heading: Cell) => deidentified(roster(heading)).snapshot.sheets[0]!.values[0]![2];

const TOKEN = '〔head-[0-9a-f]{12}〕';

describe('表头', () => {
  test.each(['职务', '职 务', '职务（必填）', '服务对象姓名', '2020年', '年龄'])('“%s”都说得清，照旧', (heading) => {
    expect(travelling(heading)).toBe(heading);
  });

  test.each([
    ['职务（李建国填）', '职务\\(某某某某\\)'],
    ['职务13955401234', '职务00000000000'],
    ['李建国', '某某某'],
    ['皖d12345', '某x00000'],
    ['职务\n李建国', '职务某某某'],
  ])('“%s”带走“%s”和一个记号', (heading, words) => {
    expect(travelling(heading)).toMatch(new RegExp(`^${words}${TOKEN}$`));
  });

  test('整格是长数字的，成为记号，仍是文字', () => {
    expect(travelling(13955401234)).toMatch(/^〔number-[0-9a-f]{12}〕$/);
    expect(travelling(2020)).toBe(2020);
  });

  test.each(['职务（李建国填）', '职务13955401234', '李建国', 13955401234, '340403199001010016', '皖D·A1234'])(
    '“%s”：读出的栏目不变，再遮一次不变',
    (heading) => {
      const masked = deidentified(roster(heading));
      expect(readAlike(masked)).not.toBeNull();
      expect(shapeOf(masked.snapshot)).toEqual(shapeOf(roster(heading)));
      expect(deidentified(masked.snapshot).snapshot).toBe(masked.snapshot);
    },
  );

  test('字数相同的两个表头，记号分得开', () => {
    expect(travelling('李建国')).not.toBe(travelling('李 建 国人'));
    const both = workbookOf(
      sheetOf('花名册', [
        ['序号', '姓名', '李建国', '王秀英', '李建国', '证书等级'],
        [1, '张某', '√', null, null, '无'],
      ]),
    );
    const [, , one, other, again] = deidentified(both).snapshot.sheets[0]!.values[0]!;
    expect(other).not.toBe(one);
    expect(again).toBe(one);
  });

  test('名册中间重印的表头也一样', () => {
    const headings: Cell[] = ['序号', '姓名', '职务（李建国填）', '证书等级'];
    const raw = workbookOf(
      sheetOf('花名册', [headings, [1, '张某', '主任', '无'], headings, [2, '李某', '委员', '无']]),
    );
    const masked = deidentified(raw);
    const { values } = masked.snapshot.sheets[0]!;
    expect(values[2]).toEqual(values[0]);
    expect(shapeOf(masked.snapshot)).toEqual(shapeOf(raw));
  });

  test('表单里认不出的栏目名，不带走', () => {
    const raw = workbookOf(
      sheetOf('社区基本情况表', [
        ['社区名称', '望淮社区', '所属街道', '云桥街道'],
        ['李建国说的', 1000, '户数', 400],
      ]),
    );
    const masked = deidentified(raw);
    expect(masked.snapshot.sheets[0]!.values[1]).toEqual([
      { masked: null, kind: 'text' },
      { masked: null, kind: 'number' },
      '户数',
      400,
    ]);
    expect(shapeOf(masked.snapshot)).toEqual(shapeOf(raw));
  });
});

describe('人说过是哪一栏的表头', () => {
  const heading = '李建国说的那个';
  const corrections: Correction[] = [{ kind: 'column', table: 'W03', heading, field: 'post' }];
  const raw = roster(heading);
  const fieldOf = (snapshot: typeof raw, said: readonly Correction[]) =>
    readingOf(snapshot, said).tables[0]!.columns.find(({ index }) => index === 2)!.field;

  test('所说的跟着表头走，读成那一栏', () => {
    const masked = deidentify(raw, SECRET, corrections);
    expect(fieldOf(raw, [])).toBeNull();
    expect(fieldOf(raw, corrections)).toBe('post');
    expect(fieldOf(masked.snapshot, masked.corrections)).toBe('post');
    expect(JSON.stringify([masked.snapshot, masked.corrections])).not.toContain('李建国');
    expect(readAlike(masked)).not.toBeNull();
  });
});
