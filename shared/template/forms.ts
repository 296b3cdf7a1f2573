/** A form of the template: a label and beside it the cell for its value, one below the other. */
import { cellAddress } from '../model/addresses.ts';
import type { Policy, TemplateKind } from '../model.ts';
import { formConditions } from './conditions.ts';
import type { FormBlock } from './layout.ts';
import { cell, fieldOf, formatOf, headingsOf, type Part, type Row } from './sheets.ts';
import { validationOf } from './validations.ts';

/** 0-based column of the values. */
const values = 1;

/** `top` is the 0-based row of its first line; `head` are the lines above the labels. */
export function formPart(
  { table, fields: keys }: FormBlock,
  top: number,
  head: readonly Row[],
  policy: Policy,
  kind: TemplateKind,
): Part {
  const fields = keys.map((key) => fieldOf(table, key));
  const first = top + head.length;
  const areaOf = (at: number) => cellAddress(first + at, values);
  const rowOf = (key: string) => (keys.includes(key) ? first + keys.indexOf(key) : -1);
  return {
    rows: [
      ...head,
      ...headingsOf(table, keys).map((heading) => ({ cells: [cell(heading, 'label'), cell(null, 'entry')] })),
    ],
    formats: fields.flatMap((field, at) => {
      const format = formatOf(field);
      return format === null ? [] : { area: areaOf(at), format };
    }),
    validations: fields.flatMap((field, at) => validationOf(table, field, areaOf(at), false, kind) ?? []),
    conditions: formConditions(table, fields, rowOf, values, policy),
    beyond: 0,
  };
}
