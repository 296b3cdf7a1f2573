/** Why a file was not read, said once to the person: what, and what to do. */

export type FileProblemCode =
  /** Not an .xlsx at all: a photo, a .csv with another ending, a .doc, an .et of an old WPS … */
  | 'not_xlsx'
  /** An old .xls, or what WPS calls .et. */
  | 'old_xls'
  /** Opened by a password only. */
  | 'encrypted'
  /** Cut off, or not what its own directory says. */
  | 'damaged'
  /** More than is read: declared, or found while unpacking. */
  | 'too_large'
  /** A zip without a workbook in it. */
  | 'no_workbook';

const sentences: Readonly<Record<FileProblemCode, string>> = {
  not_xlsx: '不是 Excel 工作簿。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再试。',
  old_xls: '是旧格式（.xls、.et）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再试。',
  encrypted: '有打开密码。请在 Excel 或 WPS 里打开，去掉打开密码并保存后再试。',
  damaged: '已损坏或没有收全。请向报送单位重新要一份，或用 Excel 打开，按提示修复后另存再试。',
  too_large: '太大，没有打开。请删去多余的行、列、图片后另存再试；一张表最多读一百万个单元格。',
  no_workbook: '里面没有工作簿。如果是压缩包，请先解压，再打开里面的 .xlsx 文件。',
};

/** Thrown by all that reads files; `message` is a whole sentence without the file's name, `detail` a part of the file. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly detail: string;
  constructor(code: FileProblemCode, detail = '') {
    super(sentences[code]);
    this.name = 'FileProblem';
    this.code = code;
    this.detail = detail;
  }
}
