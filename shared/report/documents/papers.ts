/** What every document has: its title, and who signs it when. */
import { quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText, Signature } from './documents.ts';
import { BLANK, orBlank, tell } from './tokens.ts';

/** 淮南市“三社联动”试点工作 / 中期评估报告. */
export function titleLines({ policy }: DocumentData, what: string): readonly DocumentText[] {
  const place = policy.register.within.at(-1) ?? '';
  return [says<DocumentBinding>`${quote(place + policy.words.work)}`, [what]];
}

export const signatureOf = (data: DocumentData): Signature => signedBy(data.options.office, data);

/** `office` null leaves room for it. */
export function signedBy(office: string | null, data: DocumentData): Signature {
  const { options } = data;
  return {
    office: orBlank(office),
    day: options.day === null ? [`${BLANK}年＿＿月＿＿日`] : [tell(data).day('signed')],
  };
}
