import type { Context } from 'hono';

export interface Fault {
  /** Where in the body, for example `workbook.sheets[0].values[3][2]`. Never the value. */
  readonly path: string;
  readonly message: string;
}

type ProblemStatus = 400 | 404 | 405 | 413 | 415 | 422 | 500;

const titles: Readonly<Record<ProblemStatus, string>> = {
  400: '请求内容有误',
  404: '没有这个地址',
  405: '不支持这种请求方法',
  413: '工作簿过大',
  415: '内容类型不支持',
  422: '无法评估',
  500: '服务器内部错误',
};

/** What went wrong with a request; thrown to end it, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly faults: readonly Fault[];
  constructor(status: ProblemStatus, detail: string, faults: readonly Fault[] = []) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.detail = detail;
    this.faults = faults;
  }
}

export function answerProblem(c: Context, { status, detail, faults }: Problem): Response {
  const errors = faults.length > 0 ? { errors: faults } : {};
  return c.body(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail, ...errors }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}
