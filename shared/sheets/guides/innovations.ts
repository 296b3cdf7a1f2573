import { guidesOf } from '../symbols.ts';
import { W15 } from '../tables.ts';

/** W15: one line an innovation; none is asked for. */
export const innovations = guidesOf(W15, {
  seq: {
    means: '一行一个号，从 1 往下排，只为好数，不影响计数。',
    mistakes: ['没有特色做法也编了号：这张表可以不填，空着就行。'],
  },
  theme: {
    means: '这项做法属于文件列举的哪一类，从清单里选，可以选几样；不是必须做的。',
    not: ['不在清单里的，如“垃圾分类”：可以写，但不算文件列举的一类。'],
    format: '几类用顿号隔开。',
    mistakes: ['写成做法的名称：名称填在下一格，这里选是哪一类。', '空着不填：看不出属于哪一类，不计类数。'],
  },
  name: {
    means: '给这项做法起的名字，如“楼栋管家”，一项写一行。',
    mistakes: ['把一项做法拆成几行：合成一行，主题可以选几样。'],
  },
  brief: {
    means: '用一两句话说清做了什么、怎么做的、谁来做。',
    mistakes: ['只写“效果良好”：写具体做了什么。', '举例写了居民的真实姓名：请改成“一名居民”。'],
  },
  outcome: {
    means: '留下了什么看得见的东西，如“案例材料1份”“制度1份”。',
    counts: ['案例材料、制度文件、媒体报道、获奖证书。'],
    mistakes: ['只写“显著成效”：写留下了什么材料。'],
  },
  remark: {
    means: '其他要说明的话，没有的空着。',
    mistakes: ['把还没有做的打算写进来：做了再填。'],
  },
});
