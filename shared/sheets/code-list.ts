import type { CodeEntry, CodeList } from '../model.ts';

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
