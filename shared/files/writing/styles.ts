/** What marks and cells of ours need of the part `styles`: put at the end of its lists, so that all that is there keeps its number. */
import type { CellStyle, FormCondition, MarkLevel } from '../../model.ts';
import { borderColour, colours, looks } from '../../report/looks.ts';
import { childOf, childrenOf, decode, type Element, parse } from '../xml.ts';
import { asciiAttribute } from './drafts.ts';
import type { Edit } from './edits.ts';
import { appended, placeOf, prefixOf } from './elements.ts';
import type { NamedFormats } from './named.ts';

export interface CellLook {
  readonly style: CellStyle;
  /** Excel's code. */
  readonly format: string;
  /** With lines around it. */
  readonly lined: boolean;
}

export interface Styles {
  /** Number of the format of a mark. `sign`: Excel's code for what the cells show; null: a line around them. */
  mark(level: MarkLevel, sign: string | null): number;
  /** Number of the format of what is to be looked at in a sheet to be filled in. */
  condition(look: FormCondition['look']): number;
  /** Number of the format of a cell. */
  cell(look: CellLook): number;
  /** How wide a digit of the usual font is, in pixels: widths of columns are counted in it. */
  readonly digit: number;
  /** What is to be put in for what was asked until now. */
  edits(): readonly Edit[];
}

/** `text` is raw and has nothing of ours to be taken out; numbers in `named` are not for ours. Throws FileProblem. */
export function stylesOf(text: string, named: NamedFormats): Styles {
  const root = parse(text);
  const p = prefixOf(text, root);
  const lists = new Map(Object.keys(beginnings).map((name) => [name, listOf(text, root, name, p, named)]));
  const list = (name: string) => lists.get(name) as List;
  const plain = childrenOf(childOf(root, 'cellXfs'), 'xf')[0]?.attributes;
  const number = (name: string) => plain?.get(name) ?? '0';
  const fonts = childrenOf(childOf(root, 'fonts'), 'font');
  const usual = fonts.length > 0 ? fontPieces(text, fonts[Number(number('fontId'))]) : usualFont(p);

  const fontFor = (style: CellStyle): string => {
    const { bold, font, size, underline } = looks[style];
    const own = new Map<string, string>();
    if (bold) own.set('b', `<${p}b/>`);
    if (underline) own.set('u', `<${p}u/>`);
    if (size) own.set('sz', `<${p}sz val="${size}"/>`);
    if (font) own.set('color', `<${p}color rgb="${argb(font)}"/>`);
    if (own.size === 0) return number('fontId');
    const pieces = [...new Map([...usual, ...own])].sort(([a], [b]) => fontOrder.indexOf(a) - fontOrder.indexOf(b));
    return put(list('fonts'), `<${p}font>${pieces.map(([, piece]) => piece).join('')}</${p}font>`);
  };
  const fillFor = (style: CellStyle): string => {
    const { fill } = looks[style];
    if (!fill) return number('fillId');
    const solid = `<${p}fgColor rgb="${argb(fill)}"/><${p}bgColor indexed="64"/>`;
    return put(list('fills'), `<${p}fill><${p}patternFill patternType="solid">${solid}</${p}patternFill></${p}fill>`);
  };
  const borderFor = (lined: boolean): string => {
    if (!lined) return number('borderId');
    return put(list('borders'), `<${p}border>${linesOf('thin', borderColour)}<${p}diagonal/></${p}border>`);
  };
  const linesOf = (style: string, colour: string): string =>
    ['left', 'right', 'top', 'bottom']
      .map((name) => `<${p}${name} style="${style}"><${p}color rgb="${argb(colour)}"/></${p}${name}>`)
      .join('');
  const codes = codesOfRules(text, root);
  let free = freeCode(text, root);
  const codeFor = (code: string): number => {
    const number = codes.get(code) ?? free++;
    codes.set(code, number);
    return number;
  };

  const numberFor = (format: string): number => {
    const known = formats[format];
    if (known !== undefined) return known;
    const code = asciiAttribute(format);
    const number = codeFor(code);
    put(list('numFmts'), `<${p}numFmt numFmtId="${number}" formatCode="${code}"/>`);
    return number;
  };
  const ruleFor = (level: MarkLevel, shown: string, line: string): number => {
    const { fill, font } = colours[level];
    const bold = level === 'gap' ? `<${p}b/>` : '';
    const letters = `<${p}font>${bold}<${p}color rgb="${argb(font)}"/></${p}font>`;
    const ground = `<${p}fill><${p}patternFill><${p}bgColor rgb="${argb(fill)}"/></${p}patternFill></${p}fill>`;
    return Number(put(list('dxfs'), `<${p}dxf>${letters}${shown}${ground}${line}</${p}dxf>`));
  };

  const cellFor = ({ style, format, lined }: CellLook): number => {
    const { align } = looks[style];
    const [font, fill, border] = [fontFor(style), fillFor(style), borderFor(lined)];
    const horizontal = align ? ` horizontal="${align.toLowerCase()}"` : '';
    const xf =
      `<${p}xf numFmtId="${numberFor(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="${number('xfId')}"` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<${p}alignment${horizontal} vertical="top" wrapText="1"/></${p}xf>`;
    return Number(put(list('cellXfs'), xf));
  };
  /** Numbers by look: there are few looks and many cells. */
  const cells = new Map<string, number>();

  return {
    digit: digitOf(usual),
    mark: (level, sign) => {
      const code = sign === null ? null : asciiAttribute(sign);
      const shown = code === null ? '' : `<${p}numFmt numFmtId="${codeFor(code)}" formatCode="${code}"/>`;
      const line = sign === null ? `<${p}border>${linesOf('dashed', colours[level].font)}</${p}border>` : '';
      return ruleFor(level, shown, line);
    },
    condition: (look) =>
      look === 'lined'
        ? Number(put(list('dxfs'), `<${p}dxf><${p}border>${linesOf('thin', borderColour)}</${p}border></${p}dxf>`))
        : ruleFor(look, '', ''),
    cell: (look) => {
      const key = `${look.style} ${look.format} ${look.lined}`;
      const number = cells.get(key) ?? cellFor(look);
      cells.set(key, number);
      return number;
    },
    edits: () =>
      [...lists.values()].every(({ added }) => added.length === 0)
        ? []
        : [...lists].flatMap(([name, each]) => editsOf(text, root, p, name, each)),
  };
}

/** Numbers that rules have already, by raw code: marks that stay beside new ones share theirs. */
function codesOfRules(text: string, root: Element): Map<string, number> {
  const rules = childOf(root, 'dxfs');
  const given = rules ? text.slice(rules.from, rules.to) : '';
  const all = given.matchAll(/\snumFmtId\s*=\s*"(\d+)"\s+formatCode\s*=\s*"([^"]*)"/g);
  return new Map([...all].map(([, number, code]) => [code!, Number(number)]));
}

/** First number of a number format that is nobody's: below 164 they are Excel's own. */
function freeCode(text: string, root: Element): number {
  const numbers = [childOf(root, 'numFmts'), childOf(root, 'dxfs')].flatMap((element) =>
    element ? [...text.slice(element.from, element.to).matchAll(/\snumFmtId\s*=\s*["'](\d+)["']/g)] : [],
  );
  return numbers.reduce((most, [, number]) => Math.max(most, Number(number)), 163) + 1;
}

/** For a file that has no part `styles`: its plain cells look as they did. */
export const noStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>';

interface List {
  /** What the part has; undefined where the list is missing. */
  readonly element: Element | undefined;
  /** Number of each piece that is in it, as it is written. */
  readonly numbers: Map<string, number>;
  /** Of what the list must begin with and did not. */
  readonly first: readonly string[];
  readonly added: string[];
  /** Numbers that are not to be given, and what is put there. */
  readonly named: ReadonlySet<number>;
  readonly plain: string;
}

function listOf(text: string, root: Element, name: string, p: string, named: NamedFormats): List {
  const element = childOf(root, name);
  const present = element?.children.map(({ from, to }) => text.slice(from, to)) ?? [];
  const first = present.length > 0 ? [] : (beginnings[name] ?? (() => []))(p);
  const numbers = new Map<string, number>();
  for (const [at, piece] of [...present, ...first].entries()) if (!numbers.has(piece)) numbers.set(piece, at);
  const all = { element, numbers, first, added: [] };
  if (name === 'cellXfs') return { ...all, named: named.cells, plain: present[0] ?? first[0] ?? '' };
  return { ...all, named: name === 'dxfs' ? named.rules : new Set(), plain: `<${p}dxf/>` };
}

/** Number of a piece in its list, at the end of which it is put unless the list has it. */
function put({ element, numbers, first, added, named, plain }: List, piece: string): string {
  const known = numbers.get(piece);
  if (known !== undefined) return String(known);
  let number = (element?.children.length ?? 0) + first.length + added.length;
  for (; named.has(number); number++) added.push(plain);
  added.push(piece);
  numbers.set(piece, number);
  return String(number);
}

function editsOf(
  text: string,
  root: Element,
  p: string,
  name: string,
  { element, first, added }: List,
): readonly Edit[] {
  if (added.length === 0 && !(name in needed && (!element || element.children.length === 0))) return [];
  const pieces = [...first, ...added];
  const inner = pieces.join('');
  const count = String((element?.children.length ?? 0) + pieces.length);
  if (element) return appended(text, element, inner, { count });
  const at = placeOf(root, name, order);
  return [{ from: at, to: at, text: `<${p}${name} count="${count}">${inner}</${p}${name}>` }];
}

/** Pieces of a font by name, as they are written. */
function fontPieces(text: string, font: Element | undefined): ReadonlyMap<string, string> {
  return new Map(font?.children.map(({ name, from, to }) => [name, text.slice(from, to)]));
}

/** 宋体, as Excel's is in Chinese. */
const usualFont = (p: string): ReadonlyMap<string, string> =>
  new Map([
    ['sz', `<${p}sz val="11"/>`],
    ['name', `<${p}name val="&#23435;&#20307;"/>`],
  ]);

/** Digits of Chinese fonts are half as wide as they are high, others a bit less; Excel counts in whole pixels. */
function digitOf(font: ReadonlyMap<string, string>): number {
  const value = (piece: string) => decode(/\bval\s*=\s*["']([^"']*)/.exec(font.get(piece) ?? '')?.[1] ?? '');
  const high = (Number(value('sz')) || 11) / 0.75;
  return chinese.test(value('name')) ? Math.ceil(high / 2) : Math.round(high * 0.5);
}

// Raw, a sign may be its three bytes.
const chinese =
  /\p{Script=Han}|[\u00e4-\u00e9][\u0080-\u00bf]{2}|^(?:sim|deng|fang|kai|microsoft y|noto s\w+ cjk|song)/iu;

const argb = (colour: string) => `FF${colour.slice(1).toUpperCase()}`;

/** Excel's own numbers of formats. */
const formats: Readonly<Record<string, number>> = { General: 0, '0.00': 2, '0.00%': 10, '@': 49 };

/** What stands in front of ours in a list that was missing or empty: plain cells are number 0 of each. */
const beginnings: Readonly<Record<string, (p: string) => readonly string[]>> = {
  numFmts: () => [],
  fonts: (p) => [`<${p}font>${[...usualFont(p).values()].join('')}</${p}font>`],
  fills: (p) => ['none', 'gray125'].map((type) => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`),
  borders: (p) => [`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`],
  cellStyleXfs: (p) => [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`],
  cellXfs: (p) => [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`],
  dxfs: () => [],
};

/** Lists that Excel asks for when there is any other. */
const needed: Readonly<Record<string, true>> = {
  fonts: true,
  fills: true,
  borders: true,
  cellStyleXfs: true,
  cellXfs: true,
};

/** Children of `<styleSheet>`, ECMA-376 part 1, 18.8.39, and of a font as Excel writes them. */
const order = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
const fontOrder = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);
