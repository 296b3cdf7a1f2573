import { URBAN, URC } from '../codes.ts';
import { table } from '../symbols.ts';

/** One community's basic facts as a vertical form, and the self-reports that such forms carry (decision sheets-9). */

export const W01 = table({
  id: 'W01',
  role: 'facts',
  name: '基本情况表',
  shape: 'form',
  titles: ['基本情况', '登记表', '社区概况', '封面'],
  key: ['community', 'pop_resident', 'street', 'unit'],
  atLeast: { count: 2, of: ['unit', 'street', 'community', 'urc', 'agency_name'] },
  // 单位名称、负责人、联系电话 have forms of all kinds.
  telling: {
    fields: ['street', 'unit', 'code12', 'urc', 'pop_resident', 'pop_huji', 'households', 'self_workers', 'self_orgs'],
    words: ['社区', '村名称'],
  },
  citation: '社区基本情况登记表，一表一社区',
  fields: {
    unit: {
      label: '县区',
      synonyms: ['[填报|所属]县区', '县区名称', '所属区', '所属县'],
      type: 'text',
      guidance: '填县区全称，如“田家庵区”；园区填园区名称。',
    },
    street: {
      label: '街道（乡镇）',
      synonyms: ['[所属]街道[名称]', '[所属]乡镇', '所属街道（乡镇）'],
      type: 'text',
      guidance: '填街道或乡镇全称。',
    },
    community: {
      label: '社区（村）名称',
      synonyms: ['[试点|填报|所属]社区[名称]', '试点单位', '单位名称', '社区(居委会|村委会)[名称]'],
      type: 'text',
      guidance: '填社区或村全称，与名册一致。',
    },
    code12: {
      label: '统计用区划代码',
      synonyms: ['(社区|区划)代码', '统计用区划代码（12位）'],
      type: 'text',
      guidance: '12 位数字。',
    },
    urc: {
      label: '城乡分类代码',
      synonyms: ['城乡(代码|划分代码)'],
      type: 'code',
      list: URC.id,
      guidance: '111、112、121、122、123 为城镇，210、220 为乡村。',
    },
    urban_rural: {
      label: '社区类型',
      synonyms: ['城市/农村', '城乡', '(城乡|社区)(类别|属性)'],
      type: 'code',
      list: URBAN.id,
      guidance: '勾选城市或农村。',
    },
    pop_resident: {
      label: '常住人口',
      synonyms: ['[辖区|社区|本社区|辖区内|实有]常住(人口|居民)', '常住人口（含流动人口）'],
      type: 'count',
      unit: '人',
      guidance: '截止日的常住人口，整数。',
    },
    pop_huji: { label: '户籍人口', synonyms: ['[在册]户籍(人口|居民)', '户籍人数'], type: 'count', unit: '人' },
    pop_date: {
      label: '人口数据时点',
      synonyms: [
        '(人口|人口数)(统计|截止|截至)日期',
        '(人口|数据)(时点|统计时点)',
        '人口数据日期',
        '[人口](数据|统计|数据统计)(截止|截至)日期',
      ],
      type: 'date',
    },
    households: {
      label: '户数',
      synonyms: ['[常住|在册|居民|家庭|人口|常住人口|住|辖区]户数', '家庭户'],
      type: 'count',
      unit: '户',
    },
    secretary: {
      label: '党组织书记',
      synonyms: ['书记姓名', '[社区][党组织|党委|党总支|党支部]书记', '社区[主要]负责人'],
      type: 'text',
      personal: 'name',
    },
    // W05 and W00 call it `agency`; this key is part of the published contract.
    agency_name: {
      label: '承接机构',
      synonyms: [
        '(社工|承接)机构名称',
        '[承接|承接的|合作|运营]社工[服务]机构',
        '(承接|运营|服务|第三方)机构',
        '承接单位',
      ],
      type: 'text',
      inner: [{ words: ['uscc'], field: 'agency_uscc' }],
      guidance: '书面确认的社工机构全称。',
    },
    agency_uscc: {
      label: '机构统一社会信用代码',
      synonyms: ['[机构|社工机构|承接机构][统一社会]信用代码', '机构代码'],
      type: 'uscc',
      guidance: '18 位，从证书上抄录，按文本格式录入。',
    },
    filler: {
      label: '填表人',
      synonyms: ['(填表|填报|填写|制表|经办)(人|人员)'],
      type: 'text',
      personal: 'name',
    },
    reviewer: { label: '审核人', synonyms: ['复核人', '审核', '审核人员'], type: 'text', personal: 'name' },
    // Who signs for the community; `head` of W02 leads an organisation.
    leader: {
      label: '负责人',
      synonyms: ['[单位|主要]负责人[（签字）]', '分管领导'],
      type: 'text',
      personal: 'name',
    },
    fill_date: {
      label: '填报日期',
      synonyms: ['(填表|填报|报出|报送|上报)日期'],
      type: 'date',
    },
    phone: {
      label: '联系电话',
      synonyms: ['[联系|办公]电话'],
      type: 'phone',
      personal: 'phone',
    },
    contact: { label: '联系人', synonyms: ['联系人姓名'], type: 'text', personal: 'name' },
    address: {
      label: '地址',
      synonyms: ['[社区|详细|办公|办公场所]地址', '住址'],
      type: 'text',
      personal: 'address',
    },
    self_workers: {
      label: '社区工作者数',
      synonyms: ['社区工作者人数', '社区工作者总数'],
      type: 'count',
      unit: '人',
      inner: [{ words: ['其中持证', '持证'], field: 'self_certified' }],
    },
    self_certified: {
      label: '持证社区工作者数',
      synonyms: ['持证人数', '其中：持证', '持证社工数'],
      type: 'count',
      unit: '人',
    },
    self_station: { label: '社会工作服务站', synonyms: ['社工站', '社区社会工作服务站'], type: 'boolean' },
    self_centre: {
      label: '社会工作服务中心',
      synonyms: ['社工服务中心', '街道社会工作服务中心'],
      type: 'boolean',
    },
    self_posts: {
      label: '专业社工岗位',
      synonyms: ['专业社工岗位数', '社工岗位', '社会工作专业岗位'],
      type: 'text',
      inner: [
        { words: ['中心'], field: 'self_posts_centre' },
        { words: ['站'], field: 'self_posts_station' },
      ],
    },
    self_posts_centre: {
      label: '社会工作服务中心岗位数',
      synonyms: ['中心岗位数', '中心专业社工岗位数'],
      type: 'count',
      unit: '个',
    },
    self_posts_station: {
      label: '社会工作服务站岗位数',
      synonyms: ['站岗位数', '站专业社工岗位数'],
      type: 'count',
      unit: '个',
    },
    self_fund: { label: '是否成立社区专项基金', synonyms: ['社区专项基金', '专项基金'], type: 'boolean' },
    self_orgs: {
      label: '社区社会组织数',
      synonyms: ['社区社会组织总数', '社会组织数'],
      type: 'count',
      unit: '家',
    },
    // What the form states of itself: W06 has the register's own figure (`registered`), a summary its own (`volunteers`).
    self_volunteers: { label: '注册志愿者数', synonyms: ['注册志愿者人数'], type: 'count', unit: '人' },
  },
});
