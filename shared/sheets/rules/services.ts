import type { RuleDef } from '../../model.ts';
import { inWindow, merelyEvent, ownAgency } from '../measures.ts';
import { W01, W05, W06, W07, W08 } from '../tables.ts';

const windowStart = { day: 'windowStart' } as const;
const countEnd = { day: 'countEnd' } as const;

/** R061–R092: projects, volunteers, activities, ventures (SPEC §2.2 W05–W08). */
export const services: readonly RuleDef[] = [
  {
    id: 'R060',
    table: W05.id,
    title: '项目编号唯一',
    relation: 'SPEC §2.2 W05；RULINGS A11',
    tests: [
      {
        test: 'repeated',
        identity: 'project',
        differ: W05.field.name,
        fields: [W05.field.project_no],
        severity: 'warning',
        message: '{where}“{header}”填“{value}”，与第{first}行相同，项目名称却不同，只计 1 个项目。',
        fix: '确为两个项目的分别编号；同一项目的把名称改一致。',
      },
    ],
  },
  {
    id: 'R061',
    table: W05.id,
    title: '开始日期不晚于结束日期',
    relation: 'SPEC §2.2 W05',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W05.field.start, W05.field.end],
        must: { is: 'notAfter', field: W05.field.start, other: W05.field.end },
        message: '{where}开始日期晚于结束日期（{header} {value}，{otherHeader} {other}）。',
        fix: '核对两个日期，改正填错的一个。',
      },
    ],
  },
  {
    id: 'R062',
    table: W05.id,
    title: '项目须在试点窗口内',
    relation: 'SPEC §2.2 W05；RULINGS A15',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W05.field.start, W05.field.end],
        must: {
          is: 'all',
          of: [
            { is: 'within', field: W05.field.start, to: countEnd },
            { is: 'not', of: { is: 'within', field: W05.field.end, to: { ...windowStart, plus: -1 }, blank: 'out' } },
          ],
        },
        message: '{where}项目（{value}起）不在试点窗口内，或在截止日 {asOf} 之后才开始，不计入。',
        fix: '属实的不必处理；日期填错的请改正。',
      },
    ],
  },
  {
    id: 'R063',
    table: W05.id,
    title: '服务人次不少于服务人数',
    relation: 'SPEC §2.2 W05',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W05.field.people, W05.field.times],
        must: { is: 'share', field: W05.field.times, other: W05.field.people, op: '>=', p: 1, q: 1 },
        message: '{where}服务人次少于服务人数（{header} {value}，{otherHeader} {other}）。',
        fix: '核对两数是否填反或漏填。',
      },
    ],
  },
  {
    id: 'R064',
    table: W05.id,
    title: '金额以万元为单位，一般不超过 200 万元',
    relation: 'SPEC §2.2 W05',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W05.field.amount],
        must: { is: 'number', field: W05.field.amount, op: '<=', than: 200 },
        message: '{where}“{header}”填“{value}”，超过 200 万元，常为把“元”误填为“万元”。',
        fix: '以万元为单位改填；属实的请说明。',
      },
    ],
  },
  {
    id: 'R065',
    table: W05.id,
    title: '单次活动不是项目',
    relation: 'SPEC §1.2 S05、§2.2 W05',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W05.field.name],
        must: { is: 'not', of: merelyEvent },
        message: '{where}“{value}”名称为“活动”，又没有方案等佐证，可能是单次活动，暂不计为项目。',
        fix: '有服务方案的补填佐证；单次活动移到活动台账。',
      },
    ],
  },
  {
    id: 'R066',
    table: W05.id,
    title: '承接机构与确认的机构一致',
    relation: 'SPEC §2.2 W05；RULINGS A22',
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
    id: 'R071',
    table: W06.id,
    title: '实名认证数不超过注册数',
    relation: 'SPEC §2.2 W06；RULINGS A03',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W06.field.registered, W06.field.verified],
        must: { is: 'share', field: W06.field.verified, other: W06.field.registered, op: '<=', p: 1, q: 1 },
        message: '{where}实名认证数大于注册志愿者数（{header} {value}，{otherHeader} {other}）。',
        fix: '按志愿服务信息系统导出的数核对。',
      },
    ],
  },
  {
    id: 'R072',
    table: W06.id,
    title: '参与人数不超过注册数',
    relation: 'SPEC §2.2 W06',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W06.field.registered, W06.field.participants],
        must: { is: 'share', field: W06.field.participants, other: W06.field.registered, op: '<=', p: 1, q: 1 },
        message: '{where}参与活动的注册志愿者人数大于注册志愿者数（{header} {value}，{otherHeader} {other}）。',
        fix: '核对是否误填为人次。',
      },
    ],
  },
  {
    id: 'R073',
    table: W06.id,
    title: '参与人次不少于参与人数',
    relation: 'SPEC §2.2 W06',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W06.field.participants, W06.field.participations],
        must: { is: 'share', field: W06.field.participations, other: W06.field.participants, op: '>=', p: 1, q: 1 },
        message: '{where}参与人次少于参与人数（{header} {value}，{otherHeader} {other}）。',
        fix: '核对两数是否填反。',
      },
    ],
  },
  {
    id: 'R074',
    table: W06.id,
    title: '注册志愿者数不超过常住人口',
    relation: 'SPEC §2.2 W06',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W06.field.population, W06.field.registered],
        must: { is: 'share', field: W06.field.registered, other: W06.field.population, op: '<=', p: 1, q: 1 },
        message: '{where}注册志愿者数大于常住人口（{header} {value}，{otherHeader} {other}），多为误填街道总数。',
        fix: '改填归属本社区的注册志愿者数。',
      },
    ],
  },
  {
    id: 'R075',
    table: W06.id,
    title: '注册率一般不超过 40%，参与率一般不超过 90%',
    relation: 'SPEC §2.2 W06',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W06.field.registered, W06.field.population],
        when: { is: 'share', field: W06.field.registered, other: W06.field.population, op: '<=', p: 1, q: 1 },
        must: { is: 'share', field: W06.field.registered, other: W06.field.population, op: '<=', p: 40, q: 100 },
        message: '{where}注册志愿者超过常住人口的 40%（{header} {value}，{otherHeader} {other}）。',
        fix: '核对是否含外社区、学校集体注册的人数；属实的请说明。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W06.field.participants, W06.field.registered],
        when: { is: 'share', field: W06.field.participants, other: W06.field.registered, op: '<=', p: 1, q: 1 },
        must: { is: 'share', field: W06.field.participants, other: W06.field.registered, op: '<=', p: 90, q: 100 },
        message: '{where}参与过活动的人数超过注册志愿者的 90%（{header} {value}，{otherHeader} {other}）。',
        fix: '核对是否误填为人次；属实的请说明。',
      },
    ],
  },
  {
    id: 'R076',
    table: W06.id,
    title: '常住人口与基本情况表一致',
    relation: 'SPEC §2.2 W06；RULINGS A19',
    also: [W01.id],
    tests: [
      {
        test: 'equal',
        severity: 'error',
        field: W06.field.population,
        as: [{ table: W01.id, field: W01.field.pop_resident }],
        message: '{where}“{header}”填“{value}”，{other}填 {expected}，两表应一致；注册率按两数分别计算。',
        fix: '核对人口时点，两表改填同一个数。',
      },
    ],
  },
  {
    id: 'R081',
    table: W07.id,
    title: '活动日期须填，且能认出',
    relation: 'SPEC §2.2 W07；RULINGS A21',
    tests: [
      {
        test: 'required',
        severity: 'error',
        fields: [W07.field.date],
        message: '{where}“{header}”没有填写，本场活动不能确定是否计入。',
        fix: '补填活动日期，写明年月日。',
      },
      {
        test: 'readable',
        severity: 'error',
        fields: [W07.field.date],
        message: '{where}“{header}”填“{value}”，不是能认出的日期，本场活动不能确定是否计入。',
        fix: '改填年月日齐全的日期，如 2020-10-03。',
      },
    ],
  },
  {
    id: 'R082',
    table: W07.id,
    title: '同名、同日、同地的活动只计 1 场',
    relation: 'SPEC §1.2 S09、§2.2 W07',
    tests: [
      {
        test: 'repeated',
        identity: 'activity',
        fields: [W07.field.date, W07.field.name, W07.field.place],
        severity: 'warning',
        message: '{where}与第{first}行的活动名称、日期、地点都相同，只计 1 场。',
        fix: '重复录入的删除一行；确为两场的写清场次或地点。',
      },
    ],
  },
  {
    id: 'R083',
    table: W07.id,
    title: '参与志愿者不少于 1 人',
    relation: 'SPEC §2.2 W07；RULINGS A03、A21',
    tests: [
      {
        test: 'required',
        severity: 'error',
        fields: [W07.field.people],
        message: '{where}“{header}”没有填写，本场活动不能确定是否计入。',
        fix: '补填参与志愿者人数。',
      },
      {
        test: 'holds',
        severity: 'error',
        fields: [W07.field.people],
        must: { is: 'number', field: W07.field.people, op: '>=', than: 1 },
        message: '{where}“{header}”填“{value}”，没有志愿者参与，不计为志愿服务活动。',
        fix: '补填实际人数；未开展的删除该行。',
      },
    ],
  },
  {
    id: 'R084',
    table: W07.id,
    title: '试点窗口外和截止日之后的活动不计',
    relation: 'SPEC §2.2 W07；RULINGS A15',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W07.field.date],
        when: {
          is: 'not',
          of: { is: 'within', field: W07.field.date, from: { ...countEnd, plus: 1 }, to: { day: 'windowEnd' } },
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
          of: { is: 'within', field: W07.field.date, from: { ...countEnd, plus: 1 }, to: { day: 'windowEnd' } },
        },
        message: '{where}“{header}”填“{value}”，在截止日 {asOf} 之后，本期不计入。',
        fix: '属实的不必处理，下期计入；填错的请改正。',
      },
    ],
  },
  {
    id: 'R085',
    table: W07.id,
    title: '一天的活动一般不超过 5 场',
    relation: 'SPEC §2.2 W07',
    tests: [
      {
        test: 'perDay',
        identity: 'activity',
        most: 5,
        fields: [W07.field.date],
        severity: 'warning',
        message: '{where}这一天共列 {count} 场活动，一天一般不超过 5 场。',
        fix: '核对日期是否整列复制；属实的请说明。',
      },
    ],
  },
  {
    id: 'R086',
    table: W07.id,
    title: '合并单元格的日期先向下沿用，再判其余各条',
    relation: 'SPEC §2.2 W07',
    tests: [],
  },
  {
    id: 'R091',
    table: W08.id,
    title: '立项数不超过入围数，入围数不超过征集数',
    relation: 'SPEC §2.2 W08',
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W08.field.shortlisted, W08.field.approved],
        must: { is: 'share', field: W08.field.approved, other: W08.field.shortlisted, op: '<=', p: 1, q: 1 },
        message: '{where}立项数大于入围数（{header} {value}，{otherHeader} {other}）。',
        fix: '核对后改正。',
      },
      {
        test: 'holds',
        severity: 'error',
        fields: [W08.field.collected, W08.field.shortlisted],
        must: { is: 'share', field: W08.field.shortlisted, other: W08.field.collected, op: '<=', p: 1, q: 1 },
        message: '{where}入围数大于征集数（{header} {value}，{otherHeader} {other}）。',
        fix: '核对后改正。',
      },
    ],
  },
  {
    id: 'R092',
    table: W08.id,
    title: '没有本社区项目的创投不计本社区',
    relation: 'SPEC §1.2 S06、§2.2 W08；RULINGS A03',
    tests: [
      {
        test: 'holds',
        severity: 'note',
        fields: [W08.field.own_projects],
        must: { is: 'number', field: W08.field.own_projects, op: '>=', than: 1 },
        message: '{where}“{header}”为 {value}，本次创投不计入本社区。',
        fix: '有本社区项目参评的补填项目数。',
      },
    ],
  },
];
