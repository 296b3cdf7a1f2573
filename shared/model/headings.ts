/** How a field's heading is printed in the template, and looked for where it was lost. */
import type { FieldDef } from './catalogue.ts';

/** Its label, with the unit of its figures in brackets: 常住人口（人）. */
export function headingOf({ label, unit }: Pick<FieldDef, 'label' | 'unit'>): string {
  return unit === undefined ? label : `${label}（${unit}）`;
}
