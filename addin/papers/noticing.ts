/** 退回修改通知 of the workbook that was checked, as a file. */
import { download } from '../downloads.ts';
import type { GiveNotice } from '../panes/papers.ts';
import { createWriter, Unwritten } from './papers.ts';
import { typeOf } from './types.ts';

const writer = createWriter();

export async function giveNotice(
  ...[evaluation, terms, form, noDownload]: [...Parameters<GiveNotice>, noDownload: string]
): Promise<readonly string[]> {
  try {
    const ground = { own: evaluation, file: '本工作簿.xlsx' };
    const all = { ...terms, commissioner: null, isPublic: false };
    const { name, bytes } = await writer.write({ about: 'notice', ground, terms: all, form });
    if (!download(name, new Uint8Array(bytes), typeOf(name))) return [`没能存成文件。${noDownload}`];
    return [`已存成“${name}”。`, `在“下载”里找不到的，是${noDownload}`];
  } catch (error) {
    return error instanceof Unwritten ? error.problems : ['没能写成通知，请重试。'];
  }
}
