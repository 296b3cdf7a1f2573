/** Figures of documents: what is to be said, found out from the data the moment that it is written down. */

import type { DocumentData } from './data.ts';
import type { Bound, DocumentBinding, DocumentText, TallyOf } from './documents.ts';
import { resolved } from './resolve.ts';

export type Tell = ReturnType<typeof tell>;

/** What cannot be told is an empty figure, which stands in no sentence: who writes one asks before. */
export function tell(data: DocumentData) {
  const bound = (of: DocumentBinding): Bound => ({ figure: resolved(of, data) ?? '', of });
  type Reporting = Extract<DocumentBinding, { what: 'reporting' }>['of'];
  type Pooled = Extract<DocumentBinding, { what: 'pooled' }>['of'];
  type Day = Extract<DocumentBinding, { what: 'day' }>['of'];
  return {
    bound,
    reporting: (of: Reporting) => bound({ what: 'reporting', of }),
    tally: (indicator: string, of: TallyOf) => bound({ what: 'tally', indicator, of }),
    share: (indicator: string, of: TallyOf) => bound({ what: 'tally', indicator, of, share: true }),
    pooled: (indicator: string, of: Pooled) => bound({ what: 'pooled', indicator, of }),
    target: (indicator: string) => bound({ what: 'target', indicator }),
    due: (indicator: string) => bound({ what: 'due', indicator }),
    day: (of: Day) => bound({ what: 'day', of }),
  };
}

/** Room for what is written in by hand. */
export const BLANK = '＿＿＿＿＿＿';

export const orBlank = (text: string | null): DocumentText => (text === null ? [BLANK] : [{ quote: text }]);
