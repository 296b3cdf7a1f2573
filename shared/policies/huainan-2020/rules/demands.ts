import type { RuleDef } from '../../../model.ts';
import { countEnd, hasColumn, inWindow } from '../../../sheets/measures.ts';
import { residents } from '../../../sheets/rules/community.ts';
import { asked, none } from '../../../sheets/silences.ts';
import { W01, W05, W07, W12, W12filing } from '../../../sheets/tables.ts';
import { ownAgency } from '../measures.ts';

const windowStart = { day: 'windowStart' } as const;

/** The form of basic facts: the pilot's rate of volunteers, and the agency that took the work on. */
export const facts: readonly RuleDef[] = [
  residents('志愿者注册率'),
  {
    id: 'R011',
    table: W01.id,
    title: '承接机构须填，并填有效的统一社会信用代码',
    relation: 'GB 32100-2015：代码 18 位，末位为校验位',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        when: hasColumn(W01.field.agency_name),
        fields: [W01.field.agency_name],
        message: '“{header}”没有填写。',
        fix: '填写市民政局书面确认的机构全称。',
      },
      {
        test: 'required',
        severity: 'error',
        fields: [W01.field.agency_uscc],
        message: '“{header}”没有填写。',
        fix: '从登记证书上抄录 18 位代码，单元格先设为文本格式。',
      },
      {
        test: 'holds',
        severity: 'error',
        fields: [W01.field.agency_uscc],
        must: { is: 'valid', field: W01.field.agency_uscc, otherwise: asked },
        message: '“{header}”填“{value}”，18 位代码的校验位不符，应有一位抄错。',
        fix: '与登记证书逐位核对后改正。',
      },
    ],
  },
];

/** What counts only within the pilot year, and only by the confirmed agency. */
export const withinPilot: readonly RuleDef[] = [
  {
    id: 'R062',
    table: W05.id,
    title: '项目须在试点窗口内',
    relation: '淮府办〔2020〕8号二（二）2：“试点期间每年开展”；窗口为2020年6月1日至2021年5月31日',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W05.field.start, W05.field.end],
        must: {
          is: 'all',
          of: [
            { is: 'within', field: W05.field.start, to: countEnd, otherwise: asked },
            {
              is: 'not',
              of: { is: 'within', field: W05.field.end, to: { ...windowStart, plus: -1 }, otherwise: none },
            },
          ],
        },
        message: '{where}项目（{value}起）不在试点窗口内，或在截止日 {asOf} 之后才开始，不计入。',
        fix: '属实的不必处理；日期填错的请改正。',
      },
    ],
  },
  {
    id: 'R066',
    table: W05.id,
    title: '承接机构与确认的机构一致',
    relation: '淮府办〔2020〕8号三：“选择一家专业社工机构共同参与进行”',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W05.field.agency],
        must: ownAgency,
        message: '{where}“{header}”填“{value}”，与基本情况表的承接机构不一致，暂不计入。',
        fix: '核对机构名称；确由其他社工机构实施的请说明。',
      },
    ],
  },
  {
    id: 'R084',
    table: W07.id,
    title: '试点窗口外和截止日之后的活动不计',
    relation: '淮府办〔2020〕8号二（二）2：“每年开展志愿服务活动不少于10个”；窗口为2020年6月1日至2021年5月31日',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W07.field.date],
        when: {
          is: 'not',
          of: {
            is: 'within',
            field: W07.field.date,
            from: { ...countEnd, plus: 1 },
            to: { day: 'windowEnd' },
            otherwise: asked,
          },
        },
        must: inWindow,
        message: '{where}“{header}”填“{value}”，在试点窗口之外，不计入。',
        fix: '属实的不必处理；年份填错的请改正。',
      },
      {
        test: 'holds',
        severity: 'note',
        fields: [W07.field.date],
        must: {
          is: 'not',
          of: {
            is: 'within',
            field: W07.field.date,
            from: { ...countEnd, plus: 1 },
            to: { day: 'windowEnd' },
            otherwise: asked,
          },
        },
        message: '{where}“{header}”填“{value}”，在截止日 {asOf} 之后，本期不计入。',
        fix: '属实的不必处理，下期计入；填错的请改正。',
      },
    ],
  },
];

/** The plan is confirmed by the county before it is handed in to the city. */
export const plan: readonly RuleDef[] = [
  {
    id: 'R131',
    table: W12.id,
    title: '方案确认日期不晚于报送日期，报送日期不晚于批复日期',
    relation: '淮府办〔2020〕8号三（一）：工作方案“经县区政府确认后于7月底前报送市民政局”',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W12filing.field.confirmed, W12filing.field.filed],
        must: { is: 'notAfter', field: W12filing.field.confirmed, other: W12filing.field.filed, otherwise: asked },
        message:
          '方案确认日期与报送日期次序不对（{header} {value}，{otherHeader} {other}）：应先经县区政府确认，再报送市民政局。',
        fix: '核对两个日期，改正填错的一个。',
      },
      {
        test: 'holds',
        severity: 'error',
        fields: [W12filing.field.filed, W12filing.field.approved],
        must: { is: 'notAfter', field: W12filing.field.filed, other: W12filing.field.approved, otherwise: asked },
        message: '方案报送日期与批复日期次序不对（{header} {value}，{otherHeader} {other}）：应先报送，再批复。',
        fix: '核对两个日期，改正填错的一个。',
      },
    ],
  },
];
