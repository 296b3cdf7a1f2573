/** What a catalogue has under a name; each answer is what is wrong, in words. */
import { serialOf } from '../../../../shared/model/days.ts';
import type { CheckCatalogue, FieldDef, FieldType } from '../../../../shared/model.ts';

export type Faults = readonly string[];

export const NUMBERS: readonly FieldType[] = ['count', 'amount', 'ratio'];

export function fieldsOf(table: string, catalogue: CheckCatalogue): readonly FieldDef[] {
  return catalogue.tables.filter(({ id }) => id === table).flatMap(({ fields }) => fields);
}

export function tableFaults(tables: readonly string[], catalogue: CheckCatalogue): Faults {
  return tables
    .filter((table) => !catalogue.tables.some(({ id }) => id === table))
    .map((table) => `目录里没有表“${table}”。`);
}

/** With `types`, the fields must also hold such values. */
export function fieldFaults(
  fields: readonly (string | undefined)[],
  table: string,
  catalogue: CheckCatalogue,
  types?: readonly FieldType[],
): Faults {
  const known = fieldsOf(table, catalogue);
  if (known.length === 0) return tableFaults([table], catalogue);
  return fields.flatMap((field) => {
    if (field === undefined) return [];
    const defs = known.filter(({ key }) => key === field);
    if (defs.length === 0) return [`表“${table}”没有字段“${field}”。`];
    if (types && !defs.some(({ type }) => types.includes(type)))
      return [`表“${table}”的字段“${field}”不是这里要的那一类。`];
    return [];
  });
}

export function codeFaults(codes: readonly string[], field: string, table: string, catalogue: CheckCatalogue): Faults {
  const lists = fieldsOf(table, catalogue).flatMap((def) => (def.key === field && def.list ? [def.list] : []));
  if (lists.length === 0) return [`表“${table}”的字段“${field}”没有代码表。`];
  const known = new Set(lists.flatMap((list) => catalogue.codes[list]?.entries.map(({ code }) => code) ?? []));
  return codes.filter((code) => !known.has(code)).map((code) => `代码表“${lists[0]}”没有代码“${code}”。`);
}

/** Items of a checklist are codes of one of its columns. */
export function itemFaults(items: readonly string[], table: string, catalogue: CheckCatalogue): Faults {
  const lists = fieldsOf(table, catalogue).flatMap(({ list, type }) => (list && type === 'code' ? [list] : []));
  const known = new Set(lists.flatMap((list) => catalogue.codes[list]?.entries.map(({ code }) => code) ?? []));
  return [
    ...tableFaults([table], catalogue),
    ...items.filter((item) => !known.has(item)).map((item) => `代码表“${lists[0]}”没有代码“${item}”。`),
  ];
}

export function identityFaults(identity: string, table: string | null, catalogue: CheckCatalogue): Faults {
  const def = catalogue.identities[identity];
  if (!def) return [`没有“${identity}”这种辨认同一事物的办法。`];
  return table && def.table !== table ? [`“${identity}”辨认的是表“${def.table}”的各行，不是表“${table}”的。`] : [];
}

export function dayFaults(...days: readonly (string | undefined)[]): Faults {
  const wrong = days.filter((day) => day !== undefined && Number.isNaN(serialOf(day)));
  return wrong.length > 0 ? ['日期须为存在的日期，写作 2021-05-31。'] : [];
}

export function emptyFaults(texts: Readonly<Record<string, string | undefined>>): Faults {
  return Object.entries(texts).flatMap(([what, text]) => (text?.trim() ? [] : [`${what}不得空白。`]));
}

export function twiceFaults(what: string, ids: readonly string[]): Faults {
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => `${what}“${id}”重复。`);
}

/** Puts the place before what is wrong there. */
export const at = (place: string, faults: Faults): Faults => faults.map((fault) => `${place}：${fault}`);
