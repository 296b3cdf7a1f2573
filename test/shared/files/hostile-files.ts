/** Files that are no workbooks, are broken, or mean harm: made here, kept nowhere. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { entriesOf, entryOf, zipOf } from '../../../shared/files/zip.ts';
import { fileOf } from '../../fixtures/files.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What its sentence says; null where it is read. */
  readonly says: RegExp | null;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const book = workbookOf(
  sheetOf('名录', [
    ['甲', 1],
    ['乙', 2],
  ]),
  sheetOf('说明', [['丙']]),
);
const good = () => fileOf(book);
const withSheet = (xml: string) => fileOf(book, {}, { 'xl/worksheets/sheet1.xml': xml });
const sheetXml = (rows: string, after = '') => `<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;

export const hostileFiles: readonly HostileFile[] = [
  { name: '空文件.xlsx', bytes: () => new Uint8Array(0), says: /已损坏/ },
  { name: '加密.xlsx', bytes: () => compound('EncryptionInfo', 'EncryptedPackage'), says: /打开密码/ },
  { name: '旧格式.xls', bytes: () => compound('Workbook', 'SummaryInformation'), says: /旧格式/ },
  { name: '旧格式.et', bytes: () => compound('Workbook', 'ETExtData'), says: /旧格式/ },
  { name: '文档.doc', bytes: () => compound('WordDocument', '1Table'), says: /不是 Excel 工作簿/ },
  {
    name: '文档.docx',
    bytes: () => zipped({ '_rels/.rels': rels('word/document.xml'), 'word/document.xml': '<a/>' }),
    says: /不是 Excel 工作簿/,
  },
  {
    name: '二进制.xlsb',
    bytes: () => zipped({ '_rels/.rels': rels('xl/workbook.bin'), 'xl/workbook.bin': '\u0001' }),
    says: /不是 Excel 工作簿/,
  },
  {
    name: '照片.xlsx',
    bytes: () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Array(5000).fill(7)]),
    says: /不是 Excel 工作簿/,
  },
  { name: '逗号分隔.xlsx', bytes: () => strToU8('姓名,电话\r\n甲,1\r\n'), says: /不是 Excel 工作簿/ },
  {
    name: '网页.xlsx',
    bytes: () => strToU8('<html><table><tr><td>甲</td></tr></table></html>'),
    says: /不是 Excel 工作簿/,
  },
  { name: '压缩包.rar', bytes: () => Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]), says: /先解压/ },
  { name: '没有收全.xlsx', bytes: () => good().subarray(0, 900), says: /已损坏/ },
  { name: '改坏一个字节.xlsx', bytes: flipped, says: /已损坏/ },
  {
    name: '压缩包，一个工作簿.zip',
    bytes: () => zipSync({ '报送/名录.xlsx': good(), '报送/照片.jpg': strToU8('x') }),
    says: null,
  },
  { name: '压缩包，两个工作簿.zip', bytes: () => zipSync({ '一.xlsx': good(), '二.xlsx': good() }), says: /先解压/ },
  { name: '压缩包，没有工作簿.zip', bytes: () => zipped({ '说明.txt': '甲' }), says: /没有工作簿/ },
  {
    name: '压缩包里的压缩包.zip',
    bytes: () => zipSync({ '里面.xlsx': zipSync({ '更里面.xlsx': good() }) }),
    says: /没有工作簿/,
  },
  { name: '压缩包里的炸弹.zip', bytes: () => bomb('名录.xlsx', 900, 900), says: /太大/ },
  { name: 'UTF-16.xlsx', bytes: () => fileOf(book, { utf16: true }), says: null },
  { name: '缺样式.xlsx', bytes: () => zipSync(withoutStyles()), says: null },
  {
    name: '未定义的实体.xlsx',
    bytes: () => withSheet(sheetXml('<row><c t="inlineStr"><is><t>&constructor;</t></is></c></row>')),
    says: null,
  },
  { name: '实体炸弹.xlsx', bytes: () => withSheet(laughs()), says: null },
  { name: '炸弹，900 MB.xlsx', bytes: () => bomb('xl/worksheets/sheet1.xml', 900, 900), says: /太大/ },
  { name: '炸弹，目录说 1 MB.xlsx', bytes: () => bomb('xl/worksheets/sheet1.xml', 900, 1), says: /已损坏/ },
  { name: '炸弹，六十张表.xlsx', bytes: manySheets, says: /太大/ },
  { name: '400 MB 的图片.xlsx', bytes: () => bomb('xl/media/image1.png', 400, 400, good()), says: null },
  { name: '十万处合并.xlsx', bytes: () => withSheet(sheetXml(rowsOf(100_000), mergesOf(100_000))), says: null },
  {
    name: '十万处重叠的合并.xlsx',
    bytes: () => withSheet(sheetXml(rowsOf(100_000), overlapping(100_000))),
    says: null,
  },
  {
    name: '合并整张表.xlsx',
    bytes: () => withSheet(sheetXml(rowsOf(1000), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    says: null,
  },
  {
    name: '没有属性的单元格.xlsx',
    bytes: () => withSheet(sheetXml('<row><c><v>1</v></c></row>'.repeat(1_000_000))),
    says: null,
  },
  {
    name: '四百万个单元格.xlsx',
    bytes: () => withSheet(sheetXml(`<row>${'<c><v>1</v></c>'.repeat(4)}</row>`.repeat(900_000))),
    says: null,
  },
  {
    name: '一千万条空文本.xlsx',
    bytes: () => fileOf(book, {}, { 'xl/sharedStrings.xml': `<sst ${main}>${'<si/>'.repeat(10_000_000)}</sst>` }),
    says: /太大/,
  },
  {
    name: '嵌套三十万层.xlsx',
    bytes: () => fileOf(book, {}, { 'xl/workbook.xml': `<workbook ${main}>${'<a>'.repeat(300_000)}` }),
    says: /太大/,
  },
  {
    name: '三十万个名称.xlsx',
    bytes: () =>
      fileOf(
        book,
        {},
        {
          'xl/workbook.xml': `<workbook ${main}>${'<definedName name="a">1</definedName>'.repeat(300_000)}</workbook>`,
        },
      ),
    says: /太大/,
  },
  {
    name: '十万个属性.xlsx',
    bytes: () => withSheet(sheetXml(`<row ${attributesOf(100_000)}><c ${attributesOf(100_000)}><v>1</v></c></row>`)),
    says: null,
  },
  {
    name: '没有结束的引号.xlsx',
    bytes: () => withSheet(`<worksheet ${main}><sheetData>${'<c r="'.repeat(500_000)}`),
    says: /已损坏/,
  },
  {
    name: '没有结束的注释.xlsx',
    bytes: () => withSheet(`<worksheet ${main}><sheetData>${'<!--'.repeat(500_000)}`),
    says: /已损坏/,
  },
];

/** [MS-CFB] as far as anybody looks: the first bytes, and a directory with these names. */
function compound(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...names].forEach((name, at) => {
    const entry = 1024 + 128 * at;
    [...name].forEach((letter, index) => {
      bytes[entry + 2 * index] = letter.charCodeAt(0);
    });
    bytes[entry + 64] = 2 * name.length + 2;
  });
  return bytes;
}

function flipped(): Uint8Array {
  const bytes = good();
  const at = Math.round(bytes.length / 3);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

const zipped = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

const rels = (target: string) =>
  `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

function withoutStyles(): Record<string, Uint8Array> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '_rels/.rels': strToU8(rels('xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="名录" sheetId="1" r:id="a"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml('<row><c s="9"><v>1</v></c></row>')),
  };
}

/** A part of so many megabytes of blanks, of which the directory says `declared`, in a workbook or by itself. */
function bomb(path: string, megabytes: number, declared: number, within: Uint8Array = good()): Uint8Array {
  const parts = path.startsWith('xl/') ? entriesOf(within) : [];
  const million = new Uint8Array(2 ** 20).fill(32);
  const block = deflateRawSync(million, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = new Uint8Array(block.length * megabytes + 2);
  for (let at = 0; at < megabytes; at++) packed.set(block, at * block.length);
  // An empty last block.
  packed.set([3, 0], block.length * megabytes);
  let crc = 0;
  if (declared === megabytes && megabytes <= 400) for (let at = 0; at < megabytes; at++) crc = crc32(million, crc);
  const entry = { ...entryOf(path, new Uint8Array(0)), size: declared * 2 ** 20, packed, crc };
  return zipOf([...parts.filter((each) => each.path !== path), entry]);
}

function manySheets(): Uint8Array {
  const xml = sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1000"><c r="ALL1000"><v>1</v></c></row>`);
  const sheets = Array.from({ length: 60 }, (_, at) => sheetOf(`表${at}`, [[1]]));
  return fileOf(
    workbookOf(...sheets),
    {},
    Object.fromEntries(sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  );
}

const laughs = () =>
  `<!DOCTYPE a [<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetXml('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>')}`;

const rowsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="D${at + 1}"><v>1</v></c></row>`,
  ).join('');

const mergesOf = (count: number) =>
  `<mergeCells>${Array.from({ length: count }, (_, at) => `<mergeCell ref="A${at + 1}:C${at + 1}"/>`).join('')}</mergeCells>`;

const overlapping = (count: number) =>
  `<mergeCells>${Array.from({ length: count }, (_, at) => `<mergeCell ref="B${at + 1}:XFD1048576"/>`).join('')}</mergeCells>`;

const attributesOf = (count: number) => Array.from({ length: count }, (_, at) => `a${at}="${at}"`).join(' ');
