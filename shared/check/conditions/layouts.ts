/** Looking things up in the catalogue of tables: by id, by role, and of several layouts the one that was printed. */
import type { CheckCatalogue, FieldDef, Role, Table, TableDef } from '../../model.ts';

export interface Layouts {
  /** The first of the layouts of each id. */
  readonly tableDefs: ReadonlyMap<string, TableDef>;
  readonly fieldDefs: ReadonlyMap<string, ReadonlyMap<string, FieldDef>>;
  readonly fieldKeys: ReadonlyMap<string, readonly string[]>;
  readonly byRole: ReadonlyMap<Role, readonly string[]>;
}

const known = new WeakMap<CheckCatalogue, Layouts>();

/** A catalogue is looked up in by every evaluation, and never changes. */
export function layoutsIn(catalogue: CheckCatalogue): Layouts {
  let layouts = known.get(catalogue);
  if (!layouts) {
    layouts = index(catalogue);
    known.set(catalogue, layouts);
  }
  return layouts;
}

function index(catalogue: CheckCatalogue): Layouts {
  const tableDefs = new Map<string, TableDef>();
  const byRole = new Map<Role, readonly string[]>();
  const fieldDefs = new Map<string, Map<string, FieldDef>>();
  for (const def of catalogue.tables) {
    if (!tableDefs.has(def.id)) {
      tableDefs.set(def.id, def);
      byRole.set(def.role, [...(byRole.get(def.role) ?? []), def.id]);
    }
    const fields = fieldDefs.get(def.id) ?? new Map<string, FieldDef>();
    for (const field of def.fields) if (!fields.has(field.key)) fields.set(field.key, field);
    fieldDefs.set(def.id, fields);
  }
  const fieldKeys = new Map([...fieldDefs].map(([id, fields]) => [id, [...fields.keys()]]));
  return { tableDefs, fieldDefs, fieldKeys, byRole };
}

/**
 * Of several layouts of a table the one that it was printed in: it knows most of the columns. A form printed as a list of
 * one line, or the other way round, has its fields all the same.
 */
export function layoutOf({ id, shape, columns }: Table, { tables }: CheckCatalogue): TableDef | undefined {
  const defs = tables.filter((def) => def.id === id);
  const alike = defs.filter((def) => def.shape === shape);
  const [first, ...others] = alike.length > 0 ? alike : defs;
  if (!first || others.length === 0) return first;
  const keys = new Set(columns.map(({ field }) => field));
  const known = ({ fields }: TableDef) => fields.filter(({ key }) => keys.has(key)).length;
  return others.reduce((best, def) => (known(def) > known(best) ? def : best), first);
}
