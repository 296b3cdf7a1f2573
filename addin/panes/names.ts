/** The words of the catalogue for tables, fields and codes, which the pane gets with every answer. */
import type { ListKind, Place, TableReport } from '../../shared/model.ts';

/** What a wording can mean: an entry of the field's list, yes or no. */
export interface Meaning {
  readonly means: string | boolean;
  readonly label: string;
}

export interface FieldName {
  readonly key: string;
  readonly label: string;
  /** Absent where the field has no list: figures, dates, names. */
  readonly meanings?: readonly Meaning[];
}

/** A table of the catalogue by its words; one id may have several layouts. */
export interface TableName {
  readonly id: string;
  readonly name: string;
  readonly shape: 'list' | 'form';
  readonly fields: readonly FieldName[];
}

/** A list that was read, by its words. */
export interface ReadTable extends Place {
  readonly id: string;
  readonly name: string;
  readonly kind: ListKind;
  readonly shape: 'list' | 'form';
  /** Rows in which anything stands below its headings; none of a form. */
  readonly rows: readonly ReadRow[];
}

export interface ReadRow {
  /** 1-based. */
  readonly row: number;
  /** By its first words it sums up others. */
  readonly isSum: boolean;
}

/** Of several layouts the one that knows most of the columns. */
export function namesOf({ id, columns }: TableReport, names: readonly TableName[]): TableName | null {
  const keys = new Set(columns.map(({ field }) => field));
  const known = ({ fields }: TableName) => fields.filter(({ key }) => keys.has(key)).length;
  return names.filter((one) => one.id === id).sort((a, b) => known(b) - known(a))[0] ?? null;
}
