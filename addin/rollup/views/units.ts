/** What people call units, files and what stands in a cell of the matrix. */
import type { Demand } from '../../../shared/model/missing.ts';
import { shortVerdict } from '../../../shared/model/verdict-signs.ts';
import { verdictWords } from '../../../shared/model/words.ts';
import type { Mode, Rollup, RollupUnit, Unit, Verdict } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';

type Named = Pick<Unit, 'county' | 'street' | 'community'> & { readonly countyName?: string | null };

/** `田家庵区 望淮街道 锦湖社区`. */
export function unitName(unit: Named, words: RollupWords | null): string {
  const parts = [countyName(unit, words), unit.street, unit.community].filter((part) => part);
  return parts.length > 0 ? parts.join(' ') : '单位未定';
}

/** The nearest of its names, and what it lies in: `锦湖社区`, `田家庵区 望淮街道`. */
export function unitNames(unit: Named, words: RollupWords | null): readonly [name: string, within: string] {
  const parts = [countyName(unit, words), unit.street, unit.community].filter((part) => part);
  return [parts.at(-1) ?? '单位未定', parts.slice(0, -1).join(' ')];
}

export function countyName({ county, countyName }: Named, words: RollupWords | null): string {
  return countyName || words?.counties[county ?? ''] || county || '';
}

/** Units as the matrix has them: those whose file counts, and those that are missing. */
export const unitsShown = ({ units }: Rollup): readonly RollupUnit[] =>
  units.filter(({ state }) => state === 'reported' || state === 'missing');

/** `later`: without data, and not due yet; `unreported`: nothing came of the unit; `absent`: its workbook is not asked for it. */
export type Standing = Verdict | 'later' | 'unreported' | 'absent';

export function standingOf({ state, verdicts }: RollupUnit, indicator: string, demand: Demand): Standing {
  if (state === 'missing') return 'unreported';
  const verdict = verdicts[indicator] ?? 'absent';
  return verdict === 'missing' ? missingAs(demand) : verdict;
}

/** What has no data, by whether it has to be there. */
export const missingAs = (demand: Demand): Standing =>
  (({ now: 'missing', later: 'later', never: 'reference' }) as const)[demand];

/** What is missing and not demanded is no failing. */
export function demandIn({ mode, asOf }: Rollup, words: RollupWords | null, indicator: string): Demand {
  const due = words?.indicators.find(({ id }) => id === indicator)?.due;
  if (due === undefined) return 'now';
  if (due === null) return 'never';
  return mode === 'midterm' && due > asOf ? 'later' : 'now';
}

/** Short enough for a cell, with the sign that prints have too. */
export function standingText(standing: Standing): string {
  if (standing === 'unreported') return '∅未报送';
  if (standing === 'later') return `${shortVerdict('missing')}（未到期）`;
  return standing === 'absent' ? standingWords[standing] : shortVerdict(standing);
}

/** The same in the middle of a line. */
export const standingWords: Readonly<Record<Standing, string>> = {
  ...verdictWords,
  on_track: '进行中',
  behind: '滞后',
  later: `${verdictWords.missing}（未到期）`,
  unreported: '未报送',
  absent: '无此项',
};

/** Whose colour it has. */
export const lookOf = (standing: Standing): Verdict =>
  standing === 'unreported' ? 'missing' : standing === 'absent' || standing === 'later' ? 'not_applicable' : standing;

/** The worst first. */
export const standings: readonly Standing[] = [
  'unmet',
  'behind',
  'to_verify',
  'missing',
  'unreported',
  'later',
  'on_track',
  'met',
  'reference',
  'not_applicable',
  'absent',
];

/** `得分`, `进度评分`: what is not over is no mark yet. */
export const scoreTitle = (mode: Mode): string => (mode === 'midterm' ? '进度评分' : '得分');

/** `良好`, `待人评（缺 3 项）`; null at mid-term, when no grade is given. */
export function gradeText({ grade, unjudged }: RollupUnit, mode: Mode): string | null {
  if (mode === 'midterm') return null;
  if (grade) return grade;
  return unjudged.length > 0 ? `待人评（缺 ${unjudged.length} 项）` : '待核实后再定';
}

/** The last part of a path, and the folders before it. */
export function pathNames(path: string): readonly [name: string, folders: string] {
  const at = path.lastIndexOf('/');
  return [path.slice(at + 1), path.slice(0, Math.max(at, 0))];
}
