/** Lists of protected people, which must not be in the workbook at all. */
import { roleFields } from '../../model/catalogue.ts';
import { columnPlace } from '../measures/evidence.ts';
import type { Judge } from './findings.ts';

/** Told by its title, sheet or headings and a filled column of names. */
export const judgeSensitive: Judge<'sensitive'> = (rule, test, scope, report) => {
  for (const table of scope.reading.tables) {
    const marked = scope.tableDef(table.id)?.marked;
    const said = [table.title, table.sheet, ...table.columns.map(({ header }) => header)];
    const word = [...test.words, ...(marked ?? [])].find((each) => said.some((text) => text.includes(each)));
    const isName = (field: string | null) => marked !== undefined && field === roleFields.protected.name;
    const column = table.columns.find(({ header, field }) => /姓\s*名/.test(header) || isName(field));
    if (word === undefined || !column || table.records.length === 0) continue;
    report(rule, test, { table, field: column.field ?? undefined, at: columnPlace(table, column), words: { word } });
  }
};
