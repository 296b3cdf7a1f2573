import type { FieldDef } from '../shared/model.ts';
import { sheets } from '../shared/sheets.ts';
import type { FieldName, TableName } from './panes/names.ts';

/**
 * What a person can say a sheet, a column or a wording is. Lists of protected people are no data, and running numbers no
 * field that anything is counted by.
 */
export const tableNames: readonly TableName[] = sheets.tables
  .filter(({ marked }) => !marked)
  .map(({ id, name, shape, fields }) => ({
    id,
    name,
    shape,
    fields: fields.filter(({ type }) => type !== 'serial').map(fieldName),
  }));

function fieldName({ key, label, type, list }: FieldDef): FieldName {
  const meanings =
    type === 'boolean'
      ? [
          { means: true, label: '是' },
          { means: false, label: '否' },
        ]
      : ((list && sheets.codes[list]?.entries) || []).map(({ code, label }) => ({ means: code, label }));
  return { key, label, ...(meanings.length > 0 && { meanings }) };
}
