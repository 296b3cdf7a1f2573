/** What was not checked, in plain words. */
import { trimmedEnd } from '../../model/trims.ts';
import { listed, quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';

/** 以下事项没有核查：…。 */
export function uncheckedText({ rollup, counting }: DocumentData): DocumentText {
  const own = counting.flatMap(({ evaluation }) => evaluation?.notChecked ?? []).filter(({ lacks }) => !lacks);
  const reasons = [...new Set([...rollup.notChecked, ...own].map(({ reason }) => trimmedEnd(reason, /[。；;.\s]/)))];
  if (reasons.length === 0) return [];
  return says<DocumentBinding>`以下事项没有核查：${listed<DocumentBinding>(reasons.map(quote), '；')}。`;
}
