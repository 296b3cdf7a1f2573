/** A line of a table: each cell by the heading of its column. */
import type { Evaluation, Finding, Indicator, ScoredItem, UnscoredItem } from '../../shared/model.ts';
import { tailOf } from './cells.ts';
import { exactly } from './fractions.ts';
import { namedIn } from './names.ts';
import { barDoubt, boxesDoubt } from './said.ts';
import { type Context, sentenceDoubts } from './sentences.ts';
import { standingOf } from './standings.ts';
import { ofFinding, plain } from './traced.ts';
import { gapKind, type Role, severityWords, verdicts } from './wordings.ts';

/** `last` is the running number of the line before. */
export function rowDoubts(
  row: readonly string[],
  columns: readonly Role[],
  last: number,
  context: Context,
): { readonly doubts: readonly string[]; readonly ordinal: number } {
  const cells = row
    .map((text, at) => ({ text, role: columns[at] ?? 'sentence' }))
    .filter(({ role }) => role !== 'ignored');
  const ordinal = cells.find(({ role }) => role === 'ordinal')?.text;
  const isCounted = ordinal === undefined || ordinal === '' || ordinal === String(last + 1);
  const about = aboutOf(cells, context.evaluation);
  const { indicators, findings, item } = about;
  const reason = item && 'reason' in item ? [item.reason] : [];
  const taken = [...findings.flatMap(takenOf(context.evaluation)), ...reason];
  const inside = { ...context, subjects: indicators, taken };
  return {
    doubts: [
      ...(isCounted ? [] : [`序号“${ordinal}”不连续`]),
      ...about.doubts,
      ...cells.flatMap(({ text, role }) => cellDoubts(text, role, about, inside)),
    ],
    ordinal: ordinal === undefined || ordinal === '' ? last : last + 1,
  };
}

interface Cell {
  readonly text: string;
  readonly role: Role;
}

interface About {
  readonly indicators: readonly Indicator[];
  readonly findings: readonly Finding[];
  readonly item: ScoredItem | UnscoredItem | null;
  readonly doubts: readonly string[];
}
const nothing: About = { indicators: [], findings: [], item: null, doubts: [] };

/** Whom the line is about: an indicator, findings that are told in one, or an item of the score. */
function aboutOf(cells: readonly Cell[], evaluation: Evaluation): About {
  const text = (role: Role) => cells.find((cell) => cell.role === role)?.text ?? '';
  const severity = severityWords.find(([word]) => word === text('kind'));
  if (severity) return findingsOf(cells, severity[1], evaluation);
  const id = text('id');
  if (cells.some(({ role }) => role === 'points')) {
    const { items = [], unscored = [] } = evaluation.score ?? {};
    const name = text('item');
    const item = [...items, ...unscored].find((one) => one.name === name && (id === '' || one.id === id)) ?? null;
    return { ...nothing, item, doubts: item ? [] : [`“${id}${name}”：没有这一项评分`] };
  }
  const name = text('name');
  if (name !== '') {
    const found = entriesOf(name, text('entity'), id, evaluation);
    return { ...nothing, indicators: found, doubts: found.length === 1 ? [] : [`“${id} ${name}”：没有这一项`] };
  }
  const named = namedIn(cells.find(({ role }) => role === 'sentence')?.text ?? '', evaluation);
  const first = named.slice(0, 1).map(({ indicator }) => indicator);
  const isGap = text('kind') === gapKind;
  return { ...nothing, indicators: first, doubts: isGap && first.length === 0 ? ['不知说的是哪一项'] : [] };
}

function entriesOf(name: string, entity: string, id: string, { indicators }: Evaluation): readonly Indicator[] {
  return indicators.filter(
    (one) =>
      (one.basis === undefined ? one.name : `${one.name}（${one.basis}）`) === name &&
      (entity === '' || one.entity === entity) &&
      (id === '' || one.id === id),
  );
}

/** All of one rule that the line shows by its words and its place. */
function findingsOf(cells: readonly Cell[], severity: Finding['severity'], { findings }: Evaluation): About {
  const words = plain(cells.map(({ text }) => text).join('\n'));
  const places = cells.filter(({ role }) => role === 'place').map(({ text }) => text);
  const told = findings.filter(
    ({ message, at }) => words.includes(plain(message)) && places.some((text) => text.includes(at.sheet)),
  );
  const here = told.filter(({ at, related }) => [at, ...related].some(({ address }) => isIn(address, places)));
  if (here.length === 0) return { ...nothing, doubts: ['没有这一条问题'] };
  const right = here.filter((one) => one.severity === severity);
  return right.length === 0
    ? { ...nothing, findings: here, doubts: ['问题的类别不符'] }
    : { ...nothing, findings: right };
}

const isIn = (address: string, places: readonly string[]) =>
  places.some((text) => new RegExp(`(?<![A-Z0-9])${address}(?![0-9])`).test(text));

const takenOf =
  ({ rules }: Evaluation) =>
  (finding: Finding): readonly string[] => {
    const rule = rules.find(({ id }) => id === finding.rule);
    return [...ofFinding(finding), ...(rule ? [rule.title, rule.relation] : [])];
  };

function cellDoubts(text: string, role: Role, about: About, context: Context): readonly string[] {
  const { indicators, findings, item } = about;
  const subject = indicators[0];
  const not = (is: boolean, why: string) => (is ? [] : [`“${text}”：${why}`]);
  switch (role) {
    case 'ordinal':
    case 'id':
    case 'entity':
    case 'name':
    case 'item':
    case 'kind':
      return [];
    case 'place':
      return placeDoubts(text, about);
    case 'numerator':
    case 'denominator':
      return subject ? not(text === String(subject[role] ?? ''), '与评估不符') : [];
    case 'verdict':
      return subject ? not(text === verdicts[standingOf(subject, context.evaluation)], '判定不符') : [];
    case 'bar':
      return text === '' ? [] : barDoubts(text, about);
    case 'points':
    case 'upper':
    case 'max':
      return item ? not(pointsTexts(item, role).includes(text), '分数不符') : [];
    case 'value':
      if (findings.length > 0) return not(text === '' || findings.some((one) => isShown(text, one)), '不是格里的值');
      return [...not(!subject || text !== '' || subject.numerator === null, '漏了现值'), ...said(text, role, context)];
    case 'target':
      return said(text, role, context);
    case 'gap':
      return [...not(!subject?.gap || text !== '' || isStep(subject), '漏了差距'), ...said(text, role, context)];
    default: {
      const { rest, doubts } = tailOf(text, findings, subject, context.evaluation);
      return [...doubts, ...sentenceDoubts(rest, context)];
    }
  }
}

function barDoubts(text: string, { indicators: [subject], item }: About): readonly string[] {
  const points = item && 'points' in item ? boxesDoubt(text, exactly(item.points), exactly(item.max)) : '不知是什么的';
  const why = subject ? barDoubt(text, subject) : points;
  return why ? [`${text}：${why}`] : [];
}

/** A cell of the gap's own column holds no sentence: what it shows is not a supposition. */
const said = (text: string, role: 'value' | 'target' | 'gap', context: Context) =>
  text === '' || text === '—' ? [] : sentenceDoubts(text, { ...context, role });

/** Done or not: what is missing is the thing itself. */
const isStep = ({ target, denominator }: Indicator) => target?.p === target?.q && denominator === null;

const isShown = (text: string, { value, shown }: Finding) =>
  [value, shown].some((one) => one !== null && plain(String(one)).trim() === plain(text).trim());

/** The most may be left out where it is no more. */
function pointsTexts(item: ScoredItem | UnscoredItem, role: 'points' | 'upper' | 'max'): readonly string[] {
  if (role === 'max') return [String(item.max)];
  if ('reason' in item) return role === 'upper' ? [''] : [item.applies ? '未计分' : '不适用'];
  return [String(item[role]), ...(role === 'upper' && item.upper === item.points ? [''] : [])];
}

/** Each address has to be one that the evaluation shows for this: findings told in one may be shown as a range of cells. */
function placeDoubts(text: string, { indicators, findings }: About): readonly string[] {
  const found = findings.flatMap(({ at, related }) => [at, ...related]);
  const shown = indicators.flatMap(({ at, evidence }) => [...(at ? [at] : []), ...evidence]);
  const rest = [...found, ...shown]
    .sort((a, b) => b.sheet.length - a.sheet.length)
    .reduce((left, { sheet }) => left.split(sheet).join(''), text);
  const known = new Set([
    ...found.flatMap(({ address }) => address.split(':')),
    ...shown.map(({ address }) => address),
  ]);
  const addresses = rest.match(findings.length > 0 ? /[A-Z]{1,3}\d+/g : /[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?/g) ?? [];
  return addresses.filter((one) => !known.has(one)).map((one) => `“${one}”：不是有关的单元格`);
}
