import type { IndicatorDef } from '../../model.ts';
import { measures } from '../measures.ts';
import { atLeast, clause, PILOT_END } from './clauses.ts';

const urbanOnly = { kind: 'urban', others: 'reference', unknown: 'reference' } as const;

/** 二（二）3–4: community organisations and innovation. */
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
    measure: measures.registeredOrganisations,
    target: atLeast(5, '家', PILOT_END, { only: urbanOnly }),
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
    measure: measures.filedOrganisations,
    target: atLeast(5, '家', PILOT_END, { only: urbanOnly }),
  },
];
