/** The parts of a .docx around its text. None tells who made it, when, or on which machine. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { cursorOf, next } from '../../files/xml.ts';
import { calledOf, type DocumentChart, type DocumentSort } from '../documents/documents.ts';
import { carriedParts, type Part } from './carried.ts';
import { chartWorkbook, chartXml, relationOfChart } from './charts.ts';
import { corePropertiesXml } from './impersonal.ts';
import { substitutes } from './layout.ts';
import { stylesXml, W } from './styles.ts';
import { takenOf } from './taken.ts';
import type { Kept } from './tokens.ts';

interface Whole {
  readonly sort: DocumentSort;
  readonly main: string;
  readonly charts: readonly DocumentChart[];
  readonly kept: readonly Kept[];
}

/** By path. */
export type Parts = Record<string, Uint8Array>;

export function partsOf({ sort, main, charts, kept }: Whole): Parts {
  const taken = takenOf({ sort, main, others: [footerXml('left')], kept, charts, hidden: new Set() });
  const added = [...chartParts(charts), ...carriedParts(taken)];
  const footer = (path: string, align: 'left' | 'right', id: string): Part => ({
    path: `word/${path}`,
    bytes: strToU8(footerXml(align)),
    type: `${WORD}.footer+xml`,
    related: { id, type: 'footer', target: path },
  });
  const word = (path: string, xml: string): Part => ({
    path: `word/${path}.xml`,
    bytes: strToU8(xml),
    type: `${WORD}.${path}+xml`,
    related: { id: `rId_${path}`, type: path, target: `${path}.xml` },
  });
  const all: readonly Part[] = [
    word('styles', stylesXml()),
    word('settings', settingsXml),
    word('fontTable', fontTableXml()),
    footer('footer1.xml', 'right', 'rIdOdd'),
    footer('footer2.xml', 'left', 'rIdEven'),
    ...added,
  ];
  const parts: Parts = {
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    'docProps/core.xml': strToU8(corePropertiesXml(calledOf(sort))),
    'word/document.xml': strToU8(main),
    'word/_rels/document.xml.rels': strToU8(`${XML}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`),
  };
  add(parts, all);
  return parts;
}

/** Puts parts into a file whose main part is `main`, with what types and relationships tell of them. */
export function add(parts: Parts, added: readonly Part[], main = 'word/document.xml'): void {
  const at = main.lastIndexOf('/') + 1;
  const relations = `${main.slice(0, at)}_rels/${main.slice(at)}.rels`;
  for (const { path, bytes } of added) parts[path] = bytes;
  const types = added.flatMap(({ path, type }) =>
    type === null ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`],
  );
  const related = added.flatMap(({ related }) =>
    related ? [`<Relationship Id="${related.id}" Type="${R}/${related.type}" Target="${related.target}"/>`] : [],
  );
  const paths = new Set(added.map(({ path }) => `/${path}`.toLowerCase()));
  parts[TYPES] = strToU8(withoutTwice(strFromU8(parts[TYPES]!), paths));
  insert(parts, TYPES, types.join(''));
  insert(parts, relations, related.join(''));
}

/** A type is told of a part once; not of those that are `told` anew. */
function withoutTwice(types: string, told: ReadonlySet<string>): string {
  const seen = new Set(told);
  return types.replace(/<Override\b[^>]*?\/>/g, (tag) => {
    const path = /PartName="([^"]*)"/.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (seen.has(path)) return '';
    seen.add(path);
    return tag;
  });
}

const TYPES = '[Content_Types].xml';

export function chartParts(charts: readonly DocumentChart[]): readonly Part[] {
  return charts.flatMap((chart, index): readonly Part[] => {
    const number = index + 1;
    const book = `ssld-chart${number}.xlsx`;
    return [
      {
        path: `word/charts/ssld-chart${number}.xml`,
        bytes: strToU8(chartXml(chart)),
        type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
        related: { id: relationOfChart(number), type: 'chart', target: `charts/ssld-chart${number}.xml` },
      },
      {
        path: `word/charts/_rels/ssld-chart${number}.xml.rels`,
        bytes: strToU8(
          `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${R}/package" Target="../embeddings/${book}"/></Relationships>`,
        ),
        type: null,
        related: null,
      },
      {
        path: `word/embeddings/${book}`,
        bytes: chartWorkbook(chart, never),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        related: null,
      },
    ];
  });
}

export function mainXml(body: string): string {
  return `${XML}<w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`;
}

/** The same parts are the same bytes. */
export const zipped = (parts: Parts): Uint8Array => zipSync(parts, { level: 6, mtime: never });

export const fontsXml = (): string =>
  substitutes
    .map(
      ([font, others]) =>
        `<w:font w:name="${font}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('');

const fontTableXml = () => `${XML}<w:fonts xmlns:w="${W}">${fontsXml()}</w:fonts>`;

function insert(parts: Parts, path: string, xml: string): void {
  parts[path] = strToU8(appended(strFromU8(parts[path]!), xml));
}

/** At the end of the root of a part, which may be `<Relationships/>`. */
export function appended(text: string, xml: string): string {
  const cursor = cursorOf(text);
  if (!next(cursor)) return text;
  if (!cursor.closes) {
    const at = text.lastIndexOf('</');
    return text.slice(0, at) + xml + text.slice(at);
  }
  const name = text.slice(cursor.from + 1, cursor.nameTo);
  return `${text.slice(0, cursor.to - 2)}>${xml}</${name}>${text.slice(cursor.to)}`;
}

/** — 1 —, on the outer side, one character in. */
function footerXml(align: 'left' | 'right'): string {
  const run = (inside: string) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${inside}</w:r>`;
  const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
  return `${XML}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="SsldPageNumber"/><w:ind w:${align}="280"/><w:jc w:val="${align}"/></w:pPr>${words('— ')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${words('1')}${run('<w:fldChar w:fldCharType="end"/>')}${words(' —')}</w:p></w:ftr>`;
}

const never = new Date(2020, 0, 1);
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const settingsXml = `${XML}<w:settings xmlns:w="${W}"><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
