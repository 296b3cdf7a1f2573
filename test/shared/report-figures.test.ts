/** Every number that is written down is bound to what it says, and says it truly: held against the evaluation by another way. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import { cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import type { Evaluation, Indicator } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import type { Binding, Figure, IndicatorName, Paper, Paragraph, Quote, Report } from '../../shared/report/papers.ts';
import { textOf } from '../../shared/report/parts.ts';
import { reportOf } from '../../shared/report/reports.ts';
import { sourceOf } from '../../shared/report/sources.ts';
import { listSamples, sampleSnapshot } from '../fixtures/samples.ts';

const policy = policyAbouts[0]!;
const snapshotHash = 'sha256:0123456789abcdef0123456789abcdef';

/** Words of ours with a digit in them: the naught that blanks are not to be taken for. */
const NAUGHTS = ['不作0分', '确实没有的填0', '不作0计'];

describe.each(await listSamples())('$title', async (sample) => {
  const snapshot = await sampleSnapshot(sample);
  const evaluation = evaluate(snapshot, { mode: sample.mode, asOf: sample.asOf, snapshotHash });
  const report = reportOf(evaluation, policy);

  test('句子里没有不知来历的数字', () => {
    const bare = everyParagraph(report)
      .map((paragraph) => paragraph.filter((part) => typeof part === 'string').join('｜'))
      .map((words) => NAUGHTS.reduce((rest, naught) => rest.replace(naught, ''), words));
    expect(bare.filter((words) => /[0-9０-９]/.test(words))).toEqual([]);
  });

  test('照录的文字逐字出自评估结果或文件', () => {
    const known = verbatim(evaluation);
    const quotes = everyParagraph(report).flatMap((one) => one.filter(isQuote));
    // Cells below each other are named as one range.
    const ranges = quotes.filter(({ quote }) => !known.has(quote) && parseAddress(quote) === null);
    expect(ranges.map(({ quote }) => quote)).toEqual([]);
  });

  test('摘要里的每个数都与评估结果相同', () => {
    const figures = report.papers.flatMap(everyFigure);
    expect(figures.length).toBeGreaterThan(100);
    for (const { figure, of } of figures) {
      expect({ of, figure, says: numbersOf(figure) }).toEqual({ of, figure, says: meant(of, evaluation) });
    }
  });

  test('表里的数也一样', () => {
    const cells = report.papers.flatMap(({ sections }) => sections.flatMap(({ table }) => table?.rows.flat() ?? []));
    const numbers = cells.flatMap((cell) => (cell.kind === 'number' && cell.of.what !== 'ordinal' ? [cell] : []));
    expect(numbers.length).toBeGreaterThan(50);
    for (const { number, of } of numbers) {
      expect({ of, says: number === null ? [] : [number] }).toEqual({ of, says: meant(of, evaluation) });
    }
  });

  test('算出来的数都查得到工作表和单元格', () => {
    const values = everyFigure(summaryOf(report)).filter(({ of }) => of.what === 'value');
    for (const { figure, of } of values) {
      const { evidence, verdict, target } = entry(of as IndicatorName, evaluation);
      expect(sourceOf(of, report.sources)?.evidence ?? []).toEqual(evidence);
      // A step may be made of other indicators, and then stands in no cell of its own.
      if (target?.unit === '项' || !['met', 'unmet'].includes(verdict)) continue;
      expect([figure, evidence.length > 0]).toEqual([figure, true]);
    }
  });

  test('问题查得到所在单元格和有关单元格', () => {
    for (const { key, at, related } of evaluation.findings) {
      const places = sourceOf({ finding: key }, report.sources)!.evidence.map(({ sheet, address }) => ({
        sheet,
        address,
      }));
      expect(places).toEqual([at, ...related].map(({ sheet, address }) => ({ sheet, address })));
    }
  });
});

test('一句话读起来：数和出处连在一起', async () => {
  const sample = (await listSamples()).find(({ mode }) => mode === 'midterm')!;
  const evaluation = evaluate(await sampleSnapshot(sample), { mode: 'midterm' });
  const { sections } = summaryOf(reportOf(evaluation, policy));
  const sentence = sections
    .find(({ id }) => id === 'progress')!
    .paragraphs.find((one) => textOf(one).startsWith('年度志愿服务活动数'))!;
  const { entity } = evaluation.indicators.find(({ id }) => id === 'S09')!;
  const name = { indicator: 'S09', entity };
  expect(sentence.filter((part) => typeof part !== 'string')).toMatchObject([
    { quote: '年度志愿服务活动数' },
    { of: { what: 'value', ...name } },
    { figure: '10个', of: { what: 'target', ...name } },
    { of: { what: 'gap', ...name } },
    { figure: '2021年5月31日', of: { what: 'due', ...name } },
  ]);
});

test('版式不带文字，正文不带版式', () => {
  const code = (file: string) =>
    readFileSync(new URL(`../../shared/report/${file}.ts`, import.meta.url), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*/g,
      '',
    );
  expect(code('sheets').match(/\p{Script=Han}/gu)).toBeNull();
  for (const file of [
    'papers',
    'reports',
    'gaps',
    'lines',
    'summaries',
    'narrative',
    'scoring',
    'rules',
    'tokens',
    'sources',
  ]) {
    expect(code(file)).not.toMatch(/CellStyle|PlanCell|PlanSheet|widths|spans|frozenRows/);
  }
});

const summaryOf = ({ papers }: Report): Paper => papers.find(({ role }) => role === 'summary')!;
const isQuote = (part: Paragraph[number]): part is Quote => typeof part !== 'string' && 'quote' in part;
const isFigure = (part: Paragraph[number]): part is Figure => typeof part !== 'string' && 'figure' in part;

function paragraphsOf({ title, head, sections, foot }: Paper): readonly Paragraph[] {
  const told = sections.flatMap(({ title, paragraphs, table }) => [
    ...(title ? [title] : []),
    ...paragraphs,
    ...(table?.rows.flat() ?? []).flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])),
  ]);
  return [title, ...head, ...told, ...foot];
}

function everyParagraph({ papers }: Report): readonly Paragraph[] {
  return papers.flatMap(paragraphsOf);
}

function everyFigure(paper: Paper): readonly Figure[] {
  return paragraphsOf(paper)
    .flatMap((one) => one.filter(isFigure))
    .filter(({ of }) => of.what !== 'ordinal');
}

/** Whole texts of the evaluation and the policy, also without their last stop; of titles what stands between quotation marks. */
function verbatim(evaluation: Evaluation): ReadonlySet<string> {
  const known = new Set<string>([snapshotHash.slice(7, 19)]);
  const collect = (one: unknown): void => {
    if (typeof one === 'string') known.add(one).add(one.replace(/[。；;.\s]+$/, ''));
    else if (typeof one === 'object' && one !== null) for (const member of Object.values(one)) collect(member);
  };
  collect([evaluation, policy, evaluation.rules.map(({ title }) => title.split(/[“”]/))]);
  return known;
}

function numbersOf(text: string): readonly number[] {
  return (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
}

function entry({ indicator, entity, basis }: IndicatorName, { indicators }: Evaluation): Indicator {
  const found = indicators.filter((one) => one.id === indicator && one.entity === entity && one.basis === basis);
  expect([indicator, basis, found.length]).toEqual([indicator, basis, 1]);
  return found[0]!;
}

/** The numbers that a figure has to show, in order, worked out from the evaluation alone. */
function meant(of: Binding, evaluation: Evaluation): readonly number[] {
  switch (of.what) {
    case 'indicators':
      return [
        evaluation.indicators.filter(({ verdict, reasons }) =>
          of.verdict === null
            ? !['reference', 'not_applicable'].includes(verdict)
            : verdict === of.verdict && (of.reason === undefined || reasons[0] === of.reason),
        ).length,
      ];
    case 'findings':
      return [evaluation.findings.filter(({ severity }) => of.severity === null || severity === of.severity).length];
    case 'alike':
      return [
        evaluation.findings.filter(
          ({ rule, at, field }) => rule === of.rule && at.sheet === of.sheet && field === of.field,
        ).length,
      ];
    case 'notChecked':
      return [evaluation.notChecked.filter(({ reason }) => reason === of.reason).length];
    case 'score': {
      const score = evaluation.score!;
      return [of.of === 'rest' ? score.full - score.max : Math.round(score[of.of] * 100) / 100];
    }
    case 'item': {
      const { items, unscored } = evaluation.score!;
      const item = items.find(({ id }) => id === of.item);
      return [item ? item[of.of] : unscored.find(({ id }) => id === of.item)!.max];
    }
    case 'together': {
      const told = evaluation.findings.filter(({ key }) => of.findings.includes(key));
      const places = told.flatMap(({ at, related }) => (related.length > 3 ? [at, ...related] : [at]));
      return [of.of === 'findings' ? told.length : new Set(places.flatMap(cellsOf)).size];
    }
    case 'doubtful':
      return [entry(of, evaluation).evidence.filter(({ role }) => role === 'undecided').length];
    case 'asOf':
      return dayOf(evaluation.asOf);
    // Of what was explained and written, which no evaluation knows.
    case 'cleared':
    case 'on':
    case 'ordinal':
      return [];
    default:
      return meantOf(of.what, entry(of, evaluation));
  }
}

function meantOf(
  what: 'value' | 'numerator' | 'denominator' | 'target' | 'gap' | 'percentagePoints' | 'due',
  one: Indicator,
) {
  const { numerator, denominator, target, gap } = one;
  const scale = target?.unit === '%' ? 100 : 1;
  switch (what) {
    case 'numerator':
    case 'denominator':
      return one[what] === null ? [] : [one[what]];
    case 'value': {
      if (numerator === null) return [];
      const least = [one.lower ?? numerator, one.lowerDenominator ?? denominator] as const;
      const most = [one.upper ?? numerator, one.upperDenominator ?? denominator] as const;
      const bounds = least[0] === most[0] && least[1] === most[1] ? [least] : [least, most];
      const counts = bounds.flat().filter((number) => number !== null);
      return denominator !== null && scale === 100
        ? [...bounds.map(([part, whole]) => cut(part, whole!)), ...counts]
        : counts;
    }
    case 'target':
      return target ? [(target.p * scale) / target.q] : [];
    case 'gap':
      return gap!.amountMin === undefined || gap!.amountMin === gap!.amount
        ? [gap!.amount]
        : [gap!.amountMin, gap!.amount];
    case 'percentagePoints': {
      const shown = cut(one.lower ?? numerator!, one.lowerDenominator ?? denominator!);
      // As it is read: value as shown and points add up to the target, never further from the truth than a hundredth.
      const points = Math.round(((target!.p * 100) / target!.q - shown) * 100) / 100;
      expect(Math.abs(points - gap!.percentagePoints!)).toBeLessThanOrEqual(0.0100001);
      return [points];
    }
    case 'due':
      return dayOf(target!.due);
  }
}

/** A percentage of two decimals that does not say more than is there. */
function cut(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 10000) / whole) / 100;
}

/** `K3`, `K4`. */
function cellsOf({ address }: { readonly address: string }): readonly string[] {
  const { top, left, bottom, right } = parseAddress(address)!;
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => cellAddress(top + row, left + column)),
  ).flat();
}

function dayOf(iso: string): readonly number[] {
  return iso.split('-').map(Number);
}
