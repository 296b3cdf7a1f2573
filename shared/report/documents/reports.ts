/** The report of an evaluation, whichever it is, and the last look at any document before it is put on paper. */
import type { DocumentData } from './data.ts';
import type { Document } from './documents.ts';
import { finalReport } from './final.ts';
import { midtermReport } from './midterm.ts';
import { unbound } from './resolve.ts';

/** 中期评估报告 or 终期总结报告. */
export const reportOf = (data: DocumentData): Document =>
  data.rollup.mode === 'midterm' ? midtermReport(data) : finalReport(data);

/** The document, every figure of it found out again. Throws Disagreement: a figure that is not so is not put on paper. */
export function agreed(document: Document, data: DocumentData): Document {
  const wrong = unbound(document, data);
  if (wrong.length > 0) throw new Disagreement(wrong.map(({ figure }) => figure.figure));
  return document;
}

/** A fault of ours; `figures` as they would have stood in the document. */
export class Disagreement extends Error {
  readonly figures: readonly string[];
  constructor(figures: readonly string[]) {
    super(`有 ${figures.length} 个数和评估结果核不上，没有写成：${figures.slice(0, 5).join('、')}`);
    this.name = 'Disagreement';
    this.figures = figures;
  }
}
