/** Documents and templates for the tests of Word, put together by hand. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Document, DocumentBinding, DocumentText } from '../../../shared/report/documents/documents.ts';

const figure = (text: string, of: DocumentBinding): DocumentText[number] => ({ figure: text, of });

const certified = (of: 'numerator' | 'denominator' | 'rate' | 'points') =>
  ({ what: 'pooled', indicator: 'G03', of }) as const;

const paragraph = (...text: DocumentText) => ({ kind: 'paragraph', text }) as const;

/** A short report: a heading, two sentences with figures, a table, a chart, and two attachments, one of them lying down. */
export const report: Document = {
  kind: 'midterm',
  mode: 'midterm',
  isPublic: false,
  name: '中期评估报告',
  title: [['淮南市“三社联动”试点工作'], ['中期评估报告']],
  addressee: ['市民政局'],
  body: [
    paragraph('根据', { quote: '《实施意见》（淮府办〔2020〕8号）' }, '，现将有关情况报告如下。'),
    { kind: 'heading', level: 1, text: ['总体进展'] },
    paragraph(
      '社区工作者',
      figure('48人', certified('denominator')),
      '，其中持证',
      figure('16人', certified('numerator')),
      '，持证率',
      figure('33.33%', certified('rate')),
      '，距目标差',
      figure('6.67个百分点', certified('points')),
      '。达标社区',
      figure('1个', { what: 'tally', indicator: 'G03', of: 'met' }),
      '。',
    ),
    { kind: 'heading', level: 2, text: ['各单位'] },
    { kind: 'heading', level: 3, text: ['持证率'] },
    {
      kind: 'table',
      caption: ['各单位持证率'],
      columns: [
        { heading: '单位', width: 20, align: 'left' },
        { heading: '2020年持证率', width: 10, align: 'center' },
      ],
      rows: ['锦湖社区', '松风社区'].map((name, at) => [
        [{ quote: name }],
        [
          figure(at === 0 ? '40.00%' : '25.00%', {
            what: 'inUnit',
            unit: `HN-03/望淮街道/${name}`,
            time: 'midterm',
            of: { what: 'rate', indicator: 'G03', entity: name },
          }),
        ],
      ]),
      empty: ['没有单位。'],
    },
    {
      kind: 'chart',
      caption: ['各单位持证率与目标'],
      unit: '%',
      points: ['锦湖社区', '松风社区'].map((name, at) => ({
        name,
        value: at === 0 ? 40 : 25,
        target: 40,
        of: { what: 'reporting', of: 'rate' },
      })),
    },
    paragraph('请各单位按期整改。'),
  ],
  signature: {
    office: [{ quote: '淮南市民政局' }],
    day: [figure('2020年12月28日', { what: 'day', of: 'signed' })],
  },
  attachments: [
    {
      title: ['数据来源。'],
      orientation: 'landscape',
      body: [
        {
          kind: 'table',
          caption: null,
          columns: [
            { heading: '文件', width: 10, align: 'left' },
            { heading: '单元格', width: 10, align: 'left' },
          ],
          rows: [[[{ quote: '张某某/13800001234.xlsx' }], [{ quote: '花名册!H7' }]]],
          empty: ['没有数据。'],
        },
      ],
    },
    { title: ['口径说明'], orientation: 'portrait', body: [paragraph('以常住人口为分母。')] },
  ],
};

/** What 核对报告 says of the figures, words and charts where nobody edited anything. */
export const unchanged = {
  changed: [],
  unsourced: [],
  added: [],
  gone: [],
  reworded: [],
  stale: null,
  unlisted: 0,
  notes: [],
};

/** By path, as text. */
export function textsOf(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, path.endsWith('.xlsx') ? '' : strFromU8(bytes)]),
  );
}

/** The file with its main part changed, as by hand. */
export function edited(file: Uint8Array, change: (main: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const before = strFromU8(parts['word/document.xml']!);
  const after = change(before);
  if (after === before) throw new Error('nothing was edited');
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
}

/** Words of the paragraphs of a template, each as the runs that Word has cut it into. */
export interface TemplateParts {
  readonly paragraphs: readonly (readonly string[])[];
  /** Names of its paragraph styles by id. */
  readonly styles?: Readonly<Record<string, string>>;
  readonly footer?: string;
  /** Null for a text that ends without a section. */
  readonly section?: string | null;
  /** Further parts by path, and the relationships of the main part and of the file to them. */
  readonly more?: Readonly<Record<string, string>>;
  readonly relations?: string;
  readonly fileRelations?: string;
  readonly stylesXml?: string;
  /** Around the paragraphs. */
  readonly around?: (paragraphs: string) => string;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function templateOf({
  paragraphs,
  styles = {},
  footer = '',
  around = (all) => all,
  section: given,
  more = {},
  relations = '',
  fileRelations = '',
  stylesXml = '',
}: TemplateParts): Uint8Array {
  const runs = (texts: readonly string[]) =>
    texts.map(
      (text) => `<w:r w:rsidR="00A1"><w:t xml:space="preserve">${text}</w:t></w:r><w:proofErr w:type="gramEnd"/>`,
    );
  const all = paragraphs.map(
    (texts) => `<w:p w:rsidR="00A1"><w:pPr><w:jc w:val="left"/></w:pPr>${runs(texts).join('')}</w:p>`,
  );
  const section =
    given !== undefined
      ? (given ?? '')
      : '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  const named = Object.entries(styles).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/>${fileRelations}</Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${W}" xmlns:r="${REL}"><w:body>${around(all.join(''))}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${REL}/footer" Target="footer1.xml"/>${relations}</Relationships>`,
    'word/styles.xml': `${XML}<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>${named.join('')}${stylesXml}</w:styles>`,
    'word/footer1.xml': `${XML}<w:ftr xmlns:w="${W}"><w:p><w:r><w:t>${footer}</w:t></w:r></w:p></w:ftr>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>李某某</dc:creator><cp:lastModifiedBy>李某某</cp:lastModifiedBy></cp:coreProperties>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}
