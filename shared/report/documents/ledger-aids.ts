/** What helps the hand that fills in 问题整改台账: what each cell takes, what is told of it, and what turns yellow. */
import { addressOf, cellAddress } from '../../model/addresses.ts';
import type { EntrySheet, Told, Validation } from '../../model.ts';

/** The words that 状态 is read by. */
export const states = ['未启动', '整改中', '已完成待验收', '已销号'] as const;

const CLOSED: (typeof states)[number] = '已销号';

export interface LedgerArea {
  readonly headings: readonly string[];
  /** Of the sheet, from 0. */
  readonly firstRow: number;
  readonly rows: number;
  /** ISO date of the evaluation that found the issues. */
  readonly found: string;
}

/** What is filled in stays as it is typed: a number of a photograph is no number, 3-1 is no day. */
export function ledgerAids(area: LedgerArea): Pick<EntrySheet, 'formats' | 'validations' | 'conditions'> {
  const { headings, firstRow, rows, found } = area;
  if (rows === 0) return { formats: [], validations: [], conditions: [] };
  const down = (heading: string) => {
    const column = headings.indexOf(heading);
    return addressOf({ top: firstRow, bottom: firstRow + rows - 1, left: column, right: column });
  };
  const cell = (heading: string) => `$${cellAddress(firstRow, headings.indexOf(heading))}`;
  const validations = Object.entries(prompts).map(
    ([heading, text]): Validation => ({
      area: down(heading),
      ...(askedOf(heading, found) ?? { rule: { kind: 'any' }, alert: null }),
      prompt: { title: heading, text },
    }),
  );
  const lacking = (heading: string) => `AND(TRIM(${cell('状态')})="${CLOSED}",TRIM(${cell(heading)})="")`;
  return {
    formats: headings.flatMap((heading) =>
      heading === '序号' ? [] : { area: down(heading), format: heading === '完成日' ? 'yyyy-mm-dd' : '@' },
    ),
    validations,
    conditions: ['完成日', '佐证'].map((heading) => ({
      area: down(heading),
      formula: lacking(heading),
      look: 'warning',
    })),
  };
}

const prompts: Readonly<Record<string, string>> = {
  问题编号: '编号不改，这一行不删。交回以后按编号核对。',
  整改措施: '写做了什么，例：组织3人参加考试，补办备案。',
  责任人: '写负责整改的人。',
  时限: '通知要求最晚哪一天改完，不改。',
  完成日: '验收通过的那一天，写年月日，例：2021-02-20。还没有改完的空着。',
  佐证: '写凭什么说改好了，例：备案表2份、验收记录。材料由本单位留存。没有的空着，没有佐证的不算销号。',
  状态: '从下拉里选一项。发出整改通知的单位验收以后才选“已销号”；选了“已销号”的，完成日和佐证都要填。',
};

type Asked = Pick<Validation, 'rule' | 'alert'>;

function askedOf(heading: string, found: string): Asked | null {
  const told = (text: string): Told & { readonly style: 'warning' } => ({ style: 'warning', title: heading, text });
  if (heading === '状态')
    return { rule: { kind: 'list', values: states }, alert: told(`请从下拉里选一项：${states.join('、')}。`) };
  if (heading === '完成日')
    return {
      rule: { kind: 'date', from: found, to: LAST },
      alert: told('请写年月日，如 2021-02-20，不要写“2月20日”。完成日不会早于中期评估的截止日。'),
    };
  return null;
}

const LAST = '2099-12-31';
