/** Finds a figure out again from what it says: export writes only what comes to the same, and an edited document is held against it. */
import { dateText, percentText, targetFigure } from '../../model/figures.ts';
import { issuesOf, likeOf } from '../../model/issues.ts';
import { changeText } from './changed.ts';
import {
  isCertain,
  judgedIn,
  leftOutIn,
  reachedIn,
  suggestedIn,
  trackedIn,
  undrawnIn,
  unexpectedIn,
  withheldIn,
  wrongIn,
} from './chosen.ts';
import { type DocumentData, unitKey } from './data.ts';
import type { Block, Bound, Document, DocumentBinding, DocumentText } from './documents.ts';
import { doubledIn } from './doubled.ts';
import { inUnit } from './of-unit.ts';
import { entryIn, pooledText } from './pooled.ts';
import { burdened, lackingAlike, problemsOf, shapeOf } from './problems.ts';
import { isHidden } from './public.ts';
import { sumOf } from './sums.ts';

/** Text of the figure; null where nothing says it. */
export function resolved(of: DocumentBinding, data: DocumentData): string | null {
  switch (of.what) {
    case 'reporting':
      return reportingText(of.of, data);
    case 'leftOut':
      return String(leftOutIn(of.of, data.rollup).length);
    case 'tally':
      return tallyText(of, data);
    case 'undrawn':
      return String(undrawnIn(of.of, of.indicator, data).length);
    case 'pooled':
      return pooledText(of, data);
    case 'change':
      return changeText(of, data);
    case 'target':
    case 'due':
      return targetTexts(of, data);
    case 'inUnit':
      return inUnit(of.of, data.evaluations.get(unitKey(of.unit, of.time)), data);
    case 'score':
    case 'rank':
      return rankText(of, data);
    case 'findings':
      return String(findingsOf(of, data));
    case 'concerned':
      return String(concerned(of, data));
    case 'issues':
      return issuesText(of, data);
    case 'issue':
      return issueText(of, data);
    case 'tracked':
      return String(trackedIn(of.of, data).length);
    case 'found':
      return String(found(of, data));
    case 'day':
      return dayText(of.of, data);
    case 'problems':
      return String(problemCount(of, data));
    case 'alike':
      return String(alike(of, data));
    case 'lackingAlike':
      return String(lackingAlike(of.unit, data).length);
    case 'burdened':
      return String(burdened(of.kinds, data).length);
    case 'reached':
      return String(reachedIn(data, of.isWrong).length);
    case 'wrong':
      return String(wrongIn(data).length);
    case 'withheld':
      return String(withheldIn(data).length);
    case 'doubled':
      return String(doubledIn(of.indicator, data).length);
    case 'suggested':
      return String(suggestedIn(of.suggestion, data).length);
    case 'sum':
      return sumText(of, data);
    case 'judged':
      return String(judgedIn(of.item, data)[of.of]);
    case 'lacking':
    case 'lackingAll':
      return String(
        problemsOfUnit(of.unit, data).flatMap((one) =>
          one.about === 'missing' && (of.what === 'lackingAll' || one.reason === of.reason) ? one.indicators : [],
        ).length,
      );
  }
}

function found({ unit, kind }: Extract<DocumentBinding, { what: 'found' }>, { counting }: DocumentData): number {
  const evaluation = counting.find((one) => one.unit.key === unit)?.evaluation;
  return evaluation ? issuesOf(evaluation, unit).filter((issue) => kind === null || issue.kind === kind).length : 0;
}

/** Null where it is not told what was sent. */
function issuesText({ unit, of }: Extract<DocumentBinding, { what: 'issues' }>, { rollup }: DocumentData) {
  const units = rollup.issues.filter(({ key, basis }) =>
    typeof unit === 'string' ? key === unit : unit === null || isCertain(basis) === unit.isCertain,
  );
  return units.length === 0 ? null : String(units.reduce((sum, one) => sum + one[of], 0));
}

function issueText({ unit, number, of }: Extract<DocumentBinding, { what: 'issue' }>, { rollup }: DocumentData) {
  const line = rollup.issues.find(({ key }) => key === unit)?.lines.find((one) => one.number === number);
  if (!line) return null;
  if (of === 'lacking') return String(line.indicators.length);
  return line[of] === null ? null : dateText(line[of]);
}

function alike(of: Extract<DocumentBinding, { what: 'alike' }>, { counting }: DocumentData): number {
  const findings = counting.find(({ unit }) => unit.key === of.unit)?.evaluation?.findings ?? [];
  return findings.filter(
    (one) => one.severity === of.severity && likeOf(one) === likeOf(of) && shapeOf(one) === of.shape,
  ).length;
}

const problemsOfUnit = (key: string, data: DocumentData) =>
  problemsOf(data).find(({ unit }) => unit.key === key)?.problems ?? [];

function problemCount({ unit, kind }: Extract<DocumentBinding, { what: 'problems' }>, data: DocumentData): number {
  return problemsOf(data)
    .filter((one) => unit === null || one.unit.key === unit)
    .flatMap(({ problems }) => problems)
    .filter((one) => (kind === null ? one.kind !== 'query' : one.kind === kind)).length;
}

/** A figure that has no source, or does not agree with it. */
export interface Unbound {
  readonly figure: Bound;
  /** As it is found out again; null where nothing says it. */
  readonly found: string | null;
}

/** Empty where all figures of the document agree with what they say. */
export function unbound(document: Document, data: DocumentData): readonly Unbound[] {
  return [...figuresIn(document), ...chartFigures(document)].flatMap((figure) => {
    const found = resolved(figure.of, data);
    return found === figure.figure ? [] : [{ figure, found }];
  });
}

/** As their columns are labelled. */
function chartFigures({ body, attachments }: Document): readonly Bound[] {
  return [body, ...attachments.map((one) => one.body)]
    .flat()
    .flatMap((block) =>
      block.kind === 'chart'
        ? block.points.map(({ value, of }) => ({ figure: value.toFixed(2) + block.unit, of }))
        : [],
    );
}

/** In the order of reading. */
export function figuresIn({ title, addressee, body, signature, attachments }: Document): readonly Bound[] {
  const texts: DocumentText[] = [...title, addressee ?? [], ...body.flatMap(textsOf), signature.office, signature.day];
  for (const { title, body } of attachments) texts.push(title, ...body.flatMap(textsOf));
  return texts.flatMap((text) => text.filter((part) => typeof part !== 'string' && 'figure' in part));
}

export function textsOf(block: Block): readonly DocumentText[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'chart':
      return [block.caption];
    case 'table':
      return [block.caption ?? [], ...(block.rows.length > 0 ? block.rows.flat() : [block.empty])];
  }
}

function reportingText(
  of: Extract<DocumentBinding, { what: 'reporting' }>['of'],
  { rollup, missing, counting }: DocumentData,
) {
  const { expected, reported, rate, late } = rollup.reporting;
  const files = rollup.units.filter(({ file }) => file !== null);
  switch (of) {
    case 'expected':
      return String(expected);
    case 'reported':
      return String(reported);
    case 'missing':
      return String(missing.length);
    case 'unclear':
      return String(rollup.reporting.unclear.length);
    case 'rate':
      return rate === null ? null : percentText(reported, expected, null);
    case 'late':
      return late === null ? null : String(late);
    case 'files':
      return String(files.length);
    case 'counted':
      return String(counting.length);
    case 'unexpected':
      return String(unexpectedIn({ rollup, counting }).length);
  }
}

function tallyText({ indicator, of, share }: Extract<DocumentBinding, { what: 'tally' }>, data: DocumentData) {
  const entry = entryIn(indicator, data.rollup);
  const def = data.defs.get(indicator);
  if (!entry || (def && isHidden(def, data))) return null;
  return share ? (entry.applicable === 0 ? null : percentText(entry[of], entry.applicable, null)) : String(entry[of]);
}

function targetTexts({ what, indicator }: { what: 'target' | 'due'; indicator: string }, { defs }: DocumentData) {
  const def = defs.get(indicator);
  if (!def) return null;
  return what === 'due' ? dateText(def.target.due) : targetFigure(def.target);
}

function rankText({ what, unit }: { what: 'score' | 'rank'; unit: string }, { rollup, options }: DocumentData) {
  if (options.isPublic) return null;
  const ranked = rollup.ranking.find(({ key }) => key === unit);
  if (!ranked) return null;
  return what === 'rank' ? String(ranked.rank) : ranked.score.toFixed(2);
}

function findingsOf({ severity, unit }: Extract<DocumentBinding, { what: 'findings' }>, { counting }: DocumentData) {
  return counting
    .filter((one) => unit === null || one.unit.key === unit)
    .reduce((sum, one) => sum + one.unit.findings[severity], 0);
}

/** Units in whose workbook the rule found something. */
function concerned({ rule, severity }: Extract<DocumentBinding, { what: 'concerned' }>, data: DocumentData): number {
  return data.counting.filter(({ evaluation }) =>
    evaluation?.findings.some((one) => one.rule === rule && one.severity === severity),
  ).length;
}

function sumText({ indicator, of }: Extract<DocumentBinding, { what: 'sum' }>, data: DocumentData): string | null {
  const sum = sumOf(indicator, data);
  const def = data.defs.get(indicator);
  if (!sum || !def) return null;
  return of === 'units' ? String(sum.units) : sum.amount === null ? null : sum.amount + def.target.unit;
}

function dayText(
  of: Extract<DocumentBinding, { what: 'day' }>['of'],
  { rollup, policy, options }: DocumentData,
): string | null {
  const days = {
    asOf: rollup.asOf,
    midterm: policy.midtermAsOf,
    final: policy.finalAsOf,
    from: policy.window.from,
    to: policy.window.to,
    rectify: options.rectifyBy,
    resubmit: options.resubmitBy ?? null,
    signed: options.day,
  };
  return days[of] === null ? null : dateText(days[of]);
}
