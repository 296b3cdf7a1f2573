/** What 这一格 says of a column: the pages of its field and of others that stand in the same cell. */
import type { FieldUse, Handbook, Page, TablePages } from '../../shared/model/handbook.ts';
import type { ColumnReport, TableReport } from '../../shared/model.ts';
import written from './handbook.json';

const handbook = written as unknown as Handbook;

export interface FieldHelp {
  /** Of the table. */
  readonly table: string;
  /** Of the field; of a column that was not understood its heading, which may be ''. */
  readonly title: string;
  /** The field's own first; none where the column was not understood. */
  readonly pages: readonly Page[];
  /** By the policy of this id; by the first where there is none of it. */
  readonly uses: readonly FieldUse[];
}

/** Of a column of a table that was read, in the words of the handbook; it has none for what a later service knows. */
export function fieldHelp(
  { id, columns }: TableReport,
  { field, header }: ColumnReport,
  policy: string,
  { tables, policies }: Handbook = handbook,
): FieldHelp {
  const table = tableOf(id, field, columns, tables);
  const own = table?.fields.find((page) => page.id === field);
  const apart = new Set(columns.map((column) => column.field));
  const others = (own?.with ?? []).filter((key) => !apart.has(key));
  const pages = [
    ...(own ? [own] : []),
    ...others.flatMap((key) => table!.fields.find((page) => page.id === key) ?? []),
  ];
  const uses = (policies.find((one) => one.id === policy) ?? policies[0])?.uses ?? {};
  return {
    table: table?.name ?? '',
    title: own?.title ?? header.split(' / ').at(-1)!,
    pages,
    uses: withoutDoubles(pages.flatMap((page) => uses[`${id}.${page.id}`] ?? [])),
  };
}

/** Of several layouts the one that has the field; of an unknown column the one that knows most of the others. */
function tableOf(
  id: string,
  field: string | null,
  columns: readonly ColumnReport[],
  tables: readonly TablePages[],
): TablePages | undefined {
  const knows = ({ fields }: TablePages, key: string | null) => fields.some((page) => page.id === key);
  const known = (table: TablePages) =>
    columns.filter((column) => knows(table, column.field)).length + (knows(table, field) ? columns.length : 0);
  return tables.filter((table) => table.id === id).sort((a, b) => known(b) - known(a))[0];
}

function withoutDoubles(uses: readonly FieldUse[]): readonly FieldUse[] {
  const isSame = (a: FieldUse, b: FieldUse) => a.indicator === b.indicator && a.effect === b.effect;
  return uses.filter((use, at) => uses.findIndex((other) => isSame(other, use)) === at);
}
