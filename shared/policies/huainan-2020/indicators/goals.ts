import type { IndicatorDef } from '../../../model.ts';
import { measures } from '../../../sheets/measures.ts';
import { W01, W13 } from '../../../sheets/tables.ts';
import { PILOT_END } from '../phases.ts';
import { atLeast, clause, percent, reaching, self } from './clauses.ts';

/** 一、总体目标: the four goals of the pilot. */
export const goals: readonly IndicatorDef[] = [
  {
    id: 'G01',
    name: '城市社区社会组织数',
    gloss: 'community social organisations, urban community',
    scope: 'community',
    citation: clause('一、总体目标', '参与试点的街道（乡镇）中城市社区社会组织达到10家'),
    formula: '去重计数{组织｜所属社区=本社区；方式∈登记,备案；状态=正常；登记/备案日期≤截止日；类型∉排除类}',
    open: 'a)每个城市社区10家；b)街道内城市社区合计10家；c)街道内城市社区平均10家。另：d)是否含备案；e)业委会/居委会下属机构/楼栋自治组织/分支机构是否计入；f)街道级枢纽组织归哪个社区；g)2020-06前已有的是否计入',
    calibre:
      '取a。理由：民发〔2017〕191号为“城市社区平均拥有不少于10个、农村社区平均不少于5个”，数字逐一对应，“社区”是计量单位；b会让一个有6个社区的街道低于国家平均线；且二（二）3的5+5恰等于10。d含备案；e不计（川、粤办法均明文排除）；f不计入任何社区（另列P07）；g计存量，另给“试点期新增”参考数。c作为街道参考行输出',
    noun: '家社区社会组织',
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
    formula: '同G01',
    open: '同G01；另：镇上的“××社区居委会”算城市还是农村；与V01+V02（5+5=10）直接冲突',
    calibre:
      '城乡按统计用区划代码后的城乡分类码：111/112/121/122/123=城镇→10家，210/220=乡村→5家；无码时“村委会”→农村，“社区”→待核实（强制人工确认）。农村只以G02判定，V01/V02降为参考',
    noun: '家社区社会组织',
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
      '分子=本社区在岗社区工作者中至少持有1本全国证（助理社会工作师/社会工作师/高级社会工作师）的去重人数；分母=本社区在岗社区工作者去重人数（两委成员+专职社区工作者）；分子⊆分母',
    open: 'a)范围：试点社区／试点街道所有社区；b)分母：是否含网格员、公益岗、物业、离退返聘、机构派驻社工、大学生村官；c)一人多证；d)地方“社会工作员”证；e)成绩合格未发证；f)登记证书过期（3年再登记）',
    calibre:
      'a取试点社区、街道合并值作参考（试点单位就是“一个街道的一个社区”；字面“参与试点的街道（乡镇）中…”支持街道，故并列输出）。b只含社区党组织和居（村）委会成员及纳入管理的专职工作人员（专职网格员若由社区统一管理则含，列代码表由市局定）；派驻社工两边都不计（他们算P05），否则虚高。c计1人；d不计（原文“全国”）；e以公布成绩≤截止日且附合格单计入并标“核实”；f计入（原文是“取得”，不是“有效登记”）',
    noun: '名持证社工',
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
    formula: '分子=达到岗位设置标准（中心≥2、站≥1）的中心/站个数；分母=试点范围内应设中心/站个数（默认1中心+1站=2）',
    open: 'a)试点范围覆盖；b)街道所有社区站覆盖；c)全县区；d)“岗位覆盖”是设岗还是有人',
    calibre:
      '取a；d取设岗（“岗位”），有人由P05另判。理由：首批只选“一个街道（乡镇）的一个社区”，未试点社区没有建站义务。b作参考值输出',
    noun: '个达到设岗标准的中心（站）',
    measure: { kind: 'parts', of: ['P03', 'P04'] },
    target: percent(100, '个', PILOT_END),
    references: [{ basis: '街道所有站', scope: 'street', measure: measures.streetStations }],
  },
];
