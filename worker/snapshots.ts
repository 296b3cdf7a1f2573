import { cornersOf, isColumn, isRow } from '../shared/model/addresses.ts';
import { longestText, maskChecks, maskKinds } from '../shared/model/contract.ts';
import { type Fault, Problem } from './problems.ts';

/** What one request may hold: with the engine's own working copies this stays within the 128 MB of an isolate. */
const maxCells = 1_000_000;

/** More than this nobody finds their way in. */
const maxSheets = 1000;
/** File systems and Excel end earlier. */
const maxName = 255;

/** What is wrong with the shape of a snapshot, in order, lazily. Throws Problem 413 when it holds too many cells. */
export function* workbookFaults(workbook: unknown): Generator<Fault> {
  const at = 'workbook';
  if (!isObject(workbook)) {
    yield { path: at, message: '应为工作簿快照' };
    return;
  }
  if (workbook.schema !== 'workbook-snapshot/1') yield { path: `${at}.schema`, message: '应为 workbook-snapshot/1' };
  if (workbook.name !== undefined && !isName(workbook.name)) {
    yield { path: `${at}.name`, message: `应为不超过 ${maxName} 个字的文本` };
  }
  if (workbook.date1904 !== undefined && typeof workbook.date1904 !== 'boolean') {
    yield { path: `${at}.date1904`, message: '应为 true 或 false' };
  }
  if (!Array.isArray(workbook.sheets)) {
    yield { path: `${at}.sheets`, message: '应为工作表数组' };
    return;
  }
  if (workbook.sheets.length > maxSheets) {
    throw new Problem(
      413,
      `工作簿共 ${workbook.sheets.length} 张工作表，超过 ${maxSheets} 张。请拆成几个工作簿后再检查。`,
    );
  }
  countCells(workbook.sheets);
  const names = new Set<string>();
  for (const [i, sheet] of workbook.sheets.entries()) {
    const path = `${at}.sheets[${i}]`;
    if (!isObject(sheet)) {
      yield { path, message: '应为工作表' };
      continue;
    }
    // Excel compares names without case; two of one name would make every address ambiguous.
    const name = isName(sheet.name) ? sheet.name.toLowerCase() : '';
    if (name === '') yield { path: `${path}.name`, message: `应为不超过 ${maxName} 个字的非空文本` };
    else if (names.has(name)) yield { path: `${path}.name`, message: '与另一张工作表重名' };
    names.add(name);
    yield* sheetFaults(path, sheet);
  }
}

function* sheetFaults(path: string, sheet: Readonly<Record<string, unknown>>): Generator<Fault> {
  const { visibility, address, values, numberFormat, merges, hiddenRows, hiddenColumns } = sheet;
  if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') {
    yield { path: `${path}.visibility`, message: '应为 Visible、Hidden 或 VeryHidden' };
  }
  const area = shapeOf(address);
  if (area === null) yield { path: `${path}.address`, message: '应为 A1:L17 这样的地址' };
  // The contents of a deeply hidden sheet do not travel; its address does.
  const shape = visibility === 'VeryHidden' ? null : area;
  yield* matrixFaults(
    `${path}.values`,
    values,
    shape,
    isCell,
    '应为文本、数字、true/false、null、{error} 或脱敏单元格',
  );
  if (numberFormat !== undefined && numberFormat !== null) {
    yield* matrixFaults(`${path}.numberFormat`, numberFormat, shape, isFormat, '应为文本或 null');
  }
  yield* listFaults(`${path}.merges`, merges, isAddress, '应为 A1:L1 这样的地址');
  yield* listFaults(`${path}.hiddenRows`, hiddenRows, isRow, '应为行号，从 1 起');
  yield* listFaults(`${path}.hiddenColumns`, hiddenColumns, isColumn, '应为列标');
}

/** A sheet whose contents were not read has no rows, whatever its address. With `shape` null any shape will do. */
function* matrixFaults(
  path: string,
  matrix: unknown,
  shape: Shape | null,
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

function* listFaults(path: string, list: unknown, isItem: (i: unknown) => boolean, message: string): Generator<Fault> {
  if (list === undefined) return;
  if (!Array.isArray(list)) yield { path, message: '应为数组' };
  else for (let i = 0; i < list.length; i++) if (!isItem(list[i])) yield { path: `${path}[${i}]`, message };
}

function countCells(sheets: readonly unknown[]): void {
  let cells = 0;
  for (const sheet of sheets) {
    if (!isObject(sheet) || !Array.isArray(sheet.values)) continue;
    for (const row of sheet.values) cells += Array.isArray(row) ? row.length : 0;
  }
  if (cells > maxCells) {
    throw new Problem(413, `工作簿共 ${cells} 个单元格，超过一百万个。请删去无关的工作表或空白区域后再检查。`);
  }
}

const isName = (name: unknown): name is string => typeof name === 'string' && name.length <= maxName;

const kinds = new Set<unknown>(maskKinds);
const checks = new Set<unknown>([undefined, null, ...maskChecks]);

function isCell(cell: unknown): boolean {
  switch (typeof cell) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      // JSON has no infinity, but 1e400 parses as one.
      return Number.isFinite(cell);
    case 'object': {
      if (cell === null) return true;
      const { error, masked, kind, check, known } = cell as Record<string, unknown>;
      if (error !== undefined) return typeof error === 'string';
      const token = masked === null || (typeof masked === 'string' && /^[0-9a-f]{12}$/.test(masked));
      return token && kinds.has(kind) && checks.has(check) && (known === undefined || typeof known === 'string');
    }
    default:
      return false;
  }
}

/** Of a masked cell the parts that are explained. */
function isTooLong(item: unknown): boolean {
  const text = typeof item === 'object' && item !== null ? (item as { readonly known?: unknown }).known : item;
  return typeof text === 'string' && text.length > longestText;
}

const isFormat = (format: unknown) => format === null || typeof format === 'string';

export const isAddress = (address: unknown) => shapeOf(address) !== null;

interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** Size of an A1 address without sheet name, `$` allowed; null when Excel has no such range or writes it otherwise. */
function shapeOf(address: unknown): Shape | null {
  const corners = typeof address === 'string' ? cornersOf(address) : null;
  if (!corners) return null;
  const rows = corners.bottom - corners.top + 1;
  const columns = corners.right - corners.left + 1;
  return rows > 0 && columns > 0 ? { rows, columns } : null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
