/** Rules on how sheets were read: hidden data, what was not understood, copies, headings, lists that report none. */
import { addressOf, columnName, parseAddress } from '../../model/addresses.ts';
import type { Asked, Column, Place } from '../../model.ts';
import { columnPlace, placeOf } from '../measures/evidence.ts';
import { phrases } from '../phrases.ts';
import { fill, listed } from '../say.ts';
import type { Judge } from './findings.ts';

export const judgeHidden: Judge<'hidden'> = (rule, test, { reading: { hidden } }, report) => {
  for (const sheet of new Set(hidden.map((each) => each.sheet))) {
    const addresses = hidden.flatMap((each) => (each.sheet === sheet ? each.address.split(',') : []));
    const [at, ...related] = addresses.map((address): Place => ({ sheet, address }));
    report(rule, test, { at: at!, related, words: { what: addresses.join('、') } });
  }
};

/** A single row or column that was not understood is no table. */
export const judgeUnread: Judge<'unread'> = (rule, test, { reading }, report) => {
  for (const { sheet, address, reason } of reading.unread) {
    const area = parseAddress(address);
    if (!area || area.top === area.bottom || area.left === area.right) continue;
    report(rule, test, { at: { sheet, address }, asks: { kind: 'table', sheet, address }, words: { reason } });
  }
};

export const judgeCopy: Judge<'copy'> = (rule, test, { reading }, report) => {
  for (const table of reading.tables) {
    if (!table.copyOf) continue;
    const at = { sheet: table.sheet, address: addressOf(table.area) };
    report(rule, test, { table, at, words: { original: table.copyOf.sheet } });
  }
};

export const judgeAside: Judge<'aside'> = (rule, test, { reading }, report) => {
  for (const table of reading.tables) {
    const first = table.area.bottom - table.rowKinds.length + 1;
    const rows = table.rowKinds.flatMap((kind, at) => (kind === 'aside' ? [first + at] : []));
    if (table.copyOf || rows.length === 0) continue;
    const { left, right } = table.area;
    const places = rows.map((row): Place => {
      return { sheet: table.sheet, address: addressOf({ top: row, bottom: row, left, right }) };
    });
    const list = listed(rows.map((row) => fill(phrases['finding.row'], { row: row + 1 })));
    report(rule, test, { table, at: places[0]!, related: places.slice(1), words: { list } });
  }
};

export const judgeLeftover: Judge<'leftover'> = (rule, test, { reading }, report) => {
  for (const table of reading.tables) {
    if (table.copyOf) continue;
    const { left, right } = table.area;
    const header = new Map(table.columns.map((column) => [column.index, `“${column.header}”`]));
    for (const { row, columns } of table.leftovers) {
      const at = { sheet: table.sheet, address: addressOf({ top: row, bottom: row, left, right }) };
      const cells = columns.flatMap((column) => header.get(column) ?? []).join('');
      const list = `${fill(phrases['finding.row'], { row: row + 1 })}${cells}`;
      report(rule, test, { table, at, words: { list } });
    }
  }
};

export const judgeContinued: Judge<'continued'> = (rule, test, { reading }, report) => {
  for (const table of reading.tables) {
    if (!table.continues || table.continues.isCertain !== test.isCertain) continue;
    const at = { sheet: table.sheet, address: addressOf(table.area) };
    const { of } = table.continues;
    const related = [{ sheet: of.sheet, address: addressOf(of.area) }];
    const asks: Asked = { kind: 'continues', ...at, of: related[0]! };
    report(rule, test, { table, at, related, asks, words: { original: of.sheet } });
  }
};

export const judgeHeading: Judge<'heading'> = (rule, test, scope, report) =>
  judgeColumns(({ basis, ambiguous }) => basis === 'none' && ambiguous === true, rule, test, scope, report);

export const judgeContained: Judge<'contained'> = (rule, test, scope, report) =>
  judgeColumns(({ basis }) => basis === 'contains', rule, test, scope, report);

function judgeColumns(
  wanted: (column: Column) => boolean,
  ...[rule, test, scope, report]: Parameters<Judge<'heading' | 'contained'>>
): void {
  for (const table of scope.reading.tables) {
    // Lists that must not be kept have one finding: that they be deleted.
    if (table.copyOf || table.continues || scope.tableDef(table.id)?.marked) continue;
    for (const column of table.columns) {
      if (!wanted(column) || column.header === '') continue;
      const at = columnPlace(table, column);
      const asks: Asked = {
        kind: 'column',
        sheet: table.sheet,
        address: addressOf(table.area),
        column: columnName(column.index),
      };
      report(rule, test, { table, field: column.field ?? undefined, at, asks, words: { header: column.header } });
    }
  }
}

export const judgeNone: Judge<'none'> = (rule, test, scope, report) => {
  for (const id of test.tables) {
    const datum = scope.none(id);
    const table = scope.tables(id)[0];
    if (datum && table) report(rule, test, { table, datum, at: placeOf({ sheet: table.sheet, datum }) });
  }
};
