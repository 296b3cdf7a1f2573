import type { Cell, Example } from '../../model.ts';

const times = (count: number, line: (n: number) => readonly Cell[]) =>
  Array.from({ length: count }, (_, n) => line(n + 1));

const urban = [
  ['社区名称', '春申社区'],
  ['城乡分类代码', '111'],
  ['常住人口', 8642],
  ['承接机构', '和谐社会工作服务中心'],
];
const rural = [
  ['社区名称', '柳塘村'],
  ['城乡分类代码', '220'],
  ['常住人口', 3264],
  ['承接机构', '和谐社会工作服务中心'],
];

const rosterHeadings = ['组织名称', '管理方式', '统一社会信用代码', '登记日期', '备案号', '备案日期', '类别'];
/** Made-up codes with right check characters. */
const codes = [
  '51340400MJA0000166',
  '52340403MJA0000249',
  '53340400MJA000040G',
  '51340402MJA000059G',
  '59340403MJA0000671',
];
const registered = (n: number) => [`和谐${n}社`, '登记', codes[n - 1]!, '2019-05-06', null, null, '公益慈善'];
const filed = (n: number) => [`春风${n}队`, '备案', null, null, `社备${n}`, '2020-09-01', '志愿服务'];
const roster = (registrations: number, filings: number) => [
  rosterHeadings,
  ...times(registrations, registered),
  ...times(filings, filed),
];

const posts = (layers: readonly string[], fullTime: number) => [
  ['机构层级', '岗位编号', '设岗日期', '在岗人员姓名', '专职/兼职'],
  ...layers.map((layer, n) => [layer, `G${n}`, '2020-07-10', `吴${'甲乙丙'[n]}`, n < fullTime ? '专职' : '兼职']),
];

const listHeadings = ['事项代码', '事项', '是否完成', '完成日期', '文号/名称', '佐证材料名'];
/** One line of the list of mechanisms, done before any target is due. */
const listed = (id: string, item: string): Example => ({
  id,
  given: { 平台与机制清单: [listHeadings, [id, item, '是', '2020-07-20', '有关文件', '照片、文件']] },
  expected: { verdict: 'met', numerator: 1 },
});
const shownOnly = (id: string, item: string): Example => ({
  ...listed(id, item),
  expected: { verdict: 'reference', numerator: 1 },
});
const levels = (id: string, item: string, documents: readonly string[], expected: Example['expected']): Example => ({
  id,
  given: {
    平台与机制清单: [listHeadings, ...documents.map((document) => [id, item, '是', '2020-07-20', document, '文件'])],
  },
  expected,
});

const volunteers = [
  ['社区', '常住人口', '注册志愿者数', '其中：实名认证数', '参与过活动的注册志愿者人数'],
  ['春申社区', 10000, 1700, 1596, 200],
];

/** At least one for each item that a workbook can show; tests run them all. */
export const examples: readonly Example[] = [
  {
    id: 'G01',
    given: { 基本情况: urban, 社会组织名录: roster(5, 4) },
    expected: { verdict: 'unmet', numerator: 9, gap: { amount: 1, unit: '家' }, points: 7.2 },
  },
  {
    id: 'G02',
    given: { 基本情况: rural, 社会组织名录: roster(1, 4) },
    expected: { verdict: 'met', numerator: 5 },
  },
  {
    id: 'G03',
    given: {
      社区工作者花名册: [
        ['姓名', '人员类别', '持证情况'],
        ...times(10, (n) => [`人${n}`, '专职社区工作者', n <= 3 ? '初级' : '无']),
        ['驻站社工', '机构派驻社工', '中级'],
      ],
    },
    expected: { verdict: 'unmet', numerator: 3, denominator: 10, gap: { amount: 1, unit: '人' } },
  },
  {
    id: 'G04',
    given: { 社工岗位: posts(['中心', '站'], 2) },
    expected: { verdict: 'unmet', numerator: 1, denominator: 2, gap: { amount: 1, unit: '个' } },
  },
  listed('P01', '街道（乡镇）社会工作服务中心'),
  listed('P02', '社区社会工作服务站'),
  { id: 'P03', given: { 社工岗位: posts(['中心', '中心', '站'], 3) }, expected: { verdict: 'met', numerator: 2 } },
  { id: 'P04', given: { 社工岗位: posts(['中心', '站'], 2) }, expected: { verdict: 'met', numerator: 1 } },
  {
    id: 'P05',
    given: { 社工岗位: posts(['中心', '中心', '站'], 2) },
    expected: { verdict: 'unmet', numerator: 2, denominator: 3, gap: { amount: 1, unit: '人' } },
  },
  listed('P06', '社区专项基金'),
  listed('P07', '枢纽型社区社会组织'),
  shownOnly('P08', '党组织引领的治理机制'),
  shownOnly('P09', '场地资源平台支持'),
  listed('S01', '政府购买社会工作服务制度'),
  listed('S02', '岗位与项目相结合购买'),
  listed('S03', '机构派驻运营'),
  listed('S04', '选定1家专业社工机构'),
  listed('B01', '重点人群需求调研'),
  listed('B02', '本社区落实方案'),
  {
    id: 'S05',
    given: {
      社工服务项目: [
        ['项目编号', '项目名称', '承接机构', '服务方法', '开始日期', '项目状态', '服务人次'],
        ['X1', '为老服务', '和谐社会工作服务中心', '小组', '2020-08-01', '实施中', 120],
        ['X2', '助残服务', '和谐社会工作服务中心', '个案', '2020-09-01', '实施中', 60],
        ['X3', '青少年服务', '和谐社会工作服务中心', '小组', null, '拟立项', 0],
      ],
    },
    expected: { verdict: 'unmet', numerator: 2, gap: { amount: 1, unit: '个' } },
  },
  {
    id: 'S06',
    given: {
      微公益创投: [
        ['活动名称', '日期', '征集数', '入围数', '立项数', '本社区项目数'],
        ['街道微公益创投', '2020-10-16', 18, 10, 6, 2],
      ],
    },
    expected: { verdict: 'met', numerator: 1 },
  },
  levels('S07', '志愿服务联合会', ['街道志愿服务联合会', '社区志愿服务联合会'], {
    verdict: 'met',
    numerator: 2,
    denominator: 2,
  }),
  {
    id: 'S08',
    given: { 志愿者情况: volunteers },
    expected: { verdict: 'unmet', numerator: 1596, denominator: 10000, gap: { amount: 4, unit: '人' } },
  },
  {
    id: 'S09',
    given: {
      志愿服务活动台账: [
        ['日期', '活动名称', '活动地点', '参与志愿者人数'],
        ...times(9, (n) => [`2020-10-0${n}`, '清洁家园', '广场', 12]),
        ['2020-10-09', '清洁家园', '广场', 12],
      ],
    },
    expected: { verdict: 'unmet', numerator: 9, gap: { amount: 1, unit: '个' } },
  },
  {
    id: 'S10',
    given: { 志愿者情况: volunteers },
    expected: { verdict: 'met', numerator: 200, denominator: 1596 },
  },
  {
    id: 'S11',
    given: {
      社工服务项目: [
        ['项目名称', '承接机构', '服务人群', '服务人次'],
        ['为老服务', '和谐社会工作服务中心', '特殊老人、残疾人', 120],
      ],
    },
    expected: { verdict: 'reference', numerator: 2, denominator: 7 },
  },
  shownOnly('S12', '志愿者招募培训考核'),
  {
    id: 'V01',
    given: { 基本情况: urban, 社会组织名录: roster(4, 0) },
    expected: { verdict: 'unmet', numerator: 4, gap: { amount: 1, unit: '家' } },
  },
  {
    id: 'V02',
    given: { 基本情况: urban, 社会组织名录: roster(0, 5) },
    expected: { verdict: 'met', numerator: 5 },
  },
  {
    id: 'V03',
    given: { 社会组织名录: roster(1, 1) },
    expected: { verdict: 'reference', numerator: 2, denominator: 3 },
  },
  {
    id: 'V04',
    given: {
      基本情况: urban,
      社会组织名录: roster(4, 5),
      平台与机制清单: [listHeadings, ['V04', '社区社会组织联合会', '否', null, null, null]],
    },
    expected: { verdict: 'not_applicable', numerator: null },
  },
  shownOnly('V05', '孵化培育与督导支持'),
  {
    id: 'X01',
    given: {
      特色创新: [
        ['主题', '名称', '简介'],
        ['楼栋自治', '楼长制', '一楼一长'],
      ],
    },
    expected: { verdict: 'reference', numerator: 1 },
  },
  listed('T01', '社区学院'),
  listed('T02', '社会组织孵化园'),
  {
    id: 'T03',
    given: {
      人才培养: [
        ['人才类别', '培训场次', '培训人次'],
        ['社会工作专业人才', 2, 40],
        ['基层党务人才', 0, 0],
      ],
    },
    expected: { verdict: 'reference', numerator: 1, denominator: 5 },
  },
  {
    id: 'T04',
    given: {
      人才培养: [
        ['人才类别', '培训场次', '培训人次', '机制文件'],
        ['社会工作专业人才', 2, 40, '培训、激励、保障'],
      ],
    },
    expected: { verdict: 'reference', numerator: 3, denominator: 4 },
  },
  listed('T05', '承接项目必备条件'),
  {
    id: 'T06',
    given: {
      社会组织名录: [
        [...rosterHeadings, '持证社工人数'],
        [...registered(1), 2],
        [...registered(2), 1],
      ],
    },
    expected: { verdict: 'reference', numerator: 3 },
  },
  {
    id: 'M01',
    given: {
      试点名册: [
        ['县区', '街道（乡镇）', '社区（村）', '承接机构', '市局确认文号'],
        ...times(9, (n) => [`第${n}县`, '一街道', '一社区', '一机构', `淮民〔2020〕${n}号`]),
      ],
    },
    expected: { verdict: 'unmet', numerator: 9, denominator: 10, gap: { amount: 1, unit: '个' } },
  },
  {
    id: 'M02',
    given: {
      方案: [
        ['方案确认日期', '2020-07-20'],
        ['方案报送日期', '2020-07-28'],
        ['市局批复日期', '2020-08-05'],
      ],
    },
    expected: { verdict: 'met', numerator: 1 },
  },
  {
    id: 'M03',
    given: {
      方案: [
        ['方案确认日期', '2020-07-20'],
        ['方案报送日期', '2020-08-03'],
        ['市局批复日期', '2020-08-05'],
      ],
    },
    expected: { verdict: 'unmet', numerator: 0, gap: { amount: 3, unit: '天' } },
  },
  {
    id: 'M04',
    given: {
      试点名册: [
        ['县区', '街道（乡镇）', '社区（村）', '承接机构', '市局确认文号'],
        ...times(10, (n) => [`第${n}县`, '一街道', '一社区', '一机构', `淮民〔2020〕${n}号`]),
      ],
    },
    expected: { verdict: 'met', numerator: 10, denominator: 10 },
  },
  {
    id: 'M06',
    given: {
      社工岗位: posts(['中心', '中心', '站'], 3),
      平台与机制清单: [
        listHeadings,
        ['P01', '街道（乡镇）社会工作服务中心', '是', '2020-07-20', '文件', '照片'],
        ['P02', '社区社会工作服务站', '是', '2020-08-10', '文件', '照片'],
        ['S03', '机构派驻运营', '是', '2020-07-25', '协议', '名单'],
      ],
    },
    expected: { verdict: 'unmet', numerator: 0, gap: { amount: 10, unit: '天' } },
  },
  {
    id: 'M07',
    given: {
      工作进度: [
        ['任务编号', '任务', '计划完成日', '启动日', '进度'],
        ['1', '建站', '2020-07-31', '2020-07-01', '100%'],
        ['2', '创投', '2021-03-31', null, null],
      ],
    },
    mode: 'midterm',
    expected: { verdict: 'unmet', numerator: 1, denominator: 2, gap: { amount: 1, unit: '项' } },
  },
  {
    id: 'M09',
    given: {
      问题整改台账: [
        ['问题编号', '来源', '问题描述', '整改措施', '状态'],
        ['1', '中期评估', '持证率偏低', '组织考试', '已销号'],
        ['2', '日常', '台账不全', '补齐', '整改中'],
      ],
    },
    expected: { verdict: 'met', numerator: 1, denominator: 1 },
  },
  levels('M10', '四项提升', ['政策创制、经验推广'], { verdict: 'reference', numerator: 2, denominator: 4 }),
  {
    id: 'Q01',
    given: {
      基本情况: urban,
      社会组织名录: roster(5, 4),
      社区工作者花名册: [
        ['姓名', '人员类别', '持证情况'],
        ['甲', '专职社区工作者', '初级'],
      ],
      社工岗位: posts(['中心', '中心', '站'], 3),
    },
    expected: { verdict: 'unmet', numerator: 0, gap: { amount: 1, unit: '项' } },
  },
  levels('O02', '试点单位相应机构', ['区民政局成立领导小组', '街道工作专班'], {
    verdict: 'unmet',
    numerator: 2,
    denominator: 3,
    gap: { amount: 1, unit: '个' },
  }),
  listed('O05', '县区政策文件'),
  {
    id: 'O06',
    given: {
      经费: [
        ['资金来源', '安排', '到位', '支出'],
        ['县区级', 12.5, 10, 9.5],
        ['街道', 3, 3, 3],
      ],
    },
    expected: { verdict: 'met', numerator: 12.5 },
  },
  listed('O07', '经费管理办法'),
  shownOnly('O08', '实务模式总结'),
];
