import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../../shared/report/documents/documents.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { form, judged } from '../rollup/entries.ts';
import { annexOf, bodyOf, type City, sampleCity, told } from './papers.ts';

// Every figure is that of test/fixtures/samples/city/汇总.md, worked out by hand.

let city: City;
let lines: readonly string[];

beforeAll(async () => {
  city = await sampleCity();
  lines = bodyOf(midtermReport(told(city, 'midterm')));
});

test('标题、依据、签发', () => {
  const { title, addressee, signature } = midtermReport(told(city, 'midterm'));
  expect(title.map(textOf)).toEqual(['淮南市“三社联动”试点工作', '中期评估报告']);
  expect(addressee).toBeNull();
  expect([textOf(signature.office), textOf(signature.day)]).toEqual(['淮南市民政局', '2020年12月28日']);
  expect(lines[0]).toBe(
    '根据《淮南市人民政府办公室关于全面推进“三社联动”试点工作的实施意见》（淮府办〔2020〕8号），淮南市民政局对“三社联动”试点工作进行了中期评估。现将有关情况报告如下。',
  );
});

test('受托的评估写明委托，没有写的落款留空', () => {
  const data = told(city, 'midterm', { office: null, day: null, commissioner: '淮南市民政局' });
  const report = midtermReport(data);
  expect(bodyOf(report)[0]).toContain('，受淮南市民政局委托，＿＿＿＿＿＿对');
  expect([textOf(report.signature.office), textOf(report.signature.day)]).toEqual([
    '＿＿＿＿＿＿',
    '＿＿＿＿＿＿年＿＿月＿＿日',
  ]);
});

test.each([
  ['淮南市民政局', null, '淮南市民政局', '凤台县民政局'],
  ['淮南市某评估中心', '淮南市民政局', '淮南市民政局', '凤台县民政局'],
  ['凤台县民政局', null, '凤台县民政局', '新渡镇渡口社区'],
  ['淮南市凤台县民政局', null, '淮南市凤台县民政局', '新渡镇渡口社区'],
  ['凤台县民政局基层政权科', null, '凤台县民政局基层政权科', '新渡镇渡口社区'],
  ['新渡镇人民政府', null, '新渡镇人民政府', '新渡镇渡口社区'],
  ['某评估中心', '凤台县民政局', '凤台县民政局', '新渡镇渡口社区'],
  ['谢家集区民政局', null, '谢家集区民政局', '凤台县民政局'],
  [null, null, '＿＿＿＿＿＿', '凤台县民政局'],
])('署名%s、委托%s：通知由%s落款，主送%s', (office, commissioner, signed, addressee) => {
  const notices = noticesOf(told(city, 'midterm', { office, commissioner }));
  for (const { document } of notices.filter(({ key }) => key.includes('渡口'))) {
    expect(textOf(document.signature.office)).toBe(signed);
    expect(textOf(document.addressee!)).toBe(addressee);
  }
  expect(notices.filter(({ key }) => key.includes('渡口'))).toHaveLength(2);
});

test('没有署名，只有一个县区的工作簿：通知写给单位，手填署名的县区民政局不是写给自己', () => {
  const own = city.submitted.filter(({ file }) => file.includes('渡口'));
  const notices = noticesOf(told({ ...city, submitted: own }, 'midterm', { office: null }));
  expect(notices.map(({ document }) => textOf(document.addressee!))).toEqual(['新渡镇渡口社区', '新渡镇渡口社区']);
});

test('六章的次序', () => {
  const chapters = midtermReport(told(city, 'midterm')).body.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [textOf(block.text)] : [],
  );
  expect(chapters).toEqual([
    '评估工作概况',
    '总体进展',
    '分项完成情况',
    '经验做法',
    '存在问题',
    '下一步工作计划与建议',
  ]);
});

test.each([
  '截至2020年11月30日，应报试点单位10个，实报9个，报送率90.00%。未报送：潘集区稻香镇白鹭洲社区（不参与各率计算）。',
  '城市社区社会组织数（目标不少于10家）：应评的7个单位中，达标3个，占42.86%；进展正常4个。其中2个单位的数涉及跨册重复，尚未核定：大通区云岭街道松风社区、八公山区碧霞街道桂花园社区。',
  '农村社区社会组织数（目标不少于5家）：应评的2个单位中，达标1个，占50.00%；进展正常1个。',
  '社区工作者65人，其中持证24人，持证率36.92%，距40%目标尚差3.08个百分点、2人（待核实、缺数据的单位未计入；计入的单位中有1个的数尚未核定，按下限计）。应评的9个单位中，达标4个，占44.44%；进展正常3个；待核实1个（高新区澄明街道书香苑社区）；缺数据1个（尚未到期）。其中2个单位的数涉及跨册重复，尚未核定：大通区云岭街道松风社区、毛集社会发展综合实验区晴川镇芦花村。',
  '计入的单位中有4个有强制性问题没有改正，所报数据暂计入，改正后以重新报送的为准：凤台县新渡镇渡口社区、大通区云岭街道松风社区、八公山区碧霞街道桂花园社区、毛集社会发展综合实验区晴川镇芦花村。',
  '应达到岗位标准的中心和站18个，其中已达到16个，覆盖率88.89%，距100%目标尚差11.11个百分点、2个。应评的9个单位中，达标7个，占77.78%；进展正常2个。',
  '常住人口55340人，其中注册志愿者8471人，注册率15.31%，距16%目标尚差0.69个百分点、384人（缺数据的单位未计入）。应评的9个单位中，达标4个，占44.44%；进展正常4个；缺数据1个（尚未到期）。',
  '谢家集区青石街道梧桐里社区没有达到目标的指标：中心专业社工岗位数。',
  '寿县清泉镇柳塘村、凤台县新渡镇渡口社区没有达到目标的指标：专业岗位专职社工配备率。',
  '凤台县新渡镇渡口社区须核实并写明核实说明的事项：“类别须填，且能归入规定的类别”“数量写法须规范”。',
  '没有报送的1个单位，请于2021年2月28日前补报。',
  '按照淮府办〔2020〕8号“二（二）2”的要求，进展滞后的单位请加快进度，于2021年5月31日前完成：年度志愿服务活动数（3个单位）。',
])('写着：%s', (sentence) => {
  expect(lines).toContain(sentence);
});

test('大家都一样的并成一句', () => {
  expect(lines).toContain('街道（乡镇）社会工作服务中心、社区社会工作服务站，各应评单位都缺数据。');
});

test('单位多的点六个，写明一共几个', () => {
  const all = lines.find((line) => line.includes('各有11项指标缺数据'));
  expect(all).toContain('八公山区碧霞街道桂花园社区等9个单位各有11项指标缺数据');
  expect(all).not.toContain('星桥社区');
});

test('没有到期的不说未达标、未完成', () => {
  const goals = lines.slice(lines.indexOf('总体进展'), lines.indexOf('分项完成情况')).join('\n');
  expect(goals).not.toMatch(/未达标|没有达到|未完成/);
});

test('汇总核对过的，不说没有核查；说的话不提单册工作簿', () => {
  const unchecked = lines.find((line) => line.startsWith('另有以下事项没有核查'))!;
  expect(unchecked).not.toMatch(/单册工作簿|重复计入|同时在岗|未检查/);
});

test('每个数都还原得出来；改了一个单位的数，旧的报告就对不上', () => {
  const data = told(city, 'midterm');
  const report = midtermReport(data);
  expect(unbound(report, data)).toEqual([]);
  const without = { ...city, submitted: city.submitted.filter(({ file }) => !file.startsWith('HN-09')) };
  expect(unbound(report, told(without, 'midterm')).map(({ figure }) => figure.figure)).toContain('90.00%');
});

test('附件表中没有报送的写未报送，没有数的写缺数据或未到期，不写零', () => {
  const rows = annexOf(midtermReport(told(city, 'midterm')), '指标完成情况表');
  expect(rows.filter((row) => row.startsWith('潘集区')).join()).toMatch(/^潘集区\|白鹭洲社区(\|未报送)+/);
  expect(rows.find((row) => row.startsWith('经济技术开发区'))).toContain('|未到期|');
});

test('附件表一页放得下：都没有到期的只列名称，率不带分子分母，范围也不带', () => {
  const rows = annexOf(midtermReport(told(city, 'midterm')), '指标完成情况表');
  expect(rows.find((row) => row.startsWith('已报送的单位都未到期的指标，不列入表：'))).toContain('社区学院');
  const headings = rows.filter((row) => row.startsWith('县区|单位|'));
  expect(headings).toHaveLength(1);
  expect(headings.join()).not.toContain('社区学院');
  expect(rows.join('\n')).not.toMatch(/✓达标|✗未达标/);
  const rates = rows.filter((row) => row.includes('|')).join('\n');
  expect(rates).toContain('|25.00%～37.50%→|');
  expect(rates).not.toContain('（');
});

test('图里没有的单位，图题说明有几个、为什么', () => {
  expect(lines).toContain(
    '各单位社区工作者持证比例与目标（另有2个单位没有确定的数、1个单位没有数据、1个单位未报送，未列入图）',
  );
});

describe('问题的数：正文、附件、各单位通知说的是同一些', () => {
  const of = (pattern: RegExp, texts: readonly string[]) =>
    texts.flatMap((text) => [...text.matchAll(pattern)]).reduce((sum, [, count]) => sum + Number(count), 0);

  const rowsIn = (document: Document, title: string) =>
    document.attachments
      .filter((each) => textOf(each.title) === title)
      .flatMap(({ body }) => body.flatMap((block) => (block.kind === 'table' ? block.rows : [])));

  test.each([
    ['示例城市', () => city],
    [
      '进展滞后的也在内',
      () => {
        const activities = [
          ['序号', '活动名称', '活动日期', '活动地点', '参加人数', '服务时长（小时）'],
          [1, '义诊', '2020-07-01', '广场', 10, 2],
        ];
        const sheets = { 基本情况: form('锦湖社区', { filled: '2020-11-30' }), 志愿服务活动台账: activities };
        return { submitted: [{ ...judged('锦湖.xlsx', sheets, { time: 'midterm' }), spoken: 'midterm' as const }] };
      },
    ],
  ] as const)('%s', (_, cityOf) => {
    const data = told(cityOf(), 'midterm');
    const report = midtermReport(data);
    const notices = noticesOf(data).map(({ document }) => document);
    const sent = notices.filter(({ kind }) => kind === 'rectify');
    const said = of(/共有需要整改的问题(\d+)个/g, bodyOf(report));
    expect(said).toBeGreaterThan(0);
    const rows = rowsIn(report, '各单位问题清单').map((row) => row.map(textOf));
    expect(rows.filter(([, kind]) => kind !== '核实问题')).toHaveLength(said);
    expect(sent.flatMap((notice) => rowsIn(notice, '问题清单'))).toHaveLength(said);
    expect(of(/发现需要整改的问题(\d+)个/g, sent.flatMap(bodyOf))).toBe(said);
    const asked = of(/另有核实性问题(\d+)处，不在需要整改的问题之内/g, bodyOf(report));
    expect(asked).toBe(of(/另有核实性问题(\d+)处，不列入清单/g, sent.flatMap(bodyOf)));
    expect(rows.some(([, kind]) => kind === '核实问题')).toBe(asked > 0);
  });

  test('正文列为进展滞后的，附件和通知里也是一个问题', () => {
    const report = midtermReport(told(city, 'midterm'));
    const behind = bodyOf(report).filter((line) => /进展滞后的指标：/.test(line));
    expect(behind).not.toEqual([]);
    expect(annexOf(report, '各单位问题清单').filter((line) => line.includes('进展滞后。'))).not.toEqual([]);
  });
});

test.each([
  ['2021-01-08', /凤台县新渡镇渡口社区.*请逐条改正数据，于2021年1月8日前重新报送/],
  [undefined, /凤台县新渡镇渡口社区.*请逐条改正数据，按退回修改通知的期限重新报送/],
])('数据问题只有一个期限，就是退回修改通知的（%s）', (resubmitBy, said) => {
  const data = told(city, 'midterm', resubmitBy === undefined ? {} : { resubmitBy });
  expect(bodyOf(midtermReport(data)).join('\n')).toMatch(said);
  const notice = noticesOf(data).find(
    ({ key, document }) => key.includes('渡口') && document.kind === 'rectify',
  )!.document;
  const until = resubmitBy === undefined ? '按退回修改通知的期限' : '于2021年1月8日前';
  expect(bodyOf(notice).join('\n')).toContain(`数据问题先行改正，${until}重新报送。`);
  const { ledger } = noticesOf(data).find((one) => one.ledger && one.key.includes('渡口'))!;
  const texts = ledger!.rows.flatMap((row) => row.map(({ value }) => String(value)));
  const ofData = texts.filter((text) => text.includes('数据先行改正'));
  expect(ofData.length).toBeGreaterThan(0);
  for (const text of ofData) expect(text).toContain(`数据先行改正，${until}重新报送，时限以前销号。`);
});
