/** A single figure in the line of the pilot community, as far as it is known. */
import { communityField } from '../../model/catalogue.ts';
import { ABSENT } from '../../model/summaries.ts';
import type { DataRecord, Datum, Figure } from '../../model.ts';
import { columnOf } from '../conditions/column-summaries.ts';
import { isOwn } from '../conditions/community-names.ts';
import { inColumn } from '../conditions/named-columns.ts';
import { ownLine, ownLines } from '../conditions/pilot-lines.ts';
import type { Scope } from '../conditions/scope.ts';
import { IN } from '../conditions/truths.ts';
import type { Cited } from './evidence.ts';
import { fieldLabel, tableName } from './labels.ts';
import type { Doubt, Said } from './taken.ts';

export interface FigureTaken {
  /** Null where it is not known. */
  readonly least: number | null;
  readonly most: number | null;
  readonly cited: Cited;
  readonly doubt: Doubt | null;
}

/** Null where nothing is given, or no line can be taken for that of the pilot community. */
export function ownFigure(figure: Figure, scope: Scope): FigureTaken | null {
  const [record, ...others] = ownLines(figure.table, scope);
  if (!record) return null;
  const taken = amongLines(ofWindow(record, figure, scope), others, figure, scope);
  const name = record.data[communityField];
  if (taken && scope.perhaps(figure.table).has(record))
    return {
      ...taken,
      doubt: { phrase: 'figure.whose', sheet: record.table.sheet, datum: taken.cited.datum, opens: true },
    };
  if (!taken || taken.doubt || name?.state !== 'value') return taken;
  if (inColumn(isOwn, figure.table, communityField, scope)(name.text) === IN) return taken;
  return { ...taken, doubt: { phrase: 'figure.whose', sheet: record.table.sheet, datum: name, opens: true } };
}

/** What was taken down before the window is last year's; it is shown and decides nothing. */
function ofWindow(record: DataRecord, figure: Figure, scope: Scope): FigureTaken | null {
  const taken = figureIn(record, figure, scope);
  const day = figure.on === undefined ? undefined : record.data[figure.on];
  if (!taken || !day?.span || day.span.to >= scope.day({ day: 'windowStart' })) return taken;
  return { ...taken, doubt: { phrase: 'figure.before', sheet: record.table.sheet, datum: day, opens: 'always' } };
}

/** Lines of the community that do not say the same: any of them may be the one that holds (decision check-53). */
function amongLines(
  taken: FigureTaken | null,
  others: readonly DataRecord[],
  figure: Figure,
  scope: Scope,
): FigureTaken | null {
  const given = others.flatMap((record) => ofWindow(record, figure, scope) ?? []);
  const other = given.find(({ least, most }) => least !== taken?.least || most !== taken?.most);
  if (!taken || !other) return taken;
  const all = [taken, ...given];
  return {
    ...taken,
    least: leastOf(all.map(({ least }) => least)),
    most: all.some(({ most }) => most === null) ? null : Math.max(...all.map(({ most }) => most!)),
    doubt: { phrase: 'figure.lines', ...other.cited, opens: true },
  };
}

function leastOf(figures: readonly (number | null)[]): number | null {
  return figures.reduce((least, figure) => (least === null || figure === null ? null : Math.min(least, figure)));
}

/** Null where nothing is given at all. */
export function figureIn(record: DataRecord, figure: Figure, scope: Scope): FigureTaken | null {
  const datum = record.data[figure.field];
  const most = figure.most ? record.data[figure.most] : undefined;
  const { sheet } = record.table;
  if (figure.most && datum && isBeyond(datum, most)) {
    const field = fieldLabel(figure.table, figure.most, scope);
    const doubt: Doubt = { phrase: 'figure.overMost', sheet, datum, field, opens: 'always' };
    return { least: most!.number, most: datum.number, cited: { sheet, datum }, doubt };
  }
  if (datum?.state === 'value' && datum.number !== null) {
    return { least: datum.number, most: datum.number, cited: { sheet, datum }, doubt: null };
  }
  const least = datum?.atLeastOne ? 1 : null;
  if (most?.state === 'value' && most.number !== null) {
    const field = fieldLabel(figure.table, figure.field, scope);
    const doubt: Doubt = {
      phrase: datum ? 'figure.most' : 'figure.absent',
      sheet,
      datum: datum ?? most,
      field,
      opens: true,
    };
    return { least, most: most.number, cited: { sheet, datum: datum ?? most }, doubt };
  }
  if (datum?.state !== 'doubtful') return null;
  return { least, most: null, cited: { sheet, datum }, doubt: { phrase: 'figure.unread', sheet, datum, opens: true } };
}

/** A part that is more than what it is a part of: one of the two is wrong (decision check-2). */
function isBeyond({ state, number }: Datum, most: Datum | undefined): boolean {
  return (
    state === 'value' && number !== null && most?.state === 'value' && most.number !== null && number > most.number
  );
}

/** Why there is no figure in a table with a line for each community; a `whole` must also be above 0. */
export function notGiven(figure: Figure, scope: Scope, phrase: 'missing.figure' | 'missing.whole'): Said {
  const words = figureWords(figure, scope);
  if (scope.community === null || scope.records(figure.table).length === 0 || ownLine(figure.table, scope))
    return { phrase: isAbsent(figure, scope) ? 'missing.column' : phrase, words };
  return { phrase: 'missing.line', words: { ...words, community: scope.reading.unit.community! } };
}

/** Where a list has lines, and none of them a cell for it. */
export function isAbsent({ table, field }: Pick<Figure, 'table' | 'field'>, scope: Scope): boolean {
  return scope.records(table).length > 0 && columnOf(table, field, scope).states === ABSENT;
}

export function figureWords({ table, field }: Pick<Figure, 'table' | 'field'>, scope: Scope): Said['words'] {
  return { table: tableName(table, scope), field: fieldLabel(table, field, scope) };
}
