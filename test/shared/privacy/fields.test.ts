/** 数、日期、序号、信用代码、统计代码、出生年月、备注：哪些照旧，哪些成为记号，读出的都一样。 */
import { describe, expect, test } from 'vitest';
import { grounds, readAlike } from '../../../shared/evaluate.ts';
import type { Cell, Datum } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, spelt } from './deidentify.ts';

const HEADINGS = ['序号', '组织名称', '信用代码', '登记日期', '成员人数', '类别'];
const KEYS = { 序号: 'seq', 信用代码: 'uscc', 登记日期: 'reg_date', 成员人数: 'members' } as const;

/** 名录里那一栏这样写：带走什么，遮蔽前后各读出什么。 */
function written(heading: keyof typeof KEYS, cell: Cell) {
  const at = HEADINGS.indexOf(heading);
  const row: Cell[] = [1, '春风队', null, '2020-08-16', 10, '志愿服务'];
  const raw = workbookOf(sheetOf('社区社会组织名录', [HEADINGS, row.map((old, index) => (index === at ? cell : old))]));
  const masked = deidentified(raw);
  const read = (snapshot: typeof raw): Datum | undefined =>
    readWorkbook(snapshot, grounds.catalogue).tables[0]!.records[0]!.data[KEYS[heading]];
  expect(readAlike(masked)).not.toBeNull();
  expect(deidentified(masked.snapshot).snapshot).toBe(masked.snapshot);
  return {
    said: spelt(masked, masked.snapshot.sheets[0]!.values[1]![at]!),
    before: read(raw),
    after: read(masked.snapshot),
  };
}

describe('人数', () => {
  test.each<[Cell, unknown]>([
    [35, 35],
    ['35人', '35人'],
    ['约30人', '约30人'],
    ['三十五', '三十五'],
    [123456789, 123456789],
    ['10人（张某、李某）', '10人(〔code 10人(张某、李某)〕、〔code 10人(张某、李某)〕)'],
    ['1395540（张某）', '〔code 1395540(张某)〕(〔code 1395540(张某)〕)'],
    ['1395540123', '〔code 1395540123〕'],
    [1395540123, { number: '1395540123' }],
    ['0554', '〔code 0554〕'],
  ])('“%s”', (cell, travels) => {
    expect(written('成员人数', cell).said).toEqual(travels);
  });

  test('10人（张某、李某）：遮蔽前后都是 10', () => {
    const { before, after } = written('成员人数', '10人（张某、李某）');
    expect([before?.state, before?.number]).toEqual(['value', 10]);
    expect([after?.state, after?.number]).toEqual(['value', 10]);
  });

  test.each<Cell>(['1395540（张某）', '1395540123', 1395540123])('“%s”不是人数：遮蔽前后都有疑问', (cell) => {
    const { before, after } = written('成员人数', cell);
    expect([before?.state, before?.number]).toEqual(['doubtful', null]);
    expect([after?.state, after?.number]).toEqual(['doubtful', null]);
  });
});

describe('日期', () => {
  test.each<[Cell, unknown]>([
    [44059, 44059],
    ['2020-08-16', '2020-08-16'],
    ['2020年8月', '2020年8月'],
    ['2020. 8. 16', '2020. 8. 16'],
    ['2020年8月（张某）', '2020年8月(〔code 2020年8月(张某)〕)'],
    ['1985.03.12生', '〔code 1985.03.12生〕.03.12〔code 1985.03.12生〕'],
    ['13955401234', '〔code 13955401234〕'],
    [13955401234, { number: '13955401234' }],
    ['春天', '〔text 春天〕'],
  ])('“%s”', (cell, travels) => {
    const { said, before, after } = written('登记日期', cell);
    expect(said).toEqual(travels);
    expect([after?.state, after?.span]).toEqual([before?.state, before?.span]);
  });
});

describe('序号', () => {
  test.each<Cell>([1, '1', '（3）', '第2项', '四', '2-1', 'A'])('“%s”照旧', (cell) => {
    expect(written('序号', cell).said).toBe(cell);
  });

  test.each<[Cell, unknown]>([
    [13955401234, { number: '13955401234' }],
    ['13955401234', '〔code 13955401234〕'],
    ['李建国', '〔word 李建国〕'],
  ])('“%s”不是序号', (cell, travels) => {
    expect(written('序号', cell).said).toEqual(travels);
  });
});

describe('统一社会信用代码', () => {
  test.each(['52340403MJA0000294', '52340403mja0000294', '91340403MA2N00000X'])('“%s”是登记的代码，照旧', (code) => {
    expect(written('信用代码', code).said).toBe(code);
  });

  test.each<Cell>(['13955401234', '340403199001010016', '春风', 'WX_xiuying1234'])('“%s”不是代码：只说不是', (cell) => {
    expect(written('信用代码', cell).said).toMatchObject({ check: 'invalid' });
  });

  test('数位已经丢了的，说得出丢了', () => {
    expect(written('信用代码', 523404030000000000).said).toMatchObject({ check: 'lossy' });
  });
});

describe('统计用区划代码', () => {
  const coded = (code: Cell) => {
    const masked = deidentified(
      workbookOf(
        sheetOf('社区基本情况表', [
          ['社区名称', '望淮社区', '所属街道', '云桥街道'],
          ['统计用区划代码', code, '常住人口', 1000],
        ]),
      ),
    );
    return spelt(masked, masked.snapshot.sheets[0]!.values[1]![1]!);
  };

  test('本地区县的照旧', () => {
    expect(coded('340403001001')).toBe('340403001001');
  });

  test.each([
    ['139554012345', 'valid'],
    ['340403', 'invalid'],
    ['李建国', 'invalid'],
  ])('“%s”不是本地区县的：成为记号，只说写得对不对（%s）', (code, check) => {
    expect(coded(code)).toEqual({ text: code, check });
  });
});

describe('出生年月', () => {
  const born = (...births: Cell[]) => {
    const rows = births.map((birth, at): Cell[] => [at + 1, '张某', birth, '主任', '无']);
    const masked = deidentified(
      workbookOf(sheetOf('花名册', [['序号', '姓名', '出生年月', '职务', '证书等级'], ...rows])),
    );
    return masked.snapshot.sheets[0]!.values.slice(1).map((cells) => [cells[2], spelt(masked, cells[2]!)] as const);
  };

  test.each<[Cell, string, unknown]>([
    ['1985年3月', '1985-3', null],
    ['1985-03-12', '1985-3', null],
    [31118, '1985-3', null],
    ['春天', '春天', 'invalid'],
  ])('“%s”只剩年月“%s”的记号，附读不读得出', (birth, month, check) => {
    expect(born(birth)[0]![1]).toEqual({ birth: month, check });
  });

  test('同一个月，怎么写记号都相同', () => {
    const tokens = born('1985年3月', '1985-03-12', '1985.03', 31118).map(
      ([cell]) => (cell as { masked: string }).masked,
    );
    expect(new Set(tokens).size).toBe(1);
  });
});

describe('备注', () => {
  const remark = (text: string) => {
    const raw = workbookOf(
      sheetOf('花名册', [
        ['序号', '姓名', '职务', '证书等级', '备注'],
        [1, '张某', '主任', '无', text],
      ]),
    );
    const masked = deidentified(raw);
    expect(readAlike(masked)).not.toBeNull();
    return String(spelt(masked, masked.snapshot.sheets[0]!.values[1]![4]!)).replace(/〔[^〕]*〕/g, '〔〕');
  };

  test.each([
    ['因病于2020年10月离职，现由李某接替', '〔〕2020年10月离职,〔〕'],
    ['李某之妻，电话13800001234', '〔〕,〔〕'],
    ['离职：联系13800001234', '离职 〔〕'],
    ['无', '无'],
    ['春风业主委员会2019年来的', '〔〕业主委员会〔〕'],
  ])('“%s”只留目录里的词和日期：%s', (text, travels) => {
    expect(remark(text)).toBe(travels);
  });

  test('离职的人生于哪年不带走', () => {
    expect(remark('1985年3月生，已离职')).not.toContain('1985');
  });
});
