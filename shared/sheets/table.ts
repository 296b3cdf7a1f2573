import type { FieldDef, TableDef } from '../model.ts';

type Field<Key extends string = string> = Omit<FieldDef, 'key' | 'by' | 'inner' | 'fallback'> & {
  readonly by?: { readonly field: Key; readonly to: Readonly<Record<string, Key>> };
  readonly inner?: readonly { readonly words: readonly string[]; readonly field: Key }[];
  readonly fallback?: Omit<NonNullable<FieldDef['fallback']>, 'field'> & { readonly field: Key };
};

type Named<Key extends string> = Omit<TableDef, 'fields' | 'key' | 'needs' | 'telling' | 'pivot' | 'remarks'> & {
  readonly key: readonly Key[];
  readonly needs?: readonly (readonly Key[])[];
  readonly telling?: { readonly fields: readonly Key[]; readonly words: readonly string[] };
  readonly pivot?: { readonly item: Key; readonly value: Key };
  readonly remarks?: readonly (Omit<NonNullable<TableDef['remarks']>[number], 'field'> & { readonly field: Key })[];
};

type KeyOf<Fields> = Extract<keyof Fields, string>;

/** A table whose fields are symbols: `W02.field.mgmt` is the key of a field, and the way to all that uses it. */
export interface Table<Fields> {
  readonly id: string;
  readonly field: { readonly [Key in keyof Fields]: Key };
  /** What the engine is given: fields in the order in which they are written. */
  readonly def: TableDef;
}

/** A table by its fields' keys. A key that is misspelt, here or where it is used, does not compile. */
export function table<Fields extends Readonly<Record<string, Field>>>(
  def: Named<KeyOf<Fields>> & {
    readonly fields: Fields & { readonly [Key in keyof Fields]: Field<KeyOf<Fields>> };
  },
): Table<Fields> {
  const keys = Object.keys(def.fields) as KeyOf<Fields>[];
  return {
    id: def.id,
    field: Object.fromEntries(keys.map((key) => [key, key])) as object as Table<Fields>['field'],
    def: { ...def, fields: keys.map((key) => ({ key, ...def.fields[key] })) },
  };
}
