/** A sheet of ours in its part: what we write stands in the place of what we wrote before, all else of the part stays. */
import { addressOf, cellAddress, parseAddress } from '../../model/addresses.ts';
import type { EntrySheet, PaperSheet, PlanCell } from '../../model.ts';
import {
  areaFormats,
  columnPoints,
  contentOf,
  fittedHeight,
  formatOf,
  formFormatOf,
  goesOn,
  heightOf,
  isForm,
  linedRows,
} from '../../report/drawn.ts';
import { tabColour } from '../../report/looks.ts';
import { filteredRows, footer, margins } from '../../report/pages.ts';
import { attribute, childOf, childrenOf, cursorOf, isNamed, leave, next, parse } from '../xml.ts';
import { ascii } from './drafts.ts';
import { type Edit, spliced } from './edits.ts';
import { placeOf, prefixOf, removed } from './elements.ts';
import { conditionsText, validationsText } from './forms.ts';
import { acrossOurs } from './scoped.ts';
import type { Spaces } from './spaces.ts';
import type { Styles } from './styles.ts';

/** A new sheet, before it is filled. */
export function emptySheet({ main, office }: Spaces): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData/></worksheet>`
  );
}

/** How a cell holds a text: all that stands in its tag behind place and style, and in it. `p` is the prefix of elements. */
export type Holding = (content: string, p: string) => string;

/**
 * `text` is raw: a new sheet, or one of ours as it was saved last. Columns to the right of ours stay with the person. The
 * workbook's list of texts is the person's: without `holding` each cell has its own within it.
 */
export function filled(text: string, plan: PaperSheet | EntrySheet, styles: Styles, holding: Holding = within): string {
  const cells = withoutCells(text);
  const root = parse(cells.rest);
  const p = prefixOf(cells.rest, root);
  const right = plan.widths.length;
  const beside = besideOurs(cells.data, right);
  const merges = childrenOf(childOf(root, 'mergeCells'), 'mergeCell')
    .map(({ attributes }) => attributes.get('ref') ?? '')
    .filter((ref) => (parseAddress(ref)?.left ?? 0) >= right);
  const columns = childrenOf(childOf(root, 'cols'), 'col').filter(
    ({ attributes }) => Number(attributes.get('min')) > right,
  );

  const put = (name: string, inner: string): readonly Edit[] => {
    const present = childrenOf(root, name);
    const at = present[0]?.from ?? placeOf(root, name, order);
    return [...present.map(removed), { from: at, to: at, text: inner }];
  };
  return spliced(cells.rest, [
    ...put('sheetPr', sheetProperties(cells.rest, root, p)),
    ...put('dimension', ''),
    ...put('sheetViews', views(plan, p)),
    ...put(
      'cols',
      [
        `<${p}cols>`,
        ...widths(plan, p, styles),
        ...columns.map(({ from, to }) => cells.rest.slice(from, to)),
        `</${p}cols>`,
      ].join(''),
    ),
    ...put('sheetData', `<${p}sheetData>${rows(plan, styles, p, beside, holding)}</${p}sheetData>`),
    ...put('autoFilter', filter(plan, p)),
    ...put('mergeCells', mergeCells([...spansOf(plan), ...merges], p)),
    ...(isForm(plan)
      ? [
          ...put('conditionalFormatting', conditionsText(plan, styles, p)),
          ...put('dataValidations', validationsText(plan, p)),
        ]
      : []),
    ...Object.entries(pageOf(plan, p)).flatMap(([name, inner]) => put(name, inner)),
  ]);
}

/** The cells apart, for there are too many for a tree. */
function withoutCells(text: string): { readonly rest: string; readonly data: string } {
  const cursor = cursorOf(text);
  while (next(cursor)) {
    if (!isNamed(cursor, 'sheetData')) continue;
    const { from, to } = cursor;
    if (cursor.closes) break;
    leave(cursor);
    return { rest: `${text.slice(0, to - 1)}/>${text.slice(cursor.to)}`, data: text.slice(from, cursor.to) };
  }
  return { rest: text, data: '' };
}

/** Cells to the right of ours as they are written, by row. */
function besideOurs(data: string, right: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const cursor = cursorOf(data);
  let row = -1;
  let column = -1;
  while (next(cursor)) {
    if (!cursor.opens) continue;
    if (isNamed(cursor, 'row')) {
      row = Number(attribute(cursor, 'r') ?? row + 2) - 1;
      column = -1;
    } else if (isNamed(cursor, 'c')) {
      const address = attribute(cursor, 'r');
      column = (address === undefined ? null : parseAddress(address)?.left) ?? column + 1;
      const { from } = cursor;
      leave(cursor);
      if (column >= right) found.set(row, (found.get(row) ?? '') + addressed(data.slice(from, cursor.to), row, column));
    }
  }
  return found;
}

/** Behind cells of ours a cell has to say where it is. */
function addressed(cell: string, row: number, column: number): string {
  if (/^<[^>]*\sr\s*=/.test(cell)) return cell;
  return cell.replace(/^<[^\s/>]+/, (tag) => `${tag} r="${cellAddress(row, column)}"`);
}

function sheetProperties(text: string, root: ReturnType<typeof parse>, p: string): string {
  const present = childOf(root, 'sheetPr');
  const colour = `<${p}tabColor rgb="FF${tabColour.slice(1)}"/>`;
  const fit = `<${p}pageSetUpPr fitToPage="1"/>`;
  if (!present) return `<${p}sheetPr>${colour}${fit}</${p}sheetPr>`;
  const open = text.slice(present.from, present.insideFrom).replace(/\s*\/>$/, '>');
  const others = present.children.filter(({ name }) => name !== 'tabColor' && name !== 'pageSetUpPr');
  return `${open}${colour}${others.map(({ from, to }) => text.slice(from, to)).join('')}${fit}</${p}sheetPr>`;
}

/** Where something is filled in, the lines between the cells show where. */
function views(plan: PaperSheet | EntrySheet, p: string): string {
  const { frozenRows } = plan;
  const pane = `<${p}pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<${p}sheetView${isForm(plan) ? '' : ' showGridLines="0"'} workbookViewId="0">${frozenRows > 0 ? pane : ''}</${p}sheetView>`;
  return `<${p}sheetViews>${view}</${p}sheetViews>`;
}

/** A file counts in digits of the workbook's usual font. What is filled in wraps, as all else does. */
function widths(plan: PaperSheet | EntrySheet, p: string, { digit, cell }: Styles): string[] {
  const style = isForm(plan) ? ` style="${cell({ style: 'text', format: 'General', lined: false })}"` : '';
  return plan.widths.map((width, at) => {
    const place = `<${p}col min="${at + 1}" max="${at + 1}"${style}`;
    if (width === 0) return `${place} width="9.140625" hidden="1"/>`;
    const pixels = columnPoints(width) / 0.75;
    return `${place} width="${Math.trunc((pixels * 256) / digit) / 256}" customWidth="1"/>`;
  });
}

function filter(plan: PaperSheet, p: string): string {
  const rows = filteredRows(plan);
  return rows ? `<${p}autoFilter ref="${addressOf(acrossOurs(plan, rows))}"/>` : '';
}

/** Elements on how the sheet is printed, by name. */
function pageOf(plan: PaperSheet | EntrySheet, p: string): Readonly<Record<string, string>> {
  const inches = Object.entries(margins).map(([side, points]) => `${side}="${points / 72}"`);
  const size = `paperSize="9" orientation="${plan.page.orientation}" fitToWidth="1" fitToHeight="0"`;
  return {
    printOptions: `<${p}printOptions horizontalCentered="1"${goesOn(plan) ? ' gridLines="1"' : ''}/>`,
    pageMargins: `<${p}pageMargins ${inches.join(' ')}/>`,
    pageSetup: `<${p}pageSetup ${size}/>`,
    headerFooter: `<${p}headerFooter><${p}oddFooter>${ascii(`&C${footer}`)}</${p}oddFooter></${p}headerFooter>`,
  };
}

function rows(
  plan: PaperSheet | EntrySheet,
  styles: Styles,
  p: string,
  beside: ReadonlyMap<number, string>,
  holding: Holding,
): string {
  const lined = new Map(linedRows(plan).map((address) => [parseAddress(address)!.top, parseAddress(address)!.right]));
  const spans = new Set(plan.spans);
  const pieces: string[] = [];
  const formats = isForm(plan) ? areaFormats(plan) : null;
  const usual = formats ? formFormatOf : formatOf;
  const last = [...beside.keys(), ...(formats?.keys() ?? [])].reduce(
    (most, row) => Math.max(most, row),
    plan.rows.length - 1,
  );
  for (let row = 0; row <= last; row++) {
    // Without `customHeight` a row is fitted anew as soon as somebody edits it.
    const height = spans.has(row)
      ? ` ht="${heightOf(plan, row)}" customHeight="1"`
      : row < plan.rows.length
        ? ` ht="${fittedHeight(plan, row)}"`
        : '';
    const given = formats?.get(row);
    const cells =
      plan.rows[row]?.map((cell, column) => {
        const format = given?.get(column) ?? usual(cell);
        const number = styles.cell({ style: cell.style, format, lined: column <= (lined.get(row) ?? -1) });
        return cellOf(cell, cellAddress(row, column), number, p, holding);
      }) ??
      (given && spareCells(given, row, styles, p));
    if (cells || beside.has(row))
      pieces.push(`<${p}row r="${row + 1}"${height}>${cells?.join('') ?? ''}${beside.get(row) ?? ''}</${p}row>`);
  }
  return pieces.join('');
}

/** Up to the last one that has a format: they have that, and nothing else. */
function spareCells(formats: ReadonlyMap<number, string>, row: number, styles: Styles, p: string): readonly string[] {
  return Array.from({ length: Math.max(...formats.keys()) + 1 }, (_, column) => {
    const number = styles.cell({ style: 'text', format: formats.get(column) ?? 'General', lined: false });
    return `<${p}c r="${cellAddress(row, column)}" s="${number}"/>`;
  });
}

function cellOf(cell: PlanCell, address: string, style: number, p: string, holding: Holding): string {
  const content = contentOf(cell);
  const place = `<${p}c r="${address}" s="${style}"`;
  if (content === '') return `${place}/>`;
  if (typeof content === 'number') return `${place}><${p}v>${content}</${p}v></${p}c>`;
  if (cell.link || cell.formula !== undefined) {
    const result = `<${p}v>${ascii(escaped(String(cell.value ?? '')))}</${p}v>`;
    const type = typeof cell.value === 'number' ? '' : ' t="str"';
    return `${place}${type}><${p}f>${ascii(content.slice(1))}</${p}f>${result}</${p}c>`;
  }
  return `${place} ${holding(content, p)}</${p}c>`;
}

function within(content: string, p: string): string {
  return `t="inlineStr"><${p}is>${textElement(content, p)}</${p}is>`;
}

export function textElement(content: string, p: string): string {
  return `<${p}t xml:space="preserve">${ascii(escaped(content))}</${p}t>`;
}

/** Characters that XML cannot hold stand as `_x000B_` (ECMA-376 part 1, 22.9.2.19), and so what looks like it. */
function escaped(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
        const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `_x${code}_`;
      })
  );
}

function spansOf({ spans, widths }: PaperSheet): string[] {
  return widths.length < 2
    ? []
    : spans.map((row) => addressOf({ top: row, left: 0, bottom: row, right: widths.length - 1 }));
}

function mergeCells(areas: readonly string[], p: string): string {
  if (areas.length === 0) return '';
  const cells = areas.map((area) => `<${p}mergeCell ref="${area}"/>`).join('');
  return `<${p}mergeCells count="${areas.length}">${cells}</${p}mergeCells>`;
}

/** Children of `<worksheet>`, ECMA-376 part 1, 18.3.1.99. */
const order = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter ' +
  'sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks ' +
  'printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags ' +
  'drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'
).split(' ');
