import type { IndicatorDef } from '../../../model.ts';
import { measures } from '../../../sheets/measures.ts';
import { W13 } from '../../../sheets/tables.ts';
import { measures as own } from '../measures.ts';
import { PILOT_END } from '../phases.ts';
import { atLeast, byChecklist, clause, exists, item, listed } from './clauses.ts';

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
    formula: '计入社区社会组织的各家中，依法登记且统一社会信用代码有效的家数',
    open: 'a)只算新培育的，还是连同原有的；b)城市和农村是否一样；c)按社区还是街道计；d)从孵化园迁入的归哪里',
    calibre:
      'a)原有的也计，试点期新增的另列参考；b)只判城市社区，农村和城乡不明的社区只作参考；c)按每个试点社区计；d)以名录填写的所属社区为准；代码未填或无效的，待核实',
    noun: '家依法登记的社区社会组织',
    spoken: { kind: 'count', what: '依法登记的社区社会组织' },
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
    formula: '计入社区社会组织的各家中，备案管理且备案号、备案日期齐全的家数',
    open: 'a)“社区服务组织”与“社区社会组织”是不是一类；b)备案后又登记的算哪边',
    calibre:
      'a)算一类，按登记、备案区分；b)只算登记；备案号或备案日期未填的待核实；只判城市社区，农村和城乡不明的社区只作参考',
    noun: '家备案的社区服务组织',
    spoken: { kind: 'count', what: '备案管理的社区服务组织' },
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
    formula: '计入社区社会组织的各家中，公益慈善、养老服务、志愿服务三类里已有的类数',
    open: '',
    calibre: '只作参考，不判达标，显示三类中有几类',
    measure: own.priorityKinds,
    target: listed(3, '类', PILOT_END),
  },
  {
    id: 'V04',
    name: '社区社会组织联合会',
    gloss: 'federation of community social organisations',
    scope: 'community',
    citation: clause('二（二）3', '在此基础上引导社区成立社区社会组织联合会'),
    formula: byChecklist,
    open: 'a)“在此基础上”是否指登记、备案各5家以后；b)“引导”是不是硬性要求',
    calibre: 'a)是；V01或V02未达到目标时，尚未成立的暂不要求；b)属引导类，未成立的判未达标，但不作否决',
    spoken: { kind: 'step', done: '已成立', undone: '尚未成立', deed: '成立' },
    measure: item('V04'),
    target: exists('个', PILOT_END, { ripe: ['V01', 'V02'], guiding: true }),
  },
  {
    id: 'V05',
    name: '孵化培育与督导支持',
    gloss: 'incubation, capacity-building, supervision provided',
    scope: 'community',
    citation: clause('二（二）3', '加强对社区社会组织和社区服务组织开展孵化培育、能力建设、服务督导等专业支持'),
    formula: byChecklist,
    open: '',
    calibre: '只作参考，不判达标；培训、督导记录由评估人员查看',
    spoken: { kind: 'step', done: '已开展', undone: '尚未开展', deed: '开展' },
    measure: item('V05'),
    target: exists('项', PILOT_END, { binding: 'information' }),
  },
  {
    id: 'X01',
    name: '特色创新内容',
    gloss: 'innovation themes (optional)',
    scope: 'community',
    citation: clause('二（二）4', '各试点社区可结合特点和实际,拓展丰富试点内容和范围'),
    formula: '特色创新表中填写的主题，属于文件列举的九类中的几类',
    open: '“可结合特点和实际”：是不是必须做',
    calibre: '可做可不做，只作参考，不判达标；在建议评分中作加分',
    measure: own.themes,
    target: listed(1, '项', PILOT_END),
  },
];
