import type { Policy } from '../../model.ts';
import { measures } from '../../sheets/measures.ts';
import { community } from '../../sheets/rules/community.ts';
import { organisations } from '../../sheets/rules/organisations.ts';
import { readings } from '../../sheets/rules/readings.ts';
import { about, SOURCE } from './about.ts';

/** 民发〔2017〕191号: the numbers that 淮南 took over, here as an average over the communities of a street. */
export const national2017: Policy = {
  ...about,
  register: { closed: false, units: [], within: [] },
  indicators: [
    {
      id: 'G01',
      name: '城市社区平均社会组织数',
      gloss: 'community social organisations, average over urban communities',
      scope: 'street',
      citation: { source: SOURCE, section: '总体要求', quote: '城市社区平均拥有不少于10个' },
      formula: '名录中已登记或备案、运行正常的社会组织家数 ÷ 名录中写到的社区数',
      open: '',
      calibre: '按各社区的平均数判，不逐个社区判；没有“所属社区”一栏的按一个社区算',
      noun: '家社区社会组织',
      measure: measures.organisationsPerCommunity,
      target: {
        op: '>=',
        p: 10,
        q: 1,
        unit: '家',
        due: '2020-12-31',
        binding: 'binding',
        only: { kind: 'urban', others: 'not_applicable', unknown: 'to_verify' },
      },
    },
    {
      id: 'G02',
      name: '农村社区平均社会组织数',
      gloss: 'community social organisations, average over rural communities',
      scope: 'street',
      citation: { source: SOURCE, section: '总体要求', quote: '农村社区平均不少于5个' },
      formula: '名录中已登记或备案、运行正常的社会组织家数 ÷ 名录中写到的社区数',
      open: '',
      calibre: '按各社区的平均数判，不逐个社区判；没有“所属社区”一栏的按一个社区算',
      noun: '家社区社会组织',
      measure: measures.organisationsPerCommunity,
      target: {
        op: '>=',
        p: 5,
        q: 1,
        unit: '家',
        due: '2020-12-31',
        binding: 'binding',
        only: { kind: 'rural', others: 'not_applicable', unknown: 'to_verify' },
      },
    },
  ],
  // Lines of other communities count here, so nothing is said of them.
  rules: [...community, ...organisations.filter(({ id }) => id !== 'R030'), ...readings],
  scoreTable: null,
  chapters: [],
  rectifyBy: about.finalAsOf,
  orderedBy: null,
};
