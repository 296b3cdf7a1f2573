import { expect, test } from 'vitest';
import { fileName, sheetName, withoutPersons } from '../../../shared/report/documents/discreet.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { figure, register, workbook } from '../rollup/cities.ts';
import { form, judged } from '../rollup/entries.ts';
import { annexOf, told, wholeOf } from './papers.ts';
import { textsOf } from './word-files.ts';

const named = (community: string, street: string | null = '望淮街道', isPublic = false) => {
  const one = workbook('a.xlsx', { unit: { community, street }, indicators: [figure('G03', 'unmet', 9, 60)] });
  const data = told({ submitted: [one] }, 'final', { isPublic });
  return data.nameOf(data.counting[0]!.unit);
};

test.each([
  ['锦湖社区', '田家庵区望淮街道锦湖社区'],
  ['锦湖社区（李某某13800138000）', '田家庵区望淮街道锦湖社区'],
  ['锦湖社区 李某某', '田家庵区望淮街道锦湖社区'],
  ['李某某锦湖社区', '田家庵区望淮街道锦湖社区'],
  ['锦湖\n社区', '田家庵区望淮街道锦湖社区'],
  ['锦湖社区13800138000', '田家庵区望淮街道锦湖社区'],
  ['锦湖社区，家住锦绣花园12栋', '田家庵区望淮街道锦湖社区'],
  ['锦湖社区/望淮社区', '田家庵区望淮街道锦湖社区、望淮社区'],
  ['机床厂宿舍社区', '田家庵区望淮街道机床厂宿舍社区'],
  ['李建国锦湖社区', '田家庵区望淮街道（第1个单位）'],
  ['锦湖李建国社区', '田家庵区望淮街道（第1个单位）'],
  ['锦湖社区/李建国望淮社区', '田家庵区望淮街道（第1个单位）'],
  ['李建国', '田家庵区望淮街道（第1个单位）'],
  ['王秀英爱心服务站', '田家庵区望淮街道（第1个单位）'],
  ['锦湖', '田家庵区望淮街道（第1个单位）'],
  ['../../逃出', '田家庵区望淮街道（第1个单位）'],
  ['13800138000', '田家庵区望淮街道（第1个单位）'],
])('社区名称一格填了“%s”，文件里叫“%s”', (typed, name) => {
  expect(named(typed)).toBe(name);
});

test.each([
  ['锦湖社区', '田家庵区望淮街道锦湖社区'],
  ['王家庄村', '田家庵区望淮街道王家庄村'],
  ['刘小明锦湖社区', '田家庵区望淮街道（第1个单位）'],
  ['李某某锦湖社区', '田家庵区望淮街道锦湖社区'],
  ['锦湖', '田家庵区望淮街道（第1个单位）'],
])('公开版里“%s”叫“%s”：不能肯定是地名的，只说第几个单位', (typed, name) => {
  expect(named(typed, '望淮街道', true)).toBe(name);
});

test.each([
  ['望淮街道', '田家庵区望淮街道锦湖社区'],
  ['望淮街道 王秀英', '田家庵区望淮街道锦湖社区'],
  ['李建国望淮街道', '田家庵区锦湖社区'],
  ['王秀英', '田家庵区锦湖社区'],
])('街道一格填了“%s”，文件里叫“%s”', (street, name) => {
  expect(named('锦湖社区', street)).toBe(name);
});

test.each([false, true])('市里名册上有的，照名册叫（公开版：%s）', (isPublic) => {
  const community = '高铁新城一号社区';
  const submitted = [
    workbook('a.xlsx', { unit: { community }, indicators: [figure('G03', 'unmet', 9, 60)] }),
    register('名册.xlsx', [{ county: 'HN-03', countyName: '田家庵区', street: '望淮街道', community }]),
  ];
  const data = told({ submitted }, 'final', { isPublic });
  expect(data.nameOf(data.counting[0]!.unit)).toBe('田家庵区望淮街道高铁新城一号社区');
});

test('公开版的“第几个单位”，在给机关的那份的附件里数得到', () => {
  const submitted = ['甲社区', '机床厂宿舍社区', '丙社区'].map((community) =>
    workbook(`${community}.xlsx`, { unit: { community }, indicators: [figure('G01', 'unmet', 9)] }),
  );
  const rows = (isPublic: boolean) =>
    annexOf(finalReport(told({ submitted }, 'final', { isPublic })), '指标完成情况表').filter((row) =>
      /^田家庵区\|/.test(row),
    );
  const at = rows(true).findIndex((row) => /（第(\d)个单位）/.test(row));
  expect(rows(true)[at]).toContain(`（第${at + 1}个单位）`);
  expect(rows(false)[at]).toContain('机床厂宿舍社区');
  const told_ = (isPublic: boolean) =>
    annexOf(finalReport(told({ submitted }, 'final', { isPublic })), '指标完成情况表').join();
  expect(told_(false)).toContain('公开版里按次序称呼的单位，按本表各行的次序数。');
  expect(told_(true)).not.toContain('按本表各行的次序数');
});

test.each([
  ['第2行“证书”填“社会工作师（欧阳某某）”，认不出。', '第2行“证书”填“社会工作师（××）”，认不出。'],
  ['第3行“人员类别”填“专职人员 司马某某”，认不出。', '第3行“人员类别”填“专职人员 ××”，认不出。'],
  ['第3行“人员类别”填“专职人员王建国”，认不出。', '第3行“人员类别”填“专职人员××”，认不出。'],
  ['“联系电话”填“138 0013 8000”，不是电话。', '“联系电话”填“×××”，不是电话。'],
  ['“统一社会信用代码”填“51340421MJA0073738”，校验位不符。', '“统一社会信用代码”填“51340421MJA0073738”，校验位不符。'],
  [
    '“到岗日期”填“2031-10-01”，在截止日 2020年11月30日 之后。',
    '“到岗日期”填“2031-10-01”，在截止日 2020年11月30日 之后。',
  ],
  ['“常住人口（人）”填“123456”，与名册不一致。', '“常住人口（人）”填“123456”，与名册不一致。'],
  ['“类别”填“社会工作者”，“状态”填“在岗”。', '“类别”填“社会工作者”，“状态”填“在岗”。'],
  ['第5行“状态”填“李建国说办好了”，认不出是哪一项。', '第5行“状态”填“××”，认不出是哪一项。'],
  ['第5行“人数”填“10余家”，“金额”填“约5万元”。', '第5行“人数”填“10余家”，“金额”填“约5万元”。'],
  ['表头“人员类别李建国”没有全认出来。', '表头“人员类××”没有全认出来。'],
  ['第6行“服务人次”填“90李建国”，不是能认出的数。', '第6行“服务人次”填“90××”，不是能认出的数。'],
  ['表头“李明”没有全认出来。', '表头“××”没有全认出来。'],
  ['第12行“证书级别”填“成绩合格未发证”，尚未发证。', '第12行“证书级别”填“成绩合格未发证”，尚未发证。'],
  ['第12行“证书级别”填“李建国成绩合格未发证”，尚未发证。', '第12行“证书级别”填“××成绩合格未发证”，尚未发证。'],
  [
    '第13行“梧桐里花园小区业主委员会”从名称看可能不是社区社会组织。',
    '第13行“梧桐里××业主委员会”从名称看可能不是社区社会组织。',
  ],
  ['第13行“李建国业主委员会”从名称看可能不是社区社会组织。', '第13行“××业主委员会”从名称看可能不是社区社会组织。'],
  ['“承接机构”填“李明社会工作服务中心”，不一致。', '“承接机构”填“××服务中心”，不一致。'],
  ['“承接机构”填“服务中心李建国”，不一致。', '“承接机构”填“服务中心××”，不一致。'],
  ['第4行“李建国工作室”与第3行是同一组织。', '第4行“××”与第3行是同一组织。'],
  [
    '“社会组织名录”有 1 行是别的社区的（李建国），不是本社区（锦湖社区），不计入。',
    '“社会组织名录”有 1 行是别的社区的（××），不是本社区（锦湖社区），不计入。',
  ],
  [
    '“社会组织名录”有 1 行是别的社区的（李建国望淮社区、松风社区），不是本社区（锦湖社区李建国）。',
    '“社会组织名录”有 1 行是别的社区的（××、松风社区），不是本社区（锦湖社××）。',
  ],
])('话里引的格子：%s', (text, quiet) => {
  expect(withoutPersons(text)).toBe(quiet);
});

test.each([
  ['C:\\Users\\张某某\\桌面\\锦湖社区.xlsx', '锦湖社区.xlsx'],
  [
    'HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202011(1).xlsx',
    'HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202011(1).xlsx',
  ],
  ['锦湖社区20201130.xlsx', '锦湖社区20201130.xlsx'],
  ['报送/李某某/锦湖13800138000.xlsx', '锦湖×××.xlsx（“文件”表第7个）'],
  ['锦湖李建国13800138000.xlsx', '锦湖×××××.xlsx（“文件”表第7个）'],
  ['李建国报送锦湖社区三社联动.xlsx', '××报送锦湖社区三社联动.xlsx（“文件”表第7个）'],
  ['lijianguo-2020.xlsx', '××-2020.xlsx（“文件”表第7个）'],
])('文件“%s”在文件里写作“%s”：认不出的字不写，在汇总的“文件”表里找得到', (path, name) => {
  const { unit } = workbook('a.xlsx', { unit: { community: '锦湖社区', street: '望淮街道' } }).evaluation;
  expect(fileName(path, unit, 7)).toBe(name);
});

test('工作表名不带人名', () => {
  expect(sheetName('社区社会组织名录_王某某')).toBe('社区社会组织名录_××');
  for (const name of ['花名册', '社区工作者花名册', '方案与进度', 'Sheet1', '② 社区社会组织名录', '基本情况'])
    expect(sheetName(name)).toBe(name);
});

test('一个单位到处填了人名、电话，文件里一处也没有', () => {
  const workbookOf = judged(
    'C:/Users/张某某/报送/锦湖13800138000.xlsx',
    {
      基本情况: form('锦湖社区（李某某13800138000）', { filled: '2020-11-30' }),
      社区工作者花名册: [
        [
          '序号',
          '姓名',
          '公民身份号码',
          '人员类别',
          '职务',
          '社会工作者职业水平证书',
          '证书管理号',
          '取得时间',
          '到岗日期',
          '在岗状态',
        ],
        [
          1,
          '欧阳某某',
          '340403198503121234',
          '社区两委成员',
          '主任',
          '社会工作师（欧阳某某）',
          '1',
          '2019-10-01',
          '2018-01-01',
          '在岗',
        ],
        [
          2,
          '司马某某',
          '34040319850312123X',
          '专职人员 司马某某',
          '干事',
          '助理社会工作师',
          'x',
          '2031-10-01',
          '张某某代填',
          '离岗',
        ],
      ],
      社区社会组织名录_王某某: [
        ['组织名称', '管理方式', '组织形式', '统一社会信用代码', '登记日期', '类别', '状态', '负责人', '联系电话'],
        [
          '春晖社',
          '登记',
          '社会团体',
          '51340421MJA0073738',
          '2019-05-06',
          '公益慈善 王某某',
          '正常',
          '王某某',
          '13700137000',
        ],
      ],
    } as never,
    { time: 'midterm' },
  );
  const submitted = [{ ...workbookOf, spoken: 'midterm' as const }];
  const data = told({ submitted }, 'midterm');
  const documents = [
    midtermReport(data),
    midtermReport(told({ submitted }, 'midterm', { isPublic: true })),
    ...noticesOf(data).map(({ document }) => document),
  ];
  expect(documents).toHaveLength(4);
  for (const document of documents) {
    expect(document.name).not.toMatch(people);
    for (const [part, text] of Object.entries(textsOf(docxOf(document)))) expect(text.match(people), part).toBeNull();
    expect(wholeOf(document)).not.toMatch(/Users|报送\//);
  }
  for (const { ledger, sheet } of noticesOf(data)) expect(JSON.stringify([ledger, sheet])).not.toMatch(people);
});

const people = /欧阳某|司马某|李某|王某|张某|3404031985|138 ?0013|13700137/;
