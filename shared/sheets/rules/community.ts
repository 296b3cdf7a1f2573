import type { RuleDef, RuleTest } from '../../model.ts';
import { hasColumn } from '../measures.ts';
import { asked } from '../silences.ts';
import { W01 } from '../tables.ts';

/** Without residents what is reckoned by them cannot be: `lacking` says what that is. */
export const residents = (lacking: string): RuleDef => ({
  id: 'R006',
  table: W01.id,
  title: '常住人口须填，且不小于 1',
  relation: '常住人口是按人口计算的比率的分母，不能空白，也不能是 0',
  tests: [
    {
      test: 'required',
      severity: 'error',
      fields: [W01.field.pop_resident],
      message: `“{header}”没有填写，${lacking}无法计算。`,
      fix: '填写截止日的常住人口数（整数）。',
    },
    {
      test: 'holds',
      severity: 'error',
      fields: [W01.field.pop_resident],
      must: { is: 'number', field: W01.field.pop_resident, op: '>=', than: 1, otherwise: asked },
      message: '“{header}”填“{value}”，应不小于 1。',
      fix: '填写截止日的常住人口数（整数）。',
    },
  ],
});

/** Where the form asks for it; a form that does not may say it in its title. */
const named = (field: string, fix: string): RuleTest => ({
  test: 'required',
  severity: 'warning',
  when: hasColumn(field),
  fields: [field],
  message: '“{header}”没有填写，不能确定是哪个社区的。',
  fix,
});

/** R001–R015: the form of basic facts. */
export const community: readonly RuleDef[] = [
  {
    id: 'R001',
    table: W01.id,
    title: '县区须能认出',
    relation: '没有固定名册的文件，认不出的单位先问，不作错误',
    tests: [
      {
        test: 'unit',
        severity: 'warning',
        message: '“{header}”填“{value}”。本评估依据没有固定的县区名册，请核对填报单位。',
        fix: '核对县区名称；填写无误的，说明后保留。',
      },
    ],
  },
  {
    id: 'R004',
    table: W01.id,
    title: '统计用区划代码为 12 位数字，第 7—9 位合乎编码规则',
    relation: '统计用区划代码和城乡划分代码编制规则',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W01.field.code12],
        must: { is: 'like', field: W01.field.code12, pattern: '^\\d{6}(?!000)[0-5]\\d{5}$', otherwise: asked },
        message:
          '“{header}”填“{value}”，应为 12 位数字，第 7—9 位街道为 001—099、镇为 100—199、乡为 200—399、类似乡级为 400—599。',
        fix: '按统计部门公布的统计用区划代码核对后改填。',
      },
    ],
  },
  {
    id: 'R005',
    table: W01.id,
    title: '城乡以城乡分类代码为准',
    relation: '统计用区划代码和城乡划分代码编制规则：城乡以分类代码为准，勾选和名称只作参考',
    tests: [
      {
        test: 'urbanRural',
        from: 'tick',
        severity: 'warning',
        message: '没有可用的城乡分类代码，暂按勾选的社区类型判定城乡。',
        fix: '补填城乡分类代码（111、112、121、122、123 为城镇，210、220 为乡村），或说明勾选属实。',
      },
      {
        test: 'urbanRural',
        from: 'name',
        severity: 'warning',
        message: '没有可用的城乡分类代码，也没有勾选社区类型，暂按名称判定为农村。',
        fix: '补填城乡分类代码（210、220 为乡村），或勾选社区类型。',
      },
      {
        test: 'urbanRural',
        from: 'nothing',
        severity: 'error',
        message: '没有可用的城乡分类代码，也没有勾选社区类型，无法判定是城市还是农村社区，社会组织数不能判定。',
        fix: '补填城乡分类代码（111、112、121、122、123 为城镇，210、220 为乡村），或勾选社区类型。',
      },
      {
        test: 'urbanRural',
        from: 'conflict',
        severity: 'error',
        message: '城乡分类代码“{value}”与勾选的社区类型矛盾，暂以代码为准。',
        fix: '核对城乡分类代码与社区类型，改正填错的一项。',
      },
    ],
  },
  residents('按常住人口计算的指标'),
  {
    id: 'R007',
    table: W01.id,
    title: '常住人口一般在 100 至 60000 人之间',
    relation: '一个社区的人口有常见的范围，超出的多为误填户数或街道总数',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W01.field.pop_resident],
        when: { is: 'number', field: W01.field.pop_resident, op: '>=', than: 1, otherwise: asked },
        must: {
          is: 'all',
          of: [
            { is: 'number', field: W01.field.pop_resident, op: '>=', than: 100, otherwise: asked },
            { is: 'number', field: W01.field.pop_resident, op: '<=', than: 60000, otherwise: asked },
          ],
        },
        message: '“{header}”填“{value}”，一个社区的常住人口一般在 100 至 60000 人之间。',
        fix: '核对是否误填为户数、街道总数或单位有误；属实的请说明。',
      },
    ],
  },
  {
    id: 'R008',
    table: W01.id,
    title: '户籍人口与常住人口之比一般在 0.3 至 3 之间',
    relation: '同一社区的户籍人口和常住人口，一般不会相差到三倍以上',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W01.field.pop_huji, W01.field.pop_resident],
        must: {
          is: 'all',
          of: [
            {
              is: 'share',
              field: W01.field.pop_huji,
              other: W01.field.pop_resident,
              op: '>=',
              p: 3,
              q: 10,
              otherwise: asked,
            },
            {
              is: 'share',
              field: W01.field.pop_huji,
              other: W01.field.pop_resident,
              op: '<=',
              p: 3,
              q: 1,
              otherwise: asked,
            },
          ],
        },
        message:
          '户籍人口与常住人口相差悬殊（{header} {value}，{otherHeader} {other}），两者之比一般在 0.3 至 3 之间。',
        fix: '核对两个人口数；属实的请说明。',
      },
    ],
  },
  {
    id: 'R009',
    table: W01.id,
    title: '人口数据时点与截止日相差不超过 365 天',
    relation: '人口数须与其他数同一时期，相差一年以上的不可比',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        fields: [W01.field.pop_date],
        message: '“{header}”没有填写，不知道人口数是哪一天的。',
        fix: '填写人口数据的时点，如 2020年11月30日。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W01.field.pop_date],
        must: {
          is: 'within',
          field: W01.field.pop_date,
          from: { day: 'asOf', plus: -365 },
          to: { day: 'asOf', plus: 365 },
          otherwise: asked,
        },
        message: '“{header}”填“{value}”，与截止日 {asOf} 相差超过 365 天。',
        fix: '改用截止日前后一年内的人口数，或说明沿用旧数的原因。',
      },
    ],
  },
  {
    id: 'R010',
    table: W01.id,
    title: '户均人口一般在 1.5 至 6 人之间',
    relation: '户均人口有常见的范围，超出的多为户数或人口填错',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        fields: [W01.field.households, W01.field.pop_resident],
        must: {
          is: 'all',
          of: [
            {
              is: 'share',
              field: W01.field.pop_resident,
              other: W01.field.households,
              op: '>=',
              p: 3,
              q: 2,
              otherwise: asked,
            },
            {
              is: 'share',
              field: W01.field.pop_resident,
              other: W01.field.households,
              op: '<=',
              p: 6,
              q: 1,
              otherwise: asked,
            },
          ],
        },
        message: '户数与常住人口不相称（{header} {value}，{otherHeader} {other}），户均人口一般在 1.5 至 6 人之间。',
        fix: '核对户数和常住人口；属实的请说明。',
      },
    ],
  },
  {
    id: 'R013',
    table: W01.id,
    title: '填表人、审核人、负责人三栏齐全，互不相同',
    relation: '报表由填表人、审核人、负责人分别签字，互相把关',
    tests: [
      {
        test: 'signatures',
        severity: 'warning',
        fields: [W01.field.filler, W01.field.reviewer, W01.field.leader],
        ask: 'filled',
        message: '“{header}”没有填写，三签不全。',
        fix: '补齐填表人、审核人、负责人。',
      },
      {
        test: 'signatures',
        severity: 'warning',
        fields: [W01.field.filler, W01.field.reviewer, W01.field.leader],
        ask: 'distinct',
        message: '“{header}”是同一人，填表、审核、负责应由不同的人签。',
        fix: '由不同的人分别签字；确为同一人的请说明。',
      },
    ],
  },
  {
    id: 'R014',
    table: W01.id,
    title: '填报日期须填，不晚于报送时',
    relation: '报表须注明填报日期；比截止日晚 60 天以上的，多为年份填错',
    tests: [
      {
        test: 'required',
        severity: 'warning',
        fields: [W01.field.fill_date],
        orLine: 'date',
        message: '“{header}”没有填写。',
        fix: '填写填报日期，如 2020年12月5日。',
      },
      {
        test: 'holds',
        severity: 'warning',
        fields: [W01.field.fill_date],
        must: { is: 'within', field: W01.field.fill_date, to: { day: 'asOf', plus: 60 }, otherwise: asked },
        message: '“{header}”填“{value}”，晚于截止日 {asOf} 之后 60 天。',
        fix: '核对填报日期的年份和月份。',
      },
    ],
  },
  {
    id: 'R015',
    table: W01.id,
    title: '街道（乡镇）和社区名称须填',
    relation: '各表只计本社区的，是哪个街道、哪个社区以基本情况表为准',
    tests: [
      named(W01.field.street, '填写街道（乡镇）的全称。'),
      named(W01.field.community, '填写社区（村）的全称，与上级确认的名称一样。'),
    ],
  },
];
