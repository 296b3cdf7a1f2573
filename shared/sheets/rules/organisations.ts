import type { RuleDef } from '../../model.ts';
import { ORGSTAT } from '../codes.ts';
import { civilCode, EXCLUDED_WORDS, filed, not, registered } from '../measures.ts';
import { isNamedEnded, saysEnded } from '../sayings.ts';
import { asked, none } from '../silences.ts';
import { W02 } from '../tables.ts';
import { choice } from './choices.ts';
import { whose } from './places.ts';

const tomorrow = { day: 'asOf', plus: 1 } as const;
/** GB 32100: the check character holds. */
export const validCode = { is: 'valid', field: W02.field.uscc, otherwise: none } as const;

/** R021–R034: the roster of community organisations. */
export const organisations: readonly RuleDef[] = [
  {
    id: 'R021',
    table: W02.id,
    title: '组织名称须填，同一组织只列一次',
    relation: '同一组织只计一次：信用代码相同，或同一社区内名称相同',
    tests: [
      {
        test: 'required',
        severity: 'error',
        fields: [W02.field.name],
        message: '{where}“{header}”没有填写。',
        fix: '填写与登记证或备案表一致的全称；空行请删除。',
      },
      {
        test: 'repeated',
        identity: 'organisation',
        agree: W02.field.mgmt,
        fields: [W02.field.name],
        severity: 'error',
        message: '{where}“{value}”与第{first}行是同一组织（名称或代码相同），只计 1 家。',
        fix: '删除重复的一行；确为两个组织的，写清全称或代码。',
      },
      {
        test: 'repeated',
        identity: 'organisation',
        differ: W02.field.mgmt,
        // Registered after the day of judgement: it still counts as filed.
        when: {
          is: 'not',
          of: {
            is: 'all',
            of: [registered, { is: 'within', field: W02.field.reg_date, from: tomorrow, otherwise: none }],
          },
        },
        fields: [W02.field.name],
        severity: 'warning',
        message: '{where}“{value}”与第{first}行是同一组织，一处填登记、一处填备案，只按登记计 1 家。',
        fix: '已由备案转为登记的，删除备案的一行。',
      },
    ],
  },
  {
    id: 'R022',
    table: W02.id,
    title: '管理方式须填登记或备案',
    relation: '登记和备案分别计数，未登记也未备案的不计',
    tests: [
      {
        test: 'required',
        severity: 'error',
        fields: [W02.field.mgmt],
        message: '{where}“{header}”没有填写，不能确定是否计入。',
        fix: '填“登记”或“备案”。',
      },
      {
        test: 'readable',
        severity: 'error',
        fields: [W02.field.mgmt],
        message: '{where}“{header}”填“{value}”，认不出是登记还是备案。',
        fix: '改填“登记”或“备案”。',
      },
    ],
  },
  {
    id: 'R023',
    table: W02.id,
    title: '登记的组织须填组织形式',
    relation: '登记的组织形式以登记证书为准：社会团体、社会服务机构、基金会',
    tests: [
      {
        test: 'required',
        severity: 'error',
        when: registered,
        fields: [W02.field.form],
        message: '{where}为登记组织，“{header}”没有填写。',
        fix: '填社会团体、社会服务机构或基金会。',
      },
      {
        test: 'readable',
        severity: 'error',
        when: registered,
        fields: [W02.field.form],
        message: '{where}“{header}”填“{value}”，认不出是哪种组织形式。',
        fix: '改填社会团体、社会服务机构、基金会或其他。',
      },
    ],
  },
  {
    id: 'R024',
    table: W02.id,
    title: '登记的组织须填有效的统一社会信用代码',
    relation: 'GB 32100-2015：代码 18 位，末位为校验位',
    tests: [
      {
        test: 'required',
        severity: 'error',
        when: registered,
        fields: [W02.field.uscc],
        message: '{where}为登记组织，“{header}”没有填写，暂不能确认已依法登记。',
        fix: '从登记证书上抄录 18 位代码；尚未登记的改填“备案”。',
      },
      {
        test: 'holds',
        severity: 'error',
        when: registered,
        fields: [W02.field.uscc],
        must: { is: 'valid', field: W02.field.uscc, fault: 'invalid', otherwise: asked },
        message: '{where}“{header}”填“{value}”，不是有效代码：应为 18 位，且校验位相符。',
        fix: '与登记证书逐位核对后改正。',
      },
      {
        test: 'holds',
        severity: 'error',
        when: registered,
        fields: [W02.field.uscc],
        must: { is: 'valid', field: W02.field.uscc, fault: 'lossy', otherwise: asked },
        message: '{where}“{header}”存成了数值，末几位已丢失，无法恢复。',
        fix: '先把单元格设为文本格式，再按登记证书重新录入。',
      },
    ],
  },
  {
    id: 'R025',
    table: W02.id,
    title: '信用代码第 1 位为 5，第 2 位为 1、2、3 或 9',
    relation: 'GB 32100-2015：第 1 位 5 为民政部门登记，第 2 位为组织类别',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        when: { is: 'all', of: [registered, validCode] },
        fields: [W02.field.uscc],
        must: civilCode,
        message: '{where}“{header}”填“{value}”，不是民政部门登记的社会组织的代码（应以 51、52、53 或 59 开头）。',
        fix: '核对是否误抄其他单位的代码；不是社会组织的请从名录中删除。',
      },
    ],
  },
  {
    id: 'R027',
    table: W02.id,
    title: '备案的组织须填备案号和备案日期',
    relation: '备案组织以街道（乡镇）的备案号和备案日期为凭',
    tests: [
      {
        test: 'required',
        severity: 'error',
        when: filed,
        fields: [W02.field.file_no, W02.field.file_date],
        message: '{where}为备案组织，“{header}”没有填写，备案情况不能确认。',
        fix: '按街道（乡镇）备案表补填备案号和备案日期。',
      },
    ],
  },
  {
    id: 'R028',
    table: W02.id,
    title: '登记的组织须填登记日期；登记（备案）日期不晚于截止日',
    relation: '截止日之后登记、备案的，截止日时还没有',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        when: registered,
        fields: [W02.field.reg_date],
        message: '{where}为登记组织，“{header}”没有填写，不能确定截止日前是否已登记，核实前只计入上限。',
        fix: '按登记证书补填登记日期。',
      },
      {
        test: 'holds',
        severity: 'error',
        when: registered,
        fields: [W02.field.reg_date],
        must: { is: 'within', field: W02.field.reg_date, to: { day: 'asOf' }, otherwise: asked },
        message: '{where}“{header}”填“{value}”，晚于截止日 {asOf}，不计入。',
        fix: '核对日期；确在截止日之后登记的，下期再报。',
      },
      {
        test: 'holds',
        severity: 'error',
        when: filed,
        fields: [W02.field.file_date],
        must: { is: 'within', field: W02.field.file_date, to: { day: 'asOf' }, otherwise: asked },
        message: '{where}“{header}”填“{value}”，晚于截止日 {asOf}，不计入。',
        fix: '核对日期；确在截止日之后备案的，下期再报。',
      },
    ],
  },
  {
    id: 'R029',
    table: W02.id,
    title: '类别须填，且能归入规定的类别',
    relation: '各类组织分别统计，须能归入一类',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        fields: [W02.field.category],
        message: '{where}“{header}”没有填写。',
        fix: '填生活服务、公益慈善、养老服务、志愿服务、社区事务或文体活动。',
      },
      {
        test: 'readable',
        severity: 'warning',
        fields: [W02.field.category],
        message: '{where}“{header}”填“{value}”，不能归入规定的类别。',
        fix: '改填生活服务、公益慈善、养老服务、志愿服务、社区事务或文体活动。',
      },
    ],
  },
  {
    id: 'R030',
    table: W02.id,
    title: '各表只计本社区的',
    relation: '组织、人员、项目和活动只计入所属的一个社区',
    tests: [
      {
        test: 'others',
        severity: 'warning',
        message: '“{sheet}”有 {count} 行是别的社区的（{name}），不是本社区（{community}），不计入。',
        fix: '属实的不必处理；确属本社区的改填本社区名称。',
        asked: '“{sheet}”有 {count} 行认不出是不是本社区（{community}）的，核实前只计入上限。',
        askedFix: '在表的标题或“填报单位”写明是哪个社区，用与“基本情况表”相同的名称。',
      },
      whose(W02.field.community),
    ],
  },
  {
    id: 'R031',
    table: W02.id,
    title: '注销、撤销或停止活动的组织不计',
    relation: '正常运行的才计入，注销、撤销、停止活动的不计',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W02.field.status],
        must: { is: 'oneOf', field: W02.field.status, codes: [ORGSTAT.code.正常], otherwise: asked },
        message: '{where}运行状态为“{value}”，不计入。',
        fix: '属实的不必处理；已恢复活动的改填“正常”。',
      },
      {
        test: 'issue',
        severity: 'note',
        message: '{where}备注中写有注销，按注销处理，自注销之日起不计入。',
        fix: '属实的不必处理；没有注销的请改备注，状态填在“运行状态”一栏。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W02.field.remark],
        must: not(saysEnded),
        message: '{where}“{header}”写有“{value}”，不能确定这个组织是否仍在运行、备案是否有效，核实前只计入上限。',
        fix: '停办、撤销的在“运行状态”一栏写明；仍在运行的改正备注。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W02.field.name],
        must: not(isNamedEnded),
        message: '{where}“{value}”，从名称一栏看不能确定这个组织是否仍在运行、是否已经登记或备案，核实前只计入上限。',
        fix: '停办、撤销、筹备的在“运行状态”一栏写明或删除；仍在运行的，名称一栏只填名称。',
      },
      choice(W02.field.status, W02.field.is_hub),
    ],
  },
  {
    id: 'R032',
    table: W02.id,
    title: '备案组织的成员一般不少于 10 人',
    relation: '各地备案办法一般要求成员不少于 10 人；只请核实，不影响计数',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        when: filed,
        fields: [W02.field.members],
        must: { is: 'number', field: W02.field.members, op: '>=', than: 10, otherwise: asked },
        message: '{where}“{header}”填“{value}”，备案组织的成员一般不少于 10 人。',
        fix: '核对成员人数；属实的请说明。不影响计数。',
      },
    ],
  },
  {
    id: 'R033',
    table: W02.id,
    title: '手机号为 11 位',
    relation: '手机号码为 11 位数字',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W02.field.phone],
        must: { is: 'valid', field: W02.field.phone, otherwise: asked },
        message: '{where}“{header}”不是 11 位手机号，也不像固定电话。',
        fix: '核对后改正。',
      },
    ],
  },
  {
    id: 'R034',
    table: W02.id,
    title: '业主委员会、居（村）委会、党支部、企业等不是社区社会组织',
    relation: '四川、广东等地的登记备案办法明文排除业主委员会、居（村）委会下属机构和企业',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W02.field.name],
        must: { is: 'not', of: { is: 'contains', field: W02.field.name, words: EXCLUDED_WORDS, otherwise: asked } },
        message:
          '{where}“{value}”从名称看可能不是社区社会组织：以“业主委员会”“居（村）委会”“党支部”“有限公司”结尾的不计，仅含有这类词的待核实。',
        fix: '核对组织性质；不是社区社会组织的从名录中删除，是的请说明。',
      },
    ],
  },
];
