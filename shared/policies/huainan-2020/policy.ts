import type { Policy } from '../../model.ts';
import { about } from './about.ts';
import { indicators } from './indicators.ts';
import { rules } from './rules.ts';
import { scoreTable } from './scoring.ts';
import { units } from './units.ts';

/** 淮府办〔2020〕8号: the pilot year in the ten county-level units of 淮南. */
export const huainan2020: Policy = {
  ...about,
  register: { closed: true, units, within: ['安徽省', '淮南市'] },
  indicators,
  rules,
  scoreTable,
};
