/**
 * What people write beside a line, of what does not stand as the line itself has it: 已取消, 停办, 2021年3月已撤销. Such a line is
 * asked about and never left out for certain. A day beside the word is the one from which it holds.
 */
import type { Condition } from '../model.ts';
import { none } from './silences.ts';
import { CALLED_OFF, NOT_HELD } from './tables/common.ts';
import { W02, W03, W05, W07, W08, W09, W12 } from './tables.ts';

const GIVEN_UP = [
  '停用',
  '已停用',
  '停办',
  '已停办',
  '撤销',
  '已撤销',
  '注销',
  '已注销',
  '解散',
  '已解散',
  '废止',
  '已废止',
];

const ENDED = [
  ...['停止活动', '已停止活动', '停止运行', '已停止运行', '停止运营', '停办', '已停办', '解散', '已解散', '组织已解散'],
  ...['撤销', '已撤销', '撤销备案', '已撤销备案', '备案撤销', '备案已撤销', '取消备案', '已取消备案', '备案已取消'],
  ...['撤销登记', '已撤销登记', '备案未批', '备案未通过', '未备案', '暂未备案', '尚未备案', '未登记', '尚未登记'],
];
/** 已停办 in the remark of an organisation; 注销 there is taken as its state. */
export const saysEnded = says(W02.field.remark, ENDED);
/** （筹备中） behind its name, or that it is in another list or part of another one. */
export const isNamedEnded: Condition = {
  is: 'any',
  of: [
    says(W02.field.name, [
      ...ENDED,
      ...['注销', '已注销', '筹备中', '筹建中', '拟成立', '拟登记', '拟备案', '待成立', '待登记', '待备案', '作废'],
    ]),
    {
      is: 'contains',
      field: W02.field.name,
      words: ['已并入', '已合并到', '见附表', '见附件', '详见'],
      otherwise: none,
    },
  ],
};
/** 机构派驻 in the remark of somebody who is called a community worker. */
export const saysOfAnother = says(W03.field.remark, [
  ...['公益岗', '公益岗位', '公益性岗位', '公益性岗', '公岗', '派驻', '机构派驻', '社工机构派驻', '派遣', '劳务派遣'],
  ...['挂职', '机构社工', '驻站社工', '机构人员', '物业人员'],
]);
/** 在考 in the remark of somebody with a certificate, or that it was got after the closing date. */
export const saysNotCertified: Condition = {
  is: 'any',
  of: [
    says(W03.field.remark, [
      '在考',
      '备考',
      '报考',
      '待考',
      '已报名',
      '报名考试',
      '考试中',
      '证书未取得',
      '未取得证书',
      '证书在办',
    ]),
    {
      is: 'says',
      field: W03.field.remark,
      words: ['取得', '取得证书', '取得证', '取证', '获证', '发证', '领证', '考取', '考取证书', '证书取得'],
      from: { day: 'asOf', plus: 1 },
      otherwise: none,
    },
  ],
};
const STOPPED = [
  ...CALLED_OFF,
  ...[
    '项目取消',
    '项目已取消',
    '项目中止',
    '项目已中止',
    '项目暂停',
    '项目终止',
    '项目已终止',
    '合同终止',
    '合同已终止',
  ],
  ...['撤项', '已撤项', '未启动', '待启动', '尚未启动', '未实施', '未开展', '尚未开展'],
];
/** 已终止 in the remark of a project that says nothing of its state, or that it goes on. */
export const saysStopped = says(W05.field.remark, STOPPED);
/** The same behind its name. */
export const isNamedStopped = says(W05.field.name, STOPPED);
/** 已取消 in the remark of an activity. */
export const saysCalledOff = says(W07.field.remark, NOT_HELD);
/** The same beside its name, or 本月未开展活动 in the place of one. */
export const isNamedCalledOff = says(W07.field.name, [
  ...NOT_HELD,
  ...['未开展活动', '没有开展活动', '本月未开展活动', '当月未开展活动', '本月没有开展活动', '本月无活动', '当月无活动'],
  ...['因疫情未开展', '因疫情未开展活动', '因疫情未举办', '因疫情停办', '因雨未举办', '无活动'],
]);
/** The same of a venture. */
export const saysNotHeld = says(W08.field.remark, NOT_HELD);
export const isNamedNotHeld = says(W08.field.name, NOT_HELD);
/** 已撤销 in the remark of an item that is called done. */
export const saysNoLonger = says(W09.field.remark, [...CALLED_OFF, ...GIVEN_UP]);
/** 已取消 in the remark of a task. */
export const saysDropped = says(W12.field.remark, [
  ...CALLED_OFF,
  '任务取消',
  '任务已取消',
  '未启动',
  '尚未启动',
  '未实施',
]);

function says(field: string, words: readonly string[]): Condition {
  return { is: 'says', field, words, to: { day: 'asOf' }, otherwise: none };
}
