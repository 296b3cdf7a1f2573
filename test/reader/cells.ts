/** Cells that a line names with their number at its end: 同类共5项，5格：K3:K4、K6:K8。 */
import type { Evaluation, Finding, Indicator, Place } from '../../shared/model.ts';
import { aboutRelated, cellTails } from './wordings.ts';

export interface Tail {
  /** What stands before it. */
  readonly rest: string;
  readonly doubts: readonly string[];
}

/** `findings` and `subject` are those of the line. */
export function tailOf(
  text: string,
  findings: readonly Finding[],
  subject: Indicator | undefined,
  evaluation: Evaluation,
): Tail {
  const [kind, match] = Object.entries(cellTails).flatMap(([kind, words]) => {
    const match = words.exec(text);
    return match ? [[kind as keyof typeof cellTails, match] as const] : [];
  })[0] ?? [null, null];
  if (kind === null) return { rest: text, doubts: [] };
  const { items, count, named, more } = match.groups!;
  const about = kind === 'like' ? likeOf(findings[0], evaluation) : findings.slice(0, 1);
  const places = kind === 'doubtful' ? undecidedOf(subject) : about.flatMap(placesOf);
  const cells = new Set(places.flatMap(cellsOf));
  const told = new Set(namedIn(named!, places[0]?.sheet ?? '').flatMap(cellsOf));
  const strange = [...told].filter((one) => !cells.has(one));
  const isShort = more === undefined && told.size < cells.size;
  const wanted = kind === 'doubtful' ? places.length : cells.size;
  return {
    rest: text.slice(0, match.index),
    doubts: [
      ...(items === undefined || Number(items) === about.length ? [] : [`同类问题应为${about.length}项`]),
      ...(Number(count) === wanted ? [] : [`“${count}个”：单元格应为${wanted}个`]),
      ...strange.slice(0, 3).map((one) => `“${one}”：不是有关的单元格`),
      ...(isShort ? ['没有列全单元格'] : []),
    ],
  };
}

function likeOf(told: Finding | undefined, { findings }: Evaluation): readonly Finding[] {
  return findings.filter(
    ({ rule, field, severity, at }) =>
      told?.rule === rule && told.field === field && told.severity === severity && told.at.sheet === at.sheet,
  );
}

/** A few related cells are what it is held against; many are where else it is. */
function placesOf({ at, related }: Finding): readonly Place[] {
  return related.length >= aboutRelated ? [at, ...related] : [at];
}

function undecidedOf(subject: Indicator | undefined): readonly Place[] {
  return subject?.evidence.filter(({ role }) => role === 'undecided') ?? [];
}

/** `I12、“岗位表”H7`: of the sheet of the first place where none is named. */
function namedIn(text: string, sheet: string): readonly Place[] {
  const named = text.matchAll(/(?:“([^”]+)”)?([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)(?=、|$)/g);
  return [...named].map(([, other, address]) => ({ sheet: other ?? sheet, address: address! }));
}

/** `名录!3:12`: row and column, each of a range. */
function cellsOf({ sheet, address }: Place): readonly string[] {
  const [from, to = from] = address.split(':').map((one) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(one) ?? [];
    return [Number(row), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)] as const;
  });
  const [[top, left], [bottom, right]] = [from!, to!];
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(`${sheet}!${row}:${column}`);
  return cells;
}
