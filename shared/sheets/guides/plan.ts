import type { Guides } from '../../model.ts';
import { guidesOf } from '../symbols.ts';
import { W12, W12filing } from '../tables.ts';

const noSuchDay = '2 月没有 30 日，请写真实的日期。';
const wholeDay = '写全年月日，如 2020-10-20。';

const tasks = guidesOf(W12, {
  seq: {
    means: '一行一个号，从 1 往下排，不影响计数。',
    mistakes: ['把任务编号写在这里：任务编号另有一格。'],
  },
  community: {
    means: '这项任务是哪个社区的，写社区名称，与“基本情况表”一样；只报本社区的不用加这一栏。',
    not: ['别的社区的任务：不计入本社区。', '写“各社区”的：看不出有没有本社区，先不计。'],
    mistakes: ['写责任单位：填在“责任单位”里。'],
    wrong: { value: '各社区', because: '看不出有没有本社区，先不计。' },
  },
  task_no: {
    means: '任务分解表给这件任务编的号，前后几次报送用同一个号。',
    mistakes: ['两件任务用了同一个号：会当作一件，只算一次。'],
  },
  task: {
    means: '方案里定下的一件事，写得看得出要做什么。',
    counts: ['方案和任务分解表里列出的任务、项目，一行算一件。'],
    not: ['写了两遍的同一件任务：只算一次。'],
    mistakes: ['几件任务写在一行：一件写一行，才看得出哪件启动了。'],
  },
  owner: {
    means: '负责做这件任务的单位或机构，几家一起做的都写上。',
    mistakes: ['写了某个人的姓名：这里只写单位。'],
  },
  planned_date: {
    means: '方案里定的，最晚哪一天要做完。',
    format: wholeDay,
    mistakes: ['写“2020年2月30日”这样没有的日子：对照方案改正。', '把真正做完的日子写在这里：那是“完成日”。'],
    wrong: { value: '2020.2.30', because: noSuchDay },
  },
  start: {
    means: '这件任务真正动手做的第一天，还没有动手的空着。',
    counts: ['截止日以前（含当天）已经动手的，算启动了。'],
    not: ['动手的日子在截止日以后的。', '“进度”写着“未启动”的：写了日子也不算。'],
    format: wholeDay,
    mistakes: ['把计划动手的日子写上：还没有到的不要写。', '比完成日还晚：核对两个日期。'],
    wrong: { value: '2020-11-02', because: '完成日是 2020-10-20，不能先完成、后启动。' },
  },
  finish: {
    means: '这件任务全部做完的那一天，没有做完的空着。',
    counts: ['只写了完成日、没有写启动日的，也算启动了。'],
    format: wholeDay,
    mistakes: ['没有做完也写上计划的日子：空着，等做完再写。'],
    wrong: { value: '2020.2.30', because: noSuchDay },
  },
  progress: {
    means: '做到哪一步了：没有动手写“未启动”，动手了写“已启动”，也可以写百分之几。',
    counts: ['“已启动”“推进中”“已完成”“80%”，都算启动了。'],
    not: ['“未启动”“待启动”“0%”。'],
    mistakes: [
      '写“抓紧落实”“加快推进”一类的话：改写做到哪一步。',
      '写着“未启动”，又填了启动日：按未启动算，请改成一致。',
    ],
    wrong: { value: '抓紧落实', because: '看不出动手没有，写“已启动”或“未启动”。' },
  },
  remark: {
    means: '还要说明的事，如为什么没有按计划启动。',
    mistakes: ['把进度写在这里：进度另有一格。'],
  },
});

const filing = guidesOf(W12filing, {
  confirmed: {
    means: '县区政府或园区管委会同意这份方案的日子，看会议纪要或批示。',
    counts: ['在报送以前确认，或者同一天确认。'],
    not: ['先报送、后确认的。'],
    format: wholeDay,
    mistakes: ['写成了方案的落款日：要写县区确认的日子。'],
    wrong: { value: '2020-07-30', because: '报送是 2020-07-28，应当先由县区确认，再报送。' },
  },
  filed: {
    means: '市民政局收到方案的日子，看收文登记。',
    counts: ['在规定的最后一天或以前收到的，算按期。'],
    not: ['过了最后一天的：算逾期，会写明晚了几天。'],
    format: wholeDay,
    mistakes: ['写成了从社区寄出的日子：按市民政局收文的日子写。', '空着：看不出有没有按期报送。'],
    wrong: { value: '2020-08-20', because: '批复是 2020-08-05，应当先报送、后批复。' },
  },
  approved: {
    means: '市民政局书面同意方案的日子，还没有答复的空着。',
    format: wholeDay,
    mistakes: ['把报送的日子又写了一遍：看批复文件的落款。'],
    wrong: { value: '2020.2.30', because: noSuchDay },
  },
});

/** W12: one line a task, and the form of the three dates of the plan. */
export const plan: Guides = { [W12.id]: { ...tasks[W12.id], ...filing[W12.id] } };
