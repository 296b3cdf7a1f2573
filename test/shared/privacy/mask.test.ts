import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { evaluate, grounds } from '../../../shared/evaluate.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { snapshotHash } from '../../../shared/privacy/hash.ts';
import { remaining } from '../../../shared/privacy/remaining.ts';
import { tokensOf } from '../../../shared/privacy/tokens.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { listSamples, plantedPersonalValues, sampleSnapshot } from '../../fixtures/samples.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, SECRET, sent, shapeOf } from './deidentify.ts';

const { catalogue } = grounds;

const token = (value: string) => createHmac('sha256', SECRET).update(value).digest('hex').slice(0, 12);
const name = (value: string) => ({ masked: token(value), kind: 'name', check: null });
const TEXT = { masked: null, kind: 'text' };
const NUMBER = { masked: null, kind: 'number' };

const HEADINGS = ['序号', '姓名', '身份证号', '职务', '证书等级', '联系方式', '爱好', '备注'];
const roster = (...rows: Cell[][]) =>
  sheetOf('花名册', [['甲社区工作者花名册'], HEADINGS, ...rows, ['填表人：孙某', null, null, '审核人：']]);
const row = (...cells: Cell[]) =>
  [1, '张某', null, '主任', '无', null, null, null].map((cell, at) => cells[at] ?? cell);
/** The masked cells of one row of the roster. */
const masked = (...cells: Cell[]) => values(roster(row(...cells)))[2]!;
const values = (sheet: SheetSnapshot) => deidentified(workbookOf(sheet)).snapshot.sheets[0]!.values;

describe('花名册的一行', () => {
  test('姓名、身份证号、电话成为记号，附各自的校验结果；职务、证书照旧', () => {
    expect(masked(1, '张某', '340403190001010016', '书记、主任', '初级', '13800001234')).toEqual([
      1,
      name('张某'),
      { masked: token('340403190001010016'), kind: 'id', check: 'valid' },
      '书记、主任',
      '初级',
      { masked: token('13800001234'), kind: 'phone', check: 'valid' },
      null,
      null,
    ]);
  });

  test('写法不同而值相同，记号相同', () => {
    const [, a, b] = masked(1, ' 张　某 ', '３４０４０３１９０００１０１００１６ ');
    expect([a, b]).toEqual([name('张某'), { masked: token('340403190001010016'), kind: 'id', check: 'valid' }]);
  });

  test.each([
    ['340403190002300015', 'invalid'],
    ['340403190001010011', 'invalid'],
    [340403190001010000, 'lossy'],
    ['340403900101001', null],
  ])('身份证号 %s 的校验结果：%s', (id, check) => {
    expect(masked(1, '张某', id)[2]).toMatchObject({ kind: 'id', check });
  });

  test.each(['无', '/', '空缺', '暂无', '—', '  '])('“%s”没有可遮的，照旧', (nothing) => {
    expect(masked(1, nothing)[1]).toBe(nothing);
  });

  test('不认识的列只剩是文字还是数', () => {
    expect(masked(1, '张某', null, null, null, null, '书法')[6]).toEqual(TEXT);
    expect(masked(1, '张某', null, null, null, null, 42)[6]).toEqual(NUMBER);
  });

  test.each([
    ['因病于2020年10月离职，现由李某接替', '某某某2020年10月离职,某某某某某某'],
    ['1985年3月生，已离职', '0000某3月某,某离职'],
    ['李某之妻，电话13800001234', TEXT],
    ['离职：联系13800001234', '离职 某某00000000000'],
    ['无', '无'],
  ])('备注“%s”', (remark, expected) => {
    expect(masked(1, '张某', null, null, null, null, null, remark)[7]).toEqual(expected);
  });

  test('别的列里像身份证号、手机号、银行卡号的也遮', () => {
    expect(masked(1, '张某', null, '13800001234')[3]).toEqual({
      masked: token('13800001234'),
      kind: 'phone',
      check: 'valid',
    });
    expect(masked(1, '张某', null, 13800001234)[3]).toMatchObject({ masked: token('13800001234'), kind: 'phone' });
    expect(masked(1, '张某', null, '6222021234567890128')[3]).toMatchObject({ kind: 'account' });
    expect(masked(1, '张某', null, '主任（138-0000-1234）')[3]).toBe(`主任(〔phone-${token('13800001234')}〕)`);
  });

  test('合计行照旧：合计字样、人数', () => {
    const sheet = roster(row(), ['合　计', 12, null, null, 4]);
    expect(values(sheet)[3]).toEqual(['合　计', 12, null, null, 4, null, null, null]);
  });

  test('错误值和真假值照旧', () => {
    expect(masked(1, { error: '#N/A' }, true).slice(1, 3)).toEqual([{ error: '#N/A' }, true]);
  });
});

describe('表格以外的文字', () => {
  test('签名成为记号，没签的看得出没签', () => {
    const signed = (line: Cell[]) => values(sheetOf('花名册', [HEADINGS, row(), line]))[2]!;
    expect(signed(['填表人：孙某  审核人：  负责人（签字）：李某'])[0]).toBe(
      `填表人:〔name-${token('孙某')}〕 审核人: 负责人(签字):〔name-${token('李某')}〕`,
    );
    expect(signed(['填表人：', '孙某']).slice(0, 2)).toEqual(['填表人:', `〔name-${token('孙某')}〕`]);
  });

  test('签名的括号里写着名字的，名字不留；别的列里的签名也遮', () => {
    const after = values(
      sheetOf('花名册', [
        HEADINGS,
        row(1, '张某', null, '主任，联系人：李某'),
        ['负责人（李某）：', null, null, '审核人（签字）：'],
      ]),
    );
    expect(after[1]![3]).toBe(`主任，联系人：〔name-${token('李某')}〕`);
    expect([after[2]![0], after[2]![3]]).toEqual(['负责人(某某):', '审核人(签字):']);
  });

  test('标题、填报单位留下目录里的词、日期和本单位的名称', () => {
    const sheet = sheetOf('花名册', [
      ['田家庵区甲街道甲社区2020年社区工作者花名册（张某整理）'],
      ['填报单位：田家庵区甲街道甲社区', null, null, '填报日期：2020.11.30'],
      HEADINGS,
      row(),
    ]);
    expect(values(sheet).slice(0, 2)).toEqual([
      ['田家庵区甲街道甲社区2020年社区工作者花名册(某某某某)', null, null, null, null, null, null, null],
      ['填报单位:田家庵区甲街道甲社区', null, null, '填报日期:2020.11.30', null, null, null, null],
    ]);
  });

  test('注里的话不留，累计的数留下', () => {
    const lines = ['注：有疑问找李某13800001234', '累计开展活动14场次，参与412人次'].map((line) => [line]);
    const after = values(sheetOf('花名册', [HEADINGS, row(), [], ...lines]));
    expect(after.slice(3).map((cells) => cells[0])).toEqual([
      '注:某某某某某某00000000000',
      '累计开展活动14场次,参与412人次',
    ]);
  });
});

describe('工作表和工作簿', () => {
  test('什么都没认出的表不发送，列出表名', () => {
    const contacts = sheetOf('通讯录', [['李某', '13800001234']]);
    const { snapshot, withheld } = deidentified(workbookOf(roster(row()), contacts));
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['花名册']);
    expect(withheld.map(({ sheet, address }) => [sheet, address])).toEqual([['通讯录', 'A1:B1']]);
  });

  test('空表照旧；深度隐藏的表只剩名称', () => {
    const hidden: SheetSnapshot = { ...roster(row()), visibility: 'VeryHidden' };
    const { snapshot } = deidentified(workbookOf(sheetOf('空', []), hidden));
    expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.values])).toEqual([
      ['空', [[null]]],
      ['花名册', [[null]]],
    ]);
  });

  test('表名、文件名、数字格式里的也遮，合同以外的成员不带', () => {
    const sheet = { ...roster(row()), name: '花名册13800001234', numberFormat: [['0"李某"']], comments: ['李某'] };
    const raw = { ...workbookOf(sheet), name: '甲社区_李某13800001234.xlsx', author: '李某' } as WorkbookSnapshot;
    const { snapshot } = deidentified(raw);
    expect(snapshot.sheets[0]).toMatchObject({
      name: `花名册〔phone-${token('13800001234')}〕`,
      numberFormat: [['General']],
    });
    expect(snapshot.name).toBe('甲社区_某某00000000000.xlsx');
    expect(JSON.stringify(snapshot)).not.toMatch(/李某|comments|author/);
  });

  test('深度隐藏的表的名称、错误值、格外的成员、没有引号的数字格式里也没有', () => {
    const hidden: SheetSnapshot = { ...sheetOf('旧13800001234', [['x']]), visibility: 'VeryHidden' };
    const extra = { masked: null, kind: 'name', note: '李某' } as Cell;
    const sheet = {
      ...roster(row(1, extra, { error: '李某' }, { error: '#DIV/0!' })),
      numberFormat: [
        ['0李某'],
        ['0"李某"%'],
        ['\\李\\某@'],
        ['138-0000-1234'],
        ['皖D·A1B23'],
        ['yyyy年m月d日'],
        ['0.00%'],
      ],
    };
    const { snapshot } = deidentified(workbookOf(sheet, hidden));
    expect(snapshot.sheets[1]!.name).toBe(`旧〔phone-${token('13800001234')}〕`);
    expect(snapshot.sheets[0]!.values[2]!.slice(1, 4)).toEqual([
      { masked: null, kind: 'name' },
      { error: '#VALUE!' },
      { error: '#DIV/0!' },
    ]);
    expect(snapshot.sheets[0]!.numberFormat!.flat()).toEqual([
      'General',
      '0%',
      'General',
      'General',
      'General',
      'yyyy年m月d日',
      '0.00%',
    ]);
  });

  test('本单位名称后面带着号码的，不因此到处留下', () => {
    const form = sheetOf('社区基本情况表', [
      ['社区名称', '甲社区13900001234', '所属街道', '甲街道'],
      ['社区书记', '张某', '常住人口', 1000],
    ]);
    const text = JSON.stringify(
      deidentified(workbookOf(form, sheetOf('花名册', [['填报单位：甲社区13900001234'], HEADINGS, row()]))),
    );
    expect(text).not.toContain('13900001234');
  });

  test('残缺的字符不妨碍', () => {
    const { snapshot } = deidentified(workbookOf(roster(row(1, '张某', null, '主任\ud83d'))));
    expect(snapshotHash(snapshot)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(canonicalize(snapshot)).toContain('主任\ufffd');
  });

  test('别的工作簿密钥不同，记号就不同', () => {
    const of = (secret: string) => tokensOf(new Set(['张某']), secret).get('张某');
    expect(of(SECRET)).toBe(token('张某'));
    expect(of('00')).not.toBe(of(SECRET));
  });
});

describe('号码写错了列', () => {
  const HEAD = ['组织名称', '信用代码', '登记日期', '成员人数', '类别', '是否枢纽型'];
  const sheet = (...cells: Cell[]) => sheetOf('社区社会组织名录', [HEAD, ['甲队', ...cells]]);
  const read = (snapshot: WorkbookSnapshot) => readWorkbook(snapshot, catalogue).tables[0]!;

  test('遮过以后仍是读不出的日期、人数、类别、是否，不是有效的信用代码', () => {
    const raw = workbookOf(sheet(...HEAD.slice(1).map(() => '13800001234')));
    const { columns, records } = read(raw);
    const [before, after] = [records[0]!.data, read(deidentified(raw).snapshot).records[0]!.data];
    // Unmasked it would be a count of people.
    expect([after.members!.state, after.members!.issue]).toEqual(['doubtful', 'N001']);
    const fields = columns.flatMap(({ field }) => field ?? []);
    expect(fields).toHaveLength(HEAD.length);
    for (const field of fields.filter((key) => key !== 'members')) {
      const [a, b] = [before[field]!, after[field]!];
      expect([field, b.state, b.issue, b.check]).toEqual([field, a.state, a.issue, a.check]);
    }
    expect(after.uscc!.check).toBe('invalid');
    const said = evaluate(deidentified(raw).snapshot).findings.filter(({ at }) => at.address === 'D2');
    expect(said.map(({ value }) => value)).toEqual([null]);
    expect(said[0]!.message).toContain('个人信息');
  });
});

describe('别的写法', () => {
  const post = (text: string) => masked(1, '张某', null, text)[3];

  test.each([
    ['主任 0554-6641234', '0554-6641234'],
    ['主任（0554）6641234', '6641234'],
    ['主任０５５４－６６４１２３４', '６６４１２３４'],
    ['主任05546641234', '05546641234'],
    ['主任138*0000*1234', '0000*1234'],
    ['主任(138)0000-1234', '0000-1234'],
    ['主任 皖D·A1B23', 'A1B23'],
    ['主任皖D12345', 'D12345'],
    ['主任 jia.mou@example.com', 'jia.mou'],
    ['卡号6222021234567890123', '6222021234567890123'],
    ['主任，联系人李某13800001234', '李某'],
    ['主任（李某，电话：138 0000 1234）', '李某'],
    ['联系李某某 13800001234', '李某某'],
  ])('“%s”', (text, personal) => {
    expect(post(text)).not.toContain(personal);
    expect(post(text)).toContain('〔');
    const sheet = values(roster(row(1, '张某', null, text)));
    expect(values(sheetOf('花名册', sheet))).toEqual(sheet);
  });

  test.each(['街社备0554-2019001', '主任（2020年10月起）', '皖民社证字第010123号', '负责人', '洞街社备2019-0312'])(
    '“%s”不是谁的号码，照旧',
    (text) => {
      expect(post(text)).toBe(text);
    },
  );

  test('性别、政治面貌、学历只剩是文字：取值只有几种，记号也说得出是哪一种', () => {
    const sheet = sheetOf('花名册', [
      ['姓名', '性别', '政治面貌', '学历', '证书等级'],
      ['张某', '女', '党员', '大专', '无'],
    ]);
    expect(values(sheet)[1]).toEqual([name('张某'), TEXT, TEXT, TEXT, '无']);
  });

  test.each([13800001234, '13800001234', '340403199001010016', '李某13800001234'])(
    '表头里写了 %s：号码不留，还是那些列',
    (heading) => {
      const raw = workbookOf(sheetOf('花名册', [[...HEADINGS.slice(0, 6), heading, '备注'], row()]));
      const { snapshot } = deidentified(raw);
      expect(JSON.stringify(snapshot)).not.toMatch(/李某|13800001234|340403199001010016/);
      expect(shapeOf(snapshot)).toEqual(shapeOf(raw));
      expect(deidentified(snapshot).snapshot).toEqual(snapshot);
    },
  );

  test('表格上面只有空格的单元格不是一行标题，遮蔽前后一样', () => {
    const raw = workbookOf(sheetOf('花名册', [['甲社区', null, ' '], HEADINGS, row()]));
    expect(shapeOf(deidentified(raw).snapshot)).toEqual(shapeOf(raw));
    expect(shapeOf(raw).lines).toHaveLength(1);
  });

  test('表名里的号码遮了，仍说得出是哪一张', () => {
    const raw = workbookOf({ ...roster(row()), name: '花名册13800001234' });
    const { snapshot, words } = deidentified(raw);
    expect([...words.sheets]).toEqual([[snapshot.sheets[0]!.name, '花名册13800001234']]);
    expect(deidentified(workbookOf(roster(row()))).words.sheets.size).toBe(0);
  });

  test('夹在名册中间的话，不归哪一列，不留', () => {
    const jotted: Cell[] = [null, '请核对', null, '李某说不对'];
    const sheet = sheetOf('花名册', [HEADINGS, row(), [], jotted, row(2, '赵某')]);
    expect(values(sheet)[3]).toEqual([null, TEXT, null, TEXT, null, null, null, null]);
    expect(shapeOf(deidentified(workbookOf(sheet)).snapshot)).toEqual(shapeOf(workbookOf(sheet)));
  });
});

describe('快照校验码', () => {
  test('是规范 JSON（RFC 8785）去掉文件名后的 SHA-256', async () => {
    for (const sample of await listSamples()) {
      const { snapshot } = deidentified(await sampleSnapshot(sample));
      const { name: _, ...unnamed } = snapshot;
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalize(unnamed)));
      expect(snapshotHash(snapshot)).toBe(`sha256:${Buffer.from(digest).toString('hex')}`);
      expect(snapshotHash({ ...snapshot, name: '另一个.xlsx' })).toBe(snapshotHash(snapshot));
    }
  });
});

describe('还像个人信息的格', () => {
  test('原样送来的，逐格指出，不带值', () => {
    const raw = workbookOf(
      roster(row(1, '张某', '340403190001010016', '主任13800001234')),
      sheetOf('别的', [['李某', '13900001234', 13900001234]]),
    );
    const places = remaining(raw, deidentified(raw).snapshot);
    expect(places).toEqual(
      ['B3', 'C3', 'D3', 'A4']
        .map((address) => ({ sheet: '花名册', address }))
        .concat([
          { sheet: '别的', address: 'B1' },
          { sheet: '别的', address: 'C1' },
        ]),
    );
  });

  test('遮过的没有', () => {
    const { snapshot } = deidentified(workbookOf(roster(row(1, '张某', '340403190001010016', '主任13800001234'))));
    expect(remaining(snapshot, deidentified(snapshot).snapshot)).toEqual([]);
  });

  test('表名里的也算，且不照抄', () => {
    const raw = workbookOf({ ...roster(), name: '李13800001234' });
    expect(JSON.stringify(remaining(raw, deidentified(raw).snapshot))).not.toContain('13800001234');
    expect(remaining(raw, deidentified(raw).snapshot)).not.toEqual([]);
  });
});

describe('样本', async () => {
  test.each(await listSamples())('$expected：读出的表不变，再遮一次也不变', async (sample) => {
    const raw = await sampleSnapshot(sample);
    const masked = deidentified(raw);
    expect(shapeOf(masked.snapshot)).toEqual(shapeOf(sent(raw, masked)));
    expect(JSON.stringify(deidentified(masked.snapshot).snapshot)).toBe(JSON.stringify(masked.snapshot));
    const text = JSON.stringify(masked.snapshot);
    for (const value of await plantedPersonalValues()) expect(text).not.toContain(value);
  });
});
