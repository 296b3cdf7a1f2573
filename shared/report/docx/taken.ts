/** What goes along with a paper so that it can be held against itself once people have edited it: signs and figures, and no words. */
import type { DocumentChart, DocumentSort } from '../documents/documents.ts';
import { textsBeside } from './beside.ts';
import type { Carried, KeptChart } from './carried.ts';
import { namesSign } from './chart-checks.ts';
import { chartHeadings } from './charts.ts';
import { keptLines, linesOf } from './lines.ts';
import { storyOf } from './stories.ts';
import type { Kept } from './tokens.ts';

export interface Made {
  readonly sort: DocumentSort;
  /** The main part, and those of headers, footers and notes. */
  readonly main: string;
  readonly others: readonly string[];
  readonly kept: readonly Kept[];
  readonly charts: readonly DocumentChart[];
  /** Ids of styles whose text is not seen. */
  readonly hidden: ReadonlySet<string>;
}

/** Read as it will be read again. */
export function takenOf({ sort, main, others, kept, charts, hidden }: Made): Carried {
  const story = storyOf(main, hidden);
  const byName = new Map(kept.map((one) => [one.name, one]));
  const beside = [...textsBeside(story, true), ...others.flatMap((xml) => textsBeside(storyOf(xml, hidden), false))];
  return {
    ...sort,
    kept,
    lines: keptLines(linesOf(story.paragraphs, byName), byName),
    others: [...new Set(beside.map(({ sign }) => sign))],
    charts: charts.map(keptChart),
    pictures: story.pictures,
    pageFields: story.pageFields,
    isAmbiguous: story.isAmbiguous,
    otherCharts: Math.max(0, story.charts.length - charts.length),
  };
}

const keptChart = ({ points, unit }: DocumentChart): KeptChart => ({
  names: namesSign(points.map(({ name }) => name)),
  titles: namesSign(chartHeadings(unit)),
  unit,
  series: [points.map(({ value }) => value), points.map(({ target }) => target)],
});
