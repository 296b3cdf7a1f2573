/** What a community keeps on mechanisms, talent, funds, tasks, rectification and innovation, and how streets head it. */

import type { Dice } from './dice.ts';
import type { People } from './people.ts';
import type { Row } from './rows.ts';
import { amount, count, day, flags, type ListSay, one, text } from './tables.ts';

const ITEMS: Readonly<Record<string, readonly string[]>> = {
  P01: ['街道（乡镇）社会工作服务中心'],
  P02: ['社区社会工作服务站', '社会工作服务站'],
  P06: ['社区专项基金'],
  P07: ['枢纽型社区社会组织', '枢纽型社会组织'],
  B01: ['重点人群需求调研'],
  B02: ['本社区落实方案', '社区落实方案'],
  S07: ['志愿服务联合会'],
  V04: ['社区社会组织联合会'],
  T01: ['社区学院'],
  T02: ['社会组织孵化园'],
  O05: ['县区政策文件'],
  O07: ['经费管理办法'],
};
const TALENTS = {
  社会工作专业人才: ['社会工作专业人才'],
  基层党务人才: ['基层党务人才', '基层党务'],
  志愿服务人才: ['志愿服务人才', '志愿服务'],
  基层自治人才: ['基层自治人才', '基层自治'],
  社会组织骨干人才: ['社会组织骨干人才', '社会组织骨干'],
};
const TASKS = ['建设社工站', '招募志愿者', '培育社会组织', '开展需求调研', '组织公益创投', '建立联席会议制度'];
const ISSUES = ['志愿者注册率偏低', '备案组织资料不全', '社工岗位空缺', '活动台账不规范', '专项基金未到账'];

export function progressOf(roll: Dice, who: People) {
  const month = (from: number, to: number) => `2020-${String(roll.between(from, to)).padStart(2, '0')}`;
  const on = (from: number, to: number) => `${month(from, to)}-${String(roll.between(1, 28)).padStart(2, '0')}`;
  const W09 = Object.keys(ITEMS).map((item): Row => {
    const done = roll.chance(75);
    return {
      item,
      done,
      done_date: done ? on(6, 10) : null,
      document: done && roll.chance(70) ? `街办〔2020〕${roll.between(5, 60)}号` : null,
      evidence: done ? '批复及照片' : null,
    };
  });
  const W10 = Object.keys(TALENTS).map((category): Row => {
    const sessions = roll.int(4);
    const mechanisms = roll.shuffled(['培训', '使用', '激励', '保障']).slice(0, roll.int(5));
    return { category, sessions, trainees: sessions * roll.between(8, 40), mechanisms };
  });
  const W11 = roll.shuffled(['市', '县区', '街道', '社会']).map((source): Row => {
    const planned = roll.between(20, 300) / 10;
    return { source, planned, received: planned, spent: Math.round(planned * 5) / 10 };
  });
  const W12 = TASKS.slice(0, roll.between(3, 6)).map((task, at): Row => {
    const started = roll.chance(85);
    const finished = started && roll.chance(50);
    return {
      no: `RW${at + 1}`,
      task,
      owner: roll.pick(['社区居委会', '社工机构', '街道民政办']),
      planned: '2020-11-30',
      start: started ? on(6, 8) : null,
      finish: finished ? on(9, 10) : null,
    };
  });
  const W14 = ISSUES.slice(0, roll.between(2, 5)).map((issue, at): Row => {
    const status = roll.pick(['未启动', '整改中', '已销号', '已销号']);
    return {
      no: `WT${at + 1}`,
      origin: roll.pick(['中期', '日常']),
      issue,
      measure: '明确专人，限期完成',
      owner: '社区居委会',
      person: who.person().name,
      deadline: '2021-02-28',
      closed: status === '已销号' ? '2021-01-20' : null,
      status,
    };
  });
  const W15 = roll
    .shuffled(['社区协商', '楼栋自治', '特殊人群服务'])
    .slice(0, roll.between(1, 3))
    .map((theme): Row => ({ theme, name: `${theme}试点`, brief: '每月一次', outcome: '案例集' }));
  return { W09, W10, W11, W12, W14, W15 };
}

const always = () => true;

export const PROGRESS: readonly ListSay[] = [
  {
    id: 'W09',
    titles: ['平台与机制清单', '平台机制有无情况表', '试点事项完成情况清单'],
    units: '项',
    columns: [
      one(text('item', '事项', ['事项名称', '工作事项'], { kind: 'code', words: ITEMS })),
      one(text('done', '是否完成', ['是否建立', '有无'], { kind: 'flag', words: flags(['是'], ['否']) })),
      one(day('done_date', '完成日期', ['完成时间', '成立时间', '建成时间'])),
      one(text('document', '文号/名称', ['文号', '文号（名称）'], { spare: always })),
      one(text('evidence', '佐证材料名', ['佐证材料', '佐证'])),
    ],
    groups: [{ titles: ['落实情况', '建设情况'], keys: ['done_date', 'document', 'evidence'] }],
  },
  {
    id: 'W10',
    titles: ['人才培养情况表', '“1+4”人才培养台账'],
    units: '场、人次',
    columns: [
      one(text('category', '人才类别', ['类别', '人才类型'], { kind: 'code', words: TALENTS })),
      one(count('sessions', '培训场次', '场', ['培训次数'])),
      one(count('trainees', '培训人次', '人次', ['参训人次'])),
      one(text('mechanisms', '机制文件', ['保障机制', '机制建设'], { kind: 'codes' })),
    ],
    groups: [{ titles: ['培训情况'], keys: ['sessions', 'trainees'] }],
  },
  {
    id: 'W11',
    titles: ['试点经费情况表', '专项资金使用情况'],
    units: '万元',
    columns: [
      one(
        text('source', '资金来源', ['经费来源', '资金渠道'], {
          kind: 'code',
          words: {
            市: ['市级', '市财政'],
            县区: ['县区级', '区级'],
            街道: ['街道', '街道级'],
            社会: ['社会资金', '社会捐赠'],
          },
        }),
      ),
      one(amount('planned', '安排', '万元', ['安排金额', '预算安排'])),
      one(amount('received', '到位', '万元', ['到位金额', '到位资金'])),
      one(amount('spent', '支出', '万元', ['支出金额', '实际支出'])),
    ],
    groups: [{ titles: ['金额', '资金情况'], keys: ['planned', 'received', 'spent'] }],
  },
  {
    id: 'W12',
    titles: ['试点任务分解与进度表', '工作任务推进表'],
    units: '项',
    columns: [
      one(text('no', '任务编号', ['编号'])),
      one(text('task', '任务', ['任务名称', '工作任务'])),
      one(text('owner', '责任单位', ['牵头单位'], { spare: always })),
      one(day('planned', '计划完成日', ['计划完成时间', '完成时限'], { spare: always })),
      one(day('start', '启动日', ['启动时间', '启动日期'])),
      one(day('finish', '完成日', ['完成时间', '实际完成时间'])),
    ],
    groups: [{ titles: ['进度', '时间安排'], keys: ['planned', 'start', 'finish'] }],
  },
  {
    id: 'W14',
    titles: ['问题整改台账', '中期评估问题整改清单'],
    units: '个',
    columns: [
      one(text('no', '问题编号', ['编号'])),
      one(text('origin', '来源', ['问题来源'])),
      one(text('issue', '问题描述', ['存在问题', '具体问题'])),
      one(text('measure', '整改措施', ['措施'])),
      one(text('owner', '责任单位', ['整改单位'], { spare: always })),
      one(text('person', '责任人', ['责任人姓名'], { kind: 'person', spare: always })),
      one(day('deadline', '时限', ['整改时限', '完成时限'], { spare: always })),
      one(day('closed', '完成日', ['完成日期', '销号日期'])),
      one(
        text('status', '状态', ['整改状态', '销号情况'], {
          kind: 'code',
          words: { 未启动: ['未启动', '未整改'], 整改中: ['整改中', '进行中'], 已销号: ['已销号', '销号'] },
        }),
      ),
    ],
    groups: [{ titles: ['整改情况', '落实情况'], keys: ['measure', 'deadline', 'closed', 'status'] }],
  },
  {
    id: 'W15',
    titles: ['特色创新情况表', '特色创新项目'],
    units: '个',
    columns: [
      one(text('theme', '主题', ['创新主题'], { kind: 'code' })),
      one(text('name', '名称', ['项目名称'])),
      one(text('brief', '简介', ['内容简介'], { spare: always })),
      one(text('outcome', '成果形式', ['成果'])),
    ],
    groups: [],
  },
];
