/** What is said otherwise where the pane stands beside a workbook in Excel, and where it stands beside a file that was opened. */
import { createContext } from 'react';

export interface Phrases {
  /** Where the workbook comes from, up to the click that checks it. */
  readonly first: string;
  /** What can be had of a result. */
  readonly use: string;
  /** What becomes of the workbook. */
  readonly unharmed: string;
  /** Where a choice is kept. */
  readonly kept: string;
  readonly write: Tool;
  /** What is to be known before; '' for nothing. */
  readonly beforeWriting: string;
  readonly writing: string;
  /** Said, and asked about, before anything is written; none: nothing is asked. */
  readonly losses: readonly string[];
  /** Null where marks are only written together with sheets. */
  readonly renew: Tool | null;
  /** Null where there is nothing to clear by itself. */
  readonly clear: Tool | null;
  readonly remove: Asked | null;
  readonly removing: string;
  /** Why a file did not come, and what to do; after 在“下载”里找不到的，是. */
  readonly noDownload: string;
}

interface Tool {
  readonly label: string;
  readonly title: string;
}

/** Asked twice. */
interface Asked {
  readonly label: string;
  readonly question: string;
  /** What is lost by it. */
  readonly loss: string;
  readonly yes: string;
  readonly no: string;
}

export const excelPhrases: Phrases = {
  first: '打开社区报送的工作簿，点“检查本工作簿”，即可看到：',
  use: '可一键写入“差距清单”和“评估摘要”。',
  unharmed: '检查不改动表内数据，但可能清空 Excel 的撤销记录。',
  kept: '选择存在本工作簿里',
  write: { label: '写入工作簿', title: '标注单元格，并写入“差距清单”“评估摘要”两张表' },
  beforeWriting: '写入后不能用“撤销”退回，可清除标注、移除评估表。',
  writing: '正在写入，请勿关闭工作簿…',
  losses: [],
  renew: { label: '更新标注', title: '只把标注换成这次检查的，两张表不动' },
  clear: { label: '清除标注', title: '只清除本加载项加上的标注' },
  remove: {
    label: '移除评估表',
    question: '将删除本加载项写入的“差距清单”“评估摘要”和打印用的“报送单”“退回修改通知”，',
    loss: '核实说明、审核意见和确认过的结论也一并删除',
    yes: '确定移除',
    no: '不移除',
  },
  removing: '正在移除评估表…',
  noDownload: '这个 Excel 不让窗格存文件，请用网页版 Excel 打开本工作簿再存。',
};

export const noDownloadHere = '这个浏览器不让网页存文件，请换用新版的 Edge 或 Chrome 浏览器。';

/** Of the page. `own`: the file holds marks, sheets or choices of ours. `losses`: whole sentences. */
export function filePhrases(own: boolean, losses: readonly string[]): Phrases {
  return {
    first: '点“检查本工作簿”，即可看到：',
    use: '可下载一份标注好的工作簿，里面带“差距清单”和“评估摘要”两张表。',
    unharmed: '您打开的文件不会被改动。',
    kept: '选择随下载的工作簿保存',
    write: { label: '标注并下载', title: '下载一份标注好的工作簿，带“差距清单”“评估摘要”两张表；打开的文件不改动' },
    beforeWriting: '',
    writing: '正在做好要下载的工作簿…',
    losses,
    renew: null,
    clear: null,
    remove: own
      ? {
          label: '去掉标注和评估表',
          question: '将下载一份没有标注、也没有“差距清单”“评估摘要”“报送单”“退回修改通知”的工作簿，',
          loss: '核实说明、审核意见和确认过的结论不在其中',
          yes: '确定下载',
          no: '不下载',
        }
      : null,
    removing: '正在做好要下载的工作簿…',
    noDownload: noDownloadHere,
  };
}

export const PhrasesContext = createContext(excelPhrases);
