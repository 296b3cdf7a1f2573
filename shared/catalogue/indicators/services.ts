import type { IndicatorDef } from '../../model.ts';
import { measures } from '../measures.ts';
import { atLeast, clause, PILOT_END, percent } from './clauses.ts';

/** 二（二）: purchase, basic and professional services. */
export const services: readonly IndicatorDef[] = [
  {
    id: 'S05',
    name: '社会工作专业服务项目数',
    gloss: 'professional social-work projects per year',
    scope: 'community',
    citation: clause('二（二）2', '试点期间每年开展至少3个社会工作专业服务项目'),
    formula: '去重计数{项目｜实施社区含本社区；承接方=社工机构；有方案且已启动（开始日≤截止日）；窗口内有≥1次服务记录}',
    open: 'a)每社区/每街道/每机构；b)自然年/试点年；c)“项目”与“活动”；d)跨社区项目归属',
    calibre:
      'a每试点社区；b试点年（试点为期一年，两者等价于3个总量）；c须有服务方案+对象+周期，单次活动不算；d按实施社区分别计，市级汇总按项目编号去重',
    measure: measures.projects,
    target: atLeast(3, '个', PILOT_END, { cumulative: true }),
  },
  {
    id: 'S06',
    name: '微公益创投活动次数',
    gloss: 'micro public-welfare venture events',
    scope: 'community',
    citation: clause('二（二）2', '至少开展1次微公益创投活动'),
    formula: '去重计数{创投活动｜窗口内；有征集—评审—立项记录}',
    open: 'a)每年1次/试点期1次；b)街道统一办一次，各社区可否共享',
    calibre:
      'a试点期1次（分号断开，“每年”不管辖；一年期两解等值，续期时差异由目标集参数period决定）；b可共享：本社区有≥1个项目参评即计1',
    measure: measures.ventures,
    target: atLeast(1, '次', PILOT_END, { cumulative: true }),
  },
  {
    id: 'S08',
    name: '社区志愿者注册率',
    gloss: 'volunteer registration rate',
    scope: 'community',
    citation: clause('二（二）2', '所辖社区志愿者注册率不低于16%'),
    formula:
      '分子=在全国志愿服务信息系统（含省市对接平台）实名注册且归属本社区、截止日有效的去重人数；分母=本社区截止日常住人口',
    open: '分母：a)常住；b)户籍；c)18岁以上常住；d)14岁以上。分子：e)是否须实名；f)单位/学校集体注册；g)注册地≠居住地。范围：h)“所辖社区”=街道所有社区',
    calibre:
      'a常住：沪、甬、汉发布口径均为“占常住人口”；社区治理对象是常住居民；户籍口径作参考并在报告脚注。e须实名；f、g以系统归属社区为准。h对名册内每个社区都算，判定试点社区，另给街道合并值Σ/Σ',
    measure: measures.volunteerRate,
    target: percent(16, '人', PILOT_END),
  },
  {
    id: 'S09',
    name: '年度志愿服务活动数',
    gloss: 'volunteer activities per year',
    scope: 'community',
    citation: clause('二（二）2', '每年开展志愿服务活动不少于10个'),
    formula: '去重计数{活动｜日期∈窗口；地点/主办含本社区；参与志愿者≥1}；去重键=名称+日期+地点',
    open: 'a)每社区/街道；b)“个”是活动主题还是场次；c)自然年/试点年',
    calibre: 'a每试点社区；b按场次（台账行）但同名同日同地合并；同一主题系列活动标“提示”并给主题数；c试点年',
    measure: measures.activities,
    target: atLeast(10, '个', PILOT_END, { cumulative: true }),
  },
  {
    id: 'S10',
    name: '注册志愿者参与率',
    gloss: 'share of registered volunteers who served',
    scope: 'community',
    citation: clause('二（二）2', '注册志愿者参与志愿服务活动比率不低于10%'),
    formula: '分子=窗口内至少参加1次有记录志愿服务的注册志愿者去重人数；分母=S08的分子',
    open: 'a)人数/人次；b)有无时长门槛；c)未注册参与者；d)只算本社区组织的活动',
    calibre:
      'a人数；b≥1次且时长>0；c不计；d凡系统有记录即计。注意与民政“十三五”的“志愿服务参与率20%”（分母为人口）不是同一指标',
    measure: measures.participationRate,
    target: percent(10, '人', PILOT_END),
  },
];
