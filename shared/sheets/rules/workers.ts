import type { RuleDef } from '../../model.ts';
import { certificate, communityWorker, left, not, passed } from '../measures.ts';
import { saysNotCertified, saysOfAnother } from '../sayings.ts';
import { asked, none, stands } from '../silences.ts';
import { W03 } from '../tables.ts';
import { choice } from './choices.ts';

/** R041–R049: the roster of community workers. */
export const workers: readonly RuleDef[] = [
  {
    id: 'R041',
    table: W03.id,
    title: '人员编号唯一，一人只列一次',
    relation: '同一人只计一次，人员编号用来区分各人',
    tests: [
      {
        test: 'shared',
        identity: 'person',
        fields: [W03.field.pid],
        severity: 'error',
        message: '{where}“{header}”填“{value}”，与第{first}行相同，却是不同的人。',
        fix: '核对后为两人分别编号。',
      },
      {
        test: 'repeated',
        identity: 'person',
        agree: W03.field.community,
        fields: [W03.field.pid, W03.field.name],
        severity: 'note',
        message: '{where}与第{first}行是同一人，按 1 人计。',
        fix: '一人多职的不必处理；重复录入的删除一行。',
      },
      {
        test: 'shared',
        identity: 'person',
        fields: [W03.field.name],
        unless: [W03.field.idno, W03.field.pid, W03.field.birth],
        severity: 'warning',
        message: '{where}与第{first}行姓名相同，没有编号、身份证号或出生年月可以区分，暂按两人计。',
        fix: '为每人填写人员编号；同一人重复录入的删除一行。',
      },
    ],
  },
  {
    id: 'R042',
    table: W03.id,
    title: '身份证号可以不填，填则须有效',
    relation: 'GB 11643-1999：18 位，出生日期合法，末位为校验位',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W03.field.idno],
        must: { is: 'valid', field: W03.field.idno, fault: 'invalid', otherwise: asked },
        message: '{where}“{header}”不是有效的身份证号：应为 18 位，日期合法且校验位相符。',
        fix: '核对后改正，或清空（本列可以不填）。',
      },
    ],
  },
  {
    id: 'R043',
    table: W03.id,
    title: '身份证号须按文本录入',
    relation: 'Excel 的数值只有 15 位有效数字，18 位号码的末几位会丢失',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W03.field.idno],
        must: { is: 'valid', field: W03.field.idno, fault: 'lossy', otherwise: asked },
        message: '{where}“{header}”存成了数值，末几位已丢失，无法恢复。',
        fix: '先把单元格设为文本格式，再由本人重新录入，或清空（本列可以不填）。',
      },
    ],
  },
  {
    id: 'R044',
    table: W03.id,
    title: '人员类别须填',
    relation: '计入社区工作者的是两委成员、专职社区工作者和由社区统一管理的专职网格员',
    tests: [
      {
        test: 'required',
        severity: 'error',
        absent: 'warning',
        fields: [W03.field.wtype],
        message: '{where}“{header}”没有填写，不能确定是否计入社区工作者。',
        fix: '填社区党组织成员、居（村）委会成员、专职社区工作者、专职网格员或其他类别。',
      },
      {
        test: 'readable',
        severity: 'error',
        fields: [W03.field.wtype],
        message: '{where}“{header}”填“{value}”，认不出人员类别，不能确定是否计入。',
        fix: '改填社区党组织成员、居（村）委会成员、专职社区工作者、专职网格员或其他类别。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W03.field.remark],
        when: communityWorker,
        must: not(saysOfAnother),
        message: '{where}“{header}”写有“{value}”，与人员类别不符，不能确定是否计入社区工作者，核实前只计入上限。',
        fix: '由机构派驻的、公益岗的改填人员类别；由社区聘用的改正备注。',
      },
    ],
  },
  {
    id: 'R045',
    table: W03.id,
    title: '截止日已离岗的不计；不在岗的须填离岗日期',
    relation: '以截止日在岗的人计数',
    tests: [
      {
        test: 'issue',
        severity: 'warning',
        message: '{where}备注中写有离岗，按离岗处理，截止日 {asOf}（含）前离岗的不计入。',
        fix: '请把离岗日期填入“离职（离岗）日期”一栏。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W03.field.leave_date],
        when: { is: 'yes', field: W03.field.on_duty, otherwise: none },
        must: { is: 'not', of: left },
        message: '{where}填在岗，“{header}”却填“{value}”，截止日 {asOf} 已离岗，不计入。',
        fix: '核对是否在岗，改正填错的一格。',
      },
      {
        test: 'required',
        severity: 'warning',
        when: { is: 'not', of: { is: 'yes', field: W03.field.on_duty, otherwise: stands } },
        fields: [W03.field.leave_date],
        message: '{where}填不在岗，“{header}”没有填写。',
        fix: '补填离岗日期。',
      },
      choice(W03.field.on_duty),
    ],
  },
  {
    id: 'R046',
    table: W03.id,
    title: '持证情况须写清等级',
    relation: '持证以全国社会工作者职业水平证书为准，等级不明的须核实',
    tests: [
      {
        test: 'issue',
        severity: 'warning',
        message:
          '{where}“{header}”填“{value}”，等级或取得情况不明确：只写“有”“√”“社工师”的暂按持证计，成绩合格未发证的暂不计。',
        fix: '写明助理社会工作师、社会工作师或高级社会工作师；未取得证书的填“无”。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W03.field.cert],
        must: { is: 'not', of: passed },
        message: '{where}“{header}”填“{value}”，尚未发证，暂不计持证。',
        fix: '取得证书后改填等级和证书管理号；附成绩合格单说明。',
      },
      {
        test: 'readable',
        severity: 'warning',
        fields: [W03.field.cert],
        message: '{where}“{header}”填“{value}”，认不出是什么证书，不能确定是否持证。',
        fix: '写明助理社会工作师、社会工作师或高级社会工作师；没有的填“无”。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W03.field.remark],
        when: certificate,
        must: not(saysNotCertified),
        message: '{where}“{header}”写有“{value}”，不能确定截止日 {asOf} 前是否已取得证书，核实前只计入上限。',
        fix: '取得证书的填写取得时间，改正备注；没有取得的，证书一栏填“无”。',
      },
    ],
  },
  {
    id: 'R047',
    table: W03.id,
    title: '持证的须填证书管理号',
    relation: '持证以证书管理号为凭',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        when: certificate,
        fields: [W03.field.cert_no],
        message: '{where}持证，“{header}”没有填写。',
        fix: '按证书补填管理号。不影响计数。',
      },
    ],
  },
  {
    id: 'R048',
    table: W03.id,
    title: '取得证书的时间不晚于截止日',
    relation: '以截止日以前取得的证书计数',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W03.field.cert_date],
        must: { is: 'within', field: W03.field.cert_date, to: { day: 'asOf' }, otherwise: asked },
        message: '{where}“{header}”填“{value}”，晚于截止日 {asOf}，本期不计持证。',
        fix: '核对日期；确在截止日之后取得的，下期再报。',
      },
    ],
  },
  {
    id: 'R049',
    table: W03.id,
    title: '证书登记有效期',
    relation: '取得证书即计入，登记过期只作提醒',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W03.field.reg_valid],
        must: { is: 'within', field: W03.field.reg_valid, from: { day: 'asOf' }, otherwise: asked },
        message: '{where}“{header}”填“{value}”，截止日 {asOf} 已过期，不影响计数。',
        fix: '提醒本人办理再登记。',
      },
    ],
  },
];
