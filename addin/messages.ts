/** What a person is told when something ends: plain words, and a way on. */
import { parseAddress } from '../shared/model/addresses.ts';
import { mostCorrections } from '../shared/model/contract.ts';
import type { Mark, WritePlan } from '../shared/model.ts';
import { EvaluationProblem, OldWebView } from './evaluations.ts';
import { type Applied, type Cleared, HostError, type HostErrorCode } from './host/host.ts';
import type { Marks, Notice, Task } from './panes/states.ts';
import type { Taken } from './wordings.ts';

/** The notice for a failed task; null when the person stopped it. */
export function failureNotice(error: unknown, task: Task): Notice | null {
  if (error instanceof EvaluationProblem) return problemNotice(error);
  if (error instanceof OldWebView) return oldWebViewNotice();
  const { code, detail } = error instanceof HostError ? error : { code: 'failed' as const, detail: '' };
  return code === 'cancelled' ? null : hostNotices[code](detail, task);
}

/** Of what is no task: nothing is taken up again by itself. */
export function asideNotice(error: unknown): Notice | null {
  const notice = failureNotice(error, 'check');
  return notice && { ...notice, onReturn: undefined };
}

/** What was said in the pane, and the workbook did not take. */
export function unkeptNotice(error: unknown, what: '核实说明' | '结论'): Notice | null {
  const failed = failureNotice(error, 'write');
  if (!failed) return null;
  if (error instanceof HostError && error.code === 'changed')
    return {
      tone: 'warning',
      title: `${what}没有存：“${error.detail}”里已有新写的`,
      lines: ['检查以后有人在那一行写了说明或审核意见，没有改动它。请重新检查，看过再写。'],
      ways: [recheck],
    };
  const isFull = error instanceof HostError && error.code === 'too_large';
  const why = isFull ? '说明太多，没有写入“差距清单”以前放不下。请点“写入工作簿”。' : `${failed.title}。`;
  const then =
    what === '结论'
      ? '请处理后再确认一次。'
      : '说明先记在窗格里，下次写说明、检查或写入时一并存入；现在关闭窗格会丢失。';
  return { tone: 'warning', title: `${what}还没有存进工作簿`, lines: [why, then], ways: [] };
}

/** What stands in 差距清单 by now gives another conclusion than the one that was to be confirmed. */
export function unlikeNotice(): Notice {
  const lines = ['“差距清单”里的核实说明或审核意见在检查以后有改动，结论已照现在的重算。请看过再确认。'];
  return { tone: 'warning', title: '结论没有确认：说明有改动', lines, ways: [] };
}

type Told = (detail: string, task: Task) => Notice;

const hostNotices: Readonly<Record<Exclude<HostErrorCode, 'cancelled'>, Told>> = {
  unsupported: () =>
    failure('本机的 Excel 版本过旧，不能使用本加载项', [
      '请改用 Excel 2021 及以上版本、Microsoft 365，或网页版 Excel 打开本工作簿。',
      `也可以不用 Excel：保存并关闭本工作簿，用新版 Edge 或 Chrome 浏览器打开 ${location.origin}/workbooks.html 检查。`,
    ]),
  protected: (detail, task) =>
    failure(
      detail ? `“${detail}”受保护，不能${taskWords[task]}` : `工作簿受保护，不能${taskWords[task]}`,
      ['请在“审阅”选项卡撤销保护后重试；加载项不会自行撤销保护。'],
      [again(task)],
    ),
  editing: (_, task) =>
    failure('有单元格正在编辑', ['请先按回车键完成输入（或按 Esc 键取消），再点“重试”。'], [again(task)]),
  inactive: (_, task) => ({
    ...failure('另一个工作簿在前面', ['请切回这个工作簿的窗口，再点一次。'], [again(task)]),
    onReturn: task,
  }),
  denied: (_, task) =>
    failure(
      `Excel 不让加载项${taskWords[task]}`,
      [
        '多半是文件只读或在“受保护的视图”里，或者杀毒软件拦住了加载项；工作表受保护时也会这样。',
        '请点“启用编辑”，或把文件另存到本机的文件夹再打开；仍不行请在杀毒软件里允许 Excel，再点“重试”。',
      ],
      [again(task)],
    ),
  other_sheet: (detail, task) =>
    failure(
      detail ? `“${detail}”不是普通工作表，不能${taskWords[task]}` : `有的工作表不是普通工作表，不能${taskWords[task]}`,
      ['图表工作表、宏工作表里没有单元格。请把它移到别的文件后重试。'],
      [again(task)],
    ),
  empty: () => failure('工作簿里没有可检查的内容', ['各工作表都是空的。请打开社区报送的工作簿后重试。'], [recheck]),
  changed: (detail) =>
    failure(
      '检查之后工作簿又有改动',
      [`${detail ? `改动在“${detail}”。` : ''}为免标错位置，本次没有写入。请重新检查，再点“写入工作簿”。`],
      [recheck],
    ),
  gone: (detail) =>
    failure(detail ? `找不到“${detail}”` : '找不到这个单元格', ['工作表可能已改名或删除。请重新检查。'], [recheck]),
  hidden: (detail) =>
    failure(detail ? `“${detail}”是隐藏的工作表` : '该工作表已隐藏', [
      '请右击任一工作表标签，点“取消隐藏”，再来查看。',
    ]),
  too_large: (detail, task) =>
    failure(
      `${detail ? `“${detail}”` : '工作簿'}太大，超出 Excel 一次能传递的数据量`,
      ['请删去表格下方和右侧无用的行列，或将无关的工作表移到别的文件后重试。'],
      [again(task)],
    ),
  unsaved: (detail) => failure('没能做好要下载的工作簿', [`您打开的文件没有改动。${detail}`]),
  failed: (detail, task) =>
    failure(
      `没能${taskWords[task]}`,
      [
        ...(task === 'write'
          ? ['可能已写入一部分。可点“清除标注”全部清除，再重新检查。']
          : ['请检查网络后重试；仍不行请关闭后重新打开工作簿。']),
        // Excel answers so, and says no more, while several tabs are selected.
        ...(detail.startsWith('GeneralException')
          ? ['如同时选中了几张工作表，请先右击任一标签，点“取消组合工作表”。']
          : []),
        ...(detail ? [`原因：${detail}`] : []),
      ],
      task === 'write' ? [recheck, { command: 'clear', label: '清除标注' }] : [again(task)],
    ),
};

const taskWords: Readonly<Record<Task, string>> = {
  check: '完成检查',
  write: '写入',
  renew: '更新标注',
  clear: '清除标注',
  remove: '移除评估表',
};

function problemNotice({ title, detail, retryAfter }: EvaluationProblem): Notice {
  const wait = retryAfter === null ? [] : [`请 ${retryAfter} 秒后重试，或改在本机计算。`];
  return failure(
    title,
    [...(detail ? [detail] : []), ...wait],
    [
      { command: 'check', label: '重试' },
      { command: 'checkHere', label: '改在本机计算' },
    ],
  );
}

function oldWebViewNotice(): Notice {
  return failure('本机显示网页的组件过旧，不能检查', [
    'Mac 请把系统更新到带有 Safari 16.4 及以上版本的 macOS，Windows 请更新 Edge 和 WebView2，然后重新打开。',
    '也可以换一台电脑，用新版 Edge、Chrome 浏览器检查。',
  ]);
}

/** The service is of another version than this pane, which judged by itself. */
export function outdatedNotice(): Notice {
  const lines = ['服务器与这里的版本不同。本次已在本机计算，结果可用。'];
  return { tone: 'warning', title: '服务器已更新，请关闭后重新打开', lines, ways: [] };
}

/** The pane was opened anew while this was under way. */
export function interruptedNotice(task: Exclude<Task, 'check'>): Notice {
  const lines = ['窗格重新打开，不知道做完没有。'];
  if (task === 'write') lines.push('可能只写入了一部分：请重新检查，再写入一次。');
  return { tone: 'warning', title: `刚才正在${taskWords[task]}`, lines, ways: [] };
}

/** No sheet was recognised, so that there is nothing to judge. */
export function unrecognisedNotice(): Notice {
  return failure(
    '没有认出要检查的报表',
    [
      '请确认打开的是社区报送的工作簿，且各表的表头（如“组织名称”“姓名”“持证情况”）没有删改。',
      '如确是报送的报表，请在下面说明表头在哪一行。',
    ],
    [recheck],
  );
}

/** What was checked is not what a check would find now. */
export function undoneNotice(why: string, task: 'write' | 'renew'): Notice {
  return failure(`${why}，没有${taskWords[task]}`, [`请重新检查，再${taskWords[task]}。`], [recheck]);
}

export function writtenNotice({ sheets, skipped, unsure = [], saved }: Applied, plan: WritePlan): Notice {
  const marks = plan.marks
    .filter(({ sheet }) => !skipped.includes(sheet))
    .reduce((all, mark) => all + cellsIn(mark), 0);
  const title = saved ? `已下载“${saved}”` : '已写入工作簿';
  const lines = [`${quotedNames(sheets)}已写好，标注了 ${marks} 个单元格。`];
  if (saved) lines.push(inDownloads);
  const isNumbered = sheets.some((sheet) => plan.sheets.some(({ name }) => sheet.startsWith(`${name} (`)));
  if (isNumbered) lines.push('工作簿中原有同名的工作表，没有改动，所以新表的名称带有编号。');
  if (unsure.length > 0)
    lines.push(`${quotedNames(unsure)}里有 Excel 读不出的条件格式，未能确认标注：以前的标注可能还在。`);
  if (skipped.length === 0) return { tone: unsure.length > 0 ? 'warning' : 'success', title, lines, ways: [], sheets };
  lines.push(`${quotedNames(skipped)}受保护，没有标注；这些表的问题已列入“差距清单”。`);
  return { tone: 'warning', title: `${title}，部分工作表没有标注`, lines, ways: [], sheets };
}

/** Null: no marks stand any more. */
export function renewedNotice(marks: Marks | null): Notice {
  if (!marks) return failure('工作簿里没有可更新的标注', ['标注已经清除。需要时请点“写入工作簿”。']);
  if (marks.skipped.length > 0)
    return {
      tone: 'warning',
      title: '标注已更新，部分工作表除外',
      lines: [`${quotedNames(marks.skipped)}受保护，或有 Excel 读不出的条件格式，标注仍是以前的。`],
      ways: [],
    };
  if (marks.isCurrent) return { ...success('标注已更新'), lines: ['只更新了标注，两张表没有改动。'] };
  return failure('标注没有更新', ['请先结束正在编辑的单元格，再重新检查；仍不行请点“写入工作簿”。'], [recheck]);
}

const inDownloads = '在浏览器的“下载”里可以找到。您打开的文件没有改动。';

function quotedNames(sheets: readonly string[]): string {
  return sheets.map((sheet) => `“${sheet}”`).join('、');
}

function cellsIn({ address }: Mark): number {
  const area = parseAddress(address);
  return area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 0;
}

export function clearedNotice({ marks, unsure = [] }: Cleared): Notice {
  const gone = `已清除 ${marks} 个单元格的标注`;
  if (unsure.length === 0) return success(marks > 0 ? gone : '没有需要清除的标注');
  return { ...unsureNotice(quotedNames(unsure)), title: marks > 0 ? `${gone}，可能还有` : unsureTitle };
}

const unsureTitle = '未能确认标注都已清除';

/** `names` are quoted already. */
function unsureNotice(names: string): Notice {
  const lines = [
    `${names}里有 Excel 读不出的条件格式，未能确认标注。`,
    '请保存并关闭工作簿，重新打开后再点“清除标注”。',
  ];
  return { tone: 'warning', title: unsureTitle, lines, ways: [] };
}

/** The same for the button of the ribbon, which has no “重试” of its own. `unsure` is a code of its own. */
export function clearingNotice(code: string, detail: string): Notice {
  if (code === 'unsure') return unsureNotice(`“${detail}”`);
  const told = (hostNotices as Readonly<Record<string, Told | undefined>>)[code] ?? hostNotices.failed;
  const { lines, ...notice } = told(detail, 'clear');
  return { ...notice, lines: lines.map((line) => line.replaceAll('“重试”', '“清除标注”')), ways: [] };
}

export function removedNotice({ sheets, saved }: Cleared): Notice {
  if (saved) return { ...success(`已下载“${saved}”`), lines: ['里面没有标注和评估表。', inDownloads] };
  return success(sheets.length > 0 ? `已移除${quotedNames(sheets)}` : '工作簿里没有本加载项写入的评估表');
}

/** `given`: the program took the file; whether it let the person have it, it does not say. */
export function savedWordingsNotice(name: string, given: boolean, noDownload: string): Notice {
  if (!given) return failure('没能存成文件', [noDownload]);
  return {
    ...success(`用语已存成“${name}”`),
    lines: ['文件里是本工作簿的原文，请妥善保管。', `在“下载”里找不到的，是${noDownload}`],
  };
}

export function takenWordingsNotice(taken: Taken): Notice {
  return { ...success(`已取用 ${taken.taken} 条用语`), lines: leftOut(taken) };
}

/** Null: it is no such file. */
export function noWordingsNotice(taken: Taken | null): Notice {
  if (!taken) return failure('这不是“三社联动”的用语文件', ['请选在另一个工作簿里存成的文件。']);
  return failure('没有取用任何用语', taken.unknown + taken.tooMany > 0 ? leftOut(taken) : ['文件里没有用语。']);
}

function leftOut({ unknown, tooMany }: Taken): readonly string[] {
  return [
    ...(unknown > 0 ? [`有 ${unknown} 条没有取用：不是用语，或这里没有它说的表、栏目或类别。`] : []),
    ...(tooMany > 0 ? [`有 ${tooMany} 条没有取用：一个工作簿最多记 ${mostCorrections} 条更正。`] : []),
  ];
}

const recheck = { command: 'check', label: '重新检查' } as const;
const again = (task: Task) => ({ command: task, label: '重试' });

const success = (title: string): Notice => ({ tone: 'success', title, lines: [], ways: [] });

function failure(title: string, lines: readonly string[], ways: Notice['ways'] = []): Notice {
  return { tone: 'error', title, lines, ways };
}
