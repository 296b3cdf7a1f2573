/**
 * The few formulas that the preview's own workbook can calculate: text, numbers, references, `&`, SUM, CELL("address", …)
 * and HYPERLINK. Everything else is left as it was known.
 */
import { columnName, parseRange } from '../../shared/model/addresses.ts';
import { intersectAreas } from './areas.ts';
import { quoteSheet, sameName, splitAddress } from './sheet-names.ts';
import type { Area, CellValue, Sheet, Workbook } from './workbook.ts';

/** Undefined when the formula is more than this understands. */
export function calculate(formula: string, workbook: Workbook, sheet: Sheet): CellValue | undefined {
  const tokens = formula.slice(1).match(token) ?? [];
  if (tokens.join('') !== formula.slice(1)) return undefined;
  const reader = { tokens: tokens.filter((each) => each.trim() !== ''), at: 0, workbook, sheet };
  const result = expression(reader);
  if (result === undefined || reader.at < reader.tokens.length) return undefined;
  const value = single(result);
  // A reference to an empty cell shows 0.
  return value === null ? 0 : value;
}

type Result = { readonly value: CellValue } | { readonly sheet: Sheet; readonly area: Area };

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly workbook: Workbook;
  readonly sheet: Sheet;
}

const token =
  /"(?:[^"]|"")*"|#REF!|(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?|[&(),]|\s+/gu;

function expression(reader: Reader): Result | undefined {
  let left = operand(reader);
  while (left && reader.tokens[reader.at] === '&') {
    reader.at += 1;
    const right = operand(reader);
    if (!right) return undefined;
    const [a, b] = [single(left), single(right)];
    left = isError(a) ? { value: a } : isError(b) ? { value: b } : { value: textOf(a) + textOf(b) };
  }
  return left;
}

function operand(reader: Reader): Result | undefined {
  const text = reader.tokens[reader.at++];
  if (text === undefined) return undefined;
  if (text.startsWith('"')) return { value: text.slice(1, -1).replaceAll('""', '"') };
  if (/^\d/.test(text)) return { value: Number(text) };
  if (text === '#REF!') return { value: { error: '#REF!' } };
  if (/^true$|^false$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (reader.tokens[reader.at] === '(') return call(text.toUpperCase(), reader);
  const { sheet, rest } = splitAddress(text);
  const area = parseRange(rest);
  // A defined name: its cells may hold more than this understands.
  if (!area) return undefined;
  const target = sheet === null ? reader.sheet : reader.workbook.sheets.find((each) => sameName(each.name, sheet));
  return target ? { sheet: target, area } : { value: { error: '#REF!' } };
}

function call(name: string, reader: Reader): Result | undefined {
  const values: Result[] = [];
  do {
    reader.at += 1;
    const value = expression(reader);
    if (!value) return undefined;
    values.push(value);
  } while (reader.tokens[reader.at] === ',');
  if (reader.tokens[reader.at++] !== ')') return undefined;
  const [first, second] = values;
  const error = values.map((each) => ('area' in each ? null : each.value)).find(isError);
  if (error) return { value: error };
  if (name === 'SUM') return { value: sum(values) };
  if (name === 'HYPERLINK' && first) return { value: single(second ?? first) };
  if (name === 'CELL' && first && second && single(first) === 'address' && 'area' in second) {
    const { top, left } = second.area;
    const cell = `$${columnName(left)}$${top + 1}`;
    // Excel names the file too when the cell is on another sheet; links accept that.
    const other =
      second.sheet === reader.sheet ? '' : `${quoteSheet(`[${reader.workbook.name}]${second.sheet.name}`)}!`;
    return { value: other + cell };
  }
  return undefined;
}

function sum(values: readonly Result[]): CellValue {
  let total = 0;
  for (const each of values) {
    if (!('area' in each)) {
      total += Number(each.value);
      continue;
    }
    // Sums down to the last row of a sheet are common.
    const area = intersectAreas(each.area, each.sheet.usedArea(true) ?? each.area);
    for (let row = area?.top ?? 0; area && row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const { value } = each.sheet.cell(row, column);
        if (isError(value)) return value;
        if (typeof value === 'number') total += value;
      }
    }
  }
  return total;
}

function single(result: Result): CellValue {
  return 'area' in result ? result.sheet.cell(result.area.top, result.area.left).value : result.value;
}

const isError = (value: CellValue | undefined): value is { readonly error: string } =>
  typeof value === 'object' && value !== null;

const textOf = (value: CellValue): string =>
  value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
