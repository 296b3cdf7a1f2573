import type { RuleDef } from '../../model.ts';
import { WTYPE } from '../codes.ts';
import { fullTime, inPost } from '../measures.ts';
import { asked } from '../silences.ts';
import { W03, W04 } from '../tables.ts';

const twoCommittees = {
  is: 'oneOf',
  field: W03.field.wtype,
  codes: [WTYPE.code.A1, WTYPE.code.A2, WTYPE.code.A3],
  otherwise: asked,
} as const;

/** R051–R056: posts and who fills them. */
export const posts: readonly RuleDef[] = [
  {
    id: 'R051',
    table: W04.id,
    title: '一个岗位至多 1 人在岗',
    relation: '一个岗位由一个人担任',
    tests: [
      {
        test: 'repeated',
        identity: 'post',
        when: inPost,
        fields: [W04.field.post_no],
        severity: 'error',
        message: '{where}岗位“{value}”在第{first}行已有人在岗，一个岗位只能有 1 人。',
        fix: '已离岗的补填离岗日；确为两个岗位的分别编号。',
      },
    ],
  },
  {
    id: 'R052',
    table: W04.id,
    title: '一人不得专职占多个岗位',
    relation: '专职的人只担任一个岗位',
    tests: [
      {
        test: 'shared',
        identity: 'post',
        when: { is: 'all', of: [inPost, fullTime] },
        fields: [W04.field.pid, W04.field.person],
        severity: 'error',
        message: '{where}的人员已在第{first}行专职在岗，一人不能专职占两个岗位，只计第一个岗位。',
        fix: '核对人员；兼任的改填“兼职”，或另行配备。',
      },
    ],
  },
  {
    id: 'R053',
    table: W04.id,
    title: '专职社工不应同时是两委成员或专职社区工作者',
    relation: '机构派驻的社工和社区自己的工作人员是两支队伍，分别计数',
    also: [W03.id],
    tests: [
      {
        test: 'alsoIn',
        when: { is: 'all', of: [inPost, fullTime] },
        fields: [W04.field.pid, W04.field.person],
        other: { table: W03.id, fields: [W03.field.pid, W03.field.name], when: twoCommittees },
        severity: 'warning',
        message: '{where}的专职社工同时列在社区工作者花名册第{otherRow}行。',
        fix: '核对身份：由社区聘用的从本表删除，由机构派驻的在花名册改填“机构派驻社工”。',
      },
    ],
  },
  {
    id: 'R054',
    table: W04.id,
    title: '机构层级只填中心或站',
    relation: '中心和站的岗位分别计数',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        fields: [W04.field.layer],
        message: '{where}“{header}”没有填写，不能确定计入中心还是站。',
        fix: '填“中心”或“站”。',
      },
      {
        test: 'readable',
        severity: 'warning',
        fields: [W04.field.layer],
        message: '{where}“{header}”填“{value}”，应为中心或站。',
        fix: '改填“中心”或“站”。',
      },
    ],
  },
  {
    id: 'R055',
    table: W04.id,
    title: '到岗日不晚于离岗日',
    relation: '先到岗，后离岗',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W04.field.arrive_date, W04.field.leave_date],
        must: { is: 'notAfter', field: W04.field.arrive_date, other: W04.field.leave_date, otherwise: asked },
        message: '{where}到岗日晚于离岗日（{header} {value}，{otherHeader} {other}）。',
        fix: '核对两个日期，改正填错的一个。',
      },
    ],
  },
  {
    id: 'R056',
    table: W04.id,
    title: '空岗不宜超过 30 天',
    relation: '岗位须有人在岗，空岗较久的提示配备',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W04.field.leave_date],
        must: {
          is: 'not',
          of: { is: 'within', field: W04.field.leave_date, to: { day: 'asOf', plus: -31 }, otherwise: asked },
        },
        unless: { identity: 'post', of: inPost },
        message: '{where}于 {value} 离岗，到截止日 {asOf} 空岗超过 30 天。',
        fix: '尽快配备；已有人接任的请补列。',
      },
    ],
  },
];
