import type { TargetSet } from '../model.ts';
import { PILOT_END, PILOT_START, SECOND_PHASE } from './indicators/clauses.ts';
import { indicators } from './indicators.ts';

/** Target sets: the numbers and dates by which workbooks are judged. The first is the default. */
export const targetSets: readonly TargetSet[] = [
  {
    id: 'huainan-2020',
    version: '2020.1',
    name: '淮南市“三社联动”首批试点（2020—2021）',
    source: '淮府办〔2020〕8号',
    window: { from: PILOT_START, to: PILOT_END },
    midtermAsOf: SECOND_PHASE,
    finalAsOf: PILOT_END,
    indicators,
  },
];
