import type { CodeEntry, FieldDef } from '../../../shared/model.ts';
import { sheets } from '../../../shared/sheets.ts';

/** Of all layouts of a table. */
export function fieldsOf(table: string): readonly FieldDef[] {
  return sheets.tables.filter(({ id }) => id === table).flatMap(({ fields }) => fields);
}

export function tableName(id: string): string {
  return sheets.tables.find((table) => table.id === id)!.name;
}

export function labelOf(table: string, key: string): string {
  return fieldsOf(table).find((field) => field.key === key)!.label;
}

/** What may stand in a cell of this field and is read without a question: words that are taken only with one are left out. */
export function choicesOf({ type, list }: FieldDef): readonly string[] {
  if (type === 'boolean') return ['是', '否'];
  return entriesOf(list).map(({ label }) => label);
}

/** `“登记”“备案”`: those of the codes that people are offered. A label that has quotes itself gets none. */
export function labelsIn(table: string, key: string, codes: readonly string[]): string {
  const field = fieldsOf(table).find((one) => one.key === key);
  return entriesOf(field?.list)
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => (label.includes('“') ? label : `“${label}”`))
    .join('');
}

function entriesOf(list: string | undefined): readonly CodeEntry[] {
  const entries = (list && sheets.codes[list]?.entries) || [];
  return entries.filter(({ doubtful, synonyms }) => doubtful === undefined || synonyms !== undefined);
}
