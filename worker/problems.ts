import type { Context } from 'hono';
import type { ProblemDetails } from '../shared/wire/answers.ts';

export interface Fault {
  /** Where in the body, for example `workbook.sheets[0].values[3][2]`. Never the value. */
  readonly path: string;
  readonly message: string;
}

/** Every status of a problem that this service answers, and what it is called. */
export const titles = {
  400: '请求内容有误',
  404: '没有这个地址',
  405: '不支持这种请求方法',
  409: '版本不一致',
  413: '工作簿过大',
  415: '内容类型不支持',
  422: '无法评估',
  429: '请求过于频繁',
  500: '服务器内部错误',
  503: '服务器正忙',
} as const;

export type ProblemStatus = keyof typeof titles;

/** What went wrong with a request; thrown to end it, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly faults: readonly Fault[];
  /** Seconds, where asking again later helps. */
  readonly retryAfter: number | null;
  constructor(status: ProblemStatus, detail: string, faults: readonly Fault[] = [], retryAfter: number | null = null) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.detail = detail;
    this.faults = faults;
    this.retryAfter = retryAfter;
  }
}

export function answerProblem(c: Context, { status, detail, faults, retryAfter }: Problem): Response {
  const errors = faults.length > 0 ? { errors: faults } : {};
  const body: ProblemDetails = { type: 'about:blank', title: titles[status], status, detail, ...errors };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
  });
}
