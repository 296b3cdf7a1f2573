import type { RollupUnit } from '../../../shared/model.ts';

/** `首次 2020-12-03，末次 2020-12-05（逾期）`; `late` null: it is not known, so that nothing is said of it. */
export function receivedText({ first, last }: NonNullable<RollupUnit['received']>, late: boolean | null): string {
  const days = first === last ? first : `首次 ${first}，末次 ${last}`;
  return late === null ? days : `${days}（${late ? '逾期' : '按期'}）`;
}
