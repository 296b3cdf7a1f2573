/** Every number that is written down is bound to what it says, and says it truly: held against the evaluation by another way. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import { cellAddress, parseAddress } from '../../shared/model/addresses.ts';
import { checkCode } from '../../shared/model/check-codes.ts';
import type { Evaluation, Indicator, Target } from '../../shared/model.ts';
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
      if (of.what === 'target' && !/\d/.test(figure)) {
        // In words what is done or not, and nothing where the document sets no number.
        const { spoken, target, basis } = entry(of, evaluation);
        const none = spoken?.kind === 'title' || target?.binding === 'information' || basis !== undefined || !target;
        expect([of, figure]).toEqual([of, none ? '' : `应${spoken?.kind === 'step' && spoken.deed}`]);
        continue;
      }
      expect({ of, figure, says: numbersOf(figure) }).toEqual({ of, figure, says: meant(of, evaluation) });
    }
  });

  test('表里的数也一样', () => {
    const cells = report.papers.flatMap(({ sections }) => sections.flatMap(({ table }) => table?.rows.flat() ?? []));
    const numbers = cells.flatMap((cell) => (cell.kind === 'number' && cell.of.what !== 'ordinal' ? [cell] : []));
    expect(numbers.length).toBeGreaterThan(20);
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
    .paragraphs.find((one) => textOf(one).startsWith('志愿服务活动'))!;
  const { entity } = evaluation.indicators.find(({ id }) => id === 'S09')!;
  const name = { indicator: 'S09', entity };
  expect(sentence.filter((part) => typeof part !== 'string')).toMatchObject([
    { quote: '志愿服务活动' },
    { of: { what: 'value', ...name } },
    { figure: '10个', of: { what: 'target', ...name } },
    { of: { what: 'gap', ...name } },
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

function paragraphsOf({ title, head, sections, foot, fine = [] }: Paper): readonly Paragraph[] {
  const told = sections.flatMap(({ title, paragraphs, table }) => [
    ...(title ? [title] : []),
    ...paragraphs,
    ...(table?.rows.flat() ?? []).flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])),
  ]);
  return [title, ...head, ...told, ...foot, fine];
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
  const known = new Set<string>([checkCode(evaluation.dataHash)]);
  const collect = (one: unknown): void => {
    if (typeof one === 'string') known.add(one).add(one.replace(/[。；;.\s]+$/, ''));
    else if (typeof one === 'object' && one !== null) for (const member of Object.values(one)) collect(member);
  };
  const clauses = evaluation.indicators.map(({ citation }) => citation.quote.split(/[“”]/));
  collect([evaluation, policy, clauses]);
  return known;
}

function numbersOf(text: string): readonly number[] {
  if (/^[■□]{10}$/.test(text)) return [text.split('■').length - 1];
  return (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
}

function entry({ indicator, entity, basis }: IndicatorName, { indicators }: Evaluation): Indicator {
  const found = indicators.filter((one) => one.id === indicator && one.entity === entity && one.basis === basis);
  expect([indicator, basis, found.length]).toEqual([indicator, basis, 1]);
  return found[0]!;
}

/** As it says it itself, and what a part of it lacks. */
const lacks = ({ reasons: [first = ''] }: Indicator) => new Set([first, first.replace(/^(?:“[^”]*”缺数据：)+/, '')]);

/** The numbers that a figure has to show, in order, worked out from the evaluation alone. */
function meant(of: Binding, evaluation: Evaluation): readonly number[] {
  switch (of.what) {
    case 'indicators':
      return [
        evaluation.indicators.filter(
          (one) =>
            (one.verdict !== 'missing' || demand(one, evaluation) === 'now') &&
            (of.verdict === null
              ? !['reference', 'not_applicable'].includes(one.verdict)
              : one.verdict === of.verdict && (of.reason === undefined || lacks(one).has(of.reason))),
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
      return [evaluation.notChecked.filter(({ reason, lacks }) => !lacks && reason === (of.reason ?? reason)).length];
    case 'lacking': {
      const read = evaluation.tables.map(({ id }) => id);
      const rules = evaluation.notChecked.flatMap(({ lacks }) =>
        lacks && read.includes(lacks.id) === of.handedIn ? [lacks.id] : [],
      );
      return [of.of === 'rules' ? rules.length : new Set(rules).size];
    }
    case 'undemanded':
      return [
        evaluation.indicators.filter((one) => one.verdict === 'missing' && demand(one, evaluation) === of.demand)
          .length,
      ];
    case 'commonDue': {
      const days = evaluation.indicators.flatMap(({ verdict, target }) =>
        ['on_track', 'behind'].includes(verdict) ? [target!.due] : [],
      );
      const times = (day: string) => days.filter((one) => one === day).length;
      const [most] = days.sort((a, b) => times(b) - times(a) || a.localeCompare(b));
      return dayOf(most!);
    }
    case 'explained':
      return [0];
    case 'unread':
      return [evaluation.unread.length];
    case 'asked':
      return [evaluation.findings.filter(({ asks }) => asks).length];
    case 'confirmedOn':
      throw new Error('nobody has confirmed anything');
    case 'score': {
      const score = evaluation.score!;
      return [of.of === 'rest' ? score.full - score.max : Math.round(score[of.of] * 100) / 100];
    }
    case 'item': {
      const { items, unscored } = evaluation.score!;
      const item = items.find(({ id }) => id === of.item);
      if (of.of === 'bar') return [Math.floor((item!.points * 10) / item!.max)];
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
  what: Exclude<Extract<Binding, IndicatorName>['what'], 'doubtful'>,
  one: Indicator,
): readonly number[] {
  const { numerator, denominator, target, gap } = one;
  const scale = target?.unit === '%' ? 100 : 1;
  switch (what) {
    case 'numerator':
    case 'denominator':
      return one[what] === null ? [] : [one[what]];
    case 'rate':
      return [shown(numerator!, denominator!, target!)];
    case 'bar':
      return [
        Math.min(
          10,
          Math.floor((one.lower! * target!.q * 10) / (target!.p * (one.lowerDenominator ?? denominator ?? 1))),
        ),
      ];
    case 'value': {
      if (numerator === null || isStep(one)) return [];
      const least = [one.lower ?? numerator, one.lowerDenominator ?? denominator] as const;
      const most = [one.upper ?? numerator, one.upperDenominator ?? denominator] as const;
      const bounds = least[0] === most[0] && least[1] === most[1] ? [least] : [least, most];
      const counts = bounds.flat().filter((number) => number !== null);
      return denominator !== null && scale === 100
        ? [...bounds.map(([part, whole]) => shown(part, whole!, target!)), ...counts]
        : counts;
    }
    case 'target':
      // Of all of two, two.
      return target ? [scale === 1 && target.p === target.q ? target.p : (target.p * scale) / target.q] : [];
    case 'gap': {
      // So many more, with the least and the most that is there.
      const more = (part: number, whole: number | null) =>
        Math.max(0, Math.ceil((target!.p * (whole ?? 1)) / target!.q) - part);
      const [most, least] = ends(one).map(([part, whole]) => more(part, whole)) as [number, number];
      expect(most).toBe(gap!.amount);
      return gap!.unit === '天' || least === most ? [gap!.amount] : [least, most];
    }
    case 'percentagePoints': {
      // As it is read: value as shown and points add up to the target, never further from the truth than a hundredth.
      const short = ends(one).map(([part, whole]) =>
        Math.max(0, Math.round(((target!.p * 100) / target!.q - shown(part, whole!, target!)) * 100) / 100),
      ) as [number, number];
      expect(Math.abs(short[0] - gap!.percentagePoints!)).toBeLessThanOrEqual(0.0100001);
      return short[0] === short[1] ? [short[0]] : [short[1], short[0]];
    }
    case 'due':
      return dayOf(target!.due);
  }
}

function ends({ numerator, denominator, ...one }: Indicator): readonly (readonly [number, number | null])[] {
  return [
    [one.lower ?? numerator!, one.lowerDenominator ?? denominator],
    [one.upper ?? numerator!, one.upperDenominator ?? denominator],
  ];
}

/** Told in words. */
const isStep = ({ spoken }: Indicator) => spoken?.kind === 'step' || spoken?.kind === 'title';

function demand({ target }: Indicator, { mode, asOf }: Evaluation): string {
  if (target?.binding === 'information') return 'never';
  return mode === 'midterm' && target!.due > asOf ? 'later' : 'now';
}

/** A percentage of two decimals, rounded, that does not reach a target at least so high that is not reached. */
function shown(part: number, whole: number, { p, q }: Target): number {
  if (whole === 0) return 0;
  const near = Number(((part * 100) / whole).toFixed(2));
  const goal = (p * 100) / q;
  return near >= goal && part * q < p * whole ? Number((goal - 0.01).toFixed(2)) : near;
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
