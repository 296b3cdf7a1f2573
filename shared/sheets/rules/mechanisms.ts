import type { RuleDef } from '../../model.ts';
import { ITEM } from '../codes.ts';
import { done, not, ownItem, perhapsOfMidterm } from '../measures.ts';
import { saysDropped, saysNoLonger } from '../sayings.ts';
import { asked } from '../silences.ts';
import { W09, W10, W11, W12, W14 } from '../tables.ts';

/** R101–R142: mechanisms, talent, funds, plan and progress, issues. */
export const mechanisms: readonly RuleDef[] = [
  {
    id: 'R101',
    table: W09.id,
    title: '是否完成须能认出',
    relation: '认不出“是”“否”的不猜',
    tests: [
      {
        test: 'readable',
        severity: 'warning',
        fields: [W09.field.done],
        message: '{where}“{header}”填“{value}”，认不出是“是”还是“否”。',
        fix: '改填“是”或“否”。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W09.field.remark],
        when: done,
        must: not(saysNoLonger),
        message: '{where}填“是”，“{header}”写有“{value}”，不能确定现在是否还有，核实前按待核实计。',
        fix: '已经停用、撤销的改填“否”；仍在的改正备注。',
      },
    ],
  },
  {
    id: 'R102',
    table: W09.id,
    title: '填“是”的须有佐证',
    relation: '填“是”的，须有材料可查',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        when: done,
        fields: [W09.field.evidence],
        message: '{where}填“是”，“{header}”没有填写。',
        fix: '补填佐证材料名称；中心、站、基金和派驻没有佐证的待核实。',
      },
    ],
  },
  {
    id: 'R103',
    table: W09.id,
    title: '筹建中、正在办理按“否”计',
    relation: '“筹建中”“正在办理”说的是还没有完成',
    tests: [
      {
        test: 'issue',
        of: { issue: 'N031', fields: [W09.field.done] },
        severity: 'note',
        message: '{where}“{header}”填“{value}”，还没有完成，按“否”计。',
        fix: '完成后改填“是”和完成日期。',
      },
    ],
  },
  {
    id: 'R104',
    table: W09.id,
    title: '完成日期不晚于截止日',
    relation: '以截止日以前完成的计',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        when: done,
        fields: [W09.field.done_date],
        must: { is: 'within', field: W09.field.done_date, to: { day: 'asOf' }, otherwise: asked },
        message: '{where}“{header}”填“{value}”，晚于截止日 {asOf}，本期按“否”计。',
        fix: '核对日期；确在截止日之后完成的，下期再报。',
      },
      {
        test: 'required',
        severity: 'warning',
        // The federations have Z16 for it.
        when: {
          is: 'all',
          of: [
            done,
            {
              is: 'not',
              of: { is: 'oneOf', field: W09.field.item, codes: [ITEM.code.S07, ITEM.code.V04], otherwise: asked },
            },
          ],
        },
        fields: [W09.field.done_date],
        message: '{where}填“是”，“{header}”没有填写，不能确定是否按期。',
        fix: '补填完成日期。',
      },
    ],
  },
  {
    id: 'R106',
    table: W09.id,
    title: '同一件事只有一种填法',
    relation: '一件事不能又完成、又没有完成',
    tests: [
      {
        test: 'repeated',
        identity: 'item',
        differ: W09.field.done,
        when: ownItem,
        fields: [W09.field.item],
        severity: 'warning',
        message: '{where}“{value}”与{earlier}是同一件事，是否完成填得不同，核实前不作完成。',
        fix: '只留一行；街道、社区两级的，在“文号/名称”写明各是哪一级的。',
      },
    ],
  },
  {
    id: 'R111',
    table: W10.id,
    title: '培训人次不少于培训场次',
    relation: '一场培训至少有一人参加',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W10.field.sessions, W10.field.trainees],
        must: {
          is: 'share',
          field: W10.field.trainees,
          other: W10.field.sessions,
          op: '>=',
          p: 1,
          q: 1,
          otherwise: asked,
        },
        message: '{where}培训人次少于培训场次（{header} {value}，{otherHeader} {other}）。',
        fix: '核对两数是否填反。',
      },
    ],
  },
  {
    id: 'R121',
    table: W11.id,
    title: '支出一般不超过到位',
    relation: '支出出自到位的资金，有垫付的须说明',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W11.field.received, W11.field.spent],
        must: {
          is: 'share',
          field: W11.field.spent,
          other: W11.field.received,
          op: '<=',
          p: 1,
          q: 1,
          otherwise: asked,
        },
        message: '{where}支出大于到位（{header} {value}，{otherHeader} {other}）。',
        fix: '核对金额；有垫付的请说明。',
      },
    ],
  },
  {
    id: 'R122',
    table: W11.id,
    title: '到位一般不超过安排',
    relation: '到位出自安排的资金，有追加的须说明',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W11.field.planned, W11.field.received],
        must: {
          is: 'share',
          field: W11.field.received,
          other: W11.field.planned,
          op: '<=',
          p: 1,
          q: 1,
          otherwise: asked,
        },
        message: '{where}到位大于安排（{header} {value}，{otherHeader} {other}）。',
        fix: '核对金额；有追加的请说明。',
      },
    ],
  },
  {
    id: 'R123',
    table: W11.id,
    title: '经费合计 = 各项之和',
    relation: '合计是各项之和；金额以万元计、保留一位小数，容许相差 0.1',
    tests: [
      {
        test: 'totals',
        severity: 'error',
        only: [W11.id],
        tolerance: 0.1,
        message: '合计行“{header}”填 {value}，各项相加应为 {expected}。',
        twice: '合计行“{header}”填 {value}，把小计又加了一遍，各项相加应为 {expected}。',
        fix: '改正合计公式，只加明细行；写成文字的数（如“5万元”）公式加不到，改成只填数。相差 0.1 万元以内的不计。',
      },
    ],
  },
  {
    id: 'R132',
    table: W12.id,
    title: '启动日不晚于完成日',
    relation: '先启动，后完成',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W12.field.start, W12.field.finish],
        must: { is: 'notAfter', field: W12.field.start, other: W12.field.finish, otherwise: asked },
        message: '{where}启动日晚于完成日（{header} {value}，{otherHeader} {other}）。',
        fix: '核对两个日期，改正填错的一个。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W12.field.remark],
        must: not(saysDropped),
        message: '{where}“{header}”写有“{value}”，不能确定任务是否启动，核实前只计入上限。',
        fix: '取消的任务附批准文件说明；仍在实施的改正备注。',
      },
    ],
  },
  {
    id: 'R142',
    table: W14.id,
    title: '问题的来源须看得出是不是中期评估',
    relation: '中期评估发现的问题才计入问题整改',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W14.field.origin],
        must: not(perhapsOfMidterm),
        message: '{where}“{header}”填“{value}”，看不出是不是中期评估发现的问题，核实前不定是否计入。',
        fix: '中期评估发现的写“中期评估”；不是的写明是哪一次检查。',
      },
    ],
  },
];
