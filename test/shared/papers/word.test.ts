import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cursorOf, next } from '../../../shared/files/xml.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { paragraphsOf } from '../../../shared/report/docx/stories.ts';
import { edited, report, textsOf } from './word-files.ts';

const file = docxOf(report);
const parts = textsOf(file);
const main = parts['word/document.xml']!;

describe('a document on paper', () => {
  test('reads as it was told, with numbers before headings and attachments and nothing else added', () => {
    expect(
      paragraphsOf(main)
        .map(({ text }) => text)
        .filter((text) => text !== ''),
    ).toEqual([
      '淮南市“三社联动”试点工作',
      '中期评估报告',
      '市民政局：',
      '根据《实施意见》（淮府办〔2020〕8号），现将有关情况报告如下。',
      '一、总体进展',
      '社区工作者48人，其中持证16人，持证率33.33%，距目标差6.67个百分点。达标社区1个。',
      '（一）各单位',
      '1.持证率',
      '各单位持证率',
      ...['单位', '2020年持证率', '锦湖社区', '40.00%', '松风社区', '25.00%'],
      '各单位持证率与目标',
      '请各单位按期整改。',
      '附件：1.数据来源',
      '2.口径说明',
      '淮南市民政局',
      '2020年12月28日',
      '附件1',
      '数据来源。',
      ...['文件', '单元格', '张某某/13800001234.xlsx', '花名册!H7'],
      '附件2',
      '口径说明',
      '以常住人口为分母。',
    ]);
  });

  test('every run of digits stands in a bookmark, but numbers of headings and attachments', () => {
    const loose = paragraphsOf(main).map(({ text, marks }) => {
      let rest = text;
      for (const { from, to } of marks) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
      return rest;
    });
    expect(loose.filter((text) => /\d/.test(text)).map((text) => text.trim())).toEqual([
      '1.持证率',
      '附件：1.数据来源',
      '2.口径说明',
      '附件1',
      '附件2',
    ]);
  });

  test('bookmarks have ids and names of their own', () => {
    const ids = [...main.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/g)];
    expect(ids.length).toBe(12);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(12);
    expect(new Set(ids.map(([, , name]) => name)).size).toBe(12);
    for (const [, , name] of ids) expect(name).toMatch(/^[a-z]\w{0,39}$/);
  });

  test('no file, no person and no long number goes along unseen', () => {
    const carried = parts['customXml/ssld.xml']!;
    expect(carried).toContain('33.33%');
    expect(carried).not.toMatch(/张某某|xlsx|13800001234|锦湖|花名册/);
  });

  test('tells neither who made it nor when nor on which machine', () => {
    expect(parts['docProps/core.xml']).not.toMatch(/creator|lastModifiedBy|created|modified/);
    expect(parts['docProps/core.xml']).toContain('<dc:language>zh-CN</dc:language>');
    expect(Object.keys(parts).filter((path) => /app\.xml|custom\.xml|theme/.test(path))).toEqual([]);
  });

  test('the same document is the same bytes', () => {
    expect(Buffer.from(docxOf(report)).equals(file)).toBe(true);
  });

  test('fonts are East-Asian ones with others in their stead', () => {
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋_GB2312"');
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"');
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK');
  });

  test('page numbers are told once, and pages lie as their attachment does', () => {
    expect(main.match(/<w:footerReference /g)).toHaveLength(2);
    expect([...main.matchAll(/<w:pgSz [^>]*>/g)].map(([tag]) => tag.includes('landscape'))).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('the signature keeps with the last lines of the text', () => {
    const end = main.slice(main.indexOf('请各单位按期整改') - 200, main.indexOf('2020年12月28日'));
    const paragraphs = end.split('<w:p>').slice(1, -1);
    expect(paragraphs.length).toBe(4);
    for (const one of paragraphs) expect(one).toContain('<w:keepNext/>');
    expect(paragraphs[0]).toContain('<w:keepLines/>');
    // LibreOffice leaves a free line that is a paragraph of its own behind, and what stands before it.
    for (const one of paragraphs) expect(one).toMatch(/<w:t[ >]/);
    expect(paragraphs.filter((one) => one.includes('w:beforeLines="100"'))).toHaveLength(2);
  });

  test('a chart brings its numbers along, in a workbook that can be opened', () => {
    const book = unzipSync(file)['word/embeddings/ssld-chart1.xlsx']!;
    expect(Object.keys(unzipSync(book))).toContain('xl/worksheets/sheet1.xml');
    expect(parts['word/charts/ssld-chart1.xml']).toContain('<c:v>松风社区</c:v>');
    // As the text tells rates, however many digits the number has.
    expect(parts['word/charts/ssld-chart1.xml']).toContain('<c:dLbls><c:numFmt formatCode="0.00" sourceLinked="0"/>');
  });

  test('what is referred to is there, and told of', () => {
    const relations = [...parts['word/_rels/document.xml.rels']!.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)];
    for (const [, , target = ''] of relations)
      expect(parts).toHaveProperty([target.startsWith('../') ? target.slice(3) : `word/${target}`]);
    for (const [, id] of main.matchAll(/r:id="([^"]+)"/g)) expect(relations.map(([, known]) => known)).toContain(id);
    for (const [, path = ''] of parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g))
      expect(parts).toHaveProperty([path]);
  });
});

/** Of ECMA-376 part 1, as far as we use them: Word refuses a file whose properties stand in another order. */
const orders: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore widowControl snapToGrid spacing ind jc outlineLvl rPr sectPr',
  rPr: 'rFonts b color spacing sz szCs lang',
  tblPr: 'tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook',
  tblBorders: 'top left bottom right insideH insideV',
  tblCellMar: 'top left bottom right',
  tcPr: 'tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign',
  tbl: 'tblPr tblGrid tr',
  tc: 'tcPr p',
  sectPr: 'footerReference type pgSz pgMar pgNumType titlePg docGrid',
  style: 'name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr',
  font: 'altName charset family pitch',
  settings: 'defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang',
};

/** Elements whose children stand otherwise, and cells without a paragraph. */
function misplaced(xml: string): readonly string[] {
  const cursor = cursorOf(xml);
  const open: { name: string; children: string[] }[] = [];
  const wrong: string[] = [];
  while (next(cursor)) {
    const name = xml.slice(cursor.nameFrom, cursor.nameTo);
    if (cursor.opens) {
      open.at(-1)?.children.push(name);
      open.push({ name, children: [] });
    }
    if (!cursor.closes) continue;
    const one = open.pop()!;
    const order = orders[one.name]?.split(' ');
    if (!order) continue;
    const places = one.children.map((child) => order.indexOf(child));
    if (places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0)))
      wrong.push(`${one.name}: ${one.children.join(' ')}`);
    if (one.name === 'tc' && one.children.at(-1) !== 'p') wrong.push('tc without paragraph');
  }
  return wrong;
}

describe('the order of properties that Word insists on', () => {
  for (const path of ['document', 'styles', 'fontTable', 'settings', 'footer1'])
    test(path, () => expect(misplaced(parts[`word/${path}.xml`]!)).toEqual([]));

  test('is looked at', () => {
    const turned = edited(file, (text) => text.replace(/(<w:pStyle [^>]*\/>)(<w:keepNext\/>)/, '$2$1'));
    expect(misplaced(textsOf(turned)['word/document.xml']!)).toEqual(['pPr: keepNext pStyle jc']);
  });
});
