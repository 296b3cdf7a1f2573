/** `<conditionalFormatting>`: rules in and out. What a rule says beyond the workbook's terms travels in `rest`. */
import { numbersFor } from '../../../shared/files/writing/marks.ts';
import { levelOf } from '../../../shared/model/ours.ts';
import type { ConditionalFormat, Sheet } from '../workbook.ts';
import {
  bordersElement,
  changeFont,
  defined,
  fillElement,
  readBorders,
  readFill,
  readFont,
  sides,
  truthy,
} from './appearance.ts';
import { readAreas, writeAreas } from './formulas.ts';
import type { SheetOrigin } from './origins.ts';
import { type Styles, same } from './styles.ts';
import { child, children, type Element, element, textOf } from './xml.ts';

interface Rest {
  /** Attributes of the block around the rule, and of the rule itself. */
  readonly block: Readonly<Record<string, string>>;
  readonly rule: Readonly<Record<string, string>>;
  /** Scales, bars, icons, extensions. */
  readonly children: readonly Element[];
  /** The format as the file had it, when it says more than `style` can. */
  readonly format: Element | null;
}

export function readConditionalFormats(sheet: Element, styles: Styles): Omit<ConditionalFormat, 'id'>[] {
  const rules = children(sheet, 'conditionalFormatting').flatMap((block) =>
    children(block, 'cfRule').map((rule) => ({ block, rule, priority: Number(rule.attributes.priority ?? 0) })),
  );
  rules.sort((a, b) => a.priority - b.priority);
  return rules.map(({ block, rule }) => {
    const { type = 'expression', operator, dxfId, priority: _, stopIfTrue, ...ruleRest } = rule.attributes;
    const { sqref, ...blockRest } = block.attributes;
    const [formula, formula2] = children(rule, 'formula').map((each) => `=${textOf(each)}`);
    const format = dxfId === undefined ? undefined : styles.differential(Number(dxfId));
    const style = readStyle(format, styles);
    const kind = types[type] ?? 'PresetCriteria';
    // Several kinds of the file are one in Office.js: theirs is kept.
    const kept = kind === 'Custom' || kind === 'CellValue' ? {} : defined({ type, operator });
    const rest: Rest = {
      block: blockRest,
      rule: { ...ruleRest, ...kept } as Record<string, string>,
      children: children(rule).filter((each) => each.name !== 'formula'),
      format:
        format && !same(format, formatElement(style, { differentialFormat: () => numberOf(format) })) ? format : null,
    };
    const plain = same(rest, { block: {}, rule: {}, children: [], format: null });
    return {
      areas: readAreas(sqref),
      type: kind,
      formula: formula ?? null,
      formula2: formula2 ?? null,
      operator: kind === 'CellValue' ? (operators[operator ?? 'equal'] ?? null) : null,
      stopIfTrue: truthy(stopIfTrue),
      style,
      ...(plain ? {} : { rest }),
    };
  });
}

/** `root` is the sheet as it was opened; rules of extensions in it make room for ours. */
export function writeConditionalFormats(
  sheet: Sheet,
  styles: Styles,
  root: Element,
  origin: SheetOrigin | undefined,
): Element[] {
  const rules = sheet.conditionalFormats();
  const before = origin && origin.shifts.length === 0 ? theirs(origin.opened.conditionalFormats) : undefined;
  const now = theirs(rules.map(({ id: _, ...rule }) => rule));
  if (!before || !same(now, before)) return rules.map((each, at) => written(each, at + 1, styles));
  // Theirs are as they were: they keep what they say, and their order among those of extensions.
  const kept = children(root, 'conditionalFormatting').flatMap((block) => {
    const left = children(block, 'cfRule').filter((rule) => levelOf(textOf(child(rule, 'formula'))) === null);
    return left.length > 0 ? [{ ...block, children: left }] : [];
  });
  const numbered = [...kept.flatMap((block) => children(block, 'cfRule')), ...extended(child(root, 'extLst'))].filter(
    ({ attributes }) => attributes.priority !== undefined,
  );
  const ours = rules.filter(({ formula }) => levelOf(formula) !== null);
  const pivot = kept.some(({ attributes }) => truthy(attributes.pivot));
  const numbers = numbered.map(({ attributes }) => Number(attributes.priority));
  const [first, shift] = numbersFor(ours.length, numbers, pivot);
  if (ours.length > 0 && shift > 0)
    for (const { attributes } of numbered) attributes.priority = String(Number(attributes.priority) + shift);
  return [...ours.map((each, at) => written(each, first + at, styles)), ...kept];
}

/** Without our marks. */
export const theirs = (rules: readonly Omit<ConditionalFormat, 'id'>[]) =>
  rules.filter(({ formula }) => levelOf(formula) === null);

function extended(within: Element | undefined): Element[] {
  return children(within).flatMap((each) => (each.name.endsWith(':cfRule') ? [each] : extended(each)));
}

function written(each: ConditionalFormat, priority: number, styles: Styles): Element {
  const rest = each.rest as Rest | undefined;
  const kept = rest?.format && same(readStyle(rest.format, styles), each.style) ? rest.format : undefined;
  const format = kept ?? (Object.keys(each.style).length > 0 ? formatElement(each.style, styles) : undefined);
  const formulas = [each.formula, each.formula2].filter((formula) => formula !== null);
  const rule = element(
    'cfRule',
    {
      type: each.type === 'CellValue' ? 'cellIs' : 'expression',
      ...rest?.rule,
      dxfId: format && styles.addDifferential(format),
      priority,
      stopIfTrue: each.stopIfTrue ? 1 : undefined,
      operator: each.type === 'CellValue' ? keyOf(operators, each.operator) : rest?.rule.operator,
    },
    [...formulas.map((formula) => element('formula', {}, [formula.replace(/^=/, '')])), ...(rest?.children ?? [])],
  );
  return element('conditionalFormatting', { ...rest?.block, sqref: writeAreas(each.areas) }, [rule]);
}

function readStyle(format: Element | undefined, { color }: Styles): ConditionalFormat['style'] {
  const { fontName: _, fontSize: __, ...font } = readFont(child(format, 'font'), color);
  const numberFormat = child(format, 'numFmt')?.attributes.formatCode;
  return {
    ...font,
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...readFill(child(format, 'fill'), color, true),
    ...readBorders(child(format, 'border'), color),
  };
}

const numberOf = (format: Element) => Number(child(format, 'numFmt')?.attributes.numFmtId);

export function formatElement(
  style: ConditionalFormat['style'],
  { differentialFormat }: Pick<Styles, 'differentialFormat'>,
): Element {
  const { fill, top, left, bottom, right, numberFormat, ...font } = style;
  const written: Element[] = [];
  if (Object.values(font).some(Boolean)) written.push(changeFont(element('font'), {}, font));
  if (numberFormat)
    written.push(element('numFmt', { numFmtId: differentialFormat(numberFormat), formatCode: numberFormat }));
  if (fill) written.push(fillElement(fill, true));
  if (sides.some((side) => style[side])) written.push(bordersElement({ top, left, bottom, right }));
  return element('dxf', {}, written);
}

const keyOf = (map: Readonly<Record<string, string>>, value: string | null) =>
  Object.entries(map).find(([, each]) => each === value)?.[0];

const types: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
};

const operators: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThanOrEqual: 'LessThanOrEqual',
};
