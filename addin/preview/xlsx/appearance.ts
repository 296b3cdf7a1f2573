/** What fonts, fills, borders, alignment and protection of a file look like in the workbook's terms, and the way back. */
import type { Border, Style } from '../workbook.ts';
import type { ColorReader } from './colors.ts';
import { child, type Element, element } from './xml.ts';

export type FontStyle = Pick<Style, 'fontName' | 'fontSize' | 'bold' | 'italic' | 'underline' | 'strike' | 'color'>;

export function readFont(font: Element | undefined, color: ColorReader): FontStyle {
  const value = (name: string) => child(font, name)?.attributes.val;
  return defined({
    fontName: value('name') ?? value('rFont'),
    fontSize: value('sz') === undefined ? undefined : Number(value('sz')),
    bold: on(font, 'b'),
    italic: on(font, 'i'),
    underline: child(font, 'u') ? value('u') !== 'none' : undefined,
    strike: on(font, 'strike'),
    color: color(child(font, 'color')),
  });
}

/** Only solid fills have a colour in the workbook's terms; hatched and gradient ones stay in the file as they are. */
export function readFill(fill: Element | undefined, color: ColorReader, differential = false): Pick<Style, 'fill'> {
  const pattern = child(fill, 'patternFill');
  const type = pattern?.attributes.patternType;
  // In differential formats (conditional ones) a solid fill has its colour in bgColor and often names no pattern.
  if (differential) return defined({ fill: type === 'none' ? undefined : color(child(pattern, 'bgColor')) });
  return defined({ fill: type === 'solid' ? color(child(pattern, 'fgColor')) : undefined });
}

export function readBorders(border: Element | undefined, color: ColorReader): Partial<Record<Side, Border>> {
  return defined(
    Object.fromEntries(
      sides.map((side) => {
        const line = child(border, side);
        const known = lines.find(([name]) => name === line?.attributes.style);
        return [side, known && { style: known[1], weight: known[2], color: color(child(line, 'color')) ?? '#000000' }];
      }),
    ),
  );
}

export function readAlignment(alignment: Element | undefined): Pick<Style, 'horizontal' | 'vertical' | 'wrap'> {
  const { horizontal, vertical, wrapText } = alignment?.attributes ?? {};
  return defined({
    horizontal: horizontals.find(([name]) => name === horizontal)?.[1],
    vertical: verticals.find(([name]) => name === vertical)?.[1],
    wrap: truthy(wrapText) || undefined,
  });
}

/** `font` with what `wanted` says and `present` does not; the rest (scheme, family, phonetics) stays. */
export function changeFont(font: Element, present: FontStyle, wanted: FontStyle): Element {
  const changed: Element = { ...font, children: [...font.children] };
  const set = (name: string, attributes: Record<string, string | number> | null) => {
    const rest = changed.children.filter((each) => typeof each === 'string' || each.name !== name);
    if (attributes) rest.push(element(name, attributes));
    changed.children = rest;
  };
  if (wanted.bold !== present.bold) set('b', wanted.bold ? {} : null);
  if (wanted.italic !== present.italic) set('i', wanted.italic ? {} : null);
  if (wanted.strike !== present.strike) set('strike', wanted.strike ? {} : null);
  if (wanted.underline !== present.underline) set('u', wanted.underline ? {} : null);
  if (wanted.fontSize !== present.fontSize) set('sz', wanted.fontSize ? { val: wanted.fontSize } : null);
  if (wanted.color !== present.color) set('color', wanted.color ? { rgb: argb(wanted.color) } : null);
  if (wanted.fontName !== present.fontName) {
    set('name', wanted.fontName ? { val: wanted.fontName } : null);
    // A scheme would bring the theme's font back.
    for (const name of ['scheme', 'charset', 'family']) set(name, null);
  }
  changed.children.sort((a, b) => fontOrder.indexOf((a as Element).name) - fontOrder.indexOf((b as Element).name));
  return changed;
}

export function fillElement(color: string | undefined, differential = false): Element {
  if (!color) return element('fill', {}, [element('patternFill', { patternType: 'none' })]);
  const rgb = { rgb: argb(color) };
  return element('fill', {}, [
    differential
      ? element('patternFill', {}, [element('bgColor', rgb)])
      : element('patternFill', { patternType: 'solid' }, [
          element('fgColor', rgb),
          element('bgColor', { indexed: 64 }),
        ]),
  ]);
}

/** Diagonals of `base` stay. */
export function bordersElement(borders: Partial<Record<Side, Border>>, base?: Element): Element {
  const drawn = sides.map((side) => {
    const border = borders[side];
    if (!border) return element(side);
    const line = lines.find(([, style, weight]) => style === border.style && weight === border.weight) ??
      lines.find(([, style]) => style === border.style) ?? ['thin'];
    return element(side, { style: line[0] }, [element('color', { rgb: argb(border.color) })]);
  });
  const others = (base?.children ?? []).filter(
    (each) => typeof each !== 'string' && !sides.includes(each.name as Side),
  );
  return { name: 'border', attributes: base?.attributes ?? {}, children: [...drawn, ...others] };
}

/** Rotation, indent and shrinking of `base` stay. */
export function alignmentElement(style: Style, base?: Element): Element | undefined {
  const { horizontal: _, vertical: __, wrapText: ___, ...rest } = base?.attributes ?? {};
  const alignment = element('alignment', {
    ...rest,
    horizontal: horizontals.find(([, name]) => name === style.horizontal)?.[0],
    vertical: verticals.find(([, name]) => name === style.vertical)?.[0],
    wrapText: style.wrap ? 1 : undefined,
  });
  return Object.keys(alignment.attributes).length > 0 ? alignment : undefined;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';
export const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];

export function truthy(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

export function defined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

function on(parent: Element | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found && (found.attributes.val === undefined || truthy(found.attributes.val)) ? true : undefined;
}

const argb = (color: string) => `FF${color.slice(1).toUpperCase()}`;

const fontOrder = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);

const lines: readonly (readonly [string, Border['style'], Border['weight']])[] = [
  ['thin', 'Continuous', 'Thin'],
  ['hair', 'Continuous', 'Hairline'],
  ['medium', 'Continuous', 'Medium'],
  ['thick', 'Continuous', 'Thick'],
  ['dashed', 'Dash', 'Thin'],
  ['mediumDashed', 'Dash', 'Medium'],
  ['dotted', 'Dot', 'Thin'],
  ['dashDot', 'DashDot', 'Thin'],
  ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'],
  ['mediumDashDotDot', 'DashDotDot', 'Medium'],
  ['double', 'Double', 'Thick'],
  ['slantDashDot', 'SlantDashDot', 'Medium'],
];

const horizontals: readonly (readonly [string, NonNullable<Style['horizontal']>])[] = [
  ['left', 'Left'],
  ['center', 'Center'],
  ['right', 'Right'],
  ['fill', 'Fill'],
  ['justify', 'Justify'],
  ['centerContinuous', 'CenterAcrossSelection'],
  ['distributed', 'Distributed'],
];

const verticals: readonly (readonly [string, NonNullable<Style['vertical']>])[] = [
  ['top', 'Top'],
  ['center', 'Center'],
  ['bottom', 'Bottom'],
  ['justify', 'Justify'],
  ['distributed', 'Distributed'],
];
