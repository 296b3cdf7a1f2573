/** A list of the template: title, lines for the hand, headings, sums, example, and the lines to be filled in. */
import { addressOf, cellAddress, columnName } from '../model/addresses.ts';
import type { Area, FieldDef, FormCondition, Policy, TemplateKind } from '../model.ts';
import { listConditions } from './conditions.ts';
import { itemsOf } from './items.ts';
import type { ListBlock } from './layout.ts';
import { cell, fieldOf, formatOf, headingsOf, type Part, type Row, spanning } from './sheets.ts';
import { validationOf } from './validations.ts';
import { exampleMark, headLine, signatures, sumMark, unitLine } from './words.ts';

/** `top` is the 0-based row of its title. `isAlone`: it has the sheet to itself and may grow. */
export function listPart(
  block: ListBlock,
  top: number,
  isAlone: boolean,
  policy: Policy,
  kind: TemplateKind,
  title: string,
): Part {
  const { table, units, isSummed, spare } = block;
  const fields = block.fields.map((key) => fieldOf(table, key));
  const head: readonly Row[] = [
    ...(top === 0
      ? [spanning(title, 'title'), spanning(headLine(units), 'text'), spanning(signatures, 'text')]
      : [spanning(title, 'subtitle'), ...unitLine(units).map((line) => spanning(line, 'text'))]),
    { cells: headingsOf(table, block.fields).map((heading) => cell(heading, 'heading')) },
  ];
  const given = givenLines(block, policy);
  const example = top + head.length + Number(isSummed);
  const lines = given.length + spare;
  const area = { top: example, bottom: example + lines };
  const columnOf = (key: string) => block.fields.indexOf(key);
  const within = (column: number) => addressOf({ ...area, left: column, right: column });
  return {
    rows: [
      ...head,
      ...(isSummed ? [sumRow(fields, area)] : []),
      exampleRow(fields),
      ...(isAlone && given.length === 0 ? [] : drawn(block, given)),
    ],
    formats: fields.flatMap((field, column) => {
      const format = formatOf(field);
      return format === null ? [] : { area: within(column), format };
    }),
    validations: fields.flatMap((field, column) => validationOf(table, field, within(column), isSummed, kind) ?? []),
    conditions: [
      ...listConditions(table, fields, columnOf, area, policy),
      ...(isAlone || spare === 0
        ? []
        : [linesOfFilled({ top: area.bottom - spare + 1, bottom: area.bottom }, fields.length)]),
    ],
    beyond: isAlone && given.length === 0 ? spare : 0,
  };
}

/** Of lines that nothing is drawn of: each has its lines as soon as something stands in it. */
function linesOfFilled({ top, bottom }: Pick<Area, 'top' | 'bottom'>, columns: number): FormCondition {
  const area = addressOf({ top, bottom, left: 0, right: columns - 1 });
  return { area, formula: `COUNTA($A${top + 1}:$${columnName(columns - 1)}${top + 1})>0`, look: 'lined' };
}

function exampleRow(fields: readonly FieldDef[]): Row {
  return {
    cells: fields.map(({ example }, column) => {
      if (column === 0) return cell(exampleMark, 'example');
      return cell(example === undefined ? null : String(example), 'example');
    }),
  };
}

/** Sums from the example, which is text, to the last line, so that a line put in anywhere between is counted. */
function sumRow(fields: readonly FieldDef[], { top, bottom }: { readonly top: number; readonly bottom: number }): Row {
  return {
    cells: fields.map(({ type }, column) => {
      if (column === 0) return cell(sumMark, 'total');
      if (type !== 'count' && type !== 'amount') return cell(null, 'total');
      return cell(0, 'total', `SUM(${cellAddress(top, column)}:${cellAddress(bottom, column)})`);
    }),
  };
}

/** Field key → what stands there from the start. */
type Given = Readonly<Record<string, string>>;

function givenLines({ given }: ListBlock, policy: Policy): readonly Given[] {
  if (given === null) return [];
  const list = given.of === 'items' ? itemsOf(policy) : given.of.entries;
  return list.map(({ code, label }) =>
    // Of two fields the first has the code, the last always the word.
    Object.fromEntries(given.fields.map((key, at) => [key, at < given.fields.length - 1 ? code : label])),
  );
}

function drawn({ fields, spare }: ListBlock, given: readonly Given[]): readonly Row[] {
  return Array.from({ length: given.length + spare }, (_, at) => ({
    cells: fields.map((key, column) => {
      const text = given[at]?.[key];
      if (at >= given.length) return cell(null, 'text');
      if (column === 0 && at < given.length) return cell(at + 1, 'text');
      return text === undefined ? cell(null, 'entry') : cell(text, 'text');
    }),
  }));
}
