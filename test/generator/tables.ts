/**
 * The lists of a pilot workbook in the words of those who fill them in: written from the specification and from what
 * street offices write, not taken from the catalogue, so that the two can disagree.
 */
import type { Clean, Row, TableId } from './rows.ts';

export type Kind = 'text' | 'person' | 'count' | 'amount' | 'rate' | 'day' | 'flag' | 'code' | 'codes';

export interface Say {
  readonly key: string;
  readonly kind: Kind;
  /** As in the template. */
  readonly plain: string;
  readonly headings: readonly string[];
  /** Under the heading of its group. */
  readonly leaves?: readonly string[];
  readonly unit?: string;
  /** Words for a code, the first as in the template. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly value?: (row: Row) => Clean;
  /** People leave the column out; only where that loses nothing. */
  readonly spare?: (rows: readonly Row[]) => boolean;
  /** One value merged over the rows below. */
  readonly held?: true;
  /** Written into one cell with the figure of this other key, which then has no column: 35人（注册28人）. */
  readonly holds?: { readonly key: string; readonly word: string };
}

/** One of several ways to divide facts into columns; the template takes the first. */
export type Choice = readonly (readonly Say[])[];

export interface ListSay {
  readonly id: TableId;
  readonly titles: readonly string[];
  readonly units: string;
  readonly columns: readonly Choice[];
  readonly groups: readonly { readonly titles: readonly string[]; readonly keys: readonly string[] }[];
}

export const one = (say: Say): Choice => [[say]];
const always = () => true;
const allAre =
  (key: string, value: Clean) =>
  (rows: readonly Row[]): boolean =>
    rows.every((row) => row[key] === value);
const sameAll =
  (key: string) =>
  (rows: readonly Row[]): boolean =>
    rows.every((row) => row[key] === rows[0]?.[key]);

export const text = (key: string, plain: string, headings: readonly string[], more: Partial<Say> = {}): Say => ({
  key,
  kind: 'text',
  plain,
  headings: [plain, ...headings],
  ...more,
});
export const count = (key: string, plain: string, unit: string, headings: readonly string[], more: Partial<Say> = {}) =>
  text(key, plain, headings, { kind: 'count', unit, ...more });
export const amount = (key: string, plain: string, unit: string, headings: readonly string[]) =>
  text(key, plain, headings, { kind: 'amount', unit });
export const day = (key: string, plain: string, headings: readonly string[], more: Partial<Say> = {}) =>
  text(key, plain, headings, { kind: 'day', ...more });

const CERTIFICATES = {
  '0': ['无', '无', '否', '未取得', '/', '没有'],
  '1': ['助理社会工作师', '助理社会工作师', '初级', '初级社工', '助理社工师', '助理社会工作师（初级）', '社工（初级）'],
  '2': ['社会工作师', '社会工作师', '中级', '中级社工', '社会工作师（中级）', '中级社工师'],
  L: ['社会工作员', '安徽省社会工作员'],
  P: ['成绩合格未发证', '成绩合格，证书未发', '考试合格未发证'],
};
const YES = ['是', '√', '有', 'Y', '✓', '☑'];
const NO = ['否', '×', '无', 'N'];
export const flags = (yes: readonly string[], no: readonly string[]) => ({
  true: [...yes, ...YES],
  false: [...no, ...NO],
});
const certified = (row: Row) => !(row.cert as readonly string[]).includes('0');
const hasPlainCertificates = (rows: readonly Row[]) =>
  rows.every(({ cert }) => !(cert as readonly string[]).some((code) => code === 'L' || code === 'P'));

const W02: ListSay = {
  id: 'W02',
  titles: ['社区社会组织名录', '试点社区社会组织情况一览表', '社会组织登记备案台账', '社区社会组织统计表'],
  units: '家、人',
  columns: [
    one(text('name', '组织名称', ['社会组织名称', '名称', '队伍名称', '单位名称', '社区社会组织名称', '组织全称'])),
    one(
      text(
        'mgmt',
        '管理方式',
        ['登记/备案', '登记或备案', '登记备案情况', '登记（备案）', '登记备案类型', '是否登记备案'],
        {
          kind: 'code',
          leaves: ['登记/备案', '登记或备案', '方式'],
          words: {
            登记: ['登记', '已登记', '民政局登记', '依法登记', '注册', '区民政局登记'],
            备案: ['备案', '已备案', '街道备案', '社区备案', '备案管理'],
          },
        },
      ),
    ),
    one(
      text('form', '组织形式', ['组织性质', '社会组织种类', '性质'], {
        kind: 'code',
        words: {
          '51': ['社会团体', '社会团体', '社团'],
          '52': ['社会服务机构', '民办非企业单位', '民非', '社会服务机构'],
        },
      }),
    ),
    [
      [
        text('uscc', '统一社会信用代码', ['信用代码', '社会信用代码', '登记证号']),
        text('file_no', '备案号', ['备案编号', '备案证号', '备案文号']),
      ],
      [
        text(
          'code',
          '统一社会信用代码（备案号）',
          ['信用代码/备案号', '登记证号（备案号）', '信用代码或备案编号', '统一社会信用代码（备案编号）'],
          {
            leaves: ['统一社会信用代码（备案号）', '信用代码/备案号', '证号'],
            value: (row) => row.uscc ?? row.file_no ?? null,
          },
        ),
      ],
    ],
    [
      [
        day('reg_date', '登记日期', ['登记时间', '注册时间'], {
          value: (row) => (row.mgmt === '登记' ? row.date! : null),
        }),
        day('file_date', '备案日期', ['备案时间'], { value: (row) => (row.mgmt === '备案' ? row.date! : null) }),
      ],
      [
        day('date', '登记（备案）时间', ['成立时间', '登记/备案日期', '登记备案时间', '成立日期'], {
          leaves: ['时间', '日期', '登记（备案）时间'],
        }),
      ],
    ],
    one(
      text('category', '类别', ['服务类别', '组织类别', '业务类型', '组织分类', '活动类别', '服务领域'], {
        kind: 'codes',
        words: {
          生活服务: ['生活服务类', '便民服务', '生活服务'],
          公益慈善: ['公益慈善类', '公益慈善', '慈善'],
          养老服务: ['养老服务类', '养老服务', '为老服务', '居家养老'],
          志愿服务: ['志愿服务类', '志愿服务', '志愿者服务'],
          社区事务: ['社区事务类', '居民互助', '社区治理', '社区事务'],
          文体活动: ['文体活动类', '文体', '文化体育', '文体娱乐'],
        },
      }),
    ),
    one(
      text('hub', '是否枢纽型', ['枢纽型组织', '是否枢纽型组织'], {
        kind: 'flag',
        spare: allAre('hub', false),
        words: flags(['是'], ['否']),
      }),
    ),
    one(text('community', '所属社区', ['服务社区', '所在社区', '社区'], { spare: sameAll('community'), held: true })),
    one(
      text('status', '运行状态', ['状态', '运行情况', '是否正常运行'], {
        kind: 'code',
        spare: allAre('status', '正常'),
        words: {
          正常: ['正常', '运行正常', '正常'],
          注销: ['注销', '已注销'],
          停止活动: ['停止活动', '停止运行', '停办'],
        },
      }),
    ),
    one(count('members', '成员人数', '人', ['会员数', '队员人数', '成员数'], { leaves: ['成员数', '人数', '总人数'] })),
    one(count('party', '其中：党员', '人', ['党员人数'], { spare: always })),
    one(count('volunteers', '其中：志愿者', '人', ['志愿者人数'], { spare: always })),
    one(text('head', '负责人', ['负责人姓名', '法定代表人', '联系人'], { kind: 'person', spare: always })),
    one(text('phone', '联系电话', ['联系方式', '电话', '手机号码'], { spare: always })),
  ],
  groups: [
    {
      titles: ['登记备案情况', '登记（备案）情况', '登记备案'],
      keys: ['mgmt', 'uscc', 'file_no', 'code', 'reg_date', 'file_date', 'date'],
    },
    { titles: ['人员', '人员情况', '成员情况'], keys: ['members', 'party', 'volunteers'] },
    { titles: ['负责人情况', '联系方式'], keys: ['head', 'phone'] },
  ],
};

const W03: ListSay = {
  id: 'W03',
  titles: ['社区工作者花名册', '社区工作人员花名册', '社区工作者基本情况表', '社区“两委”及专职工作人员名册'],
  units: '人',
  columns: [
    one(text('pid', '人员编号', ['编号', '工号'], { spare: always })),
    one(text('name', '姓名', ['姓名', '人员姓名'], { kind: 'person' })),
    one(text('sex', '性别', [], { spare: always })),
    one(day('birth', '出生年月', ['出生日期'], { spare: always })),
    one(text('id', '身份证号', ['身份证号码', '公民身份号码'], { spare: always })),
    [
      [
        text('wtype', '人员类别', ['身份', '岗位类别', '人员性质', '人员身份'], {
          kind: 'code',
          words: {
            A1: ['社区党组织成员', '党组织成员'],
            A2: ['居（村）委会成员', '居委会成员', '居委会委员'],
            A3: ['专职社区工作者', '专职工作者', '社区专职工作者'],
            A4: ['专职网格员', '网格员'],
            B1: ['公益性岗位', '公益岗'],
            B2: ['机构派驻社工', '派驻社工', '驻站社工（机构）'],
          },
        }),
        text('post', '职务', ['岗位', '现任职务'], { spare: always }),
      ],
      [text('post', '职务', ['现任职务', '职务（岗位）', '岗位（职务）'])],
    ],
    one(
      text('on_duty', '是否在岗', ['在岗情况', '在岗状态'], {
        kind: 'flag',
        spare: allAre('on_duty', true),
        words: flags(['在岗', '是'], ['离岗', '否']),
      }),
    ),
    one(day('leave', '离职（离岗）日期', ['离岗日期', '离职时间', '离岗时间'], { spare: allAre('leave', null) })),
    [
      [
        text(
          'cert',
          '社会工作者职业水平证书',
          ['证书级别', '持证情况', '证书等级', '社工证', '持证等级', '社工证书级别'],
          {
            kind: 'codes',
            leaves: ['证书级别', '等级', '级别'],
            words: CERTIFICATES,
          },
        ),
      ],
      [
        text('certified', '是否持证', ['有无证书', '是否持有社工证'], {
          kind: 'flag',
          value: certified,
          words: flags(['是', '有'], ['否', '无']),
        }),
        text('cert', '证书级别', ['证书等级', '社工证级别', '证书名称'], {
          kind: 'codes',
          leaves: ['证书级别', '等级'],
          words: CERTIFICATES,
        }),
      ],
      [
        text('certified', '是否持证', ['是否持证', '是否取得证书'], {
          kind: 'flag',
          value: certified,
          words: flags(['是', '有'], ['否', '无']),
          spare: (rows) => !hasPlainCertificates(rows),
        }),
        text('cert', '证书级别', ['证书等级'], { kind: 'codes', words: CERTIFICATES, spare: hasPlainCertificates }),
      ],
    ],
    one(text('cert_no', '证书管理号', ['证书编号', '管理号'], { leaves: ['证书编号', '编号'], spare: always })),
    one(
      day('cert_date', '取得时间', ['取证时间', '发证日期', '证书取得时间', '批准日期'], {
        leaves: ['取得时间', '时间'],
        spare: always,
      }),
    ),
    one(text('phone', '联系方式', ['联系电话', '电话', '手机号'], { spare: always })),
  ],
  groups: [
    { titles: ['社会工作者职业水平证书', '持证情况', '社工证书'], keys: ['certified', 'cert', 'cert_no', 'cert_date'] },
    { titles: ['在岗情况', '任职情况'], keys: ['on_duty', 'leave'] },
  ],
};

const W04: ListSay = {
  id: 'W04',
  titles: ['社会工作专业岗位设置及人员配备情况表', '专业社工岗位台账', '社工岗位与人员一览表'],
  units: '个、人',
  columns: [
    one(
      text('layer', '机构层级', ['层级', '中心/站', '所属层级'], {
        kind: 'code',
        held: true,
        words: { 中心: ['中心', '街道中心', '社会工作服务中心'], 站: ['站', '社区站', '社会工作服务站'] },
      }),
    ),
    one(text('org', '机构名称', ['中心（站）名称', '所属中心（站）', '所在机构'], { held: true })),
    one(text('post_no', '岗位编号', ['岗位号', '岗位代码'])),
    one(text('post_name', '岗位名称', ['岗位'], { spare: always })),
    one(text('setup_doc', '设岗依据文号', ['设岗依据', '设岗文件'], { spare: always })),
    one(day('setup', '设岗日期', ['设岗时间', '岗位设置时间', '设置日期'])),
    [
      [
        text('pid', '在岗人员编号', ['人员编号']),
        text('person', '在岗人员姓名', ['在岗人员', '姓名', '在岗社工'], { kind: 'person', spare: always }),
      ],
      [text('person', '在岗人员姓名', ['在岗人员', '姓名', '在岗社工姓名'], { kind: 'person' })],
    ],
    one(
      text('fulltime', '专职/兼职', ['专兼职', '专职或兼职', '是否专职'], {
        kind: 'code',
        words: { true: ['专职', '专职', '全职'], false: ['兼职', '兼职', '兼任'] },
      }),
    ),
    one(day('arrive', '到岗日', ['到岗日期', '到岗时间', '上岗时间'], { spare: always })),
    one(day('leave', '离岗日', ['离岗日期', '离岗时间'], { spare: allAre('leave', null) })),
    one(
      text('employer', '用人单位', ['派出单位', '聘用单位'], {
        kind: 'code',
        spare: always,
        words: { 机构: ['机构', '社工机构', '承接机构'] },
      }),
    ),
    one(text('cert', '持证等级', ['证书等级', '持证情况'], { kind: 'codes', spare: always, words: CERTIFICATES })),
  ],
  groups: [
    { titles: ['岗位设置', '岗位情况'], keys: ['post_no', 'post_name', 'setup_doc', 'setup'] },
    {
      titles: ['在岗人员情况', '人员配备', '配备人员'],
      keys: ['pid', 'person', 'fulltime', 'arrive', 'leave', 'employer', 'cert'],
    },
  ],
};

const W05: ListSay = {
  id: 'W05',
  titles: ['社会工作专业服务项目台账', '社工服务项目一览表', '社工服务项目清单'],
  units: '万元、人、人次',
  columns: [
    one(text('no', '项目编号', ['编号', '项目号'])),
    one(text('name', '项目名称', ['服务项目名称', '社工服务项目'])),
    one(text('agency', '承接机构', ['实施机构', '承接单位', '承接机构名称'], { held: true })),
    one(text('agency_code', '统一社会信用代码', ['信用代码', '承接机构信用代码'], { spare: always, held: true })),
    one(text('community', '实施社区', ['服务社区', '实施社区（可多个）', '实施地点'])),
    one(
      text('groups', '服务人群', ['服务对象', '服务群体', '服务对象类别'], {
        kind: 'codes',
        words: {
          特殊老人: ['特殊老人', '空巢老人', '独居老人'],
          特扶家庭: ['特扶家庭', '计生特扶家庭'],
          社会救助群体: ['社会救助群体', '低保户', '困难群众'],
          城市流动人口: ['城市流动人口', '流动人口', '外来务工人员'],
          困境儿童: ['困境儿童', '留守儿童'],
          社区矫正对象: ['社区矫正对象', '矫正人员'],
          残疾人: ['残疾人', '残障人士'],
        },
      }),
    ),
    one(
      text('methods', '服务方法', ['工作方法', '专业方法', '服务方式'], {
        kind: 'codes',
        spare: always,
        words: { 个案: ['个案', '个案工作'], 小组: ['小组', '小组工作'], 社区: ['社区', '社区工作'] },
      }),
    ),
    one(
      day('start', '开始日期', ['开始时间', '启动时间', '起始日期', '启动日期'], {
        leaves: ['开始', '起', '开始时间'],
      }),
    ),
    one(day('end', '结束日期', ['结束时间', '截止时间'], { leaves: ['结束', '止', '结束时间'] })),
    one(
      text('amount', '金额', ['项目金额', '项目经费', '项目资金', '合同金额'], {
        kind: 'amount',
        unit: '万元',
        spare: always,
      }),
    ),
    one(
      text('status', '项目状态', ['状态', '进展情况', '实施情况'], {
        kind: 'code',
        words: {
          拟立项: ['拟立项', '筹备中', '待立项'],
          实施中: ['实施中', '进行中', '正在实施'],
          已结项: ['已结项', '已完成', '结项'],
        },
      }),
    ),
    one(count('people', '服务人数', '人', ['受益人数', '服务对象人数'])),
    one(count('times', '服务人次', '人次', ['累计服务人次', '服务人次数'])),
    one(text('evidence', '佐证', ['佐证材料', '证明材料', '佐证编号'])),
  ],
  groups: [
    { titles: ['实施时间', '起止时间', '项目周期'], keys: ['start', 'end'] },
    { titles: ['服务成效', '服务情况'], keys: ['people', 'times'] },
  ],
};

const W06: ListSay = {
  id: 'W06',
  titles: ['社区志愿者注册及参与情况表', '志愿者情况统计表', '注册志愿者统计表'],
  units: '人、人次、小时',
  columns: [
    one(text('community', '社区', ['社区名称', '社区（村）', '社区（村）名称'])),
    one(count('pop_resident', '常住人口', '人', ['常住人口数', '常住人口总数'])),
    one(
      count('registered', '注册志愿者数', '人', ['注册志愿者人数', '注册人数', '志愿者注册数'], {
        leaves: ['注册数', '注册人数'],
      }),
    ),
    one(
      count('verified', '其中：实名认证数', '人', ['实名认证数', '实名认证人数', '其中：实名注册数'], {
        leaves: ['其中：实名认证', '实名认证数'],
      }),
    ),
    one(
      count(
        'participants',
        '参与过活动的注册志愿者人数',
        '人',
        ['参与活动人数', '参与人数', '参加活动人数', '参加过活动的注册志愿者人数'],
        {
          leaves: ['参与人数', '参与活动人数'],
        },
      ),
    ),
    one(count('participations', '参与人次', '人次', ['参加人次', '志愿服务人次'], { leaves: ['参与人次'] })),
    one(text('hours', '服务时长', ['志愿服务时长', '服务总时长'], { kind: 'amount', unit: '小时', spare: always })),
    one(text('source', '数据来源', ['来源系统', '数据来源（系统名）'], { spare: always })),
    one(day('exported', '导出日期', ['导出时间', '数据日期'], { spare: always })),
  ],
  groups: [{ titles: ['注册志愿者', '志愿者'], keys: ['registered', 'verified', 'participants', 'participations'] }],
};

const W07: ListSay = {
  id: 'W07',
  titles: ['志愿服务活动台账', '社区志愿服务活动登记表', '志愿活动开展情况统计表'],
  units: '人、人次、小时',
  columns: [
    one(day('date', '日期', ['活动日期', '活动时间', '开展时间', '时间'])),
    one(text('name', '活动名称', ['活动主题', '活动内容', '志愿服务活动名称'])),
    one(text('place', '活动地点', ['地点', '开展地点'])),
    one(text('host', '主办', ['主办单位', '组织单位', '主办方'], { spare: always })),
    [
      [
        count('people', '参与志愿者人数', '人', ['参加人数', '参与人数', '志愿者人数', '参加志愿者人数'], {
          leaves: ['人数', '总数', '参加人数'],
        }),
        count('registered', '其中：注册', '人', ['其中：注册志愿者', '其中注册人数', '注册志愿者人数'], {
          leaves: ['其中：注册', '注册志愿者'],
        }),
      ],
      [
        count('people', '参加人数', '人', ['参与志愿者人数', '参与人数'], {
          holds: { key: 'registered', word: '注册' },
        }),
      ],
    ],
    one(count('times', '服务人次', '人次', ['受益人次', '服务对象人次'], { spare: always })),
    one(text('hours', '时长', ['服务时长', '活动时长'], { kind: 'amount', unit: '小时', spare: always })),
    one(
      text('target', '服务对象', ['受益对象'], { kind: 'codes', spare: always, words: { 其他: ['居民', '社区居民'] } }),
    ),
    one(text('evidence', '佐证号', ['佐证', '佐证材料', '照片编号'], { spare: always })),
  ],
  groups: [{ titles: ['参与志愿者', '志愿者'], keys: ['people', 'registered'] }],
};

const W08: ListSay = {
  id: 'W08',
  titles: ['微公益创投活动情况表', '微公益创投开展情况', '公益创投活动台账'],
  units: '个、万元',
  columns: [
    one(text('session', '届次', ['期次'])),
    one(text('name', '活动名称', ['创投活动名称', '名称', '创投名称'])),
    one(day('date', '日期', ['举办时间', '举办日期', '活动时间'])),
    one(
      text('layer', '主办层级', ['层级', '主办单位层级'], {
        kind: 'code',
        words: { 街道: ['街道', '街道级', '街道（乡镇）'], 县区: ['县区', '区级', '县级'] },
      }),
    ),
    one(count('collected', '征集数', '个', ['征集项目数', '申报数'], { leaves: ['征集', '征集数'] })),
    one(count('shortlisted', '入围数', '个', ['入围项目数'], { leaves: ['入围', '入围数'] })),
    one(count('approved', '立项数', '个', ['立项项目数'], { leaves: ['立项', '立项数'] })),
    one(
      count('own', '本社区项目数', '个', ['其中：本社区项目数', '本社区参评项目数', '其中本社区项目数'], {
        leaves: ['其中：本社区项目数', '本社区项目数'],
      }),
    ),
    one(text('grant', '资助额', ['资助金额'], { kind: 'amount', unit: '万元', spare: always })),
  ],
  groups: [{ titles: ['项目情况', '项目数'], keys: ['collected', 'shortlisted', 'approved', 'own'] }],
};

const W13: ListSay = {
  id: 'W13',
  titles: ['试点工作指标完成情况汇总表', '三社联动试点指标自评表', '指标完成情况表'],
  units: '个、人、%',
  columns: [
    one(
      text('item', '指标', ['指标名称', '评估指标', '指标项'], {
        kind: 'code',
        words: {
          org_total: ['社区社会组织总数', '社会组织总数'],
          org_registered: ['其中：登记', '其中：登记数', '登记数'],
          org_filed: ['其中：备案', '其中：备案数', '备案数'],
          workers: ['社区工作者总数', '社区工作者人数'],
          certified: ['其中：持证', '其中：持证人数', '持证人数'],
          certified_rate: ['持证率', '持证比例'],
          posts_centre: ['社会工作服务中心岗位数', '中心岗位数'],
          posts_station: ['社会工作服务站岗位数', '站岗位数'],
          projects: ['社会工作服务项目数', '服务项目数'],
          ventures: ['微公益创投次数', '创投活动次数'],
          pop_resident: ['常住人口'],
          volunteers: ['注册志愿者数', '注册志愿者人数'],
          activities: ['志愿服务活动数', '志愿活动数'],
        },
      }),
    ),
    one(text('target', '目标', ['目标值', '目标数', '任务数'], { leaves: ['目标', '目标数'], spare: always })),
    one(text('reported', '自报值', ['完成数', '实际完成', '完成值', '自评值'], { leaves: ['完成数', '实际完成'] })),
    one(text('remark', '说明', ['备注', '情况说明'], { value: () => null })),
  ],
  groups: [{ titles: ['完成情况', '指标值'], keys: ['target', 'reported'] }],
};

export const LISTS: readonly ListSay[] = [W02, W03, W04, W05, W06, W07, W08, W13];
