/** What a person who fills in is told when something ends. */
import { HostError, type HostErrorCode } from '../host/host.ts';
import { failureNotice } from '../messages.ts';
import type { Notice } from '../panes/states.ts';

/** Nothing was put into the sheets; null when the person stopped it. */
export function unfilledNotice(error: unknown): Notice | null {
  const { code, detail } = error instanceof HostError ? error : { code: 'failed' as const, detail: '' };
  if (code === 'cancelled') return null;
  const lines = reasons[code]?.(detail) ?? failureNotice(error, 'check')?.lines ?? [];
  return { tone: 'error', title: '没有填进表里', lines: ['表没有改动。', ...lines], ways: [] };
}

const reasons: Partial<Record<HostErrorCode, (detail: string) => readonly string[]>> = {
  protected: (detail) => [
    `${detail ? `“${detail}”` : '工作簿'}受保护。请在“审阅”选项卡撤销保护后再点一次；加载项不会自行撤销保护。`,
  ],
  gone: (detail) => [`找不到${detail ? `“${detail}”` : '这张表'}，可能已改名或删除。请再看一次还差什么。`],
  editing: () => ['有单元格正在编辑。请先按回车键完成输入（或按 Esc 键取消），再点一次。'],
  inactive: () => ['另一个工作簿在前面。请切回这个工作簿的窗口，再点一次。'],
  denied: () => ['文件可能只读，或在“受保护的视图”里。请点“启用编辑”，或把文件另存到本机的文件夹，再点一次。'],
  failed: (detail) => (detail ? [`原因：${detail}`] : []),
};

export function unexplainedNotice(error: unknown): Notice | null {
  const { code, detail } = error instanceof HostError ? error : { code: 'failed' as const, detail: '' };
  if (code === 'cancelled') return null;
  if (code === 'changed')
    return {
      tone: 'warning',
      title: `核实说明没有存：“${detail}”里已有新写的`,
      lines: ['有人在那一行写了说明或审核意见，没有改动它。请再看一次还差什么，看过再写。'],
      ways: [],
    };
  const why = reasons[code]?.(detail) ?? [];
  const lines = [...why, '说明先记在窗格里，下次写说明、看还差什么时一并存入；现在关闭窗格会丢失。'];
  return { tone: 'warning', title: '核实说明还没有存进工作簿', lines, ways: [] };
}

export function addedNotice(names: readonly string[]): Notice {
  return {
    tone: 'success',
    title: `加好了 ${names.length} 张空表，已有的表没有改动`,
    lines: ['从第一张开始填：点一格，下面就说这一格填什么。示例行只作样子，不计数。'],
    ways: [],
    sheets: names.slice(0, 1),
  };
}

export function receiptNotice(name: string): Notice {
  return {
    tone: 'success',
    title: `“${name}”做好了，在工作簿的末尾`,
    lines: ['打开它打印，签字、盖章，与保存好的工作簿一起交。数据再改过的，要重新做一张。'],
    ways: [],
    sheets: [name],
  };
}

export function mendedNotice(count: number): Notice {
  return { tone: 'success', title: `已恢复 ${count} 个表头`, lines: ['只改了表头的格子，别的没有动。'], ways: [] };
}

/** The pane was opened anew while the workbook was being looked at. */
export const interruptedNotice: Notice = {
  tone: 'warning',
  title: '刚才还没有看完',
  lines: ['窗格重新打开了，正在重新看一遍。'],
  ways: [],
};
