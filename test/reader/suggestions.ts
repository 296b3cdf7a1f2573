/** What is proposed of the title, of the grade and of vetoes. */
import type { Evaluation } from '../../shared/model.ts';
import { grades, suggestions, vetoCues } from './wordings.ts';

/** `own` is the line without what it takes over, `line` as it was written. */
export function suggestionDoubts(own: string, line: string, { score }: Evaluation): readonly string[] {
  if (!score) return [];
  const grade = grades.exec(own)?.[1];
  return [
    ...(grade !== undefined && grade !== score.grade ? [`“${grade}”：等级不符`] : []),
    ...titleDoubts(own, score.pilotSite),
    ...vetoDoubts(line, score.pilotSite),
  ];
}

type PilotSite = NonNullable<Evaluation['score']>['pilotSite'];

/** The unit's own where the line names it, else any. */
function titleDoubts(own: string, pilotSite: PilotSite): readonly string[] {
  const said = suggestions.find(([words]) => words.test(own));
  if (!said || !own.includes('示范点')) return [];
  const all = pilotSite?.suggestions ?? [];
  const named = all.filter(({ entity }) => entity !== null && own.includes(entity));
  const told = named.length > 0 ? named : all;
  return told.some(({ suggestion }) => suggestion === said[1]) ? [] : [`“${own.slice(0, 30)}”：建议不符`];
}

function vetoDoubts(line: string, pilotSite: PilotSite): readonly string[] {
  const cue = vetoCues.find(([words]) => words.test(line));
  if (!cue) return [];
  return (pilotSite?.vetoes ?? [])
    .filter(({ name, state }) => line.includes(name) && state !== cue[1])
    .map(({ name }) => `“${name}”：否决项的状态不符`);
}
