/** First and last day of the pilot year, the end of the first phase and of the second (decision huainan-7). */
export const PILOT_START = '2020-06-01';
export const PILOT_END = '2021-05-31';
export const FIRST_PHASE = '2020-07-31';
export const SECOND_PHASE = '2020-11-30';
export const FOURTH_PHASE = '2021-02-28';
