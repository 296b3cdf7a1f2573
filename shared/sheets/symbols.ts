/** Tables and code lists whose keys are symbols: find-references leads from a field or code to all that uses it. */
import { spellings } from '../model/templates.ts';
import type { CodeEntry, CodeList, FieldDef, FieldGuide, Guides, TableDef } from '../model.ts';

type Field<Key extends string = string> = Omit<FieldDef, 'key' | 'by' | 'inner' | 'fallback'> & {
  readonly by?: { readonly field: Key; readonly to: Readonly<Record<string, Key>> };
  readonly inner?: readonly { readonly words: readonly string[]; readonly field: Key }[];
  readonly fallback?: Omit<NonNullable<FieldDef['fallback']>, 'field'> & { readonly field: Key };
};

type Named<Key extends string> = Omit<
  TableDef,
  'fields' | 'key' | 'needs' | 'telling' | 'pivot' | 'remarks' | 'held'
> & {
  readonly key: readonly Key[];
  readonly needs?: readonly (readonly Key[])[];
  readonly telling?: { readonly fields: readonly Key[]; readonly words: readonly string[] };
  readonly pivot?: { readonly item: Key; readonly value: Key };
  readonly held?: { readonly by: readonly Key[]; readonly gives: readonly Key[]; readonly otherwise: string };
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

/**
 * A table by its fields' keys. A key that is misspelt, here or where it is used, does not compile. Synonyms and groups may be
 * templates, `(取得|获得)[证书]日期`; the engine is given their spellings.
 */
export function table<Fields extends Readonly<Record<string, Field>>>(
  def: Named<KeyOf<Fields>> & {
    readonly fields: Fields & { readonly [Key in keyof Fields]: Field<KeyOf<Fields>> };
  },
): Table<Fields> {
  const keys = Object.keys(def.fields) as KeyOf<Fields>[];
  return {
    id: def.id,
    field: Object.fromEntries(keys.map((key) => [key, key])) as object as Table<Fields>['field'],
    def: { ...def, fields: keys.map((key) => ({ key, ...spelled(def.fields[key]!) })) },
  };
}

function spelled<Def extends Field>(field: Def): Def {
  const { synonyms, groups } = field;
  return {
    ...field,
    ...(synonyms && { synonyms: [...new Set(synonyms.flatMap(spellings))] }),
    ...(groups && { groups: [...new Set(groups.flatMap(spellings))] }),
  };
}

/** A code list whose codes are symbols, as the fields of a table are: `MGMT.code.登记`. */
export interface Codes<Entries> {
  readonly id: string;
  readonly code: { readonly [Code in keyof Entries]: Code };
  readonly def: CodeList;
}

/** A code list by its codes. JavaScript puts codes that are whole numbers first, from the smallest: write them so. */
export function codeList<Entries extends Readonly<Record<string, Omit<CodeEntry, 'code'>>>>(
  def: Omit<CodeList, 'entries'> & { readonly entries: Entries },
): Codes<Entries> {
  const list = Object.keys(def.entries) as Extract<keyof Entries, string>[];
  return {
    id: def.id,
    code: Object.fromEntries(list.map((code) => [code, code])) as object as Codes<Entries>['code'],
    def: { ...def, entries: list.map((code) => ({ code, ...def.entries[code]! })) },
  };
}

/** Guidance of a table by its fields' keys: one that is left out, or that the table lacks, does not compile. */
export function guidesOf<Fields>(
  { id }: Table<Fields>,
  guides: { readonly [Key in keyof Fields]: FieldGuide },
): Guides {
  return { [id]: guides };
}
