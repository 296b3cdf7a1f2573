/** `xl/styles.xml`: cell formats by number, made anew only where a cell no longer looks as the file says. */

import { builtInFormats } from '../../../shared/files/number-formats.ts';
import type { Style } from '../workbook.ts';
import {
  alignmentElement,
  bordersElement,
  changeFont,
  defined,
  type FontStyle,
  fillElement,
  readAlignment,
  readBorders,
  readFill,
  readFont,
  sides,
} from './appearance.ts';
import { type ColorReader, colorReader } from './colors.ts';
import { child, children, type Element, element, replaceChildren } from './xml.ts';

export interface Look {
  readonly numberFormat: string;
  readonly style: Style;
}

export interface Styles {
  /** Font of cells without one of their own; looks name only what differs from it. */
  readonly font: FontStyle;
  readonly color: ColorReader;
  look(format: number): Look;
  /** Number of a format that looks like this; what the workbook does not model is taken over from format `base`. */
  format(look: Look, base: number): number;
  differential(number: number): Element | undefined;
  /** Number of an equal differential format, added if there is none. */
  addDifferential(format: Element): number;
  /** Number of a number format within differential ones. */
  differentialFormat(code: string): number;
  /** The part as it stands now. */
  readonly root: Element;
}

export function readStyles(root: Element, theme: Element | undefined): Styles {
  const color = colorReader(theme);
  // What is missing is put in only when something is added.
  const missing = new Map<string, Element>();
  const list = (name: string) => {
    const found = child(root, name);
    if (found && found.children.length > 0) return found;
    const made = missing.get(name) ?? element(name, found?.attributes, firsts[name]?.());
    missing.set(name, made);
    return made;
  };
  const add: StyleSheet['add'] = (name, wanted) => {
    for (const each of [...Object.keys(firsts), name]) if (child(root, each) !== list(each)) insert(root, list(each));
    return addTo(list(name), wanted);
  };
  const font = readFont(fontOf(list, children(list('cellXfs'))[0]), color);
  const sheet: StyleSheet = { root, list, add, color, font };
  const looks = new Map<number, Look>();
  const look = (format: number): Look => {
    const known = looks.get(format) ?? readLook(sheet, format);
    looks.set(format, known);
    return known;
  };
  return {
    font,
    color,
    look,
    format: (wanted, base) => {
      const present = look(base);
      return same(present, wanted) ? base : add('cellXfs', changedFormat(sheet, base, present, wanted));
    },
    differential: (number) => children(list('dxfs'))[number],
    addDifferential: (each) => add('dxfs', each),
    differentialFormat: (code) => {
      const present = differentials(list).find(({ attributes }) => attributes.formatCode === code);
      return present ? Number(present.attributes.numFmtId) : freeNumber(list);
    },
    root,
  };
}

/** The lists of the part by their names; one that the file lacks is put in. */
type List = (name: string) => Element;

interface StyleSheet {
  readonly root: Element;
  readonly list: List;
  /** Position of a piece in a list; at its end, added, when the list has no equal. */
  readonly add: (name: string, wanted: Element) => number;
  readonly color: ColorReader;
  readonly font: FontStyle;
}

function readLook({ root, list, color, font }: StyleSheet, format: number): Look {
  const xf = children(list('cellXfs'))[format];
  const id = Number(xf?.attributes.numFmtId ?? 0);
  const fill = children(list('fills'))[Number(xf?.attributes.fillId ?? 0)];
  const borders = children(list('borders'))[Number(xf?.attributes.borderId ?? 0)];
  const style: Style = {
    ...differing(readFont(fontOf(list, xf), color), font),
    ...readFill(fill, color),
    ...readBorders(borders, color),
    ...readAlignment(child(xf, 'alignment')),
    ...(child(xf, 'protection')?.attributes.locked === '0' ? { locked: false } : {}),
  };
  return { numberFormat: ownFormat(root, id) ?? builtInFormats[id] ?? 'General', style };
}

/** Format `base`, which looks like `present`, made to look like `wanted`. */
function changedFormat(sheet: StyleSheet, base: number, present: Look, wanted: Look): Element {
  const { list, add, font } = sheet;
  const standard = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
  const from = children(list('cellXfs'))[base] ?? standard;
  const xf: Element = { name: 'xf', attributes: { ...from.attributes }, children: [...from.children] };
  const set = (key: string, flag: string, value: number) => {
    xf.attributes[key] = String(value);
    xf.attributes[flag] = '1';
  };
  if (wanted.numberFormat !== present.numberFormat)
    set('numFmtId', 'applyNumberFormat', numberFormat(sheet, wanted.numberFormat));
  const [now, then]: [Style, Style] = [
    { ...font, ...present.style },
    { ...font, ...wanted.style },
  ];
  if (!same(fontPart(now), fontPart(then))) {
    const changed = changeFont(fontOf(list, from) ?? element('font'), fontPart(now), fontPart(then));
    set('fontId', 'applyFont', add('fonts', changed));
  }
  if (now.fill !== then.fill) set('fillId', 'applyFill', add('fills', fillElement(then.fill)));
  if (!same(borderPart(now), borderPart(then))) {
    const old = children(list('borders'))[Number(from.attributes.borderId ?? 0)];
    set('borderId', 'applyBorder', add('borders', bordersElement(then, old)));
  }
  setParts(xf, from, now, then);
  return xf;
}

/** Alignment and protection, which a format holds itself. */
function setParts(xf: Element, from: Element, now: Style, then: Style): void {
  const alignment = alignmentElement(then, child(from, 'alignment'));
  replaceChildren(xf, 'alignment', alignment ? [alignment] : [], XF_ORDER);
  if (alignment) xf.attributes.applyAlignment = '1';
  if (now.locked === then.locked) return;
  const hidden = child(from, 'protection')?.attributes.hidden;
  const protection = element('protection', { locked: then.locked === false ? 0 : 1, hidden });
  replaceChildren(xf, 'protection', [protection], XF_ORDER);
  xf.attributes.applyProtection = '1';
}

/** Number of a number format, added if the file has none like it. */
function numberFormat({ root, list, add }: StyleSheet, code: string): number {
  const builtIn = Object.entries(builtInFormats).find(([, each]) => each === code)?.[0];
  if (builtIn !== undefined && ownFormat(root, Number(builtIn)) === undefined) return Number(builtIn);
  const own = list('numFmts');
  const known = children(own).find((each) => each.attributes.formatCode === code);
  if (known) return Number(known.attributes.numFmtId);
  // Numbers below 164 are Excel's own.
  const id = freeNumber(list);
  add('numFmts', element('numFmt', { numFmtId: id, formatCode: code }));
  return id;
}

const freeNumber = (list: List) =>
  [...children(list('numFmts')), ...differentials(list)].reduce(
    (most, { attributes }) => Math.max(most, Number(attributes.numFmtId)),
    163,
  ) + 1;

/** Number formats within differential formats. */
const differentials = (list: List) => children(list('dxfs')).flatMap((each) => child(each, 'numFmt') ?? []);

function ownFormat(root: Element, id: number): string | undefined {
  const formats = children(child(root, 'numFmts'));
  return formats.find((each) => Number(each.attributes.numFmtId) === id)?.attributes.formatCode;
}

function fontOf(list: List, xf: Element | undefined): Element | undefined {
  return children(list('fonts'))[Number(xf?.attributes.fontId ?? 0)];
}

const ORDER = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
const XF_ORDER = ['alignment', 'protection', 'extLst'];

/** Plain cells are number 0 of each list, also in a file that has none. */
const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
const firsts: Readonly<Record<string, () => Element[]>> = {
  fonts: () => [element('font', {}, [element('sz', { val: 11 }), element('name', { val: '宋体' })])],
  fills: () => ['none', 'gray125'].map((patternType) => element('fill', {}, [element('patternFill', { patternType })])),
  borders: () => [element('border')],
  cellXfs: () => [element('xf', plain)],
};

function insert(root: Element, list: Element): Element {
  replaceChildren(root, list.name, [list], ORDER);
  return list;
}

function addTo(list: Element, wanted: Element): number {
  const present = children(list);
  const found = present.findIndex((each) => same(each, wanted));
  if (found >= 0) return found;
  list.children = [...present, wanted];
  list.attributes.count = String(list.children.length);
  return present.length;
}

/** What `font` has and `normal` has not; a bold normal font makes a plain one say `bold: false`. */
function differing(font: FontStyle, normal: FontStyle): FontStyle {
  const keys = new Set([...Object.keys(font), ...Object.keys(normal)]) as Set<keyof FontStyle>;
  const entries = [...keys].filter((key) => font[key] !== normal[key]).map((key) => [key, font[key] ?? fallback(key)]);
  return Object.fromEntries(entries);
}

const fallback = (key: keyof FontStyle) =>
  key === 'color' ? '#000000' : key === 'fontName' || key === 'fontSize' ? undefined : false;

function fontPart({ fontName, fontSize, bold, italic, underline, strike, color }: Style): FontStyle {
  const flag = (value: boolean | undefined) => value || undefined;
  return defined({
    fontName,
    fontSize,
    bold: flag(bold),
    italic: flag(italic),
    underline: flag(underline),
    strike: flag(strike),
    color,
  });
}

const borderPart = (style: Style) => sides.map((side) => style[side] ?? null);

/** Equal as data, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]));
}
