/** Headings as offices word them: some nobody foresaw. */
import type { TableId } from '../rows.ts';
import type { HardRow, World } from './world.ts';

const HEADINGS: Partial<Record<TableId, Readonly<Record<string, readonly string[]>>>> = {
  W02: {
    name: ['社区社会组织全称', '备案组织名称', '团体名称', '组织（团队）名称', '团队（组织）名称'],
    mgmt: ['登记/备案情况', '登记（备案）类型', '登记备案状态', '管理类别', '登记或备案方式'],
    uscc: ['登记证书', '登记证号', '统一信用代码证号'],
    file_no: ['备案证', '备案序号', '备案证号', '备案登记号'],
    reg_date: ['登记年月', '登记注册时间', '批准成立时间'],
    file_date: ['备案成立时间', '备案年月'],
    date: ['成立日期', '成立（备案）时间', '登记备案年月'],
    community: ['活动区域', '所在村（社区）', '注册社区', '所属村居', '主要活动区域'],
    status: ['组织状态', '活动情况', '运转情况', '运作状态', '组织现状', '目前状态'],
    members: ['成员/职工数量', '成员数量', '队员数量', '人员规模', '骨干人数'],
    head: ['法定代表人', '组织联系人', '主要负责人', '发起人'],
    category: ['业务范围', '组织类别', '业务类别'],
  },
  W03: {
    name: ['姓名（全称）', '职工姓名'],
    wtype: ['身份类别', '职务类别', '队伍类别', '聘用性质', '人员分类'],
    post: ['工作岗位（职务）', '岗位名称', '社区职务', '分工'],
    on_duty: ['是否在职在岗', '人员状态', '在职状态', '在职情况'],
    leave: ['离职年月', '离岗年月', '离开岗位时间'],
    cert: [
      '社会工作者职业水平证书情况',
      '社工资格等级',
      '社工等级',
      '社工证种类',
      '国家社工证',
      '持证类别',
      '获证情况',
      '持有证书',
    ],
    certified: ['是否社工师', '持证与否', '是否取得社工证', '是否取得社会工作者职业水平证书', '有无社工证'],
    cert_date: ['取证年份', '发证年月', '考取时间', '证书日期', '取得社工证时间', '获证年月'],
    cert_no: ['社工证编号', '资格证书号', '证书管理编号'],
    phone: ['手机号码（联系方式）', '联系电话（手机）'],
  },
  W04: {
    org: ['社工站名称', '站点名称', '服务站点', '驻站地点', '工作站点', '设岗单位'],
    layer: ['站点类型', '机构类型', '岗位层级', '中心或站', '级别'],
    setup: ['设岗时间（文件日期）', '批准设岗时间', '岗位设立时间', '设岗年月'],
    person: ['驻站社工', '驻点社工', '社工姓名', '配备人员', '上岗人员'],
    fulltime: ['专职（是/否）', '人员性质', '全职/兼职', '工作性质'],
    arrive: ['入职时间', '进驻时间', '上岗日'],
    employer: ['派出机构', '所属机构', '签约单位'],
  },
  W05: {
    name: ['社工服务项目名称', '专业服务项目'],
    no: ['合同编号', '项目序号'],
    agency: ['执行机构', '实施单位', '承办机构', '运营机构', '中标单位'],
    community: ['服务区域', '项目地点', '落地社区', '覆盖社区'],
    start: ['立项时间', '执行时间', '开工时间'],
    end: ['结项时间', '截止日期', '到期时间'],
    status: ['执行情况', '当前状态', '目前状态'],
    people: ['服务对象数', '覆盖人数', '直接受益人数'],
    times: ['惠及人次', '累计服务（人次）', '服务量（人次）', '覆盖人次'],
    evidence: ['服务方案', '实施方案', '材料清单'],
  },
  W06: {
    registered: ['注册志愿者总数', '在册志愿者', '志愿者人数', '实名注册志愿者数', '志愿者注册总人数'],
    verified: ['实名人数', '实名登记人数', '已实名'],
    participants: ['参与志愿服务人数', '参加过活动人数', '参加志愿服务的注册志愿者'],
    participations: ['参与志愿服务人次', '服务总人次', '活动参与人次'],
    hours: ['累计服务时长', '志愿服务总时长（小时）', '服务时数'],
    pop_resident: ['辖区常住人口', '常住人口总数（人）', '常住总人口'],
    community: ['单位名称', '村（社区）', '社区/村'],
  },
  W07: {
    name: ['志愿服务项目', '志愿服务内容', '活动内容及主题', '服务内容'],
    place: ['服务区域', '活动场所', '服务地点'],
    people: ['参加活动人数', '出动志愿者人数', '志愿者人数（人）', '参与志愿服务人数', '服务人数', '参与志愿者（人）'],
    times: ['受益群众（人次）', '惠及群众人次', '服务居民数', '收益人数'],
    date: ['服务日期', '开展活动时间', '举办时间', '年月日', '时间（年/月/日）'],
    host: ['牵头单位', '活动组织者', '承办单位', '发起单位'],
    registered: ['注册志愿者参与人数', '其中注册人员'],
  },
  W08: {
    name: ['大赛（活动）名称', '创投活动', '活动主题'],
    date: ['评审时间', '启动时间', '路演时间'],
    collected: ['征集项目数量', '报名项目数', '申报个数'],
    approved: ['获资助项目数', '签约项目数', '立项个数'],
    own: ['本社区参评项目', '本社区申报项目数', '我社区项目数'],
  },
  W09: {
    item: ['项目名称', '工作内容', '重点任务', '建设项目', '任务清单'],
    done: ['是否建设完成', '落实情况', '建立情况', '完成与否', '是否设立', '成立情况', '有/无'],
    done_date: ['建成日期', '出台时间', '发文时间'],
    document: ['文件名称及文号', '制度名称', '相关文件'],
    evidence: ['佐证资料', '附件材料', '备查材料'],
  },
  W12: {
    task: ['具体内容', '工作内容', '具体任务'],
    start: ['实际启动时间', '启动时间（年月）', '动工时间'],
    finish: ['落实时间', '完成日期（年月日）', '办结时间'],
    planned: ['时间节点', '完成期限', '时限要求', '完成时限要求', '推进时间'],
    owner: ['落实单位', '责任科室'],
  },
  W14: {
    status: ['问题状态', '整改进展', '整改完成情况', '销号状态'],
    issue: ['问题标题', '反馈问题', '主要问题', '存在的主要问题'],
    measure: ['整改内容', '整改方案', '具体措施'],
    deadline: ['截止日期', '完成期限', '整改完成时限'],
    closed: ['办结日期', '实际完成时间'],
    owner: ['整改责任单位', '责任主体'],
    person: ['整改责任人', '责任领导', '具体责任人'],
  },
};

/** Headings that mean no field and hold what may be taken for one. */
const STRANGE: readonly (readonly [TableId, string, readonly (string | number)[]])[] = [
  ['W02', '专职工作人员数量', [1, 2, 3]],
  ['W02', '业务主管单位', ['区民政局', '街道办事处']],
  ['W02', '党建状态', ['已建', '未建']],
  ['W02', '注册资金', [3, 5, '3万元']],
  ['W03', '界次', ['第七届', '第八届']],
  ['W03', '是否大学生村官', ['否']],
  ['W03', '是否全日制', ['是', '否']],
  ['W03', '月补贴收入', [2600, 3100]],
  ['W03', '岗位等级', ['一级', '二级', '初级', '中级']],
  ['W07', '志愿者注册总数', [1200, 1300]],
  ['W07', '统计日期', ['2021.5.20']],
  ['W07', '活动开展频率', ['每月一次']],
  ['W05', '资金来源', ['财政', '福彩公益金']],
  ['W06', '2019年注册志愿者数', [300, 420]],
  ['W06', '人均时长', [3.5, 4]],
  ['W14', '问题等级', ['一般', '较大']],
  ['W14', '更新时间', ['2021.5.1']],
  ['W12', '分管领导', ['主任']],
];

export function headings(world: World): void {
  const { roll, later } = world;
  later.push(() => {
    for (const draft of world.drafts.filter(({ bare }) => !bare)) {
      const words = HEADINGS[draft.list.id];
      const taken = new Set<string>();
      draft.columns = draft.columns.map((column) => {
        const from = words?.[column.key];
        const isSplit = draft.columns.some((other) => other !== column && other.key === column.key);
        if (!from || isSplit || column.path.length > 1 || !roll.chance(30)) return column;
        const word = roll.pick(from);
        if (taken.has(word)) return column;
        taken.add(word);
        const asksYesOrNo = word.includes('是/否');
        return { ...column, path: [word], ...(asksYesOrNo ? { write: yesOrNo(column.key) } : {}) };
      });
      const strange = STRANGE.filter(([table]) => table === draft.list.id);
      if (strange.length === 0 || !roll.chance(40)) continue;
      const [, heading, values] = roll.pick(strange);
      draft.columns.splice(roll.int(draft.columns.length + 1), 0, {
        key: 'strange',
        path: [heading],
        say: null,
        write: () => roll.pick(values),
      });
    }
    for (const draft of world.drafts) if (draft.bare) draft.columns = draft.bare.columns;
  });
}

const yesOrNo =
  (key: string) =>
  ({ clean }: HardRow) =>
    clean[key] === null ? null : clean[key] ? '是' : '否';
