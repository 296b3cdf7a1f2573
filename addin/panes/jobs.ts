/** What is done in the pane, each in a place of its own. */
import { createContext } from 'react';

export type Job = 'fill' | 'check' | 'rollup';

export const allJobs: readonly Job[] = ['fill', 'check', 'rollup'];

export const jobWords: Readonly<Record<Job, string>> = { fill: '填报', check: '检查', rollup: '汇总' };

/** Whose work it mostly is. */
export const roleWords: Readonly<Record<Job, string>> = { fill: '我填报', check: '我审核', rollup: '我汇总' };

/** What it is for, to choose by. */
export const jobAims: Readonly<Record<Job, string>> = {
  fill: '填一个工作簿：新建填报表，每一格填什么、还差什么都在旁边，填好了报送。',
  check: '看一个工作簿：有哪些问题，各项指标是否达标，能不能接收。',
  rollup: '把许多单位报送的工作簿汇成一张总表：谁没有报送，各项指标合计多少，哪些跨册对不上。',
};

export interface Jobs {
  /** That is on show. */
  readonly job: Job;
  /** Those that can be done here. */
  readonly offered: readonly Job[];
  /** Whose tabs are seen. */
  readonly seen: readonly Job[];
  /** What the person mostly does; null where they were not asked. */
  readonly role: Job | null;
  readonly onGo: (job: Job) => void;
  readonly onRole: (role: Job) => void;
}

/** Null where the pane has one job. */
export const JobsContext = createContext<Jobs | null>(null);
