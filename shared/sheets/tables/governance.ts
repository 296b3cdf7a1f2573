import { FUNDSOURCE, FUNDUSE, ITEM, MECHANISM, PROGRESS, RECTIFY, SELF, SUBMIT, TALENT, URBAN, XT } from '../codes.ts';
import { table } from '../symbols.ts';
import { EVIDENCE } from './common.ts';

// W09 to W15: mechanisms, talent, funds, plan and progress, self-report, rectification, innovation; W00, the register of units.

export const W09 = table({
  id: 'W09',
  role: 'checklist',
  name: '平台与机制清单',
  shape: 'list',
  titles: ['平台与机制', '有无表', '机制清单', '事项清单', '工作清单'],
  subjects: ['事项'],
  key: ['item', 'item_code'],
  needs: [['item', 'item_code'], ['done']],
  citation: '成立文件、制度文件和佐证材料',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    item_code: { label: '事项代码', synonyms: ['代码', '(指标|事项)编号'], type: 'code', list: ITEM.id },
    item: {
      label: '事项',
      synonyms: [
        '(事项|项目|机制|平台)名称',
        '平台与机制',
        '[工作|清单]事项',
        '(工作|建设|重点)(项目|任务)',
        '[事项|工作|指标|评估]内容',
        '项目',
        '任务清单',
      ],
      type: 'code',
      list: ITEM.id,
    },
    done: {
      label: '是否完成',
      synonyms: [
        '有无',
        '有/无',
        '是否[建设](完成|建立|成立|建成|设立|制定|出台|落实)',
        '(完成|落实|建立|成立|建设|设立)(情况|与否|状态)',
      ],
      type: 'boolean',
    },
    done_date: {
      label: '完成日期',
      synonyms: ['(完成|成立|建成|建立|设立|出台|制定|印发|发文)日期'],
      type: 'date',
    },
    document: {
      label: '文号/名称',
      synonyms: [
        '[文件|发文]文号',
        '文号',
        '(文件|制度)名称',
        '名称',
        '文号（名称）',
        '[文件](名称|文号)(/|或|及)(名称|文号)',
        '文件编号',
        '相关文件',
      ],
      type: 'text',
    },
    evidence: {
      label: '佐证材料名',
      synonyms: EVIDENCE,
      type: 'text',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});

export const W10 = table({
  id: 'W10',
  role: 'ledger',
  name: '人才培养（1+4）',
  shape: 'list',
  upright: true,
  titles: ['人才培养', '1+4', '人才队伍'],
  subjects: ['人才'],
  key: ['category'],
  needs: [['category'], ['sessions', 'trainees', 'exam', 'new_certified', 'mechanisms']],
  citation: '培训记录、证书和机制文件',
  fields: {
    seq: { label: '序号', synonyms: ['序'], type: 'serial' },
    category: { label: '人才类别', synonyms: ['类别', '(人才|队伍)类别'], type: 'code', list: TALENT.id },
    sessions: {
      label: '培训场次',
      synonyms: ['[举办|开展|组织]培训[场次|次数|期数]', '场次'],
      type: 'count',
      unit: '场',
    },
    trainees: { label: '培训人次', synonyms: ['[累计](培训|参训|受训|参与培训)人次'], type: 'count', unit: '人次' },
    exam: {
      label: '考证报名人数',
      synonyms: ['(报考|报名|考试报名|考证|参考|报名参考)人数', '社工考试报名人数'],
      type: 'count',
      unit: '人',
    },
    new_certified: {
      label: '新增持证',
      synonyms: ['(新|新增|新增社工|当年|本年|本年新增|当年新增)(持证|取证)[人数]', '(考试通过|通过考试)人数'],
      type: 'count',
      unit: '人',
    },
    mechanisms: {
      label: '机制文件',
      synonyms: ['(保障|激励)机制', '机制', '机制(建设|文件名称)', '机制文件（培训/使用/激励/保障）'],
      type: 'codes',
      list: MECHANISM.id,
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});

export const W11 = table({
  id: 'W11',
  role: 'ledger',
  name: '经费',
  shape: 'list',
  titles: ['经费', '资金', '专项资金'],
  subjects: ['资金', '经费'],
  key: ['source'],
  needs: [['source'], ['planned', 'received', 'spent']],
  citation: '资金下达、到账和支出凭证',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    source: {
      label: '资金来源',
      synonyms: ['来源', '(资金|经费|来源)(来源|渠道|级次|性质)', '拨款单位'],
      type: 'code',
      list: FUNDSOURCE.id,
    },
    planned: {
      label: '安排',
      synonyms: ['[计划|预算](安排|下达|应拨)[金额|资金|经费|数]', '预算[金额|资金|数]', '安排资金数'],
      type: 'amount',
      unit: '万元',
    },
    received: {
      label: '到位',
      synonyms: ['[实际](到位|到账|拨付|拨付到位)[金额|资金|经费|数]', '实到[金额|资金|数]', '已到位资金'],
      type: 'amount',
      unit: '万元',
    },
    spent: {
      label: '支出',
      synonyms: ['[实际]支出[金额|资金|总额|数]', '(实际使用|使用金额|已支出)'],
      type: 'amount',
      unit: '万元',
    },
    use: {
      label: '用途',
      synonyms: ['[资金|经费|支出]用途', '[资金](使用方向|使用内容|支出内容|支出方向|投向)', '项目内容'],
      type: 'codes',
      list: FUNDUSE.id,
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});

export const W12 = table({
  id: 'W12',
  role: 'plan',
  name: '方案与进度',
  shape: 'list',
  titles: ['方案与进度', '任务分解', '工作进度', '任务清单', '进度表'],
  subjects: ['任务', '工作'],
  key: ['task', 'task_no'],
  needs: [['task'], ['planned_date', 'start', 'finish', 'progress']],
  telling: { fields: ['start', 'progress', 'planned_date'], words: ['试点', '三社', '任务分解', '方案', '进度'] },
  citation: '工作方案和任务分解表',
  fields: {
    seq: { label: '序号', synonyms: ['序'], type: 'serial' },
    task_no: { label: '任务编号', synonyms: ['编号', '任务序号'], type: 'text' },
    task: {
      label: '任务',
      synonyms: [
        '(任务|工作任务|重点任务|主要任务|具体任务)[名称|内容]',
        '(工作|具体)内容',
        '任务（项目）',
        '任务事项',
      ],
      coarse: ['重点任务', '主要任务'],
      type: 'text',
    },
    owner: { label: '责任单位', synonyms: ['(责任|牵头|落实|承办|牵头责任)(单位|部门|科室)'], type: 'text' },
    planned_date: {
      label: '计划完成日',
      synonyms: [
        '(计划|拟|应|预计|要求)完成日期',
        '(完成|任务)(时限|期限)[要求]',
        '时限[要求]',
        '时间节点',
        '(截止|推进)日期',
      ],
      type: 'date',
    },
    start: { label: '启动日', synonyms: ['[实际](启动|开始|开始实施|动工)日期'], type: 'date' },
    finish: {
      label: '完成日',
      synonyms: ['[实际](完成|落实|办结)日期'],
      type: 'date',
    },
    progress: {
      label: '进度',
      synonyms: [
        '进度%',
        '[完成|工作|推进]进度',
        '进度（%）',
        '完成(率|百分比|比例)',
        '任务完成率',
        '[工作]进展[情况]',
        '(完成|落实|推进|启动)情况',
        '目前进展',
      ],
      type: 'code',
      list: PROGRESS.id,
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});

/** W12 in its other layout, a form of three dates; same id, fields of its own. */
export const W12filing = table({
  id: 'W12',
  role: 'plan',
  name: '方案报送情况',
  shape: 'form',
  titles: ['方案与进度', '方案报送'],
  key: ['confirmed', 'filed', 'approved'],
  needs: [['confirmed', 'filed', 'approved']],
  citation: '工作方案的确认、报送和批复文件',
  fields: {
    confirmed: {
      label: '方案确认日期',
      synonyms: ['县区政府确认日期', '确认日期', '方案经县区政府确认日期', '县级确认日期'],
      type: 'date',
    },
    filed: {
      label: '方案报送日期',
      synonyms: ['报送市民政局日期', '方案上报日期', '市局收文日期', '报送市局日期'],
      type: 'date',
    },
    approved: {
      label: '市局批复日期',
      synonyms: ['批复日期', '市局确认日期', '市民政局批复日期'],
      type: 'date',
    },
  },
});

/** W13 in its other layout, one line an item: the codes of SELF are fields of W13. */
export const W13lines = table({
  id: 'W13',
  role: 'selfReport',
  name: '汇总表（自报）',
  shape: 'list',
  titles: ['汇总表', '指标完成情况', '自报', '自评表', '完成情况表'],
  key: ['item'],
  needs: [['item'], ['reported']],
  pivot: { item: 'item', value: 'reported' },
  citation: '自行汇总的数，只用来与明细核对',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    item: {
      label: '指标',
      synonyms: ['指标(名称|项|项目|内容)', '(评估|考核|工作|评价)(指标|内容)', '项目', '内容'],
      type: 'code',
      list: SELF.id,
    },
    target: {
      label: '目标',
      synonyms: ['目标(值|数|要求|任务)', '(标准|指标|任务目标)值', '考核目标', '任务数'],
      type: 'text',
    },
    reported: {
      label: '自报值',
      synonyms: [
        '[实际](完成|自报|自评)(数|值|情况)',
        '现状[值]',
        '实际(完成|值|数)',
        '数(值|量)',
        '本期数',
        '当前完成数',
        '实绩',
        '自查情况',
        '完成情况（数值）',
      ],
      type: 'text',
    },
    // Of a target; `done` of W09 says it of a thing.
    reached: {
      label: '是否完成',
      synonyms: ['是否达(标|到目标)', '达标(情况|与否|状态)', '完成情况是否达标'],
      type: 'boolean',
    },
    remark: { label: '说明', synonyms: ['备注', '情况说明'], type: 'remark' },
  },
});

export const W13 = table({
  id: 'W13',
  role: 'selfReport',
  name: '指标完成情况汇总表（横表）',
  shape: 'list',
  titles: ['汇总表', '指标完成情况', '完成情况汇总'],
  key: ['community', 'org_total', 'workers'],
  needs: [
    ['community'],
    ['org_total', 'workers', 'volunteers'],
    ['certified', 'org_registered', 'activities', 'workers'],
  ],
  citation: '街道、县区汇总的数，只用来与明细核对',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    street: {
      label: '街道',
      synonyms: ['街道（乡镇）', '乡镇', '乡镇街道', '镇街', '街道名称'],
      type: 'text',
      down: 'merged',
    },
    community: { label: '社区', synonyms: ['社区（村）', '社区名称', '试点社区'], type: 'text' },
    org_total: {
      label: '社区社会组织总数',
      synonyms: ['社会组织总数', '总数', '组织总数', '社会组织数'],
      type: 'count',
      unit: '家',
      groups: ['社会组织', '社区社会组织'],
    },
    org_registered: {
      label: '登记数',
      synonyms: ['登记', '其中：登记', '登记组织数'],
      type: 'count',
      unit: '家',
      groups: ['其中', '社会组织'],
    },
    org_filed: {
      label: '备案数',
      synonyms: ['备案', '其中：备案', '备案组织数'],
      type: 'count',
      unit: '家',
      groups: ['其中', '社会组织'],
    },
    org_change: { label: '较上期增减', synonyms: ['较上期', '增减'], type: 'text' },
    workers: {
      label: '社区工作者总数',
      synonyms: ['总数', '工作者总数', '社区工作者人数'],
      type: 'count',
      unit: '人',
      groups: ['社区工作者', '社区工作者情况'],
    },
    // How many; `certified` of W03 says of one person whether.
    certified: {
      label: '持证人数',
      synonyms: ['持证', '其中：持证', '持证数'],
      type: 'count',
      unit: '人',
      groups: ['社区工作者'],
    },
    certified_rate: { label: '持证率', synonyms: ['持证比例', '持证率（%）'], type: 'ratio', unit: '%' },
    // As the summary states it; the figure of the register is `registered` of W06.
    volunteers: {
      label: '注册志愿者数',
      synonyms: ['注册数', '注册人数', '注册志愿者'],
      type: 'count',
      unit: '人',
      groups: ['志愿者'],
    },
    volunteer_rate: { label: '注册率', synonyms: ['志愿者注册率', '注册率（%）'], type: 'ratio', unit: '%' },
    participation_rate: {
      label: '参与率',
      synonyms: ['志愿者参与率', '参与率（%）'],
      type: 'ratio',
      unit: '%',
    },
    pop_resident: { label: '常住人口', synonyms: ['常住人口数'], type: 'count', unit: '人' },
    activities: {
      label: '活动数',
      synonyms: ['志愿服务活动数', '志愿活动数', '活动次数', '活动场次'],
      type: 'count',
      unit: '个',
    },
    projects: { label: '项目数', synonyms: ['社会工作服务项目数', '服务项目数'], type: 'count', unit: '个' },
    ventures: { label: '创投次数', synonyms: ['微公益创投次数', '创投活动次数'], type: 'count', unit: '次' },
    posts_centre: { label: '中心岗位数', synonyms: ['社会工作服务中心岗位数'], type: 'count', unit: '个' },
    posts_station: { label: '站岗位数', synonyms: ['社会工作服务站岗位数'], type: 'count', unit: '个' },
    reached: {
      label: '是否达标',
      synonyms: ['是否达(标|到目标)', '达标(情况|与否|状态)', '是否完成'],
      type: 'boolean',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});

export const W14 = table({
  id: 'W14',
  role: 'ledger',
  name: '问题整改台账',
  shape: 'list',
  titles: ['问题整改', '整改台账', '整改清单', '问题清单'],
  subjects: ['问题', '整改'],
  key: ['issue', 'issue_no'],
  needs: [
    ['issue', 'measure'],
    ['measure', 'status', 'closed', 'closed_date', 'deadline'],
  ],
  telling: {
    fields: ['origin', 'clause', 'indicator', 'gap'],
    words: ['试点', '三社', '评估', '问题整改', '整改台账', '整改清单'],
  },
  citation: '整改通知和问题清单',
  fields: {
    seq: { label: '序号', synonyms: ['序'], type: 'serial' },
    issue_no: { label: '问题编号', synonyms: ['编号', '问题序号', '序号/编号'], type: 'text' },
    origin: { label: '来源', synonyms: ['问题来源', '问题出处', '来源渠道', '(发现|检查)方式'], type: 'text' },
    issue: {
      label: '问题描述',
      synonyms: [
        '[存在|具体|主要|反馈|发现]问题',
        '(存在|发现|反馈)的[主要]问题',
        '问题(描述|标题|清单|内容|表现)',
        '存在问题描述',
      ],
      type: 'text',
    },
    clause: { label: '条款', synonyms: ['对应条款', '依据条款'], type: 'text' },
    // Named in words; `item` of a summary is one of its list.
    indicator: { label: '指标', synonyms: ['指标ID', '对应指标', '指标编号'], type: 'text' },
    present: { label: '现状', synonyms: ['现状值', '目前情况'], type: 'text' },
    // Of one issue, in words; `target` of a summary is the indicator's.
    goal: { label: '目标', synonyms: ['目标值'], type: 'text' },
    gap: { label: '差距', synonyms: ['差距值'], type: 'text' },
    measure: {
      label: '整改措施',
      synonyms: ['措施', '[具体]整改(措施|要求|内容|方案|办法|举措)', '具体措施'],
      type: 'text',
    },
    owner: { label: '责任单位', synonyms: ['[整改](责任|牵头)(单位|部门|主体)', '(整改|被审)单位'], type: 'text' },
    person: {
      label: '责任人',
      synonyms: ['责任人姓名', '[整改|具体]责任(人|人员|领导)', '整改负责人'],
      type: 'text',
      personal: 'name',
    },
    deadline: {
      label: '时限',
      synonyms: ['[整改|完成|办结](时限|期限)[要求]', '整改完成时限', '[整改]截止日期', '要求完成日期'],
      type: 'date',
    },
    // Whether; where it is there it alone decides, `status` says how far.
    closed: {
      label: '是否销号',
      synonyms: ['是否[完成|落实](整改|销号|办结)', '是否(完成|整改到位|整改完成|整改销号)', '整改是否(完成|到位)'],
      type: 'boolean',
    },
    // When an issue was closed; a task of W12 has its `finish`.
    closed_date: { label: '完成日', synonyms: ['[实际|整改](完成|销号|办结)日期', '整改销号日期'], type: 'date' },
    evidence: { label: '佐证', synonyms: [...EVIDENCE, '整改材料', '执行反馈'], type: 'text' },
    status: {
      label: '状态',
      synonyms: ['[整改|问题|审核|销号]状态', '(整改|整改完成|整改落实|销号)情况', '整改(进展|进度)', '完成情况'],
      type: 'code',
      list: RECTIFY.id,
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
  asked: 'phrase',
});

export const W15 = table({
  id: 'W15',
  role: 'ledger',
  name: '特色创新',
  shape: 'list',
  titles: ['特色创新', '创新项目'],
  subjects: ['创新', '特色'],
  key: ['theme', 'name'],
  needs: [['theme'], ['name', 'brief', 'outcome']],
  citation: '创新成果材料',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial', example: 1 },
    theme: {
      label: '主题',
      synonyms: ['(创新|特色)主题', '创新(类别|内容|方向|领域)', '所属主题'],
      type: 'codes',
      list: XT.id,
      example: '楼栋自治',
    },
    name: {
      label: '名称',
      synonyms: ['(创新|特色|项目|品牌|案例|亮点|创新项目|创新案例)名称', '特色项目'],
      type: 'text',
      example: '锦湖“楼栋管家”',
    },
    brief: {
      label: '简介',
      synonyms: ['(内容|做法|项目|案例)(简介|概述)', '(主要|经验)做法', '特色亮点', '主要内容'],
      type: 'text',
      example: '每栋楼推选一名居民，收集意见，调解小事。',
    },
    outcome: {
      label: '成果形式',
      synonyms: ['成果', '成果(材料|类别)', '成果（材料）', '(取得|主要)成效', '形成成果', '获奖情况'],
      type: 'text',
      example: '案例材料1份',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark', example: '材料由社区保管' },
  },
});

export const W00 = table({
  id: 'W00',
  role: 'register',
  name: '试点名册',
  shape: 'list',
  titles: ['试点名册', '试点单位名册', '试点单位名单'],
  key: ['unit', 'unit_id', 'community'],
  needs: [['unit', 'unit_id'], ['community'], ['agency', 'confirm_no', 'submit']],
  citation: '主管部门书面确认的单位名册',
  fields: {
    seq: { label: '序号', synonyms: ['序'], type: 'serial' },
    unit_id: { label: '单位编号', synonyms: ['编号', '内部编号'], type: 'text' },
    unit: { label: '县区', synonyms: ['县（区）', '县区（园区）', '单位'], type: 'text' },
    street: {
      label: '街道',
      synonyms: ['街道（乡镇）', '乡镇街道', '试点街道', '试点街道（乡镇）'],
      type: 'text',
    },
    community: { label: '社区', synonyms: ['社区（村）', '试点社区', '试点社区（村）'], type: 'text' },
    urban_rural: { label: '城乡', synonyms: ['城市/农村', '社区类型'], type: 'code', list: URBAN.id },
    // `agency_name` in W01, where the published contract says so.
    agency: { label: '承接机构', synonyms: ['社工机构', '承接社工机构'], type: 'text' },
    agency_uscc: { label: '信用代码', synonyms: ['统一社会信用代码', '机构信用代码'], type: 'uscc' },
    confirm_no: { label: '市局确认文号', synonyms: ['确认文号', '市局文号'], type: 'text' },
    contact: { label: '联系人', type: 'text', personal: 'name' },
    phone: { label: '联系电话', synonyms: ['电话', '联系方式'], type: 'phone', personal: 'phone' },
    period: { label: '应报期次', synonyms: ['期次'], type: 'text' },
    submit: { label: '报送状态', synonyms: ['状态', '报送情况'], type: 'code', list: SUBMIT.id },
    received: { label: '收文时间', synonyms: ['收文日期', '报送时间', '收到时间'], type: 'date' },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});
