/** Why a Word document was not taken, said once to the person: what, and what to do. */
import { FileProblem, type FileProblemCode } from '../../files/problems.ts';

export type PaperProblemCode =
  | 'not_docx'
  | 'encrypted'
  | 'damaged'
  | 'too_large'
  | 'too_many'
  | 'not_ours'
  | 'broken_list';

const sentences: Readonly<Record<PaperProblemCode, string>> = {
  not_docx: '不是 Word 文档（.docx）。旧格式（.doc、.wps）请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再试。',
  encrypted: '有打开密码。请在 Word 或 WPS 里打开，去掉打开密码并保存后再试。',
  damaged: '已损坏或没有收全。请重新要一份，或用 Word 打开，按提示修复后另存再试。',
  too_large: '太大，没有打开。请删去多余的图片和内容后另存再试。',
  too_many: '里面的句子、单元格、书签或图多得不像一份报告，没有核对。请在导出的那份 .docx 上修改后再核对。',
  not_ours:
    '里面没有导出时的数字清单，不能核对：不是从这里导出的，或另存过旧格式、清除过文档信息。请在导出的那份 .docx 上修改后再核对。',
  broken_list: '里面的数字清单不完整，或被别的软件改过，不能核对。请在导出的那份 .docx 上修改后再核对。',
};

/** `message` is a whole sentence without the file's name. */
export class PaperProblem extends Error {
  readonly code: PaperProblemCode;
  constructor(code: PaperProblemCode) {
    super(sentences[code]);
    this.name = 'PaperProblem';
    this.code = code;
  }
}

/** What `read` answers; what stops it is said of a paper, not of a workbook. Throws PaperProblem. */
export function readingPaper<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileProblem ? new PaperProblem(kinds[error.code]) : error;
  }
}

const kinds: Readonly<Record<FileProblemCode, PaperProblemCode>> = {
  not_xlsx: 'not_docx',
  old_xls: 'not_docx',
  no_workbook: 'not_docx',
  encrypted: 'encrypted',
  damaged: 'damaged',
  too_large: 'too_large',
};
