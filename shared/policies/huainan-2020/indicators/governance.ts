import type { IndicatorDef } from '../../../model.ts';
import { measures } from '../../../sheets/measures.ts';
import { W13 } from '../../../sheets/tables.ts';
import { measures as own } from '../measures.ts';
import { PILOT_END } from '../phases.ts';
import { atLeast, clause, exists, item, listed } from './clauses.ts';

const urbanOnly = {
  kind: 'urban',
  others: 'reference',
  unknown: 'reference',
  why: '农村社区只按“农村社区社会组织数”判定，本数仅供参考。',
} as const;

/** 二（二）3–4: community organisations, innovation. */
export const governance: readonly IndicatorDef[] = [
  {
    id: 'V01',
    name: '依法登记的社区社会组织数',
    gloss: 'registered community social organisations cultivated',
    scope: 'community',
    citation: clause('二（二）3', '培育发展至少5家依法登记的社区社会组织'),
    formula: 'G01集合中方式=登记且统一社会信用代码有效',
    open: 'a)存量/新增；b)城乡；c)每社区/每街道；d)孵化迁入的',
    calibre:
      'a存量（含试点前登记且仍正常者），新增另列；b与G02冲突→农村降参考；c每社区；d以登记住所/主要活动区域为准，一家只归一个社区',
    noun: '家依法登记的社区社会组织',
    measure: measures.registeredOrganisations,
    target: atLeast(5, '家', PILOT_END, { only: urbanOnly }),
    self: [{ table: W13.id, field: W13.field.org_registered }],
    references: [{ basis: '试点期新增', measure: measures.newRegistered }],
  },
  {
    id: 'V02',
    name: '备案管理的社区服务组织数',
    gloss: 'filed community service organisations cultivated',
    scope: 'community',
    citation: clause('二（二）3', '5 家备案管理的社区服务组织'),
    formula: 'G01集合中方式=备案（街道备案号/备案日期齐）',
    open: '“社区服务组织”与“社区社会组织”是否同类；已由备案转登记的算哪边',
    calibre: '同类，按管理方式分；转登记后只算登记',
    noun: '家备案的社区服务组织',
    measure: measures.filedOrganisations,
    target: atLeast(5, '家', PILOT_END, { only: urbanOnly }),
    self: [{ table: W13.id, field: W13.field.org_filed }],
    references: [{ basis: '试点期新增', measure: measures.newFiled }],
  },
  {
    id: 'V03',
    name: '三类重点组织齐备',
    gloss: 'three priority categories present',
    scope: 'community',
    citation: clause('二（二）3', '重点孵化培育社区公益慈善类社会组织、社区养老服务组织、社区志愿服务组织'),
    formula: '公益慈善/养老服务/志愿服务三类中有≥1家的类数',
    open: '',
    calibre: '显示n/3，不否决',
    measure: own.priorityKinds,
    target: listed(3, '类', PILOT_END),
  },
  {
    id: 'V04',
    name: '社区社会组织联合会',
    gloss: 'federation of community social organisations',
    scope: 'community',
    citation: clause('二（二）3', '在此基础上引导社区成立社区社会组织联合会'),
    formula: '有成立文件',
    open: '“在此基础上”=V01、V02达到后；引导类',
    calibre: 'V01/V02未到5时缺项不扣，记“条件未成熟”',
    measure: item('V04'),
    target: exists('个', PILOT_END, { ripe: ['V01', 'V02'], guiding: true }),
  },
  {
    id: 'V05',
    name: '孵化培育与督导支持',
    gloss: 'incubation, capacity-building, supervision provided',
    scope: 'community',
    citation: clause('二（二）3', '加强对社区社会组织和社区服务组织开展孵化培育、能力建设、服务督导等专业支持'),
    formula: '培训/督导记录数',
    open: '',
    calibre: '记录存在',
    measure: item('V05'),
    target: exists('项', PILOT_END, { binding: 'information' }),
  },
  {
    id: 'X01',
    name: '特色创新内容',
    gloss: 'innovation themes (optional)',
    scope: 'community',
    citation: clause('二（二）4', '各试点社区可结合特点和实际,拓展丰富试点内容和范围'),
    formula: '勾选主题数（共9类）',
    open: '“可”=可选',
    calibre: '加分/叙述用，不判达标',
    measure: own.themes,
    target: listed(1, '项', PILOT_END),
  },
];
