/** Corrections that a person may have made in a workbook with plants: none may widen what travels. */
import { grounds } from '../../../shared/evaluate.ts';
import { addressOf, columnName } from '../../../shared/model/addresses.ts';
import type { Correction } from '../../../shared/model.ts';
import type { Dice } from '../dice.ts';
import type { Planting } from './places.ts';
import { textOf, type Writing, writingOf } from './writings.ts';

const { tables } = grounds.catalogue;

export function correctionsIn(planting: Planting): Correction[] {
  const { roll } = planting;
  const made: Correction[] = [];
  for (let more = roll.between(1, 4); more > 0; more--) made.push(...roll.pick(ways)(planting, made.length));
  return made;
}

type Way = (planting: Planting, before: number) => readonly Correction[];

const ways: readonly Way[] = [
  /** The row of a person is said to be a heading. */
  ({ roll, draft }) => {
    const table = roll.pick(draft.tables.filter(({ shape, records }) => shape === 'list' && records.length > 0));
    if (!table) return [];
    const { sheet } = table;
    const row = sheet.top + sheet.rows.indexOf(roll.pick(table.records).row);
    return [{ kind: 'headerRows', sheet: sheet.name, rows: [row, row + 1] }];
  },
  /** A column of people is said to be another. */
  ({ roll, draft }) => {
    const table = roll.pick(draft.tables.filter(({ shape, headings }) => shape === 'list' && headings.length > 0));
    const def = tables.find(({ id }) => id === table?.id);
    if (!table || !def) return [];
    const personal = table.headings.filter(({ field }) =>
      def.fields.some(({ key, personal }) => key === field && personal),
    );
    const { column } = roll.pick(personal.length > 0 ? personal : table.headings);
    const field = roll.chance(20) ? null : roll.pick(def.fields.filter(({ personal }) => !personal)).key;
    const { name: sheet } = table.sheet;
    return [{ kind: 'column', sheet, address: addressOf(table.area), column: columnName(column), field }];
  },
  ({ roll, draft }) => {
    const table = roll.pick(draft.tables);
    if (!table) return [];
    const said = roll.chance(30) ? null : roll.pick(tables).id;
    return [{ kind: 'table', sheet: table.sheet.name, address: addressOf(table.area), table: said }];
  },
  /** A sheet that is no data is said to be some. */
  ({ roll, draft }) => {
    const sheet = roll.pick(draft.sheets);
    const [bottom, right] = [sheet.top + sheet.rows.length - 1, sheet.left + (sheet.rows[0]?.length ?? 1) - 1];
    const address = addressOf({ top: sheet.top, left: sheet.left, bottom, right });
    return [{ kind: 'table', sheet: sheet.name, address, table: roll.pick(tables).id, as: 'full' }];
  },
  /** What a heading with a name in it means. */
  ({ roll, draft, keep }, at) => {
    const table = roll.pick(draft.tables);
    const writing = spoken(roll);
    const def = tables.find(({ id }) => id === table?.id);
    if (!def) return [];
    const standing = roll.pick(table!.headings)?.spot.value;
    const heading = roll.chance(50) && typeof standing === 'string' && standing !== '' ? standing : textOf(writing);
    if (heading === textOf(writing)) keep(writing, `更正 ${at}`, '.corrections');
    return [{ kind: 'column', table: def.id, heading, field: roll.pick(def.fields).key }];
  },
  /** What a wording with a name in it means. */
  ({ roll, draft, keep }, at) => {
    const coded = tables.flatMap(({ id, fields }) => fields.filter(({ list }) => list).map((field) => ({ id, field })));
    const { id, field } = roll.pick(coded);
    const standing = draft.tables
      .filter((table) => table.id === id)
      .flatMap(({ records }) => records.flatMap(({ cells }) => cells.filter((cell) => cell.field === field.key)))
      .map(({ spot }) => spot.value)
      .filter((value): value is string => typeof value === 'string' && value !== '');
    const means = roll.chance(20) ? null : roll.pick(grounds.catalogue.codes[field.list!]!.entries).code;
    if (standing.length > 0 && roll.chance(60))
      return [{ kind: 'word', table: id, field: field.key, text: roll.pick(standing), means }];
    const writing = spoken(roll);
    keep(writing, `更正 ${at}`, '.corrections');
    return [{ kind: 'word', table: id, field: field.key, text: textOf(writing), means }];
  },
];

function spoken(roll: Dice): Writing {
  for (;;) {
    const writing = writingOf(roll, 'correction');
    // Twelve digits are what a token looks like.
    if (!/^[0-9a-f]{12}$/.test(textOf(writing)) && textOf(writing).length > 1) return writing;
  }
}
