/** Units and files of a kind that documents tell of: outside the register, with all goals reached, suggested for the title, judged by people, left out. */
import { rateText } from '../../model/figures.ts';
import type { IssuesBasis, Rollup, RollupUnit, Suggestion, UnitIssues } from '../../model.ts';
import type { DocumentData } from './data.ts';
import type { LeftOut, TrackedOf } from './documents.ts';

/** They handed in, and are not expected. */
export function unexpectedIn({ rollup, counting }: { rollup: Rollup } & Pick<DocumentData, 'counting'>) {
  return counting.map(({ unit }) => unit).filter(({ key }) => rollup.reporting.unexpected.includes(key));
}

/** Every goal that holds for them, and one at least; with 强制 that is still open they are told apart. */
export function reachedIn(data: DocumentData, isWrong = false): readonly RollupUnit[] {
  return data.counting
    .map(({ unit }) => unit)
    .filter((unit) => {
      const held = data.policy.goals
        .flatMap((id) => unit.verdicts[id] ?? [])
        .filter((verdict) => verdict !== 'not_applicable');
      return held.length > 0 && held.every((verdict) => verdict === 'met') && hasErrors(unit) === isWrong;
    });
}

/** What is wrong in the workbook, by itself or beside others, is to be put right before it settles anything. */
export const hasErrors = ({ findings }: RollupUnit): boolean => findings.error > 0;

export const wrongIn = ({ counting }: DocumentData): readonly RollupUnit[] =>
  counting.flatMap(({ unit }) => (hasErrors(unit) ? [unit] : []));

/** The title is suggested for nobody whose workbook is wrong: those are told apart. */
export function suggestedIn(suggestion: Suggestion, data: DocumentData): readonly RollupUnit[] {
  const units = withSuggestion([suggestion], data);
  return suggestion.startsWith('award') ? units.filter((unit) => !hasErrors(unit)) : units;
}

export const withheldIn = (data: DocumentData): readonly RollupUnit[] =>
  withSuggestion(['award', 'award_after_rectification'], data).filter(hasErrors);

const withSuggestion = (wanted: readonly Suggestion[], { counting }: DocumentData): readonly RollupUnit[] =>
  counting.flatMap(({ unit, evaluation }) =>
    evaluation?.score?.pilotSite?.suggestions.some(
      ({ scope, suggestion }) => scope === 'community' && wanted.includes(suggestion),
    )
      ? [unit]
      : [],
  );

export function judgedIn(
  item: string,
  { counting }: DocumentData,
): { readonly asked: number; readonly judged: number } {
  const asked = counting.filter(({ evaluation }) =>
    evaluation?.score?.unscored.some(({ id, applies }) => id === item && applies),
  );
  return { asked: asked.length, judged: asked.filter(({ unit }) => !unit.unjudged.includes(item)).length };
}

/** Units by what became of the issues of the mid-term evaluation, or by why that is not told. */
export function trackedIn(of: TrackedOf, data: DocumentData): readonly RollupUnit[] {
  const { rollup } = data;
  if (of === 'awarded') {
    const left = new Set(
      (['notClosed', 'found', 'unjudged'] as const).flatMap((kind) => trackedIn(kind, data)).map(({ key }) => key),
    );
    return suggestedIn('award', data).filter(({ key }) => left.has(key));
  }
  const known = rollup.issues.filter(kinds[of]).map(({ key }) => key);
  const unknown = rollup.untracked.filter(({ because }) => because === of).map(({ key }) => key);
  return [...known, ...unknown].flatMap((key) => rollup.units.find((unit) => unit.key === key) ?? []);
}

/** Whether all that was sent is known. */
export const isCertain = (basis: IssuesBasis): boolean => basis === 'workbook' || basis === 'list';

const never = () => false;

const kinds: Readonly<Record<Exclude<TrackedOf, 'awarded'>, (issues: UnitIssues) => boolean>> = {
  none: ({ basis, sent }) => isCertain(basis) && sent === 0,
  notClosed: ({ open, unanswered }) => open + unanswered > 0,
  found: ({ found }) => found > 0,
  unjudged: ({ unjudged }) => unjudged > 0,
  listed: ({ basis, sent }) => basis === 'list' && sent > 0,
  uncertain: ({ basis, sent }) => !isCertain(basis) && sent > 0,
  unclear: ({ basis, sent }) => !isCertain(basis) && sent === 0,
  unsent: never,
  foreign: never,
  recalled: never,
};

/** Every file that does not count is of one kind, whatever else could be said of it. */
export function leftOutIn(of: LeftOut | 'all', rollup: Rollup): readonly RollupUnit[] {
  return rollup.units.filter((unit) => {
    const kind = leftOutAs(unit, rollup);
    return kind !== null && (of === 'all' || kind === of);
  });
}

/** Null for a file that counts, and for a unit without one. */
export function leftOutAs({ state, time, key, dataHash }: RollupUnit, { mode }: Rollup): LeftOut | null {
  switch (state) {
    case 'reported':
    case 'missing':
      return null;
    case 'other_time':
      return 'other';
    case 'superseded':
    case 'duplicate':
      return time === mode ? state : 'other';
    case 'unreadable':
      return dataHash === null ? 'unread' : key === '' ? 'unplaced' : 'unfit';
    default:
      return state;
  }
}

/** Units with a certain rate, and of whom it is in their evaluation. */
export function chartedIn(
  indicator: string,
  { counting }: DocumentData,
): readonly { readonly unit: RollupUnit; readonly entity: string | null }[] {
  return counting.flatMap(({ unit, evaluation }) => {
    const own = evaluation?.indicators.find((one) => one.id === indicator && one.basis === undefined);
    return own && rateText(own) !== null ? [{ unit, entity: own.entity }] : [];
  });
}

/** Of those for whom the indicator holds the others: whose rate is not certain, and who have no data. */
export function undrawnIn(of: 'open' | 'none', indicator: string, data: DocumentData): readonly RollupUnit[] {
  const charted = new Set(chartedIn(indicator, data).map(({ unit }) => unit.key));
  return data.counting.flatMap(({ unit }) => {
    const verdict = unit.verdicts[indicator];
    if (charted.has(unit.key) || verdict === undefined || verdict === 'not_applicable') return [];
    const { numerator = null, denominator = null } = unit.figures[indicator] ?? {};
    return (numerator === null || !denominator ? 'none' : 'open') === of ? [unit] : [];
  });
}
