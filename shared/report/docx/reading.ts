/** A .docx as somebody saved it: its paragraphs, our bookmarks in them, its charts, and the list that went along. */
import { type Package, refuseOthers, relatedTo, relationshipsOf, textAt } from '../../files/package.ts';
import { FileProblem } from '../../files/problems.ts';
import { attribute, cursorOf, isNamed, next } from '../../files/xml.ts';
import { entriesOf } from '../../files/zip.ts';
import { type Carried, carriedOf } from './carried.ts';
import { type ChartRead, readChart } from './chart-reading.ts';
import { type Story, storyOf } from './stories.ts';
import { hiddenStyles } from './unseen.ts';

export interface PaperRead {
  /** In the order of the text. */
  readonly main: Story;
  /** What stands beside it. */
  readonly others: readonly OtherStory[];
  readonly charts: readonly ChartRead[];
  readonly carried: Carried;
  /** Changes that nobody accepted or refused yet. */
  readonly isTracked: boolean;
  /** Numbers of headings and lists that hold words. */
  readonly numbering: readonly string[];
  /** Whole files that were put in: their words are not read. */
  readonly isPasted: boolean;
}

export interface OtherStory {
  readonly kind: OtherKind;
  readonly story: Story;
}

export type OtherKind = keyof typeof otherKinds;

/** By the type of their relationship; how they are called. */
export const otherKinds = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
  diagramData: '图形',
} as const;

/** Of all parts that are read. */
const mostOfFile = 96 * 1024 * 1024;

/** Throws FileProblem. */
export function openPaper(bytes: Uint8Array): Package & { readonly main: string } {
  refuseOthers(bytes);
  const entries = entriesOf(bytes);
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry] as const));
  const all: Package = { entries, byPath, workbook: '', inner: null, left: mostOfFile };
  const main = relatedTo(all, '', 'officeDocument')?.path;
  if (main === undefined || !/^word\//i.test(main)) throw new FileProblem('not_xlsx');
  return Object.assign(all, { main });
}

/** Throws FileProblem, PaperProblem. */
export function readPaper(bytes: Uint8Array): PaperRead {
  const all = openPaper(bytes);
  // First: what is not ours is not read any further.
  const carried = carriedOf(all);
  const related = relationshipsOf(all, all.main);
  const at = (type: string) => related.find((one) => one.type === type && !one.external)?.target;
  const styles = at('styles');
  const numbers = at('numbering');
  const hidden = hiddenStyles((styles !== undefined && textAt(all, styles)) || '');
  const main = storyOf(textAt(all, all.main) ?? '', hidden);
  // Each part once, however often it is referred to.
  const besides = new Map(
    related.flatMap(({ type, target, external }) => (isOther(type) && !external ? [[target, type]] : [])),
  );
  const others = [...besides].flatMap(([target, kind]): OtherStory[] => {
    const text = textAt(all, target);
    return text === undefined ? [] : [{ kind, story: storyOf(text, hidden) }];
  });
  const paths = new Map(
    related.flatMap(({ id, type, target, external }) => (type === 'chart' && !external ? [[id, target]] : [])),
  );
  const read = new Map<string, ChartRead>();
  const charts = main.charts.flatMap((id) => {
    const path = paths.get(id);
    if (path === undefined) return [];
    if (!read.has(path)) read.set(path, readChart(all, path));
    return [read.get(path)!];
  });
  return {
    main,
    others,
    charts,
    carried,
    isTracked: main.isTracked,
    numbering: numberingIn((numbers !== undefined && textAt(all, numbers)) || ''),
    isPasted: related.some(({ type }) => type === 'aFChunk' || type === 'subDocument'),
  };
}

/** 第%1条 is a number, 达标率98% is none. */
function numberingIn(xml: string): readonly string[] {
  const cursor = cursorOf(xml);
  const texts = new Set<string>();
  while (next(cursor)) {
    if (!cursor.opens || !isNamed(cursor, 'lvlText')) continue;
    const text = attribute(cursor, 'w:val') ?? '';
    const words = text.replace(/%[1-9]/g, '').replace(/[第编篇章节条款项目附件表图]/g, '');
    if (/\p{N}|\p{L}.*\p{L}/u.test(words)) texts.add(text.replace(/%[1-9]/g, ''));
  }
  return [...texts].slice(0, 100);
}

export const isOther = (type: string): type is OtherKind => Object.hasOwn(otherKinds, type);
