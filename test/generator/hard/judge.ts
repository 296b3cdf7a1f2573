/** What the engine says of a difficult workbook, held against what is true. */
import { evaluate } from '../../../shared/evaluate.ts';
import type { Indicator, Reading } from '../../../shared/model.ts';
import { known } from '../../known.ts';
import { readingOf } from '../../shared/readings.ts';
import type { Answer, Share } from './truth.ts';
import type { HardWorkbook } from './workbooks.ts';

export interface Judged {
  /** One line for each entry that is certain and false, or whose bounds leave out what is true. */
  readonly wrong: readonly string[];
  /** Entries that were not judged though all that they rest on is written plainly. */
  readonly asked: readonly string[];
  readonly entries: number;
  /** Deciding cells that were written plainly, and those of them that were not understood. */
  readonly cells: number;
  readonly doubted: readonly string[];
}

export function judged(workbook: Omit<HardWorkbook, 'dimensions'>): Judged {
  const { snapshot, truth, community } = workbook;
  const { indicators } = evaluate(snapshot, { mode: community.mode }, known);
  const answers = [...truth].map(([id, answer]) => {
    const entry = indicators.find((one) => one.id === id && one.basis === undefined);
    return { id, line: lineOf(id, entry, answer), outcome: outcomeOf(entry, answer) };
  });
  const of = (outcome: Outcome) => answers.filter((one) => one.outcome === outcome).map(({ line }) => line);
  const plain = workbook.deciders.filter(({ mayAsk }) => !mayAsk);
  return {
    wrong: of('wrong'),
    asked: of('asked'),
    entries: answers.length,
    cells: plain.length,
    // Read again only where it is asked: that takes as long as the verdicts.
    get doubted() {
      const isUnderstood = understood(readingOf(snapshot));
      return plain
        .filter(({ sheet, row, columns }) => !columns.some((column) => isUnderstood(sheet, row, column)))
        .map(({ table, key, sheet, row, columns }) => `${table} ${key} ${sheet} R${row + 1}C${columns[0]! + 1}`);
    },
  };
}

type Outcome = 'right' | 'wrong' | 'asked';

export function outcomeOf(entry: Indicator | undefined, { least, most, certain, mayAsk }: Answer): Outcome {
  if (
    !entry ||
    entry.verdict === 'missing' ||
    entry.verdict === 'not_applicable' ||
    entry.lower === null ||
    entry.upper === null
  )
    return certain && !mayAsk && entry?.verdict !== 'not_applicable' ? 'asked' : 'right';
  const [lower, upper] = boundsOf(entry, least.denominator === 1 && entry.denominator === null);
  if (isLess(least, lower) || isLess(upper, most)) return 'wrong';
  const isCertain = isSame(lower, upper);
  // Equal shares of another roster are no truth.
  const isCounted = least.denominator !== 1 && entry.denominator !== null;
  if (isCertain && isCounted && (lower.numerator !== least.numerator || lower.denominator !== least.denominator))
    return 'wrong';
  return !isCertain && certain && !mayAsk ? 'asked' : 'right';
}

function boundsOf(
  { lower, upper, denominator, lowerDenominator, upperDenominator }: Indicator,
  isCount: boolean,
): readonly [Share, Share] {
  const below = (own: number | undefined) => (isCount ? 1 : (own ?? denominator ?? 1));
  return [
    { numerator: lower!, denominator: below(lowerDenominator) },
    { numerator: upper!, denominator: below(upperDenominator) },
  ];
}

const isLess = (a: Share, b: Share) => a.numerator * b.denominator < b.numerator * a.denominator;
const isSame = (a: Share, b: Share) => a.numerator === b.numerator && a.denominator === b.denominator;

const said = ({ numerator, denominator }: Share) =>
  denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`;

function lineOf(id: string, entry: Indicator | undefined, { least, most }: Answer): string {
  const is = entry
    ? `${entry.verdict} ${entry.lower}${entry.lowerDenominator ? `/${entry.lowerDenominator}` : ''}..${entry.upper}${entry.upperDenominator ? `/${entry.upperDenominator}` : ''} of ${entry.denominator}`
    : 'nothing';
  return `${id} ${is}, true ${said(least)}..${said(most)}`;
}

/** Whether the cell was read, in a list that counts, and every word of it. */
function understood({ tables }: Pick<Reading, 'tables'>) {
  const places = new Set<string>();
  for (const { id, sheet, kind, copyOf, records } of tables) {
    if (copyOf || (kind !== 'full' && kind !== 'continuation')) continue;
    const fields = known.catalogue.tables.find((table) => table.id === id)!.fields;
    for (const { data } of records)
      for (const { key } of fields) {
        const datum = data[key];
        if (datum && datum.state !== 'doubtful') places.add(`${sheet}|${datum.row}|${datum.column}`);
      }
  }
  return (sheet: string, row: number, column: number) => places.has(`${sheet}|${row}|${column}`);
}
