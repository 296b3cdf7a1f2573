import type { PolicyAbout } from '../../model.ts';
import { calibre } from './calibre.ts';
import { PILOT_END, PILOT_START, SECOND_PHASE } from './phases.ts';

/** 淮府办〔2020〕8号: the pilot year in the ten county-level units of 淮南. */
export const about: PolicyAbout = {
  id: 'huainan-2020',
  version: '2020.1',
  name: '淮南市“三社联动”首批试点（2020—2021）',
  source: '淮府办〔2020〕8号',
  document: calibre,
  goals: ['G01', 'G02', 'G03', 'G04'],
  window: { from: PILOT_START, to: PILOT_END },
  midtermAsOf: SECOND_PHASE,
  finalAsOf: PILOT_END,
  scored: true,
  words: { work: '“三社联动”试点工作', signs: ['三社联动', '淮南', '淮府办'] },
};
