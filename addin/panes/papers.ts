/** 退回修改通知, which the pane shows and somebody else writes. */
import { createContext } from 'react';
import type { Evaluation } from '../../shared/model.ts';

/** Null leaves room for it. */
export interface NoticeTerms {
  readonly office: string | null;
  /** ISO dates: 成文日期, and until when it is to be handed in again. */
  readonly day: string | null;
  readonly resubmitBy: string | null;
}

/** Gives the person a file, a Word document or a sheet; says how it went, in whole sentences. */
export type GiveNotice = (
  evaluation: Evaluation,
  terms: NoticeTerms,
  form: 'docx' | 'xlsx',
) => Promise<readonly string[]>;

/** Null where nobody writes any. */
export const NoticeContext = createContext<GiveNotice | null>(null);
