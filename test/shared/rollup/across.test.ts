/** 几册工作簿放在一起才看得出的问题，两处都说到；不能确定的不说成问题，没有核对的说明原因。 */
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import type { Entry } from '../../../shared/rollup/entries.ts';
import { organisations, registered, type Sheets, times } from '../check/workbooks.ts';
import { across, type Given, judged, register, workbook } from './entries.ts';

const ID = '340403198506120014';
const OTHER_ID = '340403198506120022';
const CODE = '52340403MJA0000249';

const names = (...rows: readonly (readonly Cell[])[]): Sheets => ({ 名录: organisations(...rows) });
const roster = (...rows: readonly (readonly Cell[])[]): Sheets => ({
  花名册: [['姓名', '身份证号', '出生年月', '人员类别', '是否在岗', '离职（离岗）日期', '持证情况'], ...rows],
});
const worker = (name: string, id: Cell, birth: Cell = null, left: Cell = null): readonly Cell[] => [
  name,
  id,
  birth,
  '专职社区工作者',
  left ? '否' : '是',
  left,
  '无',
];
const ledger = (...rows: readonly (readonly Cell[])[]): Sheets => ({
  活动台账: [['日期', '活动名称', '活动地点', '参与志愿者人数', '佐证号'], ...rows],
});
/** In 锦湖社区 and 朝阳社区. */
const two = (one: Sheets, other: Sheets): readonly Entry[] => [workbook('锦湖社区', one), workbook('朝阳社区', other)];
const rulesOf = (entries: readonly Entry[]) => across(entries).findings.map(({ rule }) => rule);

describe('一个组织在两个社区', () => {
  const both = two(
    names(registered('春晖社', CODE)),
    names(registered('夏荷社', '51340400MJA0000166'), registered('春晖社', CODE)),
  );

  test('强制，两处都说到，说得出代码', () => {
    const { said, finding } = across(both);
    expect(said).toEqual(['Z11: 锦湖社区.xlsx 名录!D2, 朝阳社区.xlsx 名录!D3']);
    expect(finding('Z11')).toMatchObject({
      severity: 'error',
      message: `田家庵区望淮街道锦湖社区、田家庵区望淮街道朝阳社区的社会组织名录中有 1 家是同样的登记组织（统一社会信用代码 ${CODE}），重复计入。`,
    });
  });

  test('名称相同、代码不同的是两个', () => {
    expect(rulesOf(two(names(registered('春晖社', CODE)), names(registered('春晖社', '51340400MJA0000166'))))).toEqual(
      [],
    );
  });

  test('三个社区都有的，是一条', () => {
    const { said } = across([...both, workbook('河滨社区', names(registered('春晖社', CODE)))]);
    expect(said).toEqual(['Z11: 锦湖社区.xlsx 名录!D2, 朝阳社区.xlsx 名录!D3, 河滨社区.xlsx 名录!D2']);
  });

  test('只比计入的册子：旧版本、另一期、名册都不比', () => {
    for (const state of ['superseded', 'duplicate', 'other_time', 'register'] as const)
      expect(rulesOf([both[0]!, { ...both[1]!, state }])).toEqual([]);
    expect(rulesOf([both[0]!, { ...both[1]!, time: 'midterm' }])).toEqual([]);
  });

  test('一册里列两次的不在这里说', () => {
    expect(rulesOf([workbook('锦湖社区', names(registered('春晖社', CODE), registered('春晖社', CODE)))])).toEqual([]);
  });

  test('最多列二十处，数是全部的', () => {
    const codes = (n: number) => [registered(`社${n}`, validCode(n))];
    const many = names(...times(30, codes).flat());
    const { places, message } = across(two(many, many)).finding('Z11');
    expect(places).toHaveLength(20);
    expect(message).toContain('有 30 家');
    expect(message).toContain('等 30 家');
  });
});

describe('一个人在两个社区', () => {
  const rules = (one: readonly Cell[], other: readonly Cell[]) => rulesOf(two(roster(one), roster(other)));

  test('身份证号相同，强制，不说姓名', () => {
    const { said, finding } = across(two(roster(worker('赵甲', ID)), roster(worker('赵甲', ID))));
    expect(said).toEqual(['Z12: 锦湖社区.xlsx 花名册!A2, 朝阳社区.xlsx 花名册!A2']);
    expect(finding('Z12').severity).toBe('error');
    expect(JSON.stringify(finding('Z12'))).not.toMatch(/赵甲|3404/);
  });

  test('15 位与 18 位的身份证号', () => {
    expect(rules(worker('赵甲', ID), worker('赵甲', '340403850612001'))).toEqual(['Z12']);
  });

  test('一边没有身份证号，姓名和出生年月相同', () => {
    expect(rules(worker('赵甲', ID), worker('赵甲', null, '1985年6月'))).toEqual(['Z12']);
    expect(rules(worker('赵甲', null, '1985-06-12'), worker('赵甲', null, '1985-06-12'))).toEqual(['Z12']);
  });

  const severity = (one: readonly Cell[], other: readonly Cell[]) =>
    across(two(roster(one), roster(other))).findings.map((finding) => finding.severity);

  test('两边都没有身份证号，只有姓名和年月相同的，可能是同一人，核实；有一边有号或者日子也相同的，强制', () => {
    const month = worker('赵甲', null, '1985-06');
    expect(severity(month, month)).toEqual(['warning']);
    expect(severity(worker('赵甲', null, '1985-06-12'), month)).toEqual(['warning']);
    expect(severity(worker('赵甲', ID), month)).toEqual(['error']);
    expect(severity(worker('赵甲', null, '1985-06-12'), worker('赵甲', null, '1985-06-12'))).toEqual(['error']);
    const { message } = across(two(roster(month), roster(month))).finding('Z12');
    expect(message).toContain('有 1 人可能是同一人');
    expect(message).not.toContain('赵甲');
  });

  test('15 位的号相同、姓名不同的是两个人，占位的号相同的也是', () => {
    expect(rules(worker('赵甲', ID), worker('钱乙', '340403850612001'))).toEqual([]);
    expect(rules(worker('赵甲', '340403850612001'), worker('钱乙', '340403850612001'))).toEqual([]);
    expect(rules(worker('赵甲', '111111111111111'), worker('钱乙', '111111111111111'))).toEqual([]);
  });

  test('同名同月，身份证号不同的是两个人，出生日期不同的也是', () => {
    expect(rules(worker('赵甲', ID), worker('赵甲', OTHER_ID))).toEqual([]);
    expect(rules(worker('赵甲', null, '1985-06-12'), worker('赵甲', null, '1985-06-13'))).toEqual([]);
    expect(rules(worker('赵甲', null, '1985-06'), worker('赵甲', null, '1986-06'))).toEqual([]);
    expect(rules(worker('赵甲', null), worker('赵甲', null))).toEqual([]);
  });

  test('可能是两个人中的一个，说不准就不说', () => {
    const both = two(roster(worker('赵甲', ID), worker('赵甲', OTHER_ID)), roster(worker('赵甲', null, '1985年6月')));
    expect(rulesOf(both)).toEqual([]);
  });

  test('已离岗的没有', () => {
    expect(rules(worker('赵甲', ID, null, '2020-11-01'), worker('赵甲', ID))).toEqual([]);
  });
});

describe('一场活动、一份佐证', () => {
  const activity = (date: string, name: string, place: Cell = null, evidence: Cell = null): readonly Cell[] => [
    date,
    name,
    place,
    30,
    evidence,
  ];

  test('名称、日期、地点相同的，请核对是否联合举办', () => {
    const [one, other] = [activity('2020-10-25', '学雷锋活动', '龙湖公园'), activity('2020-11-25', '义诊', '龙湖公园')];
    const { said, finding } = across(two(ledger(one, other), ledger(other, one)));
    expect(said).toEqual([
      'N057: 锦湖社区.xlsx 活动台账!B2, 朝阳社区.xlsx 活动台账!B3, 锦湖社区.xlsx 活动台账!B3, 朝阳社区.xlsx 活动台账!B2',
    ]);
    expect(finding('N057')).toMatchObject({ severity: 'warning' });
    expect(finding('N057').message).toContain(
      '有 2 场名称、日期、地点都相同。请核对是否联合举办，只能由一个单位计入。',
    );
  });

  test('同一天各在各的活动室办的不问', () => {
    const rows = (place: Cell) => ledger(activity('2020-10-25', '重阳敬老', place));
    expect(rulesOf(two(rows('社区活动室'), rows('社区活动室')))).toEqual([]);
    expect(rulesOf(two(rows(null), rows(null)))).toEqual([]);
  });

  test('佐证号和日期相同的要核实，各自编的号不问', () => {
    const rows = (name: string, evidence: Cell) => ledger(activity('2020-10-25', name, null, evidence));
    expect(across(two(rows('义诊', '锦湖-017'), rows('敬老', '锦湖-017'))).said).toEqual([
      'N058: 锦湖社区.xlsx 活动台账!E2, 朝阳社区.xlsx 活动台账!E2',
    ]);
    expect(rulesOf(two(rows('义诊', 'HD-01'), rows('敬老', 'HD-01')))).toEqual([]);
  });
});

describe('与试点名册核对', () => {
  const line = (street: string, community: string, agency: Cell, state: Cell = '已上报'): readonly Cell[] => [
    '田家庵区',
    street,
    community,
    agency,
    state,
    null,
  ];
  const against = (given: Given & { readonly community?: string }, ...rows: readonly (readonly Cell[])[]) =>
    across([workbook(given.community ?? '锦湖社区', {}, given), register(...rows)]);

  test('街道、社区、机构与名册不同的，强制，两处都说到', () => {
    const { said, finding } = against(
      { agency: '知行社会工作服务中心' },
      line('泉山街道', '锦湖社区', '同心社会工作服务中心'),
    );
    expect(said).toEqual([
      'R002: 锦湖社区.xlsx 基本情况!D1, 试点名册.xlsx 试点名册!C2',
      'R012: 锦湖社区.xlsx 基本情况!B4, 试点名册.xlsx 试点名册!C2',
    ]);
    expect(finding('R012').message).toBe(
      '田家庵区望淮街道锦湖社区的“承接机构”填“知行社会工作服务中心”，市民政局确认的是“同心社会工作服务中心”，两者不一致。',
    );
  });

  test('名册中没有这个社区的', () => {
    const { said, finding } = against(
      {},
      line('望淮街道', '朝阳社区', null),
      line('望淮街道', '河滨社区', null, '未报'),
    );
    expect(said).toEqual([
      'R003: 锦湖社区.xlsx 基本情况!B2, 试点名册.xlsx 试点名册!C2, 试点名册.xlsx 试点名册!C3',
      'Z22: 试点名册.xlsx 试点名册!C2, 锦湖社区.xlsx 基本情况!B2',
    ]);
    expect(finding('R003').message).toContain('填“锦湖社区”，试点名册写的是“朝阳社区、河滨社区”');
  });

  test.each([
    ['望淮街道', '锦湖社区', '同心社会工作服务中心'],
    ['望淮', '锦湖社区居委会', '淮南市同心社会工作服务中心'],
    ['望淮街道办事处', '望淮街道锦湖社区', '同心社工服务中心'],
    ['望淮镇', '田家庵区锦湖村', '淮南同心社会工作服务中心（民办非企业单位）'],
    ['田家庵区望淮街道', '锦湖', '知行社工站、同心社会工作服务中心'],
    ['', '锦湖社区', '待定'],
  ])('写法不同的一个名称不是错：%s %s %s', (street, community, agency) => {
    expect(against({}, line(street, community, agency)).findings).toEqual([]);
  });

  test('另一个社区的街道和机构与本册无关', () => {
    const { said } = against({ street: '泉山街道', agency: '知行社工站' }, line('望淮街道', '朝阳社区', '同心社工站'));
    expect(said).toEqual([
      'R003: 锦湖社区.xlsx 基本情况!B2, 试点名册.xlsx 试点名册!C2',
      'Z22: 试点名册.xlsx 试点名册!C2, 锦湖社区.xlsx 基本情况!B2',
    ]);
  });

  test('没有名册、名册没有这个县区的，说没有核对', () => {
    const alone = across([workbook('锦湖社区', {})]).notChecked;
    for (const rule of ['R002', 'R003', 'R012', 'Z22']) expect(alone.get(rule)).toBe('没有试点名册，没有核对。');
    const elsewhere = against({}, ['寿县', '清泉镇', '柳塘村', null, '未报', null]);
    expect(elsewhere.notChecked.get('R003')).toBe('在试点名册中找不到对应的一行，没有核对：田家庵区望淮街道锦湖社区。');
  });

  test('汇总到的与名册写已报送的不是一个数，强制', () => {
    const { finding } = against({}, line('望淮街道', '锦湖社区', null), line('望淮街道', '朝阳社区', null));
    expect(finding('Z22')).toMatchObject({
      severity: 'error',
      message:
        '汇总到工作簿的有 1 个单位，试点名册写明已报送的有 2 个，两者应逐个一致。名册写已报送而没有汇总到的：田家庵区望淮街道朝阳社区。',
      places: [{ file: '试点名册.xlsx', sheet: '试点名册', address: 'C3' }],
    });
  });

  test('名册写未报的汇总到了，也是', () => {
    const { finding } = against({}, line('望淮街道', '锦湖社区', null, '未报'));
    expect(finding('Z22').message).toContain('汇总到而名册没有写已报送的：田家庵区望淮街道锦湖社区');
  });

  test('一个单位按期次列两行的是一个单位，两行不一样的不猜', () => {
    const twice = (state: string) =>
      against({}, line('望淮街道', '锦湖社区', null), line('望淮街道', '锦湖社区', null, state));
    expect(twice('已上报').findings).toEqual([]);
    expect(twice('未报').findings).toEqual([]);
    const agencies = against(
      {},
      line('望淮街道', '锦湖社区', null),
      line('望淮街道', '锦湖社区', '知行社工站', '未报'),
    );
    expect(agencies.finding('R012').message).toContain('市民政局确认的是“知行社工站”，');
    expect(agencies.said).toEqual([
      'R012: 锦湖社区.xlsx 基本情况!B4, 试点名册.xlsx 试点名册!C2, 试点名册.xlsx 试点名册!C3',
    ]);
  });

  test('县区合并成一格的，下面几行也是它的', () => {
    const [, ...rest] = line('泉山街道', '锦湖社区', null);
    expect(against({}, line('望淮街道', '朝阳社区', null, '未报'), [null, ...rest]).said).toEqual([
      'R002: 锦湖社区.xlsx 基本情况!D1, 试点名册.xlsx 试点名册!C3',
    ]);
  });

  test('名册把这个社区列在别的县区下，说不准就不说', () => {
    const listed = ['高新区', null, '锦湖社区', null, '已上报', null];
    const { findings, notChecked } = against({}, line('望淮街道', '朝阳社区', null, '未报'), listed);
    expect(findings).toEqual([]);
    expect(notChecked.get('R003')).toBe('在试点名册中找不到对应的一行，没有核对：田家庵区望淮街道锦湖社区。');
  });

  describe('名册分几份、写法各异', () => {
    const inFile = (file: string, ...rows: readonly (readonly Cell[])[]): Entry => ({ ...register(...rows), file });
    const jinhu = line('望淮街道', '锦湖社区', '同心社会工作服务中心');
    const chaoyang = line('望淮街道', '朝阳社区', '知行社会工作服务中心');
    const both = [workbook('锦湖社区', {}), workbook('朝阳社区', {})];

    test('每个县区一份名册，合起来核对，各指各的文件', () => {
      const { said } = across([...both, inFile('甲.xlsx', jinhu), inFile('乙.xlsx', chaoyang)]);
      expect(said).toEqual(['R012: 朝阳社区.xlsx 基本情况!B4, 乙.xlsx 试点名册!C2']);
      const lacking = across([both[0]!, inFile('甲.xlsx', jinhu), inFile('乙.xlsx', chaoyang)]).finding('Z22');
      expect(lacking.places).toEqual([{ file: '乙.xlsx', sheet: '试点名册', address: 'C2' }]);
    });

    test('有一份只留有上次结果，就不核对', () => {
      const recalled = { ...inFile('乙.xlsx', chaoyang), joins: null };
      const { findings, notChecked } = across([...both, inFile('甲.xlsx', jinhu), recalled]);
      expect(findings).toEqual([]);
      expect(notChecked.get('Z22')).toBe('试点名册要再放入一次才能核对。');
    });

    test('同一个单位两份名册都写了，或者下一行的县区街道空着，是一个单位', () => {
      const bare = [null, null, '锦湖社区', null, '已上报', null];
      expect(across([both[0]!, inFile('甲.xlsx', jinhu), inFile('乙.xlsx', jinhu)]).findings).toEqual([]);
      expect(across([both[0]!, register(jinhu, bare)]).findings).toEqual([]);
    });

    test('只写县区的一行，由这个县区的册子报了', () => {
      expect(across([both[0]!, register(['田家庵区', null, null, null, '已上报', null])]).findings).toEqual([]);
      expect(across([both[0]!, register(['大通区', null, null, null, '已上报', null])]).said).toEqual([
        'Z22: 试点名册.xlsx 试点名册!A2, 锦湖社区.xlsx 基本情况!B2',
      ]);
    });

    test('空着的县区在另一个县区下面的，不是本单位的一行', () => {
      const other = ['大通区', '云岭街道', '松风社区', null, null, null];
      const under = [null, null, '锦湖社区', '知行社会工作服务中心', null, null];
      const { findings, notChecked } = across([both[0]!, register(other, under)]);
      expect(findings).toEqual([]);
      expect(notChecked.get('R012')).toBe('在试点名册中找不到对应的一行，没有核对：田家庵区望淮街道锦湖社区。');
    });

    test.each([
      '锦湖社区、朝阳社区',
      '锦湖社区\n朝阳社区',
      '锦湖、朝阳社区',
      '锦湖社区和朝阳社区',
      '锦湖社区居委会/朝阳社区居委会',
    ])('一格写几个社区的不核对，说明原因：%s', (community) => {
      const several = line('望淮街道', community, '知行社会工作服务中心');
      const { findings, notChecked } = across([...both, register(several)]);
      expect(findings).toEqual([]);
      expect(notChecked.get('R012')).toBe(
        '试点名册有一格写了几个社区，分不清是不是本单位，没有核对：田家庵区望淮街道锦湖社区、田家庵区望淮街道朝阳社区。',
      );
      expect(notChecked.get('Z22')).toContain('一格写了几个社区');
    });

    test('总数相同，写已报送的没有、没写的来了，也说', () => {
      const { finding } = across([both[0]!, workbook('河滨社区', {}), register(jinhu, chaoyang)]);
      expect(finding('Z22').message).toBe(
        '汇总到工作簿的有 2 个单位，试点名册写明已报送的有 2 个，两者应逐个一致。' +
          '名册写已报送而没有汇总到的：田家庵区望淮街道朝阳社区；汇总到而名册没有写已报送的：田家庵区望淮街道河滨社区。',
      );
    });
  });

  describe('承接机构', () => {
    const agencies = (own: string, confirmed: string) =>
      against({ agency: own }, line('望淮街道', '锦湖社区', confirmed)).findings.map(({ rule }) => rule);

    test.each(['见附件', '详见合同', '同上', '同左', '/', '〃', '详见《协议》'])(
      '名册写“%s”的，没有说是谁',
      (confirmed) => {
        expect(agencies('知行社会工作服务中心', confirmed)).toEqual([]);
      },
    );

    test.each([
      ['同心桥社会工作服务中心', '同心桥社工服务社'],
      ['淮南市同心桥社会工作服务中心', '田家庵区同心桥社会工作服务中心'],
      ['淮南市同心桥社会工作服务中心', '安徽同心桥社会工作服务中心'],
      ['同心桥中心', '淮南市望淮街道同心桥社会工作服务站'],
      ['同心桥社会工作发展促进中心', '同心桥社会服务中心'],
    ])('只是服务中心、服务社不同，或者前面的地名不同，不说：%s %s', (own, confirmed) => {
      expect(agencies(own, confirmed)).toEqual([]);
    });

    test.each([
      ['知行社会工作服务中心', '同心社会工作服务中心'],
      ['合肥市爱邻社会工作服务中心', '合肥市善行社会工作服务中心'],
    ])('字号不同的，强制：%s %s', (own, confirmed) => {
      expect(agencies(own, confirmed)).toEqual(['R012']);
    });

    const shown = (agency: string) => {
      const { finding } = against({ agency }, line('望淮街道', '锦湖社区', '同心社会工作服务中心'));
      return finding('R012').message;
    };

    test('话里只有名称，没有括号里的人和电话', () => {
      expect(shown('知行社会工作服务中心（联系人王晓芳13912345678）')).toContain('填“知行社会工作服务中心”，');
      expect(shown('知行社会工作服务中心 139 1234 5678')).toContain('填“知行社会工作服务中心”，');
      expect(shown('知行社会工作服务中心联系人王晓芳')).toContain('填“知行社会工作服务中心”，');
    });

    test('太长的只说前三十个字，什么也不剩的只说在哪一格', () => {
      expect(shown(`知行${'一二三四五六七八九十'.repeat(4)}`)).toContain(
        '填“知行一二三四五六七八九十一二三四五六七八九十一二三四五六七八”，',
      );
      expect(shown('（王晓芳）')).toContain('填“见基本情况!B4”，');
    });
  });

  test('报送状态空着的不猜', () => {
    const open = against({}, line('望淮街道', '锦湖社区', null), line('望淮街道', '朝阳社区', null, null));
    expect(open.findings).toEqual([]);
    expect(against({}, line('望淮街道', '锦湖社区', null, null)).notChecked.get('Z22')).toBe(
      '试点名册没有写明报送状态，没有核对。',
    );
  });
});

describe('终期与中期相比', () => {
  const volunteers = (residents: number, verified: number): Sheets => ({
    志愿者情况: [
      ['社区', '常住人口', '注册志愿者数', '其中：实名认证数', '参与过活动的注册志愿者人数', '参与人次'],
      ['锦湖社区', residents, verified, verified, 10, 20],
    ],
    基本情况: [
      ['县区', '田家庵区', '街道（乡镇）', '望淮街道'],
      ['社区名称', '锦湖社区', '城乡分类代码', '111'],
      ['常住人口', residents, '填报日期', '2021-05-31'],
    ],
  });
  const since = (before: Sheets, after: Sheets) =>
    across([judged('终期.xlsx', after), judged('中期.xlsx', before, { time: 'midterm', state: 'other_time' })]);
  const Z19 = (before: Sheets, after: Sheets) => since(before, after).said.filter((line) => line.startsWith('Z19'));

  test('注册志愿者减少正好 10% 不说，多一个人就说', () => {
    expect(Z19(volunteers(8000, 1000), volunteers(8000, 900))).toEqual([]);
    expect(Z19(volunteers(8000, 1000), volunteers(8000, 899))).toEqual([
      'Z19: 终期.xlsx 志愿者情况!D2, 中期.xlsx 志愿者情况!D2',
    ]);
    expect(since(volunteers(8000, 1000), volunteers(8000, 899)).finding('Z19')).toMatchObject({
      severity: 'warning',
      message: '田家庵区望淮街道锦湖社区的实名注册志愿者数比中期减少超过 10%（由 1000 人到 899 人）。',
    });
  });

  test('志愿者增加不说；常住人口增减都说，正好 10% 不说', () => {
    expect(Z19(volunteers(8000, 1000), volunteers(8000, 3000))).toEqual([]);
    expect(Z19(volunteers(8000, 1000), volunteers(8800, 1000))).toEqual([]);
    expect(Z19(volunteers(8000, 1000), volunteers(8801, 1000))).toHaveLength(1);
    expect(Z19(volunteers(8000, 1000), volunteers(7199, 1000))).toHaveLength(1);
  });

  test('社区社会组织少一家就说', () => {
    const roster = (count: number): Sheets => ({
      ...volunteers(8000, 1000),
      名录: organisations(...times(count, (n) => registered(`春晖${n}社`, validCode(n)))),
    });
    expect(Z19(roster(4), roster(4))).toEqual([]);
    expect(Z19(roster(4), roster(5))).toEqual([]);
    expect(since(roster(4), roster(3)).finding('Z19').message).toContain('由 4 家到 3 家');
  });

  test('没有中期的、分不出先后的、汇总的就是中期的，说没有比较', () => {
    const after = judged('终期.xlsx', volunteers(8000, 899));
    const before = judged('中期.xlsx', volunteers(8000, 1000), { time: 'midterm', state: 'other_time' });
    expect(across([after]).notChecked.get('Z19')).toBe('没有中期的工作簿，没有比较：田家庵区望淮街道锦湖社区。');
    expect(across([after, before, { ...before, file: '中期2.xlsx' }]).notChecked.get('Z19')).toBe(
      '中期的工作簿有几册，分不出先后，没有比较：田家庵区望淮街道锦湖社区。',
    );
    const midterm = [
      { ...after, state: 'other_time' },
      { ...before, state: 'reported' },
    ] as const;
    expect(across(midterm, 'midterm').findings).toEqual([]);
    expect(across(midterm, 'midterm').notChecked.get('Z21')).toBe('汇总的是中期评估，没有上期可比。');
  });

  describe('整改台账与中期的问题', () => {
    const issues = (count: number): Sheets => ({
      ...volunteers(8000, 1000),
      问题整改台账: [
        ['问题编号', '来源', '问题描述', '整改措施', '整改状态', '销号日期'],
        ...times(count, (n): readonly Cell[] => [`W${n}`, '中期', `问题${n}`, '补齐', '已销号', '2021-03-01']),
      ],
    });
    const before: Sheets = {
      ...volunteers(8000, 1000),
      有无表: [
        ['事项代码', '事项', '是否完成', '完成日期', '佐证材料名'],
        ['P01', '街道（乡镇）社会工作服务中心', '否', null, null],
        ['P02', '社区社会工作服务站', '否', null, null],
        ['S03', '机构派驻运营', '否', null, null],
        ['P06', '社区专项基金', '否', null, null],
      ],
    };
    const Z21 = (count: number) => since(before, issues(count)).findings.find(({ rule }) => rule === 'Z21');

    test('期限已过的三项没有完成，一个问题对一项；未到期的专项基金不算', () => {
      expect(Z21(3)).toBeUndefined();
      expect(Z21(2)).toMatchObject({
        severity: 'warning',
        message: '田家庵区望淮街道锦湖社区的问题整改台账中有 2 个中期问题，中期未达标、滞后的指标是 3 项，应一一对应。',
      });
      expect(Z21(2)!.places.map(({ file }) => file)).toEqual(['终期.xlsx', '中期.xlsx', '中期.xlsx', '中期.xlsx']);
      expect(Z21(4)).toBeDefined();
    });

    test('没有整改台账的，说没有核对', () => {
      expect(since(before, volunteers(8000, 1000)).notChecked.get('Z21')).toBe(
        '问题整改台账没有填报，或者问题数不确定，没有核对：田家庵区望淮街道锦湖社区。',
      );
    });
  });
});

test('只留有上次结果的册子，说要再放入一次', () => {
  const [one, other] = two(names(registered('春晖社', CODE)), names(registered('春晖社', CODE)));
  const { findings, notChecked } = across([one!, { ...other!, joins: null }]);
  expect(findings).toEqual([]);
  expect(notChecked.get('Z11')).toBe('要再放入一次才能核对：田家庵区望淮街道朝阳社区。');
  expect(notChecked.get('N057')).toBe('要再放入一次才能核对：田家庵区望淮街道朝阳社区。');
});

test('一处机构几百册都写了的，时间随册数增长，不随册数的平方', () => {
  const entry = workbook('锦湖社区', names(registered('春晖社', CODE)));
  const many = times(2000, (n): Entry => ({ ...entry, key: `${n}`, name: `第${n}社区`, file: `${n}.xlsx` }));
  const { findings } = across(many);
  expect(findings.map(({ rule }) => rule)).toEqual(['Z11']);
  expect(findings[0]!.message).toContain('等 2000 个单位');
});

/** Of organisations that do not exist; their check characters are right. */
function validCode(n: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const first = `52340403MJA${String(n).padStart(6, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const character of first) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return first + alphabet[(31 - (sum % 31)) % 31];
}
