/** 退回修改通知 of the workbook that was checked: as a file, or as a sheet of the workbook itself. */
import { download } from './downloads.ts';
import type { FillHost } from './host/host.ts';
import { asideNotice } from './messages.ts';
import type { GiveNotice } from './panes/papers.ts';
import { createWriter, Unwritten } from './papers/papers.ts';
import { typeOf } from './papers/types.ts';

const writer = createWriter();

/** `fill` is null where there is no workbook to put a sheet into. */
export async function giveNotice(
  [evaluation, terms, form]: Parameters<GiveNotice>,
  fill: FillHost | null,
  noDownload: string,
): Promise<readonly string[]> {
  const ground = { own: evaluation, file: '本工作簿.xlsx' };
  const wish = {
    about: 'notice',
    ground,
    terms: { ...terms, commissioner: null, rectifyBy: null, isPublic: false },
  } as const;
  try {
    if (form === 'sheet') return await putInto(fill!, await writer.sheet(wish));
    const { name, bytes } = await writer.write({ ...wish, form });
    const why = fill ? `${noDownload}也可以点“放进本工作簿”。` : noDownload;
    if (!download(name, new Uint8Array(bytes), typeOf(name))) return [`没能存成文件。${why}`];
    return [`已存成“${name}”。`, `在“下载”里找不到的，是${why}`];
  } catch (error) {
    return error instanceof Unwritten ? error.problems : ['没能写成通知，请重试。'];
  }
}

async function putInto(fill: FillHost, sheet: Parameters<FillHost['putSheet']>[0]): Promise<readonly string[]> {
  try {
    const name = await fill.putSheet(sheet);
    return [`放好了，在工作簿末尾：“${name}”。别的表没有改动；“移除评估表”时一并移除。`];
  } catch (error) {
    const { title, lines } = asideNotice(error) ?? { title: '没有放进去', lines: [] };
    return ['没有放进工作簿，表没有改动。', title, ...lines];
  }
}
