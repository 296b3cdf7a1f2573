import { sheets } from '../shared/sheets.ts';
import type { TableName } from './panes/doubts.ts';

/**
 * What a person can say a sheet or a column is. Lists of protected people are no data, and running numbers no field that
 * anything is counted by.
 */
export const tableNames: readonly TableName[] = sheets.tables
  .filter(({ marked }) => !marked)
  .map(({ id, name, shape, fields }) => ({
    id,
    name,
    shape,
    fields: fields.filter(({ type }) => type !== 'serial').map(({ key, label }) => ({ key, label })),
  }));
