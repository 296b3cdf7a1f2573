import { isColumn, isRow } from '../shared/model/addresses.ts';
import { longestWording, mostCorrections } from '../shared/model/contract.ts';
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
  if (corrections.length > mostCorrections) {
    yield { path: 'corrections', message: `最多 ${mostCorrections} 条，现有 ${corrections.length} 条` };
    return;
  }
  for (const [i, correction] of corrections.entries()) {
    const path = `corrections[${i}]`;
    if (!isObject(correction)) yield { path, message: '应为对象' };
    else if (isOfWords(correction)) yield* wordFaults(path, correction);
    else yield* placedFaults(path, correction);
  }
}

/** A column is told by its place, or by its heading wherever that stands. */
const isOfWords = (one: Readonly<Record<string, unknown>>) =>
  !('sheet' in one) && (one.kind === 'word' || one.kind === 'column');

/** What is said of a place. */
function* placedFaults(path: string, correction: Readonly<Record<string, unknown>>): Generator<Fault> {
  const { kind, sheet, rows, address, column, as, of } = correction;
  if (typeof sheet !== 'string') yield { path: `${path}.sheet`, message: '应为工作表名' };
  if (kind === 'headerRows') {
    if (!Array.isArray(rows) || rows.length > maxHeaderRows || !rows.every(isRow)) {
      yield { path: `${path}.rows`, message: `应为行号数组，最多 ${maxHeaderRows} 行` };
    }
  } else if (kind === 'table' || kind === 'column' || kind === 'continues') {
    if (!isAddress(address)) yield { path: `${path}.address`, message: '应为 A3:L16 这样的地址' };
    if (kind === 'column' && !isColumn(column)) yield { path: `${path}.column`, message: '应为列标' };
    if (kind === 'table' && as !== undefined && as !== 'full' && as !== 'subset') {
      yield { path: `${path}.as`, message: '应为 full 或 subset，或不写' };
    }
    if (kind === 'continues') {
      if (!isObject(of) || typeof of.sheet !== 'string' || !isAddress(of.address)) {
        yield { path: `${path}.of`, message: '应为 { sheet, address }，指所接的表' };
      }
    } else if (!isMeaning(kind === 'table' ? correction.table : correction.field)) {
      yield { path, message: 'table 或 field 应为文本或 null' };
    }
  } else {
    yield {
      path: `${path}.kind`,
      message: '应为 headerRows、table、column、continues，不带 sheet 的应为 column 或 word',
    };
  }
}

/** What is said of words, wherever they stand. */
function* wordFaults(path: string, correction: Readonly<Record<string, unknown>>): Generator<Fault> {
  const { kind, table, field, heading, text, means } = correction;
  if (typeof table !== 'string') yield { path: `${path}.table`, message: '应为表的编号' };
  const [member, wording] = kind === 'column' ? ['heading', heading] : ['text', text];
  if (typeof wording !== 'string' || wording === '' || wording.length > longestWording) {
    yield { path: `${path}.${member}`, message: `应为不超过 ${longestWording} 个字的非空文本` };
  }
  if (kind === 'column' ? !isMeaning(field) : typeof field !== 'string') {
    yield { path: `${path}.field`, message: kind === 'column' ? '应为文本或 null' : '应为文本' };
  }
  if (kind === 'word' && !isMeaning(means) && typeof means !== 'boolean') {
    yield { path: `${path}.means`, message: '应为代码、true、false 或 null' };
  }
}

const isMeaning = (value: unknown) => value === null || typeof value === 'string';

/** An ISO day that the calendar has. */
const isDay = (value: unknown) => typeof value === 'string' && !Number.isNaN(serialOf(value));
