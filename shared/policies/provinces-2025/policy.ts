import type { Policy } from '../../model.ts';
import { measures } from '../../sheets/measures.ts';
import { community } from '../../sheets/rules/community.ts';
import { places } from '../../sheets/rules/places.ts';
import { readings } from '../../sheets/rules/readings.ts';
import { workers } from '../../sheets/rules/workers.ts';
import { W03 } from '../../sheets/tables.ts';
import { about } from './about.ts';

/** Goals of two provinces: one that must be exceeded, and one for every ten thousand residents. */
export const provinces2025: Policy = {
  ...about,
  register: { closed: false, units: [], within: [] },
  indicators: [
    {
      id: 'G03',
      name: '专职社区工作者持证比例',
      gloss: 'share of full-time community workers holding the certificate',
      scope: 'community',
      citation: { source: '浙江省五社联动（公开报道）', section: '到2025年', quote: '专职社区工作者持证率突破60%' },
      formula: '在岗专职社区工作者中已取得全国社会工作者职业水平证书的人数 ÷ 在岗专职社区工作者人数',
      open: '“突破”60%，正好60%算不算',
      calibre: '正好60%不算，须超过60%；只计专职社区工作者，两委成员和网格员不计；成绩合格未发证的待核实',
      noun: '名持证社工',
      measure: measures.fullTimeWorkersCertified,
      target: { op: '>', p: 60, q: 100, unit: '%', gapUnit: '人', due: '2025-12-31', binding: 'binding' },
    },
    {
      id: 'W18',
      name: '每万名常住人口社区工作者数',
      gloss: 'community workers for every ten thousand residents',
      scope: 'community',
      citation: {
        source: '湖北省“十四五”城乡社区服务体系规划（公开报道）',
        section: '主要指标',
        quote: '每万城镇常住人口拥有社区工作者18人',
      },
      formula: '在岗社区工作者人数 ÷ 本社区常住人口 × 10000',
      open: '',
      calibre: '社区工作者只计社区党组织成员、居（村）委会成员、专职社区工作者和专职网格员',
      noun: '名社区工作者',
      measure: measures.workersPerResident,
      target: {
        op: '>=',
        p: 18,
        q: 10000,
        unit: '人/万人',
        gapUnit: '人',
        due: '2025-12-31',
        binding: 'binding',
        // 每万城镇常住人口.
        only: { kind: 'urban', others: 'not_applicable', unknown: 'to_verify' },
      },
    },
  ],
  // Only workers are counted.
  rules: [...community, ...workers, ...places.filter(({ table }) => table === W03.id), ...readings],
  scoreTable: null,
  chapters: [],
  rectifyBy: about.finalAsOf,
  orderedBy: null,
};
