/** 带走的只有说得清的：目录里的词、数、日期、记号。格子、标题、表名、文件名，一样一样地看。 */
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { evaluate, grounds, readAlike } from '../../../shared/evaluate.ts';
import type { Cell, SheetSnapshot, WorkbookSnapshot } from '../../../shared/model.ts';
import { snapshotHash } from '../../../shared/privacy/hash.ts';
import { openTokens } from '../../../shared/privacy/tokens.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { listSamples, plantedPersonalValues, sampleSnapshot } from '../../fixtures/samples.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, SECRET, sent, shapeOf, speltRows } from './deidentify.ts';

const { catalogue } = grounds;

const TEXT = { masked: null, kind: 'text' };
const NUMBER = { masked: null, kind: 'number' };

const HEADINGS = ['序号', '姓名', '身份证号', '职务', '证书等级', '联系方式', '爱好', '备注'];
const roster = (...rows: Cell[][]) =>
  sheetOf('花名册', [['甲社区工作者花名册'], HEADINGS, ...rows, ['填表人：孙某', null, null, '审核人：']]);
const row = (...cells: Cell[]) =>
  [1, '张某', null, '主任', '无', null, null, null].map((cell, at) => cells[at] ?? cell);
/** 花名册里的一行，遮过以后。 */
const masked = (...cells: Cell[]) => values(roster(row(...cells)))[2]!;
const values = (sheet: SheetSnapshot) => speltRows(deidentified(workbookOf(sheet)));

describe('花名册的一行', () => {
  test('姓名、身份证号、电话成为记号，附各自的校验结果；职务、证书照旧', () => {
    expect(masked(1, '张某', '340403190001010016', '书记、主任', '初级', '13800001234')).toEqual([
      1,
      { name: '张某', check: null },
      { id: '340403190001010016', check: 'valid' },
      '书记、主任',
      '初级',
      { phone: '13800001234', check: 'valid' },
      null,
      null,
    ]);
  });

  test('写法不同而值相同，记号相同', () => {
    const { snapshot } = deidentified(
      workbookOf(
        roster(row(1, '张某', '340403190001010016'), row(2, ' 张　某 ', '３４０４０３１９０００１０１００１６ ')),
      ),
    );
    const [one, other] = snapshot.sheets[0]!.values.slice(2);
    expect(one!.slice(1, 3)).toEqual(other!.slice(1, 3));
  });

  test.each([
    ['340403190002300015', 'invalid'],
    ['340403190001010011', 'invalid'],
    [340403190001010000, 'lossy'],
    ['340403900101001', null],
  ])('身份证号 %s 的校验结果：%s', (id, check) => {
    expect(masked(1, '张某', id)[2]).toMatchObject({ id: expect.anything(), check });
  });

  test.each(['无', '/', '空缺', '暂无', '—', '  '])('“%s”没有可遮的，照旧', (nothing) => {
    expect(masked(1, nothing)[1]).toBe(nothing);
  });

  test('不认识的列只剩是文字还是数', () => {
    expect(masked(1, '张某', null, null, null, null, '书法')[6]).toEqual(TEXT);
    expect(masked(1, '张某', null, null, null, null, 42)[6]).toEqual(NUMBER);
  });

  test('合计行照旧：合计字样、人数', () => {
    expect(values(roster(row(), ['合　计', 12]))[3]!.slice(0, 2)).toEqual(['合计', 12]);
  });

  test('错误值和真假值照旧', () => {
    expect(masked(1, { error: '#N/A' }, true).slice(1, 3)).toEqual([{ error: '#N/A' }, true]);
  });

  test('错误值只有 Excel 自己的那些，别的话不带', () => {
    expect(masked(1, { error: '李某' }, { error: '#DIV/0!', note: '李某' } as Cell).slice(1, 3)).toEqual([
      { error: '#VALUE!' },
      { error: '#DIV/0!' },
    ]);
  });

  test('性别、政治面貌、学历只剩是文字：取值只有几种，记号也说得出是哪一种', () => {
    const sheet = sheetOf('花名册', [
      ['姓名', '性别', '政治面貌', '学历', '证书等级'],
      ['张某', '女', '党员', '大专', '无'],
    ]);
    expect(values(sheet)[1]).toEqual([{ name: '张某', check: null }, TEXT, TEXT, TEXT, '无']);
  });

  test('夹在名册中间的话，不归哪一列，不留', () => {
    const jotted: Cell[] = [null, '请核对', null, '李某说不对'];
    const sheet = sheetOf('花名册', [HEADINGS, row(), [], jotted, row(2, '赵某')]);
    expect(values(sheet)[3]).toEqual([null, TEXT, null, TEXT, null, null, null, null]);
    expect(shapeOf(deidentified(workbookOf(sheet)).snapshot)).toEqual(shapeOf(workbookOf(sheet)));
  });
});

describe('表格以外的文字', () => {
  test('签名成为记号，没签的看得出没签', () => {
    const signed = (line: Cell[]) => values(sheetOf('花名册', [HEADINGS, row(), line]))[2]!;
    expect(signed(['填表人：孙某  审核人：  负责人（签字）：李某'])[0]).toBe(
      '填表人:〔name 孙某〕 审核人: 负责人(签字):〔name 李某〕',
    );
    expect(signed(['填表人：', '孙某']).slice(0, 2)).toEqual(['填表人:', '〔name 孙某〕']);
  });

  test('签名的括号里写着名字的，名字不留', () => {
    const after = values(sheetOf('花名册', [HEADINGS, row(), ['负责人（李某）：', null, null, '审核人（签字）：']]));
    expect([after[2]![0], after[2]![3]]).toEqual(['负责人(某某):', '审核人(签字):']);
  });

  test('标题、填报单位留下目录里的词、日期和本单位的名称，别的只剩字数', () => {
    const sheet = sheetOf('花名册', [
      ['田家庵区甲街道甲社区2020年社区工作者花名册（张某整理）'],
      ['填报单位：田家庵区甲街道甲社区', null, null, '填报日期：2020.11.30'],
      HEADINGS,
      row(),
    ]);
    const above = values(sheet).slice(0, 2);
    expect(above.map((cells) => cells.filter((cell) => cell !== null))).toEqual([
      ['田家庵区甲街道甲社区2020年社区工作者花名册(某某某某)'],
      ['填报单位:田家庵区甲街道甲社区', '填报日期:2020.11.30'],
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

  test('表格上面只有空格的单元格不是一行标题，遮蔽前后一样', () => {
    const raw = workbookOf(sheetOf('花名册', [['甲社区', null, ' '], HEADINGS, row()]));
    expect(shapeOf(deidentified(raw).snapshot)).toEqual(shapeOf(raw));
    expect(shapeOf(raw).lines).toHaveLength(1);
  });
});

describe('工作表和工作簿', () => {
  test('什么都没认出的表不发送，只在本机列出表名', () => {
    const contacts = sheetOf('通讯录', [['李某', '13800001234']]);
    const { snapshot, withheld } = deidentified(workbookOf(roster(row()), contacts));
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['花名册']);
    expect(withheld.map(({ sheet, address }) => [sheet, address])).toEqual([['通讯录', 'A1:B1']]);
    expect(JSON.stringify(snapshot)).not.toContain('通讯录');
  });

  test.each<[string, SheetSnapshot]>([
    ['空而隐藏的', sheetOf('王小明花名册', [], { visibility: 'Hidden' })],
    ['深度隐藏的', { ...roster(row()), name: '王小明花名册', visibility: 'VeryHidden' }],
  ])('%s表什么也不带，名称也不带，只说是第几张', (_, sheet) => {
    const masking = deidentified(workbookOf({ ...roster(row()), name: '社工' }, sheet));
    expect(masking.snapshot.sheets[1]).toMatchObject({ name: '{sheet:2}', values: [[null]] });
    expect(masking.words.sheets.get('{sheet:2}')).toBe('王小明花名册');
  });

  test('空表的名称留下目录里的词', () => {
    const { snapshot } = deidentified(workbookOf(roster(row()), sheetOf('王小明花名册', [])));
    expect(snapshot.sheets[1]).toMatchObject({ name: '某某某花名册{sheet:2}', values: [[null]] });
  });

  test.each([
    ['花名册', '花名册'],
    ['花名册13800001234', '花名册00000000000{sheet:1}'],
    ['李建国的花名册', '某某某的花名册{sheet:1}'],
  ])('表名“%s”带走“%s”，换得回来', (name, travels) => {
    const { snapshot, words } = deidentified(workbookOf({ ...roster(row()), name }));
    expect(snapshot.sheets[0]!.name).toBe(travels);
    expect(words.sheets.get(travels) ?? travels).toBe(name);
  });

  test('两张表遮过以后字数相同，名称仍然不同', () => {
    const sheets = ['张某花名册', '李某花名册'].map((name) => ({ ...roster(row()), name }));
    expect(deidentified(workbookOf(...sheets)).snapshot.sheets.map(({ name }) => name)).toEqual([
      '某某花名册{sheet:1}',
      '某某花名册{sheet:2}',
    ]);
  });

  test('文件名留下目录里的词和本单位的名称', () => {
    const raw = { ...workbookOf(roster(row())), name: '甲社区_花名册_李某13800001234.xlsx' };
    expect(deidentified(raw).snapshot.name).toBe('甲社区_花名册_某某00000000000.xlsx');
  });

  test('合同以外的成员不带', () => {
    const extra = { masked: null, kind: 'name', note: '李某' } as Cell;
    const sheet = { ...roster(row(1, extra)), comments: ['李某'] };
    const raw = { ...workbookOf(sheet), author: '李某' } as WorkbookSnapshot;
    expect(JSON.stringify(deidentified(raw).snapshot)).not.toMatch(/李某|comments|author|note/);
  });

  test.each([
    ['0李某', null],
    ['0"李某"%', [['0%']]],
    ['\\李\\某@', null],
    ['138-0000-1234', null],
    ['皖D·A1B23', null],
    ['yyyy年m月d日', null],
    ['0.00%', [['0%']]],
  ])('数字格式 %s 带走 %s：只有百分号要紧', (format, travels) => {
    const sheet = { ...roster(row()), numberFormat: [[format]] };
    expect(deidentified(workbookOf(sheet)).snapshot.sheets[0]!.numberFormat).toEqual(travels);
  });

  test('本单位名称后面带着号码的，不因此到处留下', () => {
    const form = sheetOf('社区基本情况表', [
      ['社区名称', '甲社区13900001234', '所属街道', '甲街道'],
      ['社区书记', '张某', '常住人口', 1000],
    ]);
    const others = sheetOf('花名册', [['填报单位：甲社区13900001234'], HEADINGS, row()]);
    expect(JSON.stringify(deidentified(workbookOf(form, others)).snapshot)).not.toContain('13900001234');
  });

  test('代号各不相同，也没有像年份的：标题里的会读成清单的年份', () => {
    const tokenOf = openTokens(SECRET, new Map());
    const tokens = Array.from({ length: 20_000 }, (_, at) => tokenOf(`第${at}个`));
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.filter((token) => !/^[0-9a-f]{12}$/.test(token) || /20\d\d/.test(token))).toEqual([]);
  });

  test('残缺的字符不妨碍', () => {
    const { snapshot } = deidentified(workbookOf(roster(row(1, '张某', null, '主任\ud83d'))));
    expect(snapshotHash(snapshot)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(canonicalize(snapshot)).not.toContain('\\ud83d');
  });
});

describe('记号', () => {
  const tokens = (secret: string, ...said: readonly string[]) => {
    const texts = new Map<string, string>();
    const tokenOf = openTokens(secret, texts);
    return { given: said.map(tokenOf), texts };
  };

  test('十二位十六进制；相同的字相同，不同的字不同；换得回来', () => {
    const { given, texts } = tokens(SECRET, '张某', '李某', '张某');
    expect(given[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(given[2]).toBe(given[0]);
    expect(given[1]).not.toBe(given[0]);
    expect(given.map((token) => texts.get(token))).toEqual(['张某', '李某', '张某']);
  });

  test('不由字算出，只由先后：谁也试不出是哪个字', () => {
    expect(tokens(SECRET, '李某', '张某').given).toEqual(tokens(SECRET, '张某', '李某').given);
  });

  test('每次检查的密钥不同，记号就不同', () => {
    expect(tokens('00', '张某').given).not.toEqual(tokens(SECRET, '张某').given);
  });

  test('一万个字，一万个记号', () => {
    const { given } = tokens(SECRET, ...Array.from({ length: 10_000 }, (_, at) => String(at)));
    expect(new Set(given).size).toBe(10_000);
  });

  test.each(['〔text-139554012345〕', '〔name-0123456789ab〕', '主任〔TEXT-139554012345〕'])(
    '有人自己打了一个像记号的“%s”：当作普通的字，不照抄',
    (typed) => {
      const raw = workbookOf(roster(row(1, typed, null, typed, typed, null, typed, typed)));
      const said = JSON.stringify(deidentified({ ...raw, name: typed }).snapshot);
      expect(said).not.toMatch(/139554012345|0123456789ab/i);
    },
  );
});

describe('号码写错了列', () => {
  const HEAD = ['组织名称', '信用代码', '登记日期', '成员人数', '类别', '是否枢纽型'];
  const raw = workbookOf(sheetOf('社区社会组织名录', [HEAD, ['甲队', ...HEAD.slice(1).map(() => '13800001234')]]));

  test('遮过以后仍是读不出的日期、人数、类别、是否，不是有效的信用代码', () => {
    const read = (snapshot: WorkbookSnapshot) => readWorkbook(snapshot, catalogue).tables[0]!;
    const { columns, records } = read(raw);
    const [before, after] = [records[0]!.data, read(deidentified(raw).snapshot).records[0]!.data];
    const fields = columns.flatMap(({ field }) => field ?? []);
    expect(fields).toHaveLength(HEAD.length);
    for (const field of fields) {
      const [a, b] = [before[field]!, after[field]!];
      expect([field, b.state, b.issue, b.number]).toEqual([field, a.state, a.issue, a.number]);
    }
    expect([before.members!.state, before.members!.number]).toEqual(['doubtful', null]);
    expect(after.uscc!.check).toBe('invalid');
  });

  test('问题照样指出，号码不在里面', () => {
    const places = (snapshot: WorkbookSnapshot) => evaluate(snapshot).findings.map(({ rule, at }) => [rule, at]);
    const { snapshot } = deidentified(raw);
    expect(places(snapshot)).toEqual(places(raw));
    expect(places(raw)).not.toEqual([]);
    expect(JSON.stringify([snapshot, evaluate(snapshot).findings])).not.toContain('13800001234');
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

describe('样本', async () => {
  test.each(await listSamples())('$expected：读出的表不变，再遮一次就是原来那一个', async (sample) => {
    const raw = await sampleSnapshot(sample);
    const masking = deidentified(raw);
    expect(readAlike(masking)).not.toBeNull();
    expect(shapeOf(masking.snapshot)).toEqual(shapeOf(sent(raw, masking)));
    expect(deidentified(masking.snapshot).snapshot).toBe(masking.snapshot);
    const text = JSON.stringify(masking.snapshot);
    for (const value of await plantedPersonalValues()) expect(text).not.toContain(value);
  });
});
