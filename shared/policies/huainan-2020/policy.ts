import type { IndicatorDef, Policy } from '../../model.ts';
import { about } from './about.ts';
import { goals } from './indicators/goals.ts';
import { governance } from './indicators/governance.ts';
import { platform } from './indicators/platform.ts';
import { progress } from './indicators/progress.ts';
import { services } from './indicators/services.ts';
import { support } from './indicators/support.ts';
import { talent } from './indicators/talent.ts';
import { FOURTH_PHASE } from './phases.ts';
import { rules } from './rules.ts';
import { scoreTable } from './scoring.ts';
import { units } from './units.ts';

/** 淮府办〔2020〕8号: the pilot year in the ten county-level units of 淮南. */
export const huainan2020: Policy = {
  ...about,
  register: { closed: true, units, within: ['安徽省', '淮南市'] },
  // All 59 items of the document, each with its clause, formula, open questions and the calibre taken.
  indicators: [...goals, ...platform, ...services, ...governance, ...talent, ...progress, ...support],
  rules,
  scoreTable,
  chapters: [
    { title: '平台与岗位', indicators: ids(platform) },
    { title: '社会组织培育', indicators: ids(governance) },
    { title: '专业服务与志愿服务', indicators: ids(services) },
    { title: '人才队伍', indicators: ids(talent) },
    { title: '组织实施、制度与经费', indicators: ids([...progress, ...support]) },
  ],
  rectifyBy: FOURTH_PHASE,
  orderedBy: { name: '淮南市人民政府', reportedBy: '淮南市民政局' },
};

function ids(indicators: readonly IndicatorDef[]): readonly string[] {
  return indicators.map(({ id }) => id);
}
