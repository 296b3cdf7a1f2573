/** Files and folders that are dropped or chosen. */
import { expect, test } from 'vitest';
import { chosenIn, droppedIn } from '../../addin/rollup/sources.ts';

const fileEntry = (path: string) => ({
  isFile: true,
  name: path.split('/').pop()!,
  fullPath: `/${path}`,
  file: (take: (file: File) => void) => take(new File(['x'], path.split('/').pop()!)),
});

/** As browsers do, gives a hundred at a time. */
function folderEntry(path: string, inside: readonly unknown[]) {
  const left = [...inside];
  const createReader = () => ({ readEntries: (take: (some: unknown[]) => void) => take(left.splice(0, 100)) });
  return { isFile: false, name: path, fullPath: `/${path}`, createReader };
}

const dropped = (...entries: readonly unknown[]) =>
  droppedIn({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files: [new File(['x'], '附件.xlsx')],
  } as unknown as DataTransfer);

test('文件夹里的文件夹也走到，路径照旧；不是工作簿的、锁定文件只记名称', async () => {
  const county = folderEntry('淮南市/寿县', [
    fileEntry('淮南市/寿县/柳塘村.xlsx'),
    fileEntry('淮南市/寿县/~$柳塘村.xlsx'),
  ]);
  const city = folderEntry('淮南市', [county, fileEntry('淮南市/通知.docx'), fileEntry('淮南市/旧表.xls')]);
  const { sources, skipped } = await dropped(city, fileEntry('一批.ZIP'));
  expect(sources.map(({ path }) => path)).toEqual(['淮南市/旧表.xls', '淮南市/寿县/柳塘村.xlsx', '一批.ZIP']);
  expect(skipped).toEqual(['淮南市/寿县/~$柳塘村.xlsx', '淮南市/通知.docx']);
});

test('一个文件夹里有五百个，都要', async () => {
  const names = Array.from({ length: 500 }, (_, at) => `全市/${at + 1}.xlsx`);
  const { sources } = await dropped(folderEntry('全市', names.map(fileEntry)));
  expect(sources).toHaveLength(500);
  expect(sources.slice(0, 3).map(({ path }) => path)).toEqual(['全市/1.xlsx', '全市/2.xlsx', '全市/3.xlsx']);
});

test('从邮件里直接拖来的，没有文件夹', async () => {
  expect((await dropped(null)).sources.map(({ path }) => path)).toEqual(['附件.xlsx']);
});

test('读的时候刚被移走的，留着名称，读不出来时再说', async () => {
  const gone = { ...fileEntry('甲.xlsx'), file: (_: unknown, fail: () => void) => fail() };
  const [{ path, file }] = (await dropped(gone)).sources as [{ path: string; file: Blob }];
  expect([path, file.size]).toEqual(['甲.xlsx', 0]);
});

test('选的文件夹，路径从它自己起', () => {
  const file = Object.assign(new File(['x'], '甲.xlsx'), { webkitRelativePath: '淮南市/甲.xlsx' });
  expect(chosenIn([file, new File(['x'], '乙.xlsx')]).sources.map(({ path }) => path)).toEqual([
    '淮南市/甲.xlsx',
    '乙.xlsx',
  ]);
});
