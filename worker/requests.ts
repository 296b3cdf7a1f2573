import { isColumn, isRow } from '../shared/model/addresses.ts';
import { serialOf } from '../shared/model/days.ts';
import type { Correction, EvaluateOptions, WorkbookSnapshot } from '../shared/model.ts';
import { type Fault, Problem } from './problems.ts';
import { isAddress, isObject, workbookFaults } from './snapshots.ts';

export interface EvaluationRequest {
  readonly workbook: WorkbookSnapshot;
  readonly options: Omit<EvaluateOptions, 'snapshotHash'>;
}

/** Faults are listed up to this many: one wrong column of a long sheet need not be told ten thousand times. */
export const maxFaults = 20;

/** Nobody corrects by hand more than this; each may make a whole sheet be read anew. */
const maxCorrections = 200;
/** Headings of more rows than this are no headings. */
const maxHeaderRows = 20;

/** Checks a body against the contract. Members it does not know are ignored. Throws Problem 400 or 413. */
export function parseEvaluationRequest(body: unknown): EvaluationRequest {
  if (!isObject(body)) throw new Problem(400, '请求内容应为 JSON 对象，其中 workbook 为工作簿快照。');
  const { workbook, mode, asOf, policy, targetSet, corrections, score } = body;
  const faults: Fault[] = [];
  for (const fault of requestFaults(body)) {
    faults.push(fault);
    if (faults.length === maxFaults) break;
  }
  if (faults.length > 0) throw new Problem(400, '请求内容不符合约定的格式，见 errors。', faults);
  return {
    workbook: workbook as unknown as WorkbookSnapshot,
    options: {
      mode: mode as EvaluateOptions['mode'],
      asOf: asOf as string | undefined,
      policy: policy as string | undefined,
      targetSet: targetSet as string | undefined,
      corrections: corrections as readonly Correction[] | undefined,
      score: score as boolean | undefined,
    },
  };
}

function* requestFaults(body: Readonly<Record<string, unknown>>): Generator<Fault> {
  const { mode, asOf, corrections, score } = body;
  if (mode !== undefined && mode !== 'midterm' && mode !== 'final') {
    yield { path: 'mode', message: '应为 midterm 或 final' };
  }
  if (asOf !== undefined && !isDay(asOf)) yield { path: 'asOf', message: '应为存在的日期，格式 2021-05-31' };
  yield* policyFaults(body);
  if (corrections !== undefined) yield* correctionsFaults(corrections);
  if (score !== undefined && typeof score !== 'boolean') yield { path: 'score', message: '应为 true 或 false' };
  yield* workbookFaults(body.workbook);
}

/** `targetSet` is its name of before. */
function* policyFaults({ policy, targetSet }: Readonly<Record<string, unknown>>): Generator<Fault> {
  for (const [path, id] of Object.entries({ policy, targetSet })) {
    if (id !== undefined && typeof id !== 'string') yield { path, message: '应为文本' };
  }
  if (policy !== undefined && targetSet !== undefined && policy !== targetSet) {
    yield { path: 'policy', message: '与 targetSet 不同，两者写一个即可' };
  }
}

function* correctionsFaults(corrections: unknown): Generator<Fault> {
  if (!Array.isArray(corrections)) {
    yield { path: 'corrections', message: '应为数组' };
    return;
  }
  if (corrections.length > maxCorrections) {
    yield { path: 'corrections', message: `最多 ${maxCorrections} 条，现有 ${corrections.length} 条` };
    return;
  }
  for (const [i, correction] of corrections.entries()) {
    const path = `corrections[${i}]`;
    if (isObject(correction) && typeof correction.sheet === 'string') yield* correctionFaults(path, correction);
    else yield { path, message: '应为对象，sheet 为工作表名' };
  }
}

function* correctionFaults(path: string, correction: Readonly<Record<string, unknown>>): Generator<Fault> {
  const { kind, rows, address, column } = correction;
  if (kind === 'headerRows') {
    if (!Array.isArray(rows) || rows.length > maxHeaderRows || !rows.every(isRow)) {
      yield { path: `${path}.rows`, message: `应为行号数组，最多 ${maxHeaderRows} 行` };
    }
  } else if (kind === 'table' || kind === 'column') {
    if (!isAddress(address)) yield { path: `${path}.address`, message: '应为 A3:L16 这样的地址' };
    if (kind === 'column' && !isColumn(column)) yield { path: `${path}.column`, message: '应为列标' };
    const meaning = kind === 'table' ? correction.table : correction.field;
    if (meaning !== null && typeof meaning !== 'string') yield { path, message: 'table 或 field 应为文本或 null' };
  } else {
    yield { path: `${path}.kind`, message: '应为 headerRows、table 或 column' };
  }
}

/** An ISO day that the calendar has. */
const isDay = (value: unknown) => typeof value === 'string' && !Number.isNaN(serialOf(value));
