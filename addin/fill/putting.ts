/** What a button that fills a cell in says, and why it may not. */
import { type FillHost, HostError, type HostErrorCode, type Standing } from '../host/host.ts';

/** What stands in a cell is asked whenever there is something to put, and again before it is put. */
export type Hand = Pick<FillHost, 'look' | 'put'>;

/** Of the button: 填入“登记”, 换成“登记”, 加上“小组”. `standing` null: nobody knows yet. */
export function putting(choice: string, standing: Standing | null, isMany: boolean): string {
  if (!standing || standing.text.trim() === '') return `填入“${choice}”`;
  if (standsAlready(choice, standing, isMany)) return `已有“${choice}”`;
  if (isMany && standing.formula === null) return `加上“${choice}”`;
  return `把“${shortened(standing.text)}”换成“${choice}”`;
}

/** Whether it stands there, alone or among others. */
export function standsAlready(choice: string, standing: Standing | null, isMany: boolean): boolean {
  const text = standing?.text.trim() ?? '';
  return isMany ? text.split(/[、，,；;/\s]+/).includes(choice) : text === choice;
}

/** Null where it may be filled in. */
export function refusalOf({ isMerged, isProtected }: Standing): string | null {
  if (isProtected) return '这张工作表有保护，填不进去。请先在“审阅”里撤销工作表保护。';
  if (isMerged) return '这一格和下面几行合并在一起，填了就算几行。请先取消合并，再一行一行填。';
  return null;
}

/** Why nothing was filled in, and what to do. */
export function failureOf(error: unknown): string {
  const why = error instanceof HostError ? whys[error.code] : undefined;
  return `没有填。${why ?? '请再试一次；还不行就直接在格子里填。'}`;
}

const whys: Readonly<Partial<Record<HostErrorCode, string>>> = {
  protected: '这张工作表有保护，请先在“审阅”里撤销工作表保护。',
  gone: '这张工作表已经不在了，请重新选一格。',
  editing: '有一格正在编辑，请按回车结束编辑后再选。',
  inactive: '现在前面的是另一个工作簿，请回到这个工作簿再选。',
  denied: '这个工作簿现在不能改，请看看是不是只读打开的。',
};

const LONGEST = 12;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
