import { catalogue } from '../shared/catalogue.ts';
import type { TableName } from './panes/doubts.ts';

/**
 * What a person can say a sheet or a column is. Lists of protected people are no data, and running numbers no field that
 * anything is counted by.
 */
export const tableNames: readonly TableName[] = catalogue.tables
  .filter(({ marked }) => !marked)
  .map(({ id, name, shape, fields }) => ({
    id,
    name,
    shape,
    fields: fields.filter(({ type }) => type !== 'serial').map(({ key, label }) => ({ key, label })),
  }));
