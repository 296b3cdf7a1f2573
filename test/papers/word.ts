/** A .docx as somebody reads it who knows nothing of how it was made: its paragraphs, tables and charts, and what stands between bookmarks. */
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from './excel.ts';
import { type Element, find, tree } from './xml.ts';

export interface WordParagraph {
  readonly style: string;
  readonly text: string;
  /** What lies between the two ends of a bookmark, from–to in the text. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface WordTable {
  /** With the heading row. Cells of several paragraphs are read as one. */
  readonly rows: readonly (readonly WordParagraph[])[];
}

export interface Paper {
  readonly parts: readonly (WordParagraph | WordTable)[];
  readonly charts: readonly Chart[];
}

/** Names under the columns, and for each series a value a name. */
export interface Chart {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** The sheet that Word opens for its data. */
  readonly book: readonly (readonly string[])[];
  /** What is read aloud in its stead. */
  readonly described: string;
}

export const isTable = (part: WordParagraph | WordTable): part is WordTable => 'rows' in part;

export function readPaper(file: Uint8Array): Paper {
  const read = /^word\/(?:document|charts\/[^/]+)\.xml$|^word\/embeddings\/[^/]+\.xlsx$/;
  const parts = unzipSync(file, { filter: ({ name }) => read.test(name) });
  const xml = (path: string) => tree(strFromU8(parts[path]!));
  const body = find(xml('word/document.xml'), 'w:body')[0]!;
  const inOrder = (start: string) =>
    Object.keys(parts)
      .filter((path) => path.startsWith(start))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const books = inOrder('word/embeddings/');
  const described = find(body, 'wp:docPr').map(({ attributes }) => attributes.descr ?? '');
  return {
    parts: body.children.flatMap((child): readonly (WordParagraph | WordTable)[] =>
      child.name === 'w:p' ? [paragraphOf([child])] : child.name === 'w:tbl' ? [tableOf(child)] : [],
    ),
    charts: inOrder('word/charts/').map((path, at) => ({
      ...chartOf(xml(path)),
      book: books[at] ? readSheet(parts[books[at]]!) : [],
      described: described[at] ?? '',
    })),
  };
}

function tableOf(table: Element): WordTable {
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  return {
    rows: rows.map((row) =>
      row.children.filter(({ name }) => name === 'w:tc').map((cell) => paragraphOf(find(cell, 'w:p'))),
    ),
  };
}

function paragraphOf(elements: readonly Element[]): WordParagraph {
  let text = '';
  const open = new Map<string, { readonly name: string; readonly from: number }>();
  const marks: Mark[] = [];
  const walk = (element: Element): void => {
    const id = element.attributes['w:id'] ?? '';
    if (element.name === 'w:t') text += element.text;
    if (element.name === 'w:tab' || element.name === 'w:br') text += ' ';
    if (element.name === 'w:bookmarkStart')
      open.set(id, { name: element.attributes['w:name'] ?? '', from: text.length });
    const begun = element.name === 'w:bookmarkEnd' ? open.get(id) : undefined;
    if (begun) marks.push({ ...begun, to: text.length });
    for (const child of element.children) walk(child);
  };
  for (const element of elements) walk(element);
  return { style: find(elements[0]!, 'w:pStyle')[0]?.attributes['w:val'] ?? '', text, marks };
}

function chartOf(xml: Element): Pick<Chart, 'names' | 'series'> {
  const values = (element: Element | undefined) => (element ? find(element, 'c:v').map(({ text }) => text) : []);
  const series = find(xml, 'c:ser');
  return {
    names: values(series[0] && find(series[0], 'c:cat')[0]),
    series: series.map((one) => ({
      name: values(find(one, 'c:tx')[0]).join(''),
      values: values(find(one, 'c:val')[0]),
    })),
  };
}
