import type { CodeList } from '../model.ts';
import { codeList } from './symbols.ts';

export const MGMT = codeList({
  id: 'MGMT',
  name: '管理方式',
  denied: '未登记未备案',
  doubt: 'N031',
  entries: {
    登记: {
      label: '登记',
      synonyms: [
        '注册',
        '已登记',
        '登记注册',
        '依法登记',
        '在民政局注册',
        '民政局登记',
        '民政登记',
        '已注册',
        '登记类',
      ],
    },
    备案: {
      label: '备案',
      synonyms: ['已备案', '街道备案', '社区备案', '乡镇备案', '备案管理', '备案类', '镇备案'],
    },
    未登记未备案: {
      label: '未登记未备案',
      synonyms: ['未登记', '未备案', '未登记备案', '均未', '未注册', '无登记备案', '未办理'],
      doubtful: ['登记中', '备案中', '注册中', '办理中', '正在办理', '在办', '拟办理', '待办理'],
    },
  },
});

export const FORM = codeList({
  id: 'FORM',
  name: '组织形式',
  entries: {
    '51': { label: '社会团体', synonyms: ['社团', '协会', '社会团体(51)', '联合会', '学会'] },
    '52': {
      label: '社会服务机构',
      synonyms: ['民办非企业单位', '民非', '民办非企业', '社会服务机构(民办非企业单位)'],
    },
    '53': { label: '基金会' },
    '59': { label: '其他', synonyms: ['其它'] },
  },
});

export const CAT = codeList({
  id: 'CAT',
  name: '类别',
  separators: '、，,/;；+',
  entries: {
    生活服务: {
      label: '生活服务类',
      synonyms: [
        '生活服务',
        '便民服务',
        '便民服务类',
        '社会服务类',
        '社会服务',
        '社区服务',
        '家政服务',
        '托幼服务',
        '为民服务',
      ],
    },
    公益慈善: {
      label: '公益慈善类',
      synonyms: ['公益慈善', '慈善', '公益', '慈善公益', '公益类', '慈善类', '救助帮扶', '助残', '助困', '扶贫济困'],
    },
    养老服务: {
      label: '养老服务类',
      synonyms: ['养老服务', '养老', '为老服务', '助老', '居家养老', '老年服务'],
    },
    志愿服务: { label: '志愿服务类', synonyms: ['志愿服务', '志愿', '志愿者', '志愿者服务'] },
    社区事务: {
      label: '社区事务类',
      synonyms: [
        '社区事务',
        '居民互助',
        '社区治理',
        '治理',
        '居民自治',
        '自治',
        '互助',
        '纠纷调解',
        '平安建设',
        '治安',
        '矛盾调解',
        '社区事务类（居民互助/治理）',
      ],
    },
    文体活动: {
      label: '文体活动类',
      synonyms: ['文体活动', '文体', '文体娱乐', '文化体育', '文艺', '体育健身', '文化', '体育', '兴趣爱好', '文娱'],
    },
    行业协会: { label: '行业协会类', synonyms: ['行业协会'] },
    其他: { label: '其他类', synonyms: ['其他', '其它', '其它类'] },
  },
});

export const ORGSTAT = codeList({
  id: 'ORGSTAT',
  name: '运行状态',
  denied: null,
  entries: {
    正常: {
      label: '正常',
      synonyms: ['是', '运行正常', '正常运行', '存续', '在运行', '活动正常', '正常开展活动', '活跃'],
    },
    停止活动: {
      label: '停止活动',
      synonyms: ['停止', '停办', '停滞', '停止运行', '否', '不正常', '不活跃', '暂停', '僵尸', '未开展活动'],
    },
    注销: { label: '注销', synonyms: ['已注销', '注销登记'] },
    撤销: { label: '撤销', synonyms: ['已撤销', '吊销'] },
  },
});

export const CERT = codeList({
  id: 'CERT',
  name: '社会工作者职业水平证书',
  denied: '0',
  doubt: 'R046',
  separators: '、，,/;；+和及',
  entries: {
    '0': {
      label: '无',
      synonyms: ['否', '没有', '未取得', '未持证', '不持证', '未考取', '未通过', '暂无', '×', '未', '无证', '/', '—'],
      doubtful: ['备考', '备考中', '报考', '报考中', '在考', '拟考', '已报名'],
    },
    '1': {
      label: '助理社会工作师',
      synonyms: [
        '助理',
        '初级',
        '初级社工',
        '初级社会工作师',
        '助理社工师',
        '助理级',
        '初级社工师',
        '助理社会工作师（初级）',
        '社会工作者（初级）',
        '初级社会工作者',
        '初级证',
      ],
    },
    '2': {
      label: '社会工作师',
      synonyms: [
        '中级',
        '中级社工',
        '中级社会工作师',
        '社会工作师（中级）',
        '中级社工师',
        '社会工作者（中级）',
        '中级社会工作者',
        '中级证',
      ],
      doubtful: ['社工师'],
    },
    '3': { label: '高级社会工作师', synonyms: ['高级', '高级社工', '高级社工师'] },
    L: {
      label: '地方社会工作员',
      synonyms: ['社会工作员', '省级社会工作员', '社工员', '市级社会工作员', '地方社工员', '省社会工作员'],
    },
    P: {
      label: '成绩合格未发证',
      synonyms: [
        '成绩合格',
        '考试合格',
        '合格未发证',
        '已通过考试',
        '考试通过',
        '成绩合格证书未发',
        '待发证',
        '证书未发',
      ],
    },
    U: {
      label: '持证，等级不明',
      doubtful: [
        '有',
        '√',
        '✓',
        '☑',
        '是',
        'Y',
        '持证',
        '已取得',
        '社会工作者',
        '有证',
        '社工证',
        '已持证',
        '取得',
        '社会工作者职业水平证书',
      ],
    },
  },
});

export const WTYPE = codeList({
  id: 'WTYPE',
  name: '人员类别',
  separators: '、，,/;；+兼',
  entries: {
    A1: {
      label: '社区党组织成员',
      synonyms: [
        '党组织成员',
        '书记',
        '副书记',
        '党委书记',
        '总支书记',
        '支部书记',
        '党委委员',
        '支部委员',
        '总支委员',
        '党总支委员',
        '支委',
        '党组织书记',
        '党委副书记',
        '纪检委员',
        '组织委员',
        '宣传委员',
        '第一支部书记',
        'A1',
        '两委成员',
        '社区两委',
        '社区“两委”成员',
        '两委',
      ],
    },
    A2: {
      label: '居（村）委会成员',
      synonyms: [
        '居委会成员',
        '村委会成员',
        '主任',
        '副主任',
        '居委会委员',
        '村委会委员',
        '居委委员',
        '村委委员',
        '居委会主任',
        '居委会副主任',
        '村委会主任',
        '村主任',
        '委员',
        '妇女主任',
        '居委会',
        'A2',
      ],
    },
    A3: {
      label: '专职社区工作者',
      synonyms: [
        '社区干事',
        '专职',
        '专职工作者',
        '专职社工',
        '社区专职工作者',
        '专职社区工作人员',
        '社工（社区聘）',
        '社区工作者',
        '社区专干',
        '干事',
        '专干',
        'A3',
        '社区聘用',
        '社区专职',
      ],
    },
    A4: { label: '专职网格员', synonyms: ['网格员', '网格长', '专职网格', 'A4', '网格管理员'] },
    B1: {
      label: '公益性岗位',
      synonyms: ['公益岗', '公益岗位', '公岗', '保洁', '保安', '保洁员', '门卫', 'B1'],
    },
    B2: {
      label: '机构派驻社工',
      synonyms: [
        '驻站社工',
        '机构社工',
        '派驻社工',
        '派驻',
        '机构派驻',
        '驻站社工（机构）',
        '社工机构派驻',
        '机构',
        'B2',
        '机构派驻人员',
      ],
    },
    B3: {
      label: '大学生村官/选派',
      synonyms: ['大学生村官', '选派', '选派干部', '村官', '选派书记', '挂职', 'B3', '选调生'],
    },
    B4: { label: '物业', synonyms: ['物业人员', '物业公司', 'B4'] },
    B5: { label: '志愿者', synonyms: ['义工', 'B5'] },
  },
});

export const GRP = codeList({
  id: 'GRP',
  name: '服务人群',
  separators: '、，,/;；+和及',
  entries: {
    特殊老人: {
      label: '特殊老人',
      synonyms: ['老人', '老年人', '空巢老人', '独居老人', '高龄老人', '失能老人', '孤寡老人'],
    },
    特扶家庭: { label: '特扶家庭', synonyms: ['计生特扶家庭', '失独家庭', '特扶'] },
    社会救助群体: {
      label: '社会救助群体',
      synonyms: ['低保户', '低保', '困难群众', '困难家庭', '救助对象', '社会救助对象', '特困人员', '困难人群'],
    },
    城市流动人口: { label: '城市流动人口', synonyms: ['流动人口', '外来务工人员', '农民工', '流动人员'] },
    困境儿童: { label: '困境儿童', synonyms: ['留守儿童', '儿童', '青少年', '孤儿', '未成年人'] },
    社区矫正对象: { label: '社区矫正对象', synonyms: ['矫正对象', '社区矫正人员', '矫正人员'] },
    残疾人: { label: '残疾人', synonyms: ['残障人士', '残疾人士', '残疾'] },
    其他: { label: '其他', synonyms: ['居民', '社区居民', '其它', '全体居民', '妇女', '党员'] },
  },
});

export const METHOD = codeList({
  id: 'METHOD',
  name: '服务方法',
  separators: '、，,/;；+和及',
  entries: {
    个案: { label: '个案', synonyms: ['个案工作', '个案服务'] },
    小组: { label: '小组', synonyms: ['小组工作', '小组活动', '团体'] },
    社区: { label: '社区', synonyms: ['社区工作', '社区活动', '社区服务'] },
  },
});

export const PROJSTAT = codeList({
  id: 'PROJSTAT',
  name: '项目状态',
  denied: null,
  entries: {
    拟立项: {
      label: '拟立项',
      synonyms: ['未启动', '筹备', '筹备中', '计划', '待立项', '拟开展', '未开展', '申报中'],
    },
    实施中: { label: '实施中', synonyms: ['进行中', '在实施', '执行中', '开展中', '正在实施', '已启动'] },
    已结项: { label: '已结项', synonyms: ['结项', '已完成', '完成', '结束', '已结束', '已验收'] },
    终止: { label: '终止', synonyms: ['已终止', '中止', '取消', '撤项'] },
  },
});

export const LAYER = codeList({
  id: 'LAYER',
  name: '机构层级',
  entries: {
    中心: {
      label: '中心',
      synonyms: ['街道中心', '社会工作服务中心', '街道', '乡镇', '街道（乡镇）', '社工中心', '服务中心'],
    },
    站: { label: '站', synonyms: ['社区站', '社会工作服务站', '社区', '村', '社工站', '服务站'] },
  },
});

export const FULLTIME = codeList({
  id: 'FULLTIME',
  name: '专职/兼职',
  denied: null,
  entries: {
    专职: { label: '专职', synonyms: ['全职', '专'] },
    兼职: { label: '兼职', synonyms: ['兼', '兼任', '非专职', '非全职'] },
  },
});

export const EMPLOYER = codeList({
  id: 'EMPLOYER',
  name: '用人单位',
  entries: {
    机构: { label: '机构', synonyms: ['社工机构', '社会工作服务机构', '承接机构', '社工组织'] },
    社区: { label: '社区', synonyms: ['居委会', '村委会', '社区居委会', '街道', '社区聘用'] },
  },
});

export const URC = codeList({
  id: 'URC',
  name: '城乡分类代码',
  entries: {
    111: { label: '111' },
    112: { label: '112' },
    121: { label: '121' },
    122: { label: '122' },
    123: { label: '123' },
    210: { label: '210' },
    220: { label: '220' },
  },
});

export const URBAN = codeList({
  id: 'URBAN',
  name: '社区类型',
  entries: {
    urban: { label: '城市', synonyms: ['城市社区', '城镇', '城区', '居委会'] },
    rural: { label: '农村', synonyms: ['农村社区', '乡村', '村', '村委会'] },
  },
});

export const HOST = codeList({
  id: 'HOST',
  name: '主办层级',
  entries: {
    市: { label: '市', synonyms: ['市级', '市民政局'] },
    县区: { label: '县区', synonyms: ['区级', '县级', '区', '县', '区民政局', '县民政局', '园区'] },
    街道: { label: '街道', synonyms: ['街道级', '乡镇', '镇', '街道（乡镇）'] },
    社区: { label: '社区', synonyms: ['社区级', '村', '居委会'] },
  },
});

export const TALENT = codeList({
  id: 'TALENT',
  name: '人才类别',
  entries: {
    社会工作专业人才: {
      label: '社会工作专业人才',
      synonyms: ['社工人才', '社会工作人才', '专业社工', '社工专业人才'],
    },
    基层党务人才: { label: '基层党务人才', synonyms: ['基层党务', '党务人才', '党务'] },
    志愿服务人才: { label: '志愿服务人才', synonyms: ['志愿服务', '志愿者骨干', '志愿人才'] },
    基层自治人才: { label: '基层自治人才', synonyms: ['基层自治', '自治人才', '居民自治'] },
    社会组织骨干人才: { label: '社会组织骨干人才', synonyms: ['社会组织骨干', '社会组织人才', '社会组织'] },
  },
});

export const MECHANISM = codeList({
  id: 'MECHANISM',
  name: '人才机制',
  separators: '、，,/;；+和及',
  entries: {
    培训: { label: '培训', synonyms: ['培训机制', '教育培训'] },
    使用: { label: '使用', synonyms: ['使用机制'] },
    激励: { label: '激励', synonyms: ['激励机制'] },
    保障: { label: '保障', synonyms: ['保障机制'] },
  },
});

export const FUNDSOURCE = codeList({
  id: 'FUNDSOURCE',
  name: '资金来源',
  entries: {
    市: { label: '市级', synonyms: ['市财政', '市本级', '市民政局'] },
    县区: { label: '县区级', synonyms: ['县区', '区级', '县级', '区财政', '县财政', '区', '县'] },
    街道: { label: '街道', synonyms: ['街道（乡镇）', '乡镇', '镇', '街道级', '乡镇级'] },
    社会: { label: '社会资金', synonyms: ['社会', '社会捐赠', '捐赠', '企业捐赠', '慈善资金'] },
  },
});

export const FUNDUSE = codeList({
  id: 'FUNDUSE',
  name: '资金用途',
  separators: '、，,/;；+和及',
  entries: {
    岗位: { label: '岗位', synonyms: ['岗位购买', '购买岗位'] },
    项目: { label: '项目', synonyms: ['项目购买', '购买项目', '服务项目'] },
    创投: { label: '创投', synonyms: ['微公益创投', '公益创投'] },
    平台: { label: '平台', synonyms: ['平台建设', '场地建设', '阵地建设'] },
  },
});

export const RECTIFY = codeList({
  id: 'RECTIFY',
  name: '整改状态',
  denied: null,
  entries: {
    未启动: { label: '未启动', synonyms: ['未整改', '未开始'] },
    整改中: { label: '整改中', synonyms: ['进行中', '正在整改'] },
    已完成待验收: { label: '已完成待验收', synonyms: ['待验收', '已完成', '已整改'] },
    已销号: { label: '已销号', synonyms: ['销号', '已验收', '验收通过'] },
  },
});

/** How far a task is, in words: what matters is whether it has begun. */
export const PROGRESS = codeList({
  id: 'PROGRESS',
  name: '进展',
  denied: null,
  entries: {
    启动: {
      label: '已启动',
      synonyms: [
        '启动',
        '推进中',
        '推进',
        '正在推进',
        '有序推进',
        '持续推进',
        '稳步推进',
        '进行中',
        '正在进行',
        '实施中',
        '正在实施',
        '开展中',
        '正在开展',
        '已开展',
        '落实中',
        '已落实',
        '已完成',
        '完成',
        '基本完成',
        '部分完成',
        '阶段性完成',
        '已办结',
        '办结',
        '长期坚持',
        '长期',
        '持续开展',
        '常态化开展',
        '常态化推进',
      ],
    },
    未启动: {
      label: '未启动',
      synonyms: [
        '待启动',
        '尚未启动',
        '未开始',
        '尚未开始',
        '未开展',
        '尚未开展',
        '未实施',
        '未推进',
        '未动工',
        '拟启动',
      ],
    },
  },
});

export const XT = codeList({
  id: 'XT',
  name: '特色创新主题',
  separators: '、，,;；+',
  entries: {
    社工人才培养: { label: '社工人才培养' },
    社会组织培育: { label: '社会组织（志愿服务组织）培育', synonyms: ['社会组织培育', '志愿服务组织培育'] },
    特殊人群服务: { label: '特殊人群服务' },
    社区公益创投: { label: '社区公益创投', synonyms: ['公益创投'] },
    社区协商: { label: '社区协商' },
    楼栋自治: { label: '楼栋自治' },
    四位一体红色物业: { label: '“四位一体”红色物业', synonyms: ['红色物业', '四位一体'] },
    三工联动与两工互动: { label: '三工联动与两工互动', synonyms: ['三工联动', '两工互动', '社区三工联动'] },
    创新社区学院: { label: '创新社区学院', synonyms: ['社区学院'] },
  },
});

export const SUBMIT = codeList({
  id: 'SUBMIT',
  name: '报送状态',
  denied: null,
  entries: {
    '0': { label: '未报', synonyms: ['未报送', '未上报'] },
    '1': { label: '已上报', synonyms: ['已报', '已报送', '已提交'] },
    '2': { label: '退回', synonyms: ['驳回', '退回修改'] },
    '3': { label: '审核通过', synonyms: ['通过', '已审核'] },
    '4': { label: '锁定', synonyms: ['已锁定'] },
  },
});

export const SELF = codeList({
  id: 'SELF',
  name: '自报指标',
  entries: {
    org_total: { label: '社区社会组织总数', synonyms: ['社会组织总数', '社区社会组织数', '社会组织数'] },
    org_registered: {
      label: '其中：登记',
      synonyms: ['登记', '登记数', '其中:登记', '依法登记数', '登记组织数', '依法登记的社区社会组织数'],
    },
    org_filed: {
      label: '其中：备案',
      synonyms: ['备案', '备案数', '其中:备案', '备案组织数', '备案管理的社区服务组织数'],
    },
    workers: { label: '社区工作者总数', synonyms: ['社区工作者人数', '社区工作者数'] },
    certified: {
      label: '其中：持证',
      synonyms: ['持证', '持证人数', '其中:持证', '持证社区工作者数', '持证数'],
    },
    certified_rate: { label: '持证率', synonyms: ['持证比例', '社区工作者持证比例', '社区工作者持证率'] },
    posts_centre: { label: '社会工作服务中心岗位数', synonyms: ['中心岗位数', '中心专业社工岗位数'] },
    posts_station: { label: '社会工作服务站岗位数', synonyms: ['站岗位数', '站专业社工岗位数'] },
    projects: { label: '社会工作服务项目数', synonyms: ['项目数', '服务项目数', '社会工作专业服务项目数'] },
    ventures: { label: '微公益创投次数', synonyms: ['创投次数', '微公益创投活动次数'] },
    volunteers: { label: '注册志愿者数', synonyms: ['注册数', '注册志愿者人数'] },
    pop_resident: { label: '常住人口', synonyms: ['常住人口数'] },
    volunteer_rate: { label: '注册率', synonyms: ['志愿者注册率', '社区志愿者注册率'] },
    participation_rate: { label: '参与率', synonyms: ['注册志愿者参与率', '志愿者参与率'] },
    activities: { label: '志愿服务活动数', synonyms: ['活动数', '年度志愿服务活动数', '志愿活动数'] },
  },
});

export const ITEM = codeList({
  id: 'ITEM',
  name: '平台与机制事项',
  entries: {
    P01: {
      label: '街道（乡镇）社会工作服务中心',
      synonyms: ['社会工作服务中心', '街道社会工作服务中心', '社工服务中心'],
    },
    P02: { label: '社区社会工作服务站', synonyms: ['社会工作服务站', '社工站'] },
    P06: { label: '社区专项基金', synonyms: ['专项基金'] },
    P07: { label: '枢纽型社区社会组织', synonyms: ['枢纽型组织', '枢纽型社会组织'] },
    P08: { label: '党组织引领的治理机制', synonyms: ['治理机制', '党建引领治理机制', '党组织引领机制'] },
    P09: { label: '场地资源平台支持', synonyms: ['场地资源平台', '场地支持'] },
    S01: { label: '政府购买社会工作服务制度', synonyms: ['购买服务制度', '政府购买服务制度'] },
    S02: { label: '岗位与项目相结合购买', synonyms: ['岗位与项目购买', '岗位和项目相结合购买'] },
    S03: { label: '机构派驻运营', synonyms: ['派驻运营', '社工机构派驻运营'] },
    S04: {
      label: '选定1家专业社工机构',
      synonyms: ['选定专业社工机构', '选定社工机构', '选定一家专业社工机构'],
    },
    B01: { label: '重点人群需求调研', synonyms: ['需求调研', '需求评估报告'] },
    B02: { label: '本社区落实方案', synonyms: ['落实方案', '社区落实方案', '社区实施方案'] },
    S07: { label: '志愿服务联合会', synonyms: ['社区志愿服务联合会', '街道志愿服务联合会', '志愿者联合会'] },
    S12: { label: '志愿者招募培训考核', synonyms: ['志愿者培训考核', '志愿者招募、培训与考核'] },
    V04: { label: '社区社会组织联合会', synonyms: ['社会组织联合会'] },
    V05: { label: '孵化培育与督导支持', synonyms: ['孵化培育', '督导支持'] },
    T01: { label: '社区学院' },
    T02: { label: '社会组织孵化园', synonyms: ['孵化园', '孵化基地'] },
    T03: { label: '“1+4”五类人才培养', synonyms: ['1+4人才培养', '五类人才培养'] },
    T04: { label: '四类人才保障机制', synonyms: ['人才保障机制', '四类人才机制'] },
    T05: { label: '承接项目必备条件', synonyms: ['必备条件', '承接项目条件'] },
    M10: { label: '四项提升' },
    O02: { label: '试点单位相应机构', synonyms: ['相应机构', '试点工作领导机构', '领导小组'] },
    O05: { label: '县区政策文件', synonyms: ['政策文件', '本地政策文件'] },
    O06: { label: '专项资金', synonyms: ['试点专项资金'] },
    O07: { label: '经费管理办法', synonyms: ['资金管理办法'] },
    O08: { label: '实务模式总结', synonyms: ['实务模式'] },
  },
});

const lists = [
  MGMT,
  FORM,
  CAT,
  ORGSTAT,
  CERT,
  WTYPE,
  GRP,
  METHOD,
  PROJSTAT,
  LAYER,
  FULLTIME,
  EMPLOYER,
  URC,
  URBAN,
  HOST,
  TALENT,
  MECHANISM,
  FUNDSOURCE,
  FUNDUSE,
  RECTIFY,
  PROGRESS,
  XT,
  SUBMIT,
  SELF,
  ITEM,
];

export const codes: Readonly<Record<string, CodeList>> = Object.fromEntries(lists.map(({ def }) => [def.id, def]));
