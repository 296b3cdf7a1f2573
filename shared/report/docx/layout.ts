/** How an official document is laid out: GB/T 9704-2012, in twentieths of a point unless said otherwise. */

/** A4. */
export const paper = { width: 11906, height: 16838 } as const;

/** 上37毫米, 左28毫米, 版心156×225毫米; the page number's line lies 7 mm below the text. */
export const margins = { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 851, footer: 1304 } as const;

/** Of a page that lies down, with a list on it that is to be as short as it can: two centimetres, and room for what binds it. */
export const wideMargins = { top: 1304, bottom: 1134, left: 1134, right: 1134, header: 600, footer: 600 } as const;

/** Between the margins. */
export const measure = {
  portrait: paper.width - margins.left - margins.right,
  landscape: paper.height - wideMargins.left - wideMargins.right,
} as const;

/** 22 lines of 28 characters: 22 × 579 just fits, 580 would be 21; the characters of 三号 are set closer by `closer`. */
export const grid = { linePitch: 579, closer: -5 } as const;

interface Look {
  readonly id: StyleId;
  readonly name: string;
  /** East-Asian font first, then those that stand in for it where it is not installed. */
  readonly fonts: readonly string[];
  /** Half points. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** Characters that the first line is set in by. */
  readonly indent?: number;
  /** Off the grid: lines of this height at least. */
  readonly offGrid?: number;
  /** Neither higher: fonts that stand in for others need not have their leading. */
  readonly exact?: true;
  readonly keepNext?: true;
  /** In the outline of the document. */
  readonly outline?: number;
}

export type StyleId =
  | 'SsldTitle'
  | 'SsldAddressee'
  | 'SsldBody'
  | 'SsldHeading1'
  | 'SsldHeading2'
  | 'SsldHeading3'
  | 'SsldAttachmentList'
  | 'SsldSignature'
  | 'SsldAttachmentMark'
  | 'SsldAttachmentTitle'
  | 'SsldCaption'
  | 'SsldChart'
  | 'SsldChartTitle'
  | 'SsldCell'
  | 'SsldCellHead'
  | 'SsldCellSmall'
  | 'SsldCellHeadSmall'
  | 'SsldCellFine'
  | 'SsldCellHeadFine'
  | 'SsldPageNumber';

const song = ['宋体', 'SimSun'];
const fang = ['仿宋_GB2312', '仿宋', 'FangSong'];
const kai = ['楷体_GB2312', '楷体', 'KaiTi'];
const hei = ['黑体', 'SimHei'];
const titleFonts = ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '宋体'];

/** Of Latin letters and digits. */
export const latin = 'Times New Roman';

export const looks: readonly Look[] = [
  { id: 'SsldTitle', name: '公文标题', fonts: titleFonts, size: 44, align: 'center', offGrid: 660, keepNext: true },
  { id: 'SsldAddressee', name: '主送', fonts: fang, size: 32, align: 'left' },
  { id: 'SsldBody', name: '公文正文', fonts: fang, size: 32, align: 'both', indent: 2 },
  { id: 'SsldHeading1', name: '公文一级', fonts: hei, size: 32, align: 'both', indent: 2, keepNext: true, outline: 0 },
  { id: 'SsldHeading2', name: '公文二级', fonts: kai, size: 32, align: 'both', indent: 2, keepNext: true, outline: 1 },
  { id: 'SsldHeading3', name: '公文三级', fonts: fang, size: 32, align: 'both', indent: 2, keepNext: true, outline: 2 },
  { id: 'SsldAttachmentList', name: '附件说明', fonts: fang, size: 32, align: 'left', keepNext: true },
  { id: 'SsldSignature', name: '落款', fonts: fang, size: 32, align: 'right' },
  { id: 'SsldAttachmentMark', name: '附件序号', fonts: hei, size: 32, align: 'left', keepNext: true },
  {
    id: 'SsldAttachmentTitle',
    name: '附件标题',
    fonts: titleFonts,
    size: 36,
    align: 'center',
    offGrid: 560,
    keepNext: true,
  },
  { id: 'SsldCaption', name: '表题', fonts: hei, size: 24, align: 'center', offGrid: 400, keepNext: true },
  { id: 'SsldChart', name: '图', fonts: hei, size: 24, align: 'center', offGrid: 400, keepNext: true },
  { id: 'SsldChartTitle', name: '图题', fonts: hei, size: 24, align: 'center', offGrid: 400 },
  { id: 'SsldCell', name: '表格', fonts: fang, size: 21, align: 'left', offGrid: 260 },
  { id: 'SsldCellHead', name: '表头', fonts: hei, size: 21, align: 'center', offGrid: 260 },
  { id: 'SsldCellSmall', name: '表格小字', fonts: fang, size: 18, align: 'left', offGrid: 210, exact: true },
  { id: 'SsldCellHeadSmall', name: '表头小字', fonts: hei, size: 18, align: 'center', offGrid: 210, exact: true },
  { id: 'SsldCellFine', name: '表格细字', fonts: fang, size: 16, align: 'left', offGrid: 190, exact: true },
  { id: 'SsldCellHeadFine', name: '表头细字', fonts: hei, size: 16, align: 'center', offGrid: 190, exact: true },
  { id: 'SsldPageNumber', name: '页码', fonts: song, size: 28, align: 'left', offGrid: 320 },
];

/** Fonts by what stands in for them. */
export const substitutes: readonly (readonly [font: string, others: readonly string[]])[] = [
  ...new Map([song, fang, kai, hei, titleFonts].map(([first, ...others]) => [first!, others])),
];
