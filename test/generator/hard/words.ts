/** What people write into cells that decide: usual words that say it plainly, and words that leave it open. */
import type { Cell } from '../../../shared/model.ts';
import type { Clean, TableId } from '../rows.ts';
import type { Doubt, HardRow } from './world.ts';

export interface Wording {
  readonly table: TableId;
  readonly key: string;
  /** Other columns it is written into where this one is absent. */
  readonly also?: string;
  /** Which lines it may stand in. */
  readonly of: (row: HardRow) => boolean;
  readonly words: readonly Cell[];
  /** What the line then says for certain. */
  readonly clean?: Readonly<Record<string, Clean>>;
  readonly doubt?: Doubt;
}

const isA3 = ({ clean }: HardRow) => clean.wtype === 'A3';
const isStaff = ({ clean }: HardRow) => String(clean.wtype).startsWith('A') && clean.on_duty === true;
const hasNone = ({ clean }: HardRow) => isCodes(clean.cert, '0');
const has =
  (code: string) =>
  ({ clean }: HardRow) =>
    isCodes(clean.cert, code);
const isCodes = (cert: Clean | undefined, code: string) => String(cert) === code;
const is =
  (key: string, value: Clean) =>
  ({ clean }: HardRow) =>
    clean[key] === value;
const isFilled = ({ clean }: HardRow) => clean.person !== null;

/** Left over beside what is known, or unknown: the line may count or not. */
export const LEFT_OVER: readonly Wording[] = [
  {
    table: 'W03',
    key: 'cert',
    of: (row) => isStaff(row) && hasNone(row),
    words: [
      '中级会计师',
      '初级待考',
      '高级工',
      '中级职称',
      '高级育婴师',
      '初级经济师',
      '中级教师',
      '心理咨询师',
      '会计证',
      '证书遗失',
    ],
    doubt: 'either',
  },
  {
    table: 'W03',
    key: 'cert',
    of: (row) => isStaff(row) && hasNone(row),
    words: [
      '助理社会工作师（在读）',
      '中级（待查）',
      '初级成绩待公布',
      '社会工作师报考中',
      '初级护士',
      '社工师申领中',
      '中级工程师',
    ],
    doubt: 'either',
  },
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: isA3,
    words: [
      '居委会聘用人员',
      '主任助理',
      '书记助理',
      '会计',
      '报账员',
      '退休返聘',
      '劳务派遣',
      '见习',
      '兼职网格员',
      '妇联主席',
      '居务监督委员会主任',
    ],
    doubt: 'either',
  },
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: isA3,
    words: [
      '临聘专干',
      '网格员（试岗）',
      '社区顾问',
      '居委会帮工',
      '委员候选人',
      '原居委会委员',
      '网格信息志愿者',
      '副主任（拟任）',
    ],
    doubt: 'either',
  },
  {
    table: 'W03',
    key: 'on_duty',
    of: isStaff,
    words: ['借调', '长期病假', '待岗', '在岗（拟调离）', '产假', '停薪留职'],
    doubt: 'either',
  },
  {
    table: 'W02',
    key: 'mgmt',
    of: (row) => is('status', '正常')(row),
    words: ['正在登记', '拟登记', '挂靠', '登记（待批）', '备案（已过期）', '拟备案', '申请备案中', '登记未通过'],
    doubt: 'either',
  },
  {
    table: 'W02',
    key: 'status',
    of: is('status', '正常'),
    words: [
      '正常（拟注销）',
      '基本停滞',
      '不活跃',
      '2019年停办2020年恢复',
      '半停顿',
      '正常但未年检',
      '名存实亡',
      '待整顿',
    ],
    doubt: 'either',
  },
  {
    table: 'W04',
    key: 'person',
    of: isFilled,
    words: ['社区兼任', '机构轮岗', '2人', '由督导代', '机构统筹安排', '轮值'],
    doubt: 'either',
  },
  {
    table: 'W04',
    key: 'fulltime',
    of: ({ clean }) => clean.fulltime === true,
    words: ['专职（兼书记）', '专职（拟聘）', '专职待定', '专兼结合', '半专职', '名义专职'],
    doubt: 'either',
  },
  {
    table: 'W05',
    key: 'status',
    of: ({ clean }) => clean.status !== '拟立项',
    words: ['暂停', '实施中（已暂停）', '停滞', '未按期结项', '实施受阻'],
    doubt: 'either',
  },
  {
    table: 'W09',
    key: 'done',
    of: is('done', true),
    words: [
      '是，但未挂牌',
      '已完成，待验收',
      '街道统一设立',
      '见街道',
      '是（拟撤并）',
      '已建成，尚未启用',
      '有（缺章程）',
      '是（由街道代管）',
    ],
    doubt: 'either',
  },
  {
    table: 'W09',
    key: 'done',
    of: is('done', false),
    words: ['是，但未挂牌', '有，未批复', '街道统一设立', '已完成，待验收'],
    doubt: 'either',
  },
  {
    table: 'W14',
    key: 'status',
    of: ({ clean }) => clean.status !== '已销号',
    words: ['基本销号', '部分销号', '申请销号', '拟销号', '已销号2项，剩1项'],
    doubt: 'either',
  },
];

/** Said outright, whatever else stands beside it: the line is out, or says no. */
export const OUTSIDE: readonly Wording[] = [
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: isA3,
    words: [
      '网格员（公益性岗位）',
      '第一书记（选派）',
      '副书记（挂职）',
      '两委后备干部',
      '业委会主任',
      '街道包保干部',
      '物业网格员',
      '社区工作者（机构派驻）',
      '大学生村官',
      '公益岗',
      '保洁',
      '保安',
      '门卫',
      '驻站社工（机构）',
    ],
    clean: { wtype: 'B1' },
  },
  {
    table: 'W03',
    key: 'cert',
    of: (row) => isStaff(row) && hasNone(row),
    words: ['在考', '已报名', '通过一门', '省级社会工作员', '无', '否', '/', '未取得'],
    clean: { cert: ['0'] },
  },
  {
    table: 'W09',
    key: 'done',
    of: is('done', false),
    words: ['筹建中', '正在办理', '拟建', '未建', '否'],
    clean: { done: false },
  },
  {
    table: 'W14',
    key: 'status',
    of: ({ clean }) => clean.status !== '已销号',
    words: ['已完成待验收', '持续推进', '整改中', '已补齐1人'],
    clean: { status: '整改中' },
  },
  {
    table: 'W02',
    key: 'status',
    of: is('status', '正常'),
    words: ['注销', '撤销', '已解散', '停止活动', '2019年8月注销'],
    clean: { status: '注销' },
  },
  {
    table: 'W05',
    key: 'status',
    of: ({ clean }) => clean.status === '拟立项',
    words: ['未启动', '拟立项'],
    clean: { status: '拟立项' },
  },
];

/** Usual writings that say it plainly. */
export const USUAL: readonly Wording[] = [
  {
    table: 'W03',
    key: 'cert',
    of: has('1'),
    words: ['全国助理社会工作师', '初级社工', '社工初级', '助理社会工作师（2018年）', '初级', '国家助理社会工作师证书'],
  },
  {
    table: 'W03',
    key: 'cert',
    of: has('2'),
    words: [
      '社会工作师（2019年）',
      '中级社工',
      '社会工作师、心理咨询师',
      '社会工作师职业资格证书',
      '已取得社会工作师',
      '中级',
    ],
  },
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: is('wtype', 'A1'),
    words: ['社区党委书记、主任（一肩挑）', '党总支副书记', '社区党组织成员'],
  },
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: is('wtype', 'A2'),
    words: ['居委会委员、调解主任', '居委会副主任', '副主任'],
  },
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: isA3,
    words: ['民政专干', '党建专干', '综治专干', '社保专员', '残联专干', '社区干事'],
  },
  {
    table: 'W03',
    key: 'wtype',
    also: 'post',
    of: is('wtype', 'A4'),
    words: ['网格员（第三网格）', '专职网格员', '第二网格网格员'],
  },
  { table: 'W03', key: 'on_duty', of: isStaff, words: ['在岗', '在职', '是', '√'] },
  { table: 'W03', key: 'leave', of: isStaff, words: ['无', '至今', '未离岗', '—', '在岗', '在职'] },
  {
    table: 'W02',
    key: 'mgmt',
    of: is('mgmt', '登记'),
    words: ['已登记', '民政局登记', '区级登记', '注册', '备案转登记'],
  },
  { table: 'W02', key: 'mgmt', of: is('mgmt', '备案'), words: ['街道备案', '备案（街道）', '社区备案', '已备案'] },
  {
    table: 'W02',
    key: 'status',
    of: is('status', '正常'),
    words: ['运行良好', '活跃', '正常（2019年换届）', '年检合格', '正常运行'],
  },
  { table: 'W04', key: 'fulltime', of: is('fulltime', true), words: ['专职', '全职', '专'] },
  { table: 'W04', key: 'person', of: isFilled, words: ['王某', '李××', '张○○', '阿依古丽·买买提', '赵小红'] },
  {
    table: 'W05',
    key: 'status',
    of: ({ clean }) => clean.status !== '拟立项',
    words: ['已启动', '正常开展', '进行中（第二期）', '已过半', '结项并验收', '按计划实施', '已完成80%'],
  },
  {
    table: 'W09',
    key: 'done',
    of: is('done', true),
    words: ['已建成', '已成立', '已建成，面积120㎡', '是（与党群服务中心合用）', '☑', '有'],
  },
  { table: 'W14', key: 'status', of: is('status', '已销号'), words: ['已销号', '已整改到位', '已完成'] },
];

/** Nobody, in the words of everybody. */
export const VACANT = ['空缺', '待招聘', '招聘中', '未到岗', '暂缺', '虚位', '无人', '缺编', '待聘', '无', '暂无'];
/** Nobody, or somebody who is not named: not filled for certain. */
export const NOBODY_SURE = [
  '岗位空缺',
  '待补充',
  '拟招聘',
  '尚未到岗',
  '空岗',
  '缺员',
  '正在招录',
  '（空）',
  '人员待定',
  '已离职待补',
  '面试中',
  '公示期',
];
