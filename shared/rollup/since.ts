/** The evaluation at the end against the one at mid-term, of one unit. */
import type { FilePlace, Indicator, Mode, Place, Policy } from '../model.ts';
import type { Entry } from './entries.ts';
import { type AcrossOf, listed, placed, type Report, type Skip } from './reports.ts';
import { byText } from './same-things.ts';

/** A workbook, and that of the same unit before. */
interface Since {
  readonly before: Entry;
  readonly after: Entry;
}

/** Units of which there is no workbook before, or it is not certain which, are said. */
export function judgeSince(
  test: AcrossOf<'changed' | 'followed'>,
  { entries, reported, policy, mode, ledgers }: All,
  report: Report,
  skip: Skip,
): void {
  if (mode === 'midterm') {
    skip('汇总的是中期评估，没有上期可比。');
    return;
  }
  const versionsOf = midtermVersions(entries);
  const lacking: string[] = [];
  const several: string[] = [];
  for (const after of reported) {
    const versions = versionsOf(after);
    const before = latestOf(versions);
    if (before === null) (versions.length === 0 ? lacking : several).push(after.name);
    else if (test.across === 'changed') judgeChanged(test, { before, after }, report);
    else if (!ledgers.isNumbered(after.key)) judgeFollowed(test, { before, after }, policy, report, skip);
  }
  if (lacking.length > 0) skip(`没有中期的工作簿，没有比较：${listed(lacking)}。`);
  if (several.length > 0) skip(`中期的工作簿有几册，分不出先后，没有比较：${listed(several)}。`);
}

interface All {
  readonly entries: readonly Entry[];
  readonly reported: readonly Entry[];
  readonly policy: Policy;
  readonly mode: Mode;
  /** Where issues bear numbers they are held against each other, not counted. */
  readonly ledgers: { isNumbered(key: string): boolean };
}

/** Workbooks of the mid-term evaluation beside those of the final one, by unit. */
export function midtermVersions(entries: readonly Entry[]): (of: Pick<Entry, 'key'>) => readonly Entry[] {
  const midterm = entries.filter(({ time, state }) => time === 'midterm' && state === 'other_time');
  const known = new Map(byText(midterm, ({ key }) => key).map((versions) => [versions[0]!.key, versions]));
  return ({ key }) => known.get(key) ?? [];
}

/** By 填报日期; null where that does not tell. */
export function latestOf(versions: readonly Entry[]): Entry | null {
  if (versions.length === 1) return versions[0]!;
  const filledOn = ({ filled }: Entry) => filled ?? '';
  const last = versions.reduce((most, each) => (filledOn(each) > most ? filledOn(each) : most), '');
  const [one, ...others] = versions.filter((each) => filledOn(each) === last);
  return one && last !== '' && others.length === 0 ? one : null;
}

type Part = AcrossOf<'changed'>['part'];

function judgeChanged(test: AcrossOf<'changed'>, { before, after }: Since, report: Report): void {
  for (const id of test.indicators) {
    const [then, now] = [mainOf(before, id), mainOf(after, id)];
    const [was, is] = [figureOf(then, test.part), figureOf(now, test.part)];
    if (was === null || is === null || was <= 0 || !isChanged(was, is, test)) continue;
    const cells = [placed(after, cellOf(now!, test.part)), placed(before, cellOf(then!, test.part))];
    report({ units: after.name, was, now: is }, known(cells));
  }
}

function isChanged(was: number, now: number, { percent, only }: AcrossOf<'changed'>): boolean {
  const change = only === 'down' ? was - now : Math.abs(was - now);
  return change * 100 > was * percent;
}

/** The certain figure of an indicator that holds for the unit. */
function figureOf(indicator: Indicator | undefined, part: Part): number | null {
  if (!indicator || indicator.verdict === 'not_applicable' || indicator.verdict === 'reference') return null;
  const { lower, upper, denominator, lowerDenominator, upperDenominator } = indicator;
  if (part === 'numerator') return lower === upper ? lower : null;
  return (lowerDenominator ?? denominator) === (upperDenominator ?? denominator) ? denominator : null;
}

/** The cell that holds the figure; of what is counted the heading of its column. */
function cellOf({ evidence, at }: Indicator, part: Part): Place | null {
  const cells = evidence.filter(({ role }) => role === part);
  if (cells.length === 1) return cells[0]!;
  return part === 'numerator' ? (at ?? cells[0] ?? null) : (cells[0] ?? at);
}

/** Made of other indicators, whose issues it may not be told beside. */
const MADE_OF_OTHERS: ReadonlySet<string> = new Set(['parts', 'milestone']);

function judgeFollowed(
  { indicator }: AcrossOf<'followed'>,
  { before, after }: Since,
  policy: Policy,
  report: Report,
  skip: Skip,
): void {
  const kinds = new Map(policy.indicators.map(({ id, measure }) => [id, measure.kind]));
  const open = before.evaluation.indicators.filter(
    ({ id, basis, verdict }) =>
      basis === undefined && (verdict === 'unmet' || verdict === 'behind') && kinds.get(id) !== 'qualified',
  );
  const least = open.filter(({ id }) => !MADE_OF_OTHERS.has(kinds.get(id)!)).length;
  const issues = mainOf(after, indicator);
  const count = figureOf(issues, 'denominator');
  if (count === null) {
    if (open.length > 0) skip(`问题整改台账没有填报，或者问题数不确定，没有核对：${after.name}。`);
    return;
  }
  if (count >= least && count <= open.length) return;
  const expected = least === open.length ? least : `${least} 至 ${open.length}`;
  const cells = [placed(after, cellOf(issues!, 'denominator')), ...open.map(({ at }) => placed(before, at))];
  report({ units: after.name, count, expected }, known(cells));
}

const mainOf = ({ evaluation }: Entry, wanted: string): Indicator | undefined =>
  evaluation.indicators.find(({ id, basis }) => id === wanted && basis === undefined);

const known = (places: readonly (FilePlace | null)[]): readonly FilePlace[] => places.flatMap((place) => place ?? []);
