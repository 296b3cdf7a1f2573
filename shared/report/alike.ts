/** Like findings on one line of 差距清单: a mistake made over and over, with the cells in which it was made. */
import { cellsIn } from '../model/areas.ts';
import type { Explanation, Place } from '../model.ts';
import { cellsNamed } from './cells.ts';
import type { Line } from './lines.ts';
import type { Paragraph } from './papers.ts';
import { says, textOf } from './parts.ts';
import { figure } from './tokens.ts';

/** So many share a line though each has words of its own, as they are folded in the pane; the first stands for all. */
const MANY = 4;
/** Keys of one line: a cell holds 32,767 characters. */
const KEYS = 1000;

export const ALIKE = '同类共';

/** Findings with different explanations do not share a line: what is written in it counts for each of its findings. */
export function together(lines: readonly Line[], explained: ReadonlyMap<string, Explanation>): readonly Line[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const like = likeness(line, explained.get(line.key));
    const group = groups.get(like);
    if (group) group.push(line);
    else groups.set(like, [line]);
  }
  return [...groups.values()].flatMap((group) => {
    const isShared =
      group.length >= MANY || group.every(({ problem }) => textOf(problem) === textOf(group[0]!.problem));
    if (group.length === 1 || !isShared) return group.map(withCells);
    return Array.from({ length: Math.ceil(group.length / KEYS) }, (_, part) =>
      joint(group.slice(part * KEYS, (part + 1) * KEYS)),
    );
  });
}

function likeness({ key, finding }: Line, explanation: Explanation | undefined): string {
  if (!finding) return key;
  const { severity, rule, at, field } = finding;
  return JSON.stringify([severity, rule, at.sheet, field, explanation?.text ?? '', explanation?.review ?? '']);
}

function joint(lines: readonly Line[]): Line {
  const first = lines[0]!;
  const findings = lines.flatMap(({ finding }) => finding?.key ?? []);
  const count = figure(String(lines.length), { what: 'together', of: 'findings', findings });
  const places = lines.flatMap((line) => line.places);
  return {
    ...first,
    key: lines.map(({ key }) => key).join(' '),
    places,
    problem: says`${first.problem}${ALIKE}${count}项，${cellsOf(places, findings)}`,
  };
}

function withCells(line: Line): Line {
  const { finding, places, problem } = line;
  if (!finding || places.length === 1) return line;
  return { ...line, problem: says`${problem}${cellsOf(places, [finding.key])}` };
}

/** 2格：I12、I15。 */
function cellsOf(places: readonly Place[], findings: readonly string[]): Paragraph {
  const cells = figure(String(cellsIn(places)), { what: 'together', of: 'cells', findings });
  return says`${cells}格：${cellsNamed(places)}。`;
}
