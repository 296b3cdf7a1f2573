/** A cell on the way. The million of them is gone through by `isPackedCell`; the schema says the same to readers of the interface. */
import * as v from 'valibot';
import { maskChecks, maskKinds } from '../model/contract.ts';

const TOKEN = /^[0-9a-f]{12}$/;

const token = v.pipe(v.string(), v.regex(TOKEN));

export const maskedCell = v.object({
  masked: v.pipe(v.nullable(token), v.description('代号；null 为连是否相同也不必知道')),
  kind: v.picklist(maskKinds),
  check: v.optional(v.nullable(v.picklist(maskChecks))),
  known: v.optional(v.pipe(v.string(), v.description('已解释的部分，其余写作〔〕'))),
  core: v.optional(v.pipe(token, v.description('名称去掉不影响意思的字之后的代号'))),
});

export const errorCell = v.object({ error: v.string() });

export const textPlace = v.object({
  text: v.pipe(v.number(), v.integer(), v.minValue(0), v.description('快照的 texts 里的第几个，从 0 起')),
});

export const packedCell = v.union([
  v.string(),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  errorCell,
  textPlace,
  maskedCell,
]);

const kinds = new Set<unknown>(maskKinds);
const checks = new Set<unknown>([undefined, null, ...maskChecks]);

/** What `packedCell` takes, told fast; `texts` is how many texts the snapshot has. */
export function isPackedCell(cell: unknown, texts: number): boolean {
  switch (typeof cell) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      // JSON has no infinity, but 1e400 parses as one.
      return Number.isFinite(cell);
    case 'object': {
      if (cell === null) return true;
      const { error, text } = cell as Record<string, unknown>;
      if (error !== undefined) return typeof error === 'string';
      if (text !== undefined) return Number.isInteger(text) && (text as number) >= 0 && (text as number) < texts;
      return isMaskedCell(cell);
    }
    default:
      return false;
  }
}

/** What `maskedCell` takes, told fast. */
export function isMaskedCell(cell: unknown): boolean {
  if (typeof cell !== 'object' || cell === null) return false;
  const { masked, kind, check, known, core } = cell as Record<string, unknown>;
  return (
    (masked === null || isToken(masked)) &&
    kinds.has(kind) &&
    checks.has(check) &&
    (known === undefined || typeof known === 'string') &&
    (core === undefined || isToken(core))
  );
}

const isToken = (value: unknown) => typeof value === 'string' && TOKEN.test(value);
