import type { IndicatorDef } from '../../model.ts';
import { measures } from '../measures.ts';
import { atLeast, clause, FIRST_PHASE, percent } from './clauses.ts';

/** 二（一）: platforms and posts. */
export const platform: readonly IndicatorDef[] = [
  {
    id: 'P03',
    name: '中心专业社工岗位数',
    gloss: 'professional posts per centre',
    scope: 'street',
    citation: clause(
      '二（一）',
      '按照每个街道（乡镇）社会工作服务中心至少设置2个、每个社区社会工作服务站至少设置1个专业社工岗位标准',
    ),
    formula: '计数{岗位｜所在机构=中心；岗位性质=专业社工；设置文件日期≤截止日}',
    open: '岗位vs人员；兼任站岗的同一岗位能否两头算',
    calibre: '数岗位（设岗文件/购买合同），一岗只属一个中心或站；与人员分表',
    measure: measures.centrePosts,
    target: atLeast(2, '个', FIRST_PHASE),
  },
  {
    id: 'P04',
    name: '站专业社工岗位数',
    gloss: 'professional posts per station',
    scope: 'community',
    citation: clause('二（一）', '每个社区社会工作服务站至少设置1个专业社工岗位标准'),
    formula: '同P03，对象为站',
    open: '同P03',
    calibre: '同P03',
    measure: measures.stationPosts,
    target: atLeast(1, '个', FIRST_PHASE),
  },
  {
    id: 'P05',
    name: '专业岗位专职社工配备率',
    gloss: 'posts filled by full-time social workers',
    scope: 'street',
    citation: clause('二（一）', '开发社会工作专业岗位并配备专职社会工作者'),
    formula: '分子=截止日由专职（非兼职、未离岗）社工在岗的岗位数；分母=已设专业岗位数',
    open: 'a)是否须持证；b)离职空岗期；c)兼职顶岗',
    calibre: 'a不强制持证（原文“专职社会工作者”），持证数另列参考；b以截止日时点为准，空岗>30天加“提示”；c兼职不计',
    measure: measures.postsFilled,
    target: percent(100, '人', FIRST_PHASE),
  },
];
