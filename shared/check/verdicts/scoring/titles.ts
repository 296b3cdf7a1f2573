/** 示范点: whether the title is suggested, by goals, points and vetoes. A suggestion only: people decide (decision check-13). */
import { type Points, reachesPoints } from '../../../model/grades.ts';
import { suggestionWords } from '../../../model/words.ts';
import type { Indicator, Measure, PilotSite, ScoreTable, Suggestion, Veto } from '../../../model.ts';
import type { Scope } from '../../conditions/scope.ts';
import { NOTHING, type Said, type Taken } from '../../measures/taken.ts';
import { say } from '../../say.ts';
import type { Outcomes } from '../outcomes.ts';
import { type Find, pointsBy } from './item-points.ts';

type QualifiedMeasure = Extract<Measure, { kind: 'qualified' }>;

/** The qualification as an indicator; its goals are known. */
export function takeQualified(measure: QualifiedMeasure, table: ScoreTable, scope: Scope, outcomes: Outcomes): Taken {
  const find: Find = (id) => outcomes(id)?.indicator ?? null;
  const points = pointsBy(table, find, scope);
  const { suggestion, failed, open, said } = advise(measure, [], find, points);
  const possible = failed.length === 0 && reachesPoints(points, measure.points).possible;
  return {
    ...NOTHING,
    bounds: { lower: suggestion === 'award' ? 1 : 0, upper: possible ? 1 : 0, lowerOf: null, upperOf: null },
    at: [...failed, ...open].find(({ at }) => at !== null)?.at ?? null,
    notes: [...said, { phrase: 'qualified.proposal', words: { suggestion: suggestionWords[suggestion] } }],
  };
}

/** Null where the policy knows of no such title. */
export function pilotSiteOf(find: Find, points: Points, scope: Scope): PilotSite | null {
  const def = scope.policy.indicators.find(({ measure }) => measure.kind === 'qualified');
  if (def?.measure.kind !== 'qualified') return null;
  const { measure } = def;
  const { community, street } = scope.reading.unit;
  return {
    suggestions: measure.awards.map(({ scope: level, also }) => {
      const { suggestion, said } = advise(measure, also, find, points);
      const reasons = said.flatMap(({ phrase, words }) => say(phrase, words));
      return { scope: level, entity: level === 'street' ? street : community, suggestion, reasons };
    }),
    vetoes: measure.vetoes.map((veto) => ({ id: veto.id, name: veto.name, state: stateOf(veto, find) })),
  };
}

interface Advice {
  readonly suggestion: Suggestion;
  /** Not reached, for certain. */
  readonly failed: readonly Indicator[];
  readonly open: readonly Indicator[];
  readonly said: readonly Said[];
}

function advise(measure: QualifiedMeasure, also: readonly string[], find: Find, points: Points): Advice {
  const needed = [...measure.goals, ...also].flatMap((id) => find(id) ?? []);
  const short = needed.filter(({ verdict }) => verdict === 'unmet');
  const open = needed.filter(({ verdict }) => verdict === 'to_verify' || verdict === 'missing');
  const vetoes = measure.vetoes.filter((veto) => stateOf(veto, find) === 'applies');
  const { certain, possible } = reachesPoints(points, measure.points);
  const wanting = short.length > 0 || vetoes.length > 0;
  const suggestion =
    !possible || vetoes.some((veto) => veto.suggestion === 'no_award')
      ? 'no_award'
      : !certain || (open.length > 0 && !wanting)
        ? 'undecided'
        : wanting
          ? 'award_after_rectification'
          : 'award';
  const { total, upper, max, full } = points;
  const figures = {
    points: total.toFixed(2),
    full,
    wanted: (measure.points * full) / 100,
    more: (upper - total + full - max).toFixed(2),
  };
  const said: Said[] = [
    ...(short.length > 0 ? [{ phrase: 'qualified.failed', words: { list: listOf(short) } } satisfies Said] : []),
    ...(vetoes.length > 0 ? [{ phrase: 'qualified.vetoed', words: { list: listOf(vetoes) } } satisfies Said] : []),
    ...(open.length > 0 ? [{ phrase: 'qualified.open', words: { list: listOf(open) } } satisfies Said] : []),
    { phrase: 'qualified.points', words: figures },
  ];
  return { suggestion, failed: [...short, ...vetoes.flatMap(({ of }) => find(of!) ?? [])], open, said };
}

function stateOf({ of }: Veto, find: Find): PilotSite['vetoes'][number]['state'] {
  const verdict = of === undefined ? null : find(of)?.verdict;
  return verdict === 'met' ? 'clear' : verdict === 'unmet' ? 'applies' : 'to_verify';
}

function listOf(parts: readonly { readonly name: string }[]): string {
  return parts.map(({ name }) => name).join('、');
}
