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

/** As a Word document, an .xlsx, or a sheet of this workbook; says how it went, in whole sentences. */
export type GiveNotice = (evaluation: Evaluation, terms: NoticeTerms, form: NoticeForm) => Promise<readonly string[]>;

export type NoticeForm = 'docx' | 'xlsx' | 'sheet';

export interface Notices {
  readonly give: GiveNotice;
  readonly forms: readonly NoticeForm[];
}

/** Null where nobody writes any. */
export const NoticeContext = createContext<Notices | null>(null);
