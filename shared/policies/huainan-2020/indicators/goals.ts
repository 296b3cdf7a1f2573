import type { IndicatorDef } from '../../../model.ts';
import { measures } from '../../../sheets/measures.ts';
import { W01, W13 } from '../../../sheets/tables.ts';
import { PILOT_END } from '../phases.ts';
import { atLeast, clause, percent, reaching, self } from './clauses.ts';

const countedOrganisations =
  '本社区名录中已登记或备案、运行状态正常或未填、登记（备案）日期不晚于截止日的社会组织家数；同一组织只计一家';

/** 一、总体目标: the four goals of the pilot. */
export const goals: readonly IndicatorDef[] = [
  {
    id: 'G01',
    name: '城市社区社会组织数',
    gloss: 'community social organisations, urban community',
    scope: 'community',
    citation: clause('一、总体目标', '参与试点的街道（乡镇）中城市社区社会组织达到10家'),
    formula: countedOrganisations,
    open: 'a)每个城市社区10家；b)街道内城市社区合计10家；c)街道内城市社区平均10家；d)是否含备案；e)业主委员会、居委会下属机构、楼栋自治组织、分支机构是否计入；f)街道的枢纽组织归哪个社区；g)2020年6月以前成立的是否计入',
    calibre:
      'a)按每个试点社区10家判，与民发〔2017〕191号一致；d)都计；e)名称以业主委员会、居（村）委会、党支部、有限公司结尾的不计，中间有这些字或“物业”的待核实，其余不区分；f)枢纽组织写明属本社区的才计；g)都计，试点期新增的另列参考',
    noun: '家社区社会组织',
    spoken: { kind: 'count', what: '城市社区社会组织' },
    measure: measures.organisations,
    target: atLeast(10, '家', PILOT_END, { only: { kind: 'urban', others: 'not_applicable', unknown: 'to_verify' } }),
    self: [self.organisations, { table: W01.id, field: W01.field.self_orgs }],
    references: [{ basis: '试点期新增', measure: measures.newOrganisations }, reaching(measures.organisations)],
  },
  {
    id: 'G02',
    name: '农村社区社会组织数',
    gloss: 'community social organisations, rural community',
    scope: 'community',
    citation: clause('一、总体目标', '农村社区社会组织达到5家'),
    formula: countedOrganisations,
    open: 'a)镇上的“××社区居委会”算城市还是农村；b)任务部分要求登记、备案各5家，合计10家，与这里的5家不一致；c)备案的、枢纽组织、原有的组织算不算',
    calibre:
      'a)先看城乡分类码，再看表中填写的城市或农村；都没有的，名称以“村”“村委会”结尾的按农村，其他待核实；b)农村只按本项5家判，登记、备案家数只作参考；c)处理办法见G01',
    noun: '家社区社会组织',
    spoken: { kind: 'count', what: '农村社区社会组织' },
    measure: measures.organisations,
    target: atLeast(5, '家', PILOT_END, { only: { kind: 'rural', others: 'not_applicable', unknown: 'to_verify' } }),
    self: [self.organisations, { table: W01.id, field: W01.field.self_orgs }],
    references: [reaching(measures.organisations)],
  },
  {
    id: 'G03',
    name: '社区工作者持证比例',
    gloss: 'share of community workers holding the national social-worker certificate',
    scope: 'community',
    citation: clause('一、总体目标', '社区工作者中取得全国社会工作者职业水平证书人数占社区工作者总数比例达40%'),
    formula:
      '本社区在岗社区工作者中，到截止日已取得全国社会工作者职业水平证书的人数 ÷ 在岗社区工作者人数；同一人只计一次',
    open: 'a)只算试点社区，还是试点街道的所有社区；b)网格员、公益性岗位、物业人员、退休返聘人员、机构派驻社工、大学生村官算不算社区工作者；c)一人多证；d)地方“社会工作员”证；e)成绩合格未发证；f)证书登记已过期',
    calibre:
      'a)判试点社区，街道合并数另列参考；b)只计社区党组织成员、居（村）委会成员、专职社区工作者和专职网格员，其他人员类别都不计，机构派驻社工由P05判；c)计1人；d)不计；e)待核实，查明已取得证书的才计；f)计入，文件写的是“取得”',
    noun: '名持证社工',
    spoken: { kind: 'share', whole: '社区工作者', part: '持证', rate: '持证率', unit: '人' },
    measure: measures.workersCertified,
    target: percent(40, '人', PILOT_END),
    self: [
      { table: W13.id, field: W13.field.certified },
      { table: W13.id, field: W13.field.certified_rate },
      { table: W01.id, field: W01.field.self_workers },
    ],
    references: [
      { basis: '街道合并', scope: 'street', measure: measures.streetWorkersCertified },
      reaching(measures.workersCertified),
      { basis: '各社区自报合并', measure: measures.reportedCertified, over: 'pooled' },
      { basis: '自报达标社区数', measure: measures.reportedCertified, over: 'each' },
    ],
  },
  {
    id: 'G04',
    name: '社会工作专业岗位全覆盖率',
    gloss: 'full coverage of professional social-work posts',
    scope: 'street',
    citation: clause('一、总体目标', '社会工作专业岗位实现全覆盖'),
    formula: 'P03和P04两项中，达到岗位标准（中心至少2个、站至少1个）的项数 ÷ 2',
    open: 'a)只指试点的中心和站；b)街道所有社区的站；c)全县区的中心和站；d)“覆盖”指设了岗位，还是岗位上有人',
    calibre:
      'a)只判试点街道的1个中心、试点社区的1个站；b)街道所有的站另列参考；c)不按全县区判；d)设了岗位就算，是否有人在岗由P05判',
    noun: '个达到设岗标准的中心（站）',
    spoken: { kind: 'share', whole: '应达到岗位标准的中心和站', part: '已达到', rate: '覆盖率', unit: '个' },
    measure: { kind: 'parts', of: ['P03', 'P04'] },
    target: percent(100, '个', PILOT_END),
    references: [{ basis: '街道所有站', scope: 'street', measure: measures.streetStations }],
  },
];
