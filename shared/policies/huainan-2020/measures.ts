/** What only 淮府办〔2020〕8号 counts: the kinds, groups and themes that it lists, its funds, dates and ten units. */
import type { Condition, Measure } from '../../model.ts';
import { CAT, FUNDSOURCE, GRP, ITEM, MECHANISM, PROJSTAT, TALENT, XT } from '../../sheets/codes.ts';
import {
  all,
  any,
  countEnd,
  ended,
  issueClosed,
  itemDone,
  merelyEvent,
  not,
  orDoubt,
  organisation,
  ownBy,
  ownItem,
  perhapsOfMidterm,
  planned,
  servedHere,
  someService,
  tellsState,
} from '../../sheets/measures.ts';
import { isNamedStopped, saysStopped } from '../../sheets/sayings.ts';
import { asked, none, noneIfBlank, stands, standsIfBlank, writtenIfThere } from '../../sheets/silences.ts';
import { W00, W01, W02, W05, W09, W10, W11, W12, W12filing, W14, W15 } from '../../sheets/tables.ts';
import { FIRST_PHASE } from './phases.ts';

/** 公益慈善, 养老服务, 志愿服务: the three to be fostered first. */
const priorityKinds: Measure = {
  kind: 'kinds',
  table: W02.id,
  field: W02.field.category,
  among: [CAT.code.公益慈善, CAT.code.养老服务, CAT.code.志愿服务],
  where: organisation,
  outOf: 3,
};
/** The agency that the city confirmed, as the form of basic facts names it. */
export const ownAgency: Condition = {
  is: 'same',
  field: W05.field.agency,
  table: W01.id,
  as: W01.field.agency_name,
  otherwise: standsIfBlank,
};
const projects: Measure = {
  kind: 'count',
  table: W05.id,
  identity: 'project',
  where: all(
    ownBy(W05.field.community),
    orDoubt(ownAgency, '核实为市民政局确认的承接机构'),
    not({ is: 'oneOf', field: W05.field.status, codes: [PROJSTAT.code.拟立项], otherwise: noneIfBlank }),
    not(
      all(ended, not({ is: 'perhaps', of: { ...someService, otherwise: noneIfBlank }, would: '确在窗口内提供过服务' })),
    ),
    planned,
    someService,
    { is: 'within', field: W05.field.start, to: countEnd, otherwise: asked },
    not({ is: 'within', field: W05.field.end, to: { day: 'windowStart', plus: -1 }, otherwise: none }),
    orDoubt(
      { is: 'notAfter', field: W05.field.start, other: W05.field.end, otherwise: stands },
      '更正为不晚于结束日期',
    ),
    any(
      tellsState,
      all(
        not({ is: 'perhaps', of: saysStopped, would: '核实没有终止' }),
        not({ is: 'perhaps', of: isNamedStopped, would: '核实没有终止' }),
      ),
    ),
    not({ is: 'perhaps', of: merelyEvent, would: '核实为有服务方案的项目' }),
  ),
  by: W05.field.name,
  event: true,
};

/** The seven groups that the policy names. */
const groupsServed: Measure = {
  kind: 'kinds',
  table: W05.id,
  field: W05.field.groups,
  among: [
    GRP.code.特殊老人,
    GRP.code.特扶家庭,
    GRP.code.社会救助群体,
    GRP.code.城市流动人口,
    GRP.code.困境儿童,
    GRP.code.社区矫正对象,
    GRP.code.残疾人,
  ],
  where: servedHere,
  outOf: 7,
};

const improvements: Measure = {
  kind: 'words',
  table: W09.id,
  items: [ITEM.code.M10],
  words: ['政策创制', '经验推广', '模式创新', '品牌打造'],
  of: ownItem,
  where: itemDone,
};

const talents: Measure = {
  kind: 'kinds',
  table: W10.id,
  field: W10.field.category,
  among: [
    TALENT.code.社会工作专业人才,
    TALENT.code.基层党务人才,
    TALENT.code.志愿服务人才,
    TALENT.code.基层自治人才,
    TALENT.code.社会组织骨干人才,
  ],
  where: { is: 'number', field: W10.field.trainees, op: '>=', than: 1, otherwise: asked },
  outOf: 5,
};
const mechanisms: Measure = {
  kind: 'kinds',
  table: W10.id,
  field: W10.field.mechanisms,
  among: [MECHANISM.code.培训, MECHANISM.code.使用, MECHANISM.code.激励, MECHANISM.code.保障],
  where: { is: 'filled', field: W10.field.mechanisms, otherwise: writtenIfThere },
  outOf: 4,
};

/** The city and the county must provide; the street's part is for reference (decision huainan-15). */
const publicFunds: Condition = {
  is: 'oneOf',
  field: W11.field.source,
  codes: [FUNDSOURCE.code.市, FUNDSOURCE.code.县区],
  otherwise: noneIfBlank,
};
const funds: Measure = { kind: 'sum', table: W11.id, field: W11.field.planned, where: publicFunds };
const fundsReceived: Measure = {
  kind: 'rate',
  table: W11.id,
  numerator: W11.field.received,
  denominator: W11.field.planned,
  where: publicFunds,
};
const fundsSpent: Measure = { ...fundsReceived, numerator: W11.field.spent, denominator: W11.field.received };

const planConfirmed: Measure = {
  kind: 'holds',
  table: W12.id,
  needs: [W12filing.field.confirmed, W12filing.field.filed],
  where: { is: 'notAfter', field: W12filing.field.confirmed, other: W12filing.field.filed, otherwise: asked },
};
const planFiled: Measure = {
  kind: 'holds',
  table: W12.id,
  needs: [W12filing.field.filed],
  where: { is: 'within', field: W12filing.field.filed, to: { on: FIRST_PHASE }, otherwise: asked },
  late: { field: W12filing.field.filed, due: FIRST_PHASE },
};

const issuesClosed: Measure = {
  kind: 'share',
  table: W14.id,
  identity: 'issue',
  of: all(
    ownBy(W14.field.community),
    any(
      { is: 'contains', field: W14.field.origin, words: ['中期'], otherwise: stands },
      {
        is: 'perhaps',
        of: perhapsOfMidterm,
        would: '核实为中期评估发现的问题',
        wouldNot: '核实不是中期评估发现的问题',
      },
    ),
  ),
  where: all(issueClosed, { is: 'within', field: W14.field.closed_date, to: { day: 'asOf' }, otherwise: stands }),
  by: W14.field.status,
  needs: [W14.field.closed, W14.field.status],
};

const themes: Measure = {
  kind: 'kinds',
  table: W15.id,
  field: W15.field.theme,
  among: [
    XT.code.社工人才培养,
    XT.code.社会组织培育,
    XT.code.特殊人群服务,
    XT.code.社区公益创投,
    XT.code.社区协商,
    XT.code.楼栋自治,
    XT.code.四位一体红色物业,
    XT.code.三工联动与两工互动,
    XT.code.创新社区学院,
  ],
  where: { is: 'filled', field: W15.field.theme, otherwise: writtenIfThere },
};

const unitsChosen: Measure = {
  kind: 'count',
  table: W00.id,
  identity: 'unit',
  where: {
    is: 'all',
    of: [
      { is: 'filled', field: W00.field.street, otherwise: writtenIfThere },
      { is: 'filled', field: W00.field.community, otherwise: writtenIfThere },
      { is: 'filled', field: W00.field.agency, otherwise: writtenIfThere },
    ],
  },
  by: W00.field.unit,
  outOf: 10,
};
const unitsConfirmed: Measure = {
  ...unitsChosen,
  where: { is: 'filled', field: W00.field.confirm_no, otherwise: writtenIfThere },
};

export const measures = {
  projects,
  priorityKinds,
  groupsServed,
  improvements,
  talents,
  mechanisms,
  funds,
  fundsReceived,
  fundsSpent,
  planConfirmed,
  planFiled,
  issuesClosed,
  themes,
  unitsChosen,
  unitsConfirmed,
} satisfies Record<string, Measure>;
