import * as v from 'valibot';
import type { EvaluateOptions, PackedSnapshot } from '../shared/model.ts';
import { requestEnvelope } from '../shared/wire/requests.ts';
import { type Fault, Problem } from './problems.ts';
import { isObject, listFaults, refuseTooLarge } from './snapshots.ts';

export interface ParsedRequest {
  /** As it came, members that nobody knows included. */
  readonly workbook: PackedSnapshot;
  readonly options: Omit<EvaluateOptions, 'snapshotHash'>;
}

/** Faults are listed up to this many: one wrong column of a long sheet need not be told ten thousand times. */
export const maxFaults = 20;

/** Checks a body against the schema. Members it does not know are ignored. Throws Problem 400 or 413. */
export function parseEvaluationRequest(body: unknown): ParsedRequest {
  if (!isObject(body)) throw new Problem(400, '请求内容应为 JSON 对象，其中 workbook 为工作簿快照。');
  const { workbook } = body;
  if (!isObject(workbook)) throw malformed([{ path: 'workbook', message: '应为工作簿快照' }]);
  refuseTooLarge(workbook);
  const parsed = v.safeParse(requestEnvelope, body, { message: '不符合约定的格式' });
  const faults = (parsed.issues ?? []).slice(0, maxFaults).map(faultOf);
  for (const fault of listFaults(workbook)) {
    if (faults.length >= maxFaults) break;
    faults.push(fault);
  }
  if (!parsed.success || faults.length > 0) throw malformed(faults);
  const { workbook: _, engine: __, ...options } = parsed.output;
  return { workbook: workbook as unknown as PackedSnapshot, options };
}

const malformed = (faults: readonly Fault[]) => new Problem(400, '请求内容不符合约定的格式，见 errors。', faults);

/** The messages are ours; those of the library quote what stood there. */
function faultOf({ type, path, message }: v.BaseIssue<unknown>): Fault {
  const missing = type === 'object' && path !== undefined && path.at(-1)?.value === undefined;
  return { path: pathOf(path?.map(({ key }) => key) ?? []), message: missing ? '缺少这一项' : message };
}

/** `workbook.sheets[0].name`. */
function pathOf(keys: readonly unknown[]): string {
  return keys.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('');
}
