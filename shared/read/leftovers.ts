/** Lines of the template's example that somebody typed over in part: what is left of it is nobody's own (decision read-35). */
import { isExampleOf } from '../model/asides.ts';
import { communityField } from '../model/catalogue.ts';
import type { FieldDef, FieldType, Leftover } from '../model.ts';
import type { Body } from './bodies.ts';

/** One cell may say by chance what the example says. */
const LEAST_ALIKE = 2;
/** Two figures of this size in one line are not the example's by chance. */
const TELLING_FIGURE = 100;
const FIGURES: ReadonlySet<FieldType> = new Set(['count', 'amount']);
/** Many lines say the same in these. */
const COMMON: ReadonlySet<FieldType> = new Set(['serial', 'code', 'codes', 'boolean']);

/**
 * Null where the line is somebody's own. It is not where more than half of the cells are the example's, or half of them as
 * text, which the template writes figures and days as.
 */
export function leftoverIn({ grid, fields }: Body, row: number): Leftover | null {
  const telling = fields.filter(({ field }) => tells(field));
  const alike = telling.filter(({ field, index }) => isExampleOf(field, grid.cell(row, index)));
  if (alike.length < LEAST_ALIKE) return null;
  const texts = alike.filter(({ index }) => typeof grid.cell(row, index) === 'string');
  const figures = alike.filter(({ field }) => FIGURES.has(field.type) && Number(field.example) >= TELLING_FIGURE);
  const isLeft =
    alike.length * 2 > telling.length || texts.length * 2 >= telling.length || figures.length >= LEAST_ALIKE;
  return isLeft ? { row, columns: alike.map(({ index }) => index) } : null;
}

function tells({ key, type, personal, example }: FieldDef): boolean {
  return example !== undefined && !COMMON.has(type) && personal !== 'text' && key !== communityField;
}
