/** The small answers: what is wrong with a request, and how the service is. Members may be added. */
import * as v from 'valibot';
import type { Read } from './proofs.ts';

const text = v.string();

/** RFC 9457. `path` says where in the body or the workbook, and quotes nothing of what stood there. */
export const problem = v.object({
  type: text,
  title: text,
  status: v.number(),
  detail: text,
  errors: v.optional(v.array(v.object({ path: text, message: text }))),
});

export const health = v.object({
  status: v.literal('ok'),
  engine: text,
  policy: v.object({ id: text, name: text, version: text }),
  targetSet: v.object({ id: text, version: text }),
});

export type ProblemDetails = Read<typeof problem>;
export type Health = Read<typeof health>;
