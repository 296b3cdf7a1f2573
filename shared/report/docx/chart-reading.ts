/** Values of a chart as somebody saved it: those that are drawn, and those of the workbook behind it. */
import { entryAt, mostOfPart, type Package, relatedTo, textAt } from '../../files/package.ts';
import { FileProblem } from '../../files/problems.ts';
import { readFile } from '../../files/read.ts';
import { childOf, childrenOf, type Element, parse, textOf } from '../../files/xml.ts';
import { unpack } from '../../files/zip.ts';
import { paragraphsOf } from './stories.ts';

export interface ChartRead {
  /** What stands below the columns. */
  readonly names: readonly string[];
  /** Of the series, as the legend says them. */
  readonly titles: readonly string[];
  /** How numbers are written: `General`. */
  readonly formats: readonly string[];
  /** Of each series, null for a gap. */
  readonly series: readonly (readonly (number | null)[])[];
  /** Columns of the workbook behind it, without headings; null where none goes along. */
  readonly book: readonly (readonly (number | null)[])[] | null;
  /** Words that were typed into it. */
  readonly texts: readonly string[];
}

/** Throws FileProblem. */
export function readChart(all: Package, path: string): ChartRead {
  const xml = textAt(all, path) ?? '';
  const root = xml === '' ? null : parse(xml);
  const series = root ? namedIn(root, 'ser') : [];
  if (series.length > mostSeries) throw new FileProblem('damaged');
  return {
    names: points(xml, childOf(series[0], 'cat')),
    titles: series.map((one) => titleOf(xml, childOf(one, 'tx'))),
    formats: root ? formatsIn(xml, root) : [],
    series: series.map((one) => points(xml, childOf(one, 'val')).map(numberOf)),
    book: bookOf(all, path),
    texts: paragraphsOf(xml).flatMap(({ text }) => (text.trim() === '' ? [] : [text])),
  };
}

function titleOf(xml: string, title: Element | undefined): string {
  return points(xml, title)[0] ?? textOf(xml, childOf(title, 'v'));
}

function formatsIn(xml: string, root: Element): readonly string[] {
  return [
    ...namedIn(root, 'formatCode').map((one) => textOf(xml, one)),
    ...namedIn(root, 'numFmt').map(({ attributes }) => attributes.get('formatCode') ?? ''),
    // Thousands or hundreds of what stands there.
    ...namedIn(root, 'dispUnits').map(() => 'dispUnits'),
  ];
}

function namedIn(root: Element, name: string): readonly Element[] {
  const found: Element[] = [];
  const left = [root];
  for (let one = left.pop(); one; one = left.pop())
    if (one.name === name) found.push(one);
    else for (const child of [...one.children].reverse()) left.push(child);
  return found;
}

const mostSeries = 100;

/** More columns are drawn by nobody. */
const mostPoints = 10_000;

function points(xml: string, data: Element | undefined): readonly string[] {
  const cache = data?.children.flatMap((one) => (/Lit$/.test(one.name) ? [one] : childrenOf(one, cacheOf(one))))[0];
  const texts: string[] = [];
  for (const point of childrenOf(cache, 'pt')) {
    const at = Number(point.attributes.get('idx'));
    if (!(at >= 0 && at < mostPoints)) throw new FileProblem('damaged');
    while (texts.length <= at) texts.push('');
    texts[at] = textOf(xml, childOf(point, 'v'));
  }
  return texts;
}

/** `numCache` of a `numRef`. */
const cacheOf = ({ name }: Element) => name.replace(/Ref$/, 'Cache');

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

function bookOf(all: Package, path: string): ChartRead['book'] {
  const entry = relatedTo(all, path, 'package');
  const found = entry && entryAt(all, entry.path);
  if (!found) return null;
  const bytes = unpack(found, Math.min(mostOfPart, all.left));
  all.left -= bytes.length;
  try {
    const values = readFile('', bytes).snapshot.sheets[0]?.values ?? [];
    return [1, 2].map((column) => values.slice(1).map((row) => (typeof row[column] === 'number' ? row[column] : null)));
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}
