/** What of a snapshot is too long to be told by its schema: cells, formats, merged and hidden places, a million of them. */
import { isColumn, isRow } from '../shared/model/addresses.ts';
import { isMaskedCell, isPackedCell } from '../shared/wire/cells.ts';
import { isAddress, mostSheets, sizeOf } from '../shared/wire/requests.ts';
import { type Fault, Problem } from './problems.ts';

type Members = Readonly<Record<string, unknown>>;

/** What one request may hold: with the engine's own working copies this stays within the 128 MB of an isolate. */
export const maxCells = 1_000_000;

/** Throws Problem 413, whatever else is wrong. */
export function refuseTooLarge({ sheets, texts }: Members): void {
  if (!Array.isArray(sheets)) return;
  if (sheets.length > mostSheets) {
    throw new Problem(413, `工作簿共 ${sheets.length} 张工作表，超过 ${mostSheets} 张。请拆成几个工作簿后再检查。`);
  }
  let cells = 0;
  for (const sheet of sheets) {
    if (!isObject(sheet) || !Array.isArray(sheet.values)) continue;
    for (const row of sheet.values) cells += Array.isArray(row) ? row.length : 0;
  }
  cells = Math.max(cells, Array.isArray(texts) ? texts.length : 0);
  if (cells > maxCells) {
    throw new Problem(413, `工作簿共 ${cells} 个单元格，超过一百万个。请删去无关的工作表或空白区域后再检查。`);
  }
}

/** What is wrong with the long lists, in order, lazily. What the schema finds is not told again. */
export function* listFaults({ sheets, texts }: Members): Generator<Fault> {
  yield* itemFaults('workbook.texts', texts, isMaskedCell, '应为脱敏单元格');
  if (!Array.isArray(sheets)) return;
  const names = new Set<string>();
  const textCount = Array.isArray(texts) ? texts.length : 0;
  for (let i = 0; i < sheets.length; i++) {
    const path = `workbook.sheets[${i}]`;
    const sheet: unknown = sheets[i];
    if (!isObject(sheet)) continue;
    // Excel compares names without case; two of one name would make every address ambiguous.
    const name = typeof sheet.name === 'string' ? sheet.name.toLowerCase() : '';
    if (name !== '' && names.has(name)) yield { path: `${path}.name`, message: '与另一张工作表重名' };
    names.add(name);
    yield* sheetFaults(path, sheet, textCount);
  }
}

function* sheetFaults(path: string, sheet: Members, texts: number): Generator<Fault> {
  const { visibility, address, values, numberFormat, merges, hiddenRows, hiddenColumns } = sheet;
  // The contents of a deeply hidden sheet do not travel; its address does.
  const shape = visibility === 'VeryHidden' ? null : sizeOf(address);
  yield* matrixFaults(
    `${path}.values`,
    values,
    shape,
    (cell) => isPackedCell(cell, texts),
    '应为文本、数字、true/false、null、{error}、脱敏单元格，或 texts 里有的 {text}',
  );
  if (numberFormat !== undefined && numberFormat !== null) {
    yield* matrixFaults(`${path}.numberFormat`, numberFormat, shape, isFormat, '应为文本或 null');
  }
  yield* itemFaults(`${path}.merges`, merges, isAddress, '应为 A1:L1 这样的地址');
  yield* itemFaults(`${path}.hiddenRows`, hiddenRows, isRow, '应为行号，从 1 起');
  yield* itemFaults(`${path}.hiddenColumns`, hiddenColumns, isColumn, '应为列标');
}

/** A sheet whose contents were not read has no rows, whatever its address. With `shape` null any shape will do. */
function* matrixFaults(
  path: string,
  matrix: unknown,
  shape: ReturnType<typeof sizeOf>,
  isItem: (item: unknown) => boolean,
  message: string,
): Generator<Fault> {
  if (!Array.isArray(matrix)) {
    yield { path, message: '应为按行排列的二维数组' };
    return;
  }
  if (matrix.length === 0) return;
  if (shape && matrix.length !== shape.rows) {
    yield { path, message: `共 ${matrix.length} 行，与地址的 ${shape.rows} 行不符` };
    return;
  }
  for (let r = 0; r < matrix.length; r++) {
    const row: unknown = matrix[r];
    if (!Array.isArray(row) || (shape && row.length !== shape.columns)) {
      yield { path: `${path}[${r}]`, message: `应为 ${shape?.columns ?? 1} 个单元格的数组，与地址一致` };
      continue;
    }
    for (let c = 0; c < row.length; c++) {
      const item: unknown = row[c];
      if (isTooLong(item))
        yield { path: `${path}[${r}][${c}]`, message: `文字超过 ${longestText} 个，Excel 一格放不下` };
      else if (!isItem(item)) yield { path: `${path}[${r}][${c}]`, message };
    }
  }
}

function* itemFaults(path: string, list: unknown, isItem: (i: unknown) => boolean, message: string): Generator<Fault> {
  if (list === undefined) return;
  if (!Array.isArray(list)) yield { path, message: '应为数组' };
  else for (let i = 0; i < list.length; i++) if (!isItem(list[i])) yield { path: `${path}[${i}]`, message };
}

const isFormat = (format: unknown) => format === null || typeof format === 'string';

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
