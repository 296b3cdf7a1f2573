/** Sentences of a paper as they were made, found again by their signs where the roll-up is at hand. */
import type { DocumentData } from '../documents/data.ts';
import type { Document } from '../documents/documents.ts';
import { noticesOf } from '../documents/notices.ts';
import { reportOf } from '../documents/reports.ts';
import type { Carried } from './carried.ts';
import { linesOf } from './lines.ts';
import type { KeptPlace } from './pairs.ts';
import { readPaper } from './reading.ts';
import { docxOf } from './render.ts';

/** As far as the roll-up still tells them so: known by their sign and that of a neighbour. */
export function wasOf(carried: Carried, data: DocumentData | null): (place: KeptPlace) => string | null {
  if (!data) return () => null;
  let texts: ReadonlyMap<string, string> | null = null;
  return ({ line, at, unit }) => {
    texts ??= madeNow(carried.kind, data);
    const signs = carried.lines[line]!.units;
    const before = signs[at - 1]?.sign ?? carried.lines[line - 1]?.units.at(-1)?.sign;
    const after = signs[at + 1]?.sign ?? carried.lines[line + 1]?.units[0]?.sign;
    return texts.get(`${before}<${unit.sign}`) ?? texts.get(`${unit.sign}>${after}`) ?? null;
  };
}

function madeNow(kind: Carried['kind'], data: DocumentData): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const document of documentsOf(kind, data)) {
    const { main, carried } = readPaper(docxOf(document));
    const units = linesOf(main.paragraphs, new Map(carried.kept.map((one) => [one.name, one]))).flatMap(
      ({ units }) => units,
    );
    for (const [at, { sign, text }] of units.entries()) {
      texts.set(`${units[at - 1]?.sign}<${sign}`, text.trim());
      texts.set(`${sign}>${units[at + 1]?.sign}`, text.trim());
    }
  }
  return texts;
}

function documentsOf(kind: Carried['kind'], data: DocumentData): readonly Document[] {
  if (kind === data.rollup.mode) return [reportOf(data)];
  return noticesOf(data).flatMap(({ document }) => (document.kind === kind ? [document] : []));
}
