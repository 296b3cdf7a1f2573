import { GRP, HOST, METHOD, PROJSTAT } from '../codes.ts';
import { table } from '../symbols.ts';
import { EVIDENCE } from './common.ts';

// W05 projects, W06 volunteers, W07 volunteer activities, W08 micro public-welfare ventures.

export const W05 = table({
  id: 'W05',
  role: 'event',
  name: '社工服务项目',
  shape: 'list',
  upright: true,
  titles: ['服务项目', '社工项目', '项目台账', '项目清单'],
  subjects: ['项目', '服务项目'],
  key: ['name', 'project_no'],
  needs: [
    ['name', 'project_no'],
    ['agency', 'community', 'start', 'groups', 'status', 'times'],
  ],
  telling: { fields: ['groups', 'methods', 'people', 'times'], words: ['服务项目', '社工', '社会工作', '承接机构'] },
  citation: '项目方案、合同和服务记录',
  fields: {
    seq: { label: '序号', synonyms: ['序'], type: 'serial' },
    project_no: { label: '项目编号', synonyms: ['编号', '(项目|合同|立项)编号', '项目代码'], type: 'text' },
    name: { label: '项目名称', synonyms: ['[社工|专业|社工服务|专业服务|立项][服务]项目[名称]'], type: 'text' },
    agency: {
      label: '承接机构',
      synonyms: [
        '承接机构名称',
        '[承接|实施|承办|执行|运营|中标](机构|单位|方)',
        '[承接]社工机构',
        '服务(提供机构|机构)',
      ],
      type: 'text',
      down: 'merged',
    },
    agency_uscc: {
      label: '统一社会信用代码',
      synonyms: ['[机构|承接机构]信用代码'],
      type: 'uscc',
    },
    community: {
      label: '实施社区',
      synonyms: ['[实施|服务|落地|覆盖|所属]社区', '(实施|服务|落地)(区域|地点)', '项目地点'],
      type: 'text',
      down: 'merged',
    },
    groups: {
      label: '服务人群',
      synonyms: ['(服务|受益)(对象|人群|群体)[类别]', '人群'],
      type: 'codes',
      list: GRP.id,
    },
    methods: {
      label: '服务方法',
      synonyms: ['(服务|工作|专业|介入|社工)(方法|方式|手法)'],
      type: 'codes',
      list: METHOD.id,
    },
    start: {
      label: '开始日期',
      synonyms: [
        '(开始|启动|起始|开展|立项|执行|开工|合同开始)日期',
        '[项目|实施|服务|合同](起止|起讫)日期',
        '(项目|实施|服务|合同)(周期|期限)',
        '(项目|实施)日期',
      ],
      ends: ['start', 'end'],
      type: 'date',
      groups: ['实施时间', '起止时间', '项目周期', '实施周期', '服务周期', '项目时间'],
      leaves: ['起', '开始', '起始', '自'],
    },
    end: {
      label: '结束日期',
      synonyms: ['[合同](结束|终止|到期)日期', '(完成|截止|结项|结题|完结)日期'],
      type: 'date',
      groups: ['实施时间', '起止时间', '项目周期', '实施周期', '服务周期', '项目时间'],
      leaves: ['止', '结束', '截止', '至'],
    },
    amount: {
      label: '金额',
      synonyms: ['[项目|合同|资助|预算|采购|购买](金额|经费|资金)'],
      type: 'amount',
      unit: '万元',
    },
    status: {
      label: '项目状态',
      synonyms: ['[项目|实施]状态', '[实施|项目](进展|进度)', '(实施|进展|执行)情况'],
      type: 'code',
      list: PROJSTAT.id,
      elsewhere: ['终止', '已终止', '中止', '取消', '已取消', '暂停', '未启动', '待启动', '未实施'],
    },
    people: { label: '服务人数', synonyms: ['(服务|受益|覆盖|惠及)人数', '服务对象[人]数'], type: 'count', unit: '人' },
    times: {
      label: '服务人次',
      synonyms: ['(服务|受益|惠及|覆盖)人次', '累计服务[人次]', '服务量'],
      type: 'count',
      unit: '人次',
    },
    evidence: {
      label: '佐证',
      synonyms: [...EVIDENCE, '[服务|实施]方案', '有无方案'],
      type: 'text',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
  restricting: [
    {
      kind: 'planned',
      words: ['拟', '计划', '储备', '预告', '安排表', '意向', '申报', '征集'],
      unless: ['完成', '执行', '落实', '实施情况', '实施进', '进度'],
    },
  ],
  asked: 'noun',
});

export const W06 = table({
  id: 'W06',
  role: 'each',
  name: '志愿者情况',
  shape: 'list',
  upright: true,
  titles: ['志愿者情况', '志愿者注册', '志愿服务情况', '志愿者统计'],
  key: ['community', 'registered'],
  needs: [['registered'], ['participants', 'verified', 'participations', 'hours', 'pop_resident']],
  citation: '志愿服务信息系统导出的统计数',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    community: {
      label: '社区',
      synonyms: ['[所属|试点]社区[名称]', '单位[名称]', '街道社区'],
      type: 'text',
    },
    pop_resident: { label: '常住人口', synonyms: ['[辖区|社区]常住人口', '常住居民'], type: 'count', unit: '人' },
    registered: {
      label: '注册志愿者数',
      synonyms: ['[实名]注册志愿者', '注册人数', '志愿者注册人数', '在册志愿者', '志愿者人数'],
      type: 'count',
      unit: '人',
    },
    verified: {
      label: '其中：实名认证数',
      synonyms: [
        '其中实名[认证]',
        '其中实名认证人数',
        '[通过]实名[认证|登记][志愿者][人数]',
        '实名',
        '实名认证',
        '实名注册数',
      ],
      type: 'count',
      unit: '人',
    },
    participants: {
      label: '参与过活动的注册志愿者人数',
      synonyms: [
        '[窗口内]参与[活动|志愿服务]的[注册]志愿者',
        '窗口内参与过活动的注册志愿者人数',
        '参与[活动|志愿服务][的]人数',
        '活跃志愿者数',
      ],
      type: 'count',
      unit: '人',
    },
    participations: {
      label: '参与人次',
      synonyms: ['[参与|服务|活动参与|志愿服务|参与活动|参与志愿服务]人次'],
      type: 'count',
      unit: '人次',
    },
    hours: {
      label: '服务时长',
      synonyms: ['[志愿服务]时长', '(服务|志愿服务)(时长|时数|小时数)', '服务时长（小时）'],
      type: 'amount',
      unit: '小时',
    },
    source: {
      label: '数据来源',
      synonyms: ['系统名', '数据来源（系统名）', '来源系统', '来源'],
      type: 'text',
    },
    export_date: {
      label: '导出日期',
      synonyms: ['(导出|数据|统计|截止|数据导出|系统导出|数据统计|统计截止|数据截止)日期'],
      type: 'date',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
});

export const W07 = table({
  id: 'W07',
  role: 'event',
  name: '志愿服务活动台账',
  shape: 'list',
  titles: ['志愿服务活动', '活动台账', '志愿活动', '志愿服务台账'],
  subjects: ['活动', '志愿服务'],
  key: ['name', 'date'],
  needs: [['name'], ['date']],
  telling: {
    fields: ['registered', 'hours', 'target', 'times'],
    words: ['志愿', '活动名称', '活动主题', '活动内容'],
  },
  citation: '志愿服务活动记录',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    year: { label: '年份', synonyms: ['年', '年度'], type: 'text', down: 'always' },
    month: { label: '月份', synonyms: ['月'], type: 'text', down: 'always' },
    date: {
      label: '日期',
      synonyms: ['日', '号', '(活动|开展|举办|服务|开展活动|活动开展|活动举办)日期'],
      type: 'date',
      down: 'merged',
    },
    name: {
      label: '活动名称',
      synonyms: ['活动(主题|内容)', '志愿服务(名称|主题|内容|项目)', '服务内容', '活动内容及主题', '主题'],
      type: 'text',
    },
    place: {
      label: '活动地点',
      synonyms: ['[活动|开展|服务|举办|开展活动](地点|场所|场地|地址)', '服务区域'],
      type: 'text',
    },
    community: {
      label: '社区',
      synonyms: ['(所属|开展|举办|实施)社区', '社区名称'],
      type: 'text',
      down: 'merged',
    },
    host: {
      label: '主办',
      synonyms: ['(主办|组织|牵头|实施|承办|发起)(单位|方)', '[活动]组织者', '主办（组织）单位', '志愿服务队'],
      type: 'text',
    },
    people: {
      label: '参与志愿者人数',
      synonyms: ['参与[活动|志愿服务][志愿者]人数', '(参与|出动|到场)志愿者[人数]', '志愿者[参与]人数', '服务人数'],
      type: 'count',
      unit: '人',
      // 大学生{人数} | 社会人士{人数} | 合计{人数}: of several groups the one that sums them up.
      groups: ['参与志愿者', '志愿者', '参加志愿者', '参与人员', '参加人员', '志愿者情况', '参与情况', '合计', '总计'],
      leaves: ['总数', '总人数', '人数', '合计'],
      inner: [{ words: ['其中注册', '注册'], field: 'registered' }],
    },
    registered: {
      label: '其中：注册',
      synonyms: ['[其中]注册[志愿者][参与]人数', '[其中]注册志愿者', '其中注册'],
      type: 'count',
      unit: '人',
    },
    times: {
      label: '服务人次',
      synonyms: [
        '[服务|受益|惠及][对象|群众|居民|服务对象]人次',
        '(收益|受益|惠及)[群众|居民]人数',
        '服务(对象|居民|群众)人数',
        '受益(群众|居民)',
        '服务人数',
      ],
      type: 'count',
      unit: '人次',
    },
    hours: {
      label: '时长',
      synonyms: ['[服务|活动|志愿服务]时长', '服务时长（小时）', '时长（小时）'],
      type: 'amount',
      unit: '小时',
      groups: ['合计', '总计'],
      leaves: ['小时', '小时数'],
    },
    target: { label: '服务对象', synonyms: ['(服务|受益)(对象|人群|群体)'], type: 'codes', list: GRP.id },
    evidence: {
      label: '佐证号',
      synonyms: [...EVIDENCE, '[活动](照片|图片)[编号]'],
      type: 'text',
    },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
  restricting: [
    {
      kind: 'planned',
      words: ['拟', '计划', '储备', '预告', '安排表', '意向'],
      unless: ['完成', '执行', '落实', '实施情况', '实施进', '进度'],
    },
  ],
  asked: 'noun',
});

export const W08 = table({
  id: 'W08',
  role: 'event',
  name: '微公益创投',
  shape: 'list',
  upright: true,
  titles: ['微公益创投', '公益创投', '创投活动'],
  subjects: ['活动', '大赛'],
  key: ['name', 'session'],
  needs: [['name'], ['collected', 'shortlisted', 'approved', 'own_projects', 'session']],
  telling: { fields: ['collected', 'shortlisted', 'approved', 'own_projects'], words: ['创投'] },
  citation: '创投活动的征集、评审、立项文件',
  fields: {
    seq: { label: '序号', synonyms: ['序', '编号'], type: 'serial' },
    session: { label: '届次', synonyms: ['期次', '届', '年度', '第几届'], type: 'text' },
    name: {
      label: '活动名称',
      synonyms: ['名称', '[公益|微公益]创投[活动|大赛|项目]名称', '大赛名称', '创投活动', '活动主题'],
      type: 'text',
    },
    date: { label: '日期', synonyms: ['日期', '(举办|活动|开展|评审|启动|路演|活动起止|活动举办)日期'], type: 'date' },
    layer: {
      label: '主办层级',
      synonyms: ['层级', '(主办|举办)(单位|机构|方)[层级]', '主办'],
      type: 'code',
      list: HOST.id,
    },
    collected: {
      label: '征集数',
      synonyms: [
        '征集[到][项目]数',
        '(征集|申报|报名)[项目]数',
        '征集',
        '征集项目',
        '收到申报(书|项目)数',
        '收到申报书',
      ],
      type: 'count',
      unit: '个',
    },
    shortlisted: {
      label: '入围数',
      synonyms: ['[评审]入围[项目]数', '入围'],
      type: 'count',
      unit: '个',
    },
    approved: {
      label: '立项数',
      synonyms: ['(立项|获立项|获批|获资助|获奖|签约)[项目]数', '立项'],
      type: 'count',
      unit: '个',
    },
    own_projects: {
      label: '本社区项目数',
      synonyms: ['[其中](本|我)社区[参评|申报|报送]项目[数]'],
      type: 'count',
      unit: '个',
    },
    grant: { label: '资助额', synonyms: ['(资助|奖补|扶持)(金额|总额|资金)', '资金'], type: 'amount', unit: '万元' },
    remark: { label: '备注', synonyms: ['说明'], type: 'remark' },
  },
  restricting: [
    {
      kind: 'planned',
      words: ['拟', '计划', '储备', '预告', '安排表', '意向'],
      unless: ['完成', '执行', '落实', '实施情况', '实施进', '进度'],
    },
  ],
});
