import type { FigureTest, Measure, RuleDef } from '../../../model.ts';
import { EMPLOYER, FUNDSOURCE, FUNDUSE, ITEM, WTYPE } from '../../../sheets/codes.ts';
import { communityWorker, done, inPost, inWindow, measures, onDuty, registered } from '../../../sheets/measures.ts';
import { asked, none, written } from '../../../sheets/silences.ts';
import { W00, W01, W02, W03, W04, W05, W06, W07, W08, W09, W11, W12, W13, W14 } from '../../../sheets/tables.ts';
import { measures as own } from '../measures.ts';

/** A self-reported figure that differs from what the records give. */
function reported(field: string, measure: Measure, part: 'count' | 'of' | 'rate' = 'count'): FigureTest {
  return {
    test: 'reported',
    severity: 'error',
    field,
    measure,
    part,
    message: '汇总表自报“{header}”为 {value}，按明细重算应为 {expected}。',
    fix: '以明细为准改正自报数；明细有漏的先补明细。',
  };
}

function same(field: string, ...as: readonly { readonly table: string; readonly field: string }[]): FigureTest {
  return {
    test: 'equal',
    severity: 'error',
    field,
    as,
    message: '汇总表自报“{header}”为 {value}，{other}填 {expected}，两表应一致。',
    fix: '核对后改填同一个数。',
  };
}

const SEVERAL = '需汇总多个社区的工作簿后才能核对，单册工作簿不检查。';

/** Z01–Z20: relations between tables. */
export const relations: readonly RuleDef[] = [
  {
    id: 'Z01',
    table: W13.id,
    also: [W02.id],
    title: '自报社会组织总数 = 名录有效去重数',
    relation: '以名录重算的数为准：登记与备案之和，重复的只计一次',
    tests: [reported(W13.field.org_total, measures.organisations)],
  },
  {
    id: 'Z02',
    table: W13.id,
    also: [W02.id],
    title: '自报登记数、备案数 = 名录分类数',
    relation: '以名录重算的数为准：登记、备案分别计数',
    tests: [
      reported(W13.field.org_registered, measures.registeredByKind),
      reported(W13.field.org_filed, measures.filedByKind),
    ],
  },
  {
    id: 'Z03',
    table: W13.id,
    also: [W03.id],
    title: '自报社区工作者总数、持证数 = 花名册去重数',
    relation: '以花名册重算的数为准：一人只计一次，机构派驻的不计',
    tests: [
      reported(W13.field.workers, measures.workersCertified, 'of'),
      reported(W13.field.certified, measures.workersCertified),
    ],
  },
  {
    id: 'Z04',
    table: W13.id,
    also: [W03.id],
    title: '自报持证率与重算值之差不超过 0.05 个百分点',
    relation: '以重算的分子、分母为准，自报的比率只容许四舍五入之差',
    tests: [reported(W13.field.certified_rate, measures.workersCertified, 'rate')],
  },
  {
    id: 'Z05',
    table: W13.id,
    title: '自报注册数、常住人口与志愿者情况、基本情况表一致',
    relation: '同一社区的同一个数，各表须一致',
    tests: [
      same(W13.field.volunteers, { table: W06.id, field: W06.field.registered }),
      same(
        W13.field.pop_resident,
        { table: W06.id, field: W06.field.pop_resident },
        { table: W01.id, field: W01.field.pop_resident },
      ),
    ],
  },
  {
    id: 'Z06',
    table: W13.id,
    also: [W07.id],
    title: '自报活动数 = 台账窗口内去重数',
    relation: '以台账重算的数为准：只计窗口内的，重复的只计一场',
    tests: [
      reported(W13.field.activities, measures.activities),
      {
        test: 'stated',
        severity: 'error',
        pattern: '(?<!\\d)(\\d+)\\s*(?:场次|场|次|个)',
        measure: measures.activities,
        message: '表下写明活动 {value} 场，按台账窗口内去重应为 {expected} 场。',
        fix: '以台账为准改正；台账有漏的先补台账。',
      },
    ],
  },
  {
    id: 'Z07',
    table: W13.id,
    title: '自报项目数、创投次数 = 明细窗口内有效数',
    relation: '以明细重算的数为准：只计窗口内有效的',
    tests: [reported(W13.field.projects, own.projects), reported(W13.field.ventures, measures.ventures)],
  },
  {
    id: 'Z08',
    table: W13.id,
    also: [W04.id],
    title: '自报中心、站岗位数 = 岗位表',
    relation: '以岗位表重算的数为准',
    tests: [
      reported(W13.field.posts_centre, measures.centrePosts),
      reported(W13.field.posts_station, measures.stationPosts),
    ],
  },
  {
    id: 'Z09',
    table: W04.id,
    also: [W03.id],
    title: '机构派驻的在岗人员不得列为社区工作者',
    relation: '机构派驻的社工不是社区工作者，两边都列会虚增持证人数',
    tests: [
      {
        test: 'alsoIn',
        severity: 'warning',
        when: {
          is: 'all',
          of: [inPost, { is: 'oneOf', field: W04.field.employer, codes: [EMPLOYER.code.机构], otherwise: asked }],
        },
        fields: [W04.field.pid, W04.field.person],
        other: {
          table: W03.id,
          fields: [W03.field.pid, W03.field.name],
          when: {
            is: 'oneOf',
            field: W03.field.wtype,
            codes: [WTYPE.code.A1, WTYPE.code.A2, WTYPE.code.A3],
            otherwise: asked,
          },
        },
        message: '{where}由机构派驻，又列在社区工作者花名册第{otherRow}行的两委成员或专职工作者中。',
        fix: '在花名册改填“机构派驻社工”，或在本表改正用人单位。',
      },
    ],
  },
  {
    id: 'Z10',
    table: W05.id,
    title: '项目承接机构 = 基本情况表承接机构 = 市民政局确认机构',
    relation: '淮府办〔2020〕8号三（一）：市民政局“以书面形式确认试点社区和具体专业社工机构”',
    also: [W00.id],
    waits: '需与市民政局的试点名册对照，本工作簿中没有，未检查。',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W05.field.agency],
        must: { is: 'same', field: W05.field.agency, table: W00.id, as: W00.field.agency, otherwise: asked },
        message: '{where}“{header}”填“{value}”，与市民政局确认的机构不一致。',
        fix: '与市民政局的书面确认核对后改正。',
      },
    ],
  },
  {
    id: 'Z11',
    table: W02.id,
    title: '同一信用代码不在两个社区重复计入',
    relation: '一个组织只计入登记住所所在的社区',
    several: true,
    waits: SEVERAL,
    tests: [
      {
        test: 'shared',
        identity: 'organisation',
        when: registered,
        fields: [W02.field.uscc],
        severity: 'error',
        message: '{where}“{header}”填“{value}”，与第{first}行相同，却列在两个社区，重复计入。',
        fix: '只留登记住所所在社区的一行。',
      },
    ],
    across: [
      {
        across: 'shared',
        identity: 'organisation',
        severity: 'error',
        message: '{units}的社会组织名录中有 {count} 家是同样的登记组织（统一社会信用代码 {called}），重复计入。',
        fix: '只留登记住所所在社区的一行，其他社区的名录中删除。',
      },
    ],
  },
  {
    id: 'Z12',
    table: W03.id,
    title: '同一人不在两个社区同时在岗',
    relation: '一个人同时只在一个社区工作',
    several: true,
    waits: SEVERAL,
    tests: [
      {
        test: 'repeated',
        identity: 'person',
        differ: W03.field.community,
        when: {
          is: 'all',
          of: [communityWorker, onDuty, { is: 'filled', field: W03.field.community, otherwise: written }],
        },
        fields: [W03.field.pid, W03.field.name],
        severity: 'error',
        message: '{where}与第{first}行是同一人，却在两个社区同时在岗。',
        fix: '核对人员现在哪个社区；已调离的补填离岗日期。',
      },
    ],
    across: [
      {
        across: 'shared',
        identity: 'person',
        certain: 2,
        severity: 'error',
        message:
          '{units}的社区工作者花名册中有 {count} 人是同一人，却同时在岗（身份证号相同，或姓名和出生年月都相同）。',
        fix: '核对人员现在哪个社区；已调离的补填离岗日期，不再计入。',
      },
      {
        across: 'shared',
        identity: 'person',
        certain: 2,
        perhaps: true,
        severity: 'warning',
        message:
          '{units}的社区工作者花名册中有 {count} 人可能是同一人，却同时在岗（姓名和出生年月相同，都没有可用的身份证号）。',
        fix: '补齐身份证号或者出生日期；是同一人的，已调离的补填离岗日期；不是的请说明。',
      },
    ],
  },
  {
    id: 'Z13',
    table: W06.id,
    also: [W07.id],
    title: '参与人次不少于台账注册人次的 80%',
    relation: '两表说的是同一段时间的活动，人次应大体相当',
    tests: [
      {
        test: 'against',
        severity: 'warning',
        field: W06.field.participations,
        op: '>=',
        p: 80,
        q: 100,
        sum: { identity: 'activity', field: W07.field.registered, where: inWindow },
        message: '{where}“{header}”填 {value}，少于活动台账注册志愿者人次合计 {sum} 的 80%。',
        fix: '核对两表的统计口径和时段；属实的请说明。',
      },
    ],
  },
  {
    id: 'Z14',
    table: W06.id,
    also: [W07.id],
    title: '参与人数不超过台账注册志愿者人次合计',
    relation: '参与过活动的每一个人，在台账上至少有一人次',
    tests: [
      {
        test: 'against',
        severity: 'warning',
        field: W06.field.participants,
        op: '<=',
        p: 1,
        q: 1,
        sum: { identity: 'activity', field: W07.field.registered, where: inWindow },
        message: '{where}“{header}”填 {value}，多于活动台账注册志愿者人次合计 {sum}。',
        fix: '核对台账是否漏登活动；在系统中另有记录的请说明。',
      },
    ],
  },
  {
    id: 'Z15',
    table: W09.id,
    also: [W02.id],
    title: '枢纽组织填“是”，名录中须有枢纽型组织，反之亦然',
    relation: '同一个枢纽型组织，两表须一致',
    tests: [
      {
        test: 'matched',
        severity: 'warning',
        fields: [W09.field.done],
        when: { is: 'oneOf', field: W09.field.item, codes: [ITEM.code.P07], otherwise: asked },
        other: {
          table: W02.id,
          field: W02.field.is_hub,
          when: { is: 'yes', field: W02.field.is_hub, otherwise: none },
        },
        message: '{where}枢纽型组织填“{value}”，与社会组织名录“是否枢纽型”一栏不一致。',
        fix: '核对后两表改成一致；枢纽组织登记在街道名录的请说明。',
      },
    ],
  },
  {
    id: 'Z16',
    table: W09.id,
    title: '联合会填“是”的，须有名称和成立日期',
    relation: '联合会是否成立，以名称（成立文件）和成立日期为凭',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        when: {
          is: 'all',
          of: [{ is: 'oneOf', field: W09.field.item, codes: [ITEM.code.S07, ITEM.code.V04], otherwise: asked }, done],
        },
        fields: [W09.field.document, W09.field.done_date],
        message: '{where}联合会填“是”，“{header}”没有填写。',
        fix: '补填联合会名称（或成立文件）和成立日期。',
      },
    ],
  },
  {
    id: 'Z17',
    table: W08.id,
    also: [W11.id],
    title: '创投资助额合计不超过创投支出与社会资金之和',
    relation: '创投的资助出自创投支出和社会资金',
    tests: [
      {
        test: 'exceeds',
        severity: 'note',
        field: W08.field.grant,
        sums: [
          {
            table: W11.id,
            field: W11.field.spent,
            where: { is: 'oneOf', field: W11.field.use, codes: [FUNDUSE.code.创投], otherwise: none },
          },
          {
            table: W11.id,
            field: W11.field.spent,
            where: {
              is: 'all',
              of: [
                { is: 'oneOf', field: W11.field.source, codes: [FUNDSOURCE.code.社会], otherwise: none },
                { is: 'not', of: { is: 'oneOf', field: W11.field.use, codes: [FUNDUSE.code.创投], otherwise: none } },
              ],
            },
          },
        ],
        message: '创投资助额合计 {sum} 万元，多于经费表的创投支出与社会资金之和 {expected} 万元。',
        fix: '核对两表的金额；属实的不必处理。',
      },
    ],
  },
  {
    id: 'Z18',
    table: W12.id,
    title: '方案确认、报送、批复的日期次序',
    relation: '淮府办〔2020〕8号三（一）：先经县区政府确认，再报送市民政局，由市民政局审定',
    // R131 is the same relation, and finds it.
    tests: [],
  },
  {
    id: 'Z19',
    table: W13.id,
    title: '与上期相比的变动',
    relation: '与上期相比变动很大的数，多为口径不同或填错',
    waits: '需上期工作簿对照，本次没有，未检查。',
    tests: [],
    across: [
      {
        across: 'changed',
        indicators: ['G01', 'G02'],
        part: 'numerator',
        percent: 0,
        only: 'down',
        severity: 'warning',
        message: '{units}的社区社会组织数比中期减少（由 {was} 家到 {now} 家）。',
        fix: '核对两期的名录；确有注销、撤销的请说明。',
      },
      {
        across: 'changed',
        indicators: ['S08'],
        part: 'numerator',
        percent: 10,
        only: 'down',
        severity: 'warning',
        message: '{units}的实名注册志愿者数比中期减少超过 10%（由 {was} 人到 {now} 人）。',
        fix: '核对两期的统计口径和时点；属实的请说明。',
      },
      {
        across: 'changed',
        indicators: ['S08'],
        part: 'denominator',
        percent: 10,
        severity: 'warning',
        message: '{units}的常住人口与中期相差超过 10%（由 {was} 人到 {now} 人）。',
        fix: '核对两期的统计口径和时点；属实的请说明。',
      },
    ],
  },
  {
    id: 'Z20',
    table: null,
    title: '合计行 = 明细之和',
    relation: '合计是明细之和，小计不重复相加',
    tests: [
      {
        test: 'totals',
        severity: 'error',
        except: [W11.id],
        tolerance: 0,
        message: '合计行“{header}”填 {value}，明细相加应为 {expected}。',
        twice: '合计行“{header}”填 {value}，把小计又加了一遍，明细相加应为 {expected}。',
        fix: '改正合计公式，只加明细行；写成文字的数（如“25人”）公式加不到，改成只填数。',
      },
    ],
  },
  {
    id: 'Z21',
    table: W14.id,
    title: '整改问题与上期未达标、滞后的指标一一对应',
    relation: '淮府办〔2020〕8号三（四）：“针对中期检查评估发现的问题，进一步改进和完善工作措施”',
    waits: '需上期评估结果对照，本次没有，未检查。',
    tests: [],
    across: [
      {
        across: 'followed',
        indicator: 'M09',
        severity: 'warning',
        message: '{units}的问题整改台账中有 {count} 个中期问题，中期未达标、滞后的指标是 {expected} 项，应一一对应。',
        fix: '对照中期评估的结果逐项列入台账；几项合为一个问题的请说明。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'missing',
        severity: 'warning',
        message: '{units}交回的问题整改台账缺少整改通知中的 {count} 个问题：{numbers}。',
        fix: '请把缺少的问题补回台账，逐个写明整改情况。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'added',
        severity: 'warning',
        message: '{units}的问题整改台账中有 {count} 个中期问题不是整改通知中的，可能改了编号，或者另外增加。',
        fix: '请按整改通知的编号填报；日常检查发现的问题，来源写“日常检查”。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'changed',
        severity: 'warning',
        message: '{units}的问题整改台账中有 {count} 个问题的“指标”或者“时限”与整改通知不同：{numbers}。',
        fix: '请改回整改通知的内容；经同意延期的请附书面说明。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'unproved',
        severity: 'warning',
        message:
          '{units}的问题整改台账中有 {count} 个问题写已销号，但没有“佐证”、没有“完成日”，或者完成日早于中期评估、晚于截止日，没有计作销号：{numbers}。',
        fix: '请补填完成日和佐证；没有验收的，状态改为“已完成待验收”。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'found',
        severity: 'warning',
        message: '{units}有 {count} 个问题写已销号，但终期评估仍列为问题，没有计作销号：{numbers}。',
        fix: '请核对整改结果：确已整改的，终期的数据据实补正；没有整改到位的，状态改为“整改中”。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'late',
        severity: 'note',
        message: '{units}有 {count} 个问题在 {due} 以后销号：{numbers}。',
        fix: '逾期销号的不需改数，总结报告中列明。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'differs',
        severity: 'warning',
        message: '{units}交回的几份问题整改台账中有 {count} 个问题写的不同，按进展少的算：{numbers}。',
        fix: '请核对以哪一份为准，其余的不要再交，或者改成一致。',
      },
      {
        across: 'returned',
        indicator: 'M09',
        of: 'foreign',
        severity: 'warning',
        message: '{units}交回的问题整改台账中有 {count} 个问题的编号{of}，整改情况没有统计：{numbers}。',
        fix: '请核对台账是不是放错了单位；单位改了名称、换了区划的，请说明这个文件是原来哪个单位的。',
      },
    ],
  },
  {
    id: 'Z22',
    table: W13.id,
    title: '汇总单位数 = 应报数 − 未报数',
    relation: '汇总只含已报送的单位，未报送的不按 0 计',
    also: [W00.id],
    several: true,
    waits: SEVERAL,
    tests: [
      {
        test: 'tally',
        severity: 'error',
        field: W13.field.community,
        measure: measures.unitsReported,
        message: '汇总表列有 {count} 个社区，试点名册中已报送的是 {expected} 个，两者应一致。',
        fix: '没有报送的不列入汇总，已报送的不得遗漏；报送状态有误的改正名册。',
      },
    ],
    across: [
      {
        across: 'tally',
        severity: 'error',
        message: '汇总到工作簿的有 {count} 个单位，试点名册写明已报送的有 {expected} 个，两者应逐个一致。{list}。',
        fix: '没有汇总到的补收，或换成能读取的文件；报送状态有误的改正名册；不是试点单位的移出。',
      },
    ],
  },
];
