/** `clear` of a range or of several areas. */
import { subtractArea } from '../areas.ts';
import type { Area } from '../workbook.ts';
import { notImplemented } from './failures.ts';
import { mayEdit, mayFormat } from './guards.ts';
import type { Place } from './objects.ts';

/**
 * As Excel's own command does, clearing formats also takes merges and conditional formats from the cells, and clearing
 * all their validations too (inferred: Office.js documents contents and formats only).
 */
export function clear(place: Place, applyTo = 'All'): void {
  const { sheet, areas } = place;
  if (applyTo !== 'All' && applyTo !== 'Contents' && applyTo !== 'Formats') {
    throw notImplemented(`clearing ${applyTo}`);
  }
  mayEdit(place);
  if (applyTo !== 'Contents') mayFormat(sheet);
  for (const area of areas) {
    sheet.clear(area, applyTo === 'All' ? 'all' : applyTo === 'Contents' ? 'contents' : 'formats');
    if (applyTo !== 'Contents') sheet.unmerge(area);
  }
  if (applyTo === 'Contents') return;
  sheet.setConditionalFormats(without(sheet.conditionalFormats(), areas));
  if (applyTo === 'All') sheet.setDataValidations(without(sheet.dataValidations(), areas));
}

/** Conditional formats or validations without the areas taken; those of which nothing is left are gone. */
export function without<T extends { readonly areas: readonly Area[] }>(all: readonly T[], taken: readonly Area[]): T[] {
  return all.flatMap((each) => {
    const areas = taken.reduce((rest, area) => rest.flatMap((part) => subtractArea(part, area)), each.areas);
    return areas.length > 0 ? [{ ...each, areas }] : [];
  });
}
