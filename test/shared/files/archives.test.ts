/** Workbooks in a .zip: names as Windows, WPS and Macs write them, and what is no workbook. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { takenOut, workbooksIn } from '../../../shared/files/archives.ts';
import { entryOf, zipOf } from '../../../shared/files/zip.ts';
import { fileOf } from '../../fixtures/files.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

const text = (words: string) => new TextEncoder().encode(words);
const gbk = new TextDecoder('gbk');
const booksIn = (archive: Uint8Array) => workbooksIn(archive, (name) => gbk.decode(name));
const pathsIn = (archive: Uint8Array) => booksIn(archive)?.map(({ path }) => path);

test('文件夹里的也算；锁定文件、苹果系统附带的、别的文件不算', () => {
  const archive = zipSync({
    '田家庵区/锦湖社区.xlsx': text('甲'),
    '田家庵区/说明.docx': text('乙'),
    '田家庵区/~$锦湖社区.xlsx': text('丙'),
    '__MACOSX/田家庵区/._锦湖社区.xlsx': text('丁'),
    '旧格式.XLS': text('戊'),
    '寿县.zip': text('己'),
  });
  expect(pathsIn(archive)).toEqual(['田家庵区/锦湖社区.xlsx', '旧格式.XLS', '寿县.zip']);
});

test('各自从压缩包的一段里取出，与放进去的相同', () => {
  const bytes = text('工作簿的内容'.repeat(100));
  const whole = zipSync({ 'a.xlsx': text('别的'), 'b.xlsx': bytes });
  // As a part of something larger.
  const archive = new Uint8Array([1, 2, 3, ...whole]).subarray(3);
  const { book } = booksIn(archive)![1]!;
  expect(takenOut(book, archive.slice(book.at, book.at + book.length))).toEqual(bytes);
  const broken = archive.slice(book.at, book.at + book.length).map((byte) => byte ^ 0xff);
  expect(() => takenOut(book, broken)).toThrow(/已损坏/);
});

test('Windows 上的老压缩软件用 GBK 写名称，苹果系统用 UTF-8 而不标明', () => {
  const named = (name: Uint8Array) => zipOf([{ ...entryOf('x', text('甲')), name, flags: 0 }]);
  // 寿县\锦湖.xlsx
  const gbkName = Uint8Array.from([0xca, 0xd9, 0xcf, 0xd8, 0x5c, 0xbd, 0xf5, 0xba, 0xfe, ...text('.xlsx')]);
  expect(pathsIn(named(gbkName))).toEqual(['寿县/锦湖.xlsx']);
  expect(pathsIn(named(text('寿县/锦湖.xlsx')))).toEqual(['寿县/锦湖.xlsx']);
});

test('本身就是工作簿的，不拆', () => {
  expect(booksIn(fileOf(workbookOf(sheetOf('名录', [['甲']]))))).toBeNull();
});

test('没有工作簿的、不是压缩包的，说明白', () => {
  expect(() => booksIn(zipSync({ '说明.docx': text('甲') }))).toThrow(/里面没有工作簿/);
  expect(() => booksIn(text('Rar!，只是改了名称的另一种压缩包'))).toThrow(/请先解压/);
});
